"""What a YAML parser's complaint means, for people who do not know YAML."""

import re

import yaml

from deckgen.diagnostics import Place, Report

_BY_PROBLEM: tuple[tuple[str, str], ...] = (
    (r"mapping values are not allowed", "yaml-colon"),
    (r"could not find expected ':'", "yaml-key-colon"),
    (r"unexpected end of stream", "yaml-quote"),
    (r"expected ',' or '[\]}]'|expected the node content, but found|flow (sequence|mapping)", "yaml-bracket"),
    (r"unknown escape|expected escape sequence|expected hexdecimal|invalid Unicode", "yaml-escape"),
    (r"expected (key|<block end>|'-' indicator)|block sequence entries are not allowed|indentation", "yaml-indent"),
)  # fmt: skip


def explain(error: yaml.YAMLError, text: str, file: str, report: Report) -> None:
    """Report a syntax error under the code that says what to do about it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        report.add("yaml-syntax", Place(file), problem=str(error).splitlines()[0])
        return
    problem = f"{error.problem or ''} {error.context or ''}"
    code, mark = _classify(error, problem, text)
    report.add(
        code,
        Place(file, mark.line + 1, mark.column + 1),
        problem=error.problem,
        character=text[mark.index : mark.index + 1],
    )


def _classify(error: yaml.MarkedYAMLError, problem: str, text: str) -> tuple[str, yaml.Mark]:
    mark = error.problem_mark
    assert mark is not None
    character = text[mark.index : mark.index + 1]
    if character == "\t" or "\t" in _indent(text, mark.line):
        return "yaml-tab", mark
    if character in tuple("@`%") and "start any token" in problem:
        return "yaml-special-start", mark
    for pattern, code in _BY_PROBLEM:
        if re.search(pattern, problem):
            starts_at = error.context_mark if code in ("yaml-quote", "yaml-key-colon") else None
            return code, starts_at or mark
    if character in tuple("@`%&*!|>"):
        return "yaml-special-start", mark
    return "yaml-syntax", mark


def _indent(text: str, line: int) -> str:
    row = text.split("\n")[line] if line < text.count("\n") + 1 else ""
    return row[: len(row) - len(row.lstrip())]
