"""The files that a course.yaml names, in the words of the course itself or in those of its translation."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.model.text import Source
from deckgen.readers.files import is_file, near_file
from deckgen.readers.shapes import listed
from deckgen.readers.sound_parts import Sound, read_sound
from deckgen.readers.translation import Translation
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Scalar, Sequence
from deckgen.wording import Language

LISTS = ("slides", "quiz", "slots", "law")
"""Keys of course.yaml that name files; an edition lays none of them over those of the course as they are."""


@dataclass(slots=True)
class CourseFiles:
    """The files that a course.yaml names, inside of its folder."""

    folder: Path
    report: Report
    translation: Translation | None = None
    """What is laid over all texts; None for a course in its own language."""
    read: list[Path] = field(default_factory=list)
    lacks: set[str] = field(default_factory=set)
    """Keys of course.yaml that name a file of which not all could be read."""
    written: list[tuple[str, Node]] = field(default_factory=list)
    _trees: dict[tuple[str, str], Sound] = field(default_factory=dict)

    @property
    def translations(self) -> tuple[Translation, ...]:
        """The translation, if there is one."""
        return (self.translation,) if self.translation else ()

    def spoken(self, tree: Mapping, language: Language) -> Mapping:
        """A course.yaml, written in a language, in the one that is wanted.

        All files that it names are read first, since a text may have moved from one to another.
        """
        self.written.append(("course", tree))
        if not self.translation:
            return tree
        for key, name in named_files(tree):
            self._tree(key, Source(name.text, name.place))
        self.translation.meet(self.written, language)
        told = self.translation.laid_over(tree, "course")
        assert isinstance(told, Mapping)
        return told

    @staticmethod
    def all_named(tree: Mapping, key: str) -> list[Source]:
        """The files that a course.yaml names under a key."""
        return [Source(name.text, name.place) for at, name in named_files(tree) if at == key]

    @classmethod
    def named(cls, tree: Mapping, key: str) -> Source | None:
        """The file that it names; None where it names none."""
        return next(iter(cls.all_named(tree, key)), None)

    def entries(self, key: str, name: Source | None) -> list[Node]:
        """The sound entries of a file's list; none where there is no file, or it is no list."""
        found = self._tree(key, name) if name else Sound(None)
        report = self.report if found.is_whole else Report()
        try:
            node = self._told(key, found.root)
            return listed(node, Context(report, self.folder, is_template=True)) if node else []
        except Faulty:
            self.lacks.add(key)
            return []

    def whole(self, key: str, name: Source | None) -> Node | None:
        """What a file holds as one thing; None where there is no file, or it has faults."""
        found = self._tree(key, name) if name else None
        return self._told(key, found.root) if found and found.is_whole else None

    def _told(self, key: str, node: Node | None) -> Node | None:
        return self.translation.laid_over(node, key) if node and self.translation else node

    def _tree(self, key: str, name: Source) -> Sound:
        """What a file holds in the words of the course itself; read once."""
        at = (key, name.text)
        if at not in self._trees:
            self._trees[at] = found = self._read(name)
            self.lacks |= set() if found.is_whole else {key}
            self.written += [(key, found.root)] if found.root else []
        return self._trees[at]

    def _read(self, name: Source) -> Sound:
        try:
            path = self._path(name)
            found = read_sound(path, self.report)
        except Stop:
            return Sound(None, (name.text,))
        self.read.append(path)
        return found

    def _path(self, name: Source) -> Path:
        path = self.folder / name.text
        if not path.resolve().is_relative_to(self.folder.resolve()):
            self.report.add("path-outside", name.place, path=name.text, folder=self.folder)
            raise Stop
        if not is_file(path):
            self.report.add("file-named-missing", name.place, path=name.text, suggestion=near_file(path, name.text))
            raise Stop
        return path


def named_files(tree: Node) -> Iterator[tuple[str, Scalar]]:
    """What a course.yaml names for each list of its own."""
    for key in LISTS:
        entry = tree.entries.get(key) if isinstance(tree, Mapping) else None
        named = entry.value.items if entry and isinstance(entry.value, Sequence) else [entry.value] if entry else []
        yield from ((key, node) for node in named if isinstance(node, Scalar) and not node.is_null)
