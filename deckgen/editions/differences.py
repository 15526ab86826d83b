"""Comparing two editions, and the report of it as a file."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from deckgen.changes import compare
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.sides import Found, find_sides
from deckgen.messages.terms import reason
from deckgen.model.changes import Comparison
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.model.content import Content
from deckgen.model.theme import Theme
from deckgen.pipeline.material import DEFAULT_THEME, stamp_for, theme_named
from deckgen.pipeline.placing import write_file
from deckgen.pipeline.workspace import Workspace, find_workspace, packaged
from deckgen.readers.shelves import names_on
from deckgen.writers.changes.report import render
from deckgen.writers.rendered import EngineMissing, Rendered, ThemeFault

# Comparing two editions -----------------------------------------------------------------------------------------------


def differences(old: Path, new: Path, report: Report, choice: Choice = AS_WRITTEN) -> tuple[Comparison, Found, Found]:
    """What differs between two editions, and both of them. Raises Stop.

    `choice` is the form that a profile, or a course by itself, is to be taken in; a record has its own.
    """
    before, after = find_sides(old, new, report, choice)
    if before.content.scope != after.content.scope:
        report.add("diff-scopes")
        raise Stop
    if not _is_one_company(before.content, after.content):
        sides = (str(side.content.company.get("name", "")) for side in (before, after))
        report.add("diff-companies", None, **dict(zip(("old", "new"), sides, strict=True)))
    _tell_other_forms(before, after, report)
    return compare(before.content, after.content), before, after


def _tell_other_forms(before: Found, after: Found, report: Report) -> None:
    """Report that an edition is compared with one for other readers, where nearly everything differs."""
    if before.content.language != after.content.language:
        report.add("diff-languages", None, old=before.content.language, new=after.content.language)
    if before.version != after.version:
        report.add("diff-versions", None, old=before.version or "@whole", new=after.version or "@whole")


def _is_one_company(old: Content, new: Content) -> bool:
    """Whether both sides may be of one company: it can be given another name, or another id, yet hardly both."""
    return any(old.company.get(field) == new.company.get(field) for field in ("id", "name"))


# The report of changes as a file -------------------------------------------------------------------------------------
# In the theme of the new edition, at a time that no clock tells.

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
    """Write the report and return its number of pages; None where the PDF engine is missing. Raises Stop."""
    made = change_report(comparison, new, theme, start, report)
    if made is None:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.data)
    except OSError as problem:
        report.add("report-unwritable", None, path=shown(path), reason=reason(problem))
        raise Stop from problem
    return made.pages


def change_report(
    comparison: Comparison, new: Found, theme: str | None, start: Path, report: Report
) -> Rendered | None:
    """The report as PDF; None where the PDF engine is missing. Raises Stop.

    `theme` is the name or the folder of another theme than the new edition's; `start` is where themes are looked for.
    """
    used = _theme(new, theme, start, report)
    try:
        return render(comparison, used, stamp_for(_day(comparison), report))
    except EngineMissing as problem:
        report.add("engine-missing", None, part=problem.part, command=problem.command)
        return None
    except ThemeFault as problem:
        report.add("theme-template-failed", problem.place, **problem.values)
        raise Stop from problem


def _day(comparison: Comparison) -> date:
    """The day of issue of the new edition; a course by itself has none."""
    issued = comparison.new.issued_on
    return date.fromisoformat(issued) if issued else _LONG_AGO


def _theme(new: Found, wanted: str | None, start: Path, report: Report) -> Theme:
    """The theme that was asked for, else that of the new edition as far as it is at hand. Raises Stop."""
    if new.material and not wanted:
        return new.material.theme
    workspace = _workspace(start, report)
    if wanted:
        return theme_named(wanted, workspace, report).spoken(new.content.language)
    look = new.content.look
    name = str(look.get("theme", ""))
    at_hand = name if name in names_on(workspace.theme_shelves) else DEFAULT_THEME
    theme = theme_named(at_hand, workspace, report).spoken(new.content.language)
    primary = str(look.get("primary", ""))
    return replace(theme, colours={**theme.colours, "primary": primary}) if _COLOUR.fullmatch(primary) else theme


def _workspace(start: Path, report: Report) -> Workspace:
    """Where themes are looked for; a course that comes with deckgen is compared for the one that somebody works in."""
    found = find_workspace(start, report)
    return find_workspace(Path(), report) if found.root == packaged().root else found
