"""Editions kept, proven whole, and made again byte for byte."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.editions import verify
from deckgen.editions.archive import Archived, Wanted, archive
from deckgen.editions.archives import SUMS, in_order, pack, sums, unpack
from deckgen.editions.verify import Verified
from deckgen.messages import render, severity_of
from deckgen.pipeline import making
from deckgen.pipeline.build import build
from deckgen.pipeline.request import Request
from deckgen.pipeline.unchanged import unchanged
from deckgen.writers import Options
from deckgen.writers.pdf import loading
from deckgen.writers.rendered import EngineMissing
from tests.writers.paper.sample import ROOT, workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
THEMES = ROOT / "themes"
ARCHIVE = "2026FY_course_v1.0.zip"


def built(folder: Path, *only: str, theme: Path = THEMES / "standard", **options: Any) -> Path:
    """A profile whose outputs were made; everything of the workspace lies in the folder."""
    profile = workspace(folder)
    more(profile, *only, theme=theme, **options)
    return profile


def more(profile: Path, *only: str, theme: Path = THEMES / "standard", **options: Any) -> None:
    build(Request(profile, only, theme=str(theme), **options), Report(), lambda step: None)


def kept(profile: Path, *, force: bool = True, theme: Path = THEMES / "standard") -> Archived:
    """The archive of what was built; these courses list outputs that the tests do not build."""
    return archive(Wanted(str(profile), theme=theme, force=force), Report())


@cache
def _archive_of(*only: str) -> bytes:
    with TemporaryDirectory() as folder:
        return kept(built(Path(folder), *only)).path.read_bytes()


def archived(folder: Path, *only: str) -> Path:
    """What `kept` makes of what `built` makes, put into a folder: it is the same archive wherever it was made."""
    path = folder / ARCHIVE
    path.write_bytes(_archive_of(*only))
    return path


def verified(path: Path) -> tuple[Verified, list[str]]:
    report = Report()
    found = verify.verify(path, report, lambda step: None)
    return found, [finding.code for finding in report]


def origins(found: Verified) -> dict[str, str]:
    """Of the outputs, by the end of their names."""
    return {file.name.rpartition("_")[2]: file.origin for file in found.files if file.name.startswith("outputs/")}


def repacked(path: Path, **changes: bytes | None) -> Path:
    """The archive with members changed, and with checksums that fit."""
    members = {name: data for name, data in unpack(path.read_bytes()).items() if name != SUMS and data is not None}
    for name, data in changes.items():
        if data is None:
            del members[name]
        else:
            members[name] = data
    ordered = {name: members[name] for name in in_order(members)}
    other = path.with_name("other.zip")
    other.write_bytes(pack({**ordered, SUMS: sums(ordered)}))
    return other


def record_in(path: Path) -> Any:
    return json.loads(unpack(path.read_bytes())["build.json"] or b"")


def test_every_kind_of_output_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    kinds = ("deck", "handout", "trainer", "worksheet", "quiz", "answers", "card", "record")
    profile = built(tmp_path, *kinds, options=Options(forms=("A", "B")))
    found, codes = verified(kept(profile).path)
    assert codes == []
    assert found.is_whole
    assert set(origins(found).values()) == {"same"}
    assert len(origins(found)) == 11


def test_builds_with_other_settings_lie_in_one_archive_and_each_is_made_again(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck", options=Options(pdf="archive"))
    more(profile, "card", public=True)
    more(profile, "handout", options=Options(pdf="archive"))
    found, codes = verified(kept(profile).path)
    assert (codes, set(origins(found).values())) == ([], {"same"})


def test_a_record_that_lists_an_earlier_build_is_made_again(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    more(profile, "record")
    more(profile, "quiz")
    found, codes = verified(kept(profile).path)
    assert (codes, set(origins(found).values())) == ([], {"same"})


def test_a_theme_from_elsewhere_comes_along_with_the_theme_it_extends(tmp_path: Path) -> None:
    themes = tmp_path / "brand"
    shutil.copytree(THEMES, themes)
    profile = built(tmp_path / "work", "deck", theme=themes / "contrast")
    path = kept(profile, theme=themes / "contrast").path
    shutil.rmtree(themes)
    names = unpack(path.read_bytes())
    assert {"inputs/theme/contrast/theme.yaml", "inputs/theme/standard/theme.yaml"} <= names.keys()
    found, codes = verified(path)
    assert (codes, origins(found)) == ([], {"deck.pptx": "same"})


def test_a_theme_from_elsewhere_comes_along_with_that_of_the_workspace_which_it_extends(tmp_path: Path) -> None:
    own = tmp_path / "brand" / "own"
    own.mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\ntitle: 自社\nextends: standard\n", encoding="utf-8")
    profile = workspace(tmp_path / "work")
    shutil.copytree(THEMES, tmp_path / "work" / "themes", dirs_exist_ok=True)
    more(profile, "deck", theme=own)
    path = kept(profile, theme=own).path
    shutil.rmtree(tmp_path / "brand")
    assert {"inputs/theme/own/theme.yaml", "inputs/themes/standard/theme.yaml"} <= unpack(path.read_bytes()).keys()
    found, codes = verified(path)
    assert (codes, origins(found)) == ([], {"deck.pptx": "same"})


def test_the_time_written_into_files_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    path = kept(built(tmp_path, "deck")).path
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    found, codes = verified(path)
    assert (codes, origins(found)) == ([], {"deck.pptx": "same"})


def test_the_same_edition_is_the_same_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for name in ("a", "b"):
        profile = workspace(tmp_path / name)
        monkeypatch.chdir(tmp_path / name)
        more(profile.relative_to(tmp_path / name), "deck")
        made.append(kept(profile))
    first, second = made
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.is_new


def test_an_archive_is_never_replaced(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    first = kept(profile)
    before = first.path.read_bytes()
    assert not kept(profile).is_new
    more(profile, "quiz")
    report = Report()
    with pytest.raises(Stop):
        archive(Wanted(str(profile), theme=THEMES / "standard", force=True), report)
    assert "archive-exists" in [finding.code for finding in report]
    assert first.path.read_bytes() == before


def codes_of_archiving(profile: Path) -> list[str]:
    report = Report()
    with pytest.raises(Stop):
        archive(Wanted(str(profile), theme=THEMES / "standard"), report)
    return [finding.code for finding in report]


EVERY = ("deck", "handout", "trainer", "worksheet", "quiz", "answers", "card", "record")


def complete(folder: Path, outputs: Sequence[str] = EVERY) -> Path:
    """A profile whose course asks for these outputs."""
    profile = workspace(folder)
    course = folder / "source" / "courses" / "course" / "course.yaml"
    course.write_text(course.read_text("utf-8") + f"outputs: [{', '.join(outputs)}]\n", encoding="utf-8")
    return profile


def test_the_same_command_makes_the_same_archive_whatever_was_built_in_between(tmp_path: Path) -> None:
    profile = complete(tmp_path)
    forms = Options(forms=("A", "B"))
    more(profile, options=forms)
    first = kept(profile, force=False)
    more(profile)
    more(profile, draft=True)
    assert codes_of_archiving(profile) == ["archive-exists"]
    more(profile, options=forms)
    again = kept(profile, force=False)
    assert (again.is_new, again.sha256) == (False, first.sha256)


def test_papers_that_came_about_in_another_order_are_the_edition_that_is_kept(tmp_path: Path) -> None:
    profile = complete(tmp_path, ("deck", "quiz", "record"))
    forms = Options(forms=("A", "B"))
    more(profile, "deck", draft=True)
    more(profile, options=forms)
    more(profile, "deck")  # without forms: the same bytes, and another entry in the record
    first = kept(profile, force=False)
    (deck,) = first.path.parents[1].glob("*_v1.0_deck.pptx")
    deck.write_bytes(deck.read_bytes() + b" edited")
    for _ in range(2):
        more(profile, options=forms)
    assert "archive-refused" in codes_of_archiving(profile)
    deck.with_name(deck.name.replace(".pptx", ".new.pptx")).unlink()
    more(profile, options=forms)
    assert "archive-exists" in codes_of_archiving(profile)  # the edited deck is another paper
    more(profile, options=forms, force=True)
    report = Report()
    again = archive(Wanted(str(profile), theme=THEMES / "standard"), report)
    assert (again, list(report)) == (replace(first, is_new=False), [])


def test_a_build_that_differs_from_the_archive_of_its_edition_is_told_so(tmp_path: Path) -> None:
    profile = built(tmp_path, "quiz")
    kept(profile)
    for wanted, told in (
        (Request(profile, ("quiz",)), []),
        (Request(profile, ("quiz",), draft=True), []),
        (Request(profile, ("card",), public=True), ["edition-archived"]),
        (Request(profile, ("quiz",), options=Options(pdf="archive")), ["edition-archived"]),
    ):
        request = replace(wanted, theme=str(THEMES / "standard"))
        for make in (lambda each, report: build(each, report, lambda step: None), unchanged):
            report = Report()
            assert make(request, report) is not None
            assert [finding.code for finding in report if finding.code == "edition-archived"] == told
    profile.write_text(profile.read_text("utf-8").replace('"1.0"', '"1.1"'), "utf-8")
    report = Report()
    build(Request(profile, ("quiz",), theme=str(THEMES / "standard")), report, lambda step: None)
    assert [finding.code for finding in report if severity_of(finding.code) != "info"] == []


def test_a_card_for_the_public_stands_for_no_other(tmp_path: Path) -> None:
    profile = complete(tmp_path)
    more(profile, *(name for name in EVERY if name != "card"))
    more(profile, "card", public=True)
    assert codes_of_archiving(profile) == ["archive-incomplete", "archive-refused"]


def test_an_edition_that_is_all_for_the_public_is_complete(tmp_path: Path) -> None:
    profile = complete(tmp_path)
    more(profile, public=True)
    assert kept(profile, force=False).outputs == len(EVERY) + 2


def test_a_record_that_does_not_list_what_is_kept_with_it_is_told(tmp_path: Path) -> None:
    profile = complete(tmp_path)
    more(profile)
    more(profile, "quiz", "answers", options=Options(forms=("A", "B")))
    outdated = ["archive-record-outdated"] * 2
    assert codes_of_archiving(profile) == [*outdated, "archive-refused"]
    more(profile)
    more(profile, "handout", options=Options(pdf="archive"))
    assert codes_of_archiving(profile) == [*outdated, "archive-refused"]


def test_an_archive_holds_no_file_that_other_settings_left(tmp_path: Path) -> None:
    profile = built(tmp_path, "quiz")
    more(profile, "quiz", options=Options(forms=("A",)))
    path = kept(profile).path
    assert [name for name in unpack(path.read_bytes()) if "_quiz" in name] == ["outputs/2026FY_course_v1.0_quiz_A.pdf"]
    assert [each["name"] for each in record_in(path)["outputs"]] == ["2026FY_course_v1.0_quiz_A.pdf"]
    assert verified(path)[1] == []


def test_years_of_a_company_lie_side_by_side(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    text = profile.read_text("utf-8")
    following = profile.with_name(f"{profile.stem}-2027.yaml")
    following.write_text(
        f"company_id: {profile.stem}\n" + text.replace("2026", "2027").replace('"1.0"', '"2.0"'), "utf-8"
    )
    more(following, "deck")
    assert kept(profile).path.parent == kept(following).path.parent
    assert sorted(path.name for path in kept(profile).path.parent.iterdir()) == [ARCHIVE, "2027FY_course_v2.0.zip"]


@pytest.mark.parametrize(
    "name", ["outputs/2026FY_course_v1.0_deck.pptx", "inputs/theme/standard/theme.yaml", "build.json"]
)
def test_a_changed_byte_is_found_where_it_is(tmp_path: Path, name: str) -> None:
    path = archived(tmp_path, "deck")
    data = unpack(path.read_bytes())[name]
    assert data is not None
    changed = bytearray(path.read_bytes())
    changed[changed.index(data) + len(data) // 2] ^= 1
    path.write_bytes(changed)
    if name == "build.json":
        with pytest.raises(Stop):
            verified(path)
        return
    found, codes = verified(path)
    assert codes == ["archive-file-damaged"]
    assert [file.name for file in found.files if file.wholeness == "damaged"] == [name]
    assert not found.is_whole


def test_members_that_come_or_go_with_their_checksums_are_found(tmp_path: Path) -> None:
    path = archived(tmp_path, "deck")
    assert verified(repacked(path, **{"outputs/2026FY_course_v1.0_notes.txt": b"x"}))[1] == ["archive-file-extra"]
    assert verified(repacked(path, **{"inputs/theme/standard/theme.yaml": None}))[1] == ["archive-file-missing"]
    assert verified(repacked(path, **{"outputs/2026FY_course_v1.0_deck.pptx": None}))[1] == ["archive-file-missing"]


def test_outputs_that_the_inputs_do_not_make_are_found_even_where_all_checksums_fit(tmp_path: Path) -> None:
    path = archived(tmp_path, "deck")
    name = "outputs/2026FY_course_v1.0_deck.pptx"
    forged = b"not the deck"
    record = record_in(path)
    record["outputs"][0]["sha256"] = hashlib.sha256(forged).hexdigest()
    found, codes = verified(repacked(path, **{name: forged, "build.json": json.dumps(record).encode()}))
    assert codes == ["archive-output-different"]
    assert origins(found) == {"deck.pptx": "different"}


def test_inputs_that_make_no_edition_are_told_with_their_places(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    path = kept(profile).path
    record = record_in(path)
    name = record["profile"]
    broken = profile.read_bytes().replace(b"company:", b"compony:", 1)
    record["inputs"][name] = hashlib.sha256(broken).hexdigest()
    report = Report()
    other = repacked(path, **{f"inputs/{name}": broken, "build.json": json.dumps(record).encode()})
    found = verify.verify(other, report, lambda step: None)
    assert origins(found) == {"deck.pptx": "not-tried"}
    told = [render(finding, "en") for finding in report]
    assert any(line.startswith(f"inputs/{name}:") and "compony" in line for line in told), told


def test_a_record_that_names_a_profile_elsewhere_is_refused(tmp_path: Path) -> None:
    path = archived(tmp_path, "deck")
    for profile in ("../../etc/passwd", "/etc/passwd", None, 3):
        record = {**record_in(path), "profile": profile}
        report = Report()
        with pytest.raises(Stop):
            verify.verify(repacked(path, **{"build.json": json.dumps(record).encode()}), report, lambda step: None)
        assert [finding.code for finding in report] == ["archive-record"]


def test_other_versions_prove_wholeness_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archived(tmp_path, "deck")
    monkeypatch.setattr(verify, "tools", lambda: {**making.tools(), "lxml": "99.0"})
    found, codes = verified(path)
    assert codes == ["verify-other-versions"]
    assert [(each.name, each.now) for each in found.other_versions] == [("lxml", "99.0")]
    assert found.is_whole
    assert origins(found) == {"deck.pptx": "not-tried"}


def test_an_archive_is_compared_with_the_checksum_that_was_noted(tmp_path: Path) -> None:
    path = archived(tmp_path, "deck")
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    for noted, codes, is_as_noted in (
        (None, [], None),
        (checksum, [], True),
        ("0" * 64, ["archive-checksum-other"], False),
    ):
        report = Report()
        found = verify.verify(path, report, lambda step: None, noted)
        assert ([finding.code for finding in report], found.is_as_noted) == (codes, is_as_noted)


def test_a_forgery_that_fits_itself_is_no_match_of_the_noted_checksum(tmp_path: Path) -> None:
    path = archived(tmp_path, "deck")
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    forged = b"not the deck"
    record = {**record_in(path), "deckgen": "0.0.9"}
    record["outputs"][0]["sha256"] = hashlib.sha256(forged).hexdigest()
    name = "outputs/2026FY_course_v1.0_deck.pptx"
    other = repacked(path, **{name: forged, "build.json": json.dumps(record).encode()})
    assert verified(other)[1] == ["verify-other-versions"]
    report = Report()
    assert verify.verify(other, report, lambda step: None, checksum).is_whole
    assert [finding.code for finding in report] == ["archive-checksum-other", "verify-other-versions"]


def test_another_pango_leaves_the_deck_to_be_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archived(tmp_path, "deck", "handout")
    parts = loading.system_parts()
    monkeypatch.setattr("deckgen.editions.rebuild.system_parts", lambda: {**parts, "pango": "99.0.0"})
    found, codes = verified(path)
    assert codes == ["verify-other-system"]
    assert origins(found) == {"deck.pptx": "same", "handout.pdf": "not-tried"}


def test_without_the_pdf_engine_the_deck_is_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archived(tmp_path, "deck", "handout")

    def missing() -> None:
        raise EngineMissing("libpango-1.0-0", "apt-get install libpango-1.0-0")

    monkeypatch.setattr("deckgen.editions.rebuild.load_engine", missing)
    found, codes = verified(path)
    assert codes == ["engine-missing"]
    assert found.engine_missing
    assert origins(found) == {"deck.pptx": "same", "handout.pdf": "not-tried"}


def test_a_file_put_beside_an_edited_one_is_made_again_under_its_own_name(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    (deck,) = tmp_path.rglob("*_deck.pptx")
    deck.write_bytes(b"edited")
    more(profile, "deck")
    report = Report()
    path = archive(Wanted(str(profile), theme=THEMES / "standard", force=True), report).path
    assert "archive-unsettled" in [finding.code for finding in report]
    found, codes = verified(path)
    assert codes == []
    assert origins(found) == {"deck.pptx": "edited", "deck.new.pptx": "same"}


def test_drafts_and_other_editions_stay_out(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    more(profile, "deck", draft=True)
    profile.write_text(profile.read_text("utf-8").replace('"1.0"', '"1.1"'), "utf-8")
    more(profile, "deck")
    names = [name for name in unpack(kept(profile).path.read_bytes()) if name.startswith("outputs/")]
    assert names == ["outputs/2026FY_course_v1.1_deck.pptx"]


def test_a_record_that_names_files_elsewhere_is_not_followed(tmp_path: Path) -> None:
    profile = built(tmp_path, "deck")
    (path,) = tmp_path.rglob("build.json")
    record = json.loads(path.read_text("utf-8"))
    record["inputs"]["../../../etc/hostname"] = "0" * 64
    path.write_text(json.dumps(record), "utf-8")
    report = Report()
    with pytest.raises(Stop):
        archive(Wanted(str(profile), theme=THEMES / "standard"), report)
    assert "archive-input-missing" in [finding.code for finding in report]
    record["company"] = "../../elsewhere"
    path.write_text(json.dumps(record), "utf-8")
    report = Report()
    with pytest.raises(Stop):
        archive(Wanted(str(profile), force=True), report)
    assert [finding.code for finding in report] == ["record-unreadable"]


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"company": 1, "outputs": {}}'])
def test_a_record_that_cannot_be_read_makes_no_archive(tmp_path: Path, record: str) -> None:
    profile = built(tmp_path, "deck")
    (path,) = tmp_path.rglob("build.json")
    path.write_text(record, "utf-8")
    report = Report()
    with pytest.raises(Stop):
        archive(Wanted(str(profile), force=True), report)
    assert [finding.code for finding in report] == ["record-unreadable"]
