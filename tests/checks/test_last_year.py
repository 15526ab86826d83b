"""Years, days and versions of an earlier edition are told wherever they stand; what tells of the past is fine."""

import pytest

from tests.checks.material import OWNERS, findings, subject, told
from tests.checks.test_silence import Sweep, course, is_told, sweep, swept

__all__ = ["course", "sweep"]

CODES = ("earlier-year", "earlier-version", "weekday-wrong")


HISTORY = """
  history:
    - { version: "1.0", issued_on: 2026-11-02, summary: 一 }
    - { version: "0.9", issued_on: 2025-11-04, summary: 二 }
"""
BASE = """
course: course
company: { name: 株式会社みほん }
edition:
  fiscal_year: 2026
  version: "1.0"
  issued_on: 2026-11-02"""


def in_list(text: str) -> list[str]:
    found = findings(subject(f"a: {{ list: [{text!r}] }}\n", base=BASE + HISTORY), None)
    return [line.partition(": ")[2] for line in told(found, *CODES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年度は、誤送信を減らす。", "2025年度"),
        ("令和7年度の重点です。", "令和7年度"),
        ("R7年度の重点です。", "R7年度"),
        ("２０２５年度の重点です。", "２０２５年度"),
        ("25年度の重点です。", "25年度"),
        ("FY2025の重点です。", "FY2025"),
        ("2025年11月18日に行う。", "2025年11月18日"),
        ("2025/11/18に行う。", "2025/11/18"),
    ],
)
def test_an_earlier_year_is_told_in_every_way_of_writing(text: str, found: str) -> None:
    assert in_list(text) == [f"{found} is before fiscal year 2026, which the edition is for"]


@pytest.mark.parametrize(
    "text",
    [
        "2026年度の重点です。",
        "2027年2月に行う。",
        "2025年度に起きた事例です。",
        "2025年4月から続く。",
        "2024年の調査による。",
        "2,025件",
        "12025年",
    ],
)
def test_this_year_and_the_past_told_as_such_are_fine(text: str) -> None:
    assert in_list(text) == []


def test_a_day_of_the_week_of_another_year_is_told() -> None:
    assert in_list("11月30日（日）までに行う。") == ["11月30日（日） does not fit: 2026-11-30 is a Monday"]
    assert in_list("11月30日（月）までに行う。") == []


def test_an_earlier_version_is_told() -> None:
    assert in_list("第0.9版を見る。") == ["第0.9版 is an earlier edition"]
    assert in_list("第1.0版を見る。") == []


def test_days_of_the_training_lie_in_the_fiscal_year() -> None:
    company = (
        "record:\n  plan: 2026年1月承認\n  period: 2026年2月\n"
        "  sessions: [{ date: 2026-03-02, place: 室 }, { date: 2026-11-18, place: 室 }]\n"
    )
    lines = told(findings(subject(company), None), *CODES)
    assert [line.split(" ")[2] for line in lines] == ["2026-03-02", "2026年1月", "2026年2月"]


@pytest.mark.parametrize("text", ["2025年11月18日", "2025年度", "令和7年11月"])
def test_no_value_of_a_sample_can_be_of_last_year_unsaid(sweep: Sweep, text: str) -> None:
    names = sweep.places()
    silent = [names[place] for place, found in swept(sweep, set(names), text).items() if not is_told(found, text)]
    assert [name for name in silent if not name.startswith("edition.history")] == []


def test_what_still_has_to_be_written_for_the_record_is_told() -> None:
    found = findings(subject("record: { expected: 要記入, plan: 要記入, rows: 12 }\n"), None)
    assert told(found, "value-unfinished") == [
        "5 教育担当: number of people expected (record.expected) still says 要記入",
        "5 教育担当: training plan (record.plan) still says 要記入",
    ]


def test_slots_have_their_owner() -> None:
    (line,) = told(findings(subject("a: { text: 2025年度 }"), None), *CODES)
    assert line.startswith(f"5 {OWNERS['a.text']}: ")
