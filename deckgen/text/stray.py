"""Signs of other ways of writing, which are printed as they stand: what was meant to be a mark and is none."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Literal

from deckgen.diagnostics import Report
from deckgen.model.text import Source
from deckgen.text.inline import has_link_form, item_of, parse, without_escapes

Form = Literal["literal", "line", "item", "blocks"]
"""How a text is read: without marks, as one paragraph, as the entry of a list, as paragraphs and lists."""

_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+"
"""Of a value: nobody writes words with a dot between them in braces for another reason."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("mark-template", r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{\{|\}\}|\{%|%\}"),
    (
        "mark-html",
        r"</?(?:a|b|big|br|center|code|del|div|em|font|h[1-6]|hr|i|img|li|mark|ol|p|pre|s|script|small|span|strike"
        r"|strong|style|sub|sup|table|t[bdhr]|u|ul)(?:\s[^<>]*)?/?>|<!--|&(?:amp|gt|lt|nbsp|quot|#x?[0-9a-f]{1,6});",
    ),
    ("mark-link", r"!?\[[^\[\]]*\]\s?[(（]\s*https?:[^)）]*[)）]|［[^［］]*］\s?[(（]\s*https?:[^)）]*[)）]"),
    ("mark-unread", r"｜[^｜《》]+《[^《》]+》"),
    ("mark-ruby", r"｜[^｜《》\s]{1,20}《(?![^《》]*》)|｜[^｜《》\s]{1,20}》|｜[^｜《》\s]{1,20}《》"),
    (
        "mark-value",
        rf"(?<![{{%]){{\s*(?:slot\s*[:：]\s*)?{_NAME}\s*}}(?!}})|｛｛[^｛｝]*｝｝|｛\s*{_NAME}\s*｝"
        rf"|(?<![\w.])slot\s*[:：]?\s+{_NAME}",
    ),
    ("mark-strong", r"(?<![*＊])(?:\*\*|＊＊)(?![*＊])"),
)
_READ_ELSEWHERE = frozenset({"mark-link", "mark-strong", "mark-ruby"})
_SUSPECT = re.compile(r"[{}｛<&\]］《｜]|%\}|\*\*|＊＊|slot")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What a course's text has values in."""

_HEADING = re.compile(r"#{1,6}(?=[ \u3000])")
_SIGN = r"([・･•●■◆▪‣])(?!\1|[月日年時分社])|[□◇☐*+–—ー－-](?=[ \u3000])"
"""No ○ and no ✓: these say something. Nor ● where it stands for a number or a name."""
_NUMBER = r"[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[)）])|[(（][0-9０-９]{1,2}[)）](?![のとやをがはにで、])"
_BULLET = re.compile(_SIGN)
_BULLET_OR_NUMBER = re.compile(f"{_SIGN}|{_NUMBER}")


@cache
def _stray() -> "re.Pattern[str]":
    """All kinds at once; made when a text is suspect, which few are."""
    return re.compile("|".join(f"({pattern})" for _, pattern in _KINDS), re.IGNORECASE)


def report_stray(source: Source, form: Form, report: Report) -> None:
    """Report each stray sign of a text, which is read in one form, at its place. How its lines begin is looked at in a
    company's text alone.

    What somebody made literal with a backslash is meant as it stands.
    """
    if source.is_template:
        for code, found, occurrence in _inside(source, form):
            if code != "mark-template":  # the templates tell of what they cannot read
                _report(code, found, occurrence, source, report)
        return
    if form == "blocks":
        for line in lone_entries(source.text):
            report.add("list-lone-entry", source.place_of(line))
    for code, found, occurrence in (*_inside(source, form), *_at_starts(source, form)):
        _report(code, found, occurrence, source, report)


def _report(code: str, found: str, occurrence: int, source: Source, report: Report) -> None:
    written = _as_written(found, source)
    told = written if _TAG.search(written) else found
    report.add(code, source.place_of(written, occurrence), found=" ".join(told.split()))


def _as_written(found: str, source: Source) -> str:
    """The same as it stands in the file, with the values and the ends of lines that are in it; else as it is."""
    if found in source.raw:
        return found
    between = rf"(?:\s|{_TAG.pattern})*"
    match = re.search(between.join(map(re.escape, found)), source.raw, re.DOTALL)
    return match.group() if match else found


def lone_entries(text: str) -> Iterator[str]:
    """Lines of a list within a text that stand alone one level deeper than their neighbours."""
    lines = text.split("\n")
    levels = [_level(line) for line in lines]
    for before, level, after, line in zip([-1, *levels], levels, [*levels[1:], -1], lines, strict=False):
        if 0 <= before < level and after < level:
            yield line.strip()


def _level(line: str) -> int:
    """How deep the entry of a list stands; below 0 for any other line."""
    return -1 if item_of(line) is None else (len(line) - len(line.lstrip(" "))) // 2


def _inside(source: Source, form: Form) -> Iterator[tuple[str, str, int]]:
    """Code, characters, and which of their occurrences; complete marks are taken to stand before those without end."""
    if not _SUSPECT.search(source.text):
        return
    text = _TAG.sub("", source.text) if source.is_template else source.text
    read = () if form == "literal" else parse(without_escapes(text), source, Report()).runs
    parts = [text] if form == "literal" else [run.text for run in read]
    counts = Counter((match.lastindex, match.group()) for part in parts for match in _stray().finditer(part))
    for (kind, found), count in counts.items():
        assert kind
        code = _KINDS[kind - 1][0]
        if code == "mark-link" and form != "literal" and has_link_form(found):
            continue
        code = "mark-unread" if form == "literal" and code in _READ_ELSEWHERE else code
        code = "mark-template" if code == "mark-value" and not source.is_template else code
        yield code, found, max(0, source.text.count(found) - count)  # signs may meet where two lines are joined


def _at_starts(source: Source, form: Form) -> Iterator[tuple[str, str, int]]:
    """Signs of headings and lists at the starts of lines."""
    if form == "literal":
        return
    for line in re.finditer(r"(?m)^.+" if form == "blocks" else r"(?s).+", source.text):
        inner = item_of(line.group()) if form == "blocks" else None
        is_item = form == "item" or inner is not None
        start = (line.group() if inner is None else inner).lstrip()
        before = source.text[: line.end() - len(start)]
        if match := _HEADING.match(start):
            yield "mark-heading", match.group(), before.count(match.group())
        elif form != "line" and (match := (_BULLET_OR_NUMBER if is_item else _BULLET).match(start)):
            yield "mark-bullet-twice" if is_item else "mark-bullet", match.group(), before.count(match.group())
