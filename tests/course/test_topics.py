"""What the shipped courses must cover: no version has lost it, and an edition that loses it is told."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.readers.course import Asked, read_course

COURSES = Path(__file__).parents[2] / "source" / "courses"
TOPICS = {
    "telework-privacy": ["policy", "benefits", "roles", "consequences"],
    "phishing-mail": ["signs", "check", "report", "first-minutes"],
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", TOPICS)
def test_every_version_covers_every_topic(name: str, language: str) -> None:
    whole = read_course(COURSES / name, Report(), language)  # type: ignore[arg-type]
    for version in whole.versions:
        course = read_course(COURSES / name, Report(), language, Asked(version.id))  # type: ignore[arg-type]
        assert {topic for slide in course.slides for topic in slide.covers} == {*TOPICS[name]}


@pytest.mark.parametrize(("slide", "topic"), [("signs", "signs"), ("emergency", "first-minutes"), ("rules", "report")])
def test_an_edition_that_loses_what_to_do_about_a_mail_is_an_error(tmp_path: Path, slide: str, topic: str) -> None:
    edition = tmp_path / "ours"
    edition.mkdir()
    (edition / "course.yaml").write_text(f"extends: phishing-mail\nslides: {{ leave_out: [{slide}] }}\n", "utf-8")
    report = Report()
    with pytest.raises(Stop):
        read_course(edition, report, None, None, COURSES)
    lost = [each for each in report if each.code.endswith("requirement-lost")]
    assert [dict(each.values)["name"] for each in lost] == [topic]
