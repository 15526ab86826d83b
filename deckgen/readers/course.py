"""A course folder: course.yaml, the slot declarations and the slide lists that it names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import has_errors
from deckgen.messages.spelling import closest
from deckgen.model.course import DIVIDING, CourseSource, LegalFact
from deckgen.model.freshness import PACES_OF, Limits
from deckgen.model.quiz import Quiz
from deckgen.model.slots import Option, SlotDeclaration
from deckgen.model.spoken import needs_translation
from deckgen.model.text import Source
from deckgen.model.versions import version_called
from deckgen.readers import (
    course_checks,
    freshness,  # noqa: F401 - the leaves that course.yaml has: months and paces
    own_words,  # noqa: F401
)
from deckgen.readers.course_icons import icons_of
from deckgen.readers.course_parts import text_of
from deckgen.readers.course_sheet import check_outputs
from deckgen.readers.course_trees import Trees, read_trees
from deckgen.readers.forms import Read
from deckgen.readers.hidden import tell_hidden
from deckgen.readers.quiz import check_asked, questions_in, read_quizzes
from deckgen.readers.shapes import reader_of
from deckgen.readers.slides import read_reaching
from deckgen.readers.translation import report_missing, scalars_in
from deckgen.readers.tree import Context, Entry, Faulty, Node, Scalar
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.version_checks import Reaching, check_requirements, check_slides, check_versions
from deckgen.readers.versions import Cut, cut_of
from deckgen.wording import Language, say

V = TypeVar("V")


class UnsoundCourse(Stop):
    """A course has faults, all of which are in the report."""

    def __init__(self, course: CourseSource) -> None:
        self.course = course
        """What could be read of it: a profile can be judged by that, and nothing built."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The version of a course that somebody asked for."""

    version: str
    place: Place | None = None
    """Where it is asked for; None where that is no file."""


@dataclass(frozen=True, slots=True)
class CourseText:
    """A text of a course that says something in its language."""

    key: str
    """How a translation calls it."""
    source: Scalar


def read_course(
    folder: Path, report: Report, language: Language | None = None, asked: Asked | None = None, *shelves: Path
) -> CourseSource:
    """Read and check a course, and take one of its versions: the first where none is asked for.

    `language` is the one that it shall be in: its own where None, else it is laid over with its translation. What it
    extends is looked for beside it and on the shelves.
    `UnsoundCourse` after every problem in its files is in the report, also that there is no such version; `Stop` where
    nothing can be made of its course.yaml.
    """
    before = len(report)
    trees = read_trees(folder, report, shelves, language)
    return _read(trees, _cut(trees, asked, report), report, before)


def texts_of(folder: Path, report: Report, *shelves: Path) -> tuple[CourseSource, list[CourseText]]:
    """A course in its own language, and all that is to be translated of it, in the order of its files.

    Of an edition that is what its own files say. What it extends is looked for beside it and on the shelves.
    Raises Stop.
    """
    before = len(report)
    trees = read_trees(folder, report, shelves, None)
    course = _read(trees, replace(_cut(trees, None, report), version=None), report, before)
    spoken = {node.place for node in _said(trees)}
    texts = [
        CourseText(key, node)
        for root, tree in trees.written
        for key, node in scalars_in(tree, root)
        if node.place in spoken
    ]
    return course, [each for each in texts if needs_translation(each.source.text, course.language)]


def _said(trees: Trees) -> list[Scalar]:
    """Every text that people read."""
    sheet = trees.sheet
    files = {each.place for each in (sheet.slots, sheet.law, sheet.quiz, *sheet.slides) if each}
    return [node for node in trees.said if node.place not in files]


def _read(trees: Trees, cut: Cut, report: Report, before: int) -> CourseSource:
    """The course that trees say, in a version.

    Raises UnsoundCourse where an error is in the report after the first `before`.
    """
    sheet, folder = trees.sheet, trees.folder
    reading = _Reading(trees.context(report), set(trees.lacks))
    declarations = reading.each("slots", trees.slots, reader_of(SlotDeclaration))
    slots = [_answered(slot, trees.language) for slot in declarations]
    law = reading.each("law", trees.law, reader_of(LegalFact))
    declared = {slot.name: slot for slot in slots} if reading.has_all("slots") else None
    slides = reading.each(
        "slides", trees.slides, lambda node, where: read_reaching(cut, declared, trees.taken(node), node, where)
    )
    tell_hidden(trees.marked, cut, report)
    named = {text_of(node, "id"): text_of(node, "title") for node in trees.slides}
    is_named = "slides" not in trees.lacks and all(named)
    titles = named | {each.slide.id: each.slide.title.text for each in slides} if is_named else None
    quizzes = reading.each("quiz", [trees.quiz] if trees.quiz else [], lambda *each: read_quizzes(cut, titles, *each))
    quiz: Read[Quiz[Source]] = quizzes[0] if quizzes else Read(None, None, None)
    if trees.is_translated and not has_errors(report, before):
        for each in trees.translations:
            each.report_unused()
        files = [each.file for each in trees.translations]
        report_missing(_said(trees), files, trees.written_in, report)
    places = {node.place for node in _said(trees)}
    for each in trees.translations:
        each.report_faults(places)
    icons = icons_of(folder, trees.files, report)
    course = CourseSource(
        id=folder.resolve().name,
        title=sheet.title,
        edition=sheet.edition,
        language=trees.language,
        is_translated=trees.is_translated,
        words=sheet.words,
        outputs=sheet.outputs,
        slides=tuple(each.slide for each in slides),
        versions=sheet.versions,
        audiences=sheet.audiences,
        version=cut.version,
        slots=tuple(slots),
        requirements=sheet.requirements,
        law=tuple(law),
        folder=folder,
        files=(*trees.files, *reading.context.pictures, *icons.files),
        icons=icons.folders,
        places={each.slide.id: each.place for each in reversed(slides)},
        trees={each.slide.id: each.tree for each in slides},
        settings=_settings(trees),
        covering={each.slide.id: each.coverings(cut) for each in slides},
        originals=trees.originals,
        quiz=quiz.whole,
        questions=questions_in(trees.quiz),
        owner=sheet.owner or say("staff-owner", trees.language),
        freshness=sheet.freshness or Limits(),
        characters_per_minute=(None if trees.is_translated else sheet.characters_per_minute)
        or PACES_OF[trees.language],
        lacks=frozenset(reading.lacks),
    )
    check_outputs(trees.tree, has_test=bool(trees.quiz or sheet.quiz) or not reading.has_all("quiz"), report=report)
    course_checks.check(course, [each.place for each in slides], report)
    if reading.has_all("slides", "requirements"):
        check_requirements(slides, sheet.requirements, trees.lost, report)
    if reading.has_all("slides", *DIVIDING):
        check_slides(slides, cut, sheet.requirements, trees.changed_at, report)
        for version in sheet.versions if trees.quiz and reading.has_all("quiz") else ():
            shown = {each.slide.id for each in slides if each.reach.admits(version)}
            check_asked(trees.quiz, cut.of(version), shown, trees.changed_at, report)
    if has_errors(report, before):
        raise UnsoundCourse(course)
    return _in_version(course, slides, quiz.own) if sheet.versions else course


def _settings(trees: Trees) -> Tree:
    """What a profile may say otherwise of the course as a whole. How fast it is read aloud holds of its own words."""
    keys = ("freshness",) if trees.is_translated else ("freshness", "characters_per_minute")
    found = {key: trees.tree.entries[key] for key in keys if key in trees.tree.entries}
    if isinstance(trees.quiz, Tree) and (line := trees.quiz.entries.get("pass_line")):
        found["quiz"] = Entry(line.key, Tree({"pass_line": line}, trees.quiz.place))
    return Tree(found, trees.tree.place)


def _answered(slot: SlotDeclaration, language: Language) -> SlotDeclaration:
    """The slot; one that asks for a yes or a no has these as its options."""
    if slot.type != "yes-no" or slot.options:
        return slot
    return replace(slot, options=tuple(Option(value=each, label=say(each, language)) for each in ("yes", "no")))


def _cut(trees: Trees, asked: Asked | None, report: Report) -> Cut:
    """What the version that is asked for has of the course; the first where there is none of that name, which is told.

    What there is at all, where versions or audiences could not be read.
    """
    sheet = trees.sheet
    if not trees.lacks.isdisjoint(DIVIDING):
        return cut_of(None, (), (), are_all=False)
    check_versions(sheet.versions, sheet.audiences, report)
    names = [version.id for version in sheet.versions]
    try:
        version = version_called(asked.version if asked else None, sheet.versions)
    except KeyError:
        assert asked is not None
        known, suggestion = ", ".join(names) or "@none", closest(asked.version, names)
        report.add("version-unknown", asked.place, found=asked.version, known=known, suggestion=suggestion)
        version = version_called(None, sheet.versions)
    return cut_of(version, sheet.versions, sheet.audiences)


def _in_version(course: CourseSource, slides: Sequence[Reaching], quiz: Quiz[Source] | None) -> CourseSource:
    """The course with the slides of its version, and with the questions on these alone."""
    kept = tuple(each.slide for each in slides if each.reach.admits(course.version))
    ids = {slide.id for slide in kept}
    own = quiz and replace(quiz, items=tuple(item for item in quiz.items if item.slide in ids))
    return replace(course, slides=kept, every=course.slides, quiz=own)


@dataclass(slots=True)
class _Reading:
    """Reads the entries of a course one by one."""

    context: Context
    lacks: set[str]
    """Keys of course.yaml of whose entries some could not be read."""

    def has_all(self, *keys: str) -> bool:
        """Whether nothing is lacking under these keys."""
        return self.lacks.isdisjoint(keys)

    def each(self, key: str, nodes: Iterable[Node], reader: Callable[[Node, Context], V]) -> list[V]:
        """The sound entries under a key; the faults of the others are reported."""
        values: list[V] = []
        for node in nodes:
            try:
                values.append(reader(node, self.context))
            except Faulty:
                self.lacks.add(key)
        return values
