"""`{{ values }}` in course text.

One scalar at a time, in Jinja2's immutable sandbox, where an undefined value is an error. What a value holds is made
literal, so that it can never become an inline mark or a list item. Text of a company never comes here.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deckgen.diagnostics import Place, Report
from deckgen.merge.template_faults import fault_of, reason_of
from deckgen.merge.values import Absent, Leaf, UnknownOption
from deckgen.messages.spelling import closest
from deckgen.model.text import Source
from deckgen.text.dates import era_date, fiscal_year
from deckgen.text.hygiene import FORBIDDEN, code_point
from deckgen.text.inline import literal
from deckgen.wording import Wording

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3}))")
"""An escape of Python's strings that gives a character by its number."""
_OCTAL = 4
"""The last of its groups."""


class Templates:
    """Renders the text of a course with the values of one company."""

    def __init__(self, values: Mapping[str, Leaf], report: Report, words: Wording) -> None:
        self._words = words
        self._values = values
        self._report = report
        self._source: Source | None = None
        self._absent: list[str] = []
        """The slots left empty whose values the text asked for."""
        top = _Group("", values)
        self._environment = _environment(words, self._shown)
        self._environment.globals = {head: top[head] for head in {name.split(".")[0] for name in values}}

    def render(self, source: Source) -> str:
        """The text with its values in place, each made literal; the text as it is where that fails (reported)."""
        self._source, self._absent = source, []
        try:
            made = Template.from_code(
                self._environment, _compiled(source.text, self._words), self._environment.globals
            ).render()
            self._tell_gaps(source, made)
            return made
        except _Forbidden as escape:
            self._report.add("control-character", source.place_of(escape.found), character=code_point(escape.made))
        except _OutOfBounds as bound:
            self._report.add("template-bounds", source.place_of(bound.found), found=bound.found)
        except (RecursionError, MemoryError):
            self._report.add("template-bounds", source.place, found=_excerpt(source.text))
        except UnknownOption as unknown:
            told = {"found": unknown.found, "options": unknown.options, "suggestion": unknown.suggestion}
            self._report.add("unknown-choice", source.place_of(unknown.found), **told)
        except TemplateSyntaxError as error:
            fault = fault_of(error, source.text)
            self._report.add(fault.code, source.place_of(fault.part, fault.occurrence), **fault.values)
        except UndefinedError as error:
            self._undefined(error.message or "")
        except SecurityError:
            self._report.add("template-forbidden", source.place, reason="@template-unsafe")
        except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
            self._report.add("template-failed", source.place, reason=reason_of(error))
        return source.text

    def _tell_gaps(self, source: Source, made: str) -> None:
        """Report the values that a company left empty where other words of the text stand around nothing."""
        for name in dict.fromkeys(self._absent) if made.strip() else ():
            self._report.add("text-with-gap", source.place_of(name), slot=name, text=_excerpt(source.text))

    def _shown(self, value: object) -> str:
        """What stands in the text for a value; what is no value is reported, and nothing stands there."""
        if isinstance(value, Absent):
            self._absent.append(value.name)
            return ""
        if isinstance(value, _Undefined):
            if value.is_forbidden:
                self._report.add("template-forbidden", self._place_of(value.path), reason=value.path)
            else:
                self._undefined(value.path)
            return ""
        if isinstance(value, _Group):
            name = full_name(value)
            names = ", ".join(known for known in self._values if known.startswith(f"{name}."))
            self._report.add("template-group", self._place_of(name), name=name, names=names)
            return ""
        text = self._words.date(value) if isinstance(value, date) else str(value)
        if made := FORBIDDEN.search(text):
            assert self._source
            self._report.add("control-character", self._source.place, character=code_point(made.group()))
            return ""
        return literal(text)

    def _undefined(self, name: str) -> None:
        suggestion = closest(name, self._values)
        self._report.add("template-undefined", self._place_of(name), name=name, suggestion=suggestion)

    def _place_of(self, name: str) -> Place:
        assert self._source
        return self._source.place_of(name)


def _environment(words: Wording, shown: Callable[[object], str]) -> ImmutableSandboxedEnvironment:
    """What templates may use; `shown` gives the text for each value."""
    environment = ImmutableSandboxedEnvironment(
        undefined=_Undefined,
        finalize=shown,
        keep_trailing_newline=True,
        autoescape=False,  # what comes out is text; every output escapes it in its own way
        comment_start_string="\x02",  # `{#` means nothing in course text, and no file holds this character
        comment_end_string="\x03",
    )
    environment.filters = _filters(words)
    return environment


@lru_cache(maxsize=500)
def _compiled(text: str, words: Wording) -> CodeType:
    """The code of a template, the same for every company. Raises what is wrong with the text itself.

    A constant becomes text here already, so that the code depends on the words.
    """
    environment = _compiler(words)
    tree = environment.parse(text)
    _check_bounds(tree, text)
    if found := next(_forbidden_escapes(text), None):
        raise _Forbidden(*found)
    return environment.compile(tree)


@lru_cache(maxsize=4)
def _compiler(words: Wording) -> ImmutableSandboxedEnvironment:
    return _environment(words, _constant)


def _constant(value: object) -> str:
    """The text for a value that the template itself holds. Raises ValueError for one that is told where it is shown."""
    text = str(value)
    if FORBIDDEN.search(text):
        raise ValueError(text)
    return literal(text)


class _Forbidden(Exception):
    """An escape that makes a character which no text may hold."""

    def __init__(self, found: str, made: str) -> None:
        super().__init__(found)
        self.found = found
        self.made = made


class _OutOfBounds(Exception):
    """A part of a template that could work without end, or is nested too deep."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


_DEEPEST, _LONGEST = 30, 20_000
"""Levels of nesting, and characters, of a text with values: more than any text that somebody reads."""
_PARTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.Filter, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.Test, nodes.Keyword, nodes.List, nodes.Tuple, nodes.Add, nodes.Sub, nodes.Div, nodes.Neg,
)  # fmt: skip
"""What a text may do: show values, choose between texts. Nothing of it repeats, so that its work is bounded."""


def _check_bounds(template: nodes.Template, text: str) -> None:
    """Raises _OutOfBounds."""
    if len(text) > _LONGEST:
        raise _OutOfBounds(_excerpt(text))
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST or not isinstance(node, _PARTS):
            raise _OutOfBounds(_excerpt(text.split("\n")[node.lineno - 1]))
        waiting += ((inner, depth + 1) for inner in node.iter_child_nodes())


def _excerpt(text: str) -> str:
    """The first braces in a text, as far as a message can show them."""
    start = min((at for at in (text.find("{{"), text.find("{%")) if at >= 0), default=0)
    return text[start : start + 40].strip()


def _forbidden_escapes(text: str) -> Iterator[tuple[str, str]]:
    """Escapes in the quotes of a template that make a character which no text may hold, each with that character."""
    for tag in _TAG.finditer(text):
        for escape in _ESCAPE.finditer(tag.group()):
            digits = escape[escape.lastindex or 0]
            number = int(digits, 8 if escape.lastindex == _OCTAL else 16)
            if number <= sys.maxunicode and FORBIDDEN.match(chr(number)):
                yield escape.group(), chr(number)


class _Group:
    """The values below a common beginning of their names.

    Everything it has begins with an underscore, so that the sandbox gives a template its entries and nothing else.
    """

    def __init__(self, name: str, values: Mapping[str, Leaf]) -> None:
        self._name = name
        self._values = values

    def __getitem__(self, key: str) -> "_Group | Leaf":
        path = full_name(self, key)
        if path in self._values:
            return self._values[path]
        if not any(name.startswith(f"{path}.") for name in self._values):
            raise KeyError(key)
        return _Group(path, self._values)


def full_name(group: _Group, key: object = "") -> str:
    """The dotted name of a group, or of an entry of it."""
    return ".".join(part for part in (group._name, str(key)) if part)  # noqa: SLF001 - no public name, see above


class _Undefined(StrictUndefined):
    """A value that is not there, or that the sandbox keeps; knows its whole dotted name."""

    @property
    def path(self) -> str:
        """The dotted name."""
        owner, name = self._undefined_obj, self._undefined_name
        return full_name(owner, name) if isinstance(owner, _Group) else str(name)

    @property
    def is_forbidden(self) -> bool:
        """True where the sandbox keeps the value."""
        return self._undefined_exception is SecurityError

    @property
    def _undefined_message(self) -> str:
        return self.path

    def __getattr__(self, name: str) -> "_Undefined":
        if name.startswith("__"):
            raise AttributeError(name)
        return _Undefined(name=f"{self.path}.{name}", exc=self._undefined_exception)


def _dated(form: Callable[[date], str]) -> Callable[[object], str]:
    """A filter for dates that lets the placeholder of a draft, or nothing, pass."""
    return lambda value: form(value) if isinstance(value, date) else str(value)


def _filters(words: Wording) -> dict[str, Callable[..., Any]]:
    """What can follow a value and `|`: 2026年11月2日, 令和8年11月2日, 令和8年度（2026年度）."""
    return {
        "date": _dated(words.date),
        "era_date": _dated(lambda day: era_date(day, words)),
        "fiscal_year": lambda value: fiscal_year(value, words) if isinstance(value, int) else str(value),
        "default": DEFAULT_FILTERS["default"],
    }
