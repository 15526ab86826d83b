"""Figures of charts that cannot be: parts of nothing, and parts that are more than the whole."""

from collections.abc import Iterator, Sequence

from deckgen.checks.subject import Findings, Subject, finding
from deckgen.model.blocks import ChartBlock
from deckgen.model.slides import ChartSlide, ContentSlide
from deckgen.model.slots import Filling
from deckgen.model.text import Text
from deckgen.text.quantities import PER_CENT
from deckgen.wording import say

_WHOLE = 100


def find_impossible(subject: Subject) -> Findings:
    """Pies that show nothing, and parts of a whole that are more than it."""
    for slide in subject.slides:
        if isinstance(slide, ContentSlide):
            for chart in _charts(slide):
                yield from _of_chart(chart, slide.id, subject)
        elif isinstance(slide, ChartSlide):
            yield from _of_bars(slide, subject)


def _charts(slide: ContentSlide[Text, Filling]) -> Iterator[ChartBlock[Text]]:
    yield from (block for block in slide.every_block if isinstance(block, ChartBlock))


def _of_chart(chart: ChartBlock[Text], slide: str, subject: Subject) -> Findings:
    rows = [series.values for series in chart.series]
    if chart.form == "pie" and not any(rows[0]):
        yield finding("chart-of-nothing", chart.series[0].name.place, owner=subject.owner, slide=slide)
    if chart.unit not in PER_CENT or chart.form not in ("pie", "stacked"):
        return
    wholes = rows if chart.form == "pie" else [*zip(*rows, strict=True)]
    over = [sum(parts) for parts in wholes if _is_over(parts)]
    if over:
        told = {"slide": slide, "found": f"{over[0]:g}"}
        yield finding("shares-over-whole", chart.series[0].name.place, owner=subject.owner, **told)


def _of_bars(slide: ChartSlide[Text], subject: Subject) -> Findings:
    """The shares of bars; those of answers of which everybody gives several say so in `basis`."""
    shares = [bar.share for bar in slide.bars if bar.share is not None]
    if subject.course and _is_over(shares):
        several = say("terms.several-answers", subject.course.language)
        if not (slide.basis and several in slide.basis.plain.lower()):
            told = {"slide": slide.id, "found": f"{sum(shares):g}", "words": "@several-answers"}
            yield finding("bar-shares-over-whole", slide.bars[0].label.place, owner=subject.owner, **told)


def _is_over(parts: Sequence[float]) -> bool:
    """Whether parts in per cent are more than the whole, each rounded by half a per cent."""
    return sum(parts) > _WHOLE + len(parts) / 2
