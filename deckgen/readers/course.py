"""A course folder: course.yaml, the slot declarations and the slide lists that it names."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import has_errors
from deckgen.model.course import OWNER, CourseSource, LegalFact, OutputName, Requirement, SourceSlide
from deckgen.model.freshness import PACE, Limits, Pace
from deckgen.model.slots import SlotDeclaration
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
from deckgen.readers.tree import Context, Faulty, Node
from deckgen.readers.yaml_tree import read_tree
from deckgen.wording import NO_WORDS, Language, OwnWords

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
    owner: str = OWNER
    """The staff role that looks after the material as a whole."""
    freshness: Limits | None = None
    """Months after which things have to be looked at again; a company may tighten them."""
    characters_per_minute: Pace = PACE
    """How fast a trainer is taken to read the notes aloud."""


def read_course(folder: Path, report: Report) -> CourseSource:
    """Read and check a course; `Stop` after every problem in its files is in the report."""
    before = len(report)
    path = folder / "course.yaml"
    context = Context(report, folder, is_template=True)
    try:
        sheet: CourseSheet = reader_of(CourseSheet)(read_tree(path, report, COURSE_LIMIT), context)
    except Faulty as fault:
        raise Stop from fault
    lists = _Lists(folder, report, [path])
    slots = lists.read(sheet.slots, reader_of(SlotDeclaration))
    law = lists.read(sheet.law, reader_of(LegalFact)) if sheet.law else []
    slides = [slide for name in sheet.slides for slide in lists.read(name, _placed_slide)]
    quiz = lists.read_whole(sheet.quiz, read_quiz) if sheet.quiz else None
    course = CourseSource(
        id=folder.resolve().name,
        title=sheet.title,
        edition=sheet.edition,
        language=sheet.language,
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
        owner=sheet.owner,
        freshness=sheet.freshness or Limits(),
        characters_per_minute=sheet.characters_per_minute,
    )
    course_checks.check(course, [place for _, place in slides], is_whole=not lists.is_faulty, report=report)
    if has_errors(report, before):
        raise Stop
    return course


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

    def read_whole(self, name: Source, reader: Callable[[Node, Context], V]) -> V | None:
        """What a file holds as one thing; None where it has faults."""
        try:
            path = self._path(name)
            context = Context(self.report, path.parent, is_template=True)
            value = reader(read_tree(path, self.report, COURSE_LIMIT), context)
        except (Faulty, Stop):
            return None
        self.files += [path, *context.pictures]
        return value

    def read(self, name: Source, reader: Callable[[Node, Context], V]) -> list[V]:
        """The sound entries of a file's list; the faults of the others are reported."""
        values: list[V] = []
        try:
            path = self._path(name)
            context = Context(self.report, path.parent, is_template=True)
            for node in listed(read_tree(path, self.report, COURSE_LIMIT), context):
                try:
                    values.append(reader(node, context))
                except Faulty:
                    self.is_faulty = True
        except (Faulty, Stop):
            self.is_faulty = True
        else:
            self.files += [path, *context.pictures]
        return values

    def _path(self, name: Source) -> Path:
        path = self.folder / name.text
        if not path.resolve().is_relative_to(self.folder.resolve()):
            self.report.add("path-outside", name.place, path=name.text, folder=self.folder)
            raise Stop
        if not is_file(path):
            self.report.add("file-named-missing", name.place, path=name.text)
            raise Stop
        return path
