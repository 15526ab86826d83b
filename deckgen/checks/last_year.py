"""What an edition still says of an earlier one: years, days and versions that were true then."""

import re
from datetime import date

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.checks.texts import Piece
from deckgen.model.standard_slots import FISCAL_YEAR, HISTORY, VERSION
from deckgen.text.years import NamedDay, in_fiscal_year, named_days, weekday_of

_PAST = re.compile(
    r"た(?:[^。]|$)|以降|以来|から|より|実績|調査|統計|集計|施行|改正|制定|策定|初版|公表|当時|昨年|前年|昨年度|前年度|改訂|版"
)
"""What a sentence says that tells of the past on purpose."""
_VERSION = re.compile(r"第\s*([0-9]+(?:\.[0-9]+)*)\s*版|[Vv]er(?:sion|\.)?\s*([0-9]+(?:\.[0-9]+)+)")


def find(subject: Subject) -> Findings:
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
            told = {"found": f"{found}（{day.weekday}）", "day": meant, "weekday": f"@weekday-{weekday_of(meant)}"}
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
