"""What a YAML parser's complaint means, for people who do not know YAML."""

import re

import yaml

from deckgen.diagnostics import Place, Report
from deckgen.readers.lines import STRANGE
from deckgen.readers.slips import Slip, is_dashed, slips
from deckgen.text.hygiene import code_point

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BY_PROBLEM: tuple[tuple[str, str], ...] = (
    (r"scanning an? (alias|anchor)", "yaml-special-start"),
    (r"(scanning|parsing) a (tag|node)", "yaml-tag"),
    (r"scanning a block scalar", "yaml-special-start"),
    (r"block sequence entries are not allowed", "yaml-list-start"),
    (r"mapping values are not allowed", "yaml-colon"),
    (r"could not find expected ':'", "yaml-key-colon"),
    (r"unexpected end of stream", "yaml-quote"),
    (
        r"expected ',' or '[\]}]'|expected the node content, but found|a flow node|flow (sequence|mapping)",
        "yaml-bracket",
    ),
    (r"invalid Unicode", "control-character"),
    (r"unknown escape|expected escape sequence|expected hexdecimal", "yaml-escape"),
    (r"expected (key|<block end>|'-' indicator)|indentation", "yaml-indent"),
)
"""What stands in the parser's problem and context -> code; the first that fits."""

_AT_CONTEXT = frozenset({"yaml-quote", "yaml-key-colon", "yaml-special-start", "yaml-tag"})
"""Codes whose fault lies where the parser began, not where it gave up."""

_AFTER_QUOTE = frozenset({"yaml-after-quote", "yaml-colon", "yaml-key-colon", "yaml-indent"})
"""Codes of what the parser meets where a quote that was left open ends at the beginning of the next one."""

_SWALLOWED = re.compile(r"\n\s*(?:- |[^\s\"':#]+:\s)")
"""An entry or a key on a line of its own: no text in quotes has it, unless its closing quote was forgotten."""

_ESCAPED = re.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{4}")
"""The digits of an escape in quotes."""
_ODD_SPACE = re.compile(f"^(?:{STRANGE.pattern})|(?:{STRANGE.pattern})$")
"""A full-width, no-break or other space at either end of a key."""
_LEXICAL = frozenset({
    "yaml-quote", "yaml-after-quote", "yaml-bracket", "yaml-escape", "yaml-special-start", "yaml-tag",
    "yaml-list-start",
})  # fmt: skip
"""Codes of signs that are wrong by themselves, whatever the line's place among others."""


def tell_slips(text: str, file: str, report: Report, error: yaml.YAMLError | None = None) -> bool:
    """Report the lines that fit nowhere, but for those below an error of the parser; whether there are some."""
    end = _end_of_sense(error, text) if error else len(text)
    found = [slip for slip in slips(text) if slip.line < end]
    for slip in found:
        slip.told_in(file, report)
    return bool(found)


def _end_of_sense(error: yaml.YAMLError, text: str) -> int:
    """The line up to which a parser found its way, from 1, and one more where it is that line which fits nowhere."""
    fault = _fault(error, text)
    if fault is None:
        return len(text)
    if fault.code in _LEXICAL:
        return fault.line
    assert isinstance(error, yaml.MarkedYAMLError)
    assert error.problem_mark
    return int(error.problem_mark.line) + 2


def explain(error: yaml.YAMLError, text: str, file: str, report: Report) -> None:
    """Report a syntax error under the code that says what to do about it."""
    fault = _fault(error, text)
    if fault is None:
        report.add("yaml-syntax", Place(file))
    else:
        fault.told_in(file, report)


def _fault(error: yaml.YAMLError, text: str) -> Slip | None:
    """What the parser complains of; None where it does not say in which line."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return None
    code, offset = _classify(error, error.problem_mark, text)
    line_start = text.rfind("\n", 0, offset) + 1
    tag = text[offset:].split(maxsplit=1)[0] if text[offset:].strip() else ""
    digits = _ESCAPED.match(text, offset) if code == "control-character" else None
    character = f"U+{digits[0].upper()}" if digits else text[offset : offset + 1]
    values: dict[str, object] = {"character": character, "tag": tag}
    return Slip(code, text.count("\n", 0, offset) + 1, offset - line_start + 1, values)


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
    code = "yaml-colon" if code == "yaml-bracket" and _is_second_colon(character, before) else code
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
    start = (error.context_mark if code in _AT_CONTEXT else None) or mark
    if code == "yaml-special-start" and stands_for_dash(text, start.index):
        return "yaml-dash", start.index
    return code, start.index


def _is_second_colon(character: str, before: str) -> bool:
    return character == ":" and re.search(r":\s", before) is not None


def stands_for_dash(text: str, index: int) -> bool:
    """Whether a sign was meant as the dash of an entry: it begins its line, or an entry begins right below it."""
    before = text[text.rfind("\n", 0, index) + 1 : index]
    below = text[index:].split("\n", 2)[1:2]
    is_first = not before.strip() or any(row.startswith(" " * len(before) + "- ") for row in below)
    return is_first and is_dashed(text[index : index + 2])


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


def key_slip(key: str, place: Place) -> Slip | None:
    """What is wrong where a plain key shows a slip of the keyboard."""
    if odd := _ODD_SPACE.search(key):
        code = "yaml-wide-space" if odd.group() == "\u3000" else "yaml-odd-space"
        return Slip(code, place.line, place.column + odd.start(), {"code_point": code_point(odd.group())})
    return Slip("yaml-dash", place.line, place.column) if is_dashed(key) else None


def _line_above(text: str, line_start: int) -> int:
    """The first character of the nearest line above that says something."""
    above = text[:line_start].rstrip()
    start = above.rfind("\n") + 1
    return start + len(above[start:]) - len(above[start:].lstrip())
