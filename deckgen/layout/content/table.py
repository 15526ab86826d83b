"""A native table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from deckgen.layout.blocks import Block
from deckgen.layout.evening import evened
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.palette import INK, SURFACE, TEXT, outline
from deckgen.layout.splitting import Unit
from deckgen.model.blocks import TableBlock
from deckgen.model.frames import Box, Cell, Item, TableBox
from deckgen.model.slides import TableSlide
from deckgen.model.text import Text
from deckgen.text.column_widths import Reaches, column_widths
from deckgen.units import pt
from deckgen.wording import Wording

_INSETS = (pt(10), pt(7), pt(10), pt(7))
Tabled = TypeVar("Tabled", TableBlock[Text], TableSlide[Text])


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; as high as its texts need, a little more where there is room."""

    kit: Kit
    columns: Sequence[Text]
    rows: Sequence[tuple[Text, ...]]
    shares: Sequence[float]
    """Relative widths of the columns, or `Reaches`."""
    has_row_headers: bool
    """Whether the first cell of a row names it."""
    name: str = "table"

    def height(self, width: int) -> int:
        return sum(self._row_heights(self._widths(width)))

    def _widths(self, width: int) -> list[int]:
        em = self.kit.em("small")
        return [int(each * em) for each in column_widths(self.shares, width / em, (_INSETS[0] + _INSETS[2]) / em)]

    def _rows(self) -> list[tuple[Text, ...]]:
        return [tuple(self.columns), *self.rows]

    def _style(self, row: int, column: int) -> TextStyle:
        if row == 0:
            return TextStyle("small", bold=True, colour=self.kit.ground("primary")[1], anchor="middle", pitch=1.3)
        named = column == 0 and self.has_row_headers
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
            name=self.kit.name(self.name),
            alt=self._description(),
            column_widths=tuple(widths),
            row_heights=tuple(heights),
            rows=rows,
            header_column=self.has_row_headers,
            placeholder=self.kit.next("table"),
            rule=outline("primary", 0.75),
        )

    def _description(self) -> str:
        """What there is to be read, beyond the title: how many rows, and what the columns are."""
        heads = self.kit.say("comma").join(head.plain for head in self._rows()[0])
        return self.kit.say("alt-table", count=len(self.rows), heads=heads)

    def _cell(self, cell: Text, width: int, height: int, row: int, column: int) -> Cell:
        body = evened(self.kit, [cell], Box(0, 0, width, height), self._style(row, column), _INSETS)
        fill = self.kit.ground("primary")[0] if row == 0 else SURFACE if row % 2 == 0 else None
        return Cell(body=body, header=row == 0 or (column == 0 and self.has_row_headers), fill=fill)


def settled(table: Tabled) -> Tabled:
    """A table whose columns share its width as its author says, else by what stands in them: on all its pages alike."""
    return table if table.widths else replace(table, widths=Reaches.of(table.columns, table.rows))


def units(rows: Sequence[tuple[Text, ...]]) -> tuple[Unit, ...]:
    """A row each."""
    return tuple(Unit((index, 0), None, max(len(cell.plain) for cell in row) + 20) for index, row in enumerate(rows))


def compose(block: TableBlock[Text], kit: Kit, start: int) -> Block:
    return Table(kit, block.columns, block.rows, block.widths, block.row_headers)


def block_units(block: TableBlock[Text]) -> tuple[Unit, ...]:
    return units(block.rows)


def take(block: TableBlock[Text], kept: Sequence[Unit], words: Wording) -> TableBlock[Text]:
    return replace(block, rows=tuple(block.rows[unit.key[0]] for unit in kept))
