"""The slides of a YAML list, and what a company changes in them."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin

from deckgen.messages.spelling import closest
from deckgen.model.company import Addition, LeftOut, NotesChange
from deckgen.model.course import CourseSource, SourceSlide
from deckgen.model.slides import AnySlide
from deckgen.readers import pictures, slot_values  # noqa: F401 - the leaves that slides have: slot content and pictures
from deckgen.readers.course_checks import check_id, check_slide
from deckgen.readers.shapes import listed, read_all, read_entries, read_source, read_string, reader_of, words
from deckgen.readers.tree import Context, Mapping, Node, kind_of

# One slide of a YAML list --------------------------------------------------------------------------------------------


@cache
def slide_kinds() -> dict[str, Any]:
    """The dataclass of each slide kind, by the name that `kind:` gives it."""
    members = [get_origin(member) or member for member in get_args(AnySlide)]
    return {_kind(member): member for member in members}


def _kind(member: Any) -> str:
    return cast("str", next(field.default for field in fields(member) if field.name == "kind"))


def read_slide(node: Node, context: Context) -> SourceSlide:
    """A slide of any kind; its faults are judged by its own kind alone."""
    if not isinstance(node, Mapping):
        raise context.fault("wrong-type", node.place, expected="@slide", found=kind_of(node))
    kinds = slide_kinds()
    entry = node.entries.get("kind")
    if entry is None:
        raise context.fault("slide-kind-missing", node.place, options=", ".join(kinds))
    kind = words(entry.value, context, "@text").strip()
    if kind not in kinds:
        suggestion = closest(kind, kinds)
        raise context.fault(
            "slide-kind-unknown", entry.value.place, found=kind, options=", ".join(kinds), suggestion=suggestion
        )
    return cast("SourceSlide", reader_of(kinds[kind])(node, context))


# What a company changes in the slides --------------------------------------------------------------------------------
# `slides: {leave_out: […], add: [{after, slide}], notes: [{slide, add|replace}]}`


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
