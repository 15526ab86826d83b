"""Lists of a company in the place of all headings of a table, or of all categories of a chart.

They are put in before anything else of the slide is judged, so that each entry is as if the course had written it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from deckgen.diagnostics import Place, Report
from deckgen.model.blocks import ChartBlock, TableBlock
from deckgen.model.company import Profile
from deckgen.model.course import SourceSlide
from deckgen.model.slides import ContentSlide, TableSlide
from deckgen.model.slots import Items, SlotDeclaration
from deckgen.model.text import Source
from deckgen.wording import Wording


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the entries go along with, one by one."""

    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class Headings:
    """Puts them in, for one company."""

    slots: dict[str, SlotDeclaration]
    profile: Profile
    absent: frozenset[str]
    """The optional slots that the company left empty: these take the whole block with them."""
    words: Wording
    report: Report

    def put_in(self, slide: SourceSlide) -> SourceSlide:
        """The slide with the company's lists; one that has another length than it needs is reported."""
        match slide:
            case TableSlide():
                return cast("SourceSlide", self._part(slide))
            case ContentSlide(columns=columns, blocks=blocks):
                columns = tuple(replace(each, blocks=tuple(map(self._part, each.blocks))) for each in columns)
                return replace(slide, columns=columns, blocks=tuple(map(self._part, blocks)))
        return slide

    def _part(self, part: Any) -> Any:
        match part:
            case TableSlide(columns=(head,)) | TableBlock(columns=(head,)) if self._is_list(head.slot):
                return replace(part, columns=self._entries(head, [self._cells(row) for row in part.rows]))
            case ChartBlock(categories=(head,)) if self._is_list(head.slot):
                figures = [_Beside(len(each.values), each.name.place) for each in part.series]
                return replace(part, categories=self._entries(head, figures))
        return part

    def _is_list(self, name: str) -> bool:
        return name in self.slots and self.slots[name].type == "list" and name not in self.absent

    def _cells(self, row: tuple[Source, ...]) -> _Beside:
        rows = self.slots.get(row[0].slot) if len(row) == 1 else None
        return _Beside(len(rows.columns) if rows and rows.columns else len(row), row[0].place)

    def _entries(self, head: Source, beside: Sequence[_Beside]) -> tuple[Source, ...]:
        """As many entries as are needed, whatever the company wrote."""
        slot, count = self.slots[head.slot], beside[0].count
        gap = Source(self.words.say("missing", label=slot.label), head.place, is_template=False)
        written = self._written(slot)
        if written is None:
            return (gap,) * count
        for each in beside:
            if each.count != len(written):
                place = self.profile.places.get(slot.name, slot.place)
                told = {"expected": each.count, "found": len(written), "other": each.place}
                self.report.add("headings-count", place, slot=slot.name, **told)
                break
        return (*written, *(gap,) * count)[:count]

    def _written(self, slot: SlotDeclaration) -> tuple[Source, ...] | None:
        """The entries of a list; None where they are still to be written."""
        match self.profile.fillings.get(slot.name):
            case Items(items=items):
                return tuple(each for each in items if isinstance(each, Source))
        return tuple(Source(entry, slot.place) for entry in slot.default) or None
