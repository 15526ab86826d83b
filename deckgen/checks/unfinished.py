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
_CODES: dict[Kind, str] = {
    "undecided": "text-undecided",
    "sign": "text-stand-in",
    "none": "text-none",
    "yes-no": "text-yes-no",
}
_SLIPS = frozenset("…・")
"""What gets into a list by a slip of the hand: nobody writes one dot for what he does not know."""


def find(subject: Subject) -> Findings:
    """Reminders to write something, and what offices write in its place."""
    for name, place in subject.profile.placeholders.items():
        if name.startswith(f"{TRAINING}."):
            named = {"slot": name, "label": _label(name, subject)}
            yield finding("value-unfinished", place, owner=subject.owner, found=PLACEHOLDER, **named)
    for piece in subject.pieces:
        if match := _LATER.search(piece.text):
            yield _left(piece, match.group(), subject)
            continue
        for each in stand_ins(piece.text, piece.form):
            yield _told(_code(piece, each.kind), piece, each.found)


def _left(piece: Piece, found: str, subject: Subject) -> Diagnostic:
    """A reminder, with the name of the value that it stands in, where that has one."""
    if not piece.slot:
        return _told("text-unfinished", piece, found)
    named = {"slot": piece.slot, "label": _label(piece.slot, subject)}
    return finding("value-unfinished", piece.source.place_of(found), owner=piece.owner, found=found, **named)


def _label(name: str, subject: Subject) -> str:
    key = name.removeprefix(f"{TRAINING}.")
    return f"@record-{key}" if key != name else subject.label_of(name)


def _code(piece: Piece, kind: Kind) -> str:
    if is_of_emergency(piece.slot) and piece.text.strip() not in _SLIPS:
        return "emergency-stand-in"
    return "cell-none" if kind == "none" and piece.form == "cell" else _CODES[kind]


def _told(code: str, piece: Piece, found: str) -> Diagnostic:
    return finding(code, piece.source.place_of(found), owner=piece.owner, found=found)
