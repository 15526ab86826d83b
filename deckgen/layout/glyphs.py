"""Characters that the theme's fonts cannot draw, each reported once for each text, with its place."""

from collections.abc import Container, Iterator

from deckgen.diagnostics import Place, Report
from deckgen.model.course import Course
from deckgen.model.pieces import SceneLabel, SceneShape
from deckgen.model.spoken import place_of
from deckgen.model.text import NOWHERE, Text, plain_text
from deckgen.model.walking import field_names
from deckgen.text.fonts import FontSet


def report_uncovered(course: Course, fonts: FontSet, report: Report) -> None:
    """Report the characters of a course that have no glyph: in slides, notes, cues and test, and in what is printed.

    One that the course's texts take over from the company's is told where the company wrote it, and there alone.
    """
    own = tuple(_texts((course.fillings, course.history, course.training), NOWHERE))
    files = {text.place.file for text in own}
    told: set[str] = set()
    for text in (*own, _names(course)):
        told.update(_report(text, told if text.place is NOWHERE else (), fonts, report))
    for text in _of_course(course):
        _report(text, () if text.place.file in files else told, fonts, report)


def _names(course: Course) -> Text:
    """The names that stand on the cover and in footers."""
    names = (course.company_name, course.short_name, course.edition.version, course.edition.confidentiality)
    session = (course.session.date, course.session.place, course.session.trainer)
    return plain_text("".join((*names, *session)))


def _of_course(course: Course) -> Iterator[Text]:
    for slide in course.slides:
        yield from _texts(slide, slide.title.place)
    yield from _texts((course.title, course.quiz), course.title.place)


def _report(text: Text, told: Container[str], fonts: FontSet, report: Report) -> list[str]:
    """Report what was not told yet; returns all that the text has."""
    found = fonts.uncovered(text.plain.replace("\n", ""))
    for cluster in found:
        if cluster not in told:
            code = " ".join(f"U+{ord(character):04X}" for character in cluster)
            place = text.place if text.place.file else None
            report.add("glyph-missing", place, character=cluster, code=code, shown=fonts.stand_in)
    return found


def _texts(value: object, place: Place) -> Iterator[Text]:
    """The texts of a slide; `place` stands for that of labels in pictures, which have none."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, (SceneLabel, SceneShape)):
        label = value.text if isinstance(value, SceneLabel) else value.label
        if label:
            yield plain_text(label, place_of(label, place))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, place)
    else:
        for name in field_names(type(value)):
            yield from _texts(getattr(value, name), place)
