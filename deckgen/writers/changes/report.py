"""The report for whoever approves an edition: what was, what is, side by side, with boxes for seals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from deckgen.model.changes import Change, Comparison, Detail, Entry, Section, Side
from deckgen.model.course import Edition
from deckgen.model.theme import Theme
from deckgen.text.dates import fiscal_year
from deckgen.wording import Language, Wording, say, words_in
from deckgen.writers.changes.heads import WAYS, count_words, issue_words, reason_words, reviewed, size_words
from deckgen.writers.changes.words import detail_texts, echo_words, entry_words, place_words, slide_words, value_words
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Imprint, Paper, edition_words, marks_of
from deckgen.writers.rendered import Rendered

_SIDES: tuple[Literal["old", "new"], ...] = ("old", "new")
_LONG = 300
"""Signs from which on the row of a text need not stay on one sheet."""

Pieces = tuple[tuple[str, str], ...]
"""Stretches of text, each with what became of it: `same`, `deleted` or `inserted`."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One of the two editions."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many entries of a section changed, by way and in all."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text as it was or is; a note where there is none."""

    pieces: Pieces
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One text, old and new."""

    way: str
    is_kept: bool
    """Whether it changed in place: what came, went or moved is told louder."""
    place: str
    cells: tuple[Cell, ...]
    """Old and new; one cell for what came or went as a whole."""

    @property
    def is_long(self) -> bool:
        """Whether it may go on over the next sheet."""
        return any(sum(len(text) for text, _ in cell.pieces) > _LONG for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """An entry with its rows, then what changed with it and in nothing else."""

    name: str
    slides: str
    """Titles of the slides that show it."""
    rows: tuple[Row, ...]
    echoes: str


@dataclass(frozen=True, slots=True)
class Part:
    """A section: entries, or in a list what was looked at and left as it was."""

    title: str
    groups: tuple[Group, ...]
    reviews: tuple[tuple[str, str, str], ...]
    """What, looked at before, looked at now."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the template of the report shows."""

    name: str
    names: tuple[str, ...]
    """The company and its course."""
    boxes: tuple[str, ...]
    """Who seals it."""
    sides: tuple[SideRow, ...]
    ways: tuple[str, ...]
    counts: tuple[CountRow, ...]
    total: CountRow | None
    remarks: tuple[str, ...]
    legend: Pieces
    parts: tuple[Part, ...]


def render(comparison: Comparison, theme: Theme, stamp: datetime, variant: Variant = "ua") -> Rendered:
    """The report as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
    return report_paper(comparison, theme, stamp).render(variant)


def report_paper(comparison: Comparison, theme: Theme, stamp: datetime) -> Paper:
    """The report of a comparison, in the name of the new edition and in the language of its course."""
    name = say("changes.report", comparison.new.language)
    return Paper(_imprint(comparison.new, theme, stamp), "changes", name, report_view(comparison))


def _imprint(side: Side, theme: Theme, stamp: datetime) -> Imprint:
    words = Wording(side.language)
    return Imprint(
        theme=theme,
        stamp=stamp,
        words=words,
        course=side.course,
        company=side.company,
        short_name=side.company,
        edition=_edition_foot(side, stamp, words),
        marks=marks_of(side.confidentiality, words, is_draft=side.is_draft),
    )


def _edition_foot(side: Side, stamp: datetime, words: Wording) -> str:
    """The edition at the foot of each sheet; a course by itself has no year and no day of issue."""
    if side.scope == "course":
        return _edition(side, side.language)
    issued = date.fromisoformat(side.issued_on) if side.issued_on else stamp.date()
    edition = Edition(
        fiscal_year=side.fiscal_year or issued.year,
        version=side.version or side.course_edition,
        issued_on=issued,
        next_review=None,
        confidentiality=side.confidentiality,
    )
    return edition_words(edition, words)


def report_view(comparison: Comparison) -> ReportView:
    """What the sheets of the report show."""
    new, language = comparison.new, comparison.new.language
    changed = [section for section in comparison.sections if section.kind != "reviews"]
    counts = tuple(_count(_section_words(section, language), section.entries) for section in changed)
    total = say("changes.total", language)
    return ReportView(
        name=say("changes.report", language),
        names=tuple(name for name in (new.company, new.course) if name),
        boxes=new.approvals or tuple(say(f"changes.box-{box}", language) for box in ("made", "checked", "approved")),
        sides=(_side("before", comparison.old, language), _side("after", new, language)),
        ways=tuple(_way(way, language) for way in WAYS),
        counts=counts,
        total=_count(total, [entry for section in changed for entry in section.entries]) if counts else None,
        remarks=tuple(_remarks(comparison, changed, language)),
        legend=_legend(language),
        parts=tuple(_part(section, language) for section in comparison.sections),
    )


def _section_words(section: Section, language: Language) -> str:
    return say(f"changes.section.{section.kind}", language)


def _way(change: Change, language: Language) -> str:
    return say(f"changes.change.{change}", language)


def _side(key: str, side: Side, language: Language) -> SideRow:
    cells = (_edition(side, language), side.course_edition, size_words(side, language), reason_words(side, language))
    return SideRow(say(f"changes.{key}", language), cells)


def _edition(side: Side, language: Language) -> str:
    if side.scope == "course":
        return say("changes.course-alone", language, edition=side.course_edition)
    return say("gap", language).join(_edition_parts(side, language))


def _edition_parts(side: Side, language: Language) -> Iterator[str]:
    if side.fiscal_year:
        yield fiscal_year(side.fiscal_year, Wording(language))
    issued = say("bracketed", language, text=issue_words(side, language)) if side.issued_on else ""
    yield say("changes.version", language, version=side.version) + issued
    if side.is_draft or side.is_public:
        yield say("changes.draft" if side.is_draft else "changes.public", language)


def _count(name: str, entries: Iterable[Entry]) -> CountRow:
    found = Counter(entry.change for entry in entries)
    return CountRow(name, (*(found[way] for way in WAYS), found.total()))


def _remarks(comparison: Comparison, changed: Iterable[Section], language: Language) -> Iterator[str]:
    """What the numbers do not say by themselves."""
    if comparison.is_empty:
        yield count_words(comparison, language)
    stayed = (entry for section in changed for entry in section.entries if entry.change == "changed")
    if any(detail.change != "changed" for entry in stayed for detail in entry.details):
        yield say("changes.how-counted", language)
    if looked_at := reviewed(comparison):
        yield say("changes.also-reviewed", language, count=looked_at)


def _legend(language: Language) -> Pieces:
    """How to read the texts, in which two stretches are shown as what they stand for."""
    parts = re.split(r"\{(gone|came)\}", words_in(language, "changes")["legend"])
    kinds = {"gone": "deleted", "came": "inserted"}
    return tuple(
        (say(f"changes.legend-{part}", language), kinds[part]) if part in kinds else (part, "same") for part in parts
    )


# Sections -----------------------------------------------------------------------------------------------------------


def _part(section: Section, language: Language) -> Part:
    name = _section_words(section, language)
    if section.kind != "reviews":
        title = say("changes.part", language, name=name, count=len(section.entries))
        return Part(title, tuple(_group(entry, language) for entry in section.entries), ())
    details = [detail for entry in section.entries for detail in entry.details]
    rows = tuple(
        (str(each.path[0]), value_words(each.old, each.path, language), value_words(each.new, each.path, language))
        for each in details
    )
    return Part(say("changes.part", language, name=name, count=len(details)), (), rows)


def _group(entry: Entry, language: Language) -> Group:
    position = entry.new_position or entry.old_position
    name = entry_words(entry, language)
    if position and entry.change in ("added", "removed"):
        name = say("gap", language).join((_position(position, language), name))
    return Group(name, slide_words(entry, language), tuple(_rows(entry, language)), echo_words(entry, language))


def _position(number: int, language: Language) -> str:
    return say("changes.position", language, number=number)


def _rows(entry: Entry, language: Language) -> Iterator[Row]:
    if entry.change in ("added", "removed"):
        yield _row(entry.change, "whole", language, Cell(_whole(entry.details, language)))
        return
    if entry.change == "moved":
        positions = (entry.old_position, entry.new_position)
        yield _row("moved", "place", language, *(Cell(((_position(each, language), "same"),)) for each in positions))
    waiting = list(entry.details)
    while waiting:
        detail = waiting.pop(0)
        if waiting and _is_replaced(detail, waiting[0]):
            came = waiting.pop(0)
            detail = Detail(came.path, "changed", (*detail.pieces, *came.pieces))
        place = place_words(detail.path, language) or say("changes.content", language)
        yield Row(_way(detail.change, language), detail.change == "changed", place, _sides(detail, language))


def _is_replaced(gone: Detail, came: Detail) -> bool:
    """Whether one text took the place of another that has little in common with it."""
    return (gone.change, came.change) == ("removed", "added") and gone.path == came.path


def _row(change: Change, key: str, language: Language, *cells: Cell) -> Row:
    return Row(_way(change, language), False, say(f"changes.{key}", language), cells)


def _sides(detail: Detail, language: Language) -> tuple[Cell, Cell]:
    """Both sides of a change; a note in the place of the one that has no text."""
    noted = {"added": "old", "removed": "new", "moved": "old"}.get(detail.change)
    note = Cell(((say(f"changes.note-{detail.change}", language), "same"),), is_note=True) if noted else None
    old, new = (note if note and side == noted else Cell(_kept(detail, side, language)) for side in _SIDES)
    return old, new


def _kept(detail: Detail, side: Literal["old", "new"], language: Language) -> Pieces:
    """A detail as it was, or as it is; marked where only some of it changed."""
    other = "inserted" if side == "old" else "deleted"
    kept = ((text, kind) for text, kind in detail_texts(detail, language) if kind != other)
    return tuple((text, kind if detail.change == "changed" else "same") for text, kind in kept)


def _whole(details: Iterable[Detail], language: Language) -> Pieces:
    """All texts of something that came or went as a whole, each after what it is."""
    made: list[tuple[str, str]] = []
    for detail in details:
        place = place_words(detail.path, language)
        made += [(place + say("colon", language), "place")] if place else []
        made.append(("".join(text for text, _ in detail_texts(detail, language)) + "\n", "same"))
    return (*made[:-1], (made[-1][0].rstrip("\n"), "same")) if made else ()
