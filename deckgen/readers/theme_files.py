"""The files that a theme brings along for the papers: style sheets and templates, looked through before they are used.

What the PDF engine and the template engine would stop at, or leave out without a word, is told at its place in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import tinycss2
from jinja2 import Environment, TemplateSyntaxError, nodes
from tinycss2.ast import Node as Token

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.readers.files import is_file, read_text

LIMIT = 500_000
"""Bytes of a style sheet or a template: some hundred times what ours take."""
FETCHED = (".css", ".svg", ".png", ".jpg", ".ttf")
"""Endings of the files that a style sheet may name."""
_LOOKED_FOR = (".j2", ".css")
_PICTURE = re.compile(r"<img[^>{]*?\bsrc=[\"']([^\"'{}]+)[\"']")
"""A picture that a template names itself; those of slides have their addresses from the view."""
_NAMING = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def check_sheets(sheets: Iterable[Path], report: Report) -> None:
    """Report what style sheets cannot say, and what they name that is not a file in their own folder."""
    for sheet in sheets:
        _Sheets(sheet.parent, report).check(sheet, ())


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The style sheets of one folder."""

    folder: Path
    report: Report
    seen: set[Path] = field(default_factory=set)

    def check(self, sheet: Path, importers: tuple[Path, ...]) -> None:
        self.seen.add(sheet)
        with suppress(Stop):  # why it cannot be read is told
            text = read_text(sheet, self.report, LIMIT)
            if line := _unclosed(text):
                self.report.add("sheet-unclosed", Place(shown(sheet), line, 1))
            for address, line, column in _marked_in(text):
                place = Place(shown(sheet), line, column)
                if address is None:
                    self.report.add("sheet-syntax", place)
                else:
                    self._check_address(address, place, (*importers, sheet))

    def _check_address(self, address: str, place: Place, importers: tuple[Path, ...]) -> None:
        file = (self.folder / address).resolve()
        if not _is_below(file, self.folder) or file.suffix.lower() not in FETCHED:
            self.report.add("sheet-address", place, address=address, folder=shown(self.folder))
        elif file in importers or file in {path.resolve() for path in importers}:
            self.report.add("sheet-loop", place, address=address)
        elif file.suffix.lower() == ".css" and file not in self.seen:
            self.check(file, importers)


_BRACES = re.compile(r"/\*.*?(?:\*/|$)|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[{}]", re.DOTALL)


def _unclosed(text: str) -> int:
    """The line of the last brace that nothing closes before another one is opened; 0 where there is none. The engine
    closes it at the end of the sheet, and follows none of the rules after it.
    """
    opened: list[int] = []
    for found in _BRACES.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            opened.pop()
    is_lost = opened and text.find("{", opened[-1] + 1) > 0
    return text.count("\n", 0, opened[-1]) + 1 if is_lost else 0


def check_names(folders: Sequence[Path], report: Report) -> None:
    """Report the files of a theme's folders of which nothing makes use, such as a template with a slip in its name.

    The last folder is that of the theme that all others extend: it has the names that are looked for.
    """
    *own, base = folders or (None,)
    if base is None:
        return
    known = {path.name for path in base.iterdir()}
    for folder in own:
        files = [path for path in sorted(folder.iterdir()) if path.suffix in _LOOKED_FOR]
        texts = [path.read_text("utf-8", errors="replace") for path in files]
        for path in files:
            if path.name not in known and not any(path.name in text for text in texts):
                report.add("theme-file-unused", Place(shown(path)), suggestion=closest(path.name, sorted(known)))


def _is_below(file: Path, folder: Path) -> bool:
    return file.is_relative_to(folder.resolve()) and is_file(file)


# Themes of a house share most of their files, and a theme is read again when any of its files has changed: what a text
# holds is found out once.
_TEXTS = 128


@lru_cache(_TEXTS)
def _marked_in(text: str) -> tuple[tuple[str | None, int, int], ...]:
    """The addresses that a style sheet names, with line and column; None is what cannot be read."""
    found = _tokens(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    marked = ((None if token.type == "error" else _address(token), token) for token in found)
    return tuple((mark, token.source_line, token.source_column) for mark, token in marked if mark != "")


def _tokens(found: Iterable[Token]) -> Iterator[Token]:
    """Rules with all that is in them."""
    for token in found:
        yield token
        for part in ("prelude", "content", "arguments"):
            yield from _tokens(getattr(token, part, None) or ())


def _address(token: Token) -> str:
    """What a token names; of an `@import`, its string."""
    if token.type == "url":
        return str(token.value)
    if token.type == "at-rule" and token.lower_at_keyword == "import":
        return next((str(part.value) for part in token.prelude if part.type == "string"), "")
    if token.type == "function" and token.lower_name in ("url", "src"):
        return next((str(part.value) for part in token.arguments if part.type == "string"), "")
    return ""


def check_templates(folders: Sequence[Path], report: Report) -> None:
    """Report templates that are none, and those that name others which no folder has."""
    for folder in folders:
        for path in sorted(folder.rglob("*.j2")):
            with suppress(Stop):
                _check_template(path, read_text(path, report, LIMIT), folders, report)


def _check_template(path: Path, text: str, folders: Sequence[Path], report: Report) -> None:
    try:
        held = _held_by(text)
    except TemplateSyntaxError as problem:
        report.add("theme-template-syntax", Place(shown(path), problem.lineno, 1))
        return
    except RecursionError:
        report.add("theme-template-syntax", Place(shown(path)))
        return
    if held.is_empty:
        report.add("theme-template-empty", Place(shown(path)))
    for picture in _PICTURE.finditer(text):
        line = text.count("\n", 0, picture.start()) + 1
        report.add("theme-template-picture", Place(shown(path), line, 1), path=picture[1])
    for name, line in held.named:
        if not any(is_file(folder / name) for folder in folders):
            report.add("theme-template-missing", Place(shown(path), line, 1), name=name)


@dataclass(frozen=True, slots=True)
class _Held:
    """What a template holds."""

    named: tuple[tuple[str, int], ...]
    """The templates that it names, each with its line."""
    is_empty: bool


@lru_cache(_TEXTS)
def _held_by(text: str) -> _Held:
    """What a template holds. Raises TemplateSyntaxError, and RecursionError."""
    tree = Environment(autoescape=True).parse(text)
    naming: list[tuple[nodes.Node, int]] = [(each.template, each.lineno) for each in tree.find_all(_NAMING)]  # type: ignore[attr-defined]
    named = tuple((str(name.value), line) for name, line in naming if isinstance(name, nodes.Const))
    return _Held(named, not any(map(_says_something, tree.body)))


def _says_something(node: nodes.Node) -> bool:
    """Whether a part of a template is more than the space around comments."""
    texts = node.nodes if isinstance(node, nodes.Output) else [node]
    return any(not isinstance(each, nodes.TemplateData) or each.data.strip() for each in texts)
