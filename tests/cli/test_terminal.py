"""What only shows at a terminal, and what happens when somebody interrupts."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.session import ROOT

pytestmark = pytest.mark.slow

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

COMMAND = [sys.executable, "-m", "deckgen"]


def test_progress_is_shown_at_a_terminal_and_taken_away_before_the_results(workspace: Path) -> None:
    main_end, terminal = pty.openpty()
    command = [*COMMAND, "build", str(workspace / "source/companies/mihon.yaml"), "--only", "deck", "--lang", "ja"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=terminal, stderr=terminal)
    os.close(terminal)
    shown = _all_of(main_end)
    assert process.wait() == 0
    before, erased, results = shown.rpartition("\r\x1b[K")
    assert "スライドを組んでいます" in before
    assert erased
    assert results.startswith("作成しました")
    assert "\x1b" not in results


def test_a_batch_shows_a_bar_with_the_company_at_hand(workspace: Path) -> None:
    main_end, terminal = pty.openpty()
    command = [*COMMAND, "batch", str(workspace / "source/companies"), "--only", "deck", "--lang", "ja"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=terminal, stderr=terminal)
    os.close(terminal)
    shown = _all_of(main_end)
    assert process.wait() == 0
    before, erased, results = shown.rpartition("\r\x1b[K")
    assert "[------------------------] 0/1社 mihon" in before
    assert "[########################] 1/1社" in before
    assert erased
    assert results.startswith("1社（")
    assert "\x1b" not in results


def _all_of(descriptor: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux says so when the other end is closed
            part = b""
        if not part:
            return b"".join(parts).decode("utf-8")
        parts.append(part)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_ends_at_once_with_one_line(number: int) -> None:
    fcntl = pytest.importorskip("fcntl")
    reading_end, writing_end = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        fcntl.fcntl(writing_end, fcntl.F_SETPIPE_SZ, 4096)
    # Nobody reads on, so the command waits inside its output when the signal comes.
    with subprocess.Popen(
        [*COMMAND, "schema", "slides", "--lang", "en"], cwd=ROOT, stdout=writing_end, stderr=subprocess.PIPE
    ) as process:
        os.close(writing_end)
        assert os.read(reading_end, 1) == b"{"
        process.send_signal(number)
        assert process.stderr is not None
        assert process.stderr.read().decode() == "Interrupted.\n"
        assert process.wait() == 130
    os.close(reading_end)


ENDED_WHILE_IT_WRITES = """
import os, signal, sys
from deckgen.__main__ import command

written = []

def end(event, arguments):
    if event == "tempfile.mkstemp" and str(arguments[0]).endswith(".part"):
        written.append(arguments[0])
        if len(written) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

sys.addaudithook(end)
sys.exit(command())
"""
"""Another program ends the command when it begins to write its second file."""


def test_a_build_that_another_program_ends_leaves_nothing_half_written(workspace: Path) -> None:
    profile = str(workspace / "source/companies/mihon.yaml")
    done = subprocess.run(
        [sys.executable, "-c", ENDED_WHILE_IT_WRITES, "build", profile, "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"Interrupted.\n")
    assert [path.name for path in (workspace / "output/mihon").iterdir()] == [".lock"]


SWALLOWED = """
import signal, sys
from deckgen.__main__ import command

module, answer, asked = sys.argv.pop(1), sys.argv.pop(1), []

def swallow(event, arguments):
    if event == "import" and arguments[0] == module and not asked:
        asked.append(module)
        try:
            signal.raise_signal(signal.SIGTERM)
        except KeyboardInterrupt:
            if answer == "fails":
                raise ValueError from None

sys.addaudithook(swallow)
code = command()
sys.exit(code if asked else f"{module} was not imported")
"""
"""A module swallows the interrupt while it is imported, as modules in C do, or makes another error of it."""


@pytest.mark.parametrize("answer", ["goes on", "fails"])
@pytest.mark.parametrize("module", ["lxml.etree", "deckgen.pipeline.build"])
def test_an_interrupt_that_a_module_swallows_while_it_is_imported_ends_the_build_all_the_same(
    workspace: Path, module: str, answer: str
) -> None:
    profile = str(workspace / "source/companies/mihon.yaml")
    done = subprocess.run(
        [sys.executable, "-c", SWALLOWED, module, answer, "build", profile, "--only", "deck", "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"Interrupted.\n")
    left = workspace / "output/mihon"
    assert not left.exists() or [path.name for path in left.iterdir()] == [".lock"]


INTERRUPTED_TOO_LATE = """
import signal, sys
from deckgen.__main__ import command

code = command()
signal.raise_signal(signal.SIGINT)
signal.raise_signal(signal.SIGTERM)
sys.exit(code)
"""
"""The command is done, and Python about to end."""


def test_an_interrupt_that_comes_too_late_changes_no_exit_code() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_TOO_LATE, "schema", "course"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
