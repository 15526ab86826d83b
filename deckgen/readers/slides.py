"""The slides of a YAML list, and what a company changes in them."""

from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin

from deckgen.diagnostics import Diagnostic, Place, Report, shown
from deckgen.messages.spelling import closest, closest_slide
from deckgen.model.company import Addition, Changed, LeftOut, NotesChange
from deckgen.model.course import CourseSource, Original, SourceSlide
from deckgen.model.slides import AnySlide, Slide
from deckgen.model.slots import SlotDeclaration
from deckgen.model.spoken import Placed
from deckgen.readers import pictures, slot_values  # noqa: F401 - the leaves that slides have: slot content and pictures
from deckgen.readers.course_parts import original_of
from deckgen.readers.covering import changed, covered, holders, no_more, reworded
from deckgen.readers.forms import read_forms, report_lonely
from deckgen.readers.hidden import marked_changes, tell_hidden
from deckgen.readers.leaves import Reader, read_source, read_string, words
from deckgen.readers.overlay import below, laid_over, overrides, says_something, spread
from deckgen.readers.shapes import listed, read_all, read_entries, reader_of
from deckgen.readers.slide_checks import check_id, check_parts, check_slide
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Origin, Scalar, kind_of
from deckgen.readers.version_checks import Reaching
from deckgen.readers.versions import COVERS, NOT, ONLY, Cut, cut_of

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
        _read_common(node, context)
        raise context.fault("slide-kind-missing", node.place, options=", ".join(kinds))
    kind = words(entry.value, context, "@text").strip()
    if kind not in kinds:
        _read_common(node, context)
        suggestion = closest(kind, kinds)
        raise context.fault(
            "slide-kind-unknown", entry.value.place, found=kind, options=", ".join(kinds), suggestion=suggestion
        )
    return cast("SourceSlide", reader_of(kinds[kind])(node, context))


def _read_common(node: Mapping, context: Context) -> None:
    """Report what is wrong with the keys that all slides have, of one whose kind nobody knows."""
    names = {field.name for field in fields(Slide)}
    common = {key: entry for key, entry in node.entries.items() if key in names}
    with suppress(Faulty):
        reader_of(Slide)(Mapping(common, node.place), context)


_ITSELF = ("id", "kind")
"""What makes a slide this one."""
_KEPT = (*_ITSELF, "covers", "optional")
"""The same, and what a course alone says."""

Slots = dict[str, SlotDeclaration] | None
"""What a course declares, by name; None where that could not be read."""


def read_reaching(cut: Cut, slots: Slots, never: Mapping_[str, Place], node: Node, context: Context) -> Reaching:
    """A slide, read as every version has it: what is wrong with it in any of them is told. Raises Faulty.

    `never`: requirements that it covers no longer, whatever it says.
    """

    def read(tree: Node, where: Context) -> SourceSlide:
        where = replace(where, sound=[])
        try:
            slide = read_slide(tree, where)
        except Faulty:
            check_parts(where.sound, slots, where.report)
            raise
        check_slide(slide, node.place, slots, where.report)
        return slide

    own = Report()
    try:
        found = read_forms(node, cut, read, replace(context, report=own))
    finally:
        context.report.extend(_changeable(each, node, context) for each in own)
    report_lonely(node, cut, context.report)
    slide = found.own or found.whole or found.other
    assert slide
    reaching = Reaching(slide, cut.reach_of(node), node, holders(node), never)
    covers = reaching.covers(cut if found.own else cut.of(None))
    return replace(reaching, slide=replace(slide, covers=covers))


def _changeable(found: Diagnostic, slide: Node, context: Context) -> Diagnostic:
    """The finding; of an unknown key of a change in another file, without the keys that cannot be changed there."""
    kind = slide.entries.get("kind") if isinstance(slide, Mapping) else None
    if found.code != "unknown-key" or not found.place or not kind or kind.key.place.file == found.place.file:
        return found
    values, kept = dict(found.values), _ITSELF if context.is_template else _KEPT
    values["known"] = ", ".join(name for name in values["known"].split(", ") if name not in kept)
    values["suggestion"] = "" if values["suggestion"] in kept else values["suggestion"]
    return replace(found, values=tuple(values.items()))


# What a company changes in the slides --------------------------------------------------------------------------------
# `slides: {leave_out: […], add: [{after, slide}], change: {slide: {key: value}}, notes: [{slide, add|replace}]}`

FIXED = (*_KEPT, ONLY, NOT)
"""What a company changes in no slide of a course: other parts rely on it."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The four kinds of change, each in the order of the file."""

    leave_out: tuple[LeftOut, ...] = ()
    add: tuple[Addition, ...] = ()
    change: tuple[Changed, ...] = ()
    notes: tuple[NotesChange, ...] = ()
    replaced: tuple[Original, ...] = ()
    """Notes of the course that these take the place of."""


def read_changes(node: Node, course: CourseSource, context: Context) -> Changes:
    """Read the changes and check the added slides; which slides they refer to is the merge's matter."""
    cut = cut_of(course.version, course.versions, course.audiences, are_all=course.are_versions_known)
    slots = _declared(course)
    readers = {
        "leave_out": lambda entry, where: read_all(listed(entry, where), _left_out, where),
        "add": lambda entry, where: read_all(listed(entry, where), lambda *each: _addition(cut, slots, *each), where),
        "change": lambda entry, where: _changes(entry, course, cut, where),
        "notes": lambda entry, where: read_all(listed(entry, where), _notes_change, where),
    }
    changes = Changes(**read_entries(node, readers, says_something(node, "change"), context))
    seen = dict(course.places)
    for addition in changes.add:
        check_id(addition.slide.id, addition.slide.keys.of("id", addition.place), seen, context.report)
    return replace(changes, replaced=tuple(_replaced(changes.notes, course)))


def _declared(course: CourseSource) -> Slots:
    return None if "slots" in course.lacks else {slot.name: slot for slot in course.slots}


def _replaced(notes: tuple[NotesChange, ...], course: CourseSource) -> Iterator[Original]:
    """The notes of the course that a company's take the place of."""
    for change in notes:
        base = below(course.trees.get(change.slide_id, Mapping({}, change.place)), "notes")
        if change.mode == "replace" and base is not None:
            yield original_of(f"{change.slide_id}.notes", change.place, base)


def _changes(node: Node, course: CourseSource, cut: Cut, context: Context) -> tuple[Changed, ...]:
    """The slides of the course as a company changes them; its texts are its own, the others those of the course."""
    if not isinstance(node, Mapping):
        raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
    origins = {**context.below, **dict.fromkeys(map(shown, course.files), Origin(course.folder, is_template=True))}
    mixed = replace(context, below=origins)
    found: list[Changed] = []
    for entry in node.entries.values():
        with suppress(Faulty):
            found.append(_changed(entry.key, entry.value, course, cut, mixed))
    if len(found) < len(node.entries):
        raise Faulty
    return tuple(found)


def _changed(key: Scalar, own: Node, course: CourseSource, cut: Cut, context: Context) -> Changed:
    name = key.text
    base = course.trees.get(name)
    if base is None and "slides" in course.lacks:
        raise Faulty  # why it is not there has been told
    if base is None:
        told = {"slide": name, "names": ", ".join(course.titles), "suggestion": closest_slide(name, course.titles)}
        raise context.fault("slide-unknown", key.place, **told)
    if not isinstance(own, Mapping):
        raise context.fault("wrong-type", own.place, expected="@mapping", found=kind_of(own))
    before = len(context.report)
    own = spread(own, context)
    for fixed in _fixed(base, own):
        context.report.add("change-fixed", fixed.place, key=fixed.text, slide=name)
    whole = laid_over(base, own, context)
    if len(context.report) > before:
        raise Faulty
    change = changed(base, own)
    lost = no_more(change, base)
    kept = set(covered(holders(base), change.gone)) - {each.requirement for each in course.covering.get(name, ())}
    slots = _declared(course)
    originals = (
        original_of(each.path, each.own.key.place, each.base, reworded(change, base, each.own.key.place))
        for each in overrides(base, own, name)
    )
    made = read_reaching(cut, slots, lost | dict.fromkeys(kept, key.place), whole, context)
    if made.reach.admits(cut.version):
        tell_hidden(marked_changes(base, own, name), cut, context.report)
    return Changed(
        slide=made.slide,
        place=key.place,
        originals=tuple(originals),
        covering=made.coverings(cut),
        lost=lost,
    )


def _fixed(base: Node, own: Mapping) -> Iterator[Scalar]:
    """The keys that nobody but the course may say: of the slide as a whole, and of what its parts cover."""
    yield from (own.entries[key].key for key in FIXED if key in own.entries)
    for key, entry in own.entries.items():
        yield from _claimed(below(base, key), entry.value)


def _claimed(base: Node | None, own: Node) -> Iterator[Scalar]:
    if base is None or isinstance(base, Scalar) or not isinstance(own, Mapping):
        return
    if COVERS in own.entries and isinstance(base, Mapping):
        yield own.entries[COVERS].key
    for key, entry in own.entries.items():
        yield from _claimed(below(base, key), entry.value)


def _left_out(node: Node, context: Context) -> LeftOut:
    return LeftOut(slide_id=read_string(node, context), place=node.place)


def _named(node: Node, context: Context) -> Placed:
    """The name of a slide, which is told at its own line where there is none of it."""
    return Placed(read_string(node, context), node.place)


def _addition(cut: Cut, slots: Slots, node: Node, context: Context) -> Addition:
    readers: dict[str, Reader] = {"after": _named, "slide": lambda *each: read_reaching(cut, slots, {}, *each)}
    values = read_entries(node, readers, ["after", "slide"], context)
    added: Reaching = values["slide"]
    is_shown = added.reach.admits(cut.version)
    covering = added.coverings(cut)
    return Addition(slide=added.slide, after=values["after"], place=node.place, covering=covering, is_shown=is_shown)


def _notes_change(node: Node, context: Context) -> NotesChange:
    readers: dict[str, Reader] = {"slide": _named, "add": read_source, "replace": read_source}
    values = read_entries(node, readers, ["slide"], context)
    modes = values.keys() & {"add", "replace"}
    if len(modes) != 1:
        raise context.fault("notes-change-mode", node.place)
    mode: Literal["add", "replace"] = "add" if "add" in modes else "replace"
    return NotesChange(slide_id=values["slide"], mode=mode, text=values[mode], place=node.place)
