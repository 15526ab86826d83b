"""A slot in the place of one value of a slide: a text, a number, an address, a picture, or of entries of a list."""

from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import hint_of, message_of
from deckgen.model.blocks import ChartBlock, LinkBlock, ListBlock, PictureBlock, TableBlock, TextBlock
from deckgen.model.slides import CaseSlide, ContentSlide, DiscussionSlide
from deckgen.model.slots import Items, Missing
from deckgen.model.text import Text
from tests.merge.material import COMPANY, Outcome, merged, read

CONTENT = """
- kind: content
  id: content
  title: 訓練
  notes: 話します。
  minutes: 1
  blocks:
    - { type: text, text: 訓練の結果です。 }
"""
CHART = """
    - type: chart
      alt: 訓練の結果
      unit: 人
      categories: [送った人, 開いた人]
      series:
        - { name: 今年, values: [48, { slot: b.opened }] }
"""


def block(written: str, company: str = "", **more: Any) -> Any:
    """What becomes of a block below another one."""
    return blocks(merged(CONTENT + written, company, **more))[-1]


def blocks(outcome: Outcome) -> tuple[Any, ...]:
    slide = outcome.made.slides[1]
    assert isinstance(slide, ContentSlide)
    return slide.blocks


def plain(texts: Any) -> list[str]:
    return [text.plain for text in texts]


# Texts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slot", "company", "shown"),
    [
        ("a.text", "a: { text: '**そのまま**' }", "**そのまま**"),
        ("a.rich", "a: { rich: '**強く**言う' }", "強く言う"),
        ("a.date", "a: { date: 2026-04-01 }", "2026年4月1日"),
        ("b.opened", "b: { opened: 11 }", "11人"),
        ("b.opened", "b: { opened: 123459 }", "123,459人"),
        ("b.opened", "b: { opened: 1234 }", "1234人"),
        ("b.number", "b: { number: 123459 }", "123459"),
        ("b.law", "b: { law: 20261 }", "20261号"),
        ("b.rate", "b: { rate: 12.5 }", "12.5%"),
        ("b.rate", "b: { rate: 12.5% }", "12.5%"),
        ("b.rate", "b: { rate: 12.5％ }", "12.5%"),
        ("b.rate", "b: { rate: 0.00001 }", "0.00001%"),
        ("b.rate", "b: { rate: 123456789012345.5 }", "123,456,789,012,345.5%"),
        ("b.done", "b: { done: true }", "はい"),
        ("b.done", "b: { done: いいえ }", "いいえ"),
        ("b.page", "b: { page: 'https://example.jp/drill' }", "https://example.jp/drill"),
    ],
)
def test_a_slot_stands_in_the_place_of_a_text(slot: str, company: str, shown: str) -> None:
    table = f"    - {{ type: table, columns: [項目, 値], rows: [[訓練, {{ slot: {slot} }}], [次回, 秋]] }}\n"
    made = block(table, company)
    assert isinstance(made, TableBlock)
    assert plain(made.rows[0]) == ["訓練", shown]


def test_a_company_s_marks_and_its_link_are_kept_where_it_stands() -> None:
    made = block("    - { type: list, items: [{ slot: a.rich }, { slot: b.page }] }\n",
                 "a: { rich: '**強く**言う' }\nb: { page: 'https://example.jp/drill' }")  # fmt: skip
    assert isinstance(made, ListBlock)
    strong, link = (text.paragraphs[0].runs[0] for text in made.items if isinstance(text, Text))
    assert (strong.text, strong.strong) == ("強く", True)
    assert link.link == "https://example.jp/drill"


def test_an_empty_optional_slot_takes_its_entry_its_row_or_its_block_with_it() -> None:
    made = block("    - { type: list, items: [一, { slot: a.text }] }\n")
    assert plain(made.items) == ["一"]
    rows = block("    - { type: table, columns: [項目, 値], rows: [[訓練, { slot: a.text }], [次回, 秋]] }\n")
    assert [plain(row) for row in rows.rows] == [["次回", "秋"]]
    assert isinstance(block("    - { type: quote, text: { slot: a.text } }\n"), TextBlock)
    sides = "[{ heading: 良い, items: [{ slot: a.text }] }, { heading: 悪い, items: [{ slot: a.text }] }]"
    assert isinstance(block(f"    - {{ type: comparison, sides: {sides} }}\n"), TextBlock)


def test_what_has_words_of_its_own_beside_an_empty_slot_keeps_them() -> None:
    sides = "[{ heading: 良い, items: [一] }, { heading: 悪い, items: [{ slot: a.text }] }]"
    made = block(f"    - {{ type: comparison, sides: {sides} }}\n")
    assert [(side.heading.plain, plain(side.items)) for side in made.sides] == [("良い", ["一"]), ("", [])]
    branch = block("    - { type: list, items: [一, { text: 親の文, items: { slot: a.list } }] }\n").items[1]
    assert (branch.text.plain, branch.items) == ("親の文", ())
    headless = block("    - { type: list, items: [一, { text: { slot: a.text }, items: [子] }] }\n")
    assert plain(headless.items) == ["一", "子"]


def test_a_column_goes_with_its_cells_where_its_head_is_empty() -> None:
    rows = "rows: [[PC, 10台, 秋], [電話, 3台, 春]]"
    made = block(f"    - {{ type: table, columns: [機器, {{ slot: a.text }}, 時期], widths: [1, 2, 3], {rows} }}\n")
    assert [plain(row) for row in made.rows] == [["PC", "秋"], ["電話", "春"]]
    assert (plain(made.columns), made.widths, made.row_headers) == (["機器", "時期"], (1, 3), True)
    first = block(f"    - {{ type: table, columns: [{{ slot: a.text }}, 台数, 時期], {rows} }}\n")
    assert [plain(row) for row in first.rows] == [["10台", "秋"], ["3台", "春"]]
    assert not first.row_headers


def test_a_column_goes_from_rows_that_a_company_writes_as_well() -> None:
    table = "    - { type: table, columns: [機器, { slot: a.text }], rows: [{ slot: b.rows }] }\n"
    made = block(table, "b: { rows: [[電話, 3台], [鍵, 2本]] }")
    assert [plain(row) for row in made.rows] == [["電話"], ["鍵"]]


def test_a_category_goes_with_its_figures_where_its_name_is_empty() -> None:
    made = block(CHART.replace("[送った人, 開いた人]", "[{ slot: a.text }, 開いた人]"), "b: { opened: 11 }")
    assert (plain(made.categories), made.series[0].values) == (["開いた人"], (11.0,))
    assert isinstance(block(CHART.replace("今年", "{ slot: a.text }"), "b: { opened: 11 }"), TextBlock)


def test_a_cell_without_its_value_has_a_dash_where_others_of_its_row_have_one() -> None:
    table = "    - { type: table, columns: [項目, 去年, 今年], rows: [[訓練, { slot: a.text }, 秋]] }\n"
    assert [plain(row) for row in block(table).rows] == [["訓練", "－", "秋"]]


# Entries ----------------------------------------------------------------------------------------------------------


def test_the_entries_of_a_list_take_their_places_in_a_list() -> None:
    made = block("    - { type: list, items: [初め, { slot: a.list }, 終わり] }\n", "a: { list: [甲, 乙] }")
    assert plain(made.items) == ["初め", "甲", "乙", "終わり"]
    whole = block("    - { type: list, items: { slot: a.default } }\n")
    assert plain(whole.items) == ["いつ", "どこで"]


def test_rows_take_their_places_in_a_table() -> None:
    table = "    - { type: table, columns: [機器, 台数], rows: [[PC, 10台], { slot: b.rows }] }\n"
    made = block(table, "b: { rows: [[電話, 3台], [鍵, 2本]] }")
    assert [plain(row) for row in made.rows] == [["PC", "10台"], ["電話", "3台"], ["鍵", "2本"]]


def test_rows_take_their_places_in_a_table_that_stands_in_a_column_of_a_slide() -> None:
    blocks = "[{ type: table, columns: [機器, 台数], rows: { slot: b.rows } }]"
    slide: Any = merged(CONTENT.partition("  blocks")[0] + f"  columns: [{{ blocks: {blocks} }}]\n",
                        "b: { rows: [[電話, 3台]] }").made.slides[1]  # fmt: skip
    assert [plain(row) for row in slide.columns[0].blocks[0].rows] == [["電話", "3台"]]


def test_contacts_take_their_places_among_contacts() -> None:
    general = "{ duty: 総務, contact: { role: 総務, phone: 03-0000-0001 } }"
    contact = f"    - {{ type: contact, contacts: [{general}, {{ slot: b.desks }}] }}\n"
    made = block(contact, "b: { desks: [{ duty: 夜, role: 守衛室, phone: 03-0000-0002 }] }")
    assert [(row.duty.plain, row.contact.phone.plain) for row in made.contacts] == [
        ("総務", "03-0000-0001"),
        ("夜", "03-0000-0002"),
    ]


@pytest.mark.parametrize("rows", ["{ slot: b.rows }", "[{ slot: b.rows }, [全部, 3台]]"])
def test_rows_that_a_draft_lacks_are_a_marked_row(rows: str) -> None:
    table = f"    - {{ type: table, columns: [機器, 台数], rows: {rows} }}\n"
    made = block(table, "b: { rows: [[要記入, 要記入]] }", draft=True)
    assert isinstance(made, TableBlock)
    assert [plain(row)[1][:3] for row in made.rows] == ["要記入", "3台"][: len(made.rows)]


@pytest.mark.parametrize("contacts", ["{ slot: b.desks }", "[{ slot: b.desks }]"])
def test_contacts_that_a_draft_lacks_are_a_marked_one(contacts: str) -> None:
    made = block(f"    - {{ type: contact, contacts: {contacts} }}\n", "b: { desks: 要記入 }", draft=True)
    (row,) = made.contacts
    assert isinstance(row.contact, Missing)


def test_what_a_draft_is_to_have_is_marked_in_any_text() -> None:
    made = block("    - { type: text, text: '訓練は{{ b.page }}です' }\n", "b: { page: 要記入 }", draft=True)
    assert "要記入" in made.text.text.plain


def test_slots_stand_in_lists_that_are_written_where_a_list_of_a_company_can_stand() -> None:
    slide = """
- { kind: discussion, id: talk, title: 話す, notes: 話す。, question: なぜ, prompts: [初め, { slot: a.list }] }
"""
    made = merged(slide, "a: { list: [甲, 乙] }").made.slides[1]
    assert isinstance(made, DiscussionSlide)
    assert isinstance(made.prompts, Items)
    assert [each.plain for each in made.prompts.items if isinstance(each, Text)] == ["初め", "甲", "乙"]
    with pytest.raises(AssertionError, match=r"no slot a\.nothing"):
        read(slide.replace("a.list", "a.nothing"))


def test_a_value_that_is_left_empty_in_the_middle_of_a_text_is_told() -> None:
    outcome = merged(CONTENT + "    - { type: quote, text: '{{ a.text }}を開きます。' }\n")
    assert outcome.found == [
        "text-with-gap: nothing stands where {{ a.text }}を開きます。 asks for a.text, which the company left empty"
    ]
    guarded = "    - { type: quote, text: '{% if a.text %}{{ a.text }}を{% endif %}開きます。' }\n"
    assert merged(CONTENT + guarded).found == []


# Numbers ----------------------------------------------------------------------------------------------------------


def test_a_number_of_a_chart_can_be_a_company_s() -> None:
    made = block(CHART, "b: { opened: 11 }")
    assert isinstance(made, ChartBlock)
    assert made.series[0].values == (48.0, 11.0)


def test_a_category_without_its_number_is_left_out_and_told() -> None:
    outcome = merged(CONTENT + CHART)
    made = blocks(outcome)[-1]
    assert (plain(made.categories), made.series[0].values) == (["送った人"], (48.0,))
    assert outcome.found == ["chart-category-left-out: the chart leaves out 開いた人: b.opened has no number"]


def test_a_series_and_a_chart_without_any_number_are_left_out() -> None:
    second = CHART + "        - { name: 去年, values: [{ slot: b.rate }, { slot: b.rate }] }\n"
    assert plain(each.name for each in block(second, "b: { opened: 11 }").series) == ["今年"]
    assert isinstance(block(CHART.replace("48", "{ slot: b.rate }")), TextBlock)


def test_a_whole_that_lacks_a_part_is_shown_as_figures_beside_each_other() -> None:
    pie = CHART.replace("alt:", "form: pie\n      alt:")
    assert (block(pie, "b: { opened: 11 }").form, block(pie).form) == ("pie", "bar")
    missing = "        - { name: 去年, values: [{ slot: b.rate }, { slot: b.rate }] }\n"
    stacked = pie.replace("pie", "stacked") + missing
    assert (block(stacked, "b: { opened: 11 }").form, block(stacked, "b: { opened: 11, rate: 3 }").form) == (
        "column", "stacked"
    )  # fmt: skip


def test_a_column_of_parts_that_is_missing_leaves_the_others_whole() -> None:
    outcome = merged(CONTENT + CHART.replace("alt:", "form: stacked\n      alt:"))
    assert blocks(outcome)[-1].form == "stacked"
    assert [each.partition(":")[0] for each in outcome.found] == ["chart-category-left-out"]


def test_a_number_that_a_draft_lacks_is_marked_at_its_category() -> None:
    made = block(CHART, "b: { opened: 要記入 }", draft=True)
    assert plain(made.categories) == ["送った人", "開いた人（要記入）"]


# Addresses and pictures -------------------------------------------------------------------------------------------


def test_an_address_of_a_link_can_be_a_company_s() -> None:
    link = "    - { type: link, title: 訓練, url: { slot: b.page } }\n"
    made = block(link, "b: { page: 'https://example.jp/drill' }")
    assert isinstance(made, LinkBlock)
    assert made.url == "https://example.jp/drill"
    assert isinstance(block(link), TextBlock)


def picture_of(written: str, tmp_path: Path, company: str) -> Any:
    """A slide with a company's picture, whose file lies beside the profile."""
    from PIL import Image

    from deckgen.merge import merge
    from deckgen.readers.company import load_profile, read_profile

    source, _ = read(written)
    Image.new("RGB", (40, 30)).save(tmp_path / "desk.png")
    path = tmp_path / "mihon.yaml"
    path.write_text(COMPANY + company, encoding="utf-8")
    report = Report()
    try:
        return merge(source, read_profile(load_profile(path, report), source, report), draft=False, report=report)
    except Stop:
        raise AssertionError([message_of(each, "en") for each in report]) from None


PHOTO = "b: { photo: { file: desk.png, alt: 机の上, credit: 総務 } }\n"


def test_a_picture_can_be_a_company_s_with_what_it_shows(tmp_path: Path) -> None:
    written = CONTENT + "    - { type: picture, file: { slot: b.photo } }\n"
    made = picture_of(written, tmp_path, PHOTO).slides[1].blocks[-1]
    assert isinstance(made, PictureBlock)
    assert made.file is not None
    assert made.credit is not None
    assert (made.file.width, made.alt, made.credit.plain) == (40, "机の上", "総務")
    assert isinstance(picture_of(written, tmp_path, "").slides[1].blocks[-1], TextBlock)


def test_nobody_is_asked_for_what_a_picture_shows_while_its_slot_cannot_be_read() -> None:
    written = CONTENT + "    - { type: picture, file: { slot: b.photo } }\n"
    with pytest.raises(AssertionError) as told:
        read(written, files={"slots": "- { name: b.photo, type: picture }\n"})
    assert "label" in str(told.value)
    assert "alt" not in str(told.value)


CASE = """
- { kind: case, id: case, title: 事例, notes: 話す。, minutes: 1, setting: 会社で, photo: { slot: b.photo },
    incidents: [落とした], causes: [急いだ] }
"""


def test_a_case_whose_photo_a_draft_lacks_has_a_marked_gap_there() -> None:
    slide = merged(CASE, "b: { photo: { file: 要記入, alt: 要記入 } }", draft=True).made.slides[1]
    assert isinstance(slide, CaseSlide)
    assert slide.photo is None
    assert slide.scene is not None
    assert "要記入" in str(slide.scene.alt)


def test_a_case_without_a_photo_stays_and_has_no_picture() -> None:
    slide = merged(CASE).made.slides[1]
    assert isinstance(slide, CaseSlide)
    assert (slide.photo, slide.scene) == (None, None)


def test_a_case_can_have_a_photo_in_the_place_of_its_scene(tmp_path: Path) -> None:
    slide = picture_of(CASE, tmp_path, PHOTO).slides[1]
    assert isinstance(slide, CaseSlide)
    assert slide.photo is not None
    assert slide.photo.alt == "机の上"


def test_a_case_can_have_an_image_of_which_the_course_says_what_it_shows(tmp_path: Path) -> None:
    case = CASE.replace("{ slot: b.photo }", "{ file: { slot: b.scan }, alt: 机の上 }")
    slide = picture_of(case, tmp_path, "b: { scan: desk.png }").slides[1]
    assert (slide.photo.file.width, slide.photo.alt) == (40, "机の上")
    with pytest.raises(AssertionError, match="is of type image"):
        read(CASE.replace("b.photo", "b.scan"))


# What cannot be ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("    - { type: text, text: { slot: a.nothing } }\n", "no slot a.nothing"),
        ("    - { type: quote, text: { slot: a.nothing } }\n", "no slot a.nothing"),
        ("    - { type: quote, text: { slot: a.contact } }\n", "is of type contact"),
        ("    - { type: list, items: [{ slot: b.rows }] }\n", "is of type table"),
        ("    - { type: table, columns: [甲, 乙, 丙], rows: { slot: b.rows } }\n", "expected 3"),
        ("    - { type: link, title: 訓練, url: { slot: a.text } }\n", "is of type text"),
        ("    - { type: quote, text: { slot: '}} {{ 1' } }\n", "cannot be the name of a slot"),
        (CHART.replace("b.opened", "a.text"), "is of type text"),
        (CHART.replace("開いた人]", "{ slot: a.list }]").replace("送った人, ", "甲, "), "a.list is a list"),
    ],
)
def test_a_slot_that_cannot_stand_somewhere_is_an_error_there(written: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        read(CONTENT + written)


@pytest.mark.parametrize(
    ("company", "told"),
    [
        ("b: { rows: [[電話]] }", "has 2 cells, found 1"),
        ("b: { page: example.jp }", "https://"),
        ("b: { done: たぶん }", "unknown value"),
        ("b: { rate: 多い }", "expected a number"),
        ("b: { desks: [{ role: 総務, phone: 03-0000-0001 }] }", "duty"),
        ("b: { photo: desk.png }", "file and alt"),
        ("b: { photo: { slot: b.photo } }", "slot"),
        ("b: { photo: { file: { slot: b.photo }, alt: 机の上 } }", "path"),
    ],
)
def test_a_value_that_is_none_of_its_type_is_an_error(company: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        read(CONTENT, company)


def test_a_draft_marks_what_a_company_has_to_fill_in() -> None:
    made = block("    - { type: link, title: 訓練, url: { slot: b.page } }\n", "b: { page: 要記入 }", draft=True)
    assert isinstance(made, TextBlock)
    assert isinstance(made.text, Missing)


# Shares of bars, and duties of contacts ---------------------------------------------------------------------------


def bars(share: str, company: str, **more: Any) -> Outcome:
    return merged(
        "- kind: chart\n  id: content\n  title: 訓練\n  notes: 話します。\n  minutes: 1\n"
        "  alt: 訓練の結果\n  unit: 人\n  message: 減りました。\n  source: 当社\n"
        "  published_on: 2026-04-01\n  checked_on: 2026-04-01\n"
        f"  bars: [{{ label: 開いた人, value: 11, share: {share} }}, {{ label: 知らせた人, value: 30 }}]\n",
        company,
        **more,
    )


def first_bar(outcome: Outcome) -> Any:
    return outcome.made.slides[1].bars[0]  # type: ignore[union-attr]


def test_a_slot_stands_in_the_place_of_a_bar_s_share() -> None:
    assert first_bar(bars("{ slot: b.rate }", "b: { rate: 12.5 }")).share == 12.5
    assert first_bar(bars("{ slot: b.rate }", "")).share is None


def test_a_share_that_a_draft_lacks_is_none_and_its_bar_is_marked() -> None:
    bar = first_bar(bars("{ slot: b.rate }", "b: { rate: 要記入 }", draft=True))
    assert bar.share is None
    assert bar.label.plain == "開いた人（要記入）"


def test_a_number_is_told_as_it_is_written() -> None:
    report = bars("{ slot: b.rate }", "b: { rate: -42 }").report
    (found,) = (each for each in report if each.code == "number-range")
    assert dict(found.values)["found"] == "-42%"
    assert hint_of(found, "ja") == ""


def test_a_number_that_cannot_stand_where_it_is_shown_is_an_error_at_its_line() -> None:
    report = bars("{ slot: b.rate }", "b: { rate: 125 }").report
    (found,) = (each for each in report if each.code == "number-range")
    assert found.place is not None
    assert found.place.file.endswith("mihon.yaml")
    assert "0〜100" in message_of(found, "ja")


def test_a_contact_s_duty_may_have_a_slot_of_its_own() -> None:
    row = "{ duty: { slot: a.text }, contact: { role: 総務, phone: 03-0000-0001 } }"
    made = block(f"    - {{ type: contact, contacts: [{row}] }}\n", "a: { text: 昼 }")
    assert [(each.duty.plain, each.contact.role.plain) for each in made.contacts] == [("昼", "総務")]


# Words told of a drawing ------------------------------------------------------------------------------------------

SCENE = """
- kind: picture
  id: scene
  title: 題
  notes: 文
  scene:
    alt: "{{ company.name }}の門"
    parts:
      - { icon: wifi, at: [20, 20], size: 10 }
      - { text: "{{ a.text }}", at: [50, 50], width: 40 }
      - { text: { slot: a.rich }, at: [50, 70], width: 40 }
      - { shape: cloud, at: [0, 0], size: [20, 20], label: "{{ company.name }}" }
"""


def test_values_and_slots_stand_in_a_drawing_and_in_what_it_shows() -> None:
    scene: Any = merged(SCENE, "a: { text: 渇く前に, rich: '**一口**' }").made.slides[1]
    *_, first, second, cloud = scene.scene.parts
    assert (first.text, second.text, cloud.label) == ("渇く前に", "一口", "株式会社みほん")
    assert scene.scene.alt == "株式会社みほんの門"


def test_an_empty_slot_takes_its_label_out_of_a_drawing_and_leaves_the_drawing() -> None:
    scene: Any = merged(SCENE.replace('"{{ a.text }}"', "そのまま")).made.slides[1]
    assert [part.text for part in scene.scene.parts if hasattr(part, "text")] == ["そのまま"]


def test_what_a_chart_shows_can_be_a_slot_and_must_be_told() -> None:
    told = CHART.replace("alt: 訓練の結果", "alt: { slot: a.text }")
    assert block(told, "a: { text: 開いた人が減った }\nb: { opened: 11 }").alt == "開いた人が減った"
    empty = merged(CONTENT + told, "b: { opened: 11 }")
    assert empty.found == ["text-emptied: nothing is left of {{ a.text }} for this company"]


def test_a_slot_in_a_drawing_is_checked_and_shown() -> None:
    with pytest.raises(AssertionError, match=r"no slot a\.nothing|a\.nothing"):
        merged(SCENE.replace("a.rich", "a.nothing"))
