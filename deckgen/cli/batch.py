"""`deckgen batch`."""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from deckgen.cli.arguments import add_format, add_outputs, add_verbose, request_of
from deckgen.cli.bar import Bar
from deckgen.cli.interrupts import Ending, first_interrupt_ends
from deckgen.cli.printing import FINE, INTERRUPTED, PART_MISSING, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Diagnostic, Report, Severity, Stop, by_place
from deckgen.messages import has_errors, severity_of, to_json
from deckgen.pipeline.batch import ENDINGS, Crew, local_crew, profiles_of, run_batch, summary_row, write_summary
from deckgen.pipeline.workers import Outcome, usable_cpus
from deckgen.pipeline.workspace import path_or_profile
from deckgen.wording import Language, say

EXAMPLE = "deckgen batch companies -j 4 --summary output/summary.csv"
_MOST_JOBS = 1024


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument(
        "profiles", metavar="DIR|PROFILE", nargs="+", type=path_or_profile, help=say("commands.profiles", language)
    )
    jobs = partial(_jobs, language=language)
    parser.add_argument("-j", "--jobs", metavar="N", type=jobs, help=say("commands.jobs", language))
    parser.add_argument("--scheduler", metavar="ADDRESS", help=say("commands.scheduler", language))
    add_outputs(parser)
    summary = partial(_summary, language=language)
    parser.add_argument("--summary", metavar="FILE", type=summary, help=say("commands.summary", language))
    add_format(parser)
    add_verbose(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Build all, list what went wrong, count."""
    report, outcomes = Report(), list[Outcome]()
    begun = time.monotonic()
    left: list[Path] = []
    with suppress(Stop), first_interrupt_ends(say("commands.batch-ending", printer.language)) as ending:
        profiles = profiles_of(given.profiles, report)
        outcomes = _build(profiles, given, _crew(given, report), ending, printer)
        left = _left(profiles, outcomes)
        if given.summary:
            write_summary(given.summary, outcomes, report)
    _tell(outcomes, report, printer, with_all=given.verbose)
    if printer.for_machines:
        companies = [_company(outcome, printer) for outcome in outcomes]
        printer.document(report, companies=companies, left=[path.stem for path in left])
    elif outcomes or left:
        _sum_up(
            outcomes,
            time.monotonic() - begun,
            given,
            printer,
            is_written=bool(given.summary and not has_errors(report)),
        )
        if left:
            printer.say("batch-left", left=len(left))
    return INTERRUPTED if ending.is_wanted else _code(outcomes, report)


def _left(profiles: Sequence[Path], outcomes: Iterable[Outcome]) -> list[Path]:
    """The profiles that were not begun."""
    done = {outcome.profile for outcome in outcomes}
    return [path for path in profiles if path not in done]


def _crew(given: argparse.Namespace, report: Report) -> Crew:
    """Who builds. Raises Stop where a cluster was asked for and cannot be had."""
    if given.scheduler is None:
        return local_crew(given.jobs or usable_cpus())
    from deckgen.pipeline.batch import cluster_crew

    return cluster_crew(given.scheduler, given.jobs, report)


def _build(
    profiles: Sequence[Path], given: argparse.Namespace, crew: Crew, ending: Ending, printer: Printer
) -> list[Outcome]:
    """The outcomes in the order of the profiles, a bar showing how far it has come."""
    order = {path: number for number, path in enumerate(profiles)}
    outcomes: list[Outcome] = []
    bar = Bar(len(profiles), printer)
    request = request_of(given, Path())
    try:
        with closing(run_batch(profiles, request, crew, bar.at_hand, lambda: ending.is_wanted)) as results:
            for outcome in results:
                outcomes.append(outcome)
                bar.done()
    finally:
        bar.remove()
    return sorted(outcomes, key=lambda outcome: order[outcome.profile])


def _tell(outcomes: Iterable[Outcome], report: Report, printer: Printer, *, with_all: bool) -> None:
    """What was found: of companies that failed, and with `with_all` of all; each company under its own heading."""
    printer.findings(report)
    if printer.for_machines:
        return
    for outcome in outcomes:
        own = [found for found in outcome.findings if with_all or (outcome.state == "failed" and _is_error(found))]
        if own:
            printer.heading(f"batch-{outcome.state}", company=outcome.company)
            printer.findings(own, with_infos=with_all)


def _is_error(found: Diagnostic) -> bool:
    return severity_of(found.code) is Severity.ERROR


def _sum_up(
    outcomes: Sequence[Outcome], seconds: float, given: argparse.Namespace, printer: Printer, *, is_written: bool
) -> None:
    states = Counter(outcome.state for outcome in outcomes)
    severities = Counter(
        severity_of(found.code) for outcome in outcomes if outcome.state != "failed" for found in outcome.findings
    )
    printer.say(
        "batch-counts",
        companies=len(outcomes),
        built=states["built"],
        unchanged=states["unchanged"],
        failed=states["failed"],
        seconds=f"{seconds:.1f}",
    )
    if severities[Severity.WARNING] and not given.verbose:
        printer.say("batch-warnings", warnings=severities[Severity.WARNING])
    if is_written:
        printer.say("batch-summary", path=given.summary)


def _company(outcome: Outcome, printer: Printer) -> dict[str, object]:
    return {
        **summary_row(outcome),
        "outputs": [{"output": file.output, "name": file.name, file.unit: file.pages} for file in outcome.files],
        "diagnostics": [to_json(found, printer.language) for found in by_place(outcome.findings)],
    }


def _code(outcomes: Sequence[Outcome], report: Report) -> int:
    if not outcomes or has_errors(report):
        return PROBLEMS
    wrong = {found.code for outcome in outcomes if outcome.state == "failed" for found in outcome.findings}
    errors = {code for code in wrong if severity_of(code) is Severity.ERROR}
    if errors == {"engine-missing"}:
        return PART_MISSING
    return PROBLEMS if any(outcome.state == "failed" for outcome in outcomes) else FINE


def _jobs(given: str, language: Language) -> int:
    if not re.fullmatch("[0-9]{1,9}", given) or not 1 <= int(given) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(say("commands.jobs-unknown", language, found=given, most=_MOST_JOBS))
    return int(given)


def _summary(given: str, language: Language) -> Path:
    path = Path(given)
    if path.suffix not in ENDINGS:
        raise argparse.ArgumentTypeError(say("commands.summary-unknown", language, found=given))
    return path
