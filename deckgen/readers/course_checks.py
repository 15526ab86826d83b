"""What must hold in a course as a whole, and among its slot declarations, once each of its parts has been read."""

import re
from collections.abc import Mapping, Sequence

from deckgen.diagnostics import Place, Report, shown
from deckgen.model.course import CourseSource
from deckgen.model.slots import (
    SlotDeclaration,
    traits_of,
)
from deckgen.model.standard_slots import NEEDED, RESERVED, STANDARD_SLOTS
from deckgen.readers.leaves import SLOT_NAME
from deckgen.readers.slide_checks import check_id
from deckgen.readers.spots import NUMBERS

# The course ----------------------------------------------------------------------------------------------------------

_FACT = re.compile(r"[a-z][a-z0-9_]*")


def check(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    """Report what does not hold beyond one slide or question; nothing is missed of what the course lacks."""
    _check_slots(course.slots, Place(shown(course.files[0])), is_whole="slots" not in course.lacks, report=report)
    _check_law(course, report)
    seen: dict[str, Place] = {}
    for slide, place in zip(course.slides, places, strict=True):
        check_id(slide.id, slide.keys.of("id", place), seen, report)
    if "slides" not in course.lacks:
        _check_cover(course, places, report)
        _check_agenda(course, places, report)


def _check_cover(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    for number, (slide, place) in enumerate(zip(course.slides, places, strict=True)):
        if (slide.kind == "cover") != (number == 0):
            report.add("cover-first", place, slide=slide.id)


def _check_agenda(course: CourseSource, places: Sequence[Place], report: Report) -> None:
    """An agenda lists the sections of a course: where there are none, it has nothing to list."""
    if any(slide.kind == "section" for slide in course.slides):
        return
    for slide, place in zip(course.slides, places, strict=True):
        if slide.kind == "agenda":
            report.add("agenda-without-sections", place, slide=slide.id)


def _check_law(course: CourseSource, report: Report) -> None:
    known: set[str] = set()
    for fact in course.law:
        if not _FACT.fullmatch(fact.id) or fact.id in known:
            report.add("law-name", fact.keys.of("id", fact.place), name=fact.id)
        known.add(fact.id)


# Its slot declarations -----------------------------------------------------------------------------------------------


def _check_slots(slots: Sequence[SlotDeclaration], course: Place, *, is_whole: bool, report: Report) -> None:
    """Report names that cannot be or clash, and declarations that contradict themselves."""
    seen: dict[str, SlotDeclaration] = {}
    for slot in slots:
        _check_name(slot, seen, report)
        seen.setdefault(slot.name, slot)
        _check_declaration(slot, report)
    for slot in slots:
        for inner in _parents(slot.name):
            if inner in seen:
                report.add("slot-nested", slot.keys.of("name", slot.place), slot=slot.name, parent=inner)
    if is_whole:
        for name in NEEDED:
            if name not in seen:
                report.add("slot-standard-missing", course, slot=name)


def _check_name(slot: SlotDeclaration, seen: Mapping[str, SlotDeclaration], report: Report) -> None:
    if not SLOT_NAME.fullmatch(slot.name):
        report.add("slot-name", slot.keys.of("name", slot.place), slot=slot.name)
    elif slot.name.split(".")[0] in RESERVED:
        report.add("slot-reserved", slot.keys.of("name", slot.place), slot=slot.name, names=", ".join(RESERVED))
    elif slot.name in seen:
        report.add("slot-duplicate", slot.keys.of("name", slot.place), slot=slot.name, line=seen[slot.name].place.line)


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _check_declaration(slot: SlotDeclaration, report: Report) -> None:
    if slot.type not in STANDARD_SLOTS.get(slot.name, (slot.type,)):
        expected = ", ".join(sorted(STANDARD_SLOTS[slot.name]))
        report.add(
            "slot-standard-type", slot.keys.of("type", slot.place), slot=slot.name, expected=expected, found=slot.type
        )
    if (slot.type in ("choice", "yes-no")) != bool(slot.options):
        report.add("slot-options", slot.keys.of("options", slot.place), slot=slot.name)
    if (slot.type == "table") != bool(slot.columns):
        report.add("slot-columns", slot.keys.of("columns", slot.place), slot=slot.name)
    if slot.unit and slot.type not in NUMBERS:
        report.add("slot-unit", slot.keys.of("unit", slot.place), slot=slot.name)
    if slot.default and traits_of(slot.type).shape not in ("entries", "ruling"):
        report.add("slot-default", slot.keys.of("default", slot.place), slot=slot.name)
    if slot.minimum is not None and slot.maximum is not None and slot.minimum > slot.maximum:
        report.add(
            "slot-bounds",
            slot.keys.of("minimum", slot.place),
            slot=slot.name,
            minimum=slot.minimum,
            maximum=slot.maximum,
        )
