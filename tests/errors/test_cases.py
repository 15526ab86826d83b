"""Every faulty file gets the findings that its comments expect, each at its line, and no others."""

import contextlib
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from deckgen.checks import OtherCompany, run, subject_of
from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.merge.completeness import overview
from deckgen.messages import hint_of, message_of, render
from deckgen.messages.codes import CHECKING, MERGING, READING, YAML
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import Asked, read_course
from deckgen.readers.theme import read_theme
from tests.errors.expectations import differences, expectations

HERE = Path(__file__).parent
MATERIAL = HERE / "material"
THEMES = HERE.parents[1] / "themes"
CHECKED_ON = date(2026, 11, 23)


def read_as_profile(case: Path, report: Report) -> None:
    _merge_material(_copy(case, Path(case.name)), report)


def read_in_course(name: str) -> Callable[[Path, Report], None]:
    """A reader of the sample course with one of its files replaced by the case."""

    def read(case: Path, report: Report) -> None:
        _copy(case, Path(name))
        if name == "slots.yaml":
            Path("slides.yaml").write_text("- { kind: section, id: a, title: 題, notes: 文, covers: [policy] }")
        _merge_material(Path("company.yaml"), report)

    return read


def read_as_checked(case: Path, report: Report) -> None:
    """A profile that can be built, judged by the checks."""
    _copy(case, Path(case.name))
    source, profile, course = _merge_material(Path(case.name), report)
    shown = {row.slot.name: row.slides for row in overview(source, profile)}
    others = (OtherCompany(("株式会社みほん堂", "みほん堂"), "mihondo.yaml"),)
    report.extend(run(subject_of(source, profile, course, shown, others), CHECKED_ON))


def _merge_material(profile_path: Path, report: Report) -> tuple[CourseSource, Profile, Course]:
    loaded = load_profile(profile_path, report)
    asked = Asked(loaded.version, loaded.place_of("version")) if loaded.version else None
    source = read_course(Path(), report, None, asked)
    profile = read_profile(loaded, source, report)
    return source, profile, merge(source, profile, draft=False, report=report)


def read_as_theme(case: Path, report: Report) -> None:
    Path("standard").symlink_to(THEMES / "standard")
    Path(case.stem).mkdir()
    _copy(case, Path(case.stem) / "theme.yaml")
    read_theme(Path(case.stem), report)


def _copy(path: Path, to: Path) -> Path:
    return Path(shutil.copyfile(path, to))


READERS: dict[str, tuple[str, Callable[[Path, Report], None]]] = {
    "profiles": ("*", read_as_profile),
    "checks": ("*", read_as_checked),
    "slides": ("slides.yaml", read_in_course("slides.yaml")),
    "slots": ("slots.yaml", read_in_course("slots.yaml")),
    "laws": ("law.yaml", read_in_course("law.yaml")),
    "quizzes": ("quiz.yaml", read_in_course("quiz.yaml")),
    "courses": ("course.yaml", read_in_course("course.yaml")),
    "themes": ("theme.yaml", read_as_theme),
}
"""By folder of cases: the name that the file goes by while it is read, and what reads it."""

CASES = [path for name in READERS for path in sorted((HERE / name).glob("*.yaml"))]


def findings_of(case: Path, folder: Path) -> Report:
    """What reading a case reports, in a folder that holds the sample material."""
    for path in MATERIAL.iterdir():
        _copy(path, folder / path.name)
    report = Report()
    with contextlib.chdir(folder), contextlib.suppress(Stop):
        READERS[case.parent.name][1](case, report)
    return report


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_faulty_file_gets_the_findings_its_comments_expect(case: Path, tmp_path: Path) -> None:
    found = list(findings_of(case, tmp_path))
    name = READERS[case.parent.name][0].replace("*", case.name)
    assert [one for one in found if one.place is None or Path(one.place.file).name != name] == []
    assert differences(expectations(case.read_text(encoding="utf-8")), found) == []


_SHOWN = re.compile(
    r"「[^」]*」|`[^`]*`|\"[^\"]*\"|'[^']*'|[{\[(][^}\])]*[}\])]|（[^）]*：[^）]*）|[a-z-]+(, [a-z-]+)+"
)
"""What a Japanese message shows of a file, or lists as names to write."""
_ENGLISH = re.compile(r"(?<![\w./#-])[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}(?![\w./-])")


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_finding_can_be_told_in_both_languages_and_none_mixes_them(case: Path, tmp_path: Path) -> None:
    for one in findings_of(case, tmp_path):
        for language in ("en", "ja"):
            assert f"[{one.code}]: " in render(one, language)
        told = _SHOWN.sub("", f"{message_of(one, 'ja')}\n{hint_of(one, 'ja')}")
        assert not _ENGLISH.search(told), told


TOLD_ELSEWHERE = {
    "file-not-found", "file-not-regular", "file-unreadable", "file-too-large", "file-encoding",
    "picture-too-large", "picture-pixels", "picture-format", "picture-broken", "draft-missing", "draft-placeholder",
    "slide-left-empty", "law-stale", "quiz-none", "slot-standard-missing", "slot-example", "review-never",
    "quiz-item-left-out", "emergency-lost", "output-unmade", "public-no-line", "public-number", "public-mention",
    "link-dead", "links-offline", "link-refused", "link-moved", "link-forwarded",
    "file-changed", "file-unwritable", "font-embedded-whole", "font-not-embedded", "font-unusable",
    "sheet-address", "sheet-loop", "sheet-syntax", "sheet-unclosed", "theme-file-unused", "theme-name", "theme-picture",
    "theme-nameless",
    "theme-template-empty",
    "theme-template-failed", "theme-template-missing", "theme-template-picture", "theme-template-syntax",
    "staff-broken", "staff-count", "staff-encoding", "staff-heading", "staff-nameless", "staff-too-large",
    "staff-twice", "link-unasked", "session-too-short", "version-cover",
    "extends-other-course", "course-base-loop", "course-override", "original-changed",
    "change-undone", "replace-drops", "cover-title-kept",
    "record-shared", "version-key-fixed", "slide-named-absent", "change-left-out", "extends-override",
    "version-quiz-lost", "change-hidden", "change-hidden-entry",
    "said-twice", "move-itself", "move-undone", "anchor-left-out", "cover-kept", "slides-left-none", "edition-language",
}  # fmt: skip
"""Codes whose faults no small YAML file can show; the tests of their stages, and tests/pipeline, have them."""


def test_every_code_of_reading_merging_and_checking_is_met_by_a_case(tmp_path: Path) -> None:
    met = set()
    for number, case in enumerate(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        met |= {one.code for one in findings_of(case, folder)}
    codes = YAML.keys() | READING.keys() | MERGING.keys() | CHECKING.keys()
    assert codes - met == TOLD_ELSEWHERE
