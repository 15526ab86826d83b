"""The table of a batch: one row a company, as CSV for a spreadsheet or as JSON."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from deckgen.diagnostics import Report, Severity, Stop, shown
from deckgen.messages import severity_of
from deckgen.messages.terms import reason
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workers import Outcome
from deckgen.text.spreadsheets import as_csv

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
