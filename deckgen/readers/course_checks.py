"""What must hold in a course beyond the types of its fields: in slides, slots and questions, and as a whole."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, assert_never

from deckgen.diagnostics import Keys, Place, Report, shown
from deckgen.messages.spelling import closest, closest_slide
from deckgen.messages.terms import span
from deckgen.model.blocks import ChartBlock, PictureBlock, TableBlock
from deckgen.model.course import CourseSource, SourceSlide
from deckgen.model.pieces import Scene, SceneArrow, SceneIcon, SceneLabel, SceneShape
from deckgen.model.quiz import AnyItem, Item, MultipleItem, OrderingItem, SingleItem, TrueFalseItem
from deckgen.model.slides import (
    CaseSlide,
    ContentSlide,
    PictureSlide,
    ReferencesSlide,
    TableSlide,
    TwoFlowsSlide,
)
from deckgen.model.slots import (
    AwaitedImage,
    Image,
    SlotDeclaration,
    SlotRef,
    SlotType,
    traits_of,
    types_shown_as,
)
from deckgen.model.standard_slots import NEEDED, RESERVED, STANDARD_SLOTS
from deckgen.model.text import NOWHERE, Source
from deckgen.model.walking import pieces
from deckgen.readers.shapes import SLOT_NAME, missing
from deckgen.readers.spots import NUMBERS, Spot, Standing, loose_slots, spots
from deckgen.readers.translation import FOLDER

# What must hold in a picture beyond the types of its fields ----------------------------------------------------------
# All of it lies on its canvas.

_SLACK = 0.01
"""Units that come of adding decimals."""


@dataclass(frozen=True, slots=True)
class _Span:
    """What a part takes of one side of the canvas."""

    side: str
    """Term of the message catalogue."""
    begin: float
    end: float
    room: float


def check_scene(scene: Scene, report: Report) -> None:
    """Report every part that leaves the canvas, at the line of the part."""
    for part in scene.parts:
        for stretch in _spans(part, scene):
            if stretch.begin < -_SLACK or stretch.end > stretch.room + _SLACK:
                numbers = {"begin": f"{stretch.begin:g}", "end": f"{stretch.end:g}", "room": f"{stretch.room:g}"}
                report.add("scene-outside", part.place, side=stretch.side, **numbers)


def _spans(part: SceneIcon | SceneShape | SceneArrow | SceneLabel, scene: Scene) -> Iterator[_Span]:
    match part:
        case SceneIcon(at=(x, y), size=size):
            yield _Span("@across", x - size / 2, x + size / 2, scene.width)
            yield _Span("@down", y - size / 2, y + size / 2, scene.height)
        case SceneShape(at=(x, y), size=(width, height)):
            yield _Span("@across", x, x + width, scene.width)
            yield _Span("@down", y, y + height, scene.height)
        case SceneArrow(start=start, end=end):
            yield _Span("@across", min(start[0], end[0]), max(start[0], end[0]), scene.width)
            yield _Span("@down", min(start[1], end[1]), max(start[1], end[1]), scene.height)
        case SceneLabel(at=(x, y), width=width):  # how high it is, its text tells
            yield _Span("@across", x - width / 2, x + width / 2, scene.width)
            yield _Span("@down", y, y, scene.height)
        case _:
            assert_never(part)


# What must hold in one slide beyond the types of its fields ----------------------------------------------------------

MOST_SERIES = 4
"""Of a chart: more cannot be told apart in grey."""
MOST_FLOWS = 3
MOST_COLUMNS = 3
"""Of a slide of blocks: more would be too narrow to read."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(name: str) -> bool:
    """Whether a name can be an id: lower-case letters and digits, parted by hyphens."""
    return _ID.fullmatch(name) is not None


def check_id(slide_id: str, place: Place, seen: dict[str, Place], report: Report) -> None:
    """Report an id that is ill-formed or taken; `seen` is where ids have been met, and is added to."""
    if not is_id(slide_id) or slide_id == "start":
        report.add("slide-id", place, slide=slide_id)
    if slide_id in seen:
        report.add("slide-duplicate", place, slide=slide_id, other=seen[slide_id])
    seen.setdefault(slide_id, place)


def check_slide(slide: SourceSlide, place: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    """Report what a slide contradicts; `slots` is None where the declarations could not be read."""
    _check_part(slide, place, slots, report)
    _check_kind(slide, place, slots, report)


def check_parts(parts: Iterable[Any], slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    """Report what sound parts of a slide contradict that cannot be read as a whole."""
    for part in parts:
        _check_part(part, NOWHERE, slots, report)


def _check_part(part: Any, place: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    for spot in spots(part):
        _check_spot(spot, place, slots, report)
    for standing in loose_slots(part):
        _check_standing(standing, slots, report)
    for piece in pieces(part):
        _check_piece(piece, slots, report)


def _check_spot(spot: Spot, slide: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    place = spot.place if spot.place.line else slide
    if isinstance(spot.content, SlotRef):
        _fitting(spot.content.name, place, spot.takes, slots, report)
    elif spot.form not in spot.takes:
        report.add("content-other", place, expected=", ".join(sorted(spot.takes)), found=spot.form)


def _fitting(
    name: str, place: Place, takes: frozenset[SlotType], slots: dict[str, SlotDeclaration] | None, report: Report
) -> SlotDeclaration | None:
    """The declaration of a slot that can stand at a place; None where there is none, which is reported if known."""
    if slots is None:
        return None
    if name not in slots:
        report.add("slot-unknown", place, slot=name, suggestion=closest(name, slots))
        return None
    found = slots[name].type
    if found not in takes:
        report.add("content-unfit", place, expected=", ".join(sorted(takes)), found=found, slot=name)
        return None
    return slots[name]


def _check_standing(standing: Standing, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    if standing.is_one_each and _has_entries(standing.slot, slots):
        report.add("list-one-each", standing.place, slot=standing.slot)
        return
    slot = _fitting(standing.slot, standing.place, standing.takes, slots, report)
    if slot and slot.columns and standing.columns and len(slot.columns) != standing.columns:
        report.add("table-row", standing.place, expected=standing.columns, found=len(slot.columns))


def _has_entries(name: str, slots: dict[str, SlotDeclaration] | None) -> bool:
    """Whether a slot puts several entries where it stands."""
    return slots is not None and name in slots and slots[name].type in types_shown_as("entries", "rows")


def _are_uncounted(entries: Sequence[Source], slots: dict[str, SlotDeclaration] | None) -> bool:
    """Whether a list has a slot in it of which nobody knows how many entries it stands for; that is told by itself."""
    return any(_has_entries(entry.slot, slots) for entry in entries)


def _check_kind(slide: Any, place: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    match slide:
        case TwoFlowsSlide(flows=flows) if len(flows) > MOST_FLOWS:
            place = flows[MOST_FLOWS].heading.place
            report.add("list-length", place, name="@flows", expected=span(1, MOST_FLOWS), found=len(flows))
        case ContentSlide(columns=columns, blocks=blocks):
            _check_columns(columns, blocks, slide.keys, place, report)
        case TableSlide():
            _check_table(slide, slots, report)
        case PictureSlide():
            _check_picture(slide, place, slots, report)
        case CaseSlide(scene=scene, photo=photo) if (scene is None) == (photo is None):
            report.add("case-picture", slide.keys.of("photo", place))
        case ReferencesSlide():
            _check_addresses(slide, report)


def _check_columns(columns: Sequence[Any], blocks: Sequence[Any], keys: Keys, place: Place, report: Report) -> None:
    written = [keys[key] for key in ("blocks", "columns") if key in keys]
    if written and not (columns or blocks):
        report.add("list-empty", written[0])
    elif bool(columns) == bool(blocks):
        report.add("content-columns", max(written, default=place))
    if len(columns) > MOST_COLUMNS:
        place, expected = columns[MOST_COLUMNS].place, span(1, MOST_COLUMNS)
        report.add("list-length", place, name="@columns", expected=expected, found=len(columns))


def _check_piece(piece: Any, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    match piece:
        case Scene():
            check_scene(piece, report)
        case TableBlock():
            _check_table(piece, slots, report)
        case ChartBlock():
            _check_chart(piece, slots, report)
        case PictureBlock():
            _check_picture(piece, piece.place, slots, report)


def _check_chart(block: Any, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    most = 1 if block.form == "pie" else MOST_SERIES
    if len(block.series) > most:
        place, found = block.series[most].name.place, len(block.series)
        report.add("list-length", place, name="@series", expected=span(1, most), found=found)
    for series in () if _are_uncounted(block.categories, slots) else block.series:
        if len(series.values) != len(block.categories):
            expected, found = len(block.categories), len(series.values)
            report.add("chart-values", series.name.place, expected=expected, found=found)


def _check_picture(slide: Any, place: Place, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    if (slide.scene is None) == (slide.file is None):
        report.add("picture-source", slide.keys.of("file", place))
    if slide.file is not None and slide.alt is None and not _is_described(slide.file, slots):
        in_braces = all(each.line == place.line for each in slide.keys.values())
        report.add("missing-key", place, **missing("alt", in_braces))


def _is_described(file: Image, slots: dict[str, SlotDeclaration] | None) -> bool:
    """Whether a company says what its picture shows; it may, where the declarations could not be read."""
    if not isinstance(file, AwaitedImage):
        return False
    slot = slots.get(file.slot) if slots is not None else None
    return slots is None or (slot is not None and slot.type == "picture")


def _check_addresses(slide: Any, report: Report) -> None:
    if not any(reference.applies == "always" for reference in slide.references):
        first = slide.references[0]
        report.add("references-certified", first.keys.of("applies", first.place), slide=slide.id)


def _check_table(slide: Any, slots: dict[str, SlotDeclaration] | None, report: Report) -> None:
    columns = len(slide.columns)
    if _are_uncounted(slide.columns, slots):
        return
    for row in slide.rows:
        if len(row) != columns and not (len(row) == 1 and row[0].slot):
            report.add("table-row", row[0].place, expected=columns, found=len(row))
    if slide.widths and len(slide.widths) != columns:
        report.add(
            "table-widths", slide.keys.of("widths", slide.columns[0].place), expected=columns, found=len(slide.widths)
        )


# What must hold among the slot declarations of a course --------------------------------------------------------------


def check_slots(slots: Sequence[SlotDeclaration], course: Place, *, is_whole: bool, report: Report) -> None:
    """Report names that cannot be or clash, and declarations that contradict themselves."""
    seen: dict[str, SlotDeclaration] = {}
    for slot in slots:
        _check_name(slot, seen, report)
        seen.setdefault(slot.name, slot)
        _check_declaration(slot, report)
    for slot in slots:
        for inner in _parents(slot.name):
            if inner in seen:
                report.add("slot-nested", slot.keys.of("name", slot.place), slot=slot.name, parent=inner)
    if is_whole:
        for name in NEEDED:
            if name not in seen:
                report.add("slot-standard-missing", course, slot=name)


def _check_name(slot: SlotDeclaration, seen: Mapping[str, SlotDeclaration], report: Report) -> None:
    if not SLOT_NAME.fullmatch(slot.name):
        report.add("slot-name", slot.keys.of("name", slot.place), slot=slot.name)
    elif slot.name.split(".")[0] in RESERVED:
        report.add("slot-reserved", slot.keys.of("name", slot.place), slot=slot.name, names=", ".join(RESERVED))
    elif slot.name in seen:
        report.add("slot-duplicate", slot.keys.of("name", slot.place), slot=slot.name, line=seen[slot.name].place.line)


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _check_declaration(slot: SlotDeclaration, report: Report) -> None:
    if slot.type not in STANDARD_SLOTS.get(slot.name, (slot.type,)):
        expected = ", ".join(sorted(STANDARD_SLOTS[slot.name]))
        report.add(
            "slot-standard-type", slot.keys.of("type", slot.place), slot=slot.name, expected=expected, found=slot.type
        )
    if (slot.type in ("choice", "yes-no")) != bool(slot.options):
        report.add("slot-options", slot.keys.of("options", slot.place), slot=slot.name)
    if (slot.type == "table") != bool(slot.columns):
        report.add("slot-columns", slot.keys.of("columns", slot.place), slot=slot.name)
    if slot.unit and slot.type not in NUMBERS:
        report.add("slot-unit", slot.keys.of("unit", slot.place), slot=slot.name)
    if slot.default and traits_of(slot.type).shape not in ("entries", "ruling"):
        report.add("slot-default", slot.keys.of("default", slot.place), slot=slot.name)
    if slot.minimum is not None and slot.maximum is not None and slot.minimum > slot.maximum:
        report.add(
            "slot-bounds",
            slot.keys.of("minimum", slot.place),
            slot=slot.name,
            minimum=slot.minimum,
            maximum=slot.maximum,
        )


# What must hold in the questions of a test beyond the types of their fields ------------------------------------------

MOST_CHOICES = 10
"""Choices are named by the first ten of the kana that Japanese tests use."""
_LEAST_STEPS = 3
LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_EXPLANATION = 800, 400, 2_000
"""Characters."""


def check_items(
    items: Iterable[AnyItem[Source]], seen: dict[str, Place], slides: Mapping[str, str] | None, report: Report
) -> None:
    """Report what contradicts itself; `seen` is where ids have been met, and is added to.

    `slides` are the titles of the slides that there are, by id; None where some could not be read.
    """
    for item in items:
        _check_id(item, seen, report)
        if slides is not None and item.slide not in slides:
            meant = closest_slide(item.slide, slides)
            report.add(
                "quiz-slide-unknown",
                item.keys.of("slide", item.place),
                item=item.id,
                slide=item.slide,
                suggestion=meant,
            )
        _check_choices(item, report)
        _check_lengths(item, report)


def _check_id(item: Item[Source], seen: dict[str, Place], report: Report) -> None:
    if not is_id(item.id):
        report.add("quiz-id", item.keys.of("id", item.place), item=item.id)
    if item.id in seen:
        report.add("quiz-duplicate", item.keys.of("id", item.place), item=item.id, other=seen[item.id])
    seen.setdefault(item.id, item.keys.of("id", item.place))


def _check_choices(item: AnyItem[Source], report: Report) -> None:
    match item:
        case SingleItem(choices=choices):
            right = sum(choice.correct for choice in choices)
            if not right:
                report.add("quiz-no-answer", item.keys.of("choices", item.place), item=item.id)
            elif right != 1:
                report.add("quiz-single", item.keys.of("choices", item.place), item=item.id, found=right)
            _check_texts(item, [choice.text for choice in choices], 2, report)
        case MultipleItem(choices=choices):
            right = sum(choice.correct for choice in choices)
            if not 1 <= right < len(choices):
                report.add("quiz-multiple", item.keys.of("choices", item.place), item=item.id)
            _check_texts(item, [choice.text for choice in choices], 2, report)
        case OrderingItem(choices=steps):
            _check_texts(item, steps, _LEAST_STEPS, report)


def _check_lengths(item: AnyItem[Source], report: Report) -> None:
    """What cannot be taken in at a glance is no question; what fills a page is no choice."""
    choices = () if isinstance(item, TrueFalseItem) else item.choices
    texts = [(item.question, LONGEST_QUESTION), (item.explanation, LONGEST_EXPLANATION)]
    texts += [(choice if isinstance(choice, Source) else choice.text, LONGEST_CHOICE) for choice in choices]
    for text, limit in texts:
        if len(text.text) > limit:
            report.add("text-too-long", text.place, limit=limit, found=len(text.text))


def _check_texts(item: Item[Source], texts: Iterable[Source], least: int, report: Report) -> None:
    texts = list(texts)
    if not least <= len(texts) <= MOST_CHOICES:
        report.add(
            "list-length",
            item.keys.of("choices", item.place),
            name="@choices",
            expected=span(least, MOST_CHOICES),
            found=len(texts),
        )
    for text, count in Counter(text.text for text in texts).items():
        if count > 1:
            same = [each.place for each in texts if each.text == text]
            report.add("quiz-same-choice", _to_change(same, texts), item=item.id, text=text)


def _to_change(same: Sequence[Place], texts: Sequence[Source]) -> Place:
    """Where texts that are the same are told apart: the last of them, but where one is laid over another file, there.

    A translation is laid over whole questions; what an edition changes stands beside others that it does not.
    """
    file, _ = Counter(text.place.file for text in texts).most_common(1)[0]
    laid_over = [place for place in same if _is_translated(place)] or [place for place in same if place.file != file]
    return (laid_over or same)[-1]


def _is_translated(place: Place) -> bool:
    return PurePath(place.file).parent.name == FOLDER


# What must hold in a course as a whole, once each of its parts has been read -----------------------------------------

_FACT = re.compile(r"[a-z][a-z0-9_]*")


def check(course: CourseSource, places: Sequence[Place], *, is_whole: bool, report: Report) -> None:
    """Report what does not hold beyond one slide or question.

    `is_whole` is false where a part could not be read, so that others may lack it.
    """
    check_slots(course.slots, Place(shown(course.files[0])), is_whole=is_whole, report=report)
    _check_law(course, report)
    seen: dict[str, Place] = {}
    for slide, place in zip(course.slides, places, strict=True):
        check_id(slide.id, slide.keys.of("id", place), seen, report)
    if is_whole:
        _check_cover(course, places, report)
        _check_agenda(course, places, report)


def _check_cover(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    for number, (slide, place) in enumerate(zip(course.slides, places, strict=True)):
        if (slide.kind == "cover") != (number == 0):
            report.add("cover-first", place, slide=slide.id)


def _check_agenda(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    """An agenda lists the sections of a course: where there are none, it has nothing to list."""
    if any(slide.kind == "section" for slide in course.slides):
        return
    for slide, place in zip(course.slides, places, strict=True):
        if slide.kind == "agenda":
            report.add("agenda-without-sections", place, slide=slide.id)


def _check_law(course: CourseSource, report: Report) -> None:
    known: set[str] = set()
    for fact in course.law:
        if not _FACT.fullmatch(fact.id) or fact.id in known:
            report.add("law-name", fact.keys.of("id", fact.place), name=fact.id)
        known.add(fact.id)
