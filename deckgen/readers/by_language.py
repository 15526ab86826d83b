"""What a company is asked about a slot that its profile says by language: its cells in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deckgen.diagnostics import Place, Report
from deckgen.model.course import CourseSource
from deckgen.model.questions import Question, entry_of, taken_apart
from deckgen.readers.questions import nested_in, question_of
from deckgen.readers.renewal import find
from deckgen.readers.spoken import in_language, is_spoken
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.tree import Node, Scalar, Sequence
from deckgen.wording import LANGUAGES, Language, Wording


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A question in one language."""

    language: Language
    question: Question
    """With the cells that are told in this language; in the course's own also those that are the same in all."""
    written: Mapping[str, str]
    """The texts of the slot by key, as they are written; in the place of what is not said, that of another language."""
    lacking: Mapping[str, Place]
    """The patterns of what is not said in this language, each with the place of the value that it is part of."""

    def whole(self, texts: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
        """Texts that somebody gave; of a value that the language lacks and nothing was given of, those of another."""
        patterns = {key: self.lacking.get(pattern_of(key)) for key in (*texts, *others)}
        given = {patterns[key] for key, text in texts.items() if text}
        kept = {key: text for key, text in others.items() if patterns[key] and patterns[key] not in given}
        return {**texts, **kept}

    def is_told(self, key: str) -> bool:
        """Whether the cells of a key, whatever the number of the entry, are told by language."""
        return any(pattern_of(cell.key) == pattern_of(key) for cell in self.question.cells)


def pattern_of(key: str) -> str:
    """A cell's key whatever the number of its entry."""
    entry = entry_of(key)
    return f"{entry[0]}[]{entry[2]}" if entry else key


def by_language(question: Question, course: CourseSource, tree: Tree, file: str) -> tuple[InLanguage, ...]:
    """The question in each language, in the course's own first; nothing where the value is the same in all.

    Nothing as well where it stands in another file than the profile's, or single entries of a list are told by
    language, or the names of pictures: nobody could say which entry is which.
    """
    node = find(tree, question.slot.name)
    told = list(_told(node)) if node is not None else []
    if not told or any(each.place.file != file for each in told) or _is_told_in_entries(node):
        return ()
    whose = {scalar.place: (language, each.place) for each in told for language, scalar in _scalars(each)}
    order = (course.language, *(each for each in LANGUAGES if each != course.language))
    found = tuple(_in_language(question, course, tree, language, whose) for language in order)
    own, *others = found
    keys = {pattern_of(key) for each in found for key in each.spoken}
    if any(cell.kind == "path" and pattern_of(cell.key) in keys for cell in question.cells):
        return ()
    return (own.made(), *(each.made(keys) for each in others))


@dataclass(frozen=True, slots=True)
class _Draft:
    language: Language
    question: Question
    written: Mapping[str, str]
    spoken: Mapping[str, tuple[Language, Place]]
    """By key: the language in which a text is written, and the place of the value by language that it is part of."""

    def made(self, keys: set[str] | None = None) -> InLanguage:
        """With the cells of these patterns alone; with all where None. What is not said in the language is empty."""
        others = ((key, place) for key, (language, place) in self.spoken.items() if language != self.language)
        lacking = {pattern_of(key): place for key, place in others}
        cells = tuple(
            replace(cell, now="") if pattern_of(cell.key) in lacking else cell
            for cell in self.question.cells
            if keys is None or pattern_of(cell.key) in keys
        )
        return InLanguage(self.language, replace(self.question, cells=cells), self.written, lacking)


def _in_language(
    question: Question,
    course: CourseSource,
    tree: Tree,
    language: Language,
    whose: Mapping[Place, tuple[Language, Place]],
) -> _Draft:
    said, own = in_language(tree, language, Report()), course.language
    words = Wording(language, course.words) if language == own else Wording(language)
    nodes = taken_apart(question.slot, nested_in(said, question.slot))
    spoken = {key: whose[node.place] for key, node in nodes.items() if node.place in whose}
    return _Draft(language, question_of(question.slot, said, words), {k: n.text for k, n in nodes.items()}, spoken)


def _told(node: Node) -> Iterator[Tree]:
    """The values by language that a node has in it."""
    match node:
        case Tree() if is_spoken(node):
            yield node
        case Tree():
            for entry in node.entries.values():
                yield from _told(entry.value)
        case Sequence():
            for item in node.items:
                yield from _told(item)


def _is_told_in_entries(node: Node | None) -> bool:
    match node:
        case Sequence():
            return any(True for _ in _told(node))
        case Tree():
            return any(_is_told_in_entries(entry.value) for entry in node.entries.values())
    return False


def _scalars(told: Tree) -> Iterator[tuple[Language, Scalar]]:
    """Every text of a value by language, with its language."""
    for language in LANGUAGES:
        if entry := told.entries.get(language):
            yield from ((language, each) for each in _below(entry.value))


def _below(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _below(item)
        case Tree():
            for entry in node.entries.values():
                yield from _below(entry.value)
