"""The tenth deck of one process: `python -m benchmarks.tenth FOLDER` builds the sample's deck ten times and prints the
seconds that the last one took, by the clock and of the processor.
"""

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.material import SAMPLE

TIMES = 10


@dataclass(frozen=True, slots=True)
class Taken:
    """What one build took."""

    seconds: float
    busy: float


def tenth(folder: Path) -> Taken:
    """Build the deck ten times, each time anew; what the last one took."""
    from deckgen.diagnostics import Report
    from deckgen.pipeline.build import build
    from deckgen.pipeline.request import Request

    request = Request(SAMPLE, only=("deck",), out=folder, force=True)
    for _ in range(TIMES):
        clock, processor = time.perf_counter(), time.process_time()
        build(request, Report(), lambda stage: None)
        taken = Taken(time.perf_counter() - clock, time.process_time() - processor)
    return taken


if __name__ == "__main__":
    last = tenth(Path(sys.argv[1]))
    print(last.seconds, last.busy)
