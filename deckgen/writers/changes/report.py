"""The report for whoever approves an edition: what was, what is, side by side, with boxes for seals."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from deckgen.model.changes import Change, Comparison, Detail, Entry, Section, Side
from deckgen.model.course import Edition
from deckgen.model.theme import Theme
from deckgen.text.dates import fiscal_year
from deckgen.wording import Wording
from deckgen.writers.changes.heads import count_words, reason_words, reviewed, size_words
from deckgen.writers.changes.words import (
    CHANGES,
    SECTIONS,
    detail_texts,
    echo_words,
    entry_words,
    pick,
    place_words,
    value_words,
)
from deckgen.writers.pdf.engine import Variant
from deckgen.writers.pdf.papers import Imprint, Paper, edition_words, marks_of
from deckgen.writers.rendered import Rendered

_WORDS = Wording("ja")
NAME = "新旧対照表"
_APPROVALS = ("作成", "確認", "承認")
_WAYS: tuple[Change, ...] = ("added", "removed", "changed", "moved")
_NOTES = {"added": ("（新設）", ""), "removed": ("", "（削除）"), "moved": ("（別の位置）", "")}
"""What stands on the side that has no text of its own."""

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
    sides: tuple[SideRow, ...]
    ways: tuple[str, ...]
    counts: tuple[CountRow, ...]
    total: CountRow | None
    remarks: tuple[str, ...]
    parts: tuple[Part, ...]


def render(comparison: Comparison, theme: Theme, stamp: datetime, variant: Variant = "ua") -> Rendered:
    """The report as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
    return report_paper(comparison, theme, stamp).render(variant)


def report_paper(comparison: Comparison, theme: Theme, stamp: datetime) -> Paper:
    """The report of a comparison, in the name of the new edition."""
    return Paper(_imprint(comparison.new, theme, stamp), "changes", NAME, report_view(comparison))


def _imprint(side: Side, theme: Theme, stamp: datetime) -> Imprint:
    issued = date.fromisoformat(side.issued_on) if side.issued_on else stamp.date()
    edition = Edition(
        fiscal_year=side.fiscal_year or issued.year,
        version=side.version or side.course_edition,
        issued_on=issued,
        next_review=None,
        confidentiality=side.confidentiality,
    )
    return Imprint(
        theme=theme,
        stamp=stamp,
        words=_WORDS,
        course=side.course,
        company=side.company,
        short_name=side.company,
        edition=edition_words(edition, _WORDS),
        marks=marks_of(side.confidentiality, _WORDS, is_draft=side.is_draft),
    )


def report_view(comparison: Comparison) -> ReportView:
    """What the sheets of the report show."""
    new = comparison.new
    changed = [section for section in comparison.sections if section.kind != "reviews"]
    counts = tuple(_count(pick(SECTIONS[section.kind], "ja"), section.entries) for section in changed)
    return ReportView(
        name=NAME,
        names=tuple(name for name in (new.company, new.course) if name),
        boxes=new.approvals or _APPROVALS,
        sides=(_side("改訂前", comparison.old), _side("改訂後", new)),
        ways=tuple(pick(CHANGES[way], "ja") for way in _WAYS),
        counts=counts,
        total=_count("合計", [entry for section in changed for entry in section.entries]) if counts else None,
        remarks=tuple(_remarks(comparison, changed)),
        parts=tuple(map(_part, comparison.sections)),
    )


def _side(name: str, side: Side) -> SideRow:
    return SideRow(name, (_edition(side), side.course_edition, size_words(side, "ja"), reason_words(side, "ja")))


def _edition(side: Side) -> str:
    if side.scope == "course":
        return f"教材のみ（第{side.course_edition}版）"
    year = f"{fiscal_year(side.fiscal_year, _WORDS)}　" if side.fiscal_year else ""
    issued = f"（{_WORDS.date(date.fromisoformat(side.issued_on))}発行）" if side.issued_on else ""
    kind = "　下書き" if side.is_draft else "　公開用" if side.is_public else ""
    return f"{year}第{side.version}版{issued}{kind}"


def _count(name: str, entries: Iterable[Entry]) -> CountRow:
    found = Counter(entry.change for entry in entries)
    return CountRow(name, (*(found[way] for way in _WAYS), found.total()))


def _remarks(comparison: Comparison, changed: Iterable[Section]) -> Iterator[str]:
    """What the numbers do not say by themselves."""
    if comparison.is_empty:
        yield count_words(comparison, "ja")
    stayed = (entry for section in changed for entry in section.entries if entry.change == "changed")
    if any(detail.change != "changed" for entry in stayed for detail in entry.details):
        yield (
            "スライド1枚、項目1つを1件と数えます。"
            "その中の文や条件だけが追加・削除・移動になったものは、「変更」に入ります。"
        )
    if looked_at := reviewed(comparison):
        yield f"ほかに、見直したうえで変えなかったものが{looked_at}件あります。"


# Sections -----------------------------------------------------------------------------------------------------------


def _part(section: Section) -> Part:
    name = pick(SECTIONS[section.kind], "ja")
    if section.kind != "reviews":
        return Part(f"{name}（{len(section.entries)}件）", tuple(map(_group, section.entries)), ())
    details = [detail for entry in section.entries for detail in entry.details]
    rows = tuple((str(each.path[0]), _day(each, each.old), _day(each, each.new)) for each in details)
    return Part(f"{name}（{len(details)}件）", (), rows)


def _day(detail: Detail, day: str) -> str:
    return value_words(day, detail.path, "ja")


def _group(entry: Entry) -> Group:
    position = entry.new_position or entry.old_position
    number = f"{position}番目　" if position and entry.change in ("added", "removed") else ""
    return Group(
        name=f"{number}{entry_words(entry, 'ja')}",
        slides="／".join(entry.slides),
        rows=tuple(_rows(entry)),
        echoes=echo_words(entry, "ja"),
    )


def _rows(entry: Entry) -> Iterator[Row]:
    if entry.change in ("added", "removed"):
        yield _row(entry.change, "全体", Cell(_whole(entry.details)))
        return
    if entry.change == "moved":
        places = (Cell(((f"{position}番目", "same"),)) for position in (entry.old_position, entry.new_position))
        yield _row("moved", "位置", *places)
    waiting = list(entry.details)
    while waiting:
        detail = waiting.pop(0)
        if waiting and _is_replaced(detail, waiting[0]):
            came = waiting.pop(0)
            detail = Detail(came.path, "changed", (*detail.pieces, *came.pieces))
        sides = _sides(detail.change, _kept(detail, "old"), _kept(detail, "new"))
        yield _row(detail.change, place_words(detail.path, "ja") or "内容", *sides)


def _is_replaced(gone: Detail, came: Detail) -> bool:
    """Whether one text took the place of another that has little in common with it."""
    return (gone.change, came.change) == ("removed", "added") and gone.path == came.path


def _row(change: Change, place: str, *cells: Cell) -> Row:
    return Row(pick(CHANGES[change], "ja"), change == "changed", place, cells)


def _sides(change: Change, old: Pieces, new: Pieces) -> tuple[Cell, Cell]:
    """Both sides of a change; a note in the place of the one that has no text."""
    before, after = _NOTES.get(change, ("", ""))
    return (
        Cell(((before, "same"),), is_note=True) if before else Cell(old),
        Cell(((after, "same"),), is_note=True) if after else Cell(new),
    )


def _kept(detail: Detail, side: Literal["old", "new"]) -> Pieces:
    """A detail as it was, or as it is; marked where only some of it changed."""
    other = "inserted" if side == "old" else "deleted"
    kept = ((text, kind) for text, kind in detail_texts(detail, "ja") if kind != other)
    return tuple((text, kind if detail.change == "changed" else "same") for text, kind in kept)


def _whole(details: Iterable[Detail]) -> Pieces:
    """All texts of something that came or went as a whole, each after what it is."""
    made: list[tuple[str, str]] = []
    for detail in details:
        place = place_words(detail.path, "ja")
        made += [(f"{place}：", "place")] if place else []
        made.append(("".join(text for text, _ in detail_texts(detail, "ja")) + "\n", "same"))
    return (*made[:-1], (made[-1][0].rstrip("\n"), "same")) if made else ()
