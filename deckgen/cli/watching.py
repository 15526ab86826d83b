"""`deckgen build --watch`: built once more after each save, until somebody ends it."""

import sys
from importlib.util import find_spec

from deckgen.cli.printing import PART_MISSING, Printer
from deckgen.diagnostics import Report
from deckgen.pipeline.request import Request
from deckgen.pipeline.watching import Watched, wait_for_change, watched
from deckgen.pipeline.workers import Outcome, build_task, task_of


def keep_building(request: Request, printer: Printer, *, with_infos: bool) -> int:
    """Build, then again whenever a file was saved. Ends by KeyboardInterrupt alone: faults are told and waited out."""
    if find_spec("watchfiles") is None:
        report = Report()
        report.add("watch-missing")
        printer.findings(report)
        printer.document(report)
        return PART_MISSING
    files = watched(request.profile, request.theme, request.out)
    while True:
        _build(request, files, printer, with_infos=with_infos)


def _build(request: Request, files: Watched, printer: Printer, *, with_infos: bool) -> None:
    """Build, tell, and wait until there is a reason to do so again: one that came during the build counts."""
    seen = files.stamp()
    try:
        outcome = build_task(task_of(request), printer.progress)
    finally:
        printer.progress_done()
    _tell(outcome, printer, with_infos=with_infos)
    wait_for_change(files, seen)


def _tell(outcome: Outcome, printer: Printer, *, with_infos: bool) -> None:
    report = Report()
    report.extend(outcome.findings)
    printer.findings(report, with_infos=with_infos)
    seconds = round(outcome.seconds, 2)
    outputs = [{"output": file.output, "name": file.name, file.unit: file.pages} for file in outcome.files]
    printer.document(report, state=outcome.state, seconds=seconds, outputs=outputs)
    if not printer.for_machines:
        printer.say(f"watch-{outcome.state}", company=outcome.company, seconds=f"{seconds:.1f}")
        if outcome.state != "unchanged":
            printer.files([(file.name, file.unit, file.pages) for file in outcome.files])
        printer.say("watch-waits")
    sys.stdout.flush()
