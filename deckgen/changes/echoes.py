"""Changes that show in many places: told once at their cause, with the texts of the course that changed with it.

A text of the course may hold `{{ values }}`. Where one of these is changed, every such text reads otherwise, though
nobody wrote it anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from deckgen.model.changes import Detail, Echo, Entry, SectionKind
from deckgen.text.dates import fiscal_year, japanese_date

_CAUSES: tuple[SectionKind, ...] = ("rules", "contacts", "edition")
"""Sections of what a company fills in."""
_ECHOING: tuple[SectionKind, ...] = ("slides", "texts", "notes", "figures", "references", "quiz")
"""Sections of texts that values may stand in."""
_SHORTEST = 2
"""Characters of a value that can be told in a text."""

Shelves = Mapping[SectionKind, list[Entry]]
_Pair = tuple[str, str]


def gather(shelves: Shelves) -> None:
    """Take the echoes out of the entries on the shelves, and name them in the entries of their causes."""
    causes = {pair: entry for kind in _CAUSES for entry in shelves[kind] for pair in _pairs(entry)}
    found: dict[int, list[Echo]] = {}
    for kind in _ECHOING:
        for entry in [*shelves[kind]] if causes else ():
            rest = []
            for detail in entry.details:
                heard = _heard(detail, causes)
                rest += [] if heard else [detail]
                for pair in heard:
                    found.setdefault(id(causes[pair]), []).append(Echo(kind, entry.subject, entry.label))
            _put(shelves[kind], entry, tuple(rest))
    for kind in _CAUSES:
        shelves[kind][:] = [
            replace(entry, echoes=tuple(dict.fromkeys(found[id(entry)]))) if id(entry) in found else entry
            for entry in shelves[kind]
        ]


def _put(shelf: list[Entry], entry: Entry, rest: tuple[Detail, ...]) -> None:
    """Leave what is no echo; an entry that held nothing else goes."""
    if len(rest) == len(entry.details):
        return
    place = next(place for place, each in enumerate(shelf) if each is entry)
    shelf[place : place + 1] = [replace(entry, details=rest)] if rest or entry.change != "changed" else []


def _pairs(entry: Entry) -> Iterator[_Pair]:
    """What a value was and is, in each form in which texts tell it."""
    for detail in entry.details:
        if detail.change == "changed" and not detail.marks_only:
            yield from (pair for pair in _forms(detail.old, detail.new) if min(map(len, pair)) >= _SHORTEST)


def _forms(old: str, new: str) -> Iterator[_Pair]:
    if old.isdecimal() and new.isdecimal():  # a number by itself says nothing: years are told in words
        if len(old) == len(new) == 4:
            yield fiscal_year(int(old)), fiscal_year(int(new))
            yield f"{old}年度", f"{new}年度"
        return
    yield old, new
    try:
        yield japanese_date(date.fromisoformat(old)), japanese_date(date.fromisoformat(new))
    except ValueError:
        return


def _heard(detail: Detail, causes: Mapping[_Pair, Entry]) -> list[_Pair]:
    """The changed values that make all the difference between two wordings; none where they do not."""
    if detail.change != "changed" or detail.marks_only:
        return []
    text, heard = detail.old, []
    for old, new in sorted(causes, key=lambda pair: -len(pair[0])):
        if old in text and new in detail.new:
            text = text.replace(old, new)
            heard.append((old, new))
    return heard if text == detail.new else []
