"""What must hold in one slide, and in its pictures, beyond the types of their fields."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from deckgen.diagnostics import Keys, Place, Report
from deckgen.messages.spelling import closest
from deckgen.messages.terms import span
from deckgen.model.blocks import ChartBlock, PictureBlock, TableBlock
from deckgen.model.course import SourceSlide
from deckgen.model.pieces import Scene, SceneArrow, SceneIcon, SceneLabel, SceneShape
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
    types_shown_as,
)
from deckgen.model.text import NOWHERE, Source
from deckgen.model.walking import pieces
from deckgen.readers.shapes import missing
from deckgen.readers.spots import Spot, Standing, loose_slots, spots

# Pictures: all of it lies on the canvas ------------------------------------------------------------------------------

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


# Slides --------------------------------------------------------------------------------------------------------------

MOST_SERIES = 4
"""Of a chart: more cannot be told apart in grey."""
MOST_FLOWS = 3
MOST_COLUMNS = 3
"""Of a slide of blocks: more would be too narrow to read."""

_NARROW = 0.2
"""Share of the page's width that a column with text has at least: some nine signs a line."""

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
    for column in columns:
        share = column.weight / sum(each.weight for each in columns)
        if share < _NARROW and not all(isinstance(block, PictureBlock) for block in column.blocks):
            place = column.keys.of("weight", column.place)
            report.add("column-narrow", place, share=f"{share:.0%}", least=f"{_NARROW:.0%}")


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
    count = len(block.series[0].values if _are_uncounted(block.categories, slots) else block.categories)
    for series in block.series:
        if len(series.values) != count:
            report.add("chart-values", series.name.place, expected=count, found=len(series.values))


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
    cells = [(row[0].place, count) for row in slide.rows if (count := _cells_of(row, slots))]
    columns = cells[0][1] if cells and _are_uncounted(slide.columns, slots) else len(slide.columns)
    for place, count in cells:
        if count != columns:
            report.add("table-row", place, expected=columns, found=count)
    if slide.widths and len(slide.widths) != columns:
        report.add(
            "table-widths", slide.keys.of("widths", slide.columns[0].place), expected=columns, found=len(slide.widths)
        )


def _cells_of(row: Sequence[Source], slots: dict[str, SlotDeclaration] | None) -> int | None:
    """How many cells a row has; None where a slot stands for it of which that is told by itself."""
    if len(row) > 1 or not row[0].slot:
        return len(row)
    slot = slots.get(row[0].slot) if slots else None
    return len(slot.columns) if slot and slot.columns else None
