"""One YAML scalar: hygiene of its text, and its reading as a number, a date or a yes or no."""

import re
from datetime import date
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.model.text import within
from deckgen.readers.tree import Scalar
from deckgen.text import hygiene
from deckgen.text.hygiene import FORBIDDEN, code_point
from deckgen.text.inline import join_lines

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def scalar(value: str, raw: str, place: Place, style: str | None, report: Report) -> tuple[Scalar, bool]:
    """The node of a scalar, and whether it is sound; findings of hygiene are reported where they stand in `raw`."""
    if not style and value in _NULLS:
        return Scalar("", place, raw, is_null=True), True
    if control := FORBIDDEN.search(value):  # written as an escape; others do not pass `read_text`
        report.add("control-character", place, character=code_point(control.group()))
        return Scalar(value, place, raw), False
    text, findings = hygiene.clean(_unfolded(value, raw, style))
    if findings:
        _report(findings, value, raw, place, report)
    return Scalar(text, place, raw), True


def _unfolded(value: str, raw: str, style: str | None) -> str:
    """The value without the space that YAML puts for a line end, where it came between Japanese characters.

    An empty line parts paragraphs, as it does after `|`; YAML would leave a mere line end of it.
    Walks value and lines side by side; from the first line that is not found as it stands (escapes), all stays.
    """
    if "\n" not in raw or style == "|":
        return value
    written = raw[1:-1].replace("''", "'") if style in ("'", '"') else raw
    lines = [line.strip() for line in written.split("\n")][style == ">" :]
    done: list[str] = []
    position = 0
    for line, following in pairwise(lines):
        if not value.startswith(line, position):
            break
        done.append(line)
        position += len(line)
        if (
            line
            and following
            and " " not in join_lines([line[-1], following[0]])
            and value[position : position + 1] == " "
        ):
            position += 1
        ends = len(value) - position - len(value[position:].lstrip("\n"))
        is_paragraph_end = ends and line and not following and position + ends < len(value)
        done.append("\n" * (ends + bool(is_paragraph_end)))
        position += ends
        if following and value[position : position + 1] == " ":
            done.append(" ")
            position += 1
    return "".join(done) + value[position:]


def _report(findings: list[hygiene.Finding], value: str, raw: str, place: Place, report: Report) -> None:
    """Report each finding at the n-th occurrence of its text in `raw`, as it is the n-th in the value."""
    for finding in findings:
        offset = -1
        for _ in range(value.count(finding.found, 0, finding.offset) + 1):
            offset = raw.find(finding.found, offset + 1)
        where = place if offset < 0 else within(place, raw, offset)
        report.add(
            finding.code,
            where,
            found=finding.found,
            code_point=code_points(finding.found.strip()),
            text=finding.instead or "@nothing",
        )


def code_points(text: str) -> str:
    """`U+FF76 U+FF9E` for the characters of a text."""
    return " ".join(code_point(character) for character in text)


def as_integer(text: str) -> int | None:
    """A whole number of at most 15 digits, or None."""
    return int(text) if _INTEGER.fullmatch(text) else None


def as_number(text: str) -> float | None:
    """A decimal number, or None; no exponents, infinities or thousands separators."""
    return float(text) if _NUMBER.fullmatch(text) else None


def as_boolean(text: str) -> bool | None:
    """YAML 1.1's words for yes and no, or None."""
    return _BOOLEANS.get(text.lower())


def as_date(text: str) -> date | None:
    """A calendar date in ISO 8601's extended form, or None."""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
