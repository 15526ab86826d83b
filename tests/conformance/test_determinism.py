"""The same material gives the same bytes: wherever, whenever and by whomever it is built, with fonts there or none."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.conformance.builds import Built, build
from tests.conformance.judges import ROOT

HERE = {"TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "LC_ALL": "", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2"}
LATER = ("faketime", "+400 days")


def workspace(folder: Path) -> Path:
    """A checkout's material in another place; returns the sample profile in it."""
    for name in ("source", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "source" / "companies" / "midori-seiki.yaml"


@pytest.mark.usefixtures("faketime")
@pytest.mark.parametrize("pdf", ["ua", "archive"])
def test_two_builds_in_different_places_on_different_days_give_the_same_bytes(pdf: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "somewhere" / "else"
    first = build(workspace(one), one / "output", "--pdf", pdf, environment=HERE)
    bare = tmp_path / "fonts.conf"
    bare.write_text('<?xml version="1.0"?><fontconfig></fontconfig>', encoding="utf-8")
    elsewhere = ELSEWHERE | {"FONTCONFIG_FILE": str(bare)}
    second = build(workspace(other), other / "made", "--pdf", pdf, environment=elsewhere, before=LATER)
    assert different(first, second) == []


def test_files_that_differ_are_found(tmp_path: Path) -> None:
    profile = workspace(tmp_path)
    first = build(profile, tmp_path / "one", "--only", "deck,card", environment=HERE)
    second = build(profile, tmp_path / "two", "--only", "card", environment=HERE | {"SOURCE_DATE_EPOCH": "1000000000"})
    assert different(first, second) == sorted(contents(first))


@pytest.mark.usefixtures("faketime")
def test_the_later_build_is_made_on_a_later_day() -> None:
    told = subprocess.run([*LATER, "date", "+%s"], capture_output=True, text=True, check=True)
    assert float(told.stdout) > time.time() + 399 * 86_400


def different(first: Built, second: Built) -> list[str]:
    """The names of files that only one of them has, or that are not the same in both."""
    one, other = contents(first), contents(second)
    return sorted(name for name in one | other if one.get(name) != other.get(name))


def contents(built: Built) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in built.files()}
