"""Running whole commands: how long they take, and how much memory their processes hold at once."""

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread

BETWEEN_LOOKS = 0.01
"""Seconds between two looks at the memory of a process tree."""
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured: commands that run one after the other."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    outputs: tuple[Path, ...]
    """What they must have written: a run without them is none."""
    is_timed_inside: bool = False
    """True for a command that prints what it took, by the clock and of the processor: a part of its run counts."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a case."""

    seconds: float
    """By the clock on the wall."""
    busy: float
    """Seconds that all its processes kept a processor busy."""
    peak: int
    """Bytes: resident memory of all its processes together where that can be seen, else of the largest."""


class CommandFailedError(Exception):
    """A command that is measured did not do its work."""


def rounds(cases: Sequence[Case], count: int) -> dict[str, list[Run]]:
    """Each case `count` times, all cases by turns, so that a busy moment of the machine meets all of them.

    Everything runs once before: what is measured has its byte code compiled and its files in the system's cache.
    """
    for case in cases:
        run(case)
    runs: dict[str, list[Run]] = {case.name: [] for case in cases}
    for _ in range(count):
        for case in cases:
            runs[case.name].append(run(case))
    return runs


def run(case: Case, *, watched: bool = False) -> Run:
    """One run of a case; `watched` to see the memory of the whole process tree, which costs some time."""
    for output in case.outputs:
        output.unlink(missing_ok=True)
    measure = _told if case.is_timed_inside else partial(_run, watched=watched)
    parts = [measure(command) for command in case.commands]
    absent = [output for output in case.outputs if not output.exists() or not output.stat().st_size]
    if absent:
        raise CommandFailedError(f"{case.name} wrote no {absent[0].name}")
    return Run(sum(part.seconds for part in parts), sum(part.busy for part in parts), max(part.peak for part in parts))


def _told(command: Sequence[str]) -> Run:
    """What a command says that the part of it that counts took."""
    done = subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False)
    if done.returncode:
        raise CommandFailedError(f"{shlex.join(command)}\n{done.stderr}")
    spent, busy = map(float, done.stdout.split())
    return Run(spent, busy, 0)


def _run(command: Sequence[str], *, watched: bool) -> Run:
    start = time.perf_counter()
    # The output goes to a file: a pipe would have to be read meanwhile.
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_environment(), start_new_session=True
    ) as process:
        watcher = _Watcher(process.pid) if watched else None
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        seen = watcher.stop() if watcher else 0
        complaint = process.stderr.read() if process.stderr else b""
    if process.returncode:
        raise CommandFailedError(f"{shlex.join(command)}\n{complaint.decode(errors='replace')}")
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else _KIB)
    return Run(seconds, used.ru_utime + used.ru_stime, max(seen, largest))


def _environment() -> Mapping[str, str]:
    """As a user has it: Python may keep its byte code."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Watcher:
    """Looks at a process and all below it until it is stopped (Linux; elsewhere it sees nothing)."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0
        self._is_over = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """The most bytes that were seen at once."""
        self._is_over.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._is_over.wait(BETWEEN_LOOKS):
            self._peak = max(self._peak, sum(map(_resident, _tree(self._process))))


def _tree(process: int) -> list[int]:
    """A process and its descendants."""
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:  # it has ended meanwhile
                continue
    return found


def _resident(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
