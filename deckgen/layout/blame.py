"""Whose text it is that no size of type makes fit: a value of the company's that the course puts into a slide."""

from collections.abc import Mapping

from deckgen.diagnostics import Report
from deckgen.model.course import Course, MergedSlide
from deckgen.model.slides import CoverSlide, SectionSlide
from deckgen.model.slots import Prose
from deckgen.model.standard_slots import COMPANY_NAME, SESSION_DATE, SESSION_PLACE, SESSION_TRAINER
from deckgen.model.text import Text

_LONG = 30
"""Characters below which a value is not the one to blame."""
_ON_COVER = (COMPANY_NAME, SESSION_DATE, SESSION_PLACE, SESSION_TRAINER)


def too_long(slide: MergedSlide, course: Course, *, by_title: bool) -> str:
    """The slot of the longest value that a slide has in its title or, on a whole page, beside it; empty for none."""
    values = {
        each.slot: each.filling.text
        for each in course.fillings
        if isinstance(each.filling, Prose) and each.filling.text.place.file and len(each.filling.text.plain) >= _LONG
    }
    shown = [slot for slot, value in values.items() if _is_shown(slot, value, slide, by_title=by_title)]
    return max(shown, key=lambda slot: len(values[slot].plain), default="")


def _is_shown(slot: str, value: Text, slide: MergedSlide, *, by_title: bool) -> bool:
    if isinstance(slide, CoverSlide) and slot in _ON_COVER and not by_title:
        return True
    texts = [slide.title]
    if isinstance(slide, (CoverSlide, SectionSlide)) and not by_title:
        lead = slide.subtitle if isinstance(slide, CoverSlide) else slide.lead
        texts += [lead] if lead else []
    return any(value.plain in text.plain for text in texts)


def report_too_long(slides: Mapping[str, list[str]], course: Course, report: Report) -> None:
    """Report each value once, where the company wrote it, with the slides that it does not fit on."""
    for slot, names in slides.items():
        report.add("value-too-long", course.place_of(slot), slot=slot, slides=", ".join(names))
