"""Many companies: each built by itself, in several processes, a failure of one stopping no other."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.request import Request
from deckgen.pipeline.workers import Outcome, Task, build_task, failed, local_pool, task_of
from deckgen.pipeline.workspace import profiles_in
from deckgen.readers.files import shown


@dataclass(frozen=True, slots=True)
class Crew:
    """Processes that build."""

    pool: Callable[[int], AbstractContextManager[Executor]]
    """Starts so many; at the end of the context they have finished what they had at hand."""
    hands: int
    """Companies that are at hand at a time."""


def local_crew(jobs: int) -> Crew:
    """Processes of this computer."""
    return Crew(local_pool, jobs)


def profiles_of(given: Iterable[Path], report: Report) -> tuple[Path, ...]:
    """The profiles that are named, and those of the folders that are named. Raises Stop where that makes no batch."""
    found: list[Path] = []
    for path in given:
        try:
            found += _in_folder(path, report) if path.is_dir() else [path]
        except OSError as problem:
            report.add("batch-folder-unreadable", None, folder=path, reason=reason(problem))
    profiles = tuple({_real(path): path for path in found}.values())  # what is named twice is built once
    _check_ids(profiles, report)
    if len(report):
        raise Stop
    return profiles


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path


def _in_folder(folder: Path, report: Report) -> list[Path]:
    profiles = profiles_in(folder)
    if not profiles:
        report.add("batch-empty", None, folder=shown(folder))
    return profiles


def _check_ids(profiles: Sequence[Path], report: Report) -> None:
    """Two profiles of one name would be written into one folder."""
    known: dict[str, Path] = {}
    for path in profiles:
        first = known.setdefault(path.stem.casefold(), path)
        if first is not path:
            report.add("batch-same-id", None, company=path.stem, first=shown(first), second=shown(path))


def run_batch(
    profiles: Sequence[Path], request: Request, crew: Crew, tell: Callable[[str], None]
) -> Generator[Outcome, None, None]:
    """Build every profile as `request` says; outcomes come as they are ready.

    `tell` is told the company that has been at hand the longest. An interrupt is raised when all at hand are whole.
    """
    waiting = [task_of(replace(request, profile=profile)) for profile in reversed(profiles)]
    while waiting:
        lost: list[Task] = []
        yield from _round(waiting, crew, lost, tell)
        for task in lost:  # one of them ended its process: each by itself, so that it takes no other with it
            tell(task.company)
            yield _alone(task, crew)


def _round(waiting: list[Task], crew: Crew, lost: list[Task], tell: Callable[[str], None]) -> Iterator[Outcome]:
    """Build until nothing waits, or until a process is gone; `lost` then has what was at hand."""
    at_hand: dict[Future[Outcome], Task] = {}
    with crew.pool(min(crew.hands, len(waiting))) as pool:
        try:
            while waiting or at_hand:
                while waiting and len(at_hand) < crew.hands:
                    lost.append(waiting.pop())  # until it is at hand: a broken pool takes nothing
                    future = pool.submit(build_task, lost[-1])
                    at_hand[future] = lost.pop()
                tell(next(iter(at_hand.values())).company)
                for future in wait(at_hand, return_when=FIRST_COMPLETED).done:
                    outcome = _result(future, at_hand[future])
                    del at_hand[future]
                    yield outcome
        except BrokenProcessPool:
            lost += at_hand.values()


def _result(future: Future[Outcome], task: Task) -> Outcome:
    """The outcome. Raises BrokenProcessPool where the process of some task, this one or another, is gone."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception:  # a cluster's own word for a worker that is gone
        return failed(task, "batch-worker-lost", company=task.company)


def _alone(task: Task, crew: Crew) -> Outcome:
    try:
        with crew.pool(1) as pool:
            return pool.submit(build_task, task).result()
    except BrokenProcessPool:
        return failed(task, "batch-worker-lost", company=task.company)
