"""What is too old, too new, or has no day: judged by a day that is passed in, never by today."""

from datetime import date

import pytest

from tests.checks.material import OWNERS, findings, subject, told
from tests.merge.material import COURSE

CONTACT = "people:\n  privacy_manager: { role: 管理者, phone: 03-1234-5678, reviewed_on: "
REVIEWS = ("review-never", "review-missing", "review-stale", "day-ahead")


def reviews(company: str, as_of: date, course: str = COURSE) -> list[str]:
    return told(findings(subject(company, course=course), as_of), *REVIEWS)


def test_contacts_are_looked_at_again_after_six_months() -> None:
    company = CONTACT + "2026-05-23 }"
    assert reviews(company, date(2026, 11, 23)) == []
    (line,) = reviews(company, date(2026, 11, 24))
    assert line.startswith(f"6 {OWNERS['people.privacy_manager']}: 枠8 (people.privacy_manager) was last looked at on ")
    assert line.endswith("2026-05-23, more than 6 months ago")


@pytest.mark.parametrize(
    "value",
    [
        "list: { items: [一], reviewed_on: 2025-11-23 }",
        "steps: { steps: [一], reviewed_on: 2025-11-23 }",
        "rich: { text: 文, reviewed_on: 2025-11-23 }",
        "ruling: { decision: 可, reviewed_on: 2025-11-23 }",
    ],
)
def test_rules_are_looked_at_again_after_twelve_months(value: str) -> None:
    assert reviews(f"a: {{ {value} }}", date(2026, 11, 23)) == []
    (line,) = reviews(f"a: {{ {value} }}", date(2026, 11, 24))
    assert line.endswith("was last looked at on 2025-11-23, more than 12 months ago")


def test_a_company_may_want_it_sooner() -> None:
    company = "freshness: { rules: 3 }\na: { list: { items: [一], reviewed_on: 2026-08-22 } }"
    (line,) = reviews(company, date(2026, 11, 23))
    assert line.endswith("more than 3 months ago")


def test_the_limits_are_the_courses() -> None:
    course = COURSE + "freshness: { contacts: 2 }\n"
    assert len(reviews(CONTACT + "2026-09-22 }", date(2026, 11, 23), course)) == 1
    assert reviews(CONTACT + "2026-09-23 }", date(2026, 11, 23), course) == []


def test_a_day_that_lies_ahead_is_told_where_it_stands() -> None:
    company = "a:\n  reviewed_on: 2026-11-24\n  list: [一]\n"
    assert reviews(company, date(2026, 11, 23)) == [
        f"6 {OWNERS['a.list']}: the day 2026-11-24 of 枠17 lies after 2026-11-23"
    ]
    assert reviews(company, date(2026, 11, 24)) == []


def test_one_value_that_nobody_looked_at_is_told() -> None:
    company = "a:\n  list: [一]\n  rich: { text: 文, reviewed_on: 2026-11-01 }\n"
    (line,) = reviews(company, date(2026, 11, 23))
    assert line == f"6 {OWNERS['a.list']}: nobody has said when 枠17 (a.list) was last looked at"


def test_where_nobody_looked_at_anything_this_is_told_once() -> None:
    (line,) = reviews("a: { list: [一], rich: 文, text: 語 }", date(2026, 11, 23))
    assert line == "0 教育担当: nobody has said when the 2 rules and contacts were last looked at"


def test_particulars_need_no_review() -> None:
    assert reviews("a: { text: 語 }", date(2026, 11, 23)) == []


# Publications and figures -------------------------------------------------------------------------------------------

REFERENCES = """
- kind: references
  id: references
  title: 参考
  notes: 参考です。
  references:
    - { title: 手引き, publisher: 省, checked_on: 2026-05-23 }
"""
CHART = """
- kind: chart
  id: figures
  title: 数字
  notes: 数字です。
  alt: 図
  unit: 件
  bars: [{ label: 一, value: 1 }]
  message: 文
  source: 集計
  published_on: 2025-05-23
  checked_on: 2026-05-23
  optional: true
"""


def publications(slides: str, as_of: date, company: str = "") -> list[str]:
    codes = ("reference-stale", "statistics-stale", "statistics-old", "day-ahead")
    return told(findings(subject(company, slides), as_of), *codes)


def test_references_are_opened_again_after_six_months() -> None:
    assert publications(REFERENCES, date(2026, 11, 23)) == []
    (line,) = publications(REFERENCES, date(2026, 11, 24))
    assert line.endswith("教育担当: the reference 手引き was last checked on 2026-05-23, more than 6 months ago")


def test_a_reference_checked_in_the_future_is_told() -> None:
    (line,) = publications(REFERENCES, date(2026, 5, 22))
    assert line.endswith("the day 2026-05-23 of 手引き lies after 2026-05-22")


def test_figures_are_replaced_eighteen_months_after_they_were_published() -> None:
    assert publications(CHART, date(2026, 11, 23)) == []
    (line,) = publications(CHART, date(2026, 11, 24))
    assert line.endswith("the figures on slide figures were published on 2025-05-23, more than 18 months ago")


def test_figures_are_compared_with_their_source_again_after_eighteen_months() -> None:
    def stale(as_of: date) -> list[str]:
        return told(findings(subject("", CHART), as_of), "statistics-stale")

    assert stale(date(2027, 11, 23)) == []
    (line,) = stale(date(2027, 11, 24))
    assert "last compared with their source on 2026-05-23, more than 18 months ago" in line


def test_figures_that_a_company_leaves_out_are_not_judged() -> None:
    assert publications(CHART, date(2027, 11, 24), "slides: { leave_out: [figures] }") == []


# The law, the next review -------------------------------------------------------------------------------------------


def legal(company: str, as_of: date | None) -> list[str]:
    return told(findings(subject(company), as_of), "legal-outdated", "legal-stale", "day-ahead")


def test_the_law_is_looked_at_again_after_six_months() -> None:
    company = "legal_as_of: 2026-10-01"
    assert legal(company, date(2027, 4, 1)) == []
    (line,) = legal(company, date(2027, 4, 2))
    assert (
        line
        == f"5 {OWNERS['legal_as_of']}: the law was last checked on 2026-10-01, more than 6 months before 2027-04-02"
    )


def test_law_that_was_old_at_the_issue_is_told_once_and_without_a_day_too() -> None:
    company = "legal_as_of: 2026-05-01"
    (line,) = legal(company, date(2027, 4, 2))
    assert line.endswith("more than 6 months before the day of issue 2026-11-02")
    assert legal(company, None) == [line]


def test_law_of_the_future_is_told() -> None:
    (line,) = legal("legal_as_of: 2026-12-01", date(2026, 11, 23))
    assert line.endswith("the day 2026-12-01 of 枠7 lies after 2026-11-23")


EDITION = """
course: course
company: { name: 株式会社みほん }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02, next_review: """


def next_review(day: str, as_of: date | None) -> list[str]:
    base = EDITION + f"{day} }}\n"
    codes = ("review-date", "review-before-issue", "review-overdue")
    return [line.partition(": ")[2] for line in told(findings(subject(base=base), as_of), *codes)]


def test_the_next_review_is_due_on_its_day() -> None:
    assert next_review("2027-10-29", date(2027, 10, 29)) == []
    assert next_review("2027-10-29", date(2027, 10, 30)) == ["the next review was due on 2027-10-29"]


def test_the_next_review_is_within_a_year_after_the_issue() -> None:
    assert next_review("2027-11-02", None) == []
    (line,) = next_review("2027-11-03", None)
    assert line == "the next review 2027-11-03 is not within 12 months after the day of issue 2026-11-02"


@pytest.mark.parametrize("day", ["2026-11-02", "2025-10-29"])
def test_the_next_review_is_after_the_issue(day: str) -> None:
    assert next_review(day, None) == [f"the next review {day} is not after the day of issue 2026-11-02"]


BEFORE = ("session-before-issue", "report-before-session", "history-order")


@pytest.mark.parametrize(
    ("company", "line"),
    [
        (
            "record:\n  reported_on: 2026-12-01\n  sessions:\n    - date: 2026-10-30\n      place: 会議室\n",
            "8 教育担当: the training on 2026-10-30 is before the day of issue 2026-11-02",
        ),
        (
            "record:\n  reported_on: 2026-11-17\n  sessions: [{ date: 2026-11-18 }]\n",
            "6 教育担当: the report is of 2026-11-17, the training of 2026-11-18",
        ),
        ("record:\n  reported_on: 2026-11-18\n  sessions: [{ date: 2026-11-18 }]\n", ""),
    ],
)
def test_an_edition_is_issued_then_taught_then_reported(company: str, line: str) -> None:
    assert told(findings(subject(company), None), *BEFORE) == [line] * bool(line)


def test_a_history_goes_from_the_newest_day_to_the_oldest() -> None:
    entries = "".join(
        f"    - {{ version: '{version}', issued_on: {day}, summary: 作成 }}\n"
        for version, day in (("1.0", "2026-11-02"), ("0.9", "2024-11-02"), ("0.8", "2025-11-02"))
    )
    base = EDITION.replace('{ fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02, next_review: ', "")
    base += f"\n  fiscal_year: 2026\n  version: '1.0'\n  issued_on: 2026-11-02\n  history:\n{entries}"
    found = told(findings(subject(base=base), None), "history-order")
    told_of = "version 0.9 was issued on 2024-11-02, before version 0.8 below it, 2025-11-02"
    assert found == [f"10 {OWNERS['edition.history']}: {told_of}"]


LAW = """
- { id: quick, text: 3〜5日以内, article: 規則 第8条第1項, legal_as_of: 2026-05-23 }
- { id: notice, text: 速やかに, article: 法 第26条第2項, legal_as_of: 2026-11-01 }
- { id: final, text: 30日以内, article: 規則 第8条第2項, legal_as_of: 2026-05-23 }
"""


def law(as_of: date) -> list[str]:
    course = COURSE + "law: law.yaml\n"
    found = findings(subject(course=course, files={"law": LAW}), as_of)
    return told(found, "law-stale", "day-ahead")


def test_what_the_course_says_of_the_law_is_compared_with_it_after_six_months() -> None:
    assert law(date(2026, 11, 23)) == []
    (line,) = law(date(2026, 11, 24))
    assert line.startswith(f"2 {OWNERS['legal_as_of']}: what the course says of the law was last checked on 2026-05-23")
    assert line.endswith("quick（規則 第8条第1項）、final（規則 第8条第2項）")


def test_a_fact_of_the_law_that_was_checked_tomorrow_is_told() -> None:
    assert law(date(2026, 10, 31)) == [
        f"3 {OWNERS['legal_as_of']}: the day 2026-11-01 of notice（法 第26条第2項） lies after 2026-10-31"
    ]
