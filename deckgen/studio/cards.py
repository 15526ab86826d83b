"""What a page shows of the slides of a company: a card each, by parts, with what may be done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from deckgen.diagnostics import Diagnostic, Place, Report, Stop
from deckgen.merge.selection import select
from deckgen.messages import severity_of
from deckgen.model.company import Profile
from deckgen.model.course import CourseSource, MergedSlide, SourceSlide
from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.model.questions import Plain
from deckgen.model.theme import ColourRole, Theme
from deckgen.pipeline.material import DEFAULT_THEME, Material, theme_named
from deckgen.readers.arranging import said
from deckgen.readers.shelves import names_on
from deckgen.readers.tree import Mapping, Node, Scalar
from deckgen.readers.tree import Sequence as Listed
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.asking import Told, in_words
from deckgen.studio.reading import Reading, mark_of
from deckgen.wording import Language, Wording
from deckgen.writers.html import slide_html
from deckgen.writers.html.prose import prose

LEAVE_OUT, ADD, NOTES = ("slides", "leave_out"), ("slides", "add"), ("slides", "notes")
CardState = Literal["in", "out", "empty", "lost"]
"""Shown, left out by the company, left out since nothing fills it, or without a place among the others."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a company says in the speaker notes of a slide; with nothing in it, what it might say."""

    number: int
    """Of the entry in the profile; -1 for one that is not there yet."""
    mode: str
    text: str
    mark: str
    """Of what was there when the page was made."""


@dataclass(frozen=True, slots=True)
class Card:
    """A slide, and what may be done with it."""

    id: str
    title: str
    kind: str
    minutes: float
    state: CardState
    is_optional: bool
    is_own: bool
    mark: str
    """Of an own slide, as it stood when the page was made."""
    number: int
    """Of its first page in the deck; 0 for what is not in it."""
    html: Markup | None
    """Its first page, drawn; None where it cannot be laid out."""
    notes: Markup
    """What is said with it now."""
    spoken: tuple[Spoken, ...]
    covers: tuple[str, ...]
    """What the training has to cover and no other slide covers."""
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class CardGroup:
    """A part of the training."""

    title: str
    """Empty for slides without a place."""
    is_lost: bool
    cards: tuple[Card, ...]

    @property
    def minutes(self) -> float:
        """Of the slides that are shown."""
        return sum(card.minutes for card in self.cards if card.state == "in")


@dataclass(frozen=True, slots=True)
class Cards:
    """The slides of a company."""

    groups: tuple[CardGroup, ...]
    planned: float
    """Minutes of the course as it comes, with all its slides and no others."""

    @property
    def minutes(self) -> float:
        """Of all slides that are shown."""
        return sum(group.minutes for group in self.groups)

    @property
    def count(self) -> int:
        """Slides that are shown."""
        return sum(card.state == "in" for group in self.groups for card in group.cards)


@lru_cache(maxsize=8)
def without(reading: Reading, path: tuple[str, ...]) -> Reading:
    """The profile as it would be without what it says under a path of keys."""
    try:
        return reading.with_values((path, None))
    except Tied:
        return reading


def entries_of(reading: Reading, path: tuple[str, ...]) -> list[Plain]:
    """The entries of a list of the profile; none where there is no list."""
    found = said(reading.data, path)
    return found if isinstance(found, list) else []


def own_number(reading: Reading, slide: str) -> int | None:
    """Which entry of the profile an own slide is; None where there is none of that name."""
    entries = entries_of(reading, ADD)
    return next((at for at, each in enumerate(entries) if _id_of(each) == slide), None)


def _id_of(entry: Plain) -> str:
    slide = entry.get("slide") if isinstance(entry, dict) else None
    found = slide.get("id") if isinstance(slide, dict) else None
    return found if isinstance(found, str) else ""


def ordered(material: Material) -> list[SourceSlide]:
    """All slides in their order, those that are left out among them."""
    return select(material.course, replace(material.profile, left_out=()), Report())


# The cards -----------------------------------------------------------------------------------------------------------


def cards_of(reading: Reading, material: Material, language: Language) -> Cards:
    """The slides of a company, whether or not they can be laid out now."""
    slides = ordered(material)
    placed = {slide.id for slide in slides}
    lost = [each.slide for each in material.profile.additions if each.slide.id not in placed]
    maker = _Maker(reading, material, language, (*slides, *lost))
    groups: list[list[SourceSlide]] = []
    for slide in slides:
        if slide.kind == "section" or not groups:
            groups.append([])
        groups[-1].append(slide)
    made = [maker.group(group, is_lost=False) for group in groups]
    made += [maker.group(lost, is_lost=True)] if lost else []
    return Cards(tuple(made), sum(slide.minutes for slide in material.course.slides))


class _Maker:
    """Makes the cards of one reading."""

    def __init__(self, reading: Reading, material: Material, language: Language, slides: Sequence[SourceSlide]) -> None:
        self._reading, self._profile, self._course = reading, material.profile, material.course
        self._left_out = {each.slide_id for each in material.profile.left_out}
        self._own = {_id_of(each): mark_of(each) for each in entries_of(reading, ADD)}
        shown = reading.publication
        self._shown = {slide.id for slide in shown.course.slides} if shown else None
        self._drawn = dict(_drawn(reading, {slide.id for slide in slides} - self._empty(slides)))
        self._notes = entries_of(reading, NOTES)
        self._needed = {
            each.id: each.label
            for each in material.course.requirements
            if each.applies == "always" or material.profile.is_certified
        }
        self._covering = [slide for slide in slides if slide.id not in self._left_out]
        self._told = told_of_slides(reading, material.course, material.profile, language)

    def _empty(self, slides: Sequence[SourceSlide]) -> set[str]:
        """Slides that nothing fills, as far as that is known."""
        return {slide.id for slide in slides} - self._left_out - self._shown if self._shown is not None else set()

    def group(self, slides: Sequence[SourceSlide], *, is_lost: bool) -> CardGroup:
        """The cards of one part."""
        cards = tuple(self._card(slide, is_lost=is_lost) for slide in slides)
        if is_lost:
            return CardGroup("", is_lost, cards)
        words = Wording(self._course.language, self._course.words)
        return CardGroup(cards[0].title if slides[0].kind == "section" else words.say("opening"), is_lost, cards)

    def _card(self, slide: SourceSlide, *, is_lost: bool) -> Card:
        drawn = self._drawn.get(slide.id)
        state: CardState = "lost" if is_lost else "out" if slide.id in self._left_out else "in"
        if state == "in" and self._shown is not None and slide.id not in self._shown:
            state = "empty"
        others = {name for each in self._covering if each.id != slide.id for name in each.covers}
        covers = (self._needed[name] for name in slide.covers if name in self._needed and name not in others)
        return Card(
            id=slide.id,
            title=drawn.slide.title.plain if drawn else slide.title.text,
            kind=slide.kind,
            minutes=slide.minutes,
            state=state,
            is_optional=slide.optional and slide.id not in self._own,
            is_own=slide.id in self._own,
            mark=self._own.get(slide.id, ""),
            number=drawn.page.number if drawn and drawn.publication is self._reading.publication else 0,
            html=drawn.html if drawn else None,
            notes=prose(drawn.slide.notes.paragraphs) if drawn else Markup(),
            spoken=self._spoken(slide.id),
            covers=tuple(covers),
            told=tuple(self._told.get(slide.id, ())),
        )

    def _spoken(self, slide: str) -> tuple[Spoken, ...]:
        """What is said of a slide in the profile, or an empty entry to begin with; none for an own slide."""
        if slide in self._own:
            return ()
        found = [
            _as_spoken(at, each)
            for at, each in enumerate(self._notes)
            if isinstance(each, dict) and each.get("slide") == slide
        ]
        return tuple(found) or (_as_spoken(-1, {}),)


def _as_spoken(number: int, entry: dict[str, Plain]) -> Spoken:
    mode = "replace" if "replace" in entry else "add"
    return Spoken(number, mode, str(entry.get(mode, "")), mark_of(entry))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A slide with its first page."""

    slide: MergedSlide
    page: Page
    publication: Publication

    @property
    def html(self) -> Markup:
        return slide_html(self.page, self.publication.deck, self.publication.theme, 4)


def _drawn(reading: Reading, wanted: set[str]) -> Iterator[tuple[str, _Drawn]]:
    """The slides as they are; those that are left out, or that errors keep back, as they would be without that."""
    missing = set(wanted)
    for each in (reading, *(without(reading, path) for path in (LEAVE_OUT, ("slides",)) if missing)):
        if not missing:
            return
        if publication := each.publication:
            slides = {slide.id: slide for slide in publication.course.slides}
            for page in publication.deck.pages:
                if page.slide_id in missing:
                    missing.discard(page.slide_id)
                    yield page.slide_id, _Drawn(slides[page.slide_id], page, publication)


# Findings at the slides that they are about --------------------------------------------------------------------------


def told_of_slides(
    reading: Reading, course: CourseSource, profile: Profile, language: Language
) -> dict[str, list[Told]]:
    """What is said of each slide, by its id; infos are not asked for here."""
    places = list(_places(reading.opened.loaded.tree)) if reading.opened else []
    covering = {name: slide.id for slide in course.slides for name in slide.covers}
    left_out = {each.slide_id for each in profile.left_out}
    told: dict[str, list[Told]] = {}
    for found in reading.findings:
        values = dict(found.values)
        if severity_of(found.code) == "info" or values.get("slot"):
            continue
        lost = covering.get(values.get("name", "")) if found.code == "requirement-lost" else None
        slide = lost if lost in left_out else _at(found, places) or values.get("slide", "")
        if slide:
            told.setdefault(slide, []).append(in_words(found, language))
    return told


def _at(found: Diagnostic, places: list[tuple[Place, str]]) -> str:
    """The slide in whose part of the profile a finding is."""
    if found.place is None or not places or found.place.file != places[0][0].file:
        return ""
    return next((slide for place, slide in reversed(places) if place <= found.place), "")


def _places(tree: Mapping) -> Iterator[tuple[Place, str]]:
    """Where what is said of each slide begins, in the order of the file; an empty name for everything else."""
    for key, entry in tree.entries.items():
        yield entry.key.place, ""
        if key == "slides" and isinstance(entry.value, Mapping):
            for inner in entry.value.entries.values():
                yield inner.key.place, ""
                items = inner.value.items if isinstance(inner.value, Listed) else []
                yield from ((item.place, _named(item)) for item in items)


def _named(item: Node) -> str:
    """The id of the slide that an entry is about."""
    if isinstance(item, Scalar):
        return item.text.strip()
    slide = item.entries.get("slide") if isinstance(item, Mapping) else None
    if slide is None or isinstance(slide.value, Scalar):
        return slide.value.text.strip() if slide and isinstance(slide.value, Scalar) else ""
    name = slide.value.entries.get("id") if isinstance(slide.value, Mapping) else None
    return name.value.text.strip() if name and isinstance(name.value, Scalar) else ""


# Looks ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """A theme to choose."""

    name: str
    title: str
    colours: tuple[str, ...]
    """`#rrggbb`, as its swatches show them."""
    is_chosen: bool


_SWATCHES: tuple[ColourRole, ...] = ("primary", "secondary", "warning", "danger", "safe", "surface")


def looks_of(reading: Reading) -> tuple[Look, ...]:
    """The themes of the workspace that can be read."""
    if reading.opened is None:
        return ()
    workspace, chosen = reading.opened.workspace, reading.opened.loaded.theme or DEFAULT_THEME
    found = []
    for name in names_on(workspace.theme_shelves):
        try:
            theme: Theme = theme_named(name, workspace, Report())
        except Stop:
            continue
        colours = tuple(f"#{theme.colours[role]}" for role in _SWATCHES)
        found.append(Look(name, theme.title, colours, name == chosen))
    return tuple(found)
