"""What a slide loses where a company left an optional slot empty, and what of it stays."""

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args

from deckgen.diagnostics import Place
from deckgen.model.blocks import (
    Branch,
    ChartBlock,
    ComparisonBlock,
    LinkBlock,
    PictureBlock,
    Side,
    StepsBlock,
    TableBlock,
)
from deckgen.model.pieces import Flow, Point, Reference
from deckgen.model.slides import (
    CaseSlide,
    ChangeMapSlide,
    ChecklistSlide,
    ClosingSlide,
    ContentSlide,
    EmergencySlide,
    PictureSlide,
    Slide,
    TableSlide,
    TextSlide,
)
from deckgen.model.slots import Awaited, Image, Prose, SlotRef
from deckgen.model.text import Source
from deckgen.model.training import StaffList

RUNNING_TEXT = {(Slide, "notes"), (Slide, "written"), (Slide, "cues"), (Prose, "text")}
"""Fields with paragraphs and lists; every other text is one paragraph."""

_ONE_OF: dict[type, tuple[str, ...]] = {
    CaseSlide: ("incidents", "causes"),
    ChecklistSlide: ("groups", "callout"),
    ClosingSlide: ("takeaways", "callout"),
    ContentSlide: ("columns", "blocks"),
    EmergencySlide: ("actions", "contacts", "report_items", "flows"),
    TextSlide: ("points", "callout"),
}
"""Each of these fields may be empty as long as another one is not."""
_GOES_WITH = {(PictureBlock, "file"), (PictureSlide, "file"), (Point, "body"), (Reference, "url")}
"""What a part may do without, but which the part is about where it is written: a heading alone would tell nothing."""
_IN_ORDER = {StepsBlock: "steps", Flow: "steps", ChangeMapSlide: "changes"}
"""Points that follow one another: one without its body stays, since the others follow on it."""
_NAMES = frozenset(
    ("heading", "label", "term", "duty", "when", "name", "title", "lead", "columns", "categories", "source", "credit",
     "caption", "by", "publisher", "edition", "note", "notes", "written", "cues")
)  # fmt: skip
"""Fields that only name, introduce or accompany what goes with them."""

Lack = Literal["no", "none", "blank"]
"""What may stand in the place of a field's value: nothing at all, None, or nothing between its quotes or brackets."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a course is not for one company."""

    absent: frozenset[str]
    """Its optional slots that the company left empty."""
    is_certified: bool

    def entries(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of a list that are for the company and hold something; what stands below an entry that is
        empty stays in its place.
        """
        kept: list[Any] = []
        for part in parts:
            if self._applies(part) and not self._empties_entry(part):
                is_headless = isinstance(part, Branch) and self.empties(part.text)
                kept += self.entries(part.items) if is_headless else (part,)
        return tuple(kept)

    def empties(self, part: Any) -> str:
        """The optional slot left empty that takes the whole part with it; nothing where the part stays.

        A list goes with the last of its entries, a record with any field that it cannot be without.
        """
        if not self.absent:
            return ""
        if isinstance(part, Source | Awaited):
            return part.slot if part.slot in self.absent else ""
        if isinstance(part, SlotRef):
            return part.name if part.name in self.absent else ""
        if isinstance(part, tuple):
            reasons = [self._empties_entry(each) for each in part if self._applies(each)]
            return reasons[-1] if reasons and all(reasons) else ""
        return self._empties_record(part) if is_record(part) else ""

    def _empties_record(self, part: Any) -> str:
        if isinstance(part, Branch):
            return self.empties(part.text) and self.empties(part.items)
        if isinstance(part, ComparisonBlock):
            return self.empties(part.sides)
        if isinstance(part, ChartBlock) and not self.columns(part):
            return self._first_absent(part)
        part = self.settled(part)
        kind: Any = type(part)
        needed = (getattr(part, name) for name, _, lack in plan(kind) if lack == "no" or (kind, name) in _GOES_WITH)
        return next(filter(None, map(self.empties, needed)), "") or self._empties_all(part)

    def _empties_all(self, part: Any) -> str:
        """The slot of the last of several fields of which one has to hold something."""
        values = [getattr(part, name) for name in _ONE_OF.get(type(part), ())]
        reasons = [self.empties(value) for value in values if value not in (None, ())]
        return reasons[-1] if reasons and all(reasons) else ""

    def _empties_entry(self, part: Any) -> str:
        """The same for an entry of a list; a row of a table goes where nothing is left behind its first cell."""
        return self.empties(part[1:] or part) if isinstance(part, tuple) else self.empties(part)

    def columns(self, chart: ChartBlock[Any]) -> tuple[int, ...]:
        """The categories of a chart, from 0, that are there with all figures, but for series without any figure."""
        series = [each.values for each in chart.series if not self.empties(each)]
        columns = [values for values in zip(*series, strict=True) if values]
        return tuple(
            at
            for at, (name, values) in enumerate(zip(chart.categories, columns, strict=False))
            if not self.empties(name) and not any(map(self.empties, values))
        )

    def _first_absent(self, chart: ChartBlock[Any]) -> str:
        values = (value for each in chart.series for value in (each.name, *each.values))
        return next(filter(None, map(self.empties, (*values, *chart.categories))), "")

    def _applies(self, part: Any) -> bool:
        return self.is_certified or getattr(part, "applies", "always") == "always"

    # What stays in order when some of it goes ------------------------------------------------------------------------

    def settled(self, part: Any) -> Any:
        """The part without what goes from within it and takes its like along: the cells of a column; or leaves its
        place behind: a side of a comparison, the body of a step.
        """
        match part:
            case TableSlide() | TableBlock() if any(map(self.empties, part.columns)):
                return self._with_columns(part, self.kept_columns(part))
            case ComparisonBlock(sides=sides) if any(map(self.empties, sides)):
                return replace(part, sides=(self._side(sides[0]), self._side(sides[1])))
            case StepsBlock() | Flow() | ChangeMapSlide():
                steps: Any = {name: tuple(map(self._step, getattr(part, name))) for name in (_IN_ORDER[type(part)],)}
                return replace(part, **steps)
        return part

    def kept_columns(self, table: Any) -> tuple[int, ...]:
        """The columns of a table, from 0, that are not of a slot left empty."""
        return tuple(at for at, head in enumerate(table.columns) if not self.empties(head))

    def _with_columns(self, table: Any, kept: tuple[int, ...]) -> Any:
        if not kept:
            return table
        return replace(
            table,
            columns=chosen(table.columns, kept),
            widths=chosen(table.widths, kept) if table.widths else (),
            rows=tuple(chosen(row, kept) if len(row) == len(table.columns) else row for row in table.rows),
            row_headers=table.row_headers and kept[0] == 0,
        )

    def _side(self, side: Side[Source]) -> Side[Source]:
        return Side(heading=Source("", side.heading.place), items=()) if self.empties(side) else side

    def _step(self, step: Point[Source]) -> Point[Source]:
        return replace(step, body=None) if self.empties(step.body) else step

    # What goes with it -----------------------------------------------------------------------------------------------

    def keeps_words(self, part: Any) -> bool:
        """Whether a part that goes has more to say than names and what is empty."""
        if isinstance(part, Source | SlotRef):
            return not self.empties(part)
        if isinstance(part, Point):
            return not self.empties(part.body or part.heading)
        if isinstance(part, LinkBlock):
            return not self.empties(part.url)
        if isinstance(part, tuple):
            return any(self.keeps_words(each[1:] if isinstance(each, tuple) else each) for each in part)
        told = (each.name for each in fields(part) if each.name not in _NAMES) if is_record(part) else ()
        return any(self.keeps_words(getattr(part, name)) for name in told) or bool(getattr(part, "url", ""))

    def place_in(self, part: Any) -> Place | None:
        """Where the first slot left empty stands in a part."""
        if isinstance(part, Source | SlotRef | Awaited):
            return part.place if self.empties(part) else None
        inner = part if isinstance(part, tuple) else ()
        if is_record(part):
            inner = tuple(getattr(part, each.name) for each in fields(part))
        return next(filter(None, map(self.place_in, inner)), None)


def chosen(values: tuple[Any, ...], kept: tuple[int, ...]) -> tuple[Any, ...]:
    """The values at some positions."""
    return tuple(values[at] for at in kept)


def is_record(part: Any) -> bool:
    """Whether a part is made of fields that may hold texts and slots."""
    kind: Any = type(part)
    return _has_fields(kind)


@cache
def _has_fields(kind: Any) -> bool:
    return not issubclass(kind, (Image, StaffList)) and is_dataclass(kind)


@cache
def plan(kind: Any) -> tuple[tuple[str, bool, Lack], ...]:
    """For each field: its name, whether it is running text, and what may stand in the place of its value."""
    running = {name for owner, name in RUNNING_TEXT if issubclass(kind, owner)}
    return tuple((field.name, field.name in running, _lack(kind, field)) for field in fields(kind))


def _lack(kind: Any, field: Any) -> Lack:
    if field.default is None or NoneType in get_args(field.type):
        return "none"
    is_told = field.name == "alt" or (issubclass(kind, Slide) and field.name == "notes")
    is_spared = is_told or field.name in _ONE_OF.get(kind, ())
    return "blank" if is_spared or field.default == () else "no"
