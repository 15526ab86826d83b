"""Inline marks of the material: `**strong**`, `[label](https://…)`, `｜漢字《かんじ》`, and a backslash before a mark.

Running text also has paragraphs (parted by an empty line) and list items (`- `, `1. `, two spaces for each level).
What is no complete mark stays as it was typed, so text without marks comes out literally.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from deckgen.diagnostics import Report
from deckgen.model.text import Paragraph, Run, Source, Text
from deckgen.text.addresses import likely_address, no_part

LITERAL = "\x01"
"""Takes the meaning from the character after it. No file can hold it: the readers refuse control characters."""

_MEANINGFUL = "*[]｜《》\\-."
_ESCAPE = re.compile(rf"{LITERAL}(.)|\\([*\[\]｜《》])", re.DOTALL)
_BLANK = "\x00"
"""Stands for a character without meaning where marks are looked for."""

_MARK = re.compile(r"\*\*|\[|｜|《")
_STRONG_END = re.compile(r"(?<=[^\s*])\*\*")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_RUBY = re.compile(r"｜([^｜《》]+)《([^《》]+)》")
_READING = re.compile(r"《([^《》]+)》")
_KANJI = re.compile(
    r"(?:[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆〇ヵヶ][\ufe00-\ufe0f\U000e0100-\U000e01ef]?)+\Z"
)
_KANJI_REACH = 40
"""Characters before a reading among which its kanji are looked for."""
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)

_LINE_END = re.compile("[\n\x85\u2028\u2029]")
_ITEM = re.compile(r"( *)(-|[0-9]{1,3}\.) +(?=\S)")
_ESCAPED_ITEM = re.compile(r"^( *)(\\-|[0-9]{1,3}\\\.)(?= )")
_DEEPEST = 3


def has_link_form(text: str) -> bool:
    """Whether a text is read as a link, whose address is then judged."""
    return _LINK.fullmatch(text) is not None


def literal(text: str) -> str:
    """The text on one line, with every character that could be part of a mark made literal."""
    line = join_lines(_lines(text))
    return "".join(LITERAL + character if character in _MEANINGFUL else character for character in line)


def parse(text: str, source: Source, report: Report) -> Text:
    """One paragraph: line ends are joined, marks parsed. `source` is where the text comes from, for messages."""
    return Text((Paragraph(_runs(join_lines(_lines(text)), source, report)),), source.place)


def parse_blocks(text: str, source: Source, report: Report) -> Text:
    """Paragraphs and list items."""
    blocks: list[_Block] = []
    is_open = False
    for written in _LINE_END.split(text.replace("\t", " ")):
        line = _ESCAPED_ITEM.sub(_unescaped_item, written)
        if not line.strip(" "):
            is_open = False
        elif item := _ITEM.match(written):
            deepest = min(_DEEPEST, blocks[-1].level + 1 if blocks and blocks[-1].marker else 0)
            marker = "-" if item[2] == "-" else "1."
            blocks.append(_Block([line[item.end() :].strip(" ")], marker, min(len(item[1]) // 2, deepest)))
            is_open = True
        elif is_open and not (blocks[-1].marker and not line.startswith("  ")):
            blocks[-1].lines.append(line.strip(" "))
        else:
            blocks.append(_Block([line.strip(" ")]))
            is_open = True
    paragraphs = (
        Paragraph(_runs(join_lines(block.lines), source, report), block.marker, block.level) for block in blocks
    )
    return Text(tuple(paragraphs) or (Paragraph(()),), source.place)


def has_blocks(text: str) -> bool:
    """Whether a text has several paragraphs, or several lines of which one is the entry of a list."""
    lines = [line.strip(" ") for line in text.strip().split("\n")]
    return len(lines) > 1 and any(not line or _ITEM.match(line) for line in lines)


def item_of(line: str) -> str | None:
    """What a line of running text holds behind the sign of a list item; None where it is none."""
    item = _ITEM.match(line)
    return line[item.end() :] if item else None


def without_escapes(text: str) -> str:
    """The text with every character blanked that was made literal, so that no mark is found in it."""
    return _without_escapes(text)[1]


def _lines(text: str) -> Iterator[str]:
    return (line.strip(" ") for line in _LINE_END.split(text.replace("\t", " ")))


@dataclass(slots=True)
class _Block:
    lines: list[str]
    marker: str | None = None
    level: int = 0


def _unescaped_item(match: re.Match[str]) -> str:
    return match[1] + match[2].replace("\\", "")


def join_lines(lines: Iterable[str]) -> str:
    """Lines as one: a space between Latin words, nothing where a Japanese character is on either side."""
    whole = ""
    for line in lines:
        if whole and line:
            before, after = whole[-1], line[1] if line[0] == LITERAL else line[0]
            whole += "" if _is_wide(before) or _is_wide(after) else " "
        whole += line
    return whole


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _runs(text: str, source: Source, report: Report) -> tuple[Run, ...]:
    characters, mask = _without_escapes(text)
    scanner = _Scanner(characters, mask, source, report)
    runs: list[Run] = []
    for run in scanner.runs(0, len(characters), Run("")):
        if runs and run.ruby is None and replace(run, text=runs[-1].text) == runs[-1]:
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return tuple(runs)


def _without_escapes(text: str) -> tuple[str, str]:
    """The characters, and the same with those blanked that were made literal."""
    if LITERAL not in text and "\\" not in text:
        return text, text
    characters = _ESCAPE.sub(lambda match: match[1] or match[2], text)
    return characters, _ESCAPE.sub(_BLANK, text)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of text that a mark gives a look of its own."""

    start: int
    end: int
    runs: list[Run]


class _Scanner:
    """Finds the marks of one paragraph: looks for them in `mask`, takes what they hold from `characters`."""

    def __init__(self, characters: str, mask: str, source: Source, report: Report) -> None:
        self._characters = characters
        self._mask = mask
        self._source = source
        self._report = report
        self._strong_ends = [match.start() for match in _STRONG_END.finditer(mask)]

    def runs(self, start: int, end: int, look: Run) -> list[Run]:
        """The runs between two offsets; `look` is what the marks around them make of them."""
        found: list[Run] = []
        done = position = start
        while mark := _MARK.search(self._mask, position, end):
            marked = self._marked(mark, done, end, look)
            if marked is None:
                position = mark.end()
                continue
            self._add_text(found, done, marked.start, look)
            found.extend(marked.runs)
            done = position = marked.end
        self._add_text(found, done, end, look)
        return found

    def _add_text(self, found: list[Run], start: int, end: int, look: Run) -> None:
        if start < end:
            found.append(replace(look, text=self._characters[start:end]))

    def _marked(self, mark: re.Match[str], done: int, end: int, look: Run) -> _Marked | None:
        match mark.group():
            case "**" if not look.strong:
                return self._strong(mark.start(), end, look)
            case "[" if look.link is None:
                return self._link(mark.start(), end, look)
            case "｜":
                return self._ruby(_RUBY.match(self._mask, mark.start(), end), look)
            case "《":
                return self._reading(mark.start(), done, end, look)
        return None

    def _strong(self, start: int, end: int, look: Run) -> _Marked | None:
        index = bisect_left(self._strong_ends, start + 3)
        if index == len(self._strong_ends) or self._strong_ends[index] + 2 > end or self._mask[start + 2].isspace():
            return None
        close = self._strong_ends[index]
        return _Marked(start, close + 2, self.runs(start + 2, close, replace(look, strong=True)))

    def _link(self, start: int, end: int, look: Run) -> _Marked | None:
        link = _LINK.match(self._mask, start, end)
        if link is None:
            return None
        address = self._characters[link.start(2) : link.end(2)]
        if _ADDRESS.fullmatch(address):
            return _Marked(start, link.end(), self.runs(*link.span(1), replace(look, link=address)))
        written = self._characters[start : link.end()]
        place = self._source.place_of(address or "]()")
        if character := no_part(address):
            self._report.add("link-sign", place, found=address, character=character)
        else:
            self._report.add("link-address", place, found=address, suggestion=likely_address(address))
        return _Marked(start, link.end(), [replace(look, text=written)])

    def _ruby(self, ruby: re.Match[str] | None, look: Run) -> _Marked | None:
        if ruby is None:
            return None
        base, reading = (self._characters[slice(*ruby.span(group))] for group in (1, 2))
        return _Marked(*ruby.span(), [replace(look, text=base, ruby=reading)])

    def _reading(self, start: int, done: int, end: int, look: Run) -> _Marked | None:
        """A reading without ｜ belongs to the kanji directly before it."""
        reading = _READING.match(self._mask, start, end)
        kanji = _KANJI.search(self._characters, max(done, start - _KANJI_REACH), start)
        if reading is None or kanji is None:
            return None
        ruby = self._characters[slice(*reading.span(1))]
        return _Marked(kanji.start(), reading.end(), [replace(look, text=kanji.group(), ruby=ruby)])
