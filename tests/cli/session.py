"""Transcripts: prose, and between it, indented by two spaces, what is typed and what comes back.

    $ deckgen check source/companies/mihon.yaml
    No problems found.

`> ` carries a command on. `[1]` after the output is the exit code, left out where it is 0. A line that ends with
` (glob)` may hold `*` for whatever differs from run to run. `deckgen …` runs in this process, also where its output
goes into a file or through a filter; any other command that needs a shell runs in one, where `deckgen` is the same
program. So do all commands of a transcript that says `In processes of their own.`
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.cli import main

_GLOB = " (glob)"
_NEEDS_SHELL = re.compile(r"[|&;<>$`(){}*?~\n]")
_ASSIGNMENT = re.compile(r"[A-Z_]+=\S*")
_INTO_FILE = re.compile(r"(deckgen [^|&;<>$`(){}*?~\n]*) > ([\w./-]+)")
_THROUGH_FILTER = re.compile(r"(deckgen [^|&;<>$`(){}*?~\n]*) \| ((?:cat|grep|head|python|tail) .*)")
_APART = "In processes of their own."
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Step:
    """One command with what is expected of it."""

    line: int
    """Where it stands in the transcript, from 1."""
    command: str
    expected: tuple[str, ...]
    """The lines of the output, and the exit code in brackets where it is not 0."""
    is_apart: bool
    """Whether it has to run in a shell, since the transcript is about processes."""


def steps_of(transcript: str) -> Iterator[Step]:
    """The commands of a transcript in order."""
    lines, is_apart = transcript.splitlines(), _APART in transcript
    starts = [number for number, line in enumerate(lines) if line.startswith("  $ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [line[2:] for line in lines[start:end] if line.startswith("  ") or not line]
        while block and not block[-1]:
            block.pop()
        carried = 1
        while carried < len(block) and block[carried].startswith("> "):
            carried += 1
        command = "\n".join(line[2:] for line in block[:carried])
        yield Step(start + 1, command, tuple(block[carried:]), is_apart)


def tools_of(transcript: str) -> list[str]:
    """The programs that a transcript says it needs: `Needs: flock`."""
    return [name for line in re.findall("^Needs: (.*)$", transcript, re.MULTILINE) for name in line.split(", ")]


def play(step: Step, folder: Path) -> list[str]:
    """What the command printed, both streams in the order of writing, and its exit code where it is not 0."""
    output, code = _in_shell(step.command, folder) if step.is_apart else _played(step.command, folder)
    lines = [line.rstrip() for line in output.replace(str(folder), "WORKSPACE").splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return [*lines, *([f"[{code}]"] if code else [])]


def _played(command: str, folder: Path) -> tuple[str, int]:
    if (found := _INTO_FILE.fullmatch(command)) and not found[2].startswith("/"):
        results, told, code = _in_process(found[1], folder)
        (folder / found[2]).write_text(results, encoding="utf-8")
        return told, code
    if found := _THROUGH_FILTER.fullmatch(command):
        results, told, _ = _in_process(found[1], folder)
        output, code = _in_shell(found[2], folder, results)
        return told + output, code
    words = shlex.split(command) if not _NEEDS_SHELL.search(command) else []
    if next((word for word in words if not _ASSIGNMENT.fullmatch(word)), "") != "deckgen":
        return _in_shell(command, folder)
    printed = io.StringIO()
    _, _, code = _in_process(command, folder, printed, printed)
    return printed.getvalue(), code


def _in_process(
    command: str, folder: Path, output: io.StringIO | None = None, errors: io.StringIO | None = None
) -> tuple[str, str, int]:
    """Run deckgen here: what it prints on each stream, and its exit code."""
    words = shlex.split(command)
    settings = dict(word.split("=", 1) for word in words if _ASSIGNMENT.fullmatch(word))
    output, errors = output or io.StringIO(), errors or io.StringIO()
    with (
        contextlib.chdir(folder),
        _environment(settings),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(errors),
    ):
        code = main(words[len(settings) + 1 :])
    return output.getvalue(), errors.getvalue(), code


@contextlib.contextmanager
def _environment(settings: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(_SETTINGS | settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


_SETTINGS = {"LANG": "C.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "COLUMNS": "100"}
"""English messages where a step does not ask for others."""


def _in_shell(command: str, folder: Path, given: str = "") -> tuple[str, int]:
    """Run a command of the shell, which is given a text to read."""
    bin_folder = folder.parent / "bin"
    if not bin_folder.exists():
        bin_folder.mkdir()
        (bin_folder / "deckgen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckgen "$@"\n', encoding="utf-8")
        (bin_folder / "deckgen").chmod(0o755)
    path = os.pathsep.join([str(bin_folder), str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | _SETTINGS | {"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        input=given.encode("utf-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8"), done.returncode


def fits(expected: Iterable[str], found: Iterable[str]) -> bool:
    """Whether every line is as it should be."""
    expected, found = list(expected), list(found)
    return len(expected) == len(found) and all(map(_fits, expected, found))


def _fits(expected: str, found: str) -> bool:
    if not expected.endswith(_GLOB):
        return expected == found
    pattern = ".*".join(map(re.escape, expected.removesuffix(_GLOB).split("*")))
    return re.fullmatch(pattern, found) is not None


def rewritten(transcript: str, results: Iterable[tuple[Step, list[str]]]) -> str:
    """The transcript with what came back in place of what was expected; lines that still fit stay as they are."""
    lines = transcript.splitlines()
    for step, found in reversed(list(results)):
        begin = step.line + step.command.count("\n")
        kept = {line for line in step.expected if line.endswith(_GLOB)}
        new = [next((line for line in kept if _fits(line, one)), one) for one in found]
        lines[begin : begin + len(step.expected)] = [f"  {line}".rstrip() for line in new]
    return "\n".join(lines) + "\n"
