"""Characters that the theme's fonts cannot draw, each reported once for each text, with its place."""

from collections.abc import Iterator

from deckgen.diagnostics import Place, Report
from deckgen.model.course import Course, MergedSlide
from deckgen.model.slides import SceneLabel, SceneShape
from deckgen.model.text import Text, plain_text
from deckgen.model.walking import field_names
from deckgen.text.fonts import FontSet


def report_uncovered(slide: MergedSlide, fonts: FontSet, report: Report) -> None:
    """Report the characters of a slide, its notes and its cues that have no glyph."""
    for text in _texts(slide, slide.title.place):
        _report(text, fonts, report)


def report_uncovered_names(course: Course, fonts: FontSet, report: Report) -> None:
    """Report those of the names that stand on the cover and in footers."""
    names = (course.company_name, course.short_name, course.edition.version, course.edition.confidentiality)
    session = (course.session.date, course.session.place, course.session.trainer)
    _report(plain_text("".join((*names, *session))), fonts, report)


def _report(text: Text, fonts: FontSet, report: Report) -> None:
    for cluster in fonts.uncovered(text.plain.replace("\n", "")):
        code = " ".join(f"U+{ord(character):04X}" for character in cluster)
        report.add("glyph-missing", text.place if text.place.file else None, character=cluster, code=code)


def _texts(value: object, place: Place) -> Iterator[Text]:
    """The texts of a slide; `place` stands for that of labels in pictures, which have none."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, (SceneLabel, SceneShape)):
        label = value.text if isinstance(value, SceneLabel) else value.label
        if label:
            yield plain_text(label, place)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, place)
    else:
        for name in field_names(type(value)):
            yield from _texts(getattr(value, name), place)
