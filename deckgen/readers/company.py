"""A company's profile: values of slots, changes to slides; who looks after them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import has_errors
from deckgen.model.company import InVersion, Profile
from deckgen.model.course import CourseSource, Original
from deckgen.model.freshness import Limits
from deckgen.model.printing import Printing
from deckgen.model.quiz import QuizChanges
from deckgen.model.text import Source
from deckgen.model.training import Training
from deckgen.readers.course_parts import original_of
from deckgen.readers.files import can_name_folder, read_text
from deckgen.readers.freshness import inherited, read_pace, read_tighter
from deckgen.readers.layers import EXTENDS, Layer, layers_of, of_other_courses, origins_of, says_course, whole_of
from deckgen.readers.leaves import is_empty, misread, read_boolean, read_string, words
from deckgen.readers.misplaced import report_commented
from deckgen.readers.originals import ENDING, known_in, tell_originals
from deckgen.readers.overlay import digest_of, overrides
from deckgen.readers.profile_values import RECORD, Values
from deckgen.readers.profile_versions import profile_in, record_in, report_shared, versions_in
from deckgen.readers.quiz import read_quiz_changes
from deckgen.readers.quiz_checks import check_items
from deckgen.readers.shapes import missing, reader_of
from deckgen.readers.slides import Changes, read_changes
from deckgen.readers.spoken import in_language, report_japanese
from deckgen.readers.tree import Context, Faulty, Mapping, Node
from deckgen.readers.versions import Cut, cut_of
from deckgen.wording import Language

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile whose YAML is sound; what it says is judged once its course is known."""

    path: Path
    course: str
    """Id of the course that it fills in."""
    theme: str | None
    language: Language | None
    """What the company wants its material in; None: as the course is written."""
    version: str | None
    """Id of the version of its course that it asks for."""
    tree: Mapping
    """What it says, with what it inherits."""
    layers: tuple[Layer, ...]
    """Its own file, and those that it extends."""
    root: Path
    """The folder that none of them is outside of."""

    @property
    def own(self) -> Layer:
        """The profile's own file."""
        return self.layers[0]

    def is_current(self) -> bool:
        """Whether the files that it extends still say what they said when they were read."""
        try:
            return all(read_text(layer.path, Report()) == layer.text for layer in self.layers[1:])
        except Stop:
            return False

    def place_of(self, key: str) -> Place | None:
        """Where the value of a top key stands."""
        entry = self.tree.entries.get(key)
        return entry.value.place if entry else None


class UnsoundProfile(Stop):
    """The YAML of a profile, or of what it extends, has faults, all of which are in the report."""

    def __init__(self, loaded: LoadedProfile) -> None:
        self.loaded = loaded
        """What could be read of it: enough to find out what else is wrong with it, and with its course."""


def load_profile(path: Path, report: Report, root: Path | None = None) -> LoadedProfile:
    """Read the YAML of a profile and of what it extends; `UnsoundProfile` where it is broken.

    `Stop` where it names no course that could be looked at.

    `root` is the folder that none of the files may be outside of; the profile's own where None.
    """
    return loaded_from(read_text(path, report), path, report, root)


def loaded_from(text: str, path: Path, report: Report, root: Path | None = None) -> LoadedProfile:
    """The profile that a text would be in a file at `path`; `Stop` as for one that is there."""
    root = root or path.parent
    layers = layers_of(text, path, root, report)
    tree, before = whole_of(layers, report), len(report)
    context = Context(report, path.parent, is_template=False)
    course, theme, version = (_guarded(tree, key, read_string, context) for key in ("course", "theme", "version"))
    language: Language | None = _guarded(tree, "language", reader_of(Language), context)
    is_sound = all(layer.is_whole for layer in layers) and not has_errors(report, before)
    if course is None and is_sound:
        report.add("missing-key", tree.place, **missing("course", in_braces=False))
    if course is None or not says_course(layers):
        raise Stop
    loaded = LoadedProfile(path, course, theme, language, version, tree, layers, root)
    if not is_sound:
        raise UnsoundProfile(loaded)
    return loaded


def read_profile(loaded: LoadedProfile, course: CourseSource, report: Report) -> Profile:
    """Read every value of a profile; `Stop` after all problems are in the report."""
    before = len(report)
    context = Context(report, loaded.path.parent, is_template=False, below=origins_of(loaded.layers))
    whole = in_language(loaded.tree, course.language, report)
    cut = cut_of(course.version, course.versions, course.audiences, are_all=course.are_versions_known)
    tree = _in_version(whole, cut, loaded.version, context)
    values = Values(context, {slot.name: slot for slot in course.slots}, are_all="slots" not in course.lacks)
    values.read(tree, loaded.layers)
    elsewhere = _elsewhere(whole, cut, values)
    _report_other_courses(loaded, values.elsewhere, report)
    for layer in loaded.layers:
        report_commented(layer.text, layer.tree.place.file, values.slots, report)
    certified = _guarded(tree, "certified", read_boolean, context)
    colour = _guarded(tree, "brand_colour", _read_colour, context)
    changes = _guarded(tree, "slides", lambda node, where: read_changes(node, course, where), context) or Changes()
    quiz: QuizChanges[Source] | None = _guarded(tree, "quiz", lambda *each: _read_quiz(cut, *each), context)
    record = _guarded(tree, RECORD, lambda node, where: record_in(node, cut, where), context)
    training = values.read_record(record, context) if record else None
    limits = _limits(tree, course, context)
    pace = _guarded(tree, "characters_per_minute", read_pace, context)
    sound = {"quiz": quiz, "freshness": limits, "characters_per_minute": pace}
    settings = _settings(tree, course, frozenset(key for key, value in sound.items() if value is not None))
    words = (original for changed in changes.change for original in changed.originals)
    originals = (*words, *changes.replaced, *settings)
    known = known_in(loaded.path.with_suffix(ENDING), report)
    labels = {each.id: each.label for each in course.requirements if certified or each.applies == "always"}
    tell_originals(originals, known, labels, report, is_translated=course.is_translated)
    reveals = _guarded(tree, "reveal", read_boolean, context)
    is_sample = _guarded(tree, "sample", read_boolean, context)
    company_id = _guarded(tree, "company_id", _read_company_id, context)
    printing = _guarded(tree, "print", reader_of(Printing), context) or Printing()
    _check_quiz(quiz or QuizChanges(), course, changes, report)
    if course.language != "ja":
        files = {layer.tree.place.file for layer in loaded.layers}
        said = [node for node in context.said if node.place.file in files]
        report_japanese(said, loaded.tree, course.language, report)
    if has_errors(report, before):
        raise Stop
    return Profile(
        id=loaded.path.stem,
        company_id=company_id or loaded.path.stem,
        company_place=loaded.place_of("company_id") if company_id else None,
        path=loaded.path,
        bases=tuple(layer.path for layer in loaded.layers[1:]),
        course=loaded.course,
        theme=loaded.theme,
        is_certified=certified or False,
        brand_colour=colour,
        brand_place=tree.entries["brand_colour"].value.place if colour else None,
        fillings=values.fillings,
        places=values.places,
        placeholders=values.placeholders,
        additions=changes.add,
        changed={changed.slide.id: changed for changed in changes.change},
        originals=originals,
        left_out=changes.leave_out,
        notes_changes=changes.notes,
        quiz=quiz or QuizChanges(),
        training=training or Training(),
        elsewhere=elsewhere,
        printing=printing,
        reviews=inherited({name: values.places[name].file for name in values.fillings}, values.reviews),
        freshness=limits or course.freshness,
        characters_per_minute=pace or course.characters_per_minute,
        reveals=reveals or False,
        is_sample=is_sample or False,
    )


def _settings(tree: Mapping, course: CourseSource, sound: frozenset[str]) -> Iterator[Original]:
    """What the course says of itself, and the company says otherwise, below its keys that could be read."""
    said = Mapping({key: entry for key, entry in tree.entries.items() if key in sound}, tree.place)
    for each in overrides(course.settings, said):
        if not is_empty(each.own.value) and digest_of(each.own.value) != digest_of(each.base):
            yield original_of(each.path, each.own.key.place, each.base)


def _report_other_courses(loaded: LoadedProfile, elsewhere: Mapping_[str, list[str]], report: Report) -> None:
    """Report what stays behind in files that are about another course."""
    for file, other in of_other_courses(loaded.layers).items():
        if names := [*other.keys, *elsewhere[file]]:
            report.add(
                "extends-other-course", loaded.place_of(EXTENDS), file=file, course=other.course, names=", ".join(names)
            )


def _in_version(tree: Mapping, cut: Cut, asked: str | None, context: Context) -> Mapping:
    """The profile as it is for the version; `asked` is the one that it asks for itself."""
    try:
        report_shared(tree, cut, asked or next((version.id for version in cut.versions), None), context)
        return profile_in(tree, cut, context)
    except Faulty as fault:
        raise Stop from fault


def _elsewhere(tree: Mapping, cut: Cut, values: "Values") -> tuple[InVersion, ...]:
    """What the profile says for other versions; what is wrong with it is reported."""
    context, known = values.context, set(values.context.report)
    said: list[InVersion] = []
    for other in versions_in(tree, cut, context):
        if other.version == cut.version:
            continue
        found = Report()
        own = Values(replace(context, report=found), values.slots, values.are_all)
        whole = profile_in(tree, other, own.context)
        own.read(whole, ())
        record = _guarded(whole, RECORD, lambda node, where, other=other: record_in(node, other, where), own.context)
        training = own.read_record(record, own.context) if record else None
        fillings = {name: each for name, each in own.fillings.items() if own.places[name] != values.places[name]}
        said.append(InVersion(fillings=fillings, places=own.places, training=training or Training()))
        context.report.extend(each for each in found if each not in known)
    return tuple(said)


def _limits(tree: Mapping, course: CourseSource, context: Context) -> Limits | None:
    """Those of the company, unless nobody can tell whether they are tighter than the course's."""
    if "freshness" in course.lacks:
        return None
    loose = course.freshness
    limits: Limits | None = _guarded(tree, "freshness", lambda node, where: read_tighter(node, loose, where), context)
    return limits


def _read_quiz(cut: Cut, node: Node, context: Context) -> QuizChanges[Source] | None:
    own = cut.of_questions.part(node, context)
    return read_quiz_changes(own, context) if own else None


def _check_quiz(quiz: QuizChanges[Source], course: CourseSource, changes: Changes, report: Report) -> None:
    asked = {item.id: item.place for item in course.quiz.items} if course.quiz else {}
    seen = dict.fromkeys(course.questions, Place("")) | asked
    own = {addition.slide.id: addition.slide.title.text for addition in changes.add}
    check_items(quiz.add, seen, None if "slides" in course.lacks else course.titles | own, report)


def _guarded(tree: Mapping, key: str, reader: Any, context: Context) -> Any:
    """The value of a key, or None where it is absent, empty or faulty (then it has been reported)."""
    entry = tree.entries.get(key)
    if entry is None or is_empty(entry.value):
        return None
    try:
        return reader(entry.value, context)
    except Faulty:
        return None


def _read_company_id(node: Node, context: Context) -> str:
    text = words(node, context, "@text").strip()
    if not can_name_folder(text):
        raise context.fault("company-id-unfit", node.place, found=text)
    return text


def _read_colour(node: Node, context: Context) -> str:
    text = words(node, context, "@colour").strip()
    if not _COLOUR.fullmatch(text):
        raise misread(text, "@colour", node, context)
    return text.lower()


# Who looks after which part of a profile, whether or not what stands there can be read -------------------------------


@dataclass(frozen=True, slots=True)
class Owners:
    """The staff roles behind a profile."""

    whole: str
    """Who looks after the material as a whole."""
    parts: tuple[tuple[Place, str], ...]
    """Where each key of the profile stands, in the order of the file, with the role whose slot it is; empty for none.
    What follows a key is its owner's until the next one."""

    def at(self, place: Place) -> str:
        """Who looks after a place; empty where it is in nobody's slot."""
        before = bisect_right(self.parts, place, key=lambda part: part[0])
        if not before:
            return ""
        found, owner = self.parts[before - 1]
        return owner if found.file == place.file else ""


def owners_in(loaded: LoadedProfile, course: CourseSource) -> Owners:
    """The owners of a profile's slots, as its course names them."""
    owners = {slot.name: slot.owner for slot in course.slots}
    return Owners(course.owner, tuple(sorted(_parts("", loaded.tree, owners))))


def slots_in(loaded: LoadedProfile, course: CourseSource) -> Owners:
    """The names of a profile's slots, in the place of their owners."""
    names = {slot.name: slot.name for slot in course.slots}
    return Owners("", tuple(sorted(_parts("", loaded.tree, names))))


def _parts(path: str, tree: Mapping, slots: dict[str, str]) -> Iterator[tuple[Place, str]]:
    for key, entry in tree.entries.items():
        name = f"{path}.{key}" if path else key
        owner = slots.get(name)
        yield entry.key.place, _of_all(name, slots) if owner is None else owner
        if owner is None and isinstance(entry.value, Mapping):
            yield from _parts(name, entry.value, slots)


def _of_all(group: str, slots: dict[str, str]) -> str:
    """Who looks after every slot of a group; empty where there is no such group, or more than one role."""
    owners = {owner for name, owner in slots.items() if name.startswith(f"{group}.")}
    return owners.pop() if len(owners) == 1 else ""
