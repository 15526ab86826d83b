"""Commands that print one table: `deckgen slides` and `deckgen slots`."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.cli.arguments import choice_of
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.diagnostics import Report, Stop
from deckgen.model.choice import Choice
from deckgen.text.columns import table
from deckgen.wording import Language

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class TableCommand(Generic[Content]):
    """What is looked up, and its three forms: fields for a machine, cells for a sheet, and words under the table."""

    look: Callable[[Path, Report, Choice], Content]
    fields: Callable[[Content], dict[str, object]]
    nothing: dict[str, object]
    """The fields where the material could not be read."""
    cells: Callable[[Content, Language], list[list[str]]]
    summary: Callable[[Content, Printer], None]

    def run(self, given: argparse.Namespace, printer: Printer) -> int:
        """Print the table in the form asked for; returns the exit code."""
        report = Report()
        try:
            content = self.look(given.profile, report, choice_of(given))
        except Stop:
            printer.findings(report)
            printer.document(report, **self.nothing)
            return PROBLEMS
        printer.findings(report)
        printer.document(report, **self.fields(content))
        if printer.format == "csv":
            printer.table(self.cells(content, printer.language))
        elif not printer.for_machines:
            self._print(content, printer)
        return FINE

    def _print(self, content: Content, printer: Printer) -> None:
        for line in table(self.cells(content, printer.language)):
            printer.line(line)
        printer.line("")
        self.summary(content, printer)


def ranges(numbers: tuple[int, ...]) -> str:
    """Numbers of slides in a few signs: `3–5` for numbers that follow one another, else each."""
    if len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return f"{numbers[0]}–{numbers[-1]}"
    return "/".join(map(str, numbers))
