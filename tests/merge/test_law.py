"""Figures and articles of the law: kept apart from the texts that name them."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.merge import merge
from tests.merge.material import COURSE, read
from tests.readers.test_course import COURSE as WHOLE
from tests.readers.test_course import SLOTS, course_of

LAW = "- { id: final_report, text: 知った日から30日以内, article: 規則 第8条第2項, legal_as_of: 2026-10-01 }\n"


def title_of(text: str) -> str:
    slides = f"- {{ kind: section, id: a, title: '{text}', notes: 文 }}\n"
    source, profile = read(slides, course=COURSE + "law: law.yaml\n", files={"law": LAW})
    return merge(source, profile, draft=False, report=Report()).slides[1].title.plain


def test_a_text_names_what_the_law_says_its_article_and_the_day_of_checking() -> None:
    assert title_of("確報は{{ law.final_report.text }}（{{ law.final_report.article }}）") == (
        "確報は知った日から30日以内（規則 第8条第2項）"
    )
    assert title_of("{{ law.final_report.legal_as_of }}時点") == "2026年10月1日時点"


@pytest.mark.parametrize("name", ["Final", "final-report", "1st", "known"])
def test_a_name_that_cannot_be_or_is_taken_is_refused_at_its_line(name: str, tmp_path: Path) -> None:
    rest = "text: 文, article: 条, legal_as_of: 2026-10-01 }\n"
    (tmp_path / "law.yaml").write_text(f"- {{ id: known, {rest}- {{ id: {name}, {rest}", encoding="utf-8")
    _, report = course_of(tmp_path, "", WHOLE + "law: law.yaml\n")
    (found,) = report
    assert found.code == "law-name"
    assert found.place
    assert found.place.line == 2


@pytest.mark.parametrize("name", ["law.wifi", "course.minutes"])
def test_no_slot_takes_the_name_of_the_course_s_own_values(name: str, tmp_path: Path) -> None:
    slot = f"- {{ name: {name}, type: text, label: 枠, help: 書く。, owner: 総務, example: 例 }}\n"
    _, report = course_of(tmp_path, "", slots=SLOTS + slot)
    assert [finding.code for finding in report] == ["slot-reserved"]
