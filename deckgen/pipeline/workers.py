"""What a worker process does: one company at a time, with everything that companies share kept warm."""

import atexit
import contextlib
import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import Pipe, parent_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any, Literal

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.recorded import known_record
from deckgen.pipeline.request import Built, Request
from deckgen.pipeline.unchanged import own_code, unchanged

State = Literal["built", "unchanged", "failed"]

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
_INTERRUPTS = (signal.SIGINT, signal.SIGTERM)
_ONE_AT_A_TIME = threading.Lock()
"""Some clusters run several threads in a process; a build changes what belongs to the process as a whole."""


@dataclass(frozen=True, slots=True)
class Task:
    """One company to build."""

    request: Request
    folder: str
    """The working folder, from which paths are told."""
    code: str
    """Checksum over the sources of the deckgen that asks: a worker with others would make other files."""

    @property
    def company(self) -> str:
        """The company's id."""
        return self.request.profile.stem


@dataclass(frozen=True, slots=True)
class MadeOutput:
    """A file that a company has now."""

    output: str
    name: str
    unit: str
    """What it has `pages` of: `slides`, `pages` or `sheets`."""
    pages: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went with one company."""

    company: str
    """Its id."""
    profile: Path
    state: State
    name: str = ""
    """The company's name; empty where it cannot be read."""
    edition: str = ""
    """`2026-1.0`: fiscal year and version; empty where none was built."""
    seconds: float = 0.0
    files: tuple[MadeOutput, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def task_of(request: Request) -> Task:
    """The request with what a worker needs to know beside it."""
    return Task(request, str(Path.cwd()), own_code())


def failed(task: Task, code: str, **values: object) -> Outcome:
    """The outcome of a company that was not built for a reason outside of its material."""
    report = Report()
    report.add(code, None, **values)
    return Outcome(task.company, task.request.profile, "failed", findings=tuple(report))


def _silent(step: str) -> None:
    """Progress within a company of a batch is nobody's business."""


def build_task(task: Task, progress: Callable[[str], None] = _silent) -> Outcome:
    """Build one company; whatever goes wrong with it is in the outcome."""
    with _ONE_AT_A_TIME:
        if own_code() != task.code:
            return failed(task, "batch-other-deckgen", company=task.company)
        try:
            with contextlib.chdir(task.folder):
                return _build(task, progress)
        except FileNotFoundError:
            return failed(task, "batch-no-such-folder", folder=task.folder)


def _build(task: Task, progress: Callable[[str], None]) -> Outcome:
    begun = time.perf_counter()
    report = Report()
    built: Built | None = None
    try:
        built = unchanged(task.request, report) or _whole_build(task.request, report, progress)
    except Stop:
        pass
    except OSError as problem:
        place = Place(shown(Path(os.fsdecode(problem.filename or task.request.profile))))
        report.add("file-unreadable", place, reason=reason(problem))
    except Exception as problem:  # a fault of deckgen's own, or a library's, is that company's alone
        told = f"{type(problem).__name__}: {problem}".splitlines()[0][:200]
        report.add("batch-fault", None, company=task.company, problem=told, profile=task.request.profile)
    seconds = time.perf_counter() - begun
    findings = tuple(report)
    if built is None:
        name = next(iter(_names_in(task.request.profile)), "")
        return Outcome(task.company, task.request.profile, "failed", name, seconds=seconds, findings=findings)
    files = tuple(MadeOutput(file.output, file.path.name, file.unit, file.pages) for file in built.files)
    state: State = "failed" if built.engine_missing else "unchanged" if built.is_unchanged else "built"
    name, edition = _named(built.folder)
    return Outcome(task.company, task.request.profile, state, name, edition, seconds, files, findings)


def _whole_build(request: Request, report: Report, progress: Callable[[str], None]) -> Built:
    from deckgen.pipeline.build import build  # the stages: companies that have not changed need none of them

    try:
        return build(request, report, progress)
    finally:
        gc.collect()  # the parts of a deck name one another: their bytes would lie about for many companies


def _names_in(profile: Path) -> tuple[str, ...]:
    from deckgen.readers.company_names import company_names  # as above

    return company_names(profile)


def _named(folder: Path) -> tuple[str, str]:
    """The company's name and its edition, as the record of the build has them."""
    record = known_record(folder)
    if record is None:  # somebody took it away while we looked
        return "", ""
    return record["content"]["company"]["name"], f"{record['fiscal_year']}-{record['version']}"


class _Process(SpawnProcess):
    """A process that heeds no signal which could be caught."""

    def terminate(self) -> None:
        """End it: the library does so when another of its pool is gone."""
        self.kill()


class _Spawning(SpawnContext):
    """Begins with a fresh process each time."""

    Process = _Process


class _Pool(ProcessPoolExecutor):
    """Starts a process when there is work for one, and never lets an interrupt get at it."""

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        """As the library's own."""
        with _no_interrupts():
            return super().submit(*arguments, **named)


@contextlib.contextmanager
def local_pool(jobs: int) -> Iterator[Executor]:
    """Worker processes of this computer; at the end they finish what they have at hand."""
    # A fresh process on every system: forking one that has threads, or fonts loaded, is not safe everywhere.
    pool = _Pool(jobs, _Spawning(), _start)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


class Lost(Exception):
    """The process that had a work at hand is gone."""


class Hand:
    """One worker process that does a work after the other, tells how far each has come, and stays warm."""

    def __init__(self) -> None:
        self._here, there = Pipe()
        self._process = _Spawning().Process(target=_serve, args=(there,), daemon=True)
        with _no_interrupts():
            self._process.start()
        there.close()
        atexit.register(self.end)  # before the library waits for a process that heeds no signal

    def do(self, work: Callable[..., Any], arguments: tuple[object, ...], told: Callable[[str], None]) -> Any:
        """What `work(*arguments, progress)` returns; `told` hears each step. Raises Lost."""
        try:
            self._here.send((work, arguments))
            while True:
                is_done, found = self._here.recv()
                if is_done:
                    return found
                told(found)
        except (EOFError, OSError) as problem:
            self.end()
            raise Lost from problem

    def end(self) -> None:
        """End the process at once; what is half written is as if it had never been begun."""
        self._process.kill()
        atexit.unregister(self.end)


def _serve(there: Connection) -> None:
    """Do what comes over the connection, until nobody is there any more."""
    _start()
    while True:
        try:
            work, arguments = there.recv()
            there.send((True, work(*arguments, lambda step: there.send((False, step)))))
        except (EOFError, OSError):
            return


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold interrupts back: a process that is started meanwhile never gets one, not even before it is ready."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where `_start` has to do
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Leave interrupts to the process that handed out the work, so that companies at hand become whole."""
    for number in _INTERRUPTS:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def _end_with_parent() -> None:
    """End this process as soon as the one that handed out the work is gone, killed maybe: nobody else would."""
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)


def usable_cpus() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
