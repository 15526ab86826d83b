"""What each slide kind shows, and where."""

from dataclasses import replace
from datetime import date

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.layout import lay_out
from deckgen.layout.scenes import SceneBlock
from deckgen.model.colours import contrast
from deckgen.model.frames import Box, ChartBox, Cluster, Connector, Icon, Picture, QrCode, Shape, TableBox, TextBox
from deckgen.model.pieces import Bar, Callout, Flow, Point, SceneIcon, SceneLabel, SceneShape, Setting, Spot, Tone
from deckgen.model.slots import Case, Contact, Filling, Items, Missing, Prose, Ruling
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.model.theme import Theme
from deckgen.text.qr_codes import code_of
from deckgen.units import mm, to_mm
from tests.layout.kits import kit
from tests.layout.laying import LaidOut, laid
from tests.layout.slides import MAKERS, course, slide, text
from tests.layout.supply import ICON, SCENE, Supply, image
from tests.layout.themes import STANDARD, THEMES
from tests.properties.judging import flattened

LONG = "個人情報を取り扱うときは、上長の承認を得てから作業を始めます。"


def of(kind: str, **changes: object) -> LaidOut:
    return laid(replace(slide(kind, Supply()), **changes))


def lines_of(*texts: str) -> tuple[Text, ...]:
    return tuple(map(plain_text, texts))


@pytest.mark.parametrize("theme", sorted(THEMES))
@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_laid_out_in_every_theme(kind: str, theme: str) -> None:
    result = laid(slide(kind, Supply()), theme=THEMES[theme])
    assert result.pages
    assert not [code for code in result.codes if code not in ("layout-step", "layout-split")]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_slide_is_laid_out_the_same_again(kind: str) -> None:
    assert laid(slide(kind, Supply())).pages == laid(slide(kind, Supply())).pages


@pytest.mark.parametrize("kind", MAKERS)
def test_no_two_items_of_a_page_have_one_name(kind: str) -> None:
    for page in laid(slide(kind, Supply())).pages:
        names = [item.name for item in flattened(page.items)]
        assert len(names) == len(set(names))
        assert all(name.startswith(f"{page.slide_id}/") for name in names)


# text ---------------------------------------------------------------------------------------------------------------


def points(count: int) -> tuple[Point[Text], ...]:
    return tuple(Point(heading=plain_text(f"点{n}"), body=plain_text("短い文"), icon=ICON) for n in range(1, count + 1))


def test_up_to_three_points_stand_side_by_side_and_more_in_two_columns() -> None:
    for count, columns in ((1, 1), (2, 2), (3, 3), (4, 2), (5, 2), (6, 2)):
        result = of("text", points=points(count), callout=None)
        lefts = {next(result.items(f"point-{n}")).box.x for n in range(1, count + 1)}
        assert len(lefts) == columns


def test_a_callout_names_whom_to_call_in_large_type_under_its_sentence() -> None:
    contact = Contact(plain_text("相談窓口"), plain_text("03-0000-0004"), plain_text("soudan@example.co.jp"))
    result = of("text", callout=Callout(text=plain_text("迷ったら電話します。"), icon=ICON, contact=contact))
    assert result.lines("callout") == ["迷ったら電話します。", "相談窓口　03-0000-0004", "soudan@example.co.jp"]
    assert result.size("callout", 1) > result.size("callout")


# change-map ---------------------------------------------------------------------------------------------------------


def test_a_change_map_leads_from_the_origin_over_the_changes_to_the_destinations() -> None:
    result = of("change-map")
    lefts = [next(result.items(name)).box.x for name in ("origin-label", "arrow-out", "luggage", "arrow-in")]
    assert lefts == sorted(lefts)
    assert next(result.items("destination-1-label")).box.x > lefts[-1]


def test_what_travels_along_is_a_tag() -> None:
    tag = of("change-map").item("luggage")
    assert isinstance(tag, Shape)
    assert tag.geometry == "tag"


# case ---------------------------------------------------------------------------------------------------------------


def test_a_case_shows_its_picture_beside_what_happened_and_why() -> None:
    result = of("case")
    picture = result.item("scene")
    assert isinstance(picture, Cluster)
    assert picture.alt == SCENE.alt
    assert picture.box.right < result.item("incidents").box.x
    assert result.item("incidents").box.y < result.item("causes").box.y


def test_a_case_without_a_picture_has_the_whole_width_for_what_happened() -> None:
    result = of("case", scene=None, photo=None)
    setting, incidents = result.item("setting"), result.item("incidents")
    assert (incidents.box.x, incidents.box.width) == (setting.box.x, setting.box.width)
    assert setting.box.bottom < incidents.box.y


def test_the_causes_of_a_case_are_a_list() -> None:
    result = of("case")
    assert result.headings("causes") == ["原因"]
    assert [paragraph.marker for paragraph in result.paragraphs("causes")] == [None, "-", "-"]


# chart --------------------------------------------------------------------------------------------------------------


def chart(**changes: object) -> ChartBox:
    box = of("chart", **changes).item("chart")
    assert isinstance(box, ChartBox)
    return box


def test_a_bar_tells_its_value_with_unit_and_share() -> None:
    bars = (
        Bar(label=plain_text("誤配達"), value=3172, share=41.4, highlight=True),
        Bar(label=plain_text("紛失"), value=866.5),
    )
    box = chart(bars=bars)
    assert [bar.value_text for bar in box.bars] == ["3,172件（41.4％）", "866.5件"]
    assert [bar.value for bar in box.bars] == [3172, 866.5]
    assert box.bars[0].colour.role == "primary" != box.bars[1].colour.role


def test_a_chart_makes_room_for_its_widest_label() -> None:
    short, long = (chart(bars=(Bar(label=plain_text(label), value=1),)) for label in ("短い", "とても長い名前の区分"))
    assert long.label_width > short.label_width > 0


def test_a_unit_or_a_name_too_long_for_a_bar_makes_a_table_in_which_all_of_it_stands() -> None:
    bars = (Bar(label=plain_text("誤送信"), value=3172), Bar(label=plain_text("紛失"), value=866))
    long = of(
        "chart",
        unit="件の事故の報告を受けたことのある事業者の数を四捨五入して千件単位で表した数値",
        bars=bars,
        figures=(),
    )
    named = of("chart", bars=(replace(bars[0], label=plain_text("名前の長い区分" * 9)),), figures=())
    assert [type(item) for result in (long, named) for item in result.items("table")] == [TableBox, TableBox]
    assert "数値" in long.text


def test_the_figures_at_the_bars_ends_leave_two_fifths_of_the_room_to_the_bars() -> None:
    for unit in ("件", "件" * 10, "件" * 20, "件" * 30):
        for item in of("chart", unit=unit, figures=()).items("chart"):
            assert isinstance(item, ChartBox)
            assert item.value_width <= 0.6 * (item.box.width - item.label_width)


def test_a_chart_tells_its_source_when_it_was_published_and_checked_and_keeps_the_link() -> None:
    source = Text((Paragraph((Run("JIPDEC", link="https://example.jp/"),)),))
    (box,) = of("chart", source=source, published_on=date(2025, 8, 29), checked_on=date(2026, 9, 1)).items("source")
    assert isinstance(box, TextBox)
    (paragraph,) = box.body.paragraphs
    assert "".join(run.text for run in paragraph.runs) == "出典：JIPDEC（2025年8月29日公表、2026年9月1日確認）"
    assert paragraph.runs[1].link == "https://example.jp/"


# risk-map -----------------------------------------------------------------------------------------------------------


def test_a_setting_with_many_risks_gets_two_columns_of_tags() -> None:
    few, many = (
        Setting(
            label=plain_text("場面"),
            icon=ICON,
            risks=tuple(Point(heading=plain_text(f"危険{n}")) for n in range(count)),
        )
        for count in (5, 6)
    )
    result = of("risk-map", settings=(few, many), lead=None)
    for number, columns in ((1, 1), (2, 2)):
        risks = [
            item
            for n in range(1, 7)
            for item in result.items(f"setting-{number}-risk-{n}")
            if isinstance(item, TextBox)
        ]
        assert len({item.box.x for item in risks}) == columns


# checklist ----------------------------------------------------------------------------------------------------------


def checklist(*counts: int) -> LaidOut:
    made = slide("checklist", Supply())
    items = tuple(plain_text(f"{n}番目に確かめること") for n in range(1, max(counts) + 1))
    groups = tuple(replace(made.groups[0], items=items[:count]) for count in counts)
    return laid(replace(made, groups=groups, callout=None))


@pytest.mark.parametrize("counts", [(2, 3, 2), (2, 2, 5)])
def test_groups_stand_beside_each_other_each_on_a_card_with_its_heading(counts: tuple[int, ...]) -> None:
    result = checklist(*counts)
    cards = [result.item(f"group-{n}").box for n in (1, 2, 3)]
    assert len({card.y for card in cards}) == len({card.height for card in cards}) == 1
    assert len({card.x for card in cards}) == 3
    assert [len(result.headings(f"group-{n}")) for n in (1, 2, 3)] == [1, 1, 1]


def test_each_item_of_a_checklist_has_a_box_to_tick() -> None:
    items = [each for each in of("checklist").paragraphs("group-1") if not each.is_heading]
    assert {paragraph.marker for paragraph in items} == {"[]"}


# discussion ---------------------------------------------------------------------------------------------------------


def test_the_question_stands_before_the_prompts_and_the_steps_below_both() -> None:
    result = of("discussion")
    question, prompt, step = (next(result.items(name)).box for name in ("question", "prompt-1", "step-1"))
    assert question.right < prompt.x
    assert step.y > question.bottom


# self-check ---------------------------------------------------------------------------------------------------------


def test_each_question_can_be_answered_and_the_verdict_says_what_to_do() -> None:
    result = of("self-check", verdict=plain_text("一つでも「いいえ」なら相談します"))
    assert result.lines("question-1-answers") == ["はい", "いいえ"]
    assert {each.marker for each in result.paragraphs("question-2-answers")} == {"[]"}
    assert [result.paragraphs(f"question-{n}")[0].number for n in (1, 2)] == [1, 2]
    assert "".join(result.lines("verdict")) == "一つでも「いいえ」なら相談します"


# scenes -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tone", "outline", "line"),
    [("surface", False, "muted"), ("surface", True, "muted"), ("background", True, "muted"),
     ("background", False, None), ("primary", False, None), ("primary", True, "primary")],
)  # fmt: skip
def test_a_shape_of_the_panel_s_own_colour_has_a_hairline(tone: Tone, outline: bool, line: str | None) -> None:
    scene = replace(SCENE, parts=(SceneShape(shape="rounded", at=(5, 5), size=(30, 20), tone=tone, outline=outline),))
    shape = of("picture", scene=scene, file=None).item("scene-1")
    assert isinstance(shape, Shape)
    assert (shape.stroke.colour.role if shape.stroke else None) == line


@pytest.mark.parametrize(("width", "height"), [(400, 100), (100, 100), (100, 300)])
def test_wide_square_and_tall_logos_take_the_same_area_of_a_cover(width: int, height: int) -> None:
    made = slide("cover", Supply())
    logo = laid(made, of=course(made, logo=image(width, height))).item("logo").box
    assert logo.width / logo.height == pytest.approx(width / height, rel=0.01)
    assert to_mm(logo.width) * to_mm(logo.height) == pytest.approx(762, rel=0.37)


# two-flows ----------------------------------------------------------------------------------------------------------


def test_the_steps_of_a_flow_stand_in_a_row_with_arrows_between_them() -> None:
    flow = Flow(heading=plain_text("社内へ"), icon=ICON, steps=points(3))
    result = of("two-flows", flows=(flow, flow), conclusion=None)
    names = ("step-1-heading", "arrow-2", "step-2-heading", "arrow-3", "step-3-heading")
    lefts = [next(result.items(f"flow-1-{name}")).box.x for name in names]
    assert lefts == sorted(lefts)
    assert next(result.items("flow-2-step-1-heading")).box.y > next(result.items("flow-1-step-1-heading")).box.bottom


def told(result: LaidOut) -> list[str]:
    """The descriptions on a slide, in reading order."""
    return [alt for page in result.pages for item in flattened(page.items) if (alt := getattr(item, "alt", None))]


def test_a_diagram_is_told_once_by_what_its_arrows_mean() -> None:
    flow = Flow(heading=plain_text("社内へ"), icon=ICON, steps=points(3))
    one = replace(flow, heading=plain_text("社外へ"), steps=points(1))
    assert told(of("two-flows", flows=(flow, one), conclusion=None)) == [
        "図：「社内へ」の3段階。「点1」から「点3」へ、順に進む",
        "図：「社外へ」の1段階",
    ]
    setting = Setting(label=plain_text("自宅"), icon=ICON, risks=points(2))
    assert told(of("risk-map", settings=(setting, replace(setting, label=plain_text("移動中"))))) == [
        "図：場所ごとのリスク。「自宅」に2つ、「移動中」に2つ。場所の間は行き来する"
    ]
    spots = {
        name: Spot(label=plain_text(label), icon=ICON) for name, label in (("origin", "会社"), ("person", "従業者"))
    }
    home, cafe = (Spot(label=plain_text(label), icon=ICON) for label in ("自宅", "外出先"))
    moved = of("change-map", **spots, destinations=(home, cafe), luggage=plain_text("情報"), changes=points(3))
    assert told(moved) == ["図：「会社」から「自宅」「外出先」へ「情報」が移る。途中で変わること3つ"]


def test_a_diagram_is_one_group_that_is_described_and_whose_texts_are_read_after_that() -> None:
    result = of("two-flows", flows=(Flow(heading=plain_text("社内へ"), icon=ICON, steps=points(3)),))
    flow = result.item("flow-1")
    assert isinstance(flow, Cluster)
    assert flow.alt
    assert flow.is_read
    assert [item for item in flattened(result.page.items) if getattr(item, "alt", None)] == [flow]


# topics and rules ---------------------------------------------------------------------------------------------------


def rule(content: Filling) -> LaidOut:
    made = slide("rules", Supply())
    return laid(replace(made, rules=(replace(made.rules[0], content=content),), lead=None))


@pytest.mark.parametrize(
    ("verdict", "shown"), [("allowed", "○ 可"), ("conditional", "△ 条件付きで可"), ("forbidden", "× 不可")]
)
def test_a_decision_is_told_by_a_sign_and_words_not_by_colour_alone(verdict: str, shown: str) -> None:
    result = rule(Ruling(verdict, lines_of("条件")))  # type: ignore[arg-type]
    assert result.below("rule-1") == [shown, "条件"]


def test_a_decision_stands_under_its_heading() -> None:
    result = rule(Ruling("allowed", ()))
    assert [each.is_heading for each in result.paragraphs("rule-1")] == [True, False]
    assert result.below("rule-1") == ["○ 可"]


def rules_of(count: int, content: Filling) -> LaidOut:
    made = slide("rules", Supply())
    return laid(replace(made, rules=(replace(made.rules[0], content=content),) * count, lead=None))


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_no_card_of_several_is_alone_in_its_row(count: int) -> None:
    result = rules_of(count, Items(lines_of("前日までに申請する", "承認を得る")))
    (page,) = result.pages
    width = page.items[0].box.width
    panels = [next(result.items(f"rule-{n}")).box for n in range(1, count + 1)]
    assert all(panel.width < 0.6 * width for panel in panels)
    assert len({panel.width for panel in panels}) == 1
    ends = {panel.x: max(other.bottom for other in panels if other.x == panel.x) for panel in panels}
    assert max(ends.values()) - min(ends.values()) < 100


def test_headings_of_neighbouring_rules_stand_at_one_height_with_or_without_conditions() -> None:
    made = slide("rules", Supply())
    decided = tuple(
        replace(made.rules[0], content=Ruling("conditional" if conditions else "forbidden", conditions))
        for conditions in (lines_of(LONG, LONG), ())
    )
    result = laid(replace(made, rules=decided, lead=None))
    with_conditions, without = (result.item(f"rule-{n}") for n in (1, 2))
    assert with_conditions.box.y == without.box.y
    first, second = (result.paragraphs(f"rule-{n}")[0].lines[0] for n in (1, 2))
    assert (first.top, first.height) == (second.top, second.height)


def test_steps_are_numbered_and_lists_are_not() -> None:
    for ordered, marker in ((True, "1."), (False, "-")):
        result = rule(Items(lines_of("一つ", "二つ"), ordered))
        assert [paragraph.marker for paragraph in result.paragraphs("rule-1")] == [None, marker, marker]


def test_running_text_keeps_its_paragraphs_and_lists() -> None:
    prose = Text((*text("まず読む").paragraphs, Paragraph((Run("項目"),), "-")))
    assert [paragraph.marker for paragraph in rule(Prose(prose)).paragraphs("rule-1")] == [None, None, "-"]


def test_what_nobody_filled_in_is_a_marked_box() -> None:
    result = rule(Missing("Wi-Fiの決まり", text("x").place))
    assert "".join(result.below("rule-1")) == "要記入：Wi-Fiの決まり"
    card = result.item("rule-1")
    assert isinstance(card, Shape)
    assert card.stroke
    assert card.stroke.dashed


def test_a_contact_shows_what_there_is_of_it() -> None:
    whole = rule(Contact(*lines_of("情報管理室", "03-1234-5678", "a@example.jp", "平日9時から", "夜間は代表へ")))
    assert whole.below("rule-1") == ["情報管理室", "03-1234-5678", "a@example.jp", "平日9時から", "夜間は代表へ"]
    assert rule(Contact(plain_text("情報管理室"))).below("rule-1") == ["情報管理室"]


# emergency ----------------------------------------------------------------------------------------------------------


def test_the_number_to_call_stands_on_the_first_page_and_each_contact_once() -> None:
    for many in (1, 3, 5, 8):
        result = laid(slide("emergency", Supply(many=many)))
        listed = [row for table in result.items("contacts") if isinstance(table, TableBox) for row in table.rows]
        cards = [n for n in range(1, many + 1) for _ in result.items(f"contact-{n}")]
        assert len(listed) + len(cards) == many
        assert result.item("contact-1") in result.pages[0].items


def test_the_number_to_call_stands_on_the_first_page_however_long_the_steps_are() -> None:
    made = slide("emergency", Supply())
    first, *more = laid(
        replace(made, actions=Items((plain_text("所属長に知らせて指示を受けます。" * 30),) * 7, True))
    ).pages
    assert more
    assert any(item.name.endswith("/contact-1") for item in first.items)


def test_one_step_one_contact_and_what_to_say_need_one_page() -> None:
    made = slide("emergency", Supply(many=1))
    few = replace(made, actions=Items((plain_text("電話する。"),), True), flows=())
    assert len(laid(few).pages) == 1


def test_the_line_for_the_night_stands_beside_the_first_step() -> None:
    made = slide("emergency", Supply(many=4))
    rows = tuple(replace(row, after_hours=n == 3) for n, row in enumerate(made.contacts))
    result = laid(
        replace(made, contacts=rows, actions=Items((plain_text("電話する。"), plain_text("記録する。")), True))
    )
    night, first = result.item("contact-4"), result.item("action-1")
    assert (night.box.y, night.box.bottom) == (first.box.y, first.box.bottom)
    assert night in result.pages[0].items


def test_cases_stand_side_by_side_without_a_number_and_the_steps_count_on() -> None:
    cases = tuple(
        Case(plain_text(f"{what}したとき"), plain_text(f"{what}を知らせる。")) for what in ("紛失", "誤送信", "感染")
    )
    steps = Items((plain_text("電話する。"), *cases, plain_text("記録する。")), ordered=True)
    result = laid(replace(slide("emergency", Supply()), actions=steps))
    lanes = [result.item(f"action-{n}").box for n in (2, 3, 4)]
    assert {lane.y for lane in lanes} == {lanes[0].y}
    assert result.headings("action-3") == ["誤送信したとき"]
    assert [result.paragraphs(f"action-{n}")[0].number for n in (1, 3, 5)] == [1, 0, 2]


def test_cases_in_a_list_have_bullets_and_the_steps_count_on() -> None:
    steps = Items(
        (plain_text("電話する。"), Case(plain_text("紛失のとき"), plain_text("届ける。")), plain_text("書く。")), True
    )
    made = slide("rules", Supply())
    result = laid(replace(made, rules=(replace(made.rules[0], content=steps),)))
    listed = [each for each in result.paragraphs("rule-1") if not each.is_heading]
    told = [(paragraph.number, "".join(run.text for run in paragraph.runs)) for paragraph in listed]
    assert told == [(1, "電話する。"), (0, "紛失のとき：届ける。"), (2, "書く。")]


def test_a_further_page_says_what_stands_on_it() -> None:
    made = slide("emergency", Supply(many=6))
    headings = (plain_text("社内への報告（見つけた人）"), plain_text("社外への報告（会社）"))
    flows = tuple(replace(flow, heading=heading) for flow, heading in zip(made.flows, headings, strict=True))
    few = Items((plain_text("電話する。"), plain_text("記録する。")), ordered=True)
    titles = [page.title for page in laid(replace(made, actions=few, flows=flows)).pages]
    assert titles[0] == "規程を守ります"
    assert titles[1] == "そのほかの連絡先"
    assert titles[-1].endswith("社内への報告、社外への報告")


def emergency(*contacts: Contact[Text]) -> LaidOut:
    made = slide("emergency", Supply())
    rows = tuple(replace(made.contacts[0], contact=contact) for contact in contacts)
    return laid(replace(made, contacts=rows))


def test_all_numbers_of_a_page_have_one_size() -> None:
    numbers = ("03-0000-0005", "090-0000-0000", "03-0000-0006（内線 12）", "110")
    result = emergency(*(Contact(plain_text("窓口"), plain_text(number)) for number in numbers))
    (table,) = result.items("contacts")
    assert isinstance(table, TableBox)
    shown = [row[1].body.paragraphs[0] for row in table.rows]
    assert [each.lines[0].text for each in shown] == [*numbers[1:]]
    assert len({each.size for each in shown}) == 1


def test_what_to_do_in_place_of_calling_is_set_as_large_as_any_text() -> None:
    result = emergency(
        Contact(plain_text("窓口"), plain_text("03-0000-0005")),
        Contact(plain_text("当番"), plain_text("03-0000-0006")),
        Contact(plain_text("留守番電話"), note=plain_text("伝言を残します")),
    )
    (table,) = result.items("contacts")
    assert isinstance(table, TableBox)
    whom, instead, _ = table.rows[1]
    assert instead.body.paragraphs[0].size == whom.body.paragraphs[-1].size


def test_the_numbers_of_a_long_list_are_told_apart_on_its_further_pages() -> None:
    made = slide("emergency", Supply())
    rows = tuple(replace(made.contacts[0], duty=plain_text(f"{n}番目の窓口")) for n in range(1, 31))
    result = laid(replace(made, contacts=rows))
    listed = [row for table in result.items("contacts") if isinstance(table, TableBox) for row in table.rows]
    shown = ["".join(line.text for line in row[0].body.paragraphs[0].lines) for row in listed]
    assert shown == [f"{number}番目の窓口" for number in range(2, 31)]


# references ---------------------------------------------------------------------------------------------------------


def test_a_long_address_breaks_behind_a_sign_and_stays_one_link() -> None:
    made = slide("references", Supply())
    url = "https://www.example.go.jp/stf/seisakunitsuite/bunya/koyou_roudou/roudoukijun/shigoto/guideline/index.html"
    result = laid(replace(made, references=(replace(made.references[0], url=url),)))
    (item,) = (each for each in result.paragraphs("reference-1") if each.runs[0].link)
    lines = [line.text for line in item.lines]
    assert len(lines) > 1
    assert "".join(lines) == url
    assert all(line.endswith("/") for line in lines[:-1])
    assert {fragment.run.link for line in item.lines for fragment in line.fragments} == {url}


def test_a_publication_shows_its_address_as_a_link() -> None:
    links = [run.link for each in of("references").paragraphs("reference-1") for run in each.runs if run.link]
    assert links == ["https://www.example.go.jp/guide/0"]


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_code_leads_to_each_address_and_can_be_read_from_a_screen(count: int, theme: Theme) -> None:
    made = slide("references", Supply())
    rows = tuple(replace(made.references[0], url=f"https://www.example.go.jp/main_{n}/") for n in range(count))
    result = laid(replace(made, references=rows), theme=theme)
    for number, row in enumerate(rows, 1):
        code = result.item(f"reference-{number}-code")
        assert isinstance(code, Cluster)
        assert code.alt == f"{row.title.plain}のQRコード"
        ground, modules = code.items
        assert isinstance(ground, Shape)
        assert isinstance(modules, QrCode)
        assert to_mm(ground.box.height) >= 22
        expected = code_of(row.url)
        assert expected
        assert (modules.side, modules.stretches) == (expected.side, expected.stretches)
        quiet = modules.box.x - ground.box.x
        assert quiet >= 4 * modules.box.width / modules.side - 1
        assert ground.fill
        assert contrast(theme.colours[ground.fill.role], theme.colours[modules.colour.role]) >= 7


def test_a_publication_without_an_address_has_no_code() -> None:
    made = slide("references", Supply())
    result = laid(replace(made, references=(replace(made.references[0], url=""),)))
    assert isinstance(result.item("reference-1-icon"), Icon)
    assert not [*result.items("reference-1-code")]


# table --------------------------------------------------------------------------------------------------------------


def table(**changes: object) -> TableBox:
    box = of("table", lead=None, **changes).item("table")
    assert isinstance(box, TableBox)
    return box


def test_columns_are_as_wide_as_their_shares() -> None:
    narrow, wide = table(widths=(1, 3)).column_widths
    assert wide == pytest.approx(3 * narrow, abs=3)


def test_columns_without_shares_are_equal() -> None:
    assert len(set(table(widths=()).column_widths)) == 1


def test_the_first_row_is_the_header_and_the_first_cells_name_their_rows() -> None:
    box = table()
    assert [cell.header for cell in box.rows[0]] == [True, True]
    assert [cell.header for cell in box.rows[1]] == [True, False]
    assert [cell.header for cell in table(row_headers=False).rows[1]] == [False, False]
    assert box.header_row
    assert not table(row_headers=False).header_column


def test_a_table_that_runs_on_repeats_its_header() -> None:
    made = slide("table", Supply())
    columns = lines_of("番号", "内容")
    result = laid(replace(made, columns=columns, rows=tuple(lines_of(f"{n}", LONG) for n in range(1, 30))))
    tables = [item for page in result.pages for item in page.items if isinstance(item, TableBox)]
    assert len(tables) > 1
    for each in tables:
        assert [cell.body.paragraphs[0].lines[0].text for cell in each.rows[0]] == ["番号", "内容"]
    firsts = [row[0].body.paragraphs[0].lines[0].text for each in tables for row in each.rows[1:]]
    assert firsts == [f"{n}" for n in range(1, 30)]


# picture ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(8, 4), (4, 8), (3, 90), (900, 1)])
def test_a_picture_is_never_distorted_nor_larger_than_its_room(size: tuple[int, int]) -> None:
    result = laid(replace(slide("picture", Supply()), scene=None, file=image(*size), alt="写真"))
    picture = result.item("picture")
    assert isinstance(picture, Picture)
    assert picture.alt == "写真"
    assert picture.box.width / picture.box.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_logo_stands_on_the_cover_above_the_picture() -> None:
    made = slide("cover", Supply())
    result = laid(made, of=course(made, logo=image(80, 20)))
    logo, scene = result.item("logo"), result.item("scene")
    assert isinstance(logo, Picture)
    assert logo.alt == "みどり精機株式会社のロゴ"
    assert logo.box.bottom < scene.box.y


# scenes -------------------------------------------------------------------------------------------------------------


def scene_of(*parts: object, **changes: object) -> Cluster:
    made = replace(SCENE, parts=parts, **changes)  # type: ignore[arg-type]
    (cluster,) = SceneBlock(kit(), made, "scene").draw(Box(0, 0, mm(200), mm(100)))
    assert isinstance(cluster, Cluster)
    return cluster


def test_the_units_of_a_scene_are_equal_in_both_directions() -> None:
    cluster = scene_of(SceneShape(shape="ellipse", at=(10, 10), size=(30, 30)))
    assert cluster.box.width / cluster.box.height == pytest.approx(100 / 60, rel=0.001)
    (circle,) = cluster.items
    assert circle.box.width == circle.box.height
    assert circle.box.x - cluster.box.x == pytest.approx(cluster.box.width * 0.1, abs=2)


def test_an_icon_is_centred_on_its_point() -> None:
    cluster = scene_of(SceneIcon(icon=ICON, at=(50, 30), size=20))
    (icon,) = cluster.items
    middle = (icon.box.x + icon.box.width // 2, icon.box.y + icon.box.height // 2)
    assert middle == pytest.approx(
        (cluster.box.x + cluster.box.width // 2, cluster.box.y + cluster.box.height // 2), abs=3
    )


def test_an_arrow_runs_from_corner_to_corner_of_its_box() -> None:
    cluster = of("case").item("scene")
    assert isinstance(cluster, Cluster)
    (arrow,) = (part for part in cluster.items if isinstance(part, Connector))
    assert arrow.arrow
    assert arrow.stroke.dashed
    assert {arrow.start[0], arrow.end[0]} == {arrow.box.x, arrow.box.right}
    assert {arrow.start[1], arrow.end[1]} == {arrow.box.y, arrow.box.bottom}


def test_a_label_is_light_on_a_filled_shape_and_dark_on_an_outline() -> None:
    def ink(*, outline: bool) -> str:
        (shape,) = scene_of(
            SceneShape(shape="rounded", at=(10, 10), size=(60, 20), tone="primary", outline=outline, label="社外")
        ).items
        assert isinstance(shape, Shape)
        assert shape.body
        return shape.body.paragraphs[0].colour.role

    assert ink(outline=False) == "background"
    assert ink(outline=True) == "text"


def test_a_label_that_leaves_its_scene_is_an_error_and_not_cut_off() -> None:
    label = SceneLabel(text="とても長い名前の場所にいる人", at=(98, 30), width=30)
    made = replace(slide("picture", Supply()), scene=replace(SCENE, parts=(label,)), caption=None)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(made), STANDARD, report)
    (found,) = report
    assert (found.code, found.place) == ("slide-overfull", made.title.place)


def test_a_cover_with_too_long_a_name_is_an_error_that_does_not_blame_the_title() -> None:
    made = slide("cover", Supply())
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(made, company_name="株式会社" * 200), STANDARD, report)
    assert [found.code for found in report] == ["slide-overfull"]
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(replace(made, title=text("題" * 200))), STANDARD, report)
    assert [found.code for found in report] == ["title-too-long"]


# links --------------------------------------------------------------------------------------------------------------


def test_a_page_lists_the_web_addresses_it_prints_each_once() -> None:
    lead = Text((
        Paragraph((Run("指針", link="https://a.example/"), Run("と"), Run("再掲", link="https://a.example/"),
                   Run("窓口", link="mailto:a@example.jp"))),
    ))  # fmt: skip
    made = replace(slide("text", Supply()), lead=lead)
    noted = replace(made, notes=Text((Paragraph((Run("メモ", link="https://b.example/"),)),)))
    assert laid(noted).page.links == (("指針", "https://a.example/"),)


def test_publications_are_listed_by_their_titles() -> None:
    assert laid(slide("references", Supply("個人情報の指針"))).pages[0].links[0] == (
        "個人情報の指針", "https://www.example.go.jp/guide/0"
    )  # fmt: skip


def test_only_the_first_page_of_a_slide_lists_them() -> None:
    made = slide("references", Supply(many=7))
    more = replace(made, references=tuple(replace(made.references[0], title=plain_text(LONG * 3)) for _ in range(7)))
    first, *further = laid(more).pages
    assert further
    assert first.links
    assert not any(page.links for page in further)


def test_regions_keep_the_margins_of_the_grid() -> None:
    grid = STANDARD.grid
    for kind in MAKERS:
        for page in laid(slide(kind, Supply())).pages:
            if page.kind in ("cover", "section"):
                continue
            assert min(item.box.x for item in page.items) == grid.margin
            assert max(item.box.right for item in page.items) <= grid.page_width - grid.margin
    assert grid.margin >= mm(15)


# objectives, closing, break, questions ------------------------------------------------------------------------------


def paragraphs_of(result: LaidOut, name: str) -> list[tuple[str, float]]:
    """The paragraphs of a card, each with the size of its type."""
    card = result.item(name)
    assert isinstance(card, Shape)
    assert card.body
    return [("".join(run.text for run in each.runs), each.size) for each in card.body.paragraphs]


def test_a_break_tells_its_length_in_the_largest_type() -> None:
    (length, large), (then, small) = paragraphs_of(of("break", minutes=10, text=plain_text("再開します。")), "pause")
    assert (length, then) == ("10分", "再開します。")
    assert large > small
    without = paragraphs_of(of("break", minutes=0, text=plain_text("待ちます。")), "pause")
    assert [text for text, _ in without] == ["待ちます。"]


def test_time_for_questions_tells_whom_to_ask_afterwards() -> None:
    contact = Contact(plain_text("相談窓口"), plain_text("03-0000-0001"))
    told = paragraphs_of(of("questions", text=None, contact=contact), "callout")
    assert [text for text, _ in told] == ["あとから聞きたいときは", "相談窓口　03-0000-0001"]


@pytest.mark.parametrize(("kind", "texts"), [("objectives", "goals"), ("closing", "takeaways")])
def test_every_goal_and_everything_to_take_away_has_a_card(kind: str, texts: str) -> None:
    told = ("確かめる", "知らせる", "見分ける")
    result = of(kind, lead=None, **{texts: tuple(map(plain_text, told))})
    assert [text for at in (1, 2, 3) for text, _ in paragraphs_of(result, f"point-{at}")] == [*told]


def test_a_cover_without_a_scene_has_the_icons_of_its_parts() -> None:
    cover = replace(slide("cover", Supply()), scene=None)
    parts = tuple(replace(slide("section", Supply()), id=icon, icon=icon) for icon in ("lock", "mail", "flag"))
    page = lay_out(course(cover, *parts), STANDARD, Report()).pages[0]
    emblem = [item for item in page.items if isinstance(item, Icon) and "emblem" in item.name]
    assert [item.icon for item in emblem] == ["lock", "mail", "flag"]
    right = STANDARD.grid.cover_picture
    assert all(right.x <= item.box.x and item.box.right <= right.right for item in emblem)


def test_five_places_and_six_changes_find_room_on_one_map() -> None:
    places = tuple(Spot(label=plain_text(f"行き先{at}の支店"), icon=ICON) for at in range(1, 6))
    changes = tuple(
        Point(heading=plain_text(f"変化{at}"), body=plain_text("気づきにくくなります"), icon=ICON) for at in range(1, 7)
    )
    result = of("change-map", destinations=places, changes=changes, lead=None)
    assert not result.codes
    assert result.page.kind == "change-map"


def test_three_flows_of_short_steps_stand_on_one_page() -> None:
    steps = tuple(Point(heading=plain_text(f"段{at}"), body=None, icon=ICON) for at in range(1, 4))
    flows = tuple(Flow(heading=plain_text(f"流れ{at}"), icon=ICON, steps=steps) for at in range(1, 4))
    assert [found for found in of("two-flows", flows=flows).codes if found != "layout-step"] == []
