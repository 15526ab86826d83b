"""What changes in a profile from one year to the next, and what does not."""

import difflib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report, Stop
from deckgen.messages import render
from deckgen.readers.edits import edited
from deckgen.readers.files import read_text
from deckgen.readers.renewal import (
    Renewal,
    before_the_weekend,
    find,
    mentions,
    next_version,
    on_a_weekday,
    years_later,
)
from deckgen.readers.tree import Mapping, Scalar
from deckgen.readers.yaml_tree import parse

PROFILE = """\
# 会社のプロファイル   （行末の空白も残る）\t
course: telework   # 教材

company: { name:  株式会社みほん }
edition:
  fiscal_year: 2026   # 年度
  version: "1.2"
  issued_on: 2026-11-02
  next_review: '2027-10-29'
  history:
    # 新しい順
    - version: "1.2"
      issued_on: 2026-11-02
      summary: >-
        折った
        文
    - { version: "1.0", issued_on: 2025-11-04, summary: 作成した。 }
session:
  date: 2026年11月18日（水）
rules:
  wifi: { decision: 不可,   reviewed_on: 2026-10-01 }
"""
EXPECTED = """\
-  fiscal_year: 2026   # 年度
-  version: "1.2"
-  issued_on: 2026-11-02
-  next_review: '2027-10-29'
+  fiscal_year: 2027   # 年度
+  version: "2.0"
+  issued_on: 2027-11-02
+  next_review: '2028-10-27'
+    - version: "2.0"
+      issued_on: 2027-11-02
+      summary: 要記入
-  date: 2026年11月18日（水）
+  date: 要記入
"""


def planned(text: str, year: int, report: Report | None = None) -> Renewal:
    report = Report() if report is None else report
    tree = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), "a.yaml", Report())
    assert isinstance(tree, Mapping)
    renewal = Renewal(tree, text.removeprefix("\ufeff").replace("\r\n", "\n"), year, report, "要記入")
    renewal.plan()
    return renewal


def renewed(text: str, year: int = 2027) -> str:
    return edited(text.encode(), planned(text, year).edits).decode()


def changes(old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), n=0)
    return "".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def values(text: str) -> dict[str, str]:
    tree = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), "a.yaml", Report())
    assert isinstance(tree, Mapping)
    names = ("fiscal_year", "version", "issued_on", "next_review")
    found = {name: find(tree, f"edition.{name}") for name in names}
    return {name: node.text for name, node in found.items() if isinstance(node, Scalar)}


def told(text: str, year: int) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        planned(text, year, report)
    return [render(finding, "en").splitlines()[0] for finding in report]


def test_only_the_lines_of_the_edition_change() -> None:
    assert changes(PROFILE, renewed(PROFILE)) == EXPECTED


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_line_ends_and_the_byte_order_mark_stay(mark: str) -> None:
    text = mark + PROFILE.replace("\n", "\r\n")
    made = edited(text.encode(), planned(text, 2027).edits).decode()
    assert made.startswith(mark + "# 会社")
    assert values(made)["version"] == "2.0"
    assert "\r\n  version" in made


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            'edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02 }',
            '{ fiscal_year: 2027, version: "2.0",',
        ),
        ("edition.fiscal_year: 2026\nedition.version: 1.0", "edition.fiscal_year: 2027\nedition.version: 2.0"),
        ("edition:\n  version: 1.0\n  fiscal_year: '2026'", "edition:\n  version: 2.0\n  fiscal_year: '2027'"),
        ("edition: { fiscal_year: 2026, version: 要記入 }", "{ fiscal_year: 2027, version: 要記入 }"),
        ("edition: { fiscal_year: 2026, issued_on: 要記入 }", "{ fiscal_year: 2027, issued_on: 要記入 }"),
    ],
)
def test_values_change_as_they_are_written(written: str, expected: str) -> None:
    assert expected in renewed(f"course: c\n{written}\n")


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (
            '\n  - version: "1.0"\n    issued_on: 2026-11-02\n    summary: 作った',
            '\n  - version: "2.0"\n    issued_on: 2027-11-02\n    summary: 要記入\n  - version: "1.0"\n',
        ),
        (
            "\n    -   version: '1.0'\n        issued_on: 2026-11-02\n        summary: 作った",
            "\n    -   version: '2.0'\n        issued_on: 2027-11-02\n        summary: 要記入\n    -   version: '1.0'",
        ),
        (
            " [{ version: 1.0, issued_on: 2026-11-02, summary: 作った }]",
            " [{ version: 2.0, issued_on: 2027-11-02, summary: 要記入 }, { version: 1.0, issued_on: 2026-11-02,",
        ),
        (
            '\n    - { version: "1.0", issued_on: 2026-11-02, summary: 作った }',
            '\n    - version: "2.0"\n      issued_on: 2027-11-02\n      summary: 要記入\n    - { version: "1.0"',
        ),
        (
            '\n    -\n      version: "1.0"\n      issued_on: 2026-11-02\n      summary: 作った',
            '\n    - version: "2.0"\n      issued_on: 2027-11-02\n      summary: 要記入\n    -\n      version: "1.0"',
        ),
        (
            '\n    - version: "0.9"\n      issued_on: 2025-11-04\n      summary: 作った',
            '\n    - version: "2.0"\n      issued_on: 2027-11-02\n      summary: 要記入\n'
            '    - version: "1.0"\n      issued_on: 2026-11-02\n      summary: 要記入\n    - version: "0.9"\n',
        ),
        (" 要記入", " 要記入\n"),
        (" []", " []\n"),
    ],
    ids=[
        "at the margin",
        "set in",
        "brackets",
        "braces",
        "dash alone",
        "old edition not in it",
        "placeholder",
        "empty",
    ],
)
def test_editions_are_added_as_the_others_are_written(history: str, expected: str) -> None:
    edition = 'edition:\n  fiscal_year: 2026\n  version: "1.0"\n  issued_on: 2026-11-02\n'
    assert f"  history:{expected}" in renewed(f"course: c\n{edition}  history:{history}\n")


@pytest.mark.parametrize(
    ("version", "following"),
    [
        ("1.0", "2.0"), ("2", "3"), ("1.2.3", "2.0.0"), ("v1.4", "v2.0"), ("第2版", "第3版"), ("2026.3", "2027.1"),
        ("2026", "2027"), ("9", "10"), ("初版", None), ("1.0-b", None), ("A", None), ("", None),
    ],
)  # fmt: skip
def test_versions_move_on(version: str, following: str | None) -> None:
    assert next_version(version, 2026, 2027) == following


def test_a_version_that_cannot_be_counted_is_left_to_people() -> None:
    report = Report()
    text = "course: c\nedition: { fiscal_year: 2026, version: 初版 }\n"
    made = edited(text.encode(), planned(text, 2027, report).edits).decode()
    assert "version: 要記入" in made
    assert [render(finding, "en") for finding in report] == [
        "a.yaml:2:40: warning[renew-version]: cannot tell what follows the version 初版: it is left to be filled in"
    ]


@pytest.mark.parametrize(
    ("edition", "year", "message"),
    [
        ("{ version: 1.0 }", 2027, "a.yaml: error[renew-missing]: expected edition.fiscal_year, found nothing"),
        ("{ fiscal_year: 要記入 }", 2027, "a.yaml:2:25: error[renew-unreadable]: cannot move edition.fiscal_year on"),
        ("{ fiscal_year: 2026 }", 2026, "a.yaml:2:25: error[renew-year]: expected a year after 2026, found 2026"),
        ("{ fiscal_year: 2026 }", 2020, "a.yaml:2:25: error[renew-year]: expected a year after 2026, found 2020"),
        ("{ fiscal_year: 2026 }", 9999, "a.yaml:2:25: error[renew-year]: expected a year after 2026, found 9999"),
        (
            "{ fiscal_year: 2026, issued_on: 11月2日 }",
            2027,
            "a.yaml:2:42: error[renew-unreadable]: cannot move edition.issued_on on",
        ),
    ],
)
def test_what_cannot_move_on_is_told_at_its_place(edition: str, year: int, message: str) -> None:
    (found,) = told(f"course: c\nedition: {edition}\n", year)
    assert found.startswith(message)


def test_years_that_are_left_out_are_told() -> None:
    report = Report()
    planned("course: c\nedition: { fiscal_year: 2026 }\n", 2029, report)
    assert [finding.code for finding in report] == ["renew-gap"]


@pytest.mark.parametrize(
    ("issued", "review", "expected"),
    [
        ("2026-11-02", "2027-10-29", ("2027-11-02", "2028-10-27")),
        ("2028-02-29", "2029-02-28", ("2029-02-28", "2030-02-28")),
        ("2026-11-01", "2027-11-01", ("2027-11-01", "2028-11-01")),
        ("2026-11-06", "2030-01-01", ("2027-11-08", "2028-11-08")),
        ("2026-11-06", "2026-01-01", ("2027-11-08", "2028-11-08")),
    ],
)
def test_dates_move_on_to_weekdays(issued: str, review: str, expected: tuple[str, str]) -> None:
    old = int(issued[:4])
    text = f"course: c\nedition: {{ fiscal_year: {old}, issued_on: {issued}, next_review: {review} }}\n"
    made = values(renewed(text, old + 1))
    assert (made["issued_on"], made["next_review"]) == expected


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.dates(date(2020, 1, 1), date(2092, 1, 1)), st.integers(1, 5))
def test_the_next_review_comes_after_the_issue_and_within_a_year(issued: date, review: date, years: int) -> None:
    text = f"course: c\nedition: {{ fiscal_year: {issued.year}, issued_on: {issued}, next_review: {review} }}\n"
    made = values(renewed(text, issued.year + years))
    new, due = date.fromisoformat(made["issued_on"]), date.fromisoformat(made["next_review"])
    assert new < due <= years_later(new, 1)
    assert new.weekday() < 5
    assert due.weekday() < 5


def test_a_weekend_is_passed_over() -> None:
    saturday, sunday, monday, friday = (date(2027, 11, day) for day in (6, 7, 8, 5))
    assert [on_a_weekday(day) for day in (friday, saturday, sunday, monday)] == [friday, monday, monday, monday]
    assert [before_the_weekend(day) for day in (friday, saturday, sunday, monday)] == [friday, friday, friday, monday]


def test_texts_that_name_the_old_year_are_found() -> None:
    text = PROFILE + "record: { plan: 2026年度の計画, period: 令和8年11月, rows: 2026 }\nnote: 12026 と 2025 と 20260\n"
    tree = parse(text, "a.yaml", Report())
    assert isinstance(tree, Mapping)
    found = [(place.line, text) for place, text in mentions(tree, 2026)]
    assert found == [(22, "2026年度の計画"), (22, "令和8年11月"), (22, "2026")]


@pytest.mark.parametrize(
    "course",
    [
        "course: c\nlast: 1",
        "last: 1\ncourse: c",
        "  last: 1\n  course: c",
        "{ course: c, last: 1 }",
        "{\n  last: 1,\n  course: c\n}",
        "---\n# x\ncourse: c\nlast: 1",
    ],
)
def test_the_company_is_named_where_the_course_is(course: str) -> None:
    text = f"{course}\n"
    tree = parse(text, "a.yaml", Report())
    assert isinstance(tree, Mapping)
    renewal = Renewal(tree, text, 2027, Report(), "要記入")
    renewal.name_company("mihon")
    made = parse(edited(text.encode(), renewal.edits).decode(), "a.yaml", Report())
    assert isinstance(made, Mapping)
    named = {key: entry.value.text for key, entry in made.entries.items() if isinstance(entry.value, Scalar)}
    assert named == {"company_id": "mihon", "course": "c", "last": "1"}


def test_what_is_of_one_training_is_to_be_written_anew() -> None:
    record = (
        "session: { date: 11月18日, place: 本社, trainer: 研修係（2026年度） }\n"
        "record:\n  plan: 教育計画書\n  expected: 48\n"
        "  number: '12'\n  makeup: |\n    11月30日までに\n    録画を見る。\n  method: 集合研修\n  period: 要記入\n"
        "  sessions:\n    - { date: 2026-11-18, place: 食堂 }\n"
    )
    made = renewed(PROFILE.partition("session:")[0] + record)
    assert made.partition("session:")[2] == (
        " { date: 要記入, place: 本社, trainer: 要記入 }\nrecord:\n  plan: 要記入\n  expected: 要記入\n"
        "  number: '要記入'\n  makeup: 要記入\n  method: 集合研修\n  period: 要記入\n"
        "  sessions:\n    - { date: 要記入, place: 食堂 }\n"
    )


@pytest.mark.parametrize("company", ["midori-seiki", "hinata-design"])
def test_the_samples_keep_every_other_line(company: str) -> None:
    path = Path(__file__).parents[2] / "source" / "companies" / f"{company}.yaml"
    text = read_text(path, Report())
    lines = changes(text, renewed(text)).splitlines()
    gone = [line for line in lines if line.startswith("-")]
    assert len(gone) == {"midori-seiki": 24, "hinata-design": 4}[company]
    assert len(lines) - len(gone) == len(gone) + 3


@pytest.mark.parametrize(
    "name", ["みほん商事", "my company", "a # b", "b: c", "- d", "'e", "100%", "f, g", "[h]", "&i"]
)
def test_any_file_name_can_name_the_company(name: str) -> None:
    for text in ("course: c\n", "{ course: c }\n"):
        tree = parse(text, "a.yaml", Report())
        assert isinstance(tree, Mapping)
        renewal = Renewal(tree, text, 2027, Report(), "要記入")
        renewal.name_company(name)
        made = parse(edited(text.encode(), renewal.edits).decode(), "a.yaml", Report())
        assert isinstance(made, Mapping)
        value = made.entries["company_id"].value
        assert isinstance(value, Scalar)
        assert value.text == name


def test_everything_that_cannot_move_on_is_told_at_once_with_what_was_meant() -> None:
    report = Report()
    with pytest.raises(Stop):
        planned(
            "course: c\nedition: { fiscal_year: 令和8年度, issued_on: 2026年11月2日, next_review: 2027/10/29 }\n",
            2027,
            report,
        )
    assert [dict(finding.values)["suggestion"] for finding in report] == ["2026", "2026-11-02", "2027-10-29"]
