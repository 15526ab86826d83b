"""What slides of blocks show, and where."""

from dataclasses import replace
from typing import Any

import pytest

from deckgen.model.blocks import (
    Branch,
    ChartBlock,
    ContentColumn,
    FiguresBlock,
    ListBlock,
    PointsBlock,
    Series,
    StepsBlock,
    TextBlock,
)
from deckgen.model.frames import Icon, Shape, TextBox
from deckgen.model.pieces import Figure, Point
from deckgen.model.slides import ContentSlide
from deckgen.model.slots import Prose
from deckgen.model.text import plain_text
from tests.layout.content_blocks import MAKERS
from tests.layout.laying import LaidOut, laid
from tests.layout.supply import Supply
from tests.layout.themes import THEMES
from tests.properties.judging import areas, flattened

LONG = "取引先の名をかたるメールが届いたら、返信せずに、知っている番号へ電話して確かめます。"


def shown(*blocks: Any, columns: int = 1, theme: str = "standard", **fields: Any) -> LaidOut:
    """Blocks in one column, or the same ones in each of some."""
    column: ContentColumn[Any, Any] = ContentColumn(blocks=blocks)
    return laid(slide_of((column,) * columns, **fields), theme=THEMES[theme])


def slide_of(columns: tuple[ContentColumn[Any, Any], ...], **fields: Any) -> ContentSlide[Any, Any]:
    title, notes = plain_text("止まって確かめます"), plain_text("読みます。")
    return ContentSlide(id="slide-1", title=title, notes=notes, columns=columns, **fields)


def entries(count: int, text: str = LONG) -> ListBlock[Any]:
    return ListBlock(items=tuple(plain_text(f"{number}番目。{text}") for number in range(1, count + 1)), ordered=True)


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("kind", MAKERS)
def test_every_block_is_laid_out_in_every_theme_and_column(kind: str, columns: int, theme: str) -> None:
    result = shown(MAKERS[kind](Supply()), columns=columns, theme=theme)
    assert not [code for code in result.codes if code != "layout-split"]
    for page in result.pages:
        names = [item.name for item in flattened(page.items)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("kind", MAKERS)
def test_no_word_of_a_long_block_is_lost(kind: str, columns: int) -> None:
    texts = [f"{number}・{LONG * 2}" for number in range(60)]
    supply = Supply(*texts, many=4)
    block = MAKERS[kind](supply)
    given = texts[: 60 - len(supply._texts)]
    text = shown(block, columns=columns).text
    assert [each for each in given if text.count(each) < columns] == []


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("kind", MAKERS)
def test_text_on_a_ground_is_in_the_ground_s_own_shape(kind: str, columns: int) -> None:
    """Whoever drags a card takes its words along, and the outline shows them."""
    for page in shown(MAKERS[kind](Supply()), columns=columns).pages:
        grounds = [item.box for item in page.items if isinstance(item, Shape) and item.fill and not item.body]
        texts = [item for item in page.items if isinstance(item, TextBox)]
        assert not [item.name for item in texts for box in grounds if box.x <= item.box.x < box.right
                    and box.y <= item.box.y < box.bottom]  # fmt: skip


def test_columns_are_as_wide_as_their_weights() -> None:
    text: TextBlock[Any, Any] = TextBlock(text=Prose(plain_text("短い文")))
    slide = slide_of(tuple(ContentColumn(weight=weight, blocks=(text,)) for weight in (1, 3)))
    first, second = (item.box.width for item in laid(slide).items("text"))
    assert second == pytest.approx(3 * first, rel=0.01)


def test_a_list_has_two_levels_and_its_numbers_go_on() -> None:
    block = ListBlock(
        items=(plain_text("一"), Branch(text=plain_text("二"), items=(plain_text("二の内"),)), plain_text("三")),
        ordered=True,
    )
    paragraphs = next(shown(block).items("list-1/list")).body.paragraphs  # type: ignore[union-attr]
    assert [(each.marker, each.level, each.number) for each in paragraphs] == [
        ("1.", 0, 1), ("1.", 0, 2), ("-", 1, 0), ("1.", 0, 3),
    ]  # fmt: skip


def test_a_numbered_list_that_runs_on_is_numbered_on() -> None:
    pages = shown(entries(14)).pages
    assert len(pages) > 1
    numbers = [
        paragraph.number
        for page in pages
        for item in page.items
        if item.name.endswith("/list")
        for paragraph in item.body.paragraphs  # type: ignore[union-attr]
    ]
    assert numbers == [*range(1, 15)]


def test_only_the_block_that_runs_on_is_numbered_on() -> None:
    pages = shown(entries(9), replace(entries(3), items=entries(3).items)).pages
    last = [item for item in pages[-1].items if item.name.endswith("list-2/list")]
    assert last[0].body.paragraphs[0].number == 1  # type: ignore[union-attr]


def test_cards_stand_side_by_side_where_they_have_room_and_else_below_one_another() -> None:
    points = tuple(Point(heading=plain_text(f"点{n}"), body=plain_text("短い文")) for n in range(3))
    for columns, lefts in ((1, 3), (3, 3)):
        result = shown(PointsBlock(points=points), columns=columns)
        found = {item.box.x for item in result.items("points-1/point-1")}
        found |= {item.box.x for n in (2, 3) for item in result.items(f"points-1/point-{n}")}
        assert len(found) == (lefts if columns == 1 else 1)


def test_the_lead_stands_on_the_first_page_alone() -> None:
    result = shown(entries(14), lead=plain_text("前置きです。"))
    assert len(result.pages) > 1
    assert [*result.items("lead")] == [item for item in result.pages[0].items if item.name.endswith("/lead")]


@pytest.mark.parametrize(("values", "ticks"), [((1, 0, 1), "0件 1件"), ((22, 8, 3), "0件 10件 20件 30件")])
def test_an_axis_says_round_numbers_as_they_are(values: tuple[float, ...], ticks: str) -> None:
    months = tuple(plain_text(f"{month}月") for month in (4, 5, 6))
    series = tuple(Series(name=plain_text(name), values=values) for name in ("本社", "工場"))
    block = ChartBlock(form="line", alt="推移", unit="件", categories=months, series=series)
    page = shown(block).pages[0]
    told = [area.body.paragraphs[0].lines[0].text for area in areas(page.items) if "/chart-tick-" in area.name]
    assert " ".join(told) == ticks


def test_a_step_has_its_number_beside_its_icon_and_the_arrows_are_described_once() -> None:
    steps = tuple(Point(heading=plain_text(f"段{at}"), body=None, icon="check") for at in range(1, 4))
    result = shown(StepsBlock(steps=steps))
    heads = [result.paragraphs(f"step-{at}")[0] for at in range(1, 4)]
    assert [(head.marker, head.number) for head in heads] == [("1.", 1), ("1.", 2), ("1.", 3)]
    assert [item.alt for item in flattened(result.page.items) if isinstance(item, Icon) and item.alt] == [
        "図：3段階。「段1」から「段3」へ、順に進む"
    ]


def test_a_large_number_stays_on_one_line_in_one_size_with_those_beside_it() -> None:
    values = ("1,234,567,890円", "12件", "99.95％", "3.5億円")
    figures = tuple(Figure(value=plain_text(value), label=plain_text("件数")) for value in values)
    result = shown(FiguresBlock(figures=figures))
    numbers = [result.paragraphs(f"figure-{at}")[0] for at in range(1, 5)]
    assert [len(number.lines) for number in numbers] == [1, 1, 1, 1]
    assert len({number.size for number in numbers}) == 1
