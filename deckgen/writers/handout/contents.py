"""What companies wrote, as texts on paper: slots, key sentences, addresses with their QR codes, times."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.model.frames import Page
from deckgen.model.slots import Case, Contact, Filling, Items, Missing, Prose, Ruling, told
from deckgen.model.text import Paragraph, Text, plain_text, stretch
from deckgen.text.qr_codes import code_of
from deckgen.wording import Wording
from deckgen.writers.pdf.resources import Resources

# Times as people say them --------------------------------------------------------------------------------------------


def duration(minutes: float, words: Wording) -> str:
    """Minutes as words: 3分, 2分30秒."""
    whole, rest = divmod(round(minutes * 60), 60)
    if whole and rest:
        return words.say("minutes-and-seconds", minutes=whole, seconds=rest)
    return words.say("seconds", count=rest) if rest else words.say("minutes", count=whole)


# Addresses on paper, each with its QR code ---------------------------------------------------------------------------


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


# Key sentences -------------------------------------------------------------------------------------------------------
# The beginning of what is told of a slide, in whole sentences and with whole lists.

_END = re.compile(r"(?:[。！？!?]|\.(?=\s))[」』）)】]*\s*")
_Unit = tuple[Paragraph, ...]
"""What is printed as a whole or not at all."""


def key_sentences(told: Sequence[Paragraph], most: int) -> tuple[Paragraph, ...]:
    """The first sentences of a text, with `most` characters in all; one at least, however long it is.

    A list stands or falls with the sentence that leads to it.
    """
    kept: list[Paragraph] = []
    room = most
    for units in _paragraphs(told):
        for index, unit in enumerate(units):
            room -= sum(len(each.plain) for each in unit)
            if room < 0 and kept:
                return tuple(kept)
            if index and kept[-1].marker is None:
                kept[-1] = replace(kept[-1], runs=kept[-1].runs + unit[0].runs)
                kept += unit[1:]
            else:
                kept += unit
    return tuple(kept)


def _paragraphs(told: Sequence[Paragraph]) -> Iterator[list[_Unit]]:
    """The units of each paragraph that is not in a list; what is in a list belongs to the unit before it."""
    units: list[_Unit] = []
    for paragraph in told:
        if paragraph.marker is not None and units:
            units[-1] = (*units[-1], paragraph)
            continue
        if units:
            yield units
        units = [(paragraph,)] if paragraph.marker is not None else [(each,) for each in _sentences(paragraph)]
    if units:
        yield units


def _sentences(paragraph: Paragraph) -> Iterator[Paragraph]:
    text = paragraph.plain
    ends = [match.end() for match in _END.finditer(text) if match.end() < len(text)]
    for start, end in zip((0, *ends), (*ends, len(text)), strict=True):
        yield replace(paragraph, runs=stretch(paragraph.runs, start, end))


# What companies put into slots, as texts on paper --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to reach."""

    duty: Text | None
    """For what; None where the page says it."""
    role: Text
    phone: Text | None = None
    details: tuple[Text, ...] = ()
    """Mail, hours, and what else to know."""
    at_night: bool = False
    """Whether it stands in for the first number at night and on holidays."""


def call_of(filling: Filling, words: Wording, duty: Text | None = None, *, at_night: bool = False) -> Call:
    """Whom a filling names; what is no contact stands in the place of the role."""
    if not isinstance(filling, Contact):
        return Call(duty, content_text(filling, words), at_night=at_night)
    details = tuple(text for text in (filling.mail, filling.hours, filling.note) if text)
    return Call(duty, filling.role, filling.phone, details, at_night)


def content_text(filling: Filling, words: Wording) -> Text:
    """A filling as paragraphs and lists; a decision's conditions without the decision."""
    match filling:
        case Prose(text):
            return text
        case Items(items, ordered):
            return Text(tuple(_entries(items, "1." if ordered else "-", words)))
        case Ruling(_, conditions):
            return Text(tuple(_entries(conditions, "-", words)))
        case Contact():
            call = call_of(filling, words)
            return Text(tuple(_lines(text for text in (call.role, call.phone, *call.details) if text)))
        case Missing(label):
            return plain_text(words.say("missing", label=label))


def _entries(items: tuple[Text | Case[Text], ...], marker: str, words: Wording) -> Iterator[Paragraph]:
    for item in items:
        first, *further = told(item, words).paragraphs
        yield first if isinstance(item, Case) else replace(first, marker=marker)
        yield from further


def _lines(texts: Iterator[Text]) -> Iterator[Paragraph]:
    for text in texts:
        yield from text.paragraphs
