"""What two editions are compared from, and what a report of changes never takes the place of."""

import shutil
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.editions.archive import Wanted, archive
from deckgen.editions.archives import SUMS, pack, unpack
from deckgen.editions.differences import check_place, differences
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from tests.writers.paper.sample import ROOT, workspace

THEMES = ROOT / "themes"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = workspace(tmp_path / "work")
    shutil.copytree(THEMES, tmp_path / "work" / "themes", dirs_exist_ok=True)
    return made


def kept(profile: Path) -> Path:
    build(Request(profile, ("deck",)), Report(), lambda step: None)
    return archive(Wanted(str(profile), force=True), Report()).path


def told(old: Path, new: Path) -> list[str]:
    report = Report()
    differences(old, new, report)
    return [finding.code for finding in report]


def test_an_archive_that_is_as_it_was_kept_is_compared_without_a_word(profile: Path) -> None:
    assert told(kept(profile), profile) == []


def test_damage_elsewhere_in_an_archive_is_told(profile: Path) -> None:
    path = kept(profile)
    data = bytearray(path.read_bytes())
    data[data.index(b"ppt/slides/slide1.xml")] ^= 1
    path.write_bytes(data)
    assert told(path, profile) == ["diff-archive-unsound"]


def test_members_that_came_or_went_are_told(profile: Path) -> None:
    path = kept(profile)
    members = {name: data for name, data in unpack(path.read_bytes()).items() if data is not None}
    path.write_bytes(pack({name: data for name, data in members.items() if not name.endswith(".pptx")}))
    assert told(path, profile) == ["diff-archive-unsound"]
    path.write_bytes(pack({**members, "outputs/extra.txt": b"x"}))
    assert told(path, profile) == ["diff-archive-unsound"]


def test_a_record_that_is_not_what_was_kept_is_not_compared(profile: Path) -> None:
    path = kept(profile)
    members = {name: data for name, data in unpack(path.read_bytes()).items() if data is not None}
    changed = members["build.json"].replace("会議室".encode(), "食堂中".encode())
    assert changed != members["build.json"]
    for other in ({**members, "build.json": changed}, {n: d for n, d in members.items() if n != SUMS}):
        path.write_bytes(pack(other))
        report = Report()
        with pytest.raises(Stop):
            differences(path, profile, report)
        assert [finding.code for finding in report] in (["archive-file-damaged"], ["archive-sums"])


def test_two_companies_are_compared_with_a_warning(profile: Path) -> None:
    other = profile.with_name("other.yaml")
    other.write_text(profile.read_text("utf-8").replace("株式会社<みほん>&A", "株式会社べつ"), encoding="utf-8")
    assert told(profile, other) == ["diff-companies"]
    other.write_text(f"company_id: {profile.stem}\n" + other.read_text("utf-8"), encoding="utf-8")
    assert told(profile, other) == []  # a company that has another name now
    shutil.copy(profile, other)
    assert told(profile, other) == []  # the same company under another id


def refused(path: Path, *compared: Path) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        check_place(path, compared, report)
    return [finding.code for finding in report]


def test_a_report_takes_the_place_of_no_file_that_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "changes.pdf"
    check_place(path, (), Report())
    path.write_text("company:\n", encoding="utf-8")
    assert refused(path) == ["report-not-pdf"]
    path.write_bytes(b"%PDF-1.7\n")
    check_place(path, (), Report())


def test_a_report_takes_the_place_of_nothing_that_is_compared(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    link = tmp_path / "link.pdf"
    link.symlink_to(path)
    assert refused(link, path) == ["report-compared"]
    assert refused(path, link) == ["report-compared"]


def test_a_report_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "changes.pdf").mkdir()
    assert refused(tmp_path / "changes.pdf") == ["report-unwritable"]
