"""Tables give each column the room that its texts need."""

import pytest

from deckgen.model.text import Paragraph, Run, Text
from deckgen.text.column_widths import Reaches, column_widths


def cells(*texts: str) -> tuple[Text, ...]:
    return tuple(Text((Paragraph((Run(text),)),)) for text in texts)


LONG = "冷蔵庫の温度を朝と昼に見て、決めた温度より高いときは店長に知らせる。"
ROTA = Reaches.of(
    cells("番号", "場所", "すること", "担当"), [cells("1", "冷蔵庫", LONG, "早番"), cells("12", "床", LONG, "遅番")]
)


def widths(shares: tuple[float, ...], room: float) -> list[float]:
    return [round(each, 1) for each in column_widths(shares, room, 1.0)]


def test_short_columns_have_what_they_need_and_the_long_one_the_rest() -> None:
    number, place, task, who = widths(ROTA, 40)
    assert number == who == 3.5
    assert place == 4.5
    assert task == 28.5


def test_columns_of_much_the_same_length_are_of_one_width() -> None:
    assert widths(Reaches.of(cells("春", "夏", "秋"), [cells("12件", "4件", "120件")]), 30) == [10, 10, 10]


def test_columns_that_all_break_lines_are_of_one_width() -> None:
    assert widths(Reaches.of(cells("すること", "しないこと"), [cells(LONG, LONG * 2)]), 20) == [10, 10]


def test_long_columns_share_the_rest_by_their_length_but_none_starves_another() -> None:
    name, once, often = widths(Reaches.of(cells("名", "一つ", "十"), [cells("朝", LONG, LONG * 10)]), 50)
    assert name < 3
    assert often == pytest.approx(3 * once, 0.01)


def test_relative_widths_of_the_author_are_kept() -> None:
    assert widths((1, 2, 2), 50) == [10, 20, 20]


@pytest.mark.parametrize("room", [8, 20, 60, 200])
def test_the_columns_fill_the_table(room: float) -> None:
    assert sum(column_widths(ROTA, room, 1.0)) == pytest.approx(room)
