"""A course folder: course.yaml, the slot declarations and the slide lists that it names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import has_errors
from deckgen.model.course import CourseSource, LegalFact, OutputName, Requirement, SourceSlide
from deckgen.model.freshness import PACES_OF, Limits, Pace
from deckgen.model.slots import SlotDeclaration
from deckgen.model.spoken import Words, needs_translation
from deckgen.model.text import Source
from deckgen.readers import (
    course_checks,
    freshness,  # noqa: F401 - the leaves that course.yaml has: months and paces
    own_words,  # noqa: F401
)
from deckgen.readers.files import COURSE_LIMIT, is_file
from deckgen.readers.quiz import read_quiz
from deckgen.readers.shapes import listed, reader_of
from deckgen.readers.slides import read_slide
from deckgen.readers.translation import Translation, read_translation, scalars_in, translations_in
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Scalar
from deckgen.readers.yaml_tree import read_tree
from deckgen.wording import LANGUAGES, NO_WORDS, Language, OwnWords, say

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSheet:
    """What course.yaml says."""

    title: Source
    """The title of the course."""
    edition: str
    """Edition of the course material itself, e.g. "2026.1"."""
    language: Language = "ja"
    """Language of the material (BCP 47)."""
    words: OwnWords = NO_WORDS
    """Words of the course's own, in the place of those that slides and papers have of themselves."""
    outputs: tuple[OutputName, ...] = ("deck", "handout", "trainer")
    """What `build` makes when nothing else is asked for."""
    requirements: tuple[Requirement, ...] = ()
    """What the training must cover."""
    law: Source | None = None
    """The file with the figures and articles of the law that the texts name, inside the course folder."""
    slots: Source
    """The file with the slot declarations, inside the course folder."""
    slides: tuple[Source, ...]
    """The files with the slides, inside the course folder, in order."""
    quiz: Source | None = None
    """The file with the comprehension test, inside the course folder."""
    owner: Words | None = None
    """The staff role that looks after the material as a whole; who does the training where left out."""
    freshness: Limits | None = None
    """Months after which things have to be looked at again; a company may tighten them."""
    characters_per_minute: Pace | None = None
    """How fast a trainer is taken to read the notes aloud; as the language is read where left out."""


@dataclass(frozen=True, slots=True)
class CourseText:
    """A text of a course that says something in its language."""

    key: str
    """How a translation calls it."""
    source: Scalar


def read_course(folder: Path, report: Report, language: Language | None = None) -> CourseSource:
    """Read and check a course; `Stop` after every problem in its files is in the report.

    `language` is the one that it shall be in: its own where None, else it is laid over with its translation.
    """
    return _read(folder, report, language)[0]


def texts_of(folder: Path, report: Report) -> tuple[CourseSource, list[CourseText]]:
    """A course in its own language, and all that is to be translated of it, in the order of its files. Raises Stop."""
    course, said, trees = _read(folder, report, None)
    spoken = {node.place for node in said}
    texts = [
        CourseText(key, node) for root, tree in trees for key, node in scalars_in(tree, root) if node.place in spoken
    ]
    return course, [each for each in texts if needs_translation(each.source.text, course.language)]


def _read(
    folder: Path, report: Report, language: Language | None
) -> tuple[CourseSource, list[Scalar], list[tuple[str, Node]]]:
    """A course, the texts that people read in it, and the trees that it was read from, by the key of each."""
    before = len(report)
    path = folder / "course.yaml"
    tree = read_tree(path, report, COURSE_LIMIT)
    own = language_of(tree)
    spoken = language or own
    lists = _Lists(folder, report, [path, *translations_in(folder)])
    if spoken != own:
        lists.translation = read_translation(folder, spoken, own, report)
    try:
        sheet: CourseSheet = lists.read_tree(tree, "course", reader_of(CourseSheet))
    except Faulty as fault:
        raise Stop from fault
    slots = lists.read("slots", sheet.slots, reader_of(SlotDeclaration))
    law = lists.read("law", sheet.law, reader_of(LegalFact)) if sheet.law else []
    slides = [slide for name in sheet.slides for slide in lists.read("slides", name, _placed_slide)]
    quiz = lists.read_whole("quiz", sheet.quiz, read_quiz) if sheet.quiz else None
    said = lists.said_by(sheet)
    if lists.translation and not has_errors(report, before):
        lists.translation.report_unused()
        lists.translation.report_missing(said, own)
    course = CourseSource(
        id=folder.resolve().name,
        title=sheet.title,
        edition=sheet.edition,
        language=spoken,
        is_translated=spoken != own,
        words=sheet.words,
        outputs=sheet.outputs,
        slides=tuple(slide for slide, _ in slides),
        slots=tuple(slots),
        requirements=sheet.requirements,
        law=tuple(law),
        folder=folder,
        files=tuple(lists.files),
        places={slide.id: place for slide, place in reversed(slides)},
        quiz=quiz,
        owner=sheet.owner or say("profiles.owner", spoken),
        freshness=sheet.freshness or Limits(),
        characters_per_minute=(None if spoken != own else sheet.characters_per_minute) or PACES_OF[spoken],
    )
    course_checks.check(course, [place for _, place in slides], is_whole=not lists.is_faulty, report=report)
    if has_errors(report, before):
        raise Stop
    return course, said, lists.trees


def language_of(tree: Node) -> Language:
    """The language that a course.yaml says; the first one where it says none that is known."""
    entry = tree.entries.get("language") if isinstance(tree, Mapping) else None
    named = entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""
    return next((each for each in LANGUAGES if each == named), LANGUAGES[0])


def _placed_slide(node: Node, context: Context) -> tuple[SourceSlide, Place]:
    return read_slide(node, context), node.place


@dataclass(slots=True)
class _Lists:
    """Reads the files of a course that hold one list each."""

    folder: Path
    report: Report
    files: list[Path]
    """What has been read so far."""
    is_faulty: bool = False
    translation: Translation | None = None
    """What is laid over all texts; None for a course in its own language."""
    said: list[Scalar] = field(default_factory=list)
    """Every text that people read, and the names of files in course.yaml."""
    trees: list[tuple[str, Node]] = field(default_factory=list)
    """What the files hold, in the words of the course itself, by the key of each."""

    def read_tree(self, tree: Node, key: str, reader: Callable[[Node, Context], V]) -> V:
        """What a tree says that lies in the course's own folder. Raises Faulty."""
        context = Context(self.report, self.folder, is_template=True, said=self.said)
        return reader(self._spoken(tree, key), context)

    def said_by(self, sheet: CourseSheet) -> list[Scalar]:
        """Every text that people read."""
        files = {each.place for each in (sheet.slots, sheet.law, sheet.quiz, *sheet.slides) if each}
        return [node for node in self.said if node.place not in files]

    def read_whole(self, key: str, name: Source, reader: Callable[[Node, Context], V]) -> V | None:
        """What a file holds as one thing; None where it has faults."""
        try:
            path = self._path(name)
            context = Context(self.report, path.parent, is_template=True, said=self.said)
            value = reader(self._spoken(read_tree(path, self.report, COURSE_LIMIT), key), context)
        except (Faulty, Stop):
            return None
        self.files += [path, *context.pictures]
        return value

    def read(self, key: str, name: Source, reader: Callable[[Node, Context], V]) -> list[V]:
        """The sound entries of a file's list; the faults of the others are reported."""
        values: list[V] = []
        try:
            path = self._path(name)
            context = Context(self.report, path.parent, is_template=True, said=self.said)
            for node in listed(self._spoken(read_tree(path, self.report, COURSE_LIMIT), key), context):
                try:
                    values.append(reader(node, context))
                except Faulty:
                    self.is_faulty = True
        except (Faulty, Stop):
            self.is_faulty = True
        else:
            self.files += [path, *context.pictures]
        return values

    def _spoken(self, tree: Node, key: str) -> Node:
        self.trees.append((key, tree))
        return self.translation.laid_over(tree, key) if self.translation else tree

    def _path(self, name: Source) -> Path:
        path = self.folder / name.text
        if not path.resolve().is_relative_to(self.folder.resolve()):
            self.report.add("path-outside", name.place, path=name.text, folder=self.folder)
            raise Stop
        if not is_file(path):
            self.report.add("file-named-missing", name.place, path=name.text)
            raise Stop
        return path
