"""Japanese lines in the PDF engine: it breaks them by UAX #14, and learns here what the house and CSS Text 4 add.

- Always: strict kinsoku, numbers with their units, days and ranges, as on slides (`deckgen.text.kinsoku`).
- `word-break: auto-phrase`: lines end with a phrase (BudouX).
- `text-wrap: pretty`: no last line of a sign or two. `text-wrap: balance`: as few lines as may be, of like length.

Pango is told as an attribute of the text where no line may end; an element around every phrase takes as long as all
the rest of a paper's layout. What the line has no room for breaks as the engine sees fit.

A line that was filled once is remembered: the engine asks for two of five lines again, where a block goes to the next
page or stands beside a float, and companies share most of what they read.
"""

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Any

from deckgen.text.kinsoku import EAST_ASIAN, may_break, whole_stretches
from deckgen.text.phrases import CLAUSE_ENDS, phrase_ends

_Range = tuple[int, int]
_WRAPPING = frozenset(("normal", "pre-wrap", "pre-line"))
_TAIL = 4
"""Signs that a last line has at least where it is to be pretty."""
_LATIN = {**dict.fromkeys("!'(),-./:;[]fijlrt|I ", 0.5), **dict.fromkeys("mwMW@%&", 1.0)}
_MIDDLING = 0.8
"""Em that a Latin sign takes, and one that has no entry, rather more than less: what is held though it has no room
leaves the column. Digits of our family take 0.76."""
_WORD = re.compile("[ァ-ヺー]{2,}")
"""A foreign word, which is hard to read in two parts."""
_MOST_LINES = 6
"""Longer texts are read, not looked at: nothing is balanced in them."""
_UNBOUND = 2**21
"""Pixels from which on the engine takes a width for unbounded."""
_HAIR = 0.01
"""Pixels that make room for a rounding."""
_KEPT = 6_000
"""Lines that are remembered with a set of fonts: a company's papers have some 2,500."""
_TEXTS = 2_000
"""Texts that are remembered with what holds together in them: more than one company has, so that those stay that
companies share, and no more, since a process that makes the papers of hundreds would grow for as long as these fill.
"""
_LOOK = itemgetter(
    "direction", "lang", "white_space", "word_break", "overflow_wrap", "text_wrap", "word_spacing", "letter_spacing",
    "tab_size", "hyphens", "hyphenate_character", "hyphenate_limit_chars",
    "hyphenate_limit_zone", "font_language_override", "font_family", "font_size", "font_style", "font_stretch",
    "font_weight", "font_kerning", "font_variant_alternates", "font_variant_caps", "font_variant_east_asian",
    "font_variant_ligatures", "font_variant_numeric", "font_variant_position", "font_feature_settings",
    "font_variation_settings",
)  # fmt: skip
"""All of a style that a line's end and its measures depend on, but for whether anything is drawn over or below it."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A text, and where no line of it may end."""

    text: str
    phrases: bool
    pretty: bool
    room: float
    """Em that a stretch may take to be held together."""
    start: int
    """Where in the whole text the line begins."""
    whole: str

    def ranges(self, length: int) -> Iterator[_Range]:
        """Bytes of the line's first `length` signs that hold together."""
        at, byte = 0, 0
        for first, last in _stretches(self.whole, self.phrases, self.pretty, self.room):
            first, last = max(first - self.start, 0), min(last - self.start, length)
            if last - first < 2:
                continue
            byte += len(self.text[at:first].encode())
            end = byte + len(self.text[first:last].encode())
            yield byte, end
            at, byte = last, end


@lru_cache(_TEXTS)
def _stretches(text: str, phrases: bool, pretty: bool, room: float) -> tuple[_Range, ...]:
    """Where lines do not end, as far as each stretch has room on one."""
    ends = _ends(text)
    found = finest = _parts(text, ends)
    if phrases:
        words = _parts(text, ends.difference(*(range(word.start() + 1, word.end()) for word in _WORD.finditer(text))))
        found = _with_room(text, _parts(text, phrase_ends(text) & ends), _with_room(text, words, finest, room), room)
    if pretty and len(text) > _TAIL:
        tail = len(text) - _TAIL
        kept = [part for part in found if part[1] <= tail]
        found = _with_room(text, (*kept, (kept[-1][1] if kept else 0, len(text))), found, room)
    return tuple(part for part in _with_room(text, found, (), room) if part[1] - part[0] > 1)


def _parts(text: str, ends: frozenset[int]) -> tuple[_Range, ...]:
    return tuple(pairwise(sorted({0, *ends, len(text)})))


@lru_cache(_TEXTS // 2)
def _ends(text: str) -> frozenset[int]:
    """Where a line may end by the rules of the house."""
    ends = {at for at in range(1, len(text)) if may_break(text[at - 1], text[at], text[at - 2] if at > 1 else "")}
    for first, last in whole_stretches(text):
        ends.difference_update(range(first + 1, last))
    return frozenset(ends)


def _with_room(text: str, parts: tuple[_Range, ...], finer: tuple[_Range, ...], room: float) -> tuple[_Range, ...]:
    """The parts; in the place of each that is wider than `room` em, the finer ones that it consists of."""
    reach = _reach(text)
    made: list[_Range] = []
    for first, last in parts:
        if reach[last] - reach[first] <= room:
            made.append((first, last))
        else:
            made.extend(part for part in finer if first <= part[0] and part[1] <= last)
    return tuple(made)


@lru_cache(_TEXTS // 10)
def _reach(text: str) -> tuple[float, ...]:
    """Em that the signs before each offset take."""
    return tuple(accumulate(map(_width, text), initial=0.0))


def _width(sign: str) -> float:
    """Em that a sign takes at most, nearly."""
    return 1.0 if sign >= EAST_ASIAN else _LATIN.get(sign, _MIDDLING)


class _Setting:
    """The line that the engine is filling, for the text layouts that it makes on the way."""

    def __init__(self) -> None:
        self.held: _Held | None = None
        self._whole = ""
        self._width = float("inf")

    def begin(self, text: str, style: Any, width: float, *, is_line_start: bool) -> tuple[str, float]:
        """A line of `text`, which may be what earlier lines have left of a longer one.

        `width` is what the line has left, in pixels. Text that goes on behind other text has to fit the line that comes
        next, which is as wide as the one that was begun. Returned are that longer text and the room, in em.
        """
        if not self._whole.endswith(text):
            self._whole = text
        self._width = width if is_line_start else max(width, self._width)
        self.held = _Held(
            text=text,
            phrases=style["word_break"] == "auto-phrase",
            pretty=style["text_wrap"] != "wrap",
            room=round(self._width / style["font_size"], 1),
            start=len(self._whole) - len(text),
            whole=self._whole,
        )
        return self._whole, self.held.room

    def end(self) -> None:
        self.held = None

    def forget(self) -> None:
        self._whole = ""
        self._width = float("inf")


_SETTING = _Setting()


def begin_document() -> None:
    """Forget the last text: how a document breaks does not hang on those that were made before it."""
    _SETTING.forget()


def teach_japanese() -> None:
    """Teach the engine the two properties, and have it ask before it ends a line."""
    from weasyprint.css import properties as known
    from weasyprint.css.validation.properties import PROPERTIES, single_keyword
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break

    known.INITIAL_VALUES["text_wrap"] = "wrap"
    known.INHERITED.add("text_wrap")
    known.KNOWN_PROPERTIES.update(_VALUES)
    for name, values in _VALUES.items():
        PROPERTIES[name] = single_keyword(values.__contains__)
        PROPERTIES[name].wants_base_url = False
    line_break.Layout.set_text = _holding(_SETTING, line_break.Layout.set_text)
    fill = _Filling(_SETTING, line_break).fill
    line_break.split_first_line = inline.split_first_line = preferred.split_first_line = fill
    between = line_break.can_break_text
    inline.can_break_text = lambda text, lang: between(text, lang) and (len(text) != 2 or may_break(*text))


_VALUES = {
    "word-break": ("normal", "break-all", "auto-phrase"),
    "text-wrap": ("wrap", "balance", "pretty"),
}


def _holding(setting: _Setting, set_text: Callable[..., None]) -> Callable[..., None]:
    """The engine's way to give a layout its text, with what holds together in it."""
    from weasyprint.text.ffi import ffi, pango

    ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (int allow_breaks);", override=True)

    def held_together(layout: Any, text: str, justify: bool = False) -> None:
        set_text(layout, text, justify)
        held = setting.held
        if held is None or not held.text.startswith(layout.text):
            return
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for first, last in held.ranges(len(layout.text)):
            attribute = pango.pango_attr_allow_breaks_new(0)
            attribute.start_index, attribute.end_index = first, last
            pango.pango_attr_list_insert(attributes, attribute)
        pango.pango_layout_set_attributes(layout.layout, attributes)

    return held_together


class _Filling:
    """The engine's way to fill a line, which knows its text while it does."""

    def __init__(self, setting: _Setting, line_break: Any) -> None:
        from weasyprint.text.ffi import ffi

        ffi.cdef(
            "int pango_layout_get_line_count (PangoLayout *layout);"
            "void pango_layout_get_size (PangoLayout *layout, int *width, int *height);",
            override=True,
        )
        self._setting = setting
        self._split = line_break.split_first_line
        self._create_layout = line_break.create_layout

    def fill(
        self, text: str, style: Any, context: Any, width: float | None, spacing: float,
        is_line_start: bool = True, minimum: bool = False,
    ) -> Any:  # fmt: skip
        """In the place of the engine's `split_first_line`."""
        size, line_of, reach = style["font_size"], ("", 0.0), width
        if width and not minimum and size and style["white_space"] in _WRAPPING:
            line_of = self._setting.begin(text, style, width, is_line_start=is_line_start)
        known = getattr(style.font_config, "lines", {})  # a document of others that is set in this process has none
        is_decorated = style["text_decoration_line"] != "none"
        line = (text, *line_of, width, spacing, is_line_start, minimum, is_decorated, _LOOK(style))
        try:
            if line not in known:
                if len(known) >= _KEPT:
                    known.clear()
                if width and line_of[0] and is_line_start and style["text_wrap"] == "balance" and width < _UNBOUND:
                    reach = self._balanced(text, style, context, width)
                known[line] = self._split(text, style, context, reach, spacing, is_line_start, minimum)
                is_parted = known[line][2] is not None
                if width and line_of[0] and is_parted and self._fits_but_for_its_space(text, style, context, width):
                    known[line] = self._split(text, style, context, _UNBOUND - 1, spacing, is_line_start, minimum)
        finally:
            self._setting.end()
        layout, *measures = known[line]
        return copy(layout), *measures  # drawing changes a layout

    def _fits_but_for_its_space(self, text: str, style: Any, context: Any, width: float) -> bool:
        """Whether all of a text has room but the space at its end, which the end of a line takes away.

        The engine takes such a text, say before a strong one, for one that cannot be parted, and ends the line behind
        its first word.
        """
        bare = text.rstrip(" ")
        return bare != text and self._lines(bare, style, context)[1] <= width

    def _lines(self, text: str, style: Any, context: Any, width: float = _UNBOUND - 1) -> tuple[int, float]:
        """How many lines a text takes, and the width of the widest."""
        from weasyprint.text.ffi import FROM_UNITS, ffi, pango

        layout = self._create_layout(text, style, context, width, 0).layout
        size = ffi.new("int[2]")
        pango.pango_layout_get_size(layout, size, size + 1)
        return pango.pango_layout_get_line_count(layout), size[0] * FROM_UNITS

    def _balanced(self, text: str, style: Any, context: Any, width: float) -> float:
        """The width of a line that leaves the next ones as long as itself, or nearly so where it ends a clause."""
        count, _ = self._lines(text, style, context, width)
        if not 1 < count <= _MOST_LINES:
            return width
        even = self._lines(text, style, context)[1] / count
        ends = ((end, self._lines(text[:end], style, context)[1]) for end in _clause_ends(text))
        near = ((abs(span - even), end, span) for end, span in ends if even / 2 <= span <= min(1.5 * even, width))
        for _, end, span in sorted(near):
            if self._lines(text[end:], style, context, width)[0] == count - 1:
                return span + _HAIR
        return self._narrowest(text, style, context, width, count)

    def _narrowest(self, text: str, style: Any, context: Any, width: float, count: int) -> float:
        """The narrowest width that takes no line more."""
        narrow, wide = width / 2, width
        while wide - narrow > style["font_size"] / 2:
            middle = (narrow + wide) / 2
            taken, widest = self._lines(text, style, context, middle)
            narrow, wide = (narrow, middle) if taken == count and widest <= middle else (middle, wide)
        return wide


def _clause_ends(text: str) -> Iterator[int]:
    """Where a line may end with a clause."""
    return (end for end in _ends(text) if text[end - 1] in CLAUSE_ENDS)
