"""Any part of a slide from its source: texts merged, slots filled, everything else as it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from deckgen.diagnostics import Report
from deckgen.merge.absence import Lack, Scope, chosen, is_record, plan
from deckgen.merge.fillings import Fillings
from deckgen.merge.texts import Texts
from deckgen.model.blocks import ChartBlock, ChartForm, ComparisonBlock, LinkBlock, PictureBlock, TableBlock, TextBlock
from deckgen.model.pieces import Bar, Scene, SceneShape
from deckgen.model.slides import CaseSlide, PictureSlide, TableSlide
from deckgen.model.slots import AwaitedAddress, AwaitedImage, AwaitedNumber, AwaitedWords, Photo, SlotRef
from deckgen.model.text import Source, Text

_IN_PARTS: dict[ChartForm, ChartForm] = {"pie": "bar", "stacked": "column"}
"""Forms that show parts of a whole, each with the one that shows the same figures beside each other."""

# One walk over the dataclasses of the model serves every slide kind.


class Rebuilder:
    """Rebuilds parts of slides for one company."""

    def __init__(self, texts: Texts, fillings: Fillings, scope: Scope, report: Report) -> None:
        self._texts = texts
        self._fillings = fillings
        self._scope = scope
        self._report = report
        self._prepare: dict[type, Callable[[Any], Any]] = {
            Bar: self._bar,
            CaseSlide: self._case,
            ChartBlock: self._chart,
            LinkBlock: self._link,
            Photo: self._photo,
            PictureBlock: self._picture_block,
            PictureSlide: self._picture_slide,
        }
        """What may have a slot in the place of a number, an address or a picture."""

    def rebuild(self, part: Any) -> Any:
        """The merged part, which no optional slot left empty takes with it."""
        if isinstance(part, Source):
            return self._text(part, self._texts.line)
        if isinstance(part, SlotRef):
            return self._fillings.of(part)
        if isinstance(part, AwaitedNumber):
            return self._fillings.number_within(part, self._report) or 0.0
        if isinstance(part, AwaitedWords):
            return self._text(part.source, self._texts.line).plain
        if isinstance(part, AwaitedAddress):
            return self._fillings.address(part) or ""
        if isinstance(part, tuple):
            return self._list(self._held(part))
        return self._record(part) if is_record(part) else part

    def _held(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        for part in parts:
            if not isinstance(part, tuple) and self._scope.empties(part):
                self._tell_lost(part)
        return self._scope.entries(parts)

    def _tell_lost(self, part: Any) -> None:
        """Report words that go with a slot that stands beside them, and not in their own place."""
        for entry in part if isinstance(part, tuple) else (part,):
            if not isinstance(entry, tuple) and self._scope.keeps_words(entry):
                self._report.add("part-lost", self._scope.place_in(entry), slot=self._scope.empties(entry))

    def _list(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of which the company's values leave something; that nothing is left of all is reported."""
        made = [(part, entry) for part in parts for entry in self._entries(part)]
        kept = tuple(entry for part, entry in made if not self._texts.is_emptied(part, entry))
        if made and not kept:
            self._texts.report_emptied(parts[0])
        return kept

    def _entries(self, part: Any) -> tuple[Any, ...]:
        several = self._fillings.entries(part)
        return (self._entry(part),) if several is None else several

    def _text(self, source: Source, otherwise: Callable[[Source], Any]) -> Any:
        """A text; a company's words in its place with their own marks, as far as they are one paragraph."""
        return (source.slot and self._fillings.text(source)) or otherwise(source)

    def _entry(self, part: Any) -> Any:
        if isinstance(part, Source):
            return self._text(part, self._texts.item)
        if isinstance(part, tuple):  # a row, whose cells have no bullets
            return tuple(map(self._cell, part))
        return self.rebuild(part)

    def _cell(self, part: Any) -> Any:
        """A cell; a dash where a company has nothing for it."""
        return self._texts.nothing(part) if self._scope.empties(part) else self.rebuild(part)

    def _record(self, whole: Any) -> Any:
        part = self._scope.settled(whole)
        if isinstance(whole, ComparisonBlock):
            self._tell_lost(tuple(side for side in whole.sides if self._scope.empties(side)))
        if prepare := self._prepare.get(type(part)):
            part = prepare(part)
        kind: Any = type(part)
        fields = ((name, self._field(getattr(part, name), is_running, lack)) for name, is_running, lack in plan(kind))
        made = kind(**dict(fields))
        return self._cut(made, self._scope.kept_columns(whole)) if isinstance(whole, TableSlide | TableBlock) else made

    def _cut(self, table: Any, kept: tuple[int, ...]) -> Any:
        """A table, with rows that came of one slot cut to the columns that are left."""
        rows = (chosen(row, kept) if len(row) > len(kept) else row for row in table.rows)
        return replace(table, rows=tuple(rows))

    def _field(self, value: Any, is_running: bool, lack: Lack) -> Any:
        if isinstance(value, AwaitedWords):
            return self._words(value, lack)
        if self._scope.empties(value):
            self._tell_lost(value)
            return None if lack == "none" else () if isinstance(value, tuple) else Text((), value.place)
        made = self._texts.blocks(value) if is_running and isinstance(value, Source) else self.rebuild(value)
        if not self._texts.is_emptied(value, made):
            return made
        if lack != "none":
            self._texts.report_emptied(value)
        return None if lack == "none" else made

    def _words(self, value: AwaitedWords, lack: Lack) -> str | None:
        """Words told of a drawing; that nothing is left of them is reported where something has to be told."""
        made = "" if self._scope.empties(value) else self.rebuild(value)
        if not made.strip() and lack != "none":
            self._texts.report_emptied(value.source)
        return made if made.strip() or lack != "none" else None

    # Slots in the place of numbers, addresses and pictures --------------------------------------------------------

    def _bar(self, bar: Bar[Source]) -> Bar[Source]:
        """The bar, marked where a figure of it is still to come; a share to come is none, and not nought."""
        is_share_open = bar.share is not None and self._is_open(bar.share) and not self._scope.empties(bar.share)
        bar = replace(bar, share=None) if is_share_open else bar
        return replace(bar, label=self._marked(bar.label)) if is_share_open or self._is_open(bar.value) else bar

    def _chart(self, chart: ChartBlock[Source]) -> ChartBlock[Source]:
        """The chart with the categories that have figures; what a draft has none for yet is marked.

        One of parts of a whole that lacks a part would show the others as the whole: its form is one that does not.
        """
        series = [each for each in chart.series if not self._scope.empties(each)]
        kept = self._scope.columns(chart)
        for each in (each for each in chart.series if self._scope.empties(each)):
            self._tell_left_out(chart, each.name, each.values, is_part=chart.form == "stacked")
        for at in sorted({*range(len(chart.categories))} - {*kept}):
            figures = [each.values[at] for each in series]
            self._tell_left_out(chart, chart.categories[at], figures, is_part=chart.form == "pie")
        lost = len(chart.series) - len(series) if chart.form == "stacked" else len(chart.categories) - len(kept)
        names = (chart.categories[at] for at in kept)
        is_open = [any(self._is_open(each.values[at]) for each in series) for at in kept]
        return replace(
            chart,
            form=_IN_PARTS.get(chart.form, chart.form) if lost else chart.form,
            categories=tuple(
                self._marked(name) if is_marked else name for name, is_marked in zip(names, is_open, strict=True)
            ),
            series=tuple(replace(each, values=tuple(each.values[at] for at in kept)) for each in series),
        )

    def _tell_left_out(
        self, chart: ChartBlock[Source], name: Source, values: Sequence[float], *, is_part: bool
    ) -> None:
        """Say that a category, or a series, is left out: its name is empty, or one of its figures."""
        nameless = self._scope.empties(name)
        slot = next(filter(None, map(self._scope.empties, (name, *values))))
        told = {"category": nameless or name.text, "slot": slot}
        if is_part:
            self._report.add("chart-part-missing", name.place, **told, form=_IN_PARTS[chart.form])
        elif nameless:
            self._report.add("part-lost", name.place, slot=slot)
        else:
            self._report.add("chart-category-left-out", name.place, **told)

    def _is_open(self, value: float) -> bool:
        return isinstance(value, AwaitedNumber) and self._fillings.number(value) is None

    def _marked(self, text: Source) -> Source:
        return replace(text, text=f"{text.text}{self._fillings.mark}")

    def _link(self, block: LinkBlock[Source]) -> LinkBlock[Source] | TextBlock[Source, Any]:
        if isinstance(block.url, AwaitedAddress) and self._fillings.address(block.url) is None:
            return TextBlock(heading=block.heading, text=SlotRef(block.url.slot, block.url.place))
        return block

    def _case(self, slide: CaseSlide[Source]) -> CaseSlide[Source]:
        """The slide with a gap in the place of a photo that is still to be handed in."""
        if slide.photo is None or self._scope.empties(slide.photo) or self._photo(slide.photo):
            return slide
        return replace(slide, photo=None, scene=self._gap())

    def _photo(self, photo: Photo[Source]) -> Photo[Source] | None:
        """The photo, with what the course says of it where the company says nothing; None where it is to come."""
        if not isinstance(photo.file, AwaitedImage):
            return photo
        made = self._fillings.photo(photo.file)
        return made and replace(made, alt=made.alt or photo.alt, credit=made.credit or photo.credit)

    def _picture_block(self, block: PictureBlock[Source]) -> PictureBlock[Source] | TextBlock[Source, Any]:
        if not isinstance(block.file, AwaitedImage):
            return block
        photo = self._fillings.photo(block.file)
        if photo is None:
            return TextBlock(heading=block.heading, text=SlotRef(block.file.slot, block.file.place))
        return replace(block, file=photo.file, alt=photo.alt or block.alt, credit=photo.credit or block.credit)

    def _picture_slide(self, slide: PictureSlide[Source]) -> PictureSlide[Source]:
        if not isinstance(slide.file, AwaitedImage):
            return slide
        if photo := self._fillings.photo(slide.file):
            return replace(slide, file=photo.file, alt=photo.alt or slide.alt)
        return replace(slide, file=None, scene=self._gap())

    def _gap(self) -> Scene:
        """What stands in the place of a picture that is still to be handed in."""
        mark = self._fillings.mark
        gap = SceneShape(shape="rounded", at=(0, 0), size=(100, 50), tone="danger", outline=True, label=mark)
        return Scene(alt=mark, height=50, parts=(gap,))
