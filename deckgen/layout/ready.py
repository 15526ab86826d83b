"""What a deck offers for slides that somebody adds in PowerPoint: the slide master, and layouts that its pages lack."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain

from deckgen.caches import of_newest
from deckgen.diagnostics import Report
from deckgen.layout import chrome
from deckgen.layout.content import comparison, points
from deckgen.layout.kit import Kit, Overfull
from deckgen.layout.layouts import Arrangements, Offer, offers
from deckgen.layout.slides import cover, section
from deckgen.layout.stacking import equal_row
from deckgen.model.blocks import Side
from deckgen.model.course import Course, Part
from deckgen.model.frames import (
    Box,
    Item,
    LayoutPlaceholder,
    ParagraphLook,
    Placeholder,
    PlaceholderType,
    Shape,
    SlideLayout,
    TextBody,
)
from deckgen.model.pieces import Point
from deckgen.model.slides import CoverSlide, SectionSlide
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import ColourRole, SizeRole, Theme
from deckgen.text.fonts import FontSet
from deckgen.units import pt
from deckgen.wording import Wording

_LEVELS: tuple[SizeRole, ...] = ("body", "small", "label", "label", "label")
"""Sizes of the master's list levels."""
_HANGING = 1.1
"""Room for a bullet as a multiple of the size."""
_TONES: tuple[ColourRole, ColourRole] = ("primary", "secondary")
"""Of what is compared."""
_GAP = 0.35
"""Space between items as a multiple of the size."""


def master(kit: Kit, course: Course) -> SlideLayout:
    """Title, body and footers as they are where no layout says otherwise."""
    framed = [offer.placeholder(kit.words) for offer in offers(_framed(kit, course))]
    body = LayoutPlaceholder(shape=_body(kit, "body"), prompts=(kit.say("prompt-text"),), looks=_bullets(kit))
    return replace(chrome.backdrop(kit, "master"), decorations=(), placeholders=(framed[0], body, *framed[1:]))


def _bullets(kit: Kit) -> tuple[ParagraphLook, ...]:
    """A list's levels, each further in than the one above it."""
    hangings = [pt(kit.size(role) * _HANGING) for role in _LEVELS]
    return tuple(
        ParagraphLook(
            size=kit.size(role),
            pitch=round(kit.size(role) * kit.theme.fonts.line_height, 1),
            space_before=round(kit.size(role) * _GAP, 1),
            marker="-",
            level=level,
            left=sum(hangings[: level + 1]),
            hanging=hangings[level],
        )
        for level, role in enumerate(_LEVELS)
    )


def _framed(kit: Kit, course: Course) -> Iterator[Item]:
    """Title and footers of a slide that is yet to be."""
    yield from chrome.title_items(kit, plain_text(kit.say("prompt-title")), "")
    yield from chrome.footer_items(kit, course, 1, Report(), on_ink=False)


def add_to(arrangements: Arrangements, kit: Kit, course: Course) -> None:
    """Layouts for the ordinary needs of whoever adds a slide, in the looks of the deck."""
    title, *footers = (offers((item,)) for item in _framed(kit, course))
    for kind, content in _contents(kit.theme, kit.fonts, kit.words):
        arrangements.name_of(kind, (*title, *content, *chain(*footers)))
    for kind in ("cover", "section"):
        if kind not in arrangements.by_kind:
            with suppress(Overfull):
                arrangements.name_for(kind, _opening(kind, kit, course))


@of_newest(4)
def _contents(theme: Theme, fonts: FontSet, words: Wording) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    """What stands between title and footers, by the kind of slide: the same for every course."""
    kit = Kit(theme, fonts, 0, "", words=words)
    found: list[tuple[str, tuple[Offer, ...]]] = []
    for kind, content in _CONTENTS:
        with suppress(Overfull):  # a page so small that no words fit it in large type
            found.append((kind, offers(content(kit))))
    return tuple(found)


def _opening(kind: str, kit: Kit, course: Course) -> Iterator[Item]:
    """A cover or a divider for a course that has none."""
    title, lead, notes = (plain_text(kit.say(f"prompt-{each}")) for each in ("title", "subtitle", "text"))
    part = Part(title=title, minutes=0, slide_ids=(), numbered=True)
    if kind == "cover":
        yield from cover.draw(CoverSlide(id="", title=title, notes=notes, subtitle=lead), kit, course, part)
    else:
        of_one = replace(course, parts=(part,))
        yield from section.draw(SectionSlide(id="", title=title, notes=notes, lead=lead), kit, of_one, part)
        yield from chrome.footer_items(kit, course, 1, Report(), on_ink=kit.theme.style.is_dark("section"))


def _cards(count: int) -> Callable[[Kit], Iterator[Item]]:
    def draw(kit: Kit) -> Iterator[Item]:
        heading, text = plain_text(kit.say("prompt-heading")), plain_text(kit.say("prompt-text"))
        sample: Sequence[Point[Text]] = [Point(heading=heading, body=text)] * count
        yield from points.cards(replace(kit, filled=[]), sample, 1).draw(kit.theme.grid.body)

    return draw


def _compared(kit: Kit) -> Iterator[Item]:
    """Two sides, each with its heading."""
    side = Side(heading=plain_text(kit.say("prompt-heading")), items=(plain_text(kit.say("prompt-text")),))
    fresh, tones = replace(kit, filled=[]), _TONES
    cards = [comparison.card(fresh, side, tone, f"side-{at}") for at, tone in enumerate(tones, 1)]
    yield from equal_row(cards, kit.theme.grid.gutter).draw(kit.theme.grid.body)


def _one(kind: PlaceholderType) -> Callable[[Kit], Iterator[Item]]:
    def draw(kit: Kit) -> Iterator[Item]:
        yield _body(kit, kind)

    return draw


def _beside(kind: PlaceholderType) -> Callable[[Kit], Iterator[Item]]:
    """Something to look at, with words at its right."""

    def draw(kit: Kit) -> Iterator[Item]:
        region, gutter = kit.theme.grid.body, kit.theme.grid.gutter
        width = (region.width - gutter) * 3 // 5
        yield replace(_body(kit, kind), box=replace(region, width=width))
        words = Box(region.x + width + gutter, region.y, region.width - width - gutter, region.height)
        yield replace(_body(kit, "body"), box=words)

    return draw


def _body(kit: Kit, kind: PlaceholderType) -> Shape:
    placeholder = Placeholder(kind, 1)
    region = kit.theme.grid.body
    return Shape(box=region, name="", geometry="rectangle", body=TextBody(()), placeholder=placeholder)


_CONTENTS: tuple[tuple[str, Callable[[Kit], Iterator[Item]]], ...] = (
    ("title-only", lambda kit: iter(())),
    ("words", _one("body")),
    *(("cards", _cards(count)) for count in (2, 3, 4)),
    ("comparison", _compared),
    ("picture-words", _beside("picture")),
    ("picture-alone", _one("picture")),
    ("table-alone", _one("table")),
    ("chart-words", _beside("chart")),
)
"""Kind of slide, and what stands between title and footers."""
