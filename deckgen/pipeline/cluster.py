"""The same work on a Dask cluster: its workers need the same deckgen, and the same files under the same paths."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec

from deckgen.diagnostics import Report, Stop
from deckgen.messages.terms import reason
from deckgen.pipeline.batch import Crew

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
