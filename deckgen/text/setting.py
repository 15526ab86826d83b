"""Setting a paragraph: runs -> lines no wider than a measure, by greedy filling under kinsoku.

Widths are in em, so that one result serves every place where the text meets the same measure at the same size.
"""

from dataclasses import dataclass
from functools import lru_cache

from deckgen.model.text import Run
from deckgen.text import kinsoku
from deckgen.text.fonts import FontSet, clusters

AUTOSPACE = 0.2
"""em."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its runs (cut where the line ends) with their widths in em, and the width of all."""

    runs: tuple[Run, ...]
    widths: tuple[float, ...]
    width: float

    @property
    def text(self) -> str:
        """The characters on the line."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class _Cluster:
    text: str
    width: float
    run: int


def set_lines(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> tuple[SetLine, ...]:
    """Break runs into lines of at most `measure` em.

    A line feed in a run ends a line. Where not even one cluster fits the measure, the cluster stands alone: the caller
    sees a line wider than the measure. Spaces at a line's end stay on the line and do not count in its width.
    """
    return _set_lines(runs, round(measure, 3), bold, fonts)


@lru_cache(maxsize=20_000)
def _set_lines(runs: tuple[Run, ...], measure: float, bold: bool, fonts: FontSet) -> tuple[SetLine, ...]:
    items = _clusters(runs, bold, fonts)
    lines: list[SetLine] = []
    start = 0
    while start < len(items):
        end = _line_end(items, start, measure)
        lines.append(_line(items[start:end], runs))
        start = end
    return tuple(lines) or (SetLine((), (), 0.0),)


def _clusters(runs: tuple[Run, ...], bold: bool, fonts: FontSet) -> list[_Cluster]:
    found: list[_Cluster] = []
    for index, run in enumerate(runs):
        heavy = bold or run.strong
        found.extend(_Cluster(cluster, fonts.advance(cluster, heavy), index) for cluster in clusters(run.text))
    return found


def _line_end(items: list[_Cluster], start: int, measure: float) -> int:
    """Index after the last cluster of the line that begins at `start`."""
    width = 0.0
    last_break = start
    index = start
    while index < len(items):
        item = items[index]
        if item.text == "\n":
            return index + 1
        if index > start and _breaks_before(items, index):
            last_break = index
        if not item.text.isspace() and width + item.width > measure + 1e-6:
            return _overfull_end(items, start, index, last_break)
        width += item.width + _autospace(items, index)
        index += 1
    return len(items)


def _autospace(items: list[_Cluster], index: int) -> float:
    """Room for the space that LibreOffice puts between Japanese and Latin (JLREQ 3.2.6), which PowerPoint does not."""
    if index + 1 < len(items) and kinsoku.meets_latin(items[index].text, items[index + 1].text):
        return AUTOSPACE
    return 0.0


def _breaks_before(items: list[_Cluster], index: int) -> bool:
    previous = items[index - 2].text if index >= 2 else ""
    return kinsoku.may_break(items[index - 1].text, items[index].text, previous)


def _overfull_end(items: list[_Cluster], start: int, index: int, last_break: int) -> int:
    """Where to end a line whose cluster at `index` no longer fits: the last permitted break, else inside a word."""
    if last_break > start:
        return last_break
    for position in range(index, start, -1):
        if kinsoku.may_break_inside_word(items[position - 1].text, items[position].text):
            return position
    return _legal_cut(items, start, index)


def _legal_cut(items: list[_Cluster], start: int, index: int) -> int:
    """The last cut before `index` that breaks no kinsoku rule, if the line has one; else the cut at `index`."""
    for position in range(index, start, -1):
        if items[position].text[0] not in kinsoku.NOT_AT_START and items[position - 1].text not in kinsoku.NOT_AT_END:
            return position
    return max(index, start + 1)


def _line(items: list[_Cluster], runs: tuple[Run, ...]) -> SetLine:
    texts: list[list[str]] = []
    widths: list[float] = []
    order: list[int] = []
    for item in items:
        if not order or order[-1] != item.run:
            order.append(item.run)
            texts.append([])
            widths.append(0.0)
        texts[-1].append(item.text)
        widths[-1] += item.width
    cut = tuple(_cut(runs[run], "".join(parts)) for run, parts in zip(order, texts, strict=True))
    return SetLine(cut, tuple(widths), sum(widths) - _trailing_space(items))


def _cut(run: Run, text: str) -> Run:
    return run if text == run.text else Run(text, run.strong, run.link, run.ruby)


def _trailing_space(items: list[_Cluster]) -> float:
    width = 0.0
    for item in reversed(items):
        if not item.text.isspace():
            break
        width += item.width
    return width
