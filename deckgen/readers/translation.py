"""A course's translation: `i18n/en.yaml` beside course.yaml, laid over the course's texts before they are read.

    slides/cover/title:
      of: 1f0c2b7a                      # checksum of the text that was translated
      text: Handling personal information

A key leads to its text: the file's list, the id (or name) of the entry, then keys; entries without either are counted
from 1. A text that has moved since is known by its checksum (`deckgen/readers/matching.py`). Whatever is wrong with a
translated text is told at its place in the translation.
"""

import hashlib
import json
import re
from collections.abc import Container, Iterable, Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Place, Report, Stop
from deckgen.model.spoken import needs_translation
from deckgen.readers.files import COURSE_LIMIT, is_file
from deckgen.readers.leaves import read_string
from deckgen.readers.matching import matched
from deckgen.readers.shapes import read_entries
from deckgen.readers.translation_faults import quoted, tell_faults
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, Scalar, Sequence, kind_of
from deckgen.readers.yaml_text import after_key
from deckgen.readers.yaml_tree import read_tree
from deckgen.wording import LANGUAGES, Language

FOLDER = "i18n"
"""In the folder of a course: its translations, a file a language."""
_SLOTS = "slots"
_BARE_KEY = re.compile(r"[\w./-]+", re.ASCII)
"""A key that needs no quotes."""
LINE_END = "\n"


def translation_path(folder: Path, language: Language) -> Path:
    """Where a course's translation into a language lies."""
    return folder / FOLDER / f"{language}.yaml"


def translations_in(folder: Path) -> tuple[Path, ...]:
    """The translations that a course has; all of them are files of it, whichever is wanted."""
    return tuple(path for each in LANGUAGES if is_file(path := translation_path(folder, each)))


def is_translated_into(files: Iterable[Path], language: Language) -> bool:
    """Whether a course with these files can be read in another language: an edition with what it extends."""
    known = list(files)
    folders = [file.parent for file in known if file.name == "course.yaml"]
    return bool(folders) and translation_path(folders[-1], language) in known


def fingerprint(text: str) -> str:
    """What tells a text from another one: of whatever length it is, in eight signs."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:8]


def scalars_in(node: Node, key: str) -> Iterator[tuple[str, Scalar]]:
    """Every value below a node with its key."""
    if isinstance(node, Scalar):
        yield key, node
        return
    for step, inner in _steps(node, key):
        yield from scalars_in(inner, f"{key}/{step}")


def _steps(node: Mapping | Sequence, key: str) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((name, entry.value) for name, entry in node.entries.items())
    else:
        name = "name" if key == _SLOTS else "id"  # elsewhere a name is a text, and changes with the language
        yield from ((_named(item, name) or str(number), item) for number, item in enumerate(node.items, start=1))


def _named(node: Node, name: str) -> str:
    """What an entry of a list calls itself; empty where it does not."""
    entry = node.entries.get(name) if isinstance(node, Mapping) else None
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""


@dataclass(frozen=True, slots=True)
class Translated:
    """One text of a translation."""

    of: str
    """The fingerprint of what was translated."""
    text: Scalar
    place: Place
    """Where its key stands."""


@dataclass(slots=True)
class Translation:
    """What a file of translations says, and what of it was wanted."""

    file: str
    language: Language
    texts: dict[str, Translated]
    report: Report
    _sources: dict[str, Scalar] = field(default_factory=dict)
    """All that the course says in its own language, by key."""
    _pairs: dict[str, str] = field(default_factory=dict)
    """The key of its translation by the key of each text that has one."""

    def meet(self, written: Iterable[tuple[str, Node]], language: Language) -> None:
        """Find out what is whose translation among all that the files of a course say in its own language."""
        self._sources = {key: node for root, tree in written for key, node in scalars_in(tree, root)}
        texts = {
            key: fingerprint(node.text)
            for key, node in self._sources.items()
            if needs_translation(node.text, language) or key in self.texts
        }
        self._pairs = matched(texts, {key: each.of for key, each in self.texts.items()})

    def laid_over(self, node: Node, key: str) -> Node:
        """The node with every text that is translated in the words of the translation."""
        match node:
            case Scalar():
                return self._said(key, node)
            case Mapping():
                entries = zip(node.entries.items(), _steps(node, key), strict=True)
                said = {
                    name: Entry(entry.key, self.laid_over(inner, f"{key}/{step}"))
                    for (name, entry), (step, inner) in entries
                }
                return Mapping(said, node.place)
            case Sequence():
                items = [self.laid_over(inner, f"{key}/{step}") for step, inner in _steps(node, key)]
                return Sequence(items, node.place, node.is_in_brackets)

    def _said(self, key: str, node: Scalar) -> Scalar:
        if key not in self._pairs:
            return node
        found = self.texts[self._pairs[key]]
        if found.of != fingerprint(node.text):
            self.report.add("translation-outdated", found.text.place, key=key, source=str(node.place))
        return found.text

    def report_faults(self, said: Container[Place]) -> None:
        """Report what is wrong with the translations that stand at these places.

        Of a text that has changed since, nobody knows what was translated: it may have got its values afterwards.
        """
        for key, name in self._pairs.items():
            source, found = self._sources[key], self.texts[name]
            if found.text.place in said:
                known = source.text if found.of == fingerprint(source.text) else ""
                tell_faults(known, source.place, found.text.text, found.text.place, self.language, self.report)

    def report_unused(self) -> None:
        """Report what is the translation of nothing."""
        used = set(self._pairs.values())
        for key, each in self.texts.items():
            if key not in used:
                self.report.add("translation-unused", each.place, key=key)


def report_missing(said: Iterable[Scalar], files: Iterable[str], own: Language, report: Report) -> None:
    """Report the texts, written in a course's own language, that stand in none of the files of translations."""
    translated = set(files)
    for node in said:
        if node.place.file not in translated and needs_translation(node.text, own):
            report.add("translation-missing", node.place, text=quoted(node.text))


def read_translations(folder: Path, language: Language, report: Report) -> dict[str, Translated]:
    """The texts of a course's translation by their keys; none where there is no such translation. Raises Stop."""
    path = translation_path(folder, language)
    return read_translation(folder, language, language, report).texts if is_file(path) else {}


def translation_text(texts: Mapping_[str, tuple[str, str]]) -> str:
    """What the file of a translation says: by key, the fingerprint of what was translated and the translation."""
    return "".join(
        f"{_key_text(key)}:{after_key({'of': of, 'text': text}, 0, LINE_END)}{LINE_END}"
        for key, (of, text) in texts.items()
    )


def _key_text(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def read_translation(folder: Path, language: Language, own: Language, report: Report) -> Translation:
    """A course's translation. Raises Stop where there is none, or where it has faults."""
    path = translation_path(folder, language)
    if not is_file(path):
        there = ", ".join([own, *(each.stem for each in translations_in(folder))])
        report.add("translation-none", None, course=folder.name, language=language, found=there)
        raise Stop
    tree = read_tree(path, report, COURSE_LIMIT)
    context = Context(report, folder, is_template=True)
    try:
        return Translation(tree.place.file, language, dict(_texts(tree, context)), report)
    except Faulty as fault:
        raise Stop from fault


def _texts(tree: Node, context: Context) -> list[tuple[str, Translated]]:
    if not isinstance(tree, Mapping):
        raise context.fault("wrong-type", tree.place, expected="@mapping", found=kind_of(tree))
    readers = {"of": read_string, "text": _text}
    texts, is_faulty = [], False
    for key, entry in tree.entries.items():
        try:
            told = read_entries(entry.value, readers, readers, context)
        except Faulty:
            is_faulty = True
        else:
            texts.append((key, Translated(told["of"], told["text"], entry.key.place)))
    if is_faulty:
        raise Faulty
    return texts


def _text(node: Node, context: Context) -> Scalar:
    read_string(node, context)
    assert isinstance(node, Scalar)
    return node
