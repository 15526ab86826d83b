"""What a YAML parser's complaint means, for people who do not know YAML."""

import re

import yaml

from deckgen.diagnostics import Place, Report

_BY_PROBLEM: tuple[tuple[str, str], ...] = (
    (r"scanning an? (alias|anchor)", "yaml-special-start"),
    (r"(scanning|parsing) a (tag|node)", "yaml-tag"),
    (r"mapping values are not allowed", "yaml-colon"),
    (r"could not find expected ':'", "yaml-key-colon"),
    (r"unexpected end of stream", "yaml-quote"),
    (r"expected ',' or '[\]}]'|expected the node content, but found|flow (sequence|mapping)", "yaml-bracket"),
    (r"unknown escape|expected escape sequence|expected hexdecimal|invalid Unicode", "yaml-escape"),
    (r"expected (key|<block end>|'-' indicator)|block sequence entries are not allowed|indentation", "yaml-indent"),
)
"""What stands in the parser's problem and context -> code; the first that fits."""

_AT_CONTEXT = frozenset({"yaml-quote", "yaml-key-colon", "yaml-special-start", "yaml-tag"})
"""Codes whose fault lies where the parser began, not where it gave up."""


def explain(error: yaml.YAMLError, text: str, file: str, report: Report) -> None:
    """Report a syntax error under the code that says what to do about it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        report.add("yaml-syntax", Place(file), problem=str(error).splitlines()[0])
        return
    code, offset = _classify(error, error.problem_mark, text)
    line_start = text.rfind("\n", 0, offset) + 1
    place = Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)
    tag = text[offset:].split(maxsplit=1)[0] if text[offset:].strip() else ""
    report.add(code, place, problem=error.problem, character=text[offset : offset + 1], tag=tag)


def _classify(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str) -> tuple[str, int]:
    """The code, and the offset of the fault."""
    problem = f"{error.context or ''} {error.problem or ''}"
    before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
    character = text[mark.index : mark.index + 1]
    if character == "\t" or (not before.strip() and "\t" in before):
        return "yaml-tab", mark.index
    if character in tuple("@`%") and "start any token" in problem:
        return "yaml-special-start", mark.index
    code = next((code for pattern, code in _BY_PROBLEM if re.search(pattern, problem)), "yaml-syntax")
    if code == "yaml-indent" and before.rstrip().endswith(("'", '"')):
        return "yaml-after-quote", mark.index
    if code == "yaml-colon" and not re.search(r":\s", before):
        return "yaml-key-colon", _line_above(text, mark.index - len(before))
    start = error.context_mark if code in _AT_CONTEXT else None
    return code, (start or mark).index


def _line_above(text: str, line_start: int) -> int:
    """The first character of the nearest line above that says something."""
    above = text[:line_start].rstrip()
    start = above.rfind("\n") + 1
    return start + len(above[start:]) - len(above[start:].lstrip())
