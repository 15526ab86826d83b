"""table: a native table; where it runs on, its header repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Stack
from deckgen.layout.contents import lead
from deckgen.layout.context import Context
from deckgen.layout.evening import evened
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, SURFACE, TEXT, outline
from deckgen.layout.splitting import Unit
from deckgen.model.frames import Box, Cell, Item, TableBox
from deckgen.model.slides import TableSlide
from deckgen.model.text import Text
from deckgen.units import pt
from deckgen.wording import Wording

Slide = TableSlide[Text]
_INSETS = (pt(10), pt(7), pt(10), pt(7))


def compose(slide: Slide, context: Context) -> Block:
    kit = context.kit
    table = _Table(kit, slide)
    if not slide.lead or not context.is_first:
        return table
    return Stack([lead(kit, slide.lead), table], gap=kit.em("body", 0.6), growing=1)


@dataclass(frozen=True, slots=True)
class _Table:
    kit: Kit
    slide: Slide

    def height(self, width: int) -> int:
        return sum(self._row_heights(self._widths(width)))

    def _widths(self, width: int) -> list[int]:
        shares = self.slide.widths or (1.0,) * len(self.slide.columns)
        return [int(width * share / sum(shares)) for share in shares]

    def _rows(self) -> list[tuple[Text, ...]]:
        return [self.slide.columns, *self.slide.rows]

    def _style(self, row: int, column: int) -> TextStyle:
        if row == 0:
            return TextStyle("small", bold=True, colour=self.kit.ground("primary")[1], anchor="middle", pitch=1.3)
        named = column == 0 and self.slide.row_headers
        return TextStyle("small", bold=named, colour=INK if named else TEXT, anchor="middle")

    def _row_heights(self, widths: Sequence[int]) -> list[int]:
        return [
            max(
                self._cell_height(cell, width, row, column)
                for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
            for row, cells in enumerate(self._rows())
        ]

    def _cell_height(self, cell: Text, width: int, row: int, column: int) -> int:
        height, _ = self.kit.extent([cell], width - _INSETS[0] - _INSETS[2], self._style(row, column))
        return height + _INSETS[1] + _INSETS[3]

    def draw(self, box: Box) -> Iterator[Item]:
        widths = self._widths(box.width)
        heights = self._row_heights(widths)
        if sum(heights) > box.height:
            raise Overfull
        if self.kit.is_trial:
            return
        spare = min((box.height - sum(heights)) // len(heights), pt(10))
        heights = [height + spare for height in heights]
        rows = tuple(
            tuple(self._cell(cell, widths[column], heights[row], row, column) for column, cell in enumerate(cells))
            for row, cells in enumerate(self._rows())
        )
        yield TableBox(
            box=Box(box.x, box.y, sum(widths), sum(heights)),
            name=self.kit.name("table"),
            alt=self._description(),
            column_widths=tuple(widths),
            row_heights=tuple(heights),
            rows=rows,
            header_column=self.slide.row_headers,
            rule=outline("primary", 0.75),
        )

    def _description(self) -> str:
        """What there is to be read, beyond the title: how many rows, and what the columns are."""
        heads = self.kit.say("comma").join(head.plain for head in self._rows()[0])
        return self.kit.say("alt-table", count=len(self.slide.rows), heads=heads)

    def _cell(self, cell: Text, width: int, height: int, row: int, column: int) -> Cell:
        body = evened(self.kit, [cell], Box(0, 0, width, height), self._style(row, column), _INSETS)
        fill = self.kit.ground("primary")[0] if row == 0 else SURFACE if row % 2 == 0 else None
        return Cell(body=body, header=row == 0 or (column == 0 and self.slide.row_headers), fill=fill)


def units(slide: Slide) -> tuple[Unit, ...]:
    return tuple(
        Unit((0, index), None, max(len(cell.plain) for cell in row) + 20) for index, row in enumerate(slide.rows)
    )


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    return replace(slide, rows=tuple(slide.rows[unit.key[1]] for unit in kept))
