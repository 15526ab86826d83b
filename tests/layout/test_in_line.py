"""What stands in one row or column begins in line, and what a page has no more of leaves no empty ground."""

from typing import Any

from deckgen.model.blocks import (
    ChartBlock,
    ComparisonBlock,
    ContentColumn,
    PeopleBlock,
    Person,
    PointsBlock,
    Series,
    Side,
    StepsBlock,
    TableBlock,
    TextBlock,
)
from deckgen.model.frames import TableBox
from deckgen.model.pieces import ContactRow, Point
from deckgen.model.slides import ContentSlide, EmergencySlide
from deckgen.model.slots import Contact, Items, Prose
from deckgen.model.text import Text, plain_text
from tests.layout.laying import LaidOut, laid

LONG = "取引先の名をかたるメールが届いたら、返信せずに、知っている番号へ電話して確かめます。"


def shown(*blocks: Any) -> LaidOut:
    column: ContentColumn[Any, Any] = ContentColumn(blocks=blocks)
    title, notes = plain_text("止まって確かめます"), plain_text("読みます。")
    return laid(ContentSlide(id="slide-1", title=title, notes=notes, columns=(column,)))


def point(heading: str, body: str = "", icon: str | None = None) -> Point[Text]:
    return Point(heading=plain_text(heading), body=plain_text(body) if body else None, icon=icon)


def tops(result: LaidOut, *names: str) -> set[int]:
    return {result.item(name).box.y for name in names}


def test_icons_over_the_words_of_cards_in_a_row_stand_at_one_height() -> None:
    result = shown(
        PointsBlock(points=(point("止まる", "一度。", "eye"), point("待つ", LONG, "eye"), point("電話", icon="eye")))
    )
    assert len(tops(result, "point-1-icon", "point-2-icon", "point-3-icon")) == 1


def test_steps_without_an_icon_stand_in_line_with_the_one_that_has_one() -> None:
    steps = (point("ぬらす", "流水で。", "eye"), *(point(f"{number}番目", "次に。") for number in range(2, 7)))
    result = shown(StepsBlock(steps=steps))
    insets = {result.item(f"step-{at}").body.insets[0] for at in range(1, 7)}  # type: ignore[union-attr]
    assert len(insets) == 1


def test_a_side_of_a_comparison_that_has_ended_leaves_no_empty_card_behind() -> None:
    first = Side(heading=plain_text("すること"), items=tuple(plain_text(f"{number}。{LONG}") for number in range(20)))
    second = Side(heading=plain_text("しないこと"), items=(plain_text("急いで返信する"),))
    result = shown(ComparisonBlock(form="do-dont", sides=(first, second)))
    assert len(result.pages) > 1
    assert len([*result.items("side-2")]) == 1


def test_whoever_is_at_the_head_opens_the_first_page_only() -> None:
    people = tuple(Person(role=plain_text(f"係{number}"), duty=plain_text(LONG * 2)) for number in range(12))
    result = shown(PeopleBlock(head=Person(role=plain_text("店長")), people=people))
    assert len(result.pages) > 1
    assert len([*result.items("head")]) == 1


def test_three_points_stay_on_one_page_where_one_holds_them() -> None:
    told: TextBlock[Any, Any] = TextBlock(text=Prose(plain_text(LONG * 6)))
    points = tuple(point(f"{number}番目に確かめること", LONG, "eye") for number in range(1, 4))
    result = shown(told, PointsBlock(points=points), told)
    assert len(result.pages) > 1
    assert [{item.name.split("/")[2] for item in page.items if "/point-" in item.name} for page in result.pages].count(
        {"point-1", "point-1-icon", "point-2", "point-2-icon", "point-3", "point-3-icon"}
    ) == 1


def test_a_table_has_one_grid_on_all_its_pages() -> None:
    rows = [("1", "床", "拭く"), *((str(number), "冷蔵庫", LONG) for number in range(2, 40))]
    table = TableBlock(columns=tuple(map(plain_text, ("番号", "場所", "すること"))),
                       rows=tuple(tuple(map(plain_text, row)) for row in rows))  # fmt: skip
    result = shown(table)
    grids = {item.column_widths for item in result.items("table") if isinstance(item, TableBox)}
    assert len(result.pages) > 1
    assert len(grids) == 1
    number, place, task = grids.pop()
    assert number < place < task / 3


def emergency(*said: str) -> LaidOut:
    lines = ("最初の連絡先", "品質管理室", "03-0000-0001"), ("設備の故障", "設備課", "03-0000-0002")
    contacts = tuple(
        ContactRow(duty=plain_text(duty), contact=Contact(plain_text(role), plain_text(phone)))
        for duty, role, phone in lines
    )
    slide: EmergencySlide[Any, Any] = EmergencySlide(
        id="slide-1",
        title=plain_text("すぐ電話です"),
        notes=plain_text("読みます。"),
        actions=Items(tuple(plain_text(f"{number}番目にすることです。") for number in range(1, 5)), ordered=True),
        deadline=Prose(plain_text("気づいてから10分以内")),
        contacts=contacts,
        report_items=Items(tuple(map(plain_text, said))),
    )
    return laid(slide)


def test_what_to_say_stands_beside_a_short_list_of_contacts_where_the_first_page_would_not_hold_it_below() -> None:
    result = emergency("いつから", "どんな症状か", "誰がいたか")
    table, told = result.item("contacts").box, result.item("report-items").box
    assert table.y == told.y
    assert table.right < told.x
    assert result.page.title


def test_a_page_that_is_all_about_what_to_say_says_so_in_its_title_alone() -> None:
    result = emergency(*(f"{number}番目に伝えることは、{LONG}" for number in range(5)))
    assert "第一報で伝えること" in result.pages[-1].title
    assert result.headings("report-items") == []


def test_figures_of_a_chart_stand_apart_from_a_unit_in_letters() -> None:
    series = (Series(name=plain_text("Found"), values=(3, 42)),)
    times = plain_text("At 3"), plain_text("At 6")
    chart: ChartBlock[Any] = ChartBlock(form="bar", categories=times, unit="knives", series=series, alt="Two bars.")
    assert "42 knives" in shown(chart).text.replace("\n", " ")
