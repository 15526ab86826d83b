"""What of an HTML page is read: texts and elements in their order."""

from collections.abc import Iterator
from typing import Any

from lxml import html

_TEXTS = frozenset(("h1", "h2", "h3", "h4", "h5", "p"))


def parsed(text: str) -> Any:
    """The page's elements. (The library knows `wbr` for no empty element.)"""
    return html.fromstring(text.replace("<wbr>", "<wbr></wbr>"))


def read_aloud(element: Any) -> Iterator[str]:
    """What is heard of an element, piece by piece, as `tag: text`; of a picture, what it shows."""
    if element.get("aria-hidden"):
        return
    if element.tag == "img" or element.get("role") == "img":
        yield f"img: {element.get('alt') or element.get('aria-label')}"
    elif element.tag in _TEXTS:
        yield f"{element.tag}: {_heard(element)}"
    elif element.tag in ("li", "th", "td"):
        own = [f"p: {element.text}"] if element.text else []
        yield from (f"{element.tag}[{said}]" for said in (*own, *_inside(element)))
    else:
        yield from _inside(element)


def _inside(element: Any) -> Iterator[str]:
    for child in element:
        yield from read_aloud(child)


def _heard(element: Any) -> str:
    own = "" if element.get("aria-hidden") else (element.text or "")
    return own + "".join(_heard(child) + (child.tail or "") for child in element)
