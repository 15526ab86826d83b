"""What must hold in a course as a whole, once each of its parts has been read."""

import re
from collections.abc import Sequence

from deckgen.diagnostics import Place, Report, shown
from deckgen.messages.spelling import closest
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration
from deckgen.readers.quiz_checks import check_items
from deckgen.readers.slide_checks import check_id, check_slide
from deckgen.readers.slot_checks import check_slots

_FACT = re.compile(r"[a-z][a-z0-9_]*")


def check(course: CourseSource, places: Sequence[Place], *, is_whole: bool, report: Report) -> None:
    """Report what does not hold; `is_whole` is false where a part could not be read, so that others may lack it."""
    slots: dict[str, SlotDeclaration] | None = {slot.name: slot for slot in course.slots} if is_whole else None
    check_slots(course.slots, Place(shown(course.files[0])), is_whole=is_whole, report=report)
    _check_law(course, report)
    seen: dict[str, Place] = {}
    for slide, place in zip(course.slides, places, strict=True):
        check_id(slide.id, place, seen, report)
        check_slide(slide, place, slots, report)
    if course.quiz:
        check_items(course.quiz.items, {}, course.titles if is_whole else None, report)
    if is_whole:
        _check_cover(course, places, report)
        _check_requirements(course, places, report)


def _check_cover(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    for number, (slide, place) in enumerate(zip(course.slides, places, strict=True)):
        if (slide.kind == "cover") != (number == 0):
            report.add("cover-first", place, slide=slide.id)


def _check_law(course: CourseSource, report: Report) -> None:
    known: set[str] = set()
    for fact in course.law:
        if not _FACT.fullmatch(fact.id) or fact.id in known:
            report.add("law-name", fact.place, name=fact.id)
        known.add(fact.id)


def _check_requirements(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    known = [requirement.id for requirement in course.requirements]
    for slide, place in zip(course.slides, places, strict=True):
        for name in slide.covers:
            if name not in known:
                report.add("requirement-unknown", place, slide=slide.id, name=name, suggestion=closest(name, known))
    covered = {name for slide in course.slides for name in slide.covers}
    for requirement in course.requirements:
        if requirement.id not in covered:
            report.add("requirement-uncovered", requirement.place, name=requirement.id, label=requirement.label)
