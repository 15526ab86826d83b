"""Many companies: each built by itself, in several processes or on a cluster; what became of each as a table."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from deckgen.diagnostics import Report, Severity, Stop, shown
from deckgen.messages import has_errors, severity_of
from deckgen.messages.terms import reason
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.request import Request
from deckgen.pipeline.workers import Outcome, Task, build_task, failed, local_pool, task_of
from deckgen.pipeline.workspace import profiles_in
from deckgen.text.columns import as_csv

# The table of a batch ------------------------------------------------------------------------------------------------
# One row a company, as CSV for a spreadsheet or as JSON.

ENDINGS = (".csv", ".json")
_COLUMNS = ("company", "name", "edition", "state", "seconds", "outputs", "pages", "errors", "warnings")


def write_summary(path: Path, outcomes: Iterable[Outcome], report: Report) -> None:
    """Write the table, in the form that the file's name says. Raises Stop where it cannot be written."""
    rows = [summary_row(outcome) for outcome in outcomes]
    try:
        write_file(path, _csv(rows) if path.suffix == ".csv" else _json(rows))
    except OSError as problem:
        report.add("summary-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem


def summary_row(outcome: Outcome) -> dict[str, object]:
    """One company: `outputs` counts files, `pages` is the sum of their slides, pages and sheets."""
    severities = [severity_of(found.code) for found in outcome.findings]
    values = (
        outcome.company,
        outcome.name,
        outcome.edition,
        outcome.state,
        round(outcome.seconds, 3),
        len(outcome.files),
        sum(file.pages for file in outcome.files),
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _csv(rows: Sequence[dict[str, object]]) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    return as_csv([_COLUMNS, *(list(row.values()) for row in rows)]).encode("utf-8-sig", "backslashreplace")


def _json(rows: Sequence[dict[str, object]]) -> bytes:
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode(errors="backslashreplace")


# Many companies ------------------------------------------------------------------------------------------------------


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
            found += _named(path, report)
        except OSError as problem:
            report.add("batch-folder-unreadable", None, folder=path, reason=reason(problem))
    profiles = _each_once(found, report)
    _check_ids(profiles, report)
    if has_errors(report):
        raise Stop
    return profiles


def _named(path: Path, report: Report) -> list[Path]:
    """The profiles that a name stands for."""
    if path.is_dir():
        return _in_folder(path, report)
    if path.suffix not in (".yaml", ".yml") and not path.exists() and not path.is_symlink():
        report.add("batch-folder-missing", None, folder=shown(path))
        return []
    return [path]  # what is wrong with a profile, that it is not there too, is told with the others


def _each_once(paths: Iterable[Path], report: Report) -> tuple[Path, ...]:
    """The profiles, without what is named twice; of a file and the links to it the file stays, and this is told."""
    groups: dict[Path, list[Path]] = {}
    for path in paths:
        groups.setdefault(_real(path), []).append(path)
    kept: list[Path] = []
    for real, named in groups.items():
        kept.append(next((path for path in named if not path.is_symlink() and path.name == real.name), named[0]))
        others = {path.stem: path for path in named if path.stem != kept[-1].stem}
        for path in others.values():
            report.add("batch-linked", None, link=shown(path), file=shown(kept[-1]), company=kept[-1].stem)
    return tuple(kept)


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


def _never() -> bool:
    return False


def run_batch(
    profiles: Sequence[Path],
    request: Request,
    crew: Crew,
    tell: Callable[[str], None],
    is_ended: Callable[[], bool] = _never,
) -> Generator[Outcome, None, None]:
    """Build every profile as `request` says; outcomes come as they are ready.

    `tell` is told the company that has been at hand the longest. Once `is_ended`, no company is begun, and those at
    hand are finished; an interrupt is raised when they are whole.
    """
    waiting = [task_of(replace(request, profile=profile)) for profile in reversed(profiles)]
    while waiting and not is_ended():
        lost: list[Task] = []
        yield from _round(waiting, crew, lost, tell, is_ended)
        for task in lost:  # one of them ended its process: each by itself, so that it takes no other with it
            tell(task.company)
            yield _alone(task, crew)


def _round(
    waiting: list[Task], crew: Crew, lost: list[Task], tell: Callable[[str], None], is_ended: Callable[[], bool]
) -> Iterator[Outcome]:
    """Build until nothing waits, the end is wanted, or a process is gone; `lost` then has what was at hand."""
    at_hand: dict[Future[Outcome], Task] = {}
    with crew.pool(min(crew.hands, len(waiting))) as pool:
        try:
            while at_hand or (waiting and not is_ended()):
                while waiting and len(at_hand) < crew.hands and not is_ended():
                    lost.append(waiting.pop())  # until it is at hand: a broken pool takes nothing
                    future = pool.submit(build_task, lost[-1])
                    at_hand[future] = lost.pop()
                for task in islice(at_hand.values(), 1):
                    tell(task.company)
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


# The same work on a Dask cluster -------------------------------------------------------------------------------------
# Its workers need the same deckgen, and the same files under the same paths.

_AHEAD = 2
"""Companies at hand for each thread of the cluster: one more than it builds, so that it need not wait for the next."""
_PATIENCE = "5s"


def cluster_crew(address: str, jobs: int | None, report: Report) -> Crew:
    """The workers behind a scheduler; raises Stop where there are none, or Dask is not installed."""
    if find_spec("distributed") is None:
        report.add("dask-missing")
        raise Stop
    from distributed import Client

    try:
        with Client(address, timeout=_PATIENCE, set_as_default=False) as client:
            threads = sum(client.nthreads().values())
    except (OSError, ValueError) as problem:
        report.add("scheduler-unreachable", None, address=address, reason=reason(problem))
        raise Stop from problem
    if not threads:
        report.add("scheduler-idle", None, address=address)
        raise Stop
    return Crew(partial(_pool, address), jobs or threads * _AHEAD)


@contextmanager
def _pool(address: str, jobs: int) -> Iterator[Executor]:
    """The cluster as a pool; what it has at hand at the end is finished, what waits is not begun."""
    from distributed import Client

    # A task is asked for anew each time, as its files may have changed; one that fails its worker is not repeated.
    with (
        Client(address, timeout=_PATIENCE, set_as_default=False) as client,
        client.get_executor(pure=False, retries=0) as pool,
    ):
        yield pool
