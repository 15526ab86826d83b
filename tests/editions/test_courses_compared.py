"""A course of today beside an older one: in its folder, packed, or as the archive of an edition keeps it."""

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.editions.archive import Wanted, archive
from deckgen.editions.archives import pack, unpack
from deckgen.editions.differences import differences
from deckgen.model.changes import Comparison
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.pipeline.workspace import path_profile_or_course
from tests.writers.paper.sample import ROOT, workspace

LAW = "- { id: report, text: 3日以内, article: 第1条, legal_as_of: 2026-10-01 }\n"
EDITION = "extends: {name}\ntitle: 当社の研修\nslides: {{ change: {{ mail: {{ title: 当社では二度見ます }} }} }}\n"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = workspace(tmp_path / "work")
    shutil.copytree(ROOT / "themes", tmp_path / "work" / "themes", dirs_exist_ok=True)
    sheet = course_of(made) / "course.yaml"
    sheet.write_text(f"{sheet.read_text('utf-8')}law: law.yaml\n", "utf-8")
    (course_of(made) / "law.yaml").write_text(LAW, "utf-8")
    return made


def course_of(profile: Path) -> Path:
    return next((profile.parent / "courses").glob("*/slots.yaml")).parent


def kept(profile: Path) -> Path:
    build(Request(profile, ("deck",)), Report(), lambda step: None)
    return archive(Wanted(str(profile), force=True), Report()).path


def renewed(course: Path, file: str = "slides.yaml", old: str = "添付を開く", new: str = "添付を必ず開く") -> None:
    path = course / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def files_of(course: Path, below: str) -> dict[str, bytes]:
    return {f"{below}{file.name}": file.read_bytes() for file in course.iterdir() if file.is_file()}


def changes(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        (section.kind, entry.subject, detail.new)
        for section in found.sections
        for entry in section.entries
        for detail in entry.details
    ]


def compared(old: Path, new: Path) -> list[tuple[str, str, str]]:
    return changes(differences(old, new, Report())[0])


def refused(old: Path, new: Path) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        differences(old, new, report)
    return [f"{each.place or ''} {each.code}".strip() for each in report]


CHANGED = [("texts", "mail", "添付を必ず開く")]


def test_the_course_that_an_archive_keeps_is_compared_with_the_course_as_it_is_now(profile: Path) -> None:
    path = kept(profile)
    assert compared(path, course_of(profile)) == []
    renewed(course_of(profile))
    assert compared(path, course_of(profile)) == CHANGED


def test_under_an_edition_the_course_of_the_name_that_is_given_is_compared(profile: Path) -> None:
    base = course_of(profile)
    edition = base.parent / "our-course"
    edition.mkdir()
    (edition / "course.yaml").write_text(EDITION.format(name=base.name), "utf-8")
    profile.write_text(profile.read_text("utf-8").replace(f"course: {base.name}", "course: our-course"), "utf-8")
    path = kept(profile)
    renewed(base)
    renewed(base, old="送る前に開きます", new="送る前に、開きます")
    assert compared(path, base) == [("texts", "mail", "送る前に、開きます"), *CHANGED]
    assert compared(path, edition) == CHANGED, "its own title stays"
    assert ("texts", "mail", "当社では二度見ます") in compared(base, edition)


def test_a_course_folder_that_was_packed_is_compared_with_or_without_its_folder(profile: Path) -> None:
    course = course_of(profile)
    flat = zipped(profile.with_name("flat.zip"), files_of(course, ""))
    deep = zipped(profile.with_name("deep.zip"), {**files_of(course, f"a/{course.name}/"), "__MACOSX/x": b"?"})
    renewed(course)
    assert compared(deep, course) == CHANGED
    assert ("texts", "mail", "添付を必ず開く") in compared(flat, course)
    assert compared(flat, deep)[0] == ("edition", "course", course.name)


def test_a_new_figure_of_the_law_is_told_and_a_mere_look_at_it_is_no_change(profile: Path) -> None:
    course = course_of(profile)
    old = zipped(profile.with_name("old.zip"), files_of(course, f"{course.name}/"))
    renewed(course, "law.yaml", "2026-10-01", "2027-10-01")
    assert compared(old, course) == [("reviews", "reviews", "2027-10-01")]
    renewed(course, "law.yaml", "3日以内", "5日以内")
    assert compared(old, course)[0] == ("law", "report", "5日以内")


def test_of_several_packed_courses_none_is_guessed(profile: Path) -> None:
    course = course_of(profile)
    two = zipped(profile.with_name("two.zip"), {**files_of(course, "a/"), **files_of(course, "b/")})
    assert refused(two, course) == ["diff-course-which"]
    shutil.copytree(course, course.with_name("b"))
    assert compared(two, course.with_name("b")) == []


def test_what_is_wrong_with_a_packed_course_is_told_in_the_file(profile: Path) -> None:
    course = course_of(profile)
    torn = files_of(course, "c/") | {"c/slides.yaml": b"- { kind: nothing, id: a }\n"}
    (found, *_) = refused(zipped(profile.with_name("torn.zip"), torn), course)
    assert found.partition("torn.zip/")[2].startswith("source/courses/c/slides.yaml:1:")
    outside = files_of(course, "c/") | {"../c/course.yaml": b"title: x\n"}
    assert refused(zipped(profile.with_name("outside.zip"), outside), course) == ["archive-path"]


def test_a_course_in_an_archive_that_is_not_as_it_was_kept_is_not_compared(profile: Path) -> None:
    path = kept(profile)
    members = {name: data or b"" for name, data in unpack(path.read_bytes()).items()}
    (name,) = (each for each in members if each.endswith("slides.yaml"))
    path.write_bytes(pack({**members, name: members[name] + b"\n"}))
    assert refused(path, course_of(profile)) == ["archive-file-damaged"]


def test_a_record_without_its_course_cannot_stand_beside_a_course(profile: Path) -> None:
    kept(profile)
    assert refused(profile, course_of(profile)) == ["diff-scopes"]


def test_a_bare_name_is_that_of_a_company_else_of_a_course(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(profile.parents[1])
    course, company = course_of(profile), profile.parent / "companies" / profile.name
    assert path_profile_or_course(course.name).resolve() == course.resolve()
    company.parent.mkdir()
    shutil.copy(profile, company.with_stem(course.name))
    assert path_profile_or_course(course.name).resolve() == company.with_stem(course.name).resolve()
    assert refused(Path("cuorse"), course)[0] == "edition-missing"
