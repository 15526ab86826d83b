"""Characters that the theme's fonts cannot draw, each reported once for each text, with its place."""

from collections.abc import Iterator

from deckgen.diagnostics import Report
from deckgen.model.text import Text
from deckgen.model.walking import field_names
from deckgen.text.fonts import FontSet


def report_uncovered(slide: object, fonts: FontSet, report: Report) -> None:
    """Report the characters of a slide, its notes and its cues that have no glyph."""
    for text in _texts(slide):
        for cluster in fonts.uncovered(text.plain.replace("\n", "")):
            code = " ".join(f"U+{ord(character):04X}" for character in cluster)
            report.add("glyph-missing", text.place, character=cluster, code=code)


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    else:
        for name in field_names(type(value)):
            yield from _texts(getattr(value, name))
