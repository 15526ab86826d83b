"""What a YAML parser's complaint means, for people who do not know YAML."""

import re

import yaml

from deckgen.diagnostics import Place, Report

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BY_PROBLEM: tuple[tuple[str, str], ...] = (
    (r"scanning an? (alias|anchor)", "yaml-special-start"),
    (r"(scanning|parsing) a (tag|node)", "yaml-tag"),
    (r"mapping values are not allowed", "yaml-colon"),
    (r"could not find expected ':'", "yaml-key-colon"),
    (r"unexpected end of stream", "yaml-quote"),
    (
        r"expected ',' or '[\]}]'|expected the node content, but found|a flow node|flow (sequence|mapping)",
        "yaml-bracket",
    ),
    (r"unknown escape|expected escape sequence|expected hexdecimal|invalid Unicode", "yaml-escape"),
    (r"expected (key|<block end>|'-' indicator)|block sequence entries are not allowed|indentation", "yaml-indent"),
)
"""What stands in the parser's problem and context -> code; the first that fits."""

_AT_CONTEXT = frozenset({"yaml-quote", "yaml-key-colon", "yaml-special-start", "yaml-tag"})
"""Codes whose fault lies where the parser began, not where it gave up."""

_AFTER_QUOTE = frozenset({"yaml-after-quote", "yaml-colon", "yaml-key-colon", "yaml-indent"})
"""Codes of what the parser meets where a quote that was left open ends at the beginning of the next one."""

_SWALLOWED = re.compile(r"\n\s*(?:- |[^\s\"':#]+:\s)")
"""An entry or a key on a line of its own: no text in quotes has it, unless its closing quote was forgotten."""

_WIDE_INDENT = re.compile("[ \t]*\u3000")
_DASH = re.compile(r"[ \t]*(-(?![\s-])|[ー−‐–—・•])")
"""What people take for the hyphen and space of a list's entry."""


def explain(error: yaml.YAMLError, text: str, file: str, report: Report) -> None:
    """Report a syntax error under the code that says what to do about it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        report.add("yaml-syntax", Place(file), problem=str(error).splitlines()[0])
        return
    code, offset = _slip_of_keys(*_classify(error, error.problem_mark, text), text)
    line_start = text.rfind("\n", 0, offset) + 1
    place = Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)
    tag = text[offset:].split(maxsplit=1)[0] if text[offset:].strip() else ""
    if any((known.code, known.place) == (code, place) for known in report):
        return  # the tree has told it already
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
    if code in _AFTER_QUOTE and (opening := _left_open(text, mark)) is not None:
        return "yaml-quote", opening
    if code == "yaml-indent" and before.rstrip().endswith(("'", '"')):
        return "yaml-after-quote", mark.index
    if code == "yaml-indent" and before.rstrip().endswith(("]", "}")):
        return "yaml-bracket", mark.index
    if code == "yaml-colon" and not re.search(r":\s", before):
        return "yaml-key-colon", _line_above(text, mark.index - len(before))
    if code == "yaml-syntax" and "node content" in problem and character in tuple("[]{},"):
        return "yaml-special-start" if character == "," else "yaml-bracket", mark.index
    if code == "yaml-bracket" and not text[mark.index :].strip():
        return code, len(text.rstrip()) - 1  # not below the last line
    start = error.context_mark if code in _AT_CONTEXT else None
    return code, (start or mark).index


def _left_open(text: str, mark: yaml.Mark) -> int | None:
    """Where the quotes open that end in the line of the fault, if they took in what was meant as other lines."""
    opening = None
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if token.start_mark.index >= mark.index:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and token.end_mark.line == mark.line:
                swallowed = _SWALLOWED.search(text, token.start_mark.index, token.end_mark.index)
                opening = token.start_mark.index if swallowed else None
    except yaml.YAMLError:
        pass  # the fault that is being explained; what comes before it was seen
    return opening


def _slip_of_keys(code: str, offset: int, text: str) -> tuple[str, int]:
    """A more telling code where the line of a fault begins with a full-width space, or with no proper hyphen."""
    line = text.rfind("\n", 0, offset) + 1
    if wide := _WIDE_INDENT.match(text, line):
        return "yaml-wide-space", wide.end() - 1
    if code == "yaml-key-colon" and (dash := _DASH.match(text, line)):
        return "yaml-dash", dash.start(1)
    return code, offset


def key_slip(key: str) -> tuple[str, int] | None:
    """The code, and the offset of the fault, where a plain key shows a slip of the keyboard."""
    if _WIDE_INDENT.match(key):
        return "yaml-wide-space", 0
    if key.endswith("\u3000"):
        return "yaml-wide-space", len(key.rstrip())
    return ("yaml-dash", 0) if is_dashed(key) else None


def is_dashed(text: str) -> bool:
    """Whether a text begins as an entry of a list should, but for its hyphen or the space after it."""
    return bool(_DASH.match(text))


def _line_above(text: str, line_start: int) -> int:
    """The first character of the nearest line above that says something."""
    above = text[:line_start].rstrip()
    start = above.rfind("\n") + 1
    return start + len(above[start:]) - len(above[start:].lstrip())
