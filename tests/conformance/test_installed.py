"""A new computer: deckgen from its wheel and all its libraries from the lock files, with no checkout near."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.cli.installed import Installed, build_wheel, new_environment
from tests.cli.session import ROOT

CPYTHON = {"platform_python_implementation": "CPython", "implementation_name": "cpython"}
SYSTEMS: Mapping[str, tuple[Mapping[str, str], tuple[str, ...]]] = {
    "windows": ({"sys_platform": "win32", "os_name": "nt"}, ("win_amd64",)),
    "macos": (
        {"sys_platform": "darwin", "os_name": "posix"},
        ("macosx_13_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64"),
    ),
    "linux": (
        {"sys_platform": "linux", "os_name": "posix"},
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    ),
}
"""What markers ask of a system, and the names that wheels have for it."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("新しい パソコン")
    made = new_environment(folder / "deckgen の環境")
    made.pip("--require-hashes", "-r", ROOT / "requirements.lock")
    made.pip("--no-deps", build_wheel(folder / "wheel"))
    return made


def test_a_year_goes_by_in_a_workspace(installed: Installed, tmp_path: Path) -> None:
    installed.deckgen(tmp_path, "init", "研修 資料")
    work = tmp_path / "研修 資料"
    where = installed.deckgen(work, "doctor")
    assert str(installed.packages / "deckgen") in where
    for company in ("midori-seiki", "hinata-design"):
        installed.deckgen(work, "build", company)
        assert {path.suffix for path in (work / "output" / company).glob("2*")} == {".pptx", ".pdf", ".xlsx"}
    assert "unchanged: 2" in installed.deckgen(work, "batch", "companies")
    installed.deckgen(work, "archive", "midori-seiki")
    proof = json.loads(installed.deckgen(work, "verify", "midori-seiki", "--format", "json"))
    assert proof["whole"]
    made_again = {file["origin"] for file in proof["files"] if file["name"].startswith("outputs/")}
    assert made_again == {"same"}
    installed.deckgen(work, "new", "acme", "--course", "telework-privacy", "--certified")
    installed.deckgen(work, "build", "acme", "--draft", "--only", "deck,handout")
    installed.deckgen(work, "renew", "midori-seiki", "--year", "2027")
    assert (work / "companies" / "midori-seiki-2027.yaml").exists()


def test_it_makes_the_bytes_that_a_checkout_makes(installed: Installed, tmp_path: Path) -> None:
    installed.deckgen(tmp_path, "init", "work")
    installed.deckgen(tmp_path / "work", "build", "midori-seiki", "--out", tmp_path / "there")
    command = [sys.executable, "-m", "deckgen", "build", "midori-seiki", "--out", str(tmp_path / "here")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    here, there = (
        {path.name: path.read_bytes() for path in (tmp_path / side / "midori-seiki").glob("2*")}
        for side in ("here", "there")
    )
    assert here.keys() == there.keys()
    assert [name for name, data in here.items() if there[name] != data] == []


def locked(system: Mapping[str, str], python: str) -> Iterator[tuple[str, str]]:
    """The libraries that a lock file has for a system, as `name==version`, with the text of their entry."""
    entries = (ROOT / "requirements-windows.lock").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    for entry in entries:
        requirement = Requirement(entry.partition(" --hash=")[0])
        if requirement.marker is None or requirement.marker.evaluate({**CPYTHON, **system, "python_version": python}):
            yield f"{requirement.name}{requirement.specifier}", entry


@pytest.mark.parametrize("python", ["3.11", "3.14"])
@pytest.mark.parametrize("name", SYSTEMS)
def test_every_locked_library_is_there_as_a_wheel(name: str, python: str, tmp_path: Path) -> None:
    """Nobody has to compile anything: wheels are asked for alone, and each is one that the lock file knows."""
    system, platforms = SYSTEMS[name]
    wanted = dict(locked(system, python))
    assert ("gstreamer-libs" in "".join(wanted)) is (name == "windows")
    (tmp_path / "wanted.txt").write_text("\n".join(wanted), encoding="utf-8")
    options = ["--dry-run", "--ignore-installed", "--target", tmp_path / "none", "--no-deps", "--only-binary=:all:"]
    options += ["--python-version", python, "--implementation", "cp"]
    options += [word for platform in platforms for word in ("--platform", platform)]
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *options]
    report = tmp_path / "report.json"
    subprocess.run([*map(str, command), "--report", str(report), "-r", str(tmp_path / "wanted.txt")], check=True)
    found = json.loads(report.read_text(encoding="utf-8"))["install"]
    assert len(found) == len(wanted)
    entries = "".join(wanted.values())
    for each in found:
        assert each["download_info"]["url"].endswith(".whl")
        assert each["download_info"]["archive_info"]["hashes"]["sha256"] in entries, each["metadata"]["name"]
