"""`{{ values }}` in course text.

One scalar at a time, in Jinja2's immutable sandbox, where an undefined value is an error. What a value holds is made
literal, so that it can never become an inline mark or a list item. Text of a company never comes here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deckgen.diagnostics import Report
from deckgen.merge.values import Leaf
from deckgen.messages.spelling import closest
from deckgen.model.text import Source
from deckgen.text.dates import era_date, fiscal_year, japanese_date
from deckgen.text.inline import literal


class Templates:
    """Renders the text of a course with the values of one company."""

    def __init__(self, values: Mapping[str, Leaf], report: Report) -> None:
        self._values = values
        self._report = report
        top = _Group("", values)
        self._environment = ImmutableSandboxedEnvironment(
            undefined=_Undefined,
            finalize=_shown,
            keep_trailing_newline=True,
            autoescape=False,  # what comes out is text; every output escapes it in its own way
            comment_start_string="\x02",  # `{#` means nothing in course text, and no file holds this character
            comment_end_string="\x03",
        )
        self._environment.globals = {head: top[head] for head in {name.split(".")[0] for name in values}}
        self._environment.filters = dict(_FILTERS)

    def render(self, source: Source) -> str:
        """The text with its values in place, each made literal; the text as it is where that fails (reported)."""
        try:
            return self._environment.from_string(source.text).render()
        except TemplateSyntaxError as error:
            line = source.text.split("\n")[error.lineno - 1].strip()
            self._report.add("template-syntax", source.place_of(line), reason=error.message)
        except UndefinedError as error:
            name = error.message or ""
            suggestion = closest(name, self._values)
            self._report.add("template-undefined", source.place_of(name), name=name, suggestion=suggestion)
        except _NotOneValue as error:
            names = ", ".join(name for name in self._values if name.startswith(f"{error.name}."))
            self._report.add("template-group", source.place_of(error.name), name=error.name, names=names)
        except SecurityError as error:
            self._report.add("template-forbidden", source.place, reason=error.message)
        except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
            self._report.add("template-failed", source.place, reason=error)
        return source.text


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


class _NotOneValue(Exception):
    """A group of values where one is wanted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Undefined(StrictUndefined):
    """Its message is the whole dotted name of what is not there."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        owner, name = self._undefined_obj, self._undefined_name
        return full_name(owner, name) if isinstance(owner, _Group) else str(name)


def _shown(value: object) -> str:
    """What stands in the text for a value."""
    if isinstance(value, _Group):
        raise _NotOneValue(full_name(value))
    return literal(japanese_date(value) if isinstance(value, date) else str(value))


def _dated(form: Callable[[date], str]) -> Callable[[object], str]:
    """A filter for dates that lets the placeholder of a draft, or nothing, pass."""
    return lambda value: form(value) if isinstance(value, date) else str(value)


_FILTERS: dict[str, Callable[..., Any]] = {
    "date": _dated(japanese_date),
    "era_date": _dated(era_date),
    "fiscal_year": lambda value: fiscal_year(value) if isinstance(value, int) else str(value),
    "default": DEFAULT_FILTERS["default"],
}
"""What can follow a value and `|`: 2026年11月2日, 令和8年11月2日, 令和8年度（2026年度）."""
