"""What somebody meant to write later, and what stands in for it."""

import re

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import is_of_emergency
from deckgen.checks.subject import Subject
from deckgen.checks.texts import TRAINING, Piece
from deckgen.diagnostics import Diagnostic
from deckgen.text.stand_ins import Kind, stand_ins

PLACEHOLDER = "要記入"
_LATER = re.compile(r"要記入|(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z]|リスト|アプリ|管理|一覧)")
_CODES: dict[Kind, str] = {"undecided": "text-undecided", "sign": "text-stand-in", "none": "text-none"}
_SLIPS = frozenset("…・")
"""What gets into a list by a slip of the hand: nobody writes one dot for what he does not know."""


def find(subject: Subject) -> Findings:
    """Reminders to write something, and what offices write in its place."""
    for name, place in subject.profile.placeholders.items():
        if name.startswith(f"{TRAINING}."):
            yield finding("text-unfinished", place, owner=subject.owner, found=PLACEHOLDER)
    for piece in subject.pieces:
        if match := _LATER.search(piece.text):
            yield _told("text-unfinished", piece, match.group())
            continue
        for each in stand_ins(piece.text, piece.form):
            yield _told(_code(piece, each.kind), piece, each.found)


def _code(piece: Piece, kind: Kind) -> str:
    if is_of_emergency(piece.slot) and piece.text.strip() not in _SLIPS:
        return "emergency-stand-in"
    return "cell-none" if kind == "none" and piece.form == "cell" else _CODES[kind]


def _told(code: str, piece: Piece, found: str) -> Diagnostic:
    return finding(code, piece.source.place_of(found), owner=piece.owner, found=found)
