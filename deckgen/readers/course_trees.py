"""The trees that a course is read from: those of its own files, or of another course with an edition laid over it.

An edition (`extends:` in course.yaml) says only what it changes. Whatever it takes the place of is told, and known by a
checksum, so that somebody hears of it once the original has changed.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.spelling import closest, closest_slide
from deckgen.model.text import Source
from deckgen.readers.course_files import LISTS, CourseFiles
from deckgen.readers.course_sheet import CourseSheet
from deckgen.readers.files import COURSE_LIMIT, is_file
from deckgen.readers.originals import known_in
from deckgen.readers.overlay import Override, digest_of, laid_over, overrides, spread
from deckgen.readers.shapes import Reader, listed, read_all, read_entries, read_string, reader_of
from deckgen.readers.shelves import names_on
from deckgen.readers.translation import Translation, read_translation, translation_path, translations_in
from deckgen.readers.tree import Context, Entry, Faulty, Node, Origin, Scalar, Sequence, kind_of
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.yaml_tree import read_tree
from deckgen.wording import LANGUAGES, Language

EXTENDS = "extends"
ORIGINALS = "originals.yaml"
"""The file beside the course.yaml of an edition with the checksums of what it takes the place of."""
_MOST = 8
"""Courses in one row."""
_FIXED = ("id", "kind", "type")
"""What makes a slide or a question another one."""


@dataclass(slots=True)
class Trees:
    """What a course says, before any of it is judged."""

    folder: Path
    tree: Tree
    """Of course.yaml."""
    sheet: CourseSheet
    slides: list[Node]
    slots: list[Node]
    law: list[Node]
    quiz: Node | None
    files: list[Path]
    """Every file that was read."""
    is_faulty: bool = False
    """Whether a file could not be read."""
    language: Language = LANGUAGES[0]
    """Of the texts."""
    written_in: Language = LANGUAGES[0]
    """The language of the course itself."""
    translations: tuple[Translation, ...] = ()
    """What was laid over the texts: of the course, and of each edition of it that has one."""
    written: list[tuple[str, Node]] = field(default_factory=list)
    """What the files of its own folder hold, in the words of the course itself, by the key of each."""
    said: list[Scalar] = field(default_factory=list)
    """Every text that the readers took, and the names of files in course.yaml."""
    originals: dict[str, str] = field(default_factory=dict)
    """For what an edition takes the place of, by its path: a checksum."""

    @property
    def is_translated(self) -> bool:
        """Whether the texts are in another language than the course itself."""
        return self.language != self.written_in

    def context(self, report: Report) -> Context:
        """What the readers of the trees need; pictures are looked for in the folder of the file that names them."""
        origins = {shown(file): Origin(file.parent, is_template=True) for file in self.files}
        return Context(report, self.folder, is_template=True, said=self.said, below=origins)


def read_trees(
    folder: Path, report: Report, shelves: Several[Path], language: Language | None, above: tuple[Path, ...] = ()
) -> Trees:
    """The trees of the course in a folder; `above` are the folders of the editions of it.

    Raises Stop where its course.yaml, or that of what it extends, cannot be read.
    """
    path = folder / "course.yaml"
    tree = read_tree(path, report, COURSE_LIMIT)
    context = Context(report, folder, is_template=True)
    try:
        if isinstance(tree, Tree) and EXTENDS in tree.entries:
            base = _base(tree.entries[EXTENDS].value, (*above, folder), shelves, context)
            below = read_trees(base, report, shelves, language, (*above, folder))
            files = CourseFiles(folder, report, _edition_translation(below, folder, report))
            return _Edition(below, files.spoken(tree, below.written_in), files, context).laid_over()
        own = language_of(tree)
        told = read_translation(folder, language, own, report) if language and language != own else None
        files = CourseFiles(folder, report, told)
        tree = files.spoken(tree, own) if isinstance(tree, Tree) else tree
        sheet: CourseSheet = reader_of(CourseSheet)(tree, context)
    except Faulty as fault:
        raise Stop from fault
    assert isinstance(tree, Tree)
    slots, law = files.entries("slots", sheet.slots), files.entries("law", sheet.law)
    slides = [node for name in sheet.slides for node in files.entries("slides", name)]
    quiz = files.whole("quiz", sheet.quiz)
    return Trees(
        folder=folder,
        tree=tree,
        sheet=sheet,
        slides=slides,
        slots=slots,
        law=law,
        quiz=quiz,
        files=[path, *translations_in(folder), *files.read],
        is_faulty=files.is_faulty,
        language=language or own,
        written_in=own,
        translations=files.translations,
        written=files.written,
        said=context.said,
    )


def _edition_translation(base: Trees, folder: Path, report: Report) -> Translation | None:
    """An edition's own texts in the language that is wanted; it may have none. The base serves for the rest."""
    is_wanted = base.is_translated and is_file(translation_path(folder, base.language))
    return read_translation(folder, base.language, base.written_in, report) if is_wanted else None


def language_of(tree: Node) -> Language:
    """The language that a course.yaml says; the first one where it says none that is known."""
    named = _text(tree, "language")
    return next((each for each in LANGUAGES if each == named), LANGUAGES[0])


def _base(node: Node, above: tuple[Path, ...], shelves: Several[Path], context: Context) -> Path:
    """The folder of the course that an edition names. Raises Faulty."""
    name, beside = read_string(node, context), above[0].absolute().parent
    known = [shelf for shelf in (beside, *shelves) if name in names_on([shelf])]
    seen = {folder.resolve() for folder in above}
    found = next((shelf / name for shelf in known if (shelf / name).resolve() not in seen), None)
    if (known and found is None) or len(above) >= _MOST:
        raise context.fault("course-base-loop", node.place, name=name)
    if found is None or not is_file(found / "course.yaml"):
        names = names_on((beside, *shelves))
        suggestion = closest(name, names)
        raise context.fault("course-base-missing", node.place, name=name, found=", ".join(names), suggestion=suggestion)
    return found


# An edition of another course ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Original:
    """What an edition takes the place of."""

    path: str
    place: Place
    """Where the edition does so."""
    node: Node


class _Edition:
    """What an edition says of another course."""

    def __init__(self, base: Trees, tree: Tree, files: CourseFiles, context: Context) -> None:
        self._base = base
        self._tree = tree
        self._files = files
        self._context = replace(context, below=base.context(context.report).below)
        self._originals: list[_Original] = []

    def laid_over(self) -> Trees:
        """The course as the edition has it. Raises Faulty where its course.yaml cannot be read."""
        base, files = self._base, self._files
        own = {key: entry for key, entry in self._tree.entries.items() if key not in (EXTENDS, *LISTS)}
        head = Tree(own, self._tree.place)
        self._note(overrides(base.tree, head))
        whole = laid_over(base.tree, head, self._context)
        assert isinstance(whole, Tree)
        sheet: CourseSheet = reader_of(CourseSheet)(whole, self._context)
        slots = _joined(base.slots, files.entries("slots", self._named("slots")), "name")
        law = _joined(base.law, files.entries("law", self._named("law")), "id")
        slides = self._parts("slides", _Parts("slide-unknown", base.slides))
        quiz = self._asked(self._quiz(), slides)
        known = self._known()
        originals = {each.path: digest_of(each.node) for each in self._originals}
        return Trees(
            folder=self._context.folder,
            tree=whole,
            sheet=sheet,
            slides=slides,
            slots=slots,
            law=law,
            quiz=quiz,
            files=[*self._own_files(known), *files.read, *base.files],
            is_faulty=base.is_faulty or files.is_faulty,
            language=base.language,
            written_in=base.written_in,
            translations=(*files.translations, *base.translations),
            written=files.written,
            said=self._context.said,
            originals=self._told(originals, known or {}),
        )

    def _named(self, key: str) -> Source | None:
        entry = self._tree.entries.get(key)
        node = entry.value if entry else None
        return Source(node.text, node.place) if isinstance(node, Scalar) and not node.is_null else None

    def _own_files(self, known: Mapping[str, str] | None) -> list[Path]:
        folder = self._context.folder
        names = ["course.yaml", *([ORIGINALS] if known is not None else [])]
        return [*(folder / name for name in names), *translations_in(folder)]

    # Slides and questions ------------------------------------------------------------------------

    def _parts(self, key: str, parts: "_Parts") -> list[Node]:
        entry = self._tree.entries.get(key)
        if entry is None:
            return list(parts.trees.values())
        changed = parts.changed(entry.value, self._context)
        self._originals += parts.originals
        return changed

    def _quiz(self) -> Node | None:
        """The test of the course, or another one where a file is named."""
        entry, quiz = self._tree.entries.get("quiz"), self._base.quiz
        if name := self._named("quiz"):
            return self._files.whole("quiz", name)
        if entry is None or not isinstance(quiz, Tree) or not isinstance(entry.value, Tree):
            return quiz
        items = quiz.entries["items"]
        parts = _Parts("quiz-unknown", items.value.items if isinstance(items.value, Sequence) else [])
        own = {key: each for key, each in entry.value.entries.items() if key not in _WAYS}
        ways = Tree({key: each for key, each in entry.value.entries.items() if key in _WAYS}, entry.value.place)
        self._note(overrides(quiz, Tree(own, entry.value.place), "quiz"))
        whole = laid_over(quiz, Tree(own, entry.value.place), self._context)
        assert isinstance(whole, Tree)
        changed = parts.changed(ways, self._context)
        self._originals += parts.originals
        return Tree({**whole.entries, "items": Entry(items.key, Sequence(changed, items.value.place))}, whole.place)

    def _asked(self, quiz: Node | None, slides: Iterable[Node]) -> Node | None:
        """The test without the questions on slides that the edition leaves out."""
        left = {_text(node, "id") for node in self._base.slides} - {_text(node, "id") for node in slides}
        if not isinstance(quiz, Tree) or not left:
            return quiz
        items = quiz.entries.get("items")
        if items is None or not isinstance(items.value, Sequence):
            return quiz
        for node in items.value.items:
            if (slide := _text(node, "slide")) in left:
                self._context.report.add("quiz-item-left-out", node.place, item=_text(node, "id"), slide=slide)
        kept = [node for node in items.value.items if _text(node, "slide") not in left]
        return Tree({**quiz.entries, "items": Entry(items.key, Sequence(kept, items.value.place))}, quiz.place)

    # What is told --------------------------------------------------------------------------------

    def _note(self, found: Iterable[Override]) -> None:
        self._originals += (_Original(each.path, each.own.key.place, each.base) for each in found)

    def _known(self) -> dict[str, str] | None:
        """The checksums that are kept beside the edition; None where there are none."""
        path = self._context.folder / ORIGINALS
        return known_in(path, self._context.report) if is_file(path) else None

    def _told(self, originals: dict[str, str], known: Mapping[str, str]) -> dict[str, str]:
        """The checksums, after each original is told: as it was noted, as it has changed since, or as not noted yet."""
        report = self._context.report
        for each in self._originals:
            told = {"path": each.path, "other": each.node.place}
            noted = known.get(each.path)
            is_same = noted == originals[each.path] or (noted is not None and self._base.is_translated)
            code = "course-override" if is_same else "original-changed" if noted else "original-unnoted"
            report.add(code, each.place, **told)
        return originals


_START = "start"
"""Stands for the cover."""
_WAYS = ("leave_out", "change", "replace", "add", "move")


class _Parts:
    """The slides, or the questions, of a course while an edition changes them."""

    def __init__(self, unknown: str, nodes: Iterable[Node]) -> None:
        self._unknown = unknown
        """Code of the finding that a name stands for none of them."""
        self.trees = {_text(node, "id"): node for node in nodes}
        self.originals: list[_Original] = []

    def changed(self, node: Node, context: Context) -> list[Node]:
        """All of them in order, after the changes are made. Raises Faulty where one cannot be read."""
        readers: dict[str, Reader] = {
            "change": self._by_name(self._change),
            "replace": self._by_name(self._replace),
            "leave_out": lambda each, where: read_all(listed(each, where), self._leave_out, where),
            "add": lambda each, where: read_all(listed(each, where), self._add, where),
            "move": lambda each, where: read_all(listed(each, where), self._move, where),
        }
        read_entries(node, readers, [], context)
        return list(self.trees.values())

    def _there(self, name: str, place: Place, context: Context) -> Node:
        found = self.trees.get(name)
        if found is None:
            titles = {each: _text(node, "title") or _text(node, "question") for each, node in self.trees.items()}
            suggestion = closest_slide(name, titles)
            told = {"slide": name, "item": name, "names": ", ".join(titles), "suggestion": suggestion}
            raise context.fault(self._unknown, place, **told)
        return found

    def _by_name(self, do: "Callable[[Scalar, Tree, Node, Context], None]") -> Reader:
        """Does something with each mapping that stands under a name, and with what the name stands for."""

        def one(key: Scalar, value: Node, context: Context) -> None:
            base = self._there(key.text, key.place, context)
            if not isinstance(value, Tree):
                raise context.fault("wrong-type", value.place, expected="@mapping", found=kind_of(value))
            do(key, value, base, context)

        def read(node: Node, context: Context) -> None:
            if not isinstance(node, Tree):
                raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
            keys = {id(entry.value): entry.key for entry in node.entries.values()}
            values = [entry.value for entry in node.entries.values()]
            read_all(values, lambda value, where: one(keys[id(value)], value, where), context)

        return read

    def _change(self, key: Scalar, value: Tree, base: Node, context: Context) -> None:
        own = spread(value, context)
        for fixed in _FIXED:
            if fixed in own.entries:
                raise context.fault("change-fixed", own.entries[fixed].key.place, key=fixed, slide=key.text)
        found = overrides(base, own, key.text)
        self.originals += (_Original(each.path, each.own.key.place, each.base) for each in found)
        self.trees[key.text] = laid_over(base, own, context)

    def _replace(self, key: Scalar, value: Tree, base: Node, context: Context) -> None:
        self.originals.append(_Original(key.text, key.place, base))
        self.trees[key.text] = Tree({**value.entries, "id": Entry(key, key)}, value.place)

    def _leave_out(self, node: Node, context: Context) -> None:
        name = read_string(node, context)
        self.originals.append(_Original(name, node.place, self._there(name, node.place, context)))
        del self.trees[name]

    def _add(self, node: Node, context: Context) -> None:
        """A slide after another one; a question goes to the end."""
        if not isinstance(node, Tree):
            raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
        if "slide" in node.entries and "after" in node.entries:
            after = read_string(node.entries["after"].value, context)
            self._put(node.entries["slide"].value, after, node.entries["after"].value.place, context)
        else:
            self.trees[_text(node, "id") or f"?{len(self.trees)}"] = node

    def _move(self, node: Node, context: Context) -> None:
        values = read_entries(node, {"slide": read_string, "after": read_string}, ["slide", "after"], context)
        moved = self._there(values["slide"], node.place, context)
        self.originals.append(_Original(f"{values['slide']}.move", node.place, Scalar(values["slide"], moved.place)))
        self._there(values["after"], node.place, context)
        if values["after"] != values["slide"]:
            del self.trees[values["slide"]]
            self._put(moved, values["after"], node.place, context)

    def _put(self, node: Node, after: str, place: Place, context: Context) -> None:
        after = next(iter(self.trees), after) if after == _START else after
        self._there(after, place, context)
        name = _text(node, "id") or f"?{len(self.trees)}"
        if name in self.trees:
            raise context.fault("slide-duplicate", node.place, slide=name, other=self.trees[name].place)
        order = list(self.trees.items())
        at = next(number for number, (each, _) in enumerate(order, start=1) if each == after)
        self.trees = dict([*order[:at], (name, node), *order[at:]])


def _joined(base: Iterable[Node], own: Iterable[Node], key: str) -> list[Node]:
    """Declarations by name: the edition's take the place of those of the course, or come behind them."""
    return list(({_text(node, key): node for node in base} | {_text(node, key): node for node in own}).values())


def _text(node: Node, key: str) -> str:
    """The text under a key; empty where there is none."""
    entry = node.entries.get(key) if isinstance(node, Tree) else None
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""
