"""The layout for text that no picture has room for: every word of the slide, one paragraph after the other.

It takes any text: what is too long for one page goes on to the next, at last in the middle of a sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.context import Context
from deckgen.layout.fillings import address, bar_value
from deckgen.layout.kit import TextStyle
from deckgen.layout.palette import outline
from deckgen.layout.splitting import Unit, grouped, text_units
from deckgen.model.blocks import ChartBlock, LinkBlock, PictureBlock
from deckgen.model.course import Part
from deckgen.model.pieces import Bar, Reference
from deckgen.model.slides import PictureSlide
from deckgen.model.slots import Missing, Photo, Ruling
from deckgen.model.text import Text, join, plain_text
from deckgen.text.quantities import figure, set_off
from deckgen.units import pt
from deckgen.wording import Wording

_NAMES = frozenset(("heading", "label", "question", "duty", "role", "when"))
"""Fields that name what stands behind them."""
_NOT_SHOWN = frozenset(("title", "notes", "written", "cues"))
"""Fields of a slide that its own part of the page, or no page, shows."""


def units(slide: Any, words: Wording) -> tuple[Unit, ...]:
    """Everything the slide's own layout would say, in the order of its fields; for a drawing, what it shows."""
    unit = getattr(slide, "unit", "")
    shown = (getattr(slide, each.name) for each in fields(slide) if each.name not in _NOT_SHOWN)
    texts = tuple(text for value in shown for text in _texts(value, unit, words))
    if texts and isinstance(slide, PictureSlide) and slide.scene:
        texts = (plain_text(slide.scene.alt, slide.title.place), *texts)
    return tuple(_with_names(text_units(0, texts)))


def _with_names(units: Sequence[Unit]) -> Iterator[Unit]:
    """What names a thing in one unit with what follows it, so that no page ends with a name."""
    names: list[Unit] = []
    for unit in units:
        if unit.text and all(run.strong for each in unit.text.paragraphs for run in each.runs):
            names.append(unit)
        else:
            yield grouped((*names, unit)) if names else unit
            names = []
    yield from names


def _texts(value: object, unit: str, words: Wording) -> Iterator[Text]:
    """The words in a value; `unit` is what bars count."""
    match value:
        case Text():
            yield from [value] if value.plain.strip() else []
        case Missing(label, place):
            yield plain_text(words.say("missing", label=label), place)
        case Part() | Bar():
            yield _with_figure(value, unit, words)
        case Ruling(_, conditions):
            yield plain_text(words.say(f"verdict-{value.verdict}"))
            yield from conditions
        case PictureBlock() | ChartBlock() | Photo():
            yield from _pictured(value, words)
        case tuple():
            for part in value:
                yield from _texts(part, unit, words)
        case _ if is_dataclass(value):
            yield from _in_fields(value, unit, words)


def _in_fields(value: Any, unit: str, words: Wording) -> Iterator[Text]:
    for each in fields(value):
        found = _texts(getattr(value, each.name), unit, words)
        yield from map(_in_bold, found) if each.name in _NAMES else found
    if isinstance(value, (Reference, LinkBlock)) and value.url:
        yield address(value.url)


def _in_bold(text: Text) -> Text:
    bold = (replace(each, runs=tuple(replace(run, strong=True) for run in each.runs)) for each in text.paragraphs)
    return replace(text, paragraphs=tuple(bold))


def _with_figure(value: Part | Bar[Text], unit: str, words: Wording) -> Text:
    """A name and the number that a picture would show for it."""
    name, figure = (
        (value.title, words.say("minutes", count=f"{value.minutes:g}"))
        if isinstance(value, Part)
        else (value.label, bar_value(value, unit, words))
    )
    return replace(join([name, plain_text(words.say("colon") + figure)], ""), place=name.place)


def _pictured(value: PictureBlock[Text] | ChartBlock[Text] | Photo[Text], words: Wording) -> Iterator[Text]:
    """What stands beside a picture, and in its place what it shows."""
    match value:
        case PictureBlock(heading=heading, scene=scene, alt=alt, caption=caption, credit=credit):
            shown = [plain_text(scene.alt if scene else alt or "")]
        case ChartBlock(heading=heading, source=credit):
            caption, shown = None, list(_with_figures(value, words))
        case Photo(alt=alt, credit=credit):
            heading, caption, shown = None, None, [plain_text(alt)]
    yield from [_in_bold(heading)] if heading else []
    yield from shown
    yield from (each for each in (caption, credit) if each)


def _with_figures(chart: ChartBlock[Text], words: Wording) -> Iterator[Text]:
    """Each category with the figures that a chart would show for it, by series where there are several."""
    for at, category in enumerate(chart.categories):
        told: list[str] = []
        for series in chart.series:
            shown = f"{figure(series.values[at])}{set_off(chart.unit)}"
            told.append(f"{series.name.plain} {shown}" if len(chart.series) > 1 else shown)
        figures = plain_text(words.say("colon") + words.say("comma").join(told))
        yield replace(join([category, figures], ""), place=category.place)


def compose(kept: Sequence[Unit], context: Context) -> Block:
    """The units' texts as one body on a card, what names a thing in bold type."""
    texts = [unit.text for unit in kept if unit.text]
    body = Passage(Words(context.kit, texts, TextStyle("body", gap=0.6), "text"))
    return Card(context.kit, [body], "text", stroke=outline("primary", 1), padding=(pt(24), pt(16), pt(20), pt(16)))
