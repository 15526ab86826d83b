"""The report of changes as a file: in the theme of the new edition, at a time that no clock tells."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.model.changes import Comparison
from deckgen.model.theme import Theme
from deckgen.pipeline.differences import Found
from deckgen.pipeline.material import DEFAULT_THEME, stamp_for, theme_named
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workspace import find_workspace
from deckgen.writers.changes.report import render
from deckgen.writers.rendered import EngineMissing, ThemeFault

_COLOUR = re.compile(r"[0-9A-F]{6}")
_PDF = b"%PDF-"
_LONG_AGO = date(2000, 1, 1)
"""Stands for the day of an edition that has none: a course by itself."""


def check_place(path: Path, compared: Iterable[Path], report: Report) -> None:
    """See that a report put there replaces at most another PDF, and nothing that is compared. Raises Stop."""
    try:
        if not path.exists():
            return
        if any(each.exists() and each.samefile(path) for each in compared):
            report.add("report-compared", None, path=shown(path))
        else:
            with path.open("rb") as file:
                if file.read(len(_PDF)) == _PDF:
                    return
            report.add("report-not-pdf", None, path=shown(path))
    except OSError as problem:
        report.add("report-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    raise Stop


def write_change_report(
    comparison: Comparison, new: Found, theme: str | None, start: Path, path: Path, report: Report
) -> int | None:
    """Write the report and return its number of pages; None where the PDF engine is missing. Raises Stop.

    `theme` is the name or the folder of another theme than the new edition's; `start` is where themes are looked for.
    """
    used = _theme(new, theme, start, report)
    try:
        made = render(comparison, used, stamp_for(_day(comparison), report))
    except EngineMissing as problem:
        report.add("engine-missing", None, part=problem.part, command=problem.command)
        return None
    except ThemeFault as problem:
        report.add("theme-template-failed", problem.place, reason=problem.reason)
        raise Stop from problem
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.data)
    except OSError as problem:
        report.add("report-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    return made.pages


def _day(comparison: Comparison) -> date:
    """The day of issue of the new edition; a course by itself has none."""
    issued = comparison.new.issued_on
    return date.fromisoformat(issued) if issued else _LONG_AGO


def _theme(new: Found, wanted: str | None, start: Path, report: Report) -> Theme:
    """The theme that was asked for, else that of the new edition as far as it is at hand. Raises Stop."""
    if new.material and not wanted:
        return new.material.theme
    workspace = find_workspace(start, report)
    if wanted:
        return theme_named(wanted, workspace, report)
    look = new.content.look
    name = str(look.get("theme", ""))
    theme = theme_named(name if (workspace.themes / name).is_dir() and name else DEFAULT_THEME, workspace, report)
    primary = str(look.get("primary", ""))
    return replace(theme, colours={**theme.colours, "primary": primary}) if _COLOUR.fullmatch(primary) else theme
