"""The edition and its year: versions and days that contradict each other, and what is left of the year before."""

import re
import unicodedata
from datetime import date

from deckgen.checks.subject import Findings, Piece, Subject, finding
from deckgen.model.slots import HistoryEntry
from deckgen.model.standard_slots import FISCAL_YEAR, HISTORY, ISSUED_ON, VERSION
from deckgen.model.text import Source
from deckgen.text.years import NamedDay, in_fiscal_year, named_days, weekday_of

# Whether an edition is newer than the one before it ------------------------------------------------------------------

_MOST_NUMBERS = 3
_VERSION_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:[-+a-z][0-9A-Za-z]*)?")
"""1, 2.0, 2.0.1, 2.0a, 2.0-draft: what goes into file names and can be compared."""


def find_versions(subject: Subject) -> Findings:
    """An edition that its history does not list first, or whose version or day is no newer than the last one's."""
    history, version = subject.history(HISTORY), subject.text(VERSION)
    if version is not None and not _VERSION_NUMBER.fullmatch(version):
        told = {"found": version, "suggestion": _digits(version)}
        yield finding("version-form", subject.place_of(VERSION), owner=subject.owner_of(VERSION), **told)
        return
    if not history or not history.entries or version is None:
        return
    newest, *earlier = history.entries
    owner = subject.owner_of(HISTORY)
    if newest.version.text != version:
        yield finding("history-version", newest.version.place, owner=owner, found=newest.version.text, version=version)
        earlier = [newest]
    else:
        yield from _same_day(newest, subject)
    if earlier:
        yield from _newer_than(earlier[0], version, subject)


def _same_day(entry: HistoryEntry[Source], subject: Subject) -> Findings:
    issued = subject.day(ISSUED_ON)
    if issued and entry.issued_on != issued:
        told = {"version": entry.version.text, "found": entry.issued_on, "issued": issued}
        yield finding("history-day", entry.version.place, owner=subject.owner_of(HISTORY), **told)


def _newer_than(last: HistoryEntry[Source], version: str, subject: Subject) -> Findings:
    if not is_newer(version, last.version.text):
        owner = subject.owner_of(VERSION)
        yield finding(
            "version-not-newer", subject.place_of(VERSION), owner=owner, found=version, last=last.version.text
        )
    issued = subject.day(ISSUED_ON)
    if issued and issued <= last.issued_on:
        told = {"found": issued, "last": last.issued_on, "version": last.version.text}
        yield finding("issue-not-newer", subject.place_of(ISSUED_ON), owner=subject.owner_of(ISSUED_ON), **told)


def _digits(version: str) -> str:
    """The numbers of a version alone; empty where there are none, or too many."""
    numbers = re.findall("[0-9]+", unicodedata.normalize("NFKC", version))
    return ".".join(numbers) if len(numbers) <= _MOST_NUMBERS else ""


def is_newer(version: str, last: str) -> bool:
    """Whether one version comes after another: by its numbers, so that 1.10 follows 1.9; else by its name."""
    one, other = (tuple(map(int, re.findall("[0-9]+", text))) for text in (version, last))
    return one > other if one and other else version != last


# The fiscal year that an edition is for ------------------------------------------------------------------------------
# It begins in April, and material may be ready some months before.


def find_fiscal_year(subject: Subject) -> Findings:
    """An edition that is handed out after its fiscal year, or in the calendar year before it begins."""
    year, issued = subject.number(FISCAL_YEAR), subject.day(ISSUED_ON)
    if year is None or issued is None or date(year, 1, 1) <= issued < date(year + 1, 4, 1):
        return
    told = {"found": year, "issued": issued, "first": date(year, 4, 1), "last": date(year + 1, 3, 31)}
    yield finding("fiscal-year", subject.place_of(FISCAL_YEAR), owner=subject.owner_of(FISCAL_YEAR), **told)


# What an edition still says of an earlier one ------------------------------------------------------------------------
# Years, days and versions that were true then.

_PAST = re.compile(
    r"た(?:[^。]|$)|以降|以来|から|より|実績|調査|統計|集計|施行|改正|制定|策定|初版|公表|当時|昨年|前年|昨年度|前年度|改訂|版"
)
"""What a sentence says that tells of the past on purpose."""
_VERSION = re.compile(r"第\s*([0-9]+(?:\.[0-9]+)*)\s*版|[Vv]er(?:sion|\.)?\s*([0-9]+(?:\.[0-9]+)+)")


def find_last_year(subject: Subject) -> Findings:
    """Years and days before the fiscal year, versions before this one, and days whose day of the week is another's."""
    year = subject.number(FISCAL_YEAR)
    if year is None:
        return
    yield from _sessions(subject, year)
    earlier = _earlier_versions(subject)
    for piece in subject.pieces:
        if piece.source.is_template or piece.slot in (HISTORY, VERSION):
            continue
        yield from _days(piece, year)
        yield from _versions(piece, earlier)


def _days(piece: Piece, year: int) -> Findings:
    first = date(year, 4 if piece.is_of_session else 1, 1)
    for day in named_days(piece.text):
        found = piece.text[day.start : day.end]
        if day.is_before(year, first) and not _is_past(piece, day.start):
            yield finding("earlier-year", piece.source.place_of(found), owner=piece.owner, found=found, year=year)
        elif day.weekday and (meant := _meant(day, year)) and weekday_of(meant) != day.weekday:
            told = {"found": f"{found}（{day.weekday}）", "day": meant, "weekday": f"@weekday-{meant.isoweekday()}"}
            yield finding("weekday-wrong", piece.source.place_of(found), owner=piece.owner, **told)


def _sessions(subject: Subject, year: int) -> Findings:
    """Sessions, and a day of the report, before the fiscal year."""
    training = subject.profile.training
    first = date(year, 4, 1)
    days = [(sitting.date, sitting.at) for sitting in training.sessions] + [(training.reported_on, training.at)]
    for day, place in days:
        if day and day < first:
            yield finding("earlier-year", place, owner=subject.owner, found=day, year=year)


def _meant(day: NamedDay, year: int) -> date | None:
    assert day.day
    return day.day if day.year else in_fiscal_year(year, day.day.month, day.day.day)


def _is_past(piece: Piece, at: int) -> bool:
    """Whether a sentence tells of the past; what answers a question about this training never does."""
    if piece.form == "answer":
        return False
    start = piece.text.rfind("。", 0, at) + 1
    return bool(_PAST.search(piece.text[at:].partition("。")[0] or piece.text[start:]))


def _earlier_versions(subject: Subject) -> set[str]:
    history, version = subject.history(HISTORY), subject.text(VERSION)
    return {entry.version.text for entry in history.entries} - {version} if history else set()


def _versions(piece: Piece, earlier: set[str]) -> Findings:
    for match in _VERSION.finditer(piece.text):
        if (match[1] or match[2]) in earlier and not _is_past(piece, match.end()):
            found = match.group()
            yield finding("earlier-version", piece.source.place_of(found), owner=piece.owner, found=found)


# Outputs that the course is to have ----------------------------------------------------------------------------------


def find_unmade(subject: Subject) -> Findings:
    """Cards and poster, where nothing is left of which they could be made; a lost slide has been told by itself."""
    has_none = subject.course is not None and not any(slide.kind == "emergency" for slide in subject.slides)
    if has_none and "card" in subject.source.outputs:
        left_out = (each.place for each in subject.profile.left_out)
        yield finding("output-unmade", next(left_out, subject.whole), owner=subject.owner)
