"""A comparison for the terminal: what went in `[-…-]`, what came in `{+…+}`, with colour only if wanted."""

from collections.abc import Iterator, Sequence

from deckgen.model.changes import Change, Comparison, Detail, Entry
from deckgen.text.columns import wrap
from deckgen.wording import Language, say
from deckgen.writers.changes.heads import count_words, edition_words, reason_words, size_words, title_of
from deckgen.writers.changes.words import detail_texts, echo_words, entry_words, place_words, slide_words

SIGNS: dict[Change, str] = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_MARKS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_OPEN = {"deleted": "\u2061", "inserted": "\u2062"}
_CLOSE = "\u2063"
"""Invisible signs that tell where colours change, until lines are broken."""
_CODES = {_OPEN["deleted"]: "\x1b[31;9m", _OPEN["inserted"]: "\x1b[32;4m", _CLOSE: "\x1b[0m"}
_NARROWEST = 20
_CONTEXT = 16
"""Characters of a long unchanged stretch that are shown beside each change."""
_BOLD = "\x1b[1m{}\x1b[0m"


def render(comparison: Comparison, language: Language, *, colour: bool = False, columns: int | None = None) -> str:
    """The comparison as text; in lines of at most so many columns where they are given."""
    painter = _Painter(language, colour, columns)
    return "\n".join(painter.lines(comparison)) + "\n"


def _in_context(pieces: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pieces, long stretches that stayed cut down to what shows where the changes are."""
    last = len(pieces) - 1
    for at, (text, kind) in enumerate(pieces):
        yield (_cut(text, at_start=at == 0, at_end=at == last) if kind == "same" and last else text), kind


def _cut(text: str, *, at_start: bool, at_end: bool) -> str:
    head = "" if at_start else text[:_CONTEXT]
    tail = "" if at_end else text[-_CONTEXT:]
    return text if len(text) <= len(head) + len(tail) + _CONTEXT else f"{head}…{tail}"


class _Painter:
    def __init__(self, language: Language, colour: bool, columns: int | None) -> None:
        self._language = language
        self._colour = colour
        self._columns = columns

    def lines(self, comparison: Comparison) -> Iterator[str]:
        yield self._bold(title_of(comparison, self._language))
        for side, name in ((comparison.old, "old"), (comparison.new, "new")):
            words = (edition_words(side, self._language), size_words(side, self._language))
            yield from self._broken(f"{self._say(name)}  {'  '.join(words)}", "  ")
        for reason in reason_words(comparison.new, self._language).splitlines():
            yield from self._broken(reason, "      ", "      ")
        for section in comparison.sections:
            yield ""
            yield self._bold(self._say(f"section.{section.kind}"))
            for entry in section.entries:
                yield from self._entry(entry)
        yield ""
        yield from self._broken(count_words(comparison, self._language), "", "")

    def _entry(self, entry: Entry) -> Iterator[str]:
        yield from self._broken(f"{SIGNS[entry.change]} {self._where(entry)}{self._named(entry)}", "  ", "    ")
        for detail in entry.details:
            yield from self._detail(detail)
        if entry.echoes:
            yield from self._broken(self._told("changed-with-it", echo_words(entry, self._language)), "    ", "      ")

    def _say(self, key: str) -> str:
        return say(f"changes.{key}", self._language)

    def _told(self, key: str, text: str) -> str:
        """A text behind what it is."""
        return say("named", self._language, name=self._say(key), value=text)

    def _where(self, entry: Entry) -> str:
        """The number of a slide; both where it moved."""
        match entry.change:
            case "moved" if entry.old_position:
                return f"{entry.old_position} → {entry.new_position}  "
            case "added" | "removed" if position := entry.new_position or entry.old_position:
                return f"{position}  "
        return ""

    def _named(self, entry: Entry) -> str:
        name = entry_words(entry, self._language)
        subject = f" [{entry.subject}]" if entry.label and entry.subject else ""
        if not entry.slides:
            return name + subject
        shown = self._told("shown-on", slide_words(entry, self._language))
        return name + subject + say("bracketed", self._language, text=shown)

    def _detail(self, detail: Detail) -> Iterator[str]:
        place = place_words(detail.path, self._language)
        colon = say("colon", self._language) if place else ""
        has_marks = detail.change == "changed"  # else the sign at the line's head says it all
        pieces = detail_texts(detail, self._language)
        text = "".join(self._piece(text, kind, has_marks=has_marks) for text, kind in _in_context(pieces))
        yield from self._broken(f"{SIGNS[detail.change]} {place}{colon}{text}", "    ", "      ")

    def _piece(self, text: str, kind: str, *, has_marks: bool) -> str:
        line = " ".join(text.splitlines())
        if kind == "same":
            return line
        begin, end = _MARKS[kind] if has_marks else ("", "")
        return f"{_OPEN[kind]}{begin}{line}{end}{_CLOSE}"

    def _broken(self, text: str, indent: str, hanging: str = "    ") -> Iterator[str]:
        """The text in lines; colours end with a line and begin anew on the next."""
        columns = self._columns and max(self._columns - len(hanging), _NARROWEST)
        lines = (wrap(text, columns) if columns else [text]) or [""]
        state = ""
        for number, line in enumerate(lines):
            painted, state = self._painted(state + line)
            yield (hanging if number else indent) + painted

    def _painted(self, line: str) -> tuple[str, str]:
        state = ""
        made = ""
        for character in line:
            if character in _CODES:
                state = "" if character == _CLOSE else character
                made += _CODES[character] if self._colour else ""
            else:
                made += character
        return made + (_CODES[_CLOSE] if state and self._colour else ""), state

    def _bold(self, text: str) -> str:
        return _BOLD.format(text) if self._colour else text
