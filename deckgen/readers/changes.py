"""What a company changes in the slides.

`slides: {leave_out: […], add: [{after, slide}], notes: [{slide, add|replace}]}`
"""

from dataclasses import dataclass
from typing import Literal

from deckgen.model.company import Addition, LeftOut, NotesChange
from deckgen.model.course import CourseSource
from deckgen.readers.context import Context
from deckgen.readers.shapes import listed, read_all, read_entries, read_source, read_string
from deckgen.readers.slide_checks import check_id, check_slide
from deckgen.readers.slides import read_slide
from deckgen.readers.tree import Node


@dataclass(frozen=True, slots=True)
class Changes:
    """The three kinds of change, each in the order of the file."""

    leave_out: tuple[LeftOut, ...] = ()
    add: tuple[Addition, ...] = ()
    notes: tuple[NotesChange, ...] = ()


def read_changes(node: Node, course: CourseSource, context: Context) -> Changes:
    """Read the changes and check the added slides; which slides they refer to is the merge's matter."""
    readers = {
        "leave_out": lambda entry, where: read_all(listed(entry, where), _left_out, where),
        "add": lambda entry, where: read_all(listed(entry, where), _addition, where),
        "notes": lambda entry, where: read_all(listed(entry, where), _notes_change, where),
    }
    changes = Changes(**read_entries(node, readers, [], context))
    slots = {slot.name: slot for slot in course.slots}
    seen = dict(course.places)
    for addition in changes.add:
        check_id(addition.slide.id, addition.place, seen, context.report)
        check_slide(addition.slide, addition.place, slots, context.report)
    return changes


def _left_out(node: Node, context: Context) -> LeftOut:
    return LeftOut(slide_id=read_string(node, context), place=node.place)


def _addition(node: Node, context: Context) -> Addition:
    values = read_entries(node, {"after": read_string, "slide": read_slide}, ["after", "slide"], context)
    return Addition(slide=values["slide"], after=values["after"], place=node.place)


def _notes_change(node: Node, context: Context) -> NotesChange:
    readers = {"slide": read_string, "add": read_source, "replace": read_source}
    values = read_entries(node, readers, ["slide"], context)
    modes = values.keys() & {"add", "replace"}
    if len(modes) != 1:
        raise context.fault("notes-change-mode", node.place)
    mode: Literal["add", "replace"] = "add" if "add" in modes else "replace"
    return NotesChange(slide_id=values["slide"], mode=mode, text=values[mode], place=node.place)
