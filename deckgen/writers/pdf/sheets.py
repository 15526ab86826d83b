"""Style sheets as the PDF engine has them, and what in them it cannot follow."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic, Place, shortened, shown
from deckgen.writers.pdf.loading import load_engine

_MOST = 16
"""Style sheets that are kept: each company that has a colour of its own brings one along."""
_PLACE = re.compile(r"\bat (\d+):(\d+)")
_SELECTOR = re.compile(r"selector, '(.*)'$")
_SHOWN_AT_MOST = 80
"""Characters of a line in a finding."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A style sheet: what it says, the address that what it names is relative to, and its file if it has one."""

    text: str
    address: str | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A style sheet as the engine has it."""

    rules: Any
    ignored: tuple[Diagnostic, ...]
    """Lines that it left out: a property that it does not know, a value that cannot be, a selector out of its reach."""


def parsed(sheet: StyleSheet, fonts: Any, fetcher: Any) -> Parsed:
    """A style sheet, parsed once for all documents that are set with the same fonts."""
    known: Parsed | None = fonts.sheets.get(sheet)
    if known is None:
        if len(fonts.sheets) >= _MOST:
            fonts.sheets.clear()
        with _complaints() as told:
            rules = load_engine().CSS(string=sheet.text, base_url=sheet.address, url_fetcher=fetcher, font_config=fonts)
        known = fonts.sheets[sheet] = Parsed(rules, tuple(_ignored(told, _files(sheet))))
    return known


class _Listener(logging.Handler):
    """Keeps what the engine says of a style sheet, which nobody would read."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    engine, listener = logging.getLogger("weasyprint"), _Listener()
    engine.addHandler(listener)
    try:
        yield listener.told
    finally:
        engine.removeHandler(listener)


def _files(sheet: StyleSheet) -> list[tuple[Path, list[str]]]:
    """The lines of a sheet and of those beside it, which it may import; none of a sheet of our own making."""
    if sheet.path is None:
        return []
    others = sorted(sheet.path.parent.glob("*.css")) if "@import" in sheet.text else []
    paths = [sheet.path, *(path for path in others if path != sheet.path)]
    return [(path, path.read_text("utf-8").splitlines()) for path in paths]


def _ignored(told: Sequence[str], files: Sequence[tuple[Path, list[str]]]) -> Iterator[Diagnostic]:
    for message in told if files else ():
        path, line, column, text = _place_meant(message, files)
        yield Diagnostic("sheet-ignored", Place(shown(path), line, column), (("text", _short(text)),))


def _place_meant(message: str, files: Sequence[tuple[Path, list[str]]]) -> tuple[Path, int, int, str]:
    """File, line, column and text that the engine speaks of. It never names the file, and a selector has no line: what
    is meant is the text that it quotes.
    """
    if selector := _SELECTOR.search(message):
        for path, lines in files:
            for number, line in enumerate(lines, 1):
                if (at := line.find(selector[1].strip())) >= 0:
                    return path, number, at + 1, selector[1]
        return files[0][0], 1, 1, selector[1]
    place = _PLACE.search(message)
    number, column = (int(place[1]), int(place[2])) if place else (1, 1)
    for path, lines in files:
        text = lines[number - 1][column - 1 :] if number <= len(lines) else ""
        if text and text[:_SHOWN_AT_MOST].split(":")[0].strip() in message:
            return path, number, column, text
    path, lines = files[0]
    return path, number, column, lines[number - 1] if number <= len(lines) else message


def _short(text: str) -> str:
    return shortened(text.strip().rstrip("{").strip(), _SHOWN_AT_MOST)
