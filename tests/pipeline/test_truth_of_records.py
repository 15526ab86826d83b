"""The record of training never lies: what it lists lies there with these checksums, or it is told to be outdated.

Whatever somebody builds, edits, renames and removes, in whatever order; and each settled state can be archived.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from openpyxl import load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.editions.archive import Archived, Wanted, archive
from deckgen.editions.archives import unpack
from deckgen.editions.verify import verify
from deckgen.messages import has_errors, message_of
from deckgen.model.choice import AS_WRITTEN
from deckgen.pipeline.build import build
from deckgen.pipeline.outputs_now import own_name, tell_outdated
from deckgen.pipeline.placing import digest_file
from deckgen.pipeline.recorded import known_record
from deckgen.pipeline.request import Request
from deckgen.pipeline.unchanged import unchanged
from tests.writers.paper.sample import COMPANY, ROOT, workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
THEME = ROOT / "themes" / "standard"
EDIT = b" edited"
WAYS = ("force", "rename", "delete")


class House:
    """A company whose course asks for the deck and the record of training."""

    def __init__(self, root: Path) -> None:
        self.profile = workspace(root)
        course = root / "source" / "courses" / "course" / "course.yaml"
        course.write_text(course.read_text("utf-8") + "outputs: [deck, record]\n", encoding="utf-8")
        self.request = Request(self.profile, theme=str(THEME))
        self.folder = root / "output" / "mihon"

    def copied(self, root: Path) -> "House":
        """The same house in another place."""
        shutil.copytree(self.profile.parents[1], root)
        other = copy(self)
        other.profile, other.folder = root / "source" / "mihon.yaml", root / "output" / "mihon"
        other.request = replace(self.request, profile=other.profile)
        return other

    def build(self, **asked: Any) -> Report:
        report = Report()
        request = replace(self.request, **asked)
        assert unchanged(request, report) or build(request, report, lambda step: None)
        return report

    def archive(self) -> tuple[Archived | None, list[str]]:
        report = Report()
        try:
            kept = archive(Wanted(str(self.profile), theme=THEME), report)
        except Stop:
            kept = None
        return kept, [finding.code for finding in report]

    def files(self, pattern: str = "*.*") -> list[Path]:
        found = self.folder.glob(pattern) if self.folder.is_dir() else ()
        return sorted(path for path in found if path.is_file() and path.name[0] != "." and path.suffix != ".json")

    def new_files(self) -> list[Path]:
        return [path for path in self.files() if path.name != own_name(path.name)]

    def settle(self, way: str) -> None:
        """Do one of what people do with a file that lies beside the one that they edited."""
        if way == "force":
            self.build(force=True)
        for path in self.new_files():
            # A record that was filled in by hand and lists other files cannot be kept without a lie.
            if way == "rename" or "record" in path.name:
                path.replace(path.with_name(own_name(path.name)))
            else:
                path.unlink()

    def outdated(self) -> str:
        report = Report()
        tell_outdated(self.folder, self.profile, AS_WRITTEN, report)
        return " ".join(message_of(finding, "en") for finding in report)


def listed(workbook: Path) -> dict[str, str]:
    """SHA-256 by the names of the files that a record of training lists."""
    return _listed(workbook, digest_file(workbook))


@cache
def _listed(workbook: Path, checksum: str) -> dict[str, str]:
    rows = [[cell.value for cell in row] for row in load_workbook(workbook)["実施報告"].iter_rows()]
    return {str(row[0]): str(row[4]) for row in rows if row[0] and str(row[0]).startswith("2026FY_")}


def lie(folder: Path, sums: dict[str, str]) -> list[str]:
    """The names that do not lie in the folder with these checksums."""
    lying = {name: folder / name for name in sums}
    return [name for name, path in lying.items() if not path.is_file() or digest_file(path) != sums[name]]


def check_archive(kept: Archived) -> None:
    """An archive verifies, and the record in it lists what it holds."""
    report = Report()
    verify(kept.path, report, lambda step: None)
    assert not has_errors(report), [message_of(finding, "en") for finding in report]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for member, data in unpack(kept.path.read_bytes()).items():
            if member.startswith("outputs/") and data:
                (folder / member.removeprefix("outputs/")).write_bytes(data)
        (workbook,) = folder.glob("*_v*[0-9]_record.xlsx")
        (deck,) = folder.glob("*_v*[0-9]_deck.pptx")
        assert listed(workbook) == {deck.name: digest_file(deck)}


class Desk(RuleBasedStateMachine):
    """What somebody does with a company's folder in the course of a year."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.house = House(Path(self.place.name))
        self.version = 0

    def teardown(self) -> None:
        self.place.cleanup()

    @rule(only=st.sampled_from([(), ("deck",), ("record",)]), kind=st.sampled_from(["", "force", "draft", "public"]))
    def build(self, only: Sequence[str], kind: str) -> None:
        self.house.build(only=tuple(only), **({kind: True} if kind else {}))
        self.record_is_true()

    @rule(data=st.data())
    def edit_a_file(self, data: st.DataObject) -> None:
        if files := self.house.files():
            path = data.draw(st.sampled_from(files))
            path.write_bytes(path.read_bytes() + EDIT)

    @rule(data=st.data(), way=st.sampled_from(["rename", "delete"]))
    def settle_one(self, data: st.DataObject, way: str) -> None:
        if files := self.house.new_files():
            path = data.draw(st.sampled_from(files))
            path.unlink() if way == "delete" else path.replace(path.with_name(own_name(path.name)))

    @rule(data=st.data())
    def delete_a_file(self, data: st.DataObject) -> None:
        if files := self.house.files():
            data.draw(st.sampled_from(files)).unlink()

    @rule(place=st.sampled_from(["会議室", "食堂", "講堂"]))
    def edit_the_profile(self, place: str) -> None:
        text = COMPANY.replace("会議室", place).replace('"1.0"', f'"1.{self.version}"')
        self.house.profile.write_text(text, encoding="utf-8")

    @rule()
    def archive(self) -> None:
        kept, _ = self.house.archive() if (self.house.folder / "build.json").exists() else (None, [])
        if kept:
            self.leave_edition()

    @rule(way=st.sampled_from(WAYS))
    def settle_all_and_archive(self, way: str) -> None:
        self.house.build()
        self.house.settle(way)
        kept, codes = self.house.archive()
        assert kept, codes
        check_archive(kept)
        self.leave_edition()

    def leave_edition(self) -> None:
        """An edition that was archived is left as it is: the next one begins."""
        self.version += 1
        self.edit_the_profile("会議室")

    def record_is_true(self) -> None:
        """What build.json tells after a build."""
        record = known_record(self.house.folder)
        assert record is not None
        sums = {output["name"]: output["sha256"] for output in record["outputs"]}
        assert lie(self.house.folder, sums) == []
        for output in record["outputs"]:
            lists = output["made"].get("lists", {})
            assert output.get("outdated", False) == bool(lie(self.house.folder, lists)), output["name"]

    @invariant()
    def records_are_true_or_told_to_be_outdated(self) -> None:
        told = self.house.outdated() if (self.house.folder / "build.json").exists() else ""
        for workbook in self.house.files("*record*.xlsx"):
            assert not lie(self.house.folder, listed(workbook)) or workbook.name in told


EXAMPLES = int(os.environ.get("DECKGEN_EXAMPLES", "2"))
TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def unsettled(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house where a new deck lies beside the one that somebody edited."""
    house = House(tmp_path_factory.mktemp("truth") / "house")
    house.build()
    (deck,) = house.files("*_deck.pptx")
    deck.write_bytes(deck.read_bytes() + EDIT)
    assert deck.name.replace("deck.pptx", "record.xlsx") in house.outdated()
    assert "output-edited" in [finding.code for finding in house.build()]
    (workbook,) = house.files("*_record.xlsx")
    assert listed(workbook) == {deck.name: digest_file(deck)}
    assert house.archive() == (None, ["archive-output-kept", "archive-unsettled", "archive-refused"])
    return house


@pytest.mark.parametrize(
    ("way", "told"), [("force", []), ("rename", ["archive-renewed"]), ("delete", ["archive-output-kept"])]
)
def test_each_way_to_settle_an_edit_leads_to_an_archive(
    way: str, told: list[str], unsettled: House, tmp_path: Path
) -> None:
    house = unsettled.copied(tmp_path / "house")
    house.settle(way)
    kept, codes = house.archive()
    assert kept, codes
    assert codes == told
    check_archive(kept)
    assert house.outdated() == ""


def test_the_record_says_which_files_were_changed_by_hand(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.build(only=("deck",))
    (deck,) = house.files()
    deck.write_bytes(deck.read_bytes() + EDIT)
    house.build(only=("record",))
    (workbook,) = house.files("*_record.xlsx")
    rows = [[cell.value for cell in row] for row in load_workbook(workbook)["実施報告"].iter_rows()]
    assert [row[3] for row in rows if row[0] == deck.name] == ["手直しあり"]
    record = json.loads((house.folder / "build.json").read_text("utf-8"))
    assert [output["name"] for output in record["outputs"] if output.get("edited")] == [deck.name]


def test_a_copy_for_the_public_made_later_does_not_make_the_kept_edition_another(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.build()
    first, _ = house.archive()
    house.build(only=("card",), public=True)
    again, codes = house.archive()
    assert first
    assert again == replace(first, is_new=False)
    assert codes == ["archive-lacks"]
