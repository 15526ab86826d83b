"""The plain forms of `{{ values }}`: a name, a name with a filter, a name with words for where it is empty, and
`{% if name %}…{% endif %}`.

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
_TAG = re.compile(
    rf"""(?<!{{)(?:
        {{{{\s*(?P<value>{_NAME})\s*(?:\|\s*(?P<filter>[a-z_]+)\s*|or\s*"(?P<instead>[^"\\]*)"\s*)?}}}}(?!}})
        | {{%\s*if\s+(?P<condition>{_NAME})\s*%}}
        | {{%\s*endif\s*%}}
    )""",
    re.ASCII | re.VERBOSE,
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
    shown: list[str] = []
    position, is_open, is_shown = 0, False, True
    for tag in _TAG.finditer(text):
        shown.append(text[position : tag.start()] if is_shown else "")
        name = tag["value"] or tag["condition"]
        if _has_tag(text[position : tag.start()]) or (name and name not in values):
            return None
        position = tag.end()
        if tag["value"]:
            if tag["filter"] and tag["filter"] not in FILTERS:
                return None
            shown.append(_shown(values[name], tag["filter"], tag["instead"]) if is_shown else "")
        elif is_open == bool(name):
            return None
        else:
            is_open, is_shown = bool(name), not name or bool(values[name])
    rest = text[position:]
    return None if is_open or _has_tag(rest) else "".join([*shown, rest])


def _has_tag(text: str) -> bool:
    return "{{" in text or "{%" in text


def _shown(value: Leaf, named: str | None, instead: str | None) -> str:
    if named:
        return literal(FILTERS[named](value))
    return as_text(value or instead if instead is not None else value)


def as_text(value: object) -> str:
    """What stands in a text for a value: literal, so that nothing of it becomes a mark."""
    return literal(japanese_date(value) if isinstance(value, date) else str(value))
