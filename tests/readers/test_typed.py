"""What programs make of an answer: healed where it can have been one thing only, else refused."""

from datetime import date, datetime, time

import pytest

from deckgen.diagnostics import Place, Report
from deckgen.messages import message_of
from deckgen.model.questions import Cell, CellKind
from deckgen.model.slots import Option
from deckgen.readers.answers import Typed, Value
from deckgen.readers.typed import Unclear, answer_day, answer_text, is_removal, is_unchanged
from deckgen.wording import Wording

VERDICTS = (Option(value="allowed", label="可"), Option(value="conditional", label="条件付き"))


def told(value: Value, kind: CellKind, form: str = "General", *, uses_1904: bool = False) -> tuple[str, list[str]]:
    """The answer, and what was found; "!" for one that is refused."""
    report = Report()
    cell = Cell(key="k", kind=kind, options=VERDICTS if kind == "choice" else ())
    try:
        text = answer_text(Typed(value, form, Place("質問!D7"), uses_1904=uses_1904), cell, Wording(), report)
    except Unclear:
        text = "!"
    return text, [message_of(found, "ja") for found in report]


def healed(found: str, instead: str) -> list[str]:
    return [f"{found} を {instead} と読みました"]


@pytest.mark.parametrize(
    ("value", "form", "number", "findings"),
    [
        ("03-0000-0001", "@", "03-0000-0001", []),
        (300000001, "General", "0300000001", healed("300000001", "0300000001")),
        (9000000000.0, "General", "09000000000", healed("9000000000", "09000000000")),
        (312345678, "0000000000", "0312345678", healed("312345678", "0312345678")),
        (119, "General", "119", []),
        ("０３－００００－０００１", "@", "03-0000-0001", []),
        ("3-0000-0001", "@", "03-0000-0001", healed("3-0000-0001", "03-0000-0001")),
        ("03-0000-0001(内線12)", "@", "03-0000-0001（内線12）", []),
        ("+81-3-0000-0001", "@", "+81-3-0000-0001", []),
    ],
)
def test_a_telephone_number_has_its_zero_again(value: Value, form: str, number: str, findings: list[str]) -> None:
    assert told(value, "phone", form) == (number, findings)


@pytest.mark.parametrize(
    ("value", "form", "number", "findings"),
    [
        (12.5, "General", "12.5", []),
        (1200.0, "General", "1200", []),
        (100, "General", "100", []),
        (1, "0%", "100%", healed("1", "100%")),
        (0.625, "0.0%", "62.5%", healed("0.625", "62.5%")),
        ("1,234.5件", "@", "1234.5件", healed("1,234.5件", "1234.5件")),
        ("１２．５", "@", "12.5", healed("１２．５", "12.5")),
        ("12.5", "@", "12.5", []),
        ("12件", "@", "12件", []),
        ("多い", "@", "多い", []),
        ("1,20件", "@", "1,20件", []),
    ],
)
def test_a_number_is_a_number_with_or_without_its_unit(
    value: Value, form: str, number: str, findings: list[str]
) -> None:
    assert told(value, "number", form) == (number, findings)


@pytest.mark.parametrize(
    ("value", "day", "is_told"),
    [
        (datetime(2027, 10, 4), "2027-10-04", False),
        (date(2027, 10, 4), "2027-10-04", False),
        (46664, "2027-10-04", True),
        (20271004, "2027-10-04", True),
        ("2027/10/4", "2027-10-04", True),
        ("２０２７年１０月４日（月）", "2027-10-04", True),
        ("令和9年10月4日", "2027-10-04", True),
        ("R9.10.4", "2027-10-04", True),
        ("2027-10-04", "2027-10-04", False),
        ("2027/10/4 0:00:00", "2027-10-04", True),
    ],
)
def test_a_day_is_a_day_however_it_is_written(value: Value, day: str, is_told: bool) -> None:
    text, findings = told(value, "date")
    assert (text, bool(findings)) == (day, is_told)


def test_a_day_of_a_workbook_that_counts_from_1904_is_the_same_day() -> None:
    assert told(46664 - 1462, "date", uses_1904=True)[0] == "2027-10-04"


@pytest.mark.parametrize("value", [12, time(9, 30), True, 4.5e9])
def test_what_is_no_day_is_refused(value: Value) -> None:
    assert told(value, "date")[0] == "!"


def test_a_day_that_no_month_has_is_left_for_its_reader_to_tell() -> None:
    assert told("2027/2/30", "date") == ("2027/2/30", [])


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1.1, "0.00", "1.10"),
        (2.0, "0.0", "2.0"),
        (2, "General", "2"),
        ("１．１０", "@", "1.10"),
        ("1.10", "@", "1.10"),
        (1.1, "General", "!"),
        (1.1, "#,##0", "!"),
    ],
)
def test_a_version_that_became_a_number_keeps_its_zero_or_is_refused(value: Value, form: str, text: str) -> None:
    assert told(value, "text", form)[0] == text


def test_a_day_in_a_text_is_told_in_words() -> None:
    assert told(datetime(2027, 11, 17), "text")[0] == "2027年11月17日"


@pytest.mark.parametrize("text", ["=1+1", "+81", "-一つ目", "@全員"])
def test_a_text_that_begins_like_a_formula_is_a_text(text: str) -> None:
    assert told(text, "text") == (text, [])


def test_lines_become_one_and_paragraphs_stay() -> None:
    assert told("一行目\n二行目", "text")[0] == "一行目二行目"
    assert told("一つ目。\n\n二つ目。\n", "rich")[0] == "一つ目。\n\n二つ目。"


def test_half_width_kana_and_invisible_signs_are_healed_as_everywhere() -> None:
    text, findings = told("ｶﾞｲﾄﾞ\u200bを読む", "text")
    assert text == "ガイドを読む"
    assert len(findings) == 2
    assert told("音\x07", "text")[0] == "!"


@pytest.mark.parametrize(
    ("typed", "label"),
    [("条件付き", "条件付き"), ("conditional", "条件付き"), ("○", "可"), ("△", "条件付き"), ("謎", "謎")],
)
def test_a_choice_is_known_by_what_people_call_it(typed: str, label: str) -> None:
    assert told(typed, "choice")[0] == label


@pytest.mark.parametrize(
    ("value", "text"), [(2027.0, "2027"), ("２０２７", "2027"), ("2,027", "2027"), ("令和9年度", "2027")]
)
def test_a_number_is_a_number(value: Value, text: str) -> None:
    assert told(value, "integer")[0] == text


@pytest.mark.parametrize("typed", ["変更なし", " 変更なし。", "「変更なし」", "No change", "no change", "変更ナシ"])
def test_no_change_is_said_in_several_ways(typed: str) -> None:
    assert is_unchanged(typed) == (typed != "変更ナシ")


def test_remove_is_said_in_both_languages() -> None:
    assert [is_removal(each) for each in ("削除", "Remove", "（削除）", "削除する")] == [True, True, True, False]


def test_a_day_of_review_is_read_like_any_other() -> None:
    report = Report()
    assert answer_day(Typed("R9.10.4", "@", Place("質問!G7")), report) == date(2027, 10, 4)
    with pytest.raises(Unclear):
        answer_day(Typed("先週", "@", Place("質問!G7")), report)
