"""The trees that a course is read from: those of its own files, or of another course with an edition laid over it.

An edition (`extends:` in course.yaml) says only what it changes. Whatever it takes the place of is told, and known by a
checksum, so that somebody hears of it once the original has changed.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.model.course import Original
from deckgen.readers.course_files import LISTS, CourseFiles
from deckgen.readers.course_parts import WAYS, Lost, Parts, original_of, originals_of, text_of
from deckgen.readers.course_sheet import CourseSheet, read_sheet
from deckgen.readers.files import is_file
from deckgen.readers.hidden import Marked
from deckgen.readers.leaves import read_string
from deckgen.readers.originals import known_in, tell_originals
from deckgen.readers.overlay import laid_over, overrides
from deckgen.readers.shelves import names_on
from deckgen.readers.sound_parts import read_sound
from deckgen.readers.translation import Translation, read_translation, translation_path, translations_in
from deckgen.readers.tree import Context, Entry, Faulty, Node, Origin, Scalar, Sequence
from deckgen.readers.tree import Mapping as Tree
from deckgen.wording import LANGUAGES, Language

EXTENDS = "extends"
ORIGINALS = "originals.yaml"
"""The file beside the course.yaml of an edition with the checksums of what it takes the place of."""
_MOST = 8
"""Courses in one row."""


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
    lacks: frozenset[str] = frozenset()
    """Keys of course.yaml that may say more than could be read, in the file that they name or themselves."""
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
    originals: dict[Path, tuple[Original, ...]] = field(default_factory=dict)
    """What editions take the place of, by their folders."""
    never: Lost = field(default_factory=dict)
    """Requirements that editions take away from slides."""
    marked: list[Marked] = field(default_factory=list)
    """What an edition changes of parts that some versions lack."""
    changed_at: Place | None = None
    """Where the edition says the first of what changes the slides; None where nothing does."""

    @property
    def is_translated(self) -> bool:
        """Whether the texts are in another language than the course itself."""
        return self.language != self.written_in

    @property
    def lost(self) -> dict[str, Place]:
        """Requirements that editions take away, each with a place that does."""
        return {name: place for names in self.never.values() for name, place in names.items()}

    def taken(self, slide: Node) -> Mapping[str, Place]:
        """What a slide covers no longer, whatever it says."""
        return self.never.get(text_of(slide, "id"), {})

    def context(self, report: Report) -> Context:
        """What the readers of the trees need; pictures are looked for in the folder of the file that names them."""
        origins = {shown(file): Origin(file.parent, is_template=True) for file in self.files}
        return Context(report, self.folder, is_template=True, said=self.said, below=origins)


def read_trees(
    folder: Path, report: Report, shelves: Several[Path], language: Language | None, above: tuple[Path, ...] = ()
) -> Trees:
    """The trees of the course in a folder; `above` are the folders of the editions of it.

    Raises Stop where nothing can be made of its course.yaml, or of that of what it extends.
    """
    path = folder / "course.yaml"
    context = Context(report, folder, is_template=True)
    tree, lost = _head(path, report)
    if EXTENDS in tree.entries:
        try:
            base = _base(tree.entries[EXTENDS].value, (*above, folder), shelves, context)
        except Faulty as fault:
            raise Stop from fault
        below = read_trees(base, report, shelves, language, (*above, folder))
        files = CourseFiles(folder, report, _edition_translation(below, folder, report))
        tree = files.spoken(tree, below.written_in)
        return _Edition(below, tree, files, context, (*lost, *below.lacks)).laid_over()
    own = language_of(tree)
    told = _translation(folder, language, own, report) if language and language != own else None
    files = CourseFiles(folder, report, told)
    tree = files.spoken(tree, own)
    sheet, lacks = read_sheet(tree, context, lost)
    slots, law = files.entries("slots", files.named(tree, "slots")), files.entries("law", files.named(tree, "law"))
    slides = [node for name in files.all_named(tree, "slides") for node in files.entries("slides", name)]
    quiz = files.whole("quiz", files.named(tree, "quiz"))
    return Trees(
        folder=folder,
        tree=tree,
        sheet=sheet,
        slides=slides,
        slots=slots,
        law=law,
        quiz=quiz,
        files=[path, *translations_in(folder), *files.read],
        lacks=lacks | files.lacks,
        language=language or own,
        written_in=own,
        translations=files.translations,
        written=files.written,
        said=context.said,
    )


def _head(path: Path, report: Report) -> tuple[Tree, tuple[str, ...]]:
    """What is sound of a course.yaml, and the text of what is not. Raises Stop where there is nothing."""
    found = read_sound(path, report)
    return found.mapping(report), found.lost


def _translation(folder: Path, language: Language, own: Language, report: Report) -> Translation | None:
    """A course's translation; None where it cannot be read: the course is judged all the same, in its own words."""
    try:
        return read_translation(folder, language, own, report)
    except Stop:
        return None


def _edition_translation(base: Trees, folder: Path, report: Report) -> Translation | None:
    """An edition's own texts in the language that is wanted; it may have none. The base serves for the rest."""
    is_wanted = base.is_translated and is_file(translation_path(folder, base.language))
    return _translation(folder, base.language, base.written_in, report) if is_wanted else None


def language_of(tree: Node) -> Language:
    """The language that a course.yaml says; the first one where it says none that is known."""
    named = text_of(tree, "language")
    return next((each for each in LANGUAGES if each == named), LANGUAGES[0])


def _base(node: Node, above: tuple[Path, ...], shelves: Several[Path], context: Context) -> Path:
    """The folder of the course that an edition names. Raises Faulty."""
    name, beside = read_string(node, context), above[0].absolute().parent
    known = [shelf for shelf in (beside, *shelves) if name in names_on([shelf])]
    seen = {folder.resolve() for folder in above}
    found = next((shelf / name for shelf in known if (shelf / name).resolve() not in seen), None)
    if (known and found is None) or len(above) >= _MOST:
        chain = " → ".join([*(folder.name for folder in above), name])
        raise context.fault("course-base-loop", node.place, chain=chain)
    if found is None or not is_file(found / "course.yaml"):
        names = names_on((beside, *shelves))
        suggestion = closest(name, names)
        raise context.fault("course-base-missing", node.place, name=name, found=", ".join(names), suggestion=suggestion)
    return found


# An edition of another course ----------------------------------------------------------------------------------------


class _Edition:
    """What an edition says of another course."""

    def __init__(self, base: Trees, tree: Tree, files: CourseFiles, context: Context, lost: tuple[str, ...]) -> None:
        self._base = base
        self._lacks = set(base.lacks)
        self._lost = lost
        self._tree = tree
        self._files = files
        self._context = replace(context, below=base.context(context.report).below)
        self._originals: list[Original] = []
        self._slides = Parts("slides", base.slides, base.never)

    def laid_over(self) -> Trees:
        """The course as the edition has it."""
        base, files = self._base, self._files
        self._check_language()
        own = {key: entry for key, entry in self._tree.entries.items() if key not in (EXTENDS, *LISTS)}
        head = Tree(own, self._tree.place)
        self._originals += originals_of(overrides(base.tree, head))
        whole = laid_over(base.tree, head, self._context)
        assert isinstance(whole, Tree)
        sheet, lacks = read_sheet(whole, self._context, self._lost)
        slots = self._joined("slots", base.slots, files.entries("slots", files.named(self._tree, "slots")), "name")
        law = self._joined("law", base.law, files.entries("law", files.named(self._tree, "law")), "id")
        slides = self._parts("slides", self._slides)
        self._check_cover(slides)
        quiz = self._asked(self._quiz(), slides)
        known = self._known()
        labels = {each.id: each.label for each in sheet.requirements}
        tell_originals(self._originals, known or {}, labels, self._context.report, is_translated=base.is_translated)
        return Trees(
            folder=self._context.folder,
            tree=whole,
            sheet=sheet,
            slides=slides,
            slots=slots,
            law=law,
            quiz=quiz,
            files=[*self._own_files(known), *files.read, *base.files],
            lacks=lacks | self._lacks | files.lacks,
            language=base.language,
            written_in=base.written_in,
            translations=(*files.translations, *base.translations),
            written=files.written,
            said=self._context.said,
            originals={**base.originals, self._context.folder: tuple(self._originals)},
            never=self._slides.lost,
            marked=[*base.marked, *self._slides.marked],
            changed_at=self._slides.first or base.changed_at,
        )

    def _own_files(self, known: Mapping[str, str] | None) -> list[Path]:
        folder = self._context.folder
        names = ["course.yaml", *([ORIGINALS] if known is not None else [])]
        return [*(folder / name for name in names), *translations_in(folder)]

    def _check_language(self) -> None:
        """Tell where an edition says another language than the course: it has its texts, and a translation of them."""
        entry, own = self._tree.entries.get("language"), text_of(self._tree, "language")
        if entry and own in LANGUAGES and own != self._base.written_in:
            told = {"language": own, "other": self._base.written_in, "folder": self._context.folder.name}
            self._context.report.add("edition-language", entry.value.place, **told)

    # Slides and questions ------------------------------------------------------------------------

    def _parts(self, key: str, parts: Parts) -> list[Node]:
        entry = self._tree.entries.get(key)
        if entry is None:
            return list(parts.trees.values())
        changed = self._changed(key, entry.value, parts)
        self._originals += parts.originals
        return changed

    def _changed(self, key: str, ways: Node, parts: Parts) -> list[Node]:
        """Slides or questions after the changes that can be made; of a course that lacks some, none is missed."""
        has_all = key not in self._base.lacks and all(parts.trees)
        context = self._context if has_all else replace(self._context, report=Report())
        try:
            return parts.changed(ways, context)
        except Faulty:
            self._lacks.add(key)
            return list(parts.trees.values())

    def _quiz(self) -> Node | None:
        """The test of the course, or another one where a file is named."""
        entry, quiz = self._tree.entries.get("quiz"), self._base.quiz
        if name := self._files.named(self._tree, "quiz"):
            return self._files.whole("quiz", name)
        if entry is None or not isinstance(quiz, Tree) or not isinstance(entry.value, Tree):
            return quiz
        items = quiz.entries.get("items")
        if items is None:
            return quiz
        parts = Parts("quiz", items.value.items if isinstance(items.value, Sequence) else [], {})
        own = {key: each for key, each in entry.value.entries.items() if key not in WAYS}
        ways = Tree({key: each for key, each in entry.value.entries.items() if key in WAYS}, entry.value.place)
        self._originals += originals_of(overrides(quiz, Tree(own, entry.value.place), "quiz"))
        whole = laid_over(quiz, Tree(own, entry.value.place), self._context)
        assert isinstance(whole, Tree)
        changed = self._changed("quiz", ways, parts)
        self._originals += parts.originals
        if not changed:
            return None  # which has been told
        return Tree({**whole.entries, "items": Entry(items.key, Sequence(changed, items.value.place))}, whole.place)

    def _asked(self, quiz: Node | None, slides: Iterable[Node]) -> Node | None:
        """The test without the questions on slides that the edition leaves out."""
        left = {text_of(node, "id") for node in self._base.slides} - {text_of(node, "id") for node in slides}
        if not isinstance(quiz, Tree) or not left or "slides" in self._lacks:
            return quiz
        items = quiz.entries.get("items")
        if items is None or not isinstance(items.value, Sequence):
            return quiz
        for node in items.value.items:
            if (slide := text_of(node, "slide")) in left:
                self._context.report.add("quiz-item-left-out", node.place, item=text_of(node, "id"), slide=slide)
        kept = [node for node in items.value.items if text_of(node, "slide") not in left]
        if items.value.items and not kept and self._slides.left:
            self._context.report.add("quiz-empty", self._slides.left)
            return None
        return Tree({**quiz.entries, "items": Entry(items.key, Sequence(kept, items.value.place))}, quiz.place)

    def _check_cover(self, slides: Iterable[Node]) -> None:
        """Tell where the course has another title, and its cover keeps the one that both had."""
        entry, was = self._tree.entries.get("title"), text_of(self._base.tree, "title")
        cover = next(iter(slides), None)
        if entry and cover and was == text_of(cover, "title") != text_of(self._tree, "title"):
            self._context.report.add("cover-title-kept", entry.key.place, cover=text_of(cover, "id"), title=was)

    # What is told --------------------------------------------------------------------------------

    def _joined(self, path: str, base: Iterable[Node], own: Iterable[Node], key: str) -> list[Node]:
        """Declarations by name: the edition's take the place of those of the course, or come behind them."""
        found = {text_of(node, key): node for node in base}
        for node in own:
            if under := found.get(name := text_of(node, key)):
                self._originals.append(original_of(f"{path}.{name}", node.place, under))
            found[name] = node
        return list(found.values())

    def _known(self) -> dict[str, str] | None:
        """The checksums that are kept beside the edition; None where there are none."""
        path = self._context.folder / ORIGINALS
        return known_in(path, self._context.report) if is_file(path) else None
