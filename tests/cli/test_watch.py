"""`deckgen build --watch`: a save is a build."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.session import ROOT

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "deckgen", "build"]
WITH = ["--watch", "--only", "deck", "--lang", "ja"]
AT_MOST = 120
"""Seconds after which a test that waits in vain fails."""


@pytest.fixture
def profile(workspace: Path) -> Path:
    return workspace / "source/companies/mihon.yaml"


class Watching:
    """The command at work, read line by line."""

    def __init__(self, profile: Path, *more: str) -> None:
        command = [*COMMAND, str(profile), *WITH, *more]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self.timer = threading.Timer(AT_MOST, self.process.kill)
        self.timer.start()

    def until(self, wanted: str) -> list[str]:
        """The lines up to one with these words."""
        assert self.process.stdout
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line.rstrip("\n"))
            if wanted in line:
                return lines
        raise AssertionError(lines)

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait()
        self.timer.cancel()
        return code


@pytest.fixture
def watching(profile: Path) -> Iterator[Watching]:
    pytest.importorskip("watchfiles")
    at_work = Watching(profile)
    yield at_work
    at_work.process.kill()
    at_work.process.wait()
    at_work.timer.cancel()
    assert at_work.process.stdout
    at_work.process.stdout.close()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_each_save_is_built_and_a_fault_ends_nothing(profile: Path, watching: Watching) -> None:
    assert "mihon を作りました" in "\n".join(watching.until("待っています"))
    change(profile, "company:", "company: [")
    told = "\n".join(watching.until("待っています"))
    assert "エラー[" in told
    assert "mihon は作れませんでした" in told
    change(profile, "company: [", "company:")
    assert "変わりありません" in "\n".join(watching.until("待っています"))


def test_a_save_of_the_course_is_built_too(profile: Path, watching: Watching) -> None:
    watching.until("待っています")
    course = next((profile.parents[1] / "courses").rglob("course.yaml"))
    course.write_text(course.read_text(encoding="utf-8") + "\n# 見直した\n", encoding="utf-8")
    assert "mihon を作りました" in "\n".join(watching.until("待っています"))


def test_an_interrupt_ends_it_at_once(watching: Watching) -> None:
    watching.until("待っています")
    assert watching.end() == 130


def test_machines_are_told_of_each_build_as_a_document(profile: Path) -> None:
    pytest.importorskip("watchfiles")
    at_work = Watching(profile, "--format", "json")
    lines = at_work.until("}")
    while lines[-1] != "}":
        lines += at_work.until("}")
    assert at_work.end() == 130
    assert at_work.process.stdout
    at_work.process.stdout.close()
    assert json.loads("\n".join(lines))["state"] == "built"


def test_what_is_printed_goes_into_no_file_meanwhile(profile: Path, tmp_path: Path) -> None:
    ended = subprocess.run(
        [*COMMAND, str(profile), *WITH, "--output", str(tmp_path / "told.txt")],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "--watch と --output は、いっしょに使えません" in ended.stderr


def test_a_missing_part_is_named_with_the_command_that_installs_it(profile: Path) -> None:
    script = (
        "import sys; sys.modules['watchfiles'] = None; from deckgen.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, "build", str(profile), *WITH],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 3
    assert 'pip install "deckgen[studio]"' in ended.stderr
