"""Sessions that are as long as what is to be done in them."""

import pytest

from deckgen.checks.sittings import minutes_of
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
