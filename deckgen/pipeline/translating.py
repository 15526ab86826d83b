"""Translating a course: its texts as a PO file for whoever translates, and what came back as `i18n/en.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.terms import reason
from deckgen.pipeline.material import course_named
from deckgen.pipeline.placing import telling_unwritable, write_file
from deckgen.pipeline.workspace import find_workspace
from deckgen.readers.course import CourseText, texts_of
from deckgen.readers.translation import (
    Translated,
    fingerprint,
    read_translations,
    translation_path,
    translation_text,
)
from deckgen.wording import Language

if TYPE_CHECKING:
    from polib import POEntry, POFile

_MOST_BYTES = 16_000_000
"""Of a PO file: some twenty times what a course takes."""
_FUZZY = "fuzzy"
_UNKNOWN = "00000000"
"""The fingerprint of a text that nobody knows any more."""


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


def write_po(wanted: Translating, path: Path | None, report: Report) -> Written:
    """Write the texts with their translations as far as there are any; into the working folder unless told otherwise.

    A text that changed since is marked as fuzzy, its old translation with it. Raises Stop.
    """
    course = _course(wanted, report)
    path = path or wanted.start / f"{course.folder.name}_{wanted.language}.po"
    made = _po(course, wanted.language)
    with telling_unwritable(path, report):
        write_file(path, str(made).encode())
    return Written(path, len(course.texts), len(made.translated_entries()), len(made.fuzzy_entries()))


def take_po(wanted: Translating, path: Path, report: Report) -> Written:
    """Write what a PO file says as the course's translation; what it leaves open is left out of it. Raises Stop."""
    course = _course(wanted, report)
    entries = _entries(path, report)
    sources = {each.key: each.source.text for each in course.texts}
    for entry in entries.values():
        if entry.msgctxt not in sources:
            report.add("po-unknown", Place(shown(path), entry.linenum or 0), key=entry.msgctxt or entry.msgid)
    taken = {key: _taken(entries[key], course.known.get(key)) for key in sources if key in entries}
    texts = {key: told for key, told in taken.items() if told[1]}
    if not texts:
        report.add("po-empty", Place(shown(path)), course=wanted.course)
        raise Stop
    target = translation_path(course.folder, wanted.language)
    with telling_unwritable(target, report):
        target.parent.mkdir(exist_ok=True)
        write_file(target, translation_text(texts).encode())
    outdated = sum(of != fingerprint(sources[key]) for key, (of, _) in texts.items())
    return Written(target, len(sources), len(texts) - outdated, outdated)


def _course(wanted: Translating, report: Report) -> _Course:
    workspace = find_workspace(wanted.start, report)
    folder = course_named(wanted.course, workspace, report).folder
    course, texts = texts_of(folder, report)
    if course.language == wanted.language:
        report.add("translation-own", None, course=wanted.course, language=wanted.language)
        raise Stop
    return _Course(folder, course.language, texts, read_translations(folder, wanted.language, report))


def _po(course: _Course, language: Language) -> "POFile":
    from polib import POFile  # nothing else reads or writes such files

    made = POFile()
    made.metadata = {
        "Project-Id-Version": course.folder.name,
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
        flags=[_FUZZY] if is_outdated else [],
    )


def _in_course(place: Place, folder: Path) -> str:
    """The file of a text, from the course's folder: the same on every machine."""
    return Path(place.file).resolve().relative_to(folder.resolve()).as_posix()


def _taken(entry: "POEntry", known: Translated | None) -> tuple[str, str]:
    """The fingerprint of what an entry translates, and its translation; one that is fuzzy is of what it was of."""
    of = (known.of if known else _UNKNOWN) if _FUZZY in entry.flags else fingerprint(entry.msgid)
    return of, entry.msgstr.strip()


def _entries(path: Path, report: Report) -> dict[str, "POEntry"]:
    """The entries of a PO file by their context. Raises Stop."""
    from polib import pofile

    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as problem:
        report.add("po-unreadable", Place(shown(path)), reason=reason(problem))
        raise Stop from problem
    if len(data) > _MOST_BYTES:
        report.add("file-too-large", Place(shown(path)), limit=_MOST_BYTES, size=path.stat().st_size)
        raise Stop
    try:
        found = pofile(f"{data.decode('utf-8-sig')}\n")
    except (OSError, ValueError) as problem:  # no PO, which polib tells as the former; no UTF-8
        report.add("po-unreadable", Place(shown(path)), reason="@no-po")
        raise Stop from problem
    return {entry.msgctxt: entry for entry in found if not entry.obsolete}
