"""Tables on paper: rows and columns as measured, header cells named as such."""

from collections.abc import Iterator
from itertools import accumulate, groupby
from typing import Literal

from deckgen.model.frames import Box, Cell, TableBox
from deckgen.writers.typeset.bodies import Bodies, shown_paragraphs
from deckgen.writers.typeset.drawing import Mark, Painter
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.nodes import Table, TableCell, TableRow


def table_node(table: TableBox, bodies: Bodies) -> Table:
    """The table with its texts; what is drawn behind them is `grounds`."""
    rows = tuple(_row(table, index, bodies) for index in range(len(table.rows)))
    heads = 1 if table.header_row else 0
    x, y, width = (number(bodies.length(side)) for side in (table.box.x, table.box.y, sum(table.column_widths)))
    return Table(
        style=f"left:{x}pt;top:{y}pt;width:{width}pt",
        columns=tuple(f"width:{number(bodies.length(column))}pt" for column in table.column_widths),
        head=rows[:heads],
        body=rows[heads:],
    )


def _row(table: TableBox, index: int, bodies: Bodies) -> TableRow:
    is_head = table.header_row and index == 0
    cells = tuple(_cell(cell, bodies, is_head=is_head) for cell in table.rows[index])
    return TableRow(f"height:{number(bodies.length(table.row_heights[index]))}pt", cells)


def _cell(cell: Cell, bodies: Bodies, *, is_head: bool) -> TableCell:
    left, top, right, _ = (number(bodies.length(inset)) for inset in cell.body.insets)
    scope: Literal["col", "row", ""] = "" if not cell.header else "col" if is_head else "row"
    return TableCell(scope, f"padding:{top}pt {right}pt 0 {left}pt", bodies.flow(shown_paragraphs(cell.body)))


def grounds(table: TableBox, painter: Painter) -> Iterator[Mark]:
    """The cells' fills, and over them the rules below the rows."""
    yield from _fills(table, painter)
    yield from _rules(table, painter)


def _fills(table: TableBox, painter: Painter) -> Iterator[Mark]:
    """One panel for neighbouring cells of one colour: two panels side by side would show a seam."""
    y = table.box.y
    for cells, height in zip(table.rows, table.row_heights, strict=True):
        x = table.box.x
        columns = zip(cells, table.column_widths, strict=True)
        for fill, group in groupby(columns, key=lambda column: column[0].fill):
            width = sum(width for _, width in group)
            if fill:
                yield painter.panel(Box(x, y, width, height), fill)
            x += width
        y += height


def _rules(table: TableBox, painter: Painter) -> Iterator[Mark]:
    if not table.rule:
        return
    right = table.box.x + sum(table.column_widths)
    for y in accumulate(table.row_heights, initial=table.box.y):
        if y > table.box.y:
            yield painter.rule((table.box.x, y), (right, y), table.rule)
