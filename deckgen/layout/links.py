"""The addresses a slide prints, for the QR codes of the handouts."""

from collections.abc import Iterator

from deckgen.model.pieces import Reference
from deckgen.model.text import Text
from deckgen.model.walking import field_names


def links_of(slide: object) -> tuple[tuple[str, str], ...]:
    """(label, address) of each web address on the slide, each address once, in the order of the slide."""
    found: dict[str, str] = {}
    for label, address in _walk(slide):
        if address.startswith(("http://", "https://")):
            found.setdefault(address, label)
    return tuple((label, address) for address, label in found.items())


def _walk(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Reference):
        if value.url:
            yield value.title.plain, value.url
    elif isinstance(value, Text):
        yield from ((run.text, run.link) for run in value.runs if run.link)
    elif isinstance(value, tuple):
        for part in value:
            yield from _walk(part)
    else:
        for name in field_names(type(value)):
            if name not in ("notes", "written", "cues"):
                yield from _walk(getattr(value, name))
