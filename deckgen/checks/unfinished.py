"""What somebody meant to write later."""

import re

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject

_LATER = re.compile(r"要記入|(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z]|リスト|アプリ|管理|一覧)")
_STAND_IN = re.compile(r"(?<![一二三四五六七八九十百千○◯〇])(?:[○◯〇]{2,}|●{2,}|△{2,}|▲{2,}|□{2,}|■{2,})")
"""Two signs or more; after a kanji numeral 〇 is a zero (二〇〇〇年)."""


def find(subject: Subject) -> Findings:
    """Reminders to write something, and signs that stand in for a name or a number."""
    for piece in subject.pieces:
        for code, pattern in (("text-unfinished", _LATER), ("text-stand-in", _STAND_IN)):
            if match := pattern.search(piece.text):
                yield finding(code, piece.source.place_of(match.group()), owner=piece.owner, found=match.group())
