"""Whatever is wrong with a profile is told where it can be mended: at its question, or above them all."""

import html
import re
import shutil
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Severity
from deckgen.messages import severity_of
from deckgen.pipeline.workspace import find_workspace
from deckgen.studio.asking import in_words
from deckgen.studio.desk import Desk
from deckgen.studio.reading import is_gap
from tests.studio.client import ROOT, TODAY, studio_in

ERRORS = ROOT / "tests" / "errors"
CASES = sorted([*(ERRORS / "profiles").glob("*.yaml"), *(ERRORS / "checks").glob("*.yaml")])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faulty")
    for name in ("material", "sample"):
        shutil.copytree(ERRORS / "material", folder / "source" / "courses" / name)
    (folder / "source" / "companies").mkdir()
    (folder / "themes").symlink_to(ROOT / "themes", target_is_directory=True)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_finding_stands_at_its_question_or_above_all(case: Path, workspace: Path) -> None:
    company = f"{case.parent.name}-{case.stem}"
    path = workspace / "source" / "companies" / f"{company}.yaml"
    shutil.copy(case, path)
    client = studio_in(workspace).enter()
    assert find_workspace(workspace, Report()).companies == path.parent
    reading = Desk(path).reading(TODAY)
    first = client.get(f"/c/{company}").text
    for found in reading.findings:
        if severity_of(found.code) is Severity.INFO:
            continue
        slot = reading.slot_of(found)
        page = first
        if slot and reading.material:
            owner = next(each.slot.owner for each in reading.questions if each.slot.name == slot)
            whole = client.get(f"/c/{company}", by="owner", group=owner).text
            page = re.findall(rf'<section class="question" id="q-{re.escape(slot)}".*?</section>', whole, re.DOTALL)[0]
        told = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))
        if is_gap(found):
            assert "未記入" in told, found.code
            continue
        said = in_words(found, "ja")
        assert " ".join(said.message.split()) in told, found.code
        assert " ".join(said.hint.split()) in told, found.code
