"""`record:` of a profile: what is known of the training before it is held."""

from dataclasses import replace
from typing import cast

from deckgen.diagnostics import Place
from deckgen.messages.terms import span
from deckgen.model.text import Source
from deckgen.model.training import MOST_ROWS, Training
from deckgen.readers.context import Context
from deckgen.readers.shapes import out_of_range, reader_of
from deckgen.readers.staff import read_staff
from deckgen.readers.tree import Mapping, Node

__all__ = ["read_staff", "read_training"]

MOST_PEOPLE = 1_000_000
MOST_APPROVALS = 6
MOST_SESSIONS = 50
LONGEST_APPROVAL = 300
"""Characters of what stands above a box for a seal."""


def read_training(node: Node, context: Context) -> Training[Source]:
    """The particulars, their numbers within bounds."""
    training = cast("Training[Source]", reader_of(Training)(node, context))
    for key, value, limit in (("rows", training.rows, MOST_ROWS), ("expected", training.expected, MOST_PEOPLE)):
        if value is not None and not 1 <= value <= limit:
            advice = f"@advice-{key}"
            raise out_of_range(f"@{key}", value, span(1, limit), _place_of(node, key), context, advice=advice)
    for key, found, most in (
        ("approvals", len(training.approvals), MOST_APPROVALS),
        ("sessions", len(training.sessions), MOST_SESSIONS),
    ):
        if found > most:
            raise context.fault(
                "list-length", _place_of(node, key), name=f"@{key}", expected=span(1, most), found=found
            )
    for label in training.approvals:
        if len(label.text) > LONGEST_APPROVAL:
            raise context.fault("text-too-long", label.place, limit=LONGEST_APPROVAL, found=len(label.text))
    _check_room(training, node, context)
    return replace(training, at=_place_of(node, "reported_on"))


def _check_room(training: Training[Source], node: Node, context: Context) -> None:
    """Warn where the attendance sheet has fewer lines than people are expected, or the staff list other people."""
    expected, listed = training.expected, len(training.staff.people) if training.staff else 0
    room = max(training.rows or min(expected or 0, MOST_ROWS), listed)
    if expected and listed and expected != listed:
        context.report.add("staff-expected", _place_of(node, "expected"), expected=expected, found=listed)
    elif expected and expected > room:
        key = "rows" if training.rows else "expected"
        context.report.add("roster-short", _place_of(node, key), expected=expected, found=room, limit=MOST_ROWS)


def _place_of(node: Node, key: str) -> Place:
    return node.entries[key].value.place if isinstance(node, Mapping) and key in node.entries else node.place
