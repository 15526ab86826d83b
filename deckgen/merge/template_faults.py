"""Why a text with values cannot be read, and at which of its braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError

_TAG = re.compile(r"\{%[-+]?\s*(\w+).*?%\}", re.DOTALL)
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN = re.compile(r"unknown tag '(\w+)'")
_OF_IF = ("elif", "else", "endif")


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding, and the part of the text that it is about."""

    code: str
    part: str
    occurrence: int = 0
    """How often the same stands before it."""
    values: dict[str, object] = field(default_factory=dict)


def fault_of(error: TemplateSyntaxError, text: str) -> Fault:
    """What is wrong with a text that the templates cannot read."""
    told = error.message or ""
    if (block := _UNCLOSED.search(told)) and told.lower().startswith("unexpected end of template"):
        tag = _last_open(text, block[1])
        return _at(tag, "template-unclosed" if block[1] == "if" else "template-bounds", text)
    if unknown := _UNKNOWN.search(told):
        tags = [tag for tag in _TAG.finditer(text) if tag[1] == unknown[1]]
        here = next((tag for tag in tags if text.count("\n", 0, tag.start()) + 1 >= error.lineno), tags[-1])
        return _at(here, "template-stray" if unknown[1] in _OF_IF else "template-tag", text)
    line = text.split("\n")[error.lineno - 1].strip()
    return Fault("template-syntax", line, values={"reason": reason_of(error)})


def _at(tag: re.Match[str], code: str, text: str) -> Fault:
    return Fault(code, tag[0], text.count(tag[0], 0, tag.start()), {"found": " ".join(tag[0].split())})


def _last_open(text: str, block: str) -> re.Match[str]:
    """The last tag of a block that has no end behind it."""
    waiting: list[re.Match[str]] = []
    for tag in _blocks(text, block):
        if tag[1] == block:
            waiting.append(tag)
        elif waiting:
            waiting.pop()
    return waiting[-1]


def _blocks(text: str, block: str) -> Iterator[re.Match[str]]:
    return (tag for tag in _TAG.finditer(text) if tag[1] in (block, f"end{block}"))


_REASONS: tuple[tuple[str, str], ...] = (
    ("unexpected end of template", "@template-open"),
    ("unknown tag", "@template-tag"),
    ("no filter named", "@template-filter"),
    ("no test named", "@template-test"),
    ("division", "@template-zero"),
    ("modulo", "@template-zero"),
)
"""What a library's sentence begins with or holds, and the term that says it in our words; the first that fits."""


def reason_of(error: Exception) -> str:
    """Why a template fails, as a term."""
    rest = "@template-sign" if isinstance(error, TemplateSyntaxError) else "@template-kind"
    told = str(error).lower()
    return next((term for part, term in _REASONS if part in told), rest)
