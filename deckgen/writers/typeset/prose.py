"""Notes and cues: logical paragraphs broken into lines for a column of paper, by the same rules as the slides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from deckgen.model.text import Paragraph, Run
from deckgen.text.fonts import FontSet
from deckgen.text.phrases import balance
from deckgen.text.setting import SetLine, set_lines
from deckgen.writers.typeset.bodies import append_piece
from deckgen.writers.typeset.holding import JOINER, hold
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import Draft
from deckgen.writers.typeset.nodes import Piece
from deckgen.writers.typeset.paper import Type

_PAD = "\u00a0"
_READING = 0.5
"""Size of furigana as a share of its base's."""
_INDENT = 1.2
"""How far an item's text stands in from its label, in em; an ordered item a little more."""
_ORDERED_INDENT = 1.8
_SHORTEST = 3.0
"""Least width of a paragraph's last line in em."""
_NARROWER = 4
"""By how many em a column may be narrowed for that."""


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph broken into lines."""

    lines: tuple[tuple[Piece, ...], ...]
    marker: str | None = None
    level: int = 0
    position: int = 0
    """Of an ordered item, from 1."""
    indent: float = 0.0
    """How far its lines stand in, in points."""
    hanging: float = 0.0
    """How far its label stands left of its lines, in points."""
    gap: float = 0.0
    """Space above it in points."""

    def draft(self) -> Draft:
        """The paragraph as a template's node in the making."""
        made: list[Piece] = []
        for index, line in enumerate(self.lines):
            if index:
                append_piece(made, Piece("\n"))
            for piece in line:
                append_piece(made, piece)
        return Draft(
            pieces=tuple(made),
            gap=self.gap,
            marker=self.marker,
            level=self.level,
            position=self.position,
            indent=self.indent,
            hanging=self.hanging,
        )


@dataclass(frozen=True, slots=True)
class Setter:
    """Breaks paragraphs."""

    fonts: FontSet

    def set(
        self, paragraphs: Iterable[Paragraph], type_: Type, measure: float, *, even: bool = False
    ) -> tuple[SetParagraph, ...]:
        """Paragraphs for a column `measure` points wide; empty ones are left out.

        With `even`, for what is looked at before it is read: lines of like length that end with a phrase.
        """
        made: list[SetParagraph] = []
        position = 0
        for paragraph in paragraphs:
            if not paragraph.plain.strip():
                continue
            position = position + 1 if paragraph.marker == "1." else 0 if paragraph.marker is None else position
            made.append(self._paragraph(paragraph, position, type_, measure, even=even, is_first=not made))
        return tuple(made)

    def _paragraph(
        self, paragraph: Paragraph, position: int, type_: Type, measure: float, *, even: bool, is_first: bool
    ) -> SetParagraph:
        hanging = 0.0
        if paragraph.marker:
            hanging = type_.size * (_ORDERED_INDENT if paragraph.marker == "1." else _INDENT)
        indent = hanging + type_.size * _INDENT * paragraph.level
        room = (measure - indent) / type_.size
        runs = tuple(self._held(run) for run in hold(paragraph.runs, room, self.fonts))
        lines = self._broken(self._evened(runs, room) if even else runs, room)
        return SetParagraph(
            lines=tuple(self._pieces(line, type_) for line in lines),
            marker=paragraph.marker,
            level=paragraph.level,
            position=position,
            indent=indent,
            hanging=hanging,
            gap=0.0 if is_first else type_.gap * (0.6 if paragraph.marker else 1.0),
        )

    def _broken(self, runs: tuple[Run, ...], measure: float) -> tuple[SetLine, ...]:
        """Lines whose last is not left with a character or two, where a slightly narrower column sees to that."""
        lines = set_lines(runs, measure, False, self.fonts)
        for step in range(1, _NARROWER + 1):
            if len(lines) < 2 or lines[-1].width >= _SHORTEST:
                break
            narrower = set_lines(runs, measure - step, False, self.fonts)
            if len(narrower) == len(lines):
                lines = narrower
        return lines

    def _evened(self, runs: tuple[Run, ...], measure: float) -> tuple[Run, ...]:
        """Runs with a line feed wherever an even line ends."""
        text = "".join(run.text for run in runs)
        if "\n" in text:
            return runs
        ends = list(accumulate(map(len, balance(text, measure, self.fonts))))[:-1]
        made, start = [], 0
        for run in runs:
            parts = pairwise([0, *(end - start for end in ends if start < end < start + len(run.text)), len(run.text)])
            feed = "\n" if start in ends else ""
            made.append(replace(run, text=feed + "\n".join(run.text[first:last] for first, last in parts)))
            start += len(run.text)
        return tuple(made)

    def _held(self, run: Run) -> Run:
        """A run with a reading as one unbreakable stretch, as wide as the wider of the two.

        Word joiners hold it together and no-break spaces widen it, while lines are broken only.
        """
        if not run.ruby:
            return run
        missing = self._reading_width(run) - self.fonts.width(run.text, run.strong)
        pads = max(0, -int(-missing // self.fonts.advance(_PAD, run.strong)))
        return Run(JOINER.join(run.text) + (JOINER + _PAD) * pads, run.strong, run.link, run.ruby)

    def _reading_width(self, run: Run) -> float:
        return self.fonts.width(run.ruby or "", False) * _READING

    def _pieces(self, line: SetLine, type_: Type) -> tuple[Piece, ...]:
        pieces = [self._piece(run, type_) for run in line.runs]
        last = pieces[-1] if pieces else None
        if last and not last.reading:
            pieces[-1] = Piece(last.text.rstrip(), last.is_strong, last.link)
        return tuple(piece for piece in pieces if piece.text)

    def _piece(self, run: Run, type_: Type) -> Piece:
        text = run.text.replace("\n", "").replace(JOINER, "")
        if not run.ruby:
            return Piece(text, run.strong, run.link)
        base = text.rstrip(_PAD)
        room = max(self.fonts.width(base, run.strong), self._reading_width(run)) * type_.size
        return Piece(base, run.strong, run.link, run.ruby, f"width:{number(room)}pt")


def height(paragraphs: Sequence[SetParagraph], type_: Type) -> float:
    """Points from the top of the first line to the foot of the last."""
    return sum(paragraph.gap + len(paragraph.lines) * type_.pitch for paragraph in paragraphs)
