"""Lines of finished slides that end inside a phrase: as drawn, and as programs may fill them.

python -m tests.layout.torn prints them for the samples, and how many there are.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model.frames import FramedParagraph, Page
from deckgen.model.theme import Theme
from deckgen.pipeline.material import publish, read_material
from deckgen.text.fonts import FontSet, font_set
from deckgen.text.phrases import phrase_ends
from deckgen.text.setting import Filling, cut, measured
from deckgen.units import pt
from tests.properties.judging import Area, areas

COMPANIES = Path(__file__).parents[2] / "source" / "companies"
SAMPLES = ("midori-seiki", "hinata-design")
THEMES = ("standard", "contrast")
SHORT = 3
"""Lines of a text that is looked at rather than read."""
_ROOMS = (0.975, 0.985, 0.995, 1.0, 1.005, 1.015, 1.025)
"""Shares of a measure that programs find room for: they round advances, and LibreOffice shrinks text a little."""

_FILLINGS: tuple[Filling, ...] = ("own", "tight")


@dataclass(frozen=True, slots=True)
class Torn:
    """A text with a line that ends inside a phrase."""

    page: int
    name: str
    text: str
    """A stroke where the lines end."""


def torn(pages: Sequence[Page], theme: Theme) -> list[Torn]:
    """The texts of two or three lines in which a line ends inside a phrase, in whatever program."""
    fonts = font_set(theme.fonts)
    return [
        Torn(page.number, area.name, found)
        for page in pages
        for area in areas(page.items)
        for paragraph in area.body.paragraphs
        if 1 < len(paragraph.lines) <= SHORT
        for found in _inside_phrases(area, paragraph, fonts)
    ]


def _inside_phrases(area: Area, paragraph: FramedParagraph, fonts: FontSet) -> Iterator[str]:
    text = "".join(run.text for run in paragraph.runs)
    phrases = phrase_ends(text)
    for ends in {tuple(each) for each in _settings(area, paragraph, fonts)}:
        if any(end not in phrases for end in ends):
            yield "／".join(text[start:end] for start, end in zip((0, *ends), (*ends, len(text)), strict=True))
            return


def _settings(area: Area, paragraph: FramedParagraph, fonts: FontSet) -> Iterator[list[int]]:
    """Where lines end, in characters; not the last."""
    yield [sum(len(line.text) for line in paragraph.lines[:count]) for count in range(1, len(paragraph.lines))]
    if paragraph.hard_breaks:
        return
    width = area.box.width - area.body.insets[0] - area.body.insets[2] - paragraph.hanging
    measure = width / pt(paragraph.size) - paragraph.level
    text = measured(paragraph.runs, paragraph.bold, fonts)
    for room, filling in product(_ROOMS, _FILLINGS):
        yield [text.characters(end) for end in text.line_ends(cut(measure * room), filling)[:-1]]


def of_sample(company: str, theme: str) -> list[Torn]:
    """Those of a sample company in a theme."""
    report = Report()
    made = publish(read_material(COMPANIES / f"{company}.yaml", theme, report), draft=False, report=report)
    return torn(made.deck.pages, made.theme)


def main() -> int:
    """Print them."""
    for company in SAMPLES:
        for theme in THEMES:
            found = of_sample(company, theme)
            print(f"{company}, {theme}: {len(found)} texts with a line that ends inside a phrase")
            for each in found:
                print(f"  slide {each.page}, {each.name}: {each.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
