"""Sessions that are as long as what is to be done in them."""

import pytest

from deckgen.checks.sessions import minutes_of
from tests.checks.material import findings, subject, told

SLIDE = "- { kind: section, id: long, title: 長い話, notes: 文, minutes: 40 }\n"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2026年11月18日（水）14:00〜15:30", 90),
        ("１４：００～１５：００", 60),
        ("9時から10時半", 90),
        ("9時30分-11時", 90),
        ("22:30–0:30", 120),
        ("14時", None),
        ("午前10:00〜11:00、午後14:00〜15:00", None),
        ("当日決めます", None),
    ],
)
def test_a_span_of_hours_is_read_as_people_write_it(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(("time", "is_short"), [("14:00〜14:30", True), ("14:00〜15:00", False)])
def test_a_session_shorter_than_the_course_is_told_at_its_line(time: str, is_short: bool) -> None:
    sessions = f"record:\n  sessions:\n    - {{ date: 2026-11-18, time: {time} }}\n"
    found = told(findings(subject(sessions, SLIDE), None), "session-too-short")
    assert bool(found) == is_short
    assert all("the session takes 30 minutes; the course takes" in line for line in found)


@pytest.mark.parametrize(
    "time",
    [
        "15:30〜14:00",
        "１５：３０～１４：００",
        "15時半から14時",
        "午後3時30分〜2時",
        "14:00〜14:00",
        "15:30開始〜14:00終了",
    ],
)
def test_a_session_that_ends_before_it_begins_is_told(time: str) -> None:
    company = f"record:\n  sessions:\n    - {{ date: 2026-11-18, time: {time} }}\n"
    (line,) = told(findings(subject(company), None), "time-backwards")
    assert line.startswith("7 教育担当: ")


@pytest.mark.parametrize("time", ["22:00〜0:30", "22:00〜翌8:30", "9:00〜17:00", "午前11時〜午後1時", "午後1時〜3時"])
def test_a_session_over_noon_or_midnight_is_none_of_them(time: str) -> None:
    company = f"record:\n  sessions:\n    - {{ date: 2026-11-18, time: {time} }}\n"
    assert told(findings(subject(company), None), "time-backwards", "time-impossible") == []


def test_a_time_that_no_clock_shows_is_told_where_it_stands() -> None:
    company = "record:\n  period: 11月18日 25時\n  sessions:\n    - { date: 2026-11-18, time: 25:00〜26:30 }\n"
    assert told(findings(subject(company), None), "time-impossible") == [
        "6 教育担当: there is no time 25時",
        "8 教育担当: there is no time 25:00",
        "8 教育担当: there is no time 26:30",
    ]


def test_hours_of_a_contact_may_be_those_of_the_night_and_no_others() -> None:
    hours = "a: {{ text: 受付は{}です }}"
    assert told(findings(subject(hours.format("17:30〜8:30")), None), "time-impossible", "time-backwards") == []
    assert told(findings(subject(hours.format("9:00〜17:75")), None), "time-impossible") != []
    assert told(findings(subject(hours.format("比率30:70")), None), "time-impossible") == []
