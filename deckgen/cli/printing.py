"""What the command line says, in the reader's language, and how it ends."""

import json
import locale
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TextIO

from deckgen.cli.called import as_called
from deckgen.cli.interrupts import heed_interrupt
from deckgen.diagnostics import Diagnostic, Report, Severity, by_place
from deckgen.messages import render, severity_of, to_json
from deckgen.text.columns import as_csv
from deckgen.wording import Language, say

FINE = 0
PROBLEMS = 1
WRONG_USAGE = 2
PART_MISSING = 3
OWN_FAULT = 70
"""sysexits.h, EX_SOFTWARE: not the material is at fault but deckgen."""
INTERRUPTED = 130
"""What shells report of a command that was ended by the interrupt signal."""
NOBODY_READS = 141
"""What shells report of a command whose reader has gone."""


def preferred_language(arguments: Sequence[str]) -> Language:
    """`--lang` where it is given, else the language of the locale: Japanese, or English for all others."""
    for at, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value == "ja":
            return "ja"
        if value == "en":
            return "en"
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    named = named or (locale.getlocale()[0] or "")
    return "ja" if named.lower().startswith("ja") else "en"


def meant(word: str, language: Language) -> str:
    """The end of a sentence that names what was most likely meant; nothing where there is no such word."""
    return say("commands.meant", language, word=word) if word else ""


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints findings to standard error and results to standard output; or both as one JSON document."""

    language: Language
    format: Literal["text", "markdown", "csv", "json"] = "text"
    findings_are_results: bool = False
    """True for a command that is run for its findings: they then go to standard output."""

    @property
    def for_machines(self) -> bool:
        """True where the output is one JSON document."""
        return self.format == "json"

    def say(self, key: str, **values: object) -> None:
        """A sentence on standard output."""
        self.line(as_called(say(f"commands.{key}", self.language, **values)))

    def line(self, text: str) -> None:
        """Text on standard output."""
        sys.stdout.write(f"{text}\n")

    def table(self, rows: Iterable[Sequence[object]]) -> None:
        """Rows of cells on standard output, as a spreadsheet opens them."""
        sys.stdout.write(as_csv(rows))

    def files(self, made: Sequence[tuple[str, str, int]]) -> None:
        """A line a file: its name, and how many of a unit it has: `slides`, `pages` or `sheets`."""
        longest = max((len(name) for name, _, _ in made), default=0)
        for name, unit, count in made:
            told = say(f"commands.{'one-' if count == 1 else ''}{unit}", self.language, count=count)
            self.line(f"  {name:<{longest}}  {told}")

    def findings(self, found: Iterable[Diagnostic], *, with_infos: bool = False) -> None:
        """All findings by their places, as text; a JSON document has them elsewhere."""
        if self.for_machines:
            return
        shown = [each for each in by_place(found) if with_infos or severity_of(each.code) != Severity.INFO]
        told = [as_called(render(each, self.language)).partition("\n") for each in shown]
        stream = self._stream
        for (head, _, hint), (_, _, following) in pairwise([*told, ("", "", "")]):
            stream.write(f"{head}\n")
            if hint and hint != following:  # one hint for all findings in a row that share it
                stream.write(f"{hint}\n")
        stream.flush()

    @property
    def _stream(self) -> TextIO:
        """Where findings go."""
        return sys.stdout if self.findings_are_results else sys.stderr

    def document(self, report: Report, **results: object) -> None:
        """Results and findings as one JSON document on standard output; silent where people read."""
        if self.for_machines:
            found = [to_json(each, self.language) for each in by_place(report)]
            self.line(json.dumps({**results, "diagnostics": found}, ensure_ascii=False, indent=2))

    def heading(self, key: str, **values: object) -> None:
        """A line above findings, on the stream that they go to."""
        if not self.for_machines:
            self._stream.write(f"{say(f'commands.{key}', self.language, **values)}\n")

    def progress(self, step: str, **values: object) -> None:
        """What is being done now, on one line that the next one replaces; silent where nobody watches.

        Raises KeyboardInterrupt where somebody has asked for the end.
        """
        heed_interrupt()
        if not self.for_machines and sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{say(f'commands.doing-{step}', self.language, **values)}")
            sys.stderr.flush()

    def progress_done(self) -> None:
        """Take the progress line away."""
        if not self.for_machines and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
