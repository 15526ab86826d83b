"""Translating a course: its texts as a PO file for whoever translates, and what came back as `i18n/en.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages import has_errors
from deckgen.model.course import CourseSource
from deckgen.pipeline.material import folder_of_course
from deckgen.pipeline.placing import telling_unwritable, write_file
from deckgen.pipeline.po_file import FUZZY, PoEntry, PoFile, read_po
from deckgen.pipeline.workspace import Workspace, find_workspace
from deckgen.readers.course import CourseText, texts_of
from deckgen.readers.matching import matched
from deckgen.readers.translation import (
    Translated,
    fingerprint,
    read_translations,
    translation_path,
    translation_text,
)
from deckgen.readers.translation_faults import quoted, tell_faults
from deckgen.wording import Language

if TYPE_CHECKING:
    from polib import POEntry, POFile

_UNKNOWN = "00000000"
"""The fingerprint of a text that nobody knows any more."""
_PROJECT = "Project-Id-Version"


@dataclass(frozen=True, slots=True)
class Translating:
    """What is to be translated into what."""

    course: str
    language: Language
    start: Path
    """The folder that somebody works in."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and how far its translation is."""

    path: Path
    texts: int
    done: int
    outdated: int


@dataclass(frozen=True, slots=True)
class _Course:
    """The texts of a course, and what is translated of them."""

    folder: Path
    source: Language
    texts: Sequence[CourseText]
    known: Mapping[str, Translated]
    """What is translated, by the keys that the texts have now."""
    gone: Mapping[str, Translated]
    """What is translated of texts that the course has no more."""

    @property
    def sources(self) -> dict[str, str]:
        """What is to be translated, by key."""
        return {each.key: each.source.text for each in self.texts}


def write_po(wanted: Translating, path: Path | None, report: Report) -> Written:
    """Write the texts with their translations as far as there are any; into the working folder unless told otherwise.

    A text that changed since is marked as fuzzy, its old translation with it. Raises Stop.
    """
    course = _course(wanted, report)
    if not course.texts:
        report.add("translation-nothing", None, course=wanted.course)
        raise Stop
    path = path or wanted.start / f"{course.folder.name}_{wanted.language}.po"
    made = _po(course, wanted.language)
    with telling_unwritable(path, report):
        write_file(path, str(made).encode())
    return Written(path, len(course.texts), len(made.translated_entries()), len(made.fuzzy_entries()))


def take_po(wanted: Translating, path: Path, report: Report) -> Written:
    """Take the translations of a PO file into those that the course has; what it leaves open stays as it was.

    What is wrong with an entry is told, and the entry left out. What the course has no more is told and dropped.
    Raises Stop.
    """
    course = _course(wanted, report)
    po = read_po(path, report)
    _check_header(po, wanted.language, course, report)
    taking = _Taking(course, wanted.language, po, report)
    texts = taking.texts()
    if not texts or not any(entry.text for entry in po.entries):
        if not has_errors(report):
            report.add("po-empty", Place(shown(path)), course=wanted.course)
        raise Stop
    for key, each in course.gone.items():
        report.add("translation-dropped", each.place, key=key, text=quoted(each.text.text))
    target = translation_path(course.folder, wanted.language)
    with telling_unwritable(target, report):
        target.parent.mkdir(exist_ok=True)
        write_file(target, translation_text(texts).encode())
    sources = course.sources
    outdated = sum(of != fingerprint(sources[key]) for key, (of, _) in texts.items())
    return Written(target, len(sources), len(texts) - outdated, outdated)


def _check_header(po: PoFile, language: Language, course: _Course, report: Report) -> None:
    """Raises Stop for a translation into another language or of another course; an empty header says nothing."""
    before = len(report)
    found = po.header.get("Language", "").strip()
    if found and not found.lower().replace("-", "_").startswith((f"{language}_", language)):
        report.add("po-language", po.place_of("Language"), found=found, language=language)
    name, project = course.folder.name, po.header.get(_PROJECT, "").strip()
    if project not in ("", "PACKAGE VERSION") and project.split()[0] != name:
        report.add("po-project", po.place_of(_PROJECT), found=project, course=name)
    if len(report) > before:
        raise Stop


@dataclass(slots=True)
class _Taking:
    """What a course has of translations after those of a PO file are taken."""

    course: _Course
    language: Language
    po: PoFile
    report: Report
    entries: dict[str, PoEntry] = field(default_factory=dict)
    """By context."""

    def texts(self) -> dict[str, tuple[str, str]]:
        """Fingerprint and translation by key, in the order of the course."""
        self._collect()
        sources = self.course.sources
        marks = {key: fingerprint(entry.source) for key, entry in self.entries.items()}
        pairs = matched({key: fingerprint(text) for key, text in sources.items()}, marks)
        for key, entry in self.entries.items():
            if entry.text and key not in pairs.values():
                self.report.add("po-unknown", entry.head, key=key, source=quoted(entry.source))
        told = ((key, self._told(key, text, pairs.get(key))) for key, text in sources.items())
        return {key: each for key, each in told if each}

    def _collect(self) -> None:
        for entry in self.po.entries:
            if not entry.context:
                keys = [key for key, text in self.course.sources.items() if text.strip() == entry.source.strip()]
                found = ", ".join(keys) or "@nothing"
                self.report.add("po-context", entry.head, source=quoted(entry.source), keys=found)
            elif entry.context in self.entries:
                other = self.entries[entry.context].place.line
                self.report.add("po-twice", entry.head, key=entry.context, line=other)
            else:
                self.entries[entry.context] = entry

    def _told(self, key: str, source: str, named: str | None) -> tuple[str, str] | None:
        """The translation of a text: that of the PO file where it has one that will do, else the one there was."""
        known = self.course.known.get(key)
        kept = (known.of, known.text.text.strip()) if known else None
        entry = self.entries[named] if named else None
        if entry is None or not entry.text:
            return kept
        of = fingerprint(entry.source)
        if entry.is_fuzzy:
            of = known.of if known else _UNKNOWN
        if kept and entry.text == kept[1]:
            return of, entry.text
        if self._is_older(entry, of, source, kept) or self._is_faulty(entry):
            return kept
        return of, entry.text

    def _is_older(self, entry: PoEntry, of: str, source: str, kept: tuple[str, str] | None) -> bool:
        """Whether there is a translation of the text as it is now, and the entry is none, or nobody is sure of it."""
        current = fingerprint(source)
        is_older = bool(kept and kept[0] == current and (entry.is_fuzzy or of != current))
        if is_older:
            self.report.add("po-older", entry.place, key=entry.context)
        return is_older

    def _is_faulty(self, entry: PoEntry) -> bool:
        is_faulty = tell_faults(entry.source, entry.head, entry.text, entry.place, self.language, self.report)
        if is_faulty:
            self.report.add("po-not-taken", entry.place, key=entry.context)
        return is_faulty


def _texts_in(folder: Path, workspace: Workspace, report: Report) -> tuple[CourseSource, list[CourseText]]:
    """The course and its texts; what does not stop anybody from translating is told by `check` alone."""
    own = Report()
    try:
        return texts_of(folder, own, *workspace.course_shelves)
    except Stop:
        report.extend(own)
        raise


def _course(wanted: Translating, report: Report) -> _Course:
    workspace = find_workspace(wanted.start, report)
    folder = folder_of_course(wanted.course, workspace, report)
    course, texts = _texts_in(folder, workspace, report)
    if course.language == wanted.language:
        report.add("translation-own", None, course=wanted.course, language=wanted.language)
        raise Stop
    there = read_translations(folder, wanted.language, report)
    marks = {each.key: fingerprint(each.source.text) for each in texts}
    pairs = matched(marks, {key: each.of for key, each in there.items()})
    known = {key: there[pairs[key]] for key in marks if key in pairs}
    gone = {key: each for key, each in there.items() if key not in pairs.values()}
    return _Course(folder, course.language, texts, known, gone)


def _po(course: _Course, language: Language) -> "POFile":
    from polib import POFile  # nothing else reads or writes such files

    made = POFile()
    made.metadata = {
        _PROJECT: course.folder.name,
        "Language": language,
        "X-Source-Language": course.source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    made.extend(_entry(text, course.known.get(text.key), course.folder) for text in course.texts)
    return made


def _entry(text: CourseText, known: Translated | None, folder: Path) -> "POEntry":
    from polib import POEntry

    source, place = text.source.text.strip(), text.source.place
    is_outdated = known is not None and known.of != fingerprint(source)
    return POEntry(
        msgctxt=text.key,
        msgid=source,
        msgstr=known.text.text.strip() if known else "",
        occurrences=[(_in_course(place, folder), place.line)],
        flags=[FUZZY] if is_outdated else [],
    )


def _in_course(place: Place, folder: Path) -> str:
    """The file of a text, from the course's folder: the same on every machine."""
    return Path(place.file).resolve().relative_to(folder.resolve()).as_posix()
