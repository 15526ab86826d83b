"""Addresses on paper, each with its QR code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from deckgen.model.frames import Page
from deckgen.model.text import Paragraph
from deckgen.text.qr_codes import code_of
from deckgen.writers.pdf.resources import Resources


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its QR code."""

    label: str
    """Empty where it would repeat the address."""
    name: str
    """What the code is called for those who hear it."""
    address: str
    code: str
    """Address of the code's picture; empty where the address is too long for one."""


def links_in(pages: Iterable[Page], told: Iterable[Paragraph], resources: Resources) -> Iterator[Link]:
    """Each web page that some slides or what is told of them name, once; its code is put into `resources`."""
    found = {address: label for page in pages for label, address in page.links}
    for run in (run for paragraph in told for run in paragraph.runs):
        if run.link and run.link.startswith(("http://", "https://")):
            found.setdefault(run.link, run.text)
    for address, label in found.items():
        yield Link(label if label != address else "", label, address, code_address(address, resources))


def code_address(address: str, resources: Resources) -> str:
    """The address of the picture of a code, which is put into `resources`; empty where there is none."""
    code = code_svg(address)
    return resources.add(code, "image/svg+xml") if code else ""


@lru_cache(maxsize=512)
def code_svg(address: str) -> bytes | None:
    """The QR code of an address as one path, without its quiet zone; None for an address too long for any code."""
    code = code_of(address)
    if code is None:
        return None
    # Strokes a module wide take half the numbers that rectangles would.
    bars = "".join(f"M{x} {y + 0.5}h{length}" for x, y, length in code.stretches)
    side = code.side
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
    return f'{head}<path d="{bars}" stroke="#000"/></svg>'.encode()
