"""The plain forms of `{{ values }}`: a name, a name with a filter, a name with words for where it is empty.

Most course text has no others, and these need no template engine: loading Jinja2 takes longer than the whole merge.
What is not plain, and every name that is not there, is left to `templates`, with the same outcome for what both know.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from deckgen.merge.values import Leaf
from deckgen.text.dates import era_date, fiscal_year, japanese_date
from deckgen.text.inline import literal

_NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\b"
_VALUE = re.compile(
    rf"""(?<!\{{)\{{\{{\s*({_NAME})\s*(?:\|\s*([a-z_]+)\s*|or\s*"([^"\\]*)"\s*)?\}}\}}(?!\}})""", re.ASCII
)


def _dated(form: Callable[[date], str]) -> Callable[[object], str]:
    """A filter for dates that lets the placeholder of a draft, or nothing, pass."""
    return lambda value: form(value) if isinstance(value, date) else str(value)


FILTERS: dict[str, Callable[[object], str]] = {
    "date": _dated(japanese_date),
    "era_date": _dated(era_date),
    "fiscal_year": lambda value: fiscal_year(value) if isinstance(value, int) else str(value),
}
"""What can follow a value and `|`: 2026年11月2日, 令和8年11月2日, 令和8年度（2026年度）."""


def put_in(text: str, values: Mapping[str, Leaf]) -> str | None:
    """The text with its values in place, each made literal; None where that is not for plain references to say."""
    if "{{" in (rest := _VALUE.sub("", text)) or "{%" in rest:
        return None
    references = [match.groups() for match in _VALUE.finditer(text)]
    if any(name not in values or (named and named not in FILTERS) for name, named, _ in references):
        return None
    return _VALUE.sub(lambda match: _shown(values[match[1]], match[2], match[3]), text)


def _shown(value: Leaf, named: str | None, instead: str | None) -> str:
    if named:
        return literal(FILTERS[named](value))
    return as_text(value or instead or "" if instead is not None else value)


def as_text(value: object) -> str:
    """What stands in a text for a value: literal, so that nothing of it becomes a mark."""
    return literal(japanese_date(value) if isinstance(value, date) else str(value))
