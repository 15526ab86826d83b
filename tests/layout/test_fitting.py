"""Finding the type size, dividing slides, and what a divided slide says."""

from dataclasses import replace
from typing import Any

import pytest

from deckgen.diagnostics import Place, Report, Stop
from deckgen.layout import lay_out
from deckgen.model.course import Filled
from deckgen.model.frames import TableBox, TextBox
from deckgen.model.pieces import Group, Point, SceneLabel, Setting, Topic
from deckgen.model.slides import (
    AgendaSlide,
    CaseSlide,
    ChartSlide,
    ChecklistSlide,
    EmergencySlide,
    ReferencesSlide,
    RiskMapSlide,
    RulesSlide,
    SectionSlide,
    TableSlide,
    TextSlide,
)
from deckgen.model.slots import Filling, Items, Missing, Prose, Ruling
from deckgen.model.text import Run, Text, plain_text
from deckgen.model.theme import READABLE
from tests.layout.laying import laid
from tests.layout.slides import course, slide, text
from tests.layout.supply import ICON, SCENE, Supply
from tests.layout.themes import STANDARD
from tests.properties.judging import areas, is_chrome

SENTENCE = "個人情報を取り扱うときは、上長の承認を得てから作業を始めます。"
LONG = SENTENCE * 40
WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt"


def of(kind: str, slide_id: str = "slide-1") -> Any:
    return slide(kind, Supply(), slide_id)


def a_text(*bodies: str) -> TextSlide[Text, Filling]:
    points = tuple(
        Point(heading=plain_text(f"点{n}"), body=plain_text(body), icon=ICON) for n, body in enumerate(bodies, 1)
    )
    return TextSlide(id="t", title=plain_text("要点"), notes=plain_text("読みます。"), points=points)


def a_table(rows: int, cell: str = "記入欄", title: str = "一覧") -> TableSlide[Text]:
    cells = tuple((plain_text(f"{n}"), plain_text(cell)) for n in range(1, rows + 1))
    heads = (plain_text("番号"), plain_text("内容"))
    return TableSlide(id="t", title=plain_text(title), notes=plain_text("読みます。"), columns=heads, rows=cells)


def test_a_slide_that_two_courses_share_looks_alike_in_both_and_knows_its_place_in_each() -> None:
    shared, own = a_text("共通の文です。"), replace(a_text("この会社だけの文です。"), id="own")
    alone = lay_out(course(shared), STANDARD, Report()).pages[0]
    second = lay_out(course(own, shared), STANDARD, Report()).pages[1]
    moved = lay_out(course(replace(shared, title=replace(shared.title, place=Place("b.yaml", 9)))), STANDARD, Report())
    assert [each for each in alone.items if not is_chrome(each.name)] == [
        each for each in second.items if not is_chrome(each.name)
    ]
    assert (alone.number, second.number) == (1, 2)
    assert moved.pages[0].place == Place("b.yaml", 9)


def test_a_slide_is_laid_out_anew_in_a_theme_that_differs_in_a_colour_alone() -> None:
    marked = replace(STANDARD, brand="AA3355", brand_ink="ink")
    pale = replace(marked, brand_ink="background")
    assert lay_out(course(of("case")), marked, Report()) != lay_out(course(of("case")), pale, Report())


# Steps --------------------------------------------------------------------------------------------------------------


def test_a_slide_that_fills_its_page_well_takes_the_regular_type() -> None:
    result = laid(a_text(SENTENCE * 3, SENTENCE * 2))
    assert result.page.step == 0
    assert result.size("point-1", -1) == STANDARD.scale[0]["body"]
    assert not result.codes


def test_a_page_that_would_be_half_empty_is_set_one_or_two_steps_larger() -> None:
    result = laid(a_text(SENTENCE, SENTENCE))
    assert result.page.step == -2
    assert result.size("point-1", -1) == STANDARD.larger[1]["body"] > STANDARD.scale[0]["body"]


def test_a_theme_without_larger_steps_keeps_the_regular_type() -> None:
    assert laid(a_text(SENTENCE, SENTENCE), theme=replace(STANDARD, larger=())).page.step == 0


@pytest.mark.parametrize("sentences", [5, 6])
def test_a_longer_slide_is_set_smaller_as_a_whole(sentences: int) -> None:
    result = laid(a_text(SENTENCE * sentences, "短い"))
    step = result.page.step
    assert step > 0
    assert result.size("point-1", -1) == result.size("point-2", -1) == STANDARD.scale[step]["body"]


def test_each_page_of_a_slide_has_the_largest_type_that_holds_it() -> None:
    made = of("rules")
    long, short = (
        replace(made.rules[0], content=Items(tuple(plain_text(SENTENCE) for _ in range(count)))) for count in (9, 3)
    )
    result = laid(replace(made, rules=(long, long, long, short), lead=None))
    steps = [page.step for page in result.pages]
    assert steps[-1] < steps[0]


def test_pages_that_go_on_under_one_title_differ_by_a_step_of_type_at_most() -> None:
    full, little = plain_text(SENTENCE * 14), plain_text("終わりです。")
    rows = tuple((plain_text(f"{n}"), cell) for n, cell in enumerate((full, full, little), 1))
    result = laid(replace(a_table(3), rows=rows, widths=(1, 1)))
    steps = [page.step for page in result.pages]
    assert len({page.title for page in result.pages}) == 1
    assert max(steps) - min(steps) <= 1 < max(steps)


def test_no_text_but_labels_is_under_18_pt_however_much_there_is() -> None:
    result = laid(a_text(*(SENTENCE * 9,) * 5))
    sizes = {
        paragraph.size
        for page in result.pages
        for area in areas(page.items)
        for paragraph in area.body.paragraphs
        if not is_chrome(area.name)
    }
    assert min(sizes) >= READABLE


def test_what_closes_a_slide_stands_on_its_last_page_and_what_opens_it_on_its_first() -> None:
    whole = of("text")
    slide = replace(a_text(*(SENTENCE * 6,) * 6), lead=whole.lead, callout=whole.callout)
    result = laid(slide)
    assert len(result.pages) > 1
    shown = [{item.name.split("/")[-1] for item in page.items} for page in result.pages]
    assert ["lead" in names for names in shown] == [True, *[False] * (len(shown) - 1)]
    assert ["callout" in names for names in shown] == [*[False] * (len(shown) - 1), True]


def test_the_largest_step_that_holds_the_slide_is_taken() -> None:
    made = [laid(a_text(SENTENCE * count, SENTENCE)).pages for count in range(1, 9)]
    steps = [pages[0].step for pages in made if len(pages) == 1]
    assert steps == sorted(steps)
    assert {-2, 0, 1, 2, 3} <= set(steps)


def test_a_slide_too_full_for_18_pt_goes_on_on_a_further_page() -> None:
    made = of("rules")
    rule = replace(made.rules[0], content=Items(tuple(plain_text("上長の承認を得てから始めます。") for _ in range(4))))
    one, two = (laid(replace(made, rules=(rule,) * count, lead=None)) for count in (4, 6))
    assert len(one.pages) == 1
    assert len(two.pages) == 2
    assert two.size("rule-1") >= READABLE
    assert two.codes == ["layout-split"]


def test_type_is_a_step_smaller_where_that_leaves_no_character_on_a_line_of_its_own() -> None:
    made = of("rules")
    for counts in ([10, 10, 25, 15], [14, 19, 11, 20, 21], [15, 27, 22, 21]):
        texts = tuple(plain_text("規" * count + "。") for count in counts)
        result = laid(replace(made, rules=(replace(made.rules[0], content=Items(texts)),) * 3, lead=None))
        assert all(len(line) > 2 for line in result.below("rule-1"))


def test_a_slide_too_long_for_the_smallest_type_goes_on_with_its_number_in_the_title() -> None:
    result = laid(a_table(30))
    assert len(result.pages) > 1
    total = len(result.pages)
    assert result.lines("title") == [f"一覧（{number}/{total}）" for number in range(1, total + 1)]
    assert [page.continuation for page in result.pages] == [(number, total) for number in range(1, total + 1)]
    assert "layout-split" in result.codes


def test_a_further_page_of_cards_says_which_and_shows_the_slides_own_title_over_it() -> None:
    made = of("rules")
    rules = tuple(
        replace(made.rules[0], heading=plain_text(heading), content=Items((plain_text(SENTENCE),) * 5))
        for heading in ("持ち出し", "私物の機器（BYOD）", "働く場所", "Wi-Fi")
    )
    first, second = laid(replace(made, rules=rules, lead=None)).pages
    assert (first.title, second.title) == ("規程を守ります", "働く場所、Wi-Fi")
    (mark,) = [item for item in second.items if item.name.endswith("/section")]
    assert isinstance(mark, TextBox)
    assert mark.body.paragraphs[0].lines[0].text.endswith("規程を守ります")


def test_a_list_that_goes_on_says_so_in_its_heading() -> None:
    made = of("rules")
    result = laid(
        replace(made, rules=(replace(made.rules[0], content=Items((plain_text(SENTENCE),) * 40)),), lead=None)
    )
    assert len(result.pages) > 2
    first, *more = result.headings("rule-1")
    assert "（続き）" not in first
    assert all(line.endswith("（続き）") for line in more)
    assert all(page.title.endswith("（続き）") for page in result.pages[1:])


def test_the_number_of_columns_is_the_same_on_every_page_of_cards() -> None:
    made = of("rules")
    for count in (5, 7, 9, 11):
        rule = replace(made.rules[0], content=Items(tuple(plain_text(SENTENCE) for _ in range(4))))
        pages = laid(replace(made, rules=(rule,) * count, lead=None)).pages
        widths = {
            item.box.width for page in pages for item in page.items if item.name.rpartition("-")[0].endswith("/rule")
        }
        assert len(pages) > 1
        assert len(widths) == 1 or (count % 2 and len(widths) == 2)


def test_notes_cues_and_minutes_belong_to_the_first_page() -> None:
    table = replace(a_table(30), cues=plain_text("問いかけます。"), minutes=3)
    first, *more = laid(table).pages
    assert (first.notes, first.cues, first.minutes) == (
        table.notes.paragraphs,
        plain_text("問いかけます。").paragraphs,
        3,
    )
    for page in more:
        assert page.notes[0].plain == "前のスライドの続きです。"
        assert (page.cues, page.minutes) == ((), 0)


def test_what_participants_read_stands_on_the_first_page_and_nothing_on_the_others() -> None:
    table = replace(a_table(30), written=plain_text("読みます。"))
    first, *more = laid(table).pages
    assert first.written == plain_text("読みます。").paragraphs
    assert {page.written for page in more} == {()}
    assert laid(a_table(3)).pages[0].written is None


def test_no_page_is_left_with_a_single_item() -> None:
    for rows in range(14, 40):
        pages = laid(a_table(rows)).pages
        counts = [len(item.rows) - 1 for page in pages for item in page.items if item.name.endswith("/table")]  # type: ignore[union-attr]
        assert max(counts) - min(counts) <= 2, counts


@pytest.mark.parametrize("length", [60, 61, 62])
def test_a_slide_of_more_than_ninety_nine_pages_keeps_room_for_its_counter(length: int) -> None:
    result = laid(a_table(130, cell="あ" * 300, title="規" * length))
    assert result.pages[-1].continuation == (len(result.pages), len(result.pages))
    assert f"（{len(result.pages)}/{len(result.pages)}）" in "".join(result.lines("title"))


# Titles -------------------------------------------------------------------------------------------------------------


def test_a_title_of_one_line_takes_the_largest_type() -> None:
    assert laid(replace(a_text("短い"), title=plain_text("規" * 28))).size("title") == STANDARD.scale[0]["title"]


def test_a_long_title_is_set_smaller_and_leaves_the_text_below_as_it_is() -> None:
    result = laid(
        replace(
            a_text(SENTENCE),
            title=plain_text("個人情報を社外で取り扱うときに必ず守ることと、事故が起きたときの連絡の順番"),
        )
    )
    assert len(result.lines("title")) == 2
    assert result.size("title") < STANDARD.scale[0]["title"]
    assert result.size("point-1", -1) == STANDARD.larger[1]["body"]
    assert result.page.step == -2


def test_a_title_too_long_for_any_size_is_an_error_with_its_place() -> None:
    title = text("個人情報を守る" * 30)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(replace(a_text("短い"), title=title)), STANDARD, report)
    (found,) = report
    assert (found.code, found.place) == ("title-too-long", title.place)


def test_a_value_too_long_for_many_titles_is_told_once_where_the_company_wrote_it() -> None:
    value, place = "本社の会議室、" * 30, Place("mihon.yaml", 9, 10)
    slides = [replace(a_text("短い"), id=name, title=plain_text(f"場所は{value}です")) for name in ("a", "b", "c")]
    filled = (Filled("session.place", Prose(plain_text(value, place))),)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(*slides, fillings=filled), STANDARD, report)
    (found,) = report
    assert (found.code, found.place) == ("value-too-long", place)
    assert dict(found.values) == {"slot": "session.place", "slides": "a, b, c"}


def test_a_short_value_is_not_blamed_for_a_long_title() -> None:
    title = text("みほん" + "個人情報を守る" * 30)
    filled = (Filled("company.name", Prose(plain_text("みほん", Place("mihon.yaml", 3, 9)))),)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(replace(a_text("短い"), title=title), fillings=filled), STANDARD, report)
    assert [found.code for found in report] == ["title-too-long"]


def test_a_value_too_long_for_the_cover_is_told_where_the_company_wrote_it() -> None:
    name, place = "株式会社" * 200, Place("mihon.yaml", 3, 9)
    filled = (Filled("company.name", Prose(plain_text(name, place))),)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(slide("cover", Supply()), company_name=name, fillings=filled), STANDARD, report)
    (found,) = report
    assert (found.code, found.place) == ("value-too-long", place)


def test_a_titles_lines_are_kept_and_its_link_and_emphasis_stay() -> None:
    title = Text((text("個人情報を社外で取り扱うときに必ず守る").paragraphs[0],))
    marked = replace(
        title.paragraphs[0],
        runs=(*title.paragraphs[0].runs, Run("決まりと連絡の順番を全員でよく確かめます", link="https://example.jp/")),
    )
    result = laid(replace(a_text("短い"), title=Text((marked,))))
    (item,) = result.items("title")
    assert isinstance(item, TextBox)
    (paragraph,) = item.body.paragraphs
    assert paragraph.hard_breaks
    assert len(paragraph.lines) == 2
    fragments = [fragment.run for line in paragraph.lines for fragment in line.fragments]
    linked = "".join(run.text for run in fragments if run.link == "https://example.jp/")
    assert linked == marked.runs[-1].text


# Dividing each kind -------------------------------------------------------------------------------------------------


def sections(count: int) -> list[SectionSlide[Text]]:
    made = (of("section", f"section-{number}") for number in range(1, count + 1))
    return [replace(each, title=plain_text(f"区切り{number}")) for number, each in enumerate(made, 1)]


@pytest.mark.parametrize("count", [1, 5, 9, 10, 12, 40])
@pytest.mark.parametrize("lead", [None, plain_text("今日の流れです。")])
def test_an_agenda_names_every_part_of_the_course(count: int, lead: Text | None) -> None:
    agenda: AgendaSlide[Text] = replace(of("agenda"), lead=lead)
    result = laid(agenda, *sections(count))
    titles = [line for part in range(1, count + 2) for line in result.lines(f"part-{part}-title")]
    assert titles == [agenda.title.plain, *(f"区切り{number}" for number in range(1, count + 1))]
    assert result.text.count("合計") == 1
    assert "layout-running-text" not in result.codes


def test_the_minutes_of_an_agenda_add_up_to_its_total_what_comes_before_the_first_section_included() -> None:
    made = [replace(each, minutes=minutes) for each, minutes in zip(sections(3), (4, 17, 2.5), strict=True)]
    result = laid(replace(of("agenda"), minutes=3), *made)
    minutes = [line.removesuffix("分") for n in range(1, 5) for line in result.lines(f"part-{n}-minutes")]
    assert minutes == ["3", "4", "17", "2.5"]
    assert result.lines("total") == ["合計 約26.5分"]
    assert [result.paragraphs(f"part-{n}-title")[0].number for n in (1, 2)] == [0, 1]


def test_the_bars_of_an_agenda_follow_one_another_on_the_line_of_the_whole_time() -> None:
    result = laid(replace(of("agenda"), minutes=2), *(replace(each, minutes=9) for each in sections(2)))
    line = result.item("part-1-line").box
    bars = [result.item(f"part-{n}-bar").box for n in (1, 2, 3)]
    assert [round((bar.x - line.x) / line.width, 2) for bar in bars] == [0, 0.1, 0.55]
    assert [round(bar.width / line.width, 2) for bar in bars] == [0.1, 0.45, 0.45]


def test_an_agenda_of_a_course_without_sections_says_how_long_it_takes() -> None:
    assert "合計 約2分" in laid(of("agenda")).text


def test_an_emergency_without_steps_still_says_until_when_to_report() -> None:
    made: EmergencySlide[Text, Filling] = of("emergency")
    deadline = Prose(plain_text("30分以内"))
    bare = replace(made, actions=Items(()), deadline=deadline)
    assert "30分以内" in laid(bare).text
    assert "30分以内" in laid(replace(bare, contacts=(), report_items=Items(()), flows=())).text


def test_a_case_that_goes_on_counts_its_incidents_on() -> None:
    made: CaseSlide[Text] = of("case")
    result = laid(replace(made, incidents=tuple(plain_text(f"{n}番目。" + SENTENCE * 5) for n in range(1, 4))))
    assert len(result.pages) > 1
    told = [each for each in result.paragraphs("incidents") if each.number]
    shown = {each.number: each.lines[0].text[:3] for each in reversed(told)}
    assert shown == {1: "1番目", 2: "2番目", 3: "3番目"}


def test_the_names_on_further_pages_tell_which_item_they_show() -> None:
    checklist: ChecklistSlide[Text, Filling] = of("checklist")
    groups = tuple(
        Group(heading=plain_text(f"組{n}"), icon=ICON, items=(plain_text(f"項目{n}" + SENTENCE * 6),) * 2)
        for n in range(1, 6)
    )
    result = laid(replace(checklist, groups=groups, callout=None))
    assert len(result.pages) > 1
    for number in range(1, 6):
        assert set(result.headings(f"group-{number}")) == {f"組{number}"}

    points = laid(a_text(*(f"{n}番目。" + SENTENCE * 5 for n in range(1, 7))))
    assert len(points.pages) > 1
    for number in range(1, 7):
        assert points.headings(f"point-{number}") == [f"点{number}"]

    risk_map: RiskMapSlide[Text] = of("risk-map")
    risks = tuple(Point(heading=plain_text("危険" * 12), body=plain_text(SENTENCE)) for _ in range(8))
    settings = tuple(Setting(label=plain_text(f"場面{n}"), icon=ICON, risks=risks) for n in range(1, 4))
    result = laid(replace(risk_map, settings=settings))
    assert len(result.pages) > 1
    for number in range(1, 4):
        assert set(result.lines(f"setting-{number}")) == {f"場面{number}"}


# Running text -------------------------------------------------------------------------------------------------------


def test_forty_prompts_go_on_over_as_many_pages_as_they_need_with_their_numbers() -> None:
    prompts = Items(tuple(plain_text(f"{n}回目は、どうすればよかったでしょうか。") for n in range(1, 41)))
    result = laid(replace(of("discussion"), prompts=prompts))
    assert result.codes == ["layout-split"]
    assert result.paragraphs("prompt-40")[0].number == 40


def test_what_no_picture_has_room_for_is_set_as_running_text_and_a_warning_says_so() -> None:
    made = a_text(SENTENCE)
    result = laid(replace(made, points=(replace(made.points[0], heading=plain_text(LONG)),)))
    assert "layout-running-text" in result.codes
    assert "".join(result.lines("text")) == LONG + SENTENCE


def test_a_point_too_long_for_a_page_goes_on_on_the_next_and_its_heading_says_so() -> None:
    result = laid(a_text(LONG))
    assert result.codes == ["layout-split"]
    assert "".join(result.below("point-1")) == LONG
    assert result.headings("point-1")[:2] == ["点1", "点1（続き）"]


def test_running_text_says_what_a_drawing_shows_that_found_no_room() -> None:
    label = SceneLabel(text="とても長い名前の場所にいる人", at=(98, 30), width=30)
    scene = replace(SCENE, parts=(label,))
    result = laid(replace(of("picture"), scene=scene, caption=plain_text("覚えておきます。")))
    assert "layout-running-text" in result.codes
    assert "".join(result.lines("text")) == f"{SCENE.alt}覚えておきます。"


def test_running_text_keeps_the_decision_of_a_rule() -> None:
    made: RulesSlide[Text, Filling] = of("rules")
    contents: tuple[Filling, ...] = (
        Ruling("forbidden", (plain_text("例外なし"),)),
        Missing("窓口", Place("slots.yaml", 4, 1)),
    )
    rules = tuple(Topic(heading=plain_text(WORD * 80), icon=ICON, content=content) for content in contents)
    result = laid(replace(made, rules=rules))
    assert "layout-running-text" in result.codes
    assert "× 不可" in result.text
    assert "例外なし" in result.text
    assert "要記入：窓口" in result.text


def chart(count: int, label: str = "4月") -> ChartSlide[Text]:
    made: ChartSlide[Text] = of("chart")
    bars = tuple(replace(made.bars[0], label=plain_text(label), value=100.0 + n) for n in range(count))
    return replace(made, bars=bars, figures=made.figures[:1] * 4)


def test_a_chart_holds_a_year_of_months_beside_its_large_numbers() -> None:
    result = laid(chart(12))
    assert not result.codes
    numbers, bars = result.item("figure-1").box, result.item("chart").box
    assert numbers.x > bars.right


@pytest.mark.parametrize(("count", "label"), [(20, "4月"), (3, "誤配達・誤交付" * 12)])
def test_figures_that_no_chart_holds_are_set_as_a_table_and_a_warning_says_so(count: int, label: str) -> None:
    result = laid(replace(chart(count, label), basis=plain_text("2024年度の集計")))
    assert "chart-alone-as-table" in result.codes
    tables = [item for item in result.items("table") if isinstance(item, TableBox)]
    assert sum(len(table.rows) - 1 for table in tables) == 4 + count + 2
    assert "100件（12.3％）" in result.text
    assert "2024年度の集計" in result.text
    assert result.lines("lead") == ["確かめます"]


def test_running_text_stands_on_a_card_with_what_names_a_thing_in_bold() -> None:
    made = a_text(SENTENCE)
    result = laid(replace(made, points=(replace(made.points[0], heading=plain_text(LONG)),)))
    assert {run.strong for run in result.paragraphs("text")[0].runs} == {True}


def test_running_text_keeps_title_and_address_of_a_publication() -> None:
    made: ReferencesSlide[Text] = of("references")
    reference = replace(made.references[0], title=plain_text("指針" * 900), url="https://www.example.go.jp/a")
    result = laid(replace(made, references=(reference,)))
    assert "layout-running-text" in result.codes
    assert "指針" * 900 in "".join(result.lines("text"))
    links = {run.link for paragraph in result.paragraphs("text") for run in paragraph.runs}
    assert "https://www.example.go.jp/a" in links


def test_a_text_of_a_hundred_pages_is_laid_out_even_where_its_title_leaves_no_room_for_three_figures() -> None:
    large = replace(STANDARD, scale=({**STANDARD.scale[-1], "body": 40},))
    whole = "個人情報を守る" * 2_500
    result = laid(replace(a_text(whole), title=plain_text("規" * 62)), theme=large)
    assert len(result.pages) > 99
    assert "".join(result.below("point-1")) == whole
