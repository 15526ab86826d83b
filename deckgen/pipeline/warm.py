"""Courses and themes that this process has read already: read again only when a file of theirs has changed."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.caches import forget
from deckgen.diagnostics import Diagnostic, Report
from deckgen.model.course import CourseSource
from deckgen.model.theme import Theme
from deckgen.readers.course import Asked, read_course
from deckgen.readers.theme import read_slide_theme, read_theme
from deckgen.wording import Language

_Read = TypeVar("_Read", CourseSource, Theme)
_Stamp = frozenset[tuple[str, int, int]]
_MOST_COURSES = 16
"""In a version and a language each, 1 MB: a group may use all versions of two courses in both languages."""
_MOST_THEMES = 4
"""Companies that are built together share one or two."""


@dataclass(frozen=True, slots=True)
class _Kept(Generic[_Read]):
    value: _Read
    findings: tuple[Diagnostic, ...]
    folders: frozenset[Path]
    stamp: _Stamp


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[_Read]):
    """What was read of one kind, the least used first."""

    read: Callable[..., _Read]
    most: int
    kept: OrderedDict[tuple[object, ...], _Kept[_Read]] = field(default_factory=OrderedDict)

    def get(self, folder: Path, report: Report, *beside: object) -> _Read:
        """What is in the folder, its findings reported as if it were read now. Raises Stop.

        `beside`: what else the reader takes: folders where it looks for what the folder leaves to them, a language.
        """
        key = (Path.cwd(), folder, *beside)  # places in findings are told from the working folder
        known = self.kept.get(key)
        if known is not None and _stamp(known.folders) != known.stamp:
            known = None
            forget()
        if known is None:
            known = self.kept[key] = self._fresh(folder, report, *beside)
        self.kept.move_to_end(key)
        if len(self.kept) > self.most:
            self.kept.popitem(last=False)
            forget()  # nobody watches its files from now on
        report.extend(known.findings)
        return known.value

    def _fresh(self, folder: Path, report: Report, *beside: object) -> _Kept[_Read]:
        before = _stamp([folder])
        own = Report()
        try:
            value: _Read = self.read(folder, own, *beside)
        finally:
            report.extend(own)
        folders = frozenset({folder, *_heads(value.files)})
        stamp = _stamp(folders)
        return _Kept(value, tuple(own), folders, stamp if before <= stamp else frozenset())


def _heads(files: Iterable[Path]) -> Iterator[Path]:
    """The folders of the courses or themes that files belong to."""
    yield from (file.parent for file in files if file.name in ("theme.yaml", "course.yaml"))


def _stamp(folders: Iterable[Path]) -> _Stamp:
    """The files below the folders with the time of their last change and their size."""
    return frozenset(
        (path, known.st_mtime_ns, known.st_size)
        for folder in folders
        for place, _, names in os.walk(folder)
        for path in (os.path.join(place, name) for name in names)  # noqa: PTH118 - hundreds for every company
        if (known := os.stat(path))  # noqa: PTH116
    )


_COURSES: _Shelf[CourseSource] = _Shelf(read_course, _MOST_COURSES)
_THEMES: _Shelf[Theme] = _Shelf(read_theme, _MOST_THEMES)
_SLIDE_THEMES: _Shelf[Theme] = _Shelf(read_slide_theme, _MOST_THEMES)


def warm_course(
    folder: Path, report: Report, language: Language | None = None, asked: Asked | None = None, *shelves: Path
) -> CourseSource:
    """`read_course`, once for each language, version and state of the folder, and of that of what it extends."""
    return _COURSES.get(folder, report, language, asked, *shelves)


def warm_theme(folder: Path, report: Report, *house: Path, slides_only: bool = False) -> Theme:
    """`read_theme`, or `read_slide_theme`, once for each state of its folders."""
    return (_SLIDE_THEMES if slides_only else _THEMES).get(folder, report, *house)
