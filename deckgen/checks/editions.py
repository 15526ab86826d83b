"""Whether an edition is newer than the one before it."""

import re
import unicodedata

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.model.slots import HistoryEntry
from deckgen.model.standard_slots import HISTORY, ISSUED_ON, VERSION
from deckgen.model.text import Source

_MOST_NUMBERS = 3
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:[-+a-z][0-9A-Za-z]*)?")
"""1, 2.0, 2.0.1, 2.0a, 2.0-draft: what goes into file names and can be compared."""


def find(subject: Subject) -> Findings:
    """An edition that its history does not list first, or whose version or day is no newer than the last one's."""
    history, version = subject.history(HISTORY), subject.text(VERSION)
    if version is not None and not _VERSION.fullmatch(version):
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
