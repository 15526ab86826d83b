"""Cards and poster: every number with who answers and when, the first steps; what finds no room is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.layout.blocks import Block
from deckgen.layout.kit import Kit
from deckgen.layout.papers import lay_out_emergency
from deckgen.layout.papers.calls import Call, with_night_line
from deckgen.layout.papers.pieces import fitted, kit_of
from deckgen.layout.stacking import Space, Stack
from deckgen.messages import message_of
from deckgen.model.course import Course
from deckgen.model.frames import Box, Cluster, EmergencyPapers, Item, Shape, TextBody, TextBox, WholePaper, WholeSheet
from deckgen.model.pieces import ContactRow
from deckgen.model.publication import Publication
from deckgen.model.slides import EmergencySlide
from deckgen.model.slots import Contact, Filling
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import Theme
from deckgen.readers.theme import read_theme
from deckgen.text.kinsoku import JOINER
from deckgen.units import mm, pt, to_mm
from deckgen.wording import OwnWords, Wording
from tests.writers.paper.sample import COMPANY, ROOT, made, publication

STANDARD = read_theme(ROOT / "themes" / "standard", Report())
ELSEWHERE = "番号は、社内用の資料にあります"
Row = ContactRow[Text, Filling]
Part = Callable[[EmergencyPapers], WholePaper]


def cards(papers: EmergencyPapers) -> WholePaper:
    return papers.cards


def poster(papers: EmergencyPapers) -> WholePaper:
    return papers.poster


BOTH = pytest.mark.parametrize("part", [cards, poster])


def laid_out(course: Course, theme: Theme = STANDARD) -> EmergencyPapers:
    papers = lay_out_emergency(course, theme)
    assert papers is not None
    return papers


def of_company(company: str = COMPANY, *, public: bool = False) -> EmergencyPapers:
    return laid_out(made(company, public=public).course)


@cache
def sample() -> EmergencyPapers:
    return laid_out(publication().course)


def bodies(items: Sequence[Item]) -> Iterator[tuple[Box, TextBody]]:
    for item in items:
        if isinstance(item, TextBox | Shape) and item.body:
            yield item.box, item.body


def lines(sheet: WholeSheet) -> list[str]:
    """Every line of text, in reading order."""
    shown = (line.text for _, body in bodies(sheet.items) for each in body.paragraphs for line in each.lines)
    return [line.replace(JOINER, "").strip() for line in shown]


def text(paper: WholePaper) -> str:
    return "".join("".join(lines(sheet)) for sheet in paper.sheets)


def sizes(sheet: WholeSheet, word: str) -> set[float]:
    """Sizes of type of the paragraphs that have a word."""
    found = (each for _, body in bodies(sheet.items) for each in body.paragraphs)
    return {each.size for each in found if word in "".join(line.text for line in each.lines)}


def told(paper: WholePaper) -> list[str]:
    return [message_of(each, "en") for each in paper.findings]


def calling(rows: tuple[Row, ...]) -> EmergencyPapers:
    """The sample with the contacts given."""
    course = publication().course
    slides = [replace(each, contacts=rows) if isinstance(each, EmergencySlide) else each for each in course.slides]
    return laid_out(replace(course, slides=tuple(slides)))


def row(duty: str, role: str, phone: str, hours: str = "", *, at_night: bool = False) -> Row:
    contact = Contact(role=plain_text(role), phone=plain_text(phone), hours=plain_text(hours) if hours else None)
    return ContactRow(duty=plain_text(duty), contact=contact, after_hours=at_night)


SIX = (
    row("最初の連絡先", "受付（情報管理課）", "03-0000-0005", "平日 8:30〜17:30"),
    row("つながらないとき", "総務課の当番", "03-0000-0006"),
    row("夜間・休日", "守衛室（当番へ転送）", "03-0000-0009", "24時間", at_night=True),
    row("機器・システム", "社内ヘルプデスク", "03-0000-0007", "平日 8:00〜20:00"),
    row("迷ったときの相談", "個人情報相談窓口", "03-0000-0004", "平日 8:30〜17:30"),
    row("社外への報告の責任者", "個人情報保護管理者", "03-0000-0001"),
)


@cache
def complete() -> EmergencyPapers:
    """The sample with six numbers, as a company that works in shifts has them."""
    return calling(SIX)


# The sheets -----------------------------------------------------------------------------------------------------------


def test_ten_cards_stand_on_a_sheet_fronts_then_backs() -> None:
    front, back = sample().cards.sheets
    assert (len(front.copies), len(back.copies)) == (9, 9)
    assert "03-0000-0005" in lines(front)
    assert "社内への報告は、気づいてから30分以内" in lines(front)
    assert "2026年度版　第1.0版　社外秘" in lines(front)
    assert "受付に電話する（夜間・休日は、守衛室）。" not in lines(front)
    assert "PCを回線から切り離す。" in lines(back)


def test_a_card_has_the_size_of_a_business_card_and_everything_lies_within_it() -> None:
    form = STANDARD.card
    assert (to_mm(form.card_width), to_mm(form.card_height)) == (91, 55)
    left, top = (form.width - 2 * form.card_width) // 2, (form.height - 5 * form.card_height) // 2
    for sheet in complete().cards.sheets:
        for item in sheet.items:
            assert left <= item.box.x <= item.box.right <= left + form.card_width
            assert top <= item.box.y <= item.box.bottom <= top + form.card_height


@BOTH
def test_no_text_leaves_its_box_and_no_box_of_text_meets_another(part: Part) -> None:
    for sheet in part(complete()).sheets:
        boxes = [box for box, _ in bodies(sheet.items)]
        for box, body in bodies(sheet.items):
            foot = max(line.top + line.height for each in body.paragraphs for line in each.lines)
            assert foot + body.insets[1] <= box.height + pt(0.1)
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                beside = one.right <= other.x or other.right <= one.x
                assert beside or one.bottom <= other.y or other.bottom <= one.y


def test_a_theme_without_python_changes_sheet_cards_and_type() -> None:
    smaller = tuple({role: size * 0.9 for role, size in step.items()} for step in STANDARD.card.scale)
    card = replace(STANDARD.card, width=mm(216), height=mm(279), down=4, scale=smaller)
    front, _ = laid_out(publication().course, replace(STANDARD, card=card)).cards.sheets
    assert (front.width, front.height, len(front.copies)) == (mm(216), mm(279), 7)
    assert max(sizes(front, "事故かも")) == pytest.approx(11.5 * 0.9, abs=0.01)


def test_a_course_has_words_of_its_own_on_cards_and_poster() -> None:
    own = Wording("ja", OwnWords((("card-steps", "まずすること"), ("poster-title", "すぐに電話"))))
    papers = laid_out(replace(publication().course, words=own))
    assert "まずすること" in lines(papers.cards.sheets[1])
    assert "すぐに電話" in lines(papers.poster.sheets[0])


# What they say --------------------------------------------------------------------------------------------------------


@BOTH
def test_every_number_stands_there_with_who_answers_and_when(part: Part) -> None:
    shown = text(part(complete()))
    for each in SIX:
        assert isinstance(each.contact, Contact)
        for words in (each.duty, each.contact.role, each.contact.phone, each.contact.hours):
            assert words is None or words.plain in shown
    assert told(part(complete())) == []


@BOTH
def test_by_day_and_at_night_come_first_then_where_nobody_answers(part: Part) -> None:
    shown = text(part(complete()))
    places = [shown.index(f"03-0000-000{end}") for end in (5, 9, 6, 7, 4, 1)]
    assert places == sorted(places)


@BOTH
def test_the_step_that_has_a_closed_desk_called_names_whom_to_call_at_night(part: Part) -> None:
    shown = text(part(complete()))
    assert "受付に電話する（夜間・休日は、守衛室）。" in shown
    assert "PCを回線から切り離す。" in shown


def test_a_step_that_names_the_night_line_itself_stays_as_it_is() -> None:
    calls = (Call("最初の連絡先", "受付", "1"), Call("夜間・休日", "守衛室", "2", at_night=True))
    steps = tuple(map(plain_text, ("PCを切り離す。", "受付か守衛室に電話する。", "受付に電話する。")))
    assert with_night_line(steps[:2], calls, Wording()) == steps[:2]
    assert with_night_line(steps, calls, Wording())[2].plain == "受付に電話する（夜間・休日は、守衛室）。"
    assert with_night_line(steps, calls[:1], Wording()) == steps


@BOTH
def test_without_any_number_the_steps_are_left(part: Part) -> None:
    papers = part(calling(()))
    assert "受付に電話する。" in text(papers)
    assert told(papers) == []


def test_the_poster_has_steps_numbers_deadline_company_and_edition() -> None:
    shown = text(sample().poster)
    for wanted in (
        "まず電話で第一報", "気づいてから30分以内", "最初の連絡先事故受付", "03-0000-0005", "090-0000-0000", "守衛室",
        "1受付に電話する。", "2PCを回線から切り離す。", "3時刻を書き留める。", "2026年度版　第1.0版",
    ):  # fmt: skip
        assert wanted in shown


@BOTH
def test_for_the_public_a_personal_number_says_where_it_is_to_be_found(part: Part) -> None:
    shown = text(part(of_company(public=True)))
    assert "090" not in shown
    assert ELSEWHERE in shown


@BOTH
def test_a_reading_stands_behind_its_word_where_lines_are_close(part: Part) -> None:
    damaged = of_company(COMPANY.replace("時刻を書き留める。", "毀損《きそん》の時刻を書き留める。"))
    assert "毀損（きそん）の時刻を書き留める。" in text(part(damaged))


# Type -----------------------------------------------------------------------------------------------------------------


def test_no_text_on_a_card_is_below_7_points_and_no_label_below_8() -> None:
    for sheet in complete().cards.sheets:
        assert min(each.size for _, body in bodies(sheet.items) for each in body.paragraphs) >= 7
    assert min(sizes(complete().cards.sheets[0], "迷ったときの相談")) >= 8


def test_three_numbers_of_the_poster_are_as_large_as_the_paper_is_wide_and_the_others_small() -> None:
    (sheet,) = complete().poster.sheets
    by_end = {end: max(sizes(sheet, f"03-0000-000{end}")) for end in (5, 9, 6, 7, 4, 1)}
    assert [end for end, size in by_end.items() if size > 60] == [5, 9, 6]
    for _, body in bodies(sheet.items):
        if body.paragraphs[0].size > 60:
            assert body.paragraphs[0].lines[0].width > mm(180)


def test_steps_of_a_poster_can_be_read_from_some_steps_away_before_numbers_fill_the_paper() -> None:
    step = "感染が疑われるときは、PCをネットワークから切り離し、電源は切らずに、そのまま待つ。" * 3
    (sheet,) = of_company(COMPANY.replace("時刻を書き留める。", f"{step}, {step}, {step}")).poster.sheets
    assert min(sizes(sheet, "切り離し")) >= 12
    assert min(sizes(sheet, "03-0000-0005")) >= 40


def test_an_address_in_a_step_of_the_poster_has_its_code_beside_it() -> None:
    linked = of_company(COMPANY.replace("受付に電話する。", '"[社内サイト](https://www.example.co.jp/)を見る"'))
    (code,) = [item for item in linked.poster.sheets[0].items if isinstance(item, Cluster)]
    assert code.alt == "社内サイトのQRコード"
    assert to_mm(code.box.width) == to_mm(code.box.height) == 20


@BOTH
def test_lines_of_steps_end_with_a_phrase(part: Part) -> None:
    step = "感染が疑われるときは、PCをネットワークから切り離す。電源は切らないで、そのまま待つ。" * 2
    papers = part(of_company(COMPANY.replace("PCを回線から切り離す。", step)))
    shown = [line for sheet in papers.sheets for line in lines(sheet)]
    assert "".join(shown).count("感染が疑われるときは、") == 2
    assert not [line for line in shown if line.endswith(("切", "電", "ネット", "離", "待", "疑"))]


@BOTH
def test_a_number_with_its_extension_stays_on_one_line(part: Part) -> None:
    extended = of_company(COMPANY.replace("phone: 03-0000-0005", "phone: 03-0000-0005（内線12345）"))
    assert "03-0000-0005（内線12345）" in lines(part(extended).sheets[0])


@BOTH
def test_hours_and_days_stay_on_one_line(part: Part) -> None:
    hours = "平日 9:00〜17:00（2026年12月29日から2027年1月3日を除く）"
    shown = lines(part(of_company(COMPANY.replace("平日 9:00〜17:00", hours))).sheets[0])
    for whole in ("9:00〜17:00", "2026年12月29日", "2027年1月3日"):
        assert any(whole in line for line in shown)


def test_the_last_line_of_a_card_is_one_line() -> None:
    papers = of_company(COMPANY.replace('version: "1.0"', 'version: "1.0.2026-11改訂"'))
    assert "2026年度版　第1.0.2026-11改訂版　社外秘" in lines(papers.cards.sheets[0])


# What finds no room ---------------------------------------------------------------------------------------------------


@BOTH
def test_what_fits_is_not_reported(part: Part) -> None:
    assert told(part(sample())) == []


def test_what_the_floor_of_the_sizes_leaves_no_room_for_is_reported_by_its_duty() -> None:
    long = tuple(
        row(f"とても長い役目の説明が続く連絡先{end}", "情報管理課" * 6, f"03-0000-000{end}") for end in range(6)
    )
    paper = calling(long).cards
    shown, reported = text(paper), told(paper)
    for end in range(6):
        assert (f"03-0000-000{end}" in shown) != any(f"連絡先{end}'" in message for message in reported)
    assert 0 < len(reported) < 6


def test_what_does_not_fit_is_left_out_as_a_whole_and_reported_where_it_is_written() -> None:
    step = "とても長い説明が続く手順なので、カードにはとても入りきりません。" * 30
    paper = of_company(COMPANY.replace("PCを回線から切り離す。", step)).cards
    assert "とても長い説明" not in text(paper)
    assert "受付に電話する。" in text(paper)
    assert told(paper) == [
        "the card has no room for '伝えること（分かるものだけ）'",
        f"the card has no room for '{step[:40]}…'",
        "the card has no room for '時刻を書き留める。'",
    ]
    assert [each.place and each.place.file.endswith("mihon.yaml") for each in paper.findings][1:] == [True, True]


def test_a_deadline_too_long_for_the_card_is_reported_not_squeezed() -> None:
    deadline = "できるだけ早く、" * 20
    papers = of_company(COMPANY.replace("気づいてから30分以内", deadline))
    assert deadline not in text(papers.cards)
    assert told(papers.cards) == [f"the card has no room for '{deadline[:40]}…'"]
    assert deadline in text(papers.poster)


def test_a_deadline_that_would_fill_the_poster_is_reported_and_the_numbers_stay() -> None:
    deadline = "できるだけ早く、" * 400
    paper = of_company(COMPANY.replace("気づいてから30分以内", deadline)).poster
    assert told(paper) == [f"the poster has no room for '{deadline[:40]}…'"]
    assert "03-0000-0005" in text(paper)


@BOTH
def test_a_short_name_stands_where_the_full_one_finds_no_room(part: Part) -> None:
    long = replace(publication().course, company_name="株式会社" + "国際精密" * 20, short_name="国際精密")
    papers = part(laid_out(long))
    assert "国際精密" in lines(papers.sheets[0])
    assert told(papers) == []


@BOTH
def test_a_name_that_is_cut_short_is_told_where_the_company_wrote_it(part: Part) -> None:
    (cut,) = part(of_company(COMPANY.replace("株式会社<みほん>&A", "国際精密機器" * 15))).findings
    assert (cut.code, cut.place and cut.place.line, cut.place and cut.place.column) == ("text-cut", 4, 18)
    assert "is too long for the" in message_of(cut, "en")


@settings(max_examples=25)
@given(st.lists(st.integers(1, 60), max_size=8), st.integers(10, 200))
def test_fitting_takes_the_largest_step_or_drops_from_the_end(heights: list[int], room: int) -> None:
    kit = kit_of(STANDARD, STANDARD.card, "card", Wording())
    steps = [step["body"] for step in STANDARD.card.scale]

    def compose(kit: Kit, entries: Sequence[int]) -> Block:
        return Stack([Space(round(1000 * height * kit.size("body"))) for height in entries])

    def needed(size: float, count: int) -> int:
        return sum(round(1000 * height * size) for height in heights[:count])

    block, count = fitted(compose, kit, heights, 1, 8000 * room)
    assert block.height(1) <= 8000 * room
    if count == len(heights):
        largest = next(size for size in steps if needed(size, count) <= 8000 * room)
        assert block.height(1) == needed(largest, count)
    else:
        assert needed(steps[-1], count + 1) > 8000 * room


def test_a_course_without_an_emergency_slide_has_neither() -> None:
    course = publication().course
    none = replace(course, slides=tuple(each for each in course.slides if not isinstance(each, EmergencySlide)))
    assert lay_out_emergency(none, STANDARD) is None


def test_what_is_laid_out_is_what_was_asked_for() -> None:
    asked: Publication = publication()
    assert asked.emergency == sample()
