"""A chart as something else, where it finds no room: columns as bars, any chart as a table."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.content.charts import source_line
from deckgen.layout.content.table import settled
from deckgen.model.blocks import ChartBlock, TableBlock, TextBlock
from deckgen.model.slots import Filling, Prose
from deckgen.model.text import Text, plain_text
from deckgen.text.quantities import figure, set_off
from deckgen.wording import Wording

Chart = ChartBlock[Text]


def bars(chart: Chart, words: Wording) -> Sequence[Chart]:
    """The same from left to right."""
    return [replace(chart, form="bar")]


def table(chart: Chart, words: Wording) -> Sequence[TableBlock[Text] | TextBlock[Text, Filling]]:
    """The figures under the names of their series, a row for each category, and who published them."""
    rows = tuple(
        (category, *(plain_text(f"{figure(series.values[at])}{set_off(chart.unit)}") for series in chart.series))
        for at, category in enumerate(chart.categories)
    )
    heads = (plain_text(words.say("item")), *(series.name for series in chart.series))
    made = settled(TableBlock(heading=chart.heading, columns=heads, rows=rows))
    if not chart.source:
        return [made]
    return [made, TextBlock(text=Prose(source_line(chart.source, chart, words)))]
