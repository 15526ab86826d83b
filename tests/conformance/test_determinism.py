"""The same material gives the same bytes, wherever, whenever and by whomever it is built."""

import shutil
from pathlib import Path

import pytest

from tests.conformance.builds import Built, build
from tests.conformance.judges import ROOT

HERE = {"TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "LC_ALL": "", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2"}


def workspace(folder: Path) -> Path:
    """A checkout's material in another place; returns the sample profile in it."""
    for name in ("source", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "source" / "companies" / "midori-seiki.yaml"


@pytest.mark.usefixtures("faketime")
@pytest.mark.parametrize("pdf", ["ua", "archive"])
def test_two_builds_in_different_places_on_different_days_give_the_same_bytes(pdf: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "somewhere" / "else"
    later = ("faketime", "+400 days")
    first = build(workspace(one), one / "output", "--pdf", pdf, environment=HERE)
    second = build(workspace(other), other / "made", "--pdf", pdf, environment=ELSEWHERE, before=later)
    assert contents(first).keys() == contents(second).keys()
    different = [name for name, data in contents(first).items() if data != contents(second)[name]]
    assert different == []


def contents(built: Built) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in built.files()}
