"""What the command line says, in the reader's language, and how it ends."""

import json
import locale
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deckgen.cli.words import WORDS
from deckgen.diagnostics import Report, Severity
from deckgen.messages import Language, render, severity_of, to_json

FINE = 0
PROBLEMS = 1
WRONG_USAGE = 2
PART_MISSING = 3


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


def words(key: str, language: str, **values: object) -> str:
    """A sentence of the command line."""
    english, japanese = WORDS[key]
    return (japanese if language == "ja" else english).format(**values)


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints findings to standard error and results to standard output."""

    language: Language
    format: Literal["text", "json"] = "text"

    def say(self, key: str, **values: object) -> None:
        """A sentence on standard output."""
        self.line(words(key, self.language, **values))

    def line(self, text: str) -> None:
        """Text on standard output."""
        sys.stdout.write(f"{text}\n")

    def findings(self, report: Report, *, with_infos: bool = False) -> None:
        """All findings: as text on standard error, or as one JSON document on standard output."""
        if self.format == "json":
            found = [to_json(each, self.language) for each in report]
            self.line(json.dumps({"diagnostics": found}, ensure_ascii=False, indent=2))
            return
        for each in report:
            if with_infos or severity_of(each.code) != Severity.INFO:
                sys.stderr.write(f"{render(each, self.language)}\n")

    def progress(self, step: str) -> None:
        """What is being done now, on one line that the next one replaces; silent where nobody watches."""
        if self.format == "text" and sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{words('doing-' + step, self.language)}")
            sys.stderr.flush()

    def progress_done(self) -> None:
        """Take the progress line away."""
        if self.format == "text" and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
