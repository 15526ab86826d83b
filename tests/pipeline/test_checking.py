"""Checking a company from its files: both samples, and what becomes of them as the days go by."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.messages import severity_of
from deckgen.pipeline.build import build
from deckgen.pipeline.checking import check, judge
from deckgen.pipeline.material import publish, read_material
from deckgen.pipeline.request import Request

ROOT = Path(__file__).parents[2]
COMPANIES = ROOT / "source" / "companies"
SAMPLES = [COMPANIES / f"{name}.yaml" for name in ("hinata-design", "midori-seiki")]
DAY = date(2026, 11, 23)


def codes(path: Path, as_of: date | None = DAY, *, draft: bool = False) -> list[str]:
    """The errors and warnings about a company."""
    return [one.code for one in checked(path, as_of, draft=draft) if severity_of(one.code) != "info"]


def checked(path: Path, as_of: date | None = DAY, *, draft: bool = False) -> Report:
    report = Report()
    check(read_material(path, None, report), as_of, draft=draft, report=report)
    return report


@pytest.fixture
def company(tmp_path: Path) -> Callable[..., Path]:
    """A copy of the certified sample with some of its text replaced, beside the other sample."""
    folder = tmp_path / "source" / "companies"
    shutil.copytree(COMPANIES, folder)
    shutil.copytree(ROOT / "source" / "courses", tmp_path / "source" / "courses")
    (tmp_path / "themes").symlink_to(ROOT / "themes")
    path = folder / "midori-seiki.yaml"

    def changed(*replacements: tuple[str, str]) -> Path:
        text = path.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return path

    return changed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_clean_three_weeks_after_their_issue(path: Path) -> None:
    assert codes(path) == []


def test_the_second_course_and_its_sample_are_clean_when_issued_and_stale_by_and_by() -> None:
    path = COMPANIES / "hinata-design-phishing.yaml"
    assert codes(path, date(2026, 12, 1)) == []
    assert {"review-stale", "reference-stale", "statistics-stale", "review-overdue"} <= set(
        codes(path, date(2029, 1, 1))
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_become_stale_by_and_by(path: Path) -> None:
    found = [codes(path, date(year, month, 1)) for year, month in [(2026, 12), (2027, 6), (2027, 12), (2029, 1)]]
    assert found[0] == []
    assert [len(each) for each in found] == sorted(len(each) for each in found)
    assert {"review-stale", "legal-stale", "reference-stale"} <= set(found[1])
    assert "review-overdue" in found[2]


def test_a_real_company_with_a_samples_numbers_cannot_go_out(company: Callable[..., Path]) -> None:
    path = company(("sample: true\n", ""))
    assert {"sample-number", "sample-address"} <= set(codes(path))
    assert codes(path, draft=True) == []


def test_the_other_samples_name_is_found(company: Callable[..., Path]) -> None:
    assert codes(company(("守衛室から当番の管理職", "ひなた坂デザインの管理職"))) == ["other-company"]


def test_a_topic_whose_slide_is_left_out_is_an_error(company: Callable[..., Path]) -> None:
    path = company(("slides:\n  add:", "slides:\n  leave_out: [topics]\n  add:"))
    course = path.parents[1] / "courses" / "telework-privacy" / "slides" / "4-summary.yaml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("  id: topics\n", "  id: topics\n  optional: true\n"), encoding="utf-8")
    found = codes(path)
    assert found.count("requirement-lost") == 4
    assert found.count("slot-unshown") == 4, "what was written for the topics is shown nowhere"


def test_a_company_that_is_not_certified_needs_no_such_topic(company: Callable[..., Path]) -> None:
    assert "requirement-lost" not in codes(company(("certified: true", "certified: false")))


def test_a_slide_that_must_be_shown_cannot_be_left_out(company: Callable[..., Path]) -> None:
    assert "slide-required" in codes(company(("slides:\n  add:", "slides:\n  leave_out: [emergency]\n  add:")))


def test_whoever_must_look_at_a_slide_that_is_left_out_is_named(company: Callable[..., Path]) -> None:
    path = company(("slides:\n  add:", "slides:\n  leave_out: [emergency]\n  add:"))
    (found,) = (each for each in checked(path) if each.code == "slide-required")
    assert dict(found.values)["owner"] == "教育担当"


def test_what_is_missing_and_what_is_stale_are_told_together(company: Callable[..., Path]) -> None:
    path = company(
        ("  deadline: 気づいてから30分以内", "  deadline:"), ("legal_as_of: 2026-10-01", "legal_as_of: 2026-11-24")
    )
    assert codes(path) == ["slot-missing", "day-ahead"]


def test_placeholders_are_errors_but_in_a_draft(company: Callable[..., Path]) -> None:
    path = company(("  deadline: 気づいてから30分以内", "  deadline: 要記入"))
    assert codes(path) == ["slot-placeholder"]
    assert codes(path, draft=True) == ["draft-placeholder"]


def test_a_build_that_knows_no_day_finds_the_same_on_every_day(company: Callable[..., Path]) -> None:
    report = Report()
    material = read_material(company(("2026-10-19", "2020-10-19")), None, report)
    publication = publish(material, draft=False, report=report)
    undated, dated = Report(), Report()
    judge(material, publication.course, None, draft=False, report=undated)
    judge(material, publication.course, DAY, draft=False, report=dated)
    assert [one.code for one in undated] == []
    assert {one.code for one in dated} == {"review-stale"}


LONG = "気づいてから30分以内に、まず電話で、" * 8


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "long", "key"),
    [
        ("deadline: 気づいてから30分以内", f"deadline: {LONG}", "deadline:"),
        ("name: 株式会社みどり丘精機", "name: 株式会社" + "精密" * 40, "name:"),
    ],
)
def test_what_a_build_finds_no_room_for_is_found_before_it_where_the_company_wrote_it(
    words: str, long: str, key: str, company: Callable[..., Path]
) -> None:
    path = company((words, long), ("  short_name: みどり丘精機\n", ""))
    report = Report()
    build(Request(path, ("handout", "card"), out=path.parent / "out", as_of=DAY), report, lambda step: None)
    cut = {found for found in report if found.code in ("text-cut", "card-left-out")}
    assert cut
    assert cut <= set(checked(path))
    lines = path.read_text("utf-8").splitlines()
    for found in cut:
        assert found.place is not None
        assert Path(found.place.file).name == path.name
        assert key in lines[found.place.line - 1]


@pytest.mark.parametrize(
    ("type_", "example", "is_fit"),
    [
        ("number", "七十五", False),
        ("number", "75", True),
        ("integer", "約75人", False),
        ("date", "11月2日", False),
        ("yes-no", "はい", True),
        ("yes-no", "多分", False),
        ("url", "www.example.jp", False),
        ("table, columns: [一, 二]", '"- [一]"', False),
        ("list", "一つ", False),
        ("contact", "{ role: 総務課, phone: 03-0000-0001 }", True),
        ("contact", "総務課", False),
        ("text", "何でも", True),
    ],
)
def test_an_example_is_an_answer_that_its_slot_takes(
    company: Callable[..., Path], type_: str, example: str, is_fit: bool
) -> None:
    path = company()
    slots = path.parents[1] / "courses" / "telework-privacy" / "slots.yaml"
    written = example if example.startswith('"') else f"'{example}'"
    line = f"- {{ name: drill.own, type: {type_}, label: 例, help: 例です。, owner: 総務, example: {written} }}\n"
    slots.write_text(slots.read_text("utf-8") + line.replace(" }\n", ", required: optional }\n"), "utf-8")
    assert ("slot-example" in codes(path)) != is_fit
