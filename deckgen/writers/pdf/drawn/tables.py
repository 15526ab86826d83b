"""What a table draws behind its texts."""

from collections.abc import Iterator
from itertools import accumulate, groupby

from deckgen.model.frames import Box, TableBox
from deckgen.writers.pdf.drawn.painter import Mark, Painter


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
