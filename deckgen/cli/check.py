"""`deckgen check`."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from deckgen.checks import Subject
from deckgen.cli.arguments import (
    add_draft,
    add_format,
    add_language,
    add_profile,
    add_theme,
    add_verbose,
    add_version,
    choice_of,
)
from deckgen.cli.clock import day, today
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Severity, Stop
from deckgen.messages import severity_of, to_json
from deckgen.messages.owners import Group, grouped, is_owned
from deckgen.messages.terms import in_words
from deckgen.model.links import Answer
from deckgen.pipeline.checking import ask_links, check, originals_of, write_checked, write_originals
from deckgen.pipeline.material import read_material
from deckgen.pipeline.other_versions import check_others
from deckgen.pipeline.outputs_now import tell_outdated
from deckgen.pipeline.request import folder_of
from deckgen.pipeline.tables import owners_of, with_owners
from deckgen.wording import Language, say

EXAMPLE = "deckgen check acme --as-of 2026-11-23"


_COLUMNS = ("owner", "severity", "file", "line", "message", "hint", "code")


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    add_profile(parser)
    add_version(parser)
    add_theme(parser)
    add_language(parser)
    parser.add_argument(
        "--as-of", metavar="DATE", type=partial(day, language=language), help=say("commands.as-of", language)
    )
    parser.add_argument("--links", action="store_true", help=say("commands.links", language))
    parser.add_argument("--write-checked", action="store_true", help=say("commands.write-checked", language))
    parser.add_argument("--write-originals", action="store_true", help=say("commands.write-originals", language))
    parser.add_argument("--strict", action="store_true", help=say("commands.strict", language))
    add_draft(parser, "draft-check")
    add_format(parser, with_table=True)
    add_verbose(parser)
    parser.set_defaults(refuse=parser.refuse)


@dataclass(slots=True)
class _Checked:
    """What came of it."""

    as_of: date
    subject: Subject | None = None
    """None where the material could not be read."""
    answers: dict[str, Answer] = field(default_factory=dict)
    """By address."""
    written: dict[str, int] = field(default_factory=dict)
    """Days that were written, by file."""
    originals: dict[str, int] = field(default_factory=dict)
    """Originals that were noted, by file."""


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Read, merge, lay out and judge; report; write nothing but days, and these only when asked to."""
    printer = replace(printer, findings_are_results=True)
    if given.write_checked and given.as_of:
        given.refuse(say("commands.write-checked-day", printer.language))
    report = Report()
    checked = _Checked(given.as_of or today())
    try:
        _check(given, checked, report, printer)
    except Stop:
        pass
    finally:
        printer.progress_done()
    owners = owners_of(given.profile)
    report = with_owners(report, owners) if owners else report
    groups = grouped(report, owners.whole if owners else "")
    printer.document(report, **_record(checked, groups, printer.language))
    if printer.format == "csv":
        printer.table(_table(groups, printer.language))
    elif not printer.for_machines:
        _print(groups, printer, with_infos=given.verbose)
        _sum_up(checked, report, printer)
    counts = _counts(report)
    is_faulty = counts[Severity.ERROR] or (given.strict and counts[Severity.WARNING])
    return PROBLEMS if is_faulty or checked.subject is None else FINE


def _check(given: argparse.Namespace, checked: _Checked, report: Report, printer: Printer) -> None:
    material = read_material(given.profile, given.theme, report, choice_of(given))
    checked.subject = check(material, checked.as_of, draft=given.draft, report=report)
    choice = choice_of(given)
    if not choice.version:
        check_others(material, given.theme, choice, checked.as_of, draft=given.draft, report=report)
    tell_outdated(folder_of(given.profile, material.workspace.output, choice), given.profile, choice, report)
    if given.links or given.write_checked:
        checked.answers = ask_links(
            checked.subject, report, lambda done, total: printer.progress("links", done=done, total=total)
        )
    if given.write_originals:
        checked.originals = write_originals(originals_of(material.course, material.profile), report)
    if given.write_checked:
        checked.written = write_checked(checked.subject, checked.answers, checked.as_of, report)


def _counts(report: Report) -> Counter[Severity]:
    return Counter(severity_of(found.code) for found in report)


def _record(checked: _Checked, groups: Sequence[Group], language: Language) -> dict[str, object]:
    return {
        "as_of": checked.as_of.isoformat(),
        "sample": checked.subject.profile.is_sample if checked.subject else None,
        "owners": [
            {"owner": group.owner or None, **dict(zip(("errors", "warnings", "infos"), group.counts, strict=True))}
            for group in groups
        ],
        "links": [
            {
                "url": url,
                "outcome": answer.outcome,
                "found": answer.found,
                "reason": in_words(answer.reason, language) or None,
            }
            for url, answer in checked.answers.items()
        ],
        "written": checked.written,
    }


def _table(groups: Sequence[Group], language: Language) -> Iterator[list[object]]:
    """One row a finding, for a spreadsheet; infos among them."""
    yield [say(f"commands.head-{column}", language) for column in _COLUMNS]
    for group in groups:
        for found in group.findings:
            told = to_json(found, language)
            where = (told["file"] or "", told["line"] or "")
            severity = say(f"messages.{told['severity']}", language)
            yield [group.owner, severity, *where, told["message"], told["hint"] or "", found.code]


def _print(groups: Sequence[Group], printer: Printer, *, with_infos: bool) -> None:
    """The findings, each under the role that has to act; under no heading where none of them names a role."""
    has_headings = is_owned(groups)
    for group in groups:
        errors, warnings, infos = group.counts
        if has_headings and (errors or warnings or (infos and with_infos)):
            printer.heading("owner", owner=group.owner, errors=errors, warnings=warnings)
        printer.findings(group.findings, with_infos=with_infos)


def _sum_up(checked: _Checked, report: Report, printer: Printer) -> None:
    if checked.answers:
        fine = sum(answer.has_answered for answer in checked.answers.values())
        total = len(checked.answers)
        printer.say("links-count", total=total, fine=fine, lost=total - fine)
    for file, count in checked.written.items():
        printer.say("days-written", file=file, count=count, day=checked.as_of)
    for file, count in checked.originals.items():
        printer.say("originals-written", file=file, count=count)
    if checked.subject and checked.subject.profile.is_sample:
        printer.say("is-sample")
    counts = _counts(report)
    if counts[Severity.ERROR] or counts[Severity.WARNING]:
        printer.say("counts", errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING])
    else:
        printer.say("fine")
