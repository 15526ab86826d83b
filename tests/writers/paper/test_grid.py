"""Tables on paper: rows stay whole, the header is repeated, long cells go on over the next sheet."""

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.sizes import SMALL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.nodes import Paragraph, Table
from tests.writers.paper.sample import publication

TOOLS = Tools(publication())
LOOK = Look(SMALL)
HEAD = (Cell("番号", "col"), Cell("文", "col"))


def tables(rows: list[tuple[Cell, ...]], start: float = 0.0) -> list[Table]:
    """The table's parts, one a sheet."""
    book = Book(TOOLS)
    book.y = start
    Grid(TOOLS, (60, 300), LOOK, LOOK).flow(book, 0, rows, HEAD)
    return [part for sheet in book.finished() for part in sheet.parts if isinstance(part, Table)]


def column(table: Table, index: int) -> list[str]:
    return [
        "".join(
            piece.text for node in row.cells[index].children if isinstance(node, Paragraph) for piece in node.pieces
        )
        for row in table.body
    ]


def test_the_header_is_repeated_and_no_row_is_lost() -> None:
    made = tables([(Cell(str(number), "row"), Cell(f"行{number}")) for number in range(100)])
    assert len(made) > 2
    assert all(len(table.head) == 1 for table in made)
    assert [text for table in made for text in column(table, 0)] == [str(number) for number in range(100)]


def test_a_row_longer_than_a_sheet_is_cut_between_lines() -> None:
    text = "長い文です。" * 1_000
    made = tables([(Cell("1"), Cell(text)), (Cell("2"), Cell("次"))])
    assert len(made) > 1
    joined = "".join(text for table in made for text in column(table, 1))
    assert joined.replace("\n", "") == f"{text}次"


@settings(max_examples=20)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=30), st.floats(0, 700))
def test_every_text_is_kept_and_every_table_fits_its_sheet(lengths: list[int], start: float) -> None:
    made = tables([(Cell(str(number)), Cell("字" * length)) for number, length in enumerate(lengths)], start)
    assert sum(text.count("字") for table in made for text in column(table, 1)) == sum(lengths)
    for index, table in enumerate(made):
        rows = (*table.head, *table.body)
        tall = sum(float(row.style.removeprefix("height:").removesuffix("pt")) for row in rows)
        top = float(table.style.split("top:")[1].split("pt")[0])
        assert top + tall <= Book(TOOLS).page.height + 0.01
        assert top == 0 or index == 0
