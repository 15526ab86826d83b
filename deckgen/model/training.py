"""What is known of a training before it is held: the rest of its record is filled in by hand or on screen."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

ROWS = 30
"""Rows that the attendance sheet has at least where nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Generic[T]):
    """A company's particulars for the record of training; everything left out becomes a blank."""

    plan: T | None = None
    """The training plan that the session belongs to, e.g. its title and the day of its approval."""
    period: T | None = None
    """When the training is held, where that is more than the session's date: a period, or several sessions."""
    method: T | None = None
    """How it is held, e.g. in a room, online, by reading."""
    audience: T | None = None
    """Who has to attend."""
    expected: int | None = None
    """How many people have to attend."""
    makeup: T | None = None
    """How those who were absent are trained."""
    retraining: T | None = None
    """What is done with those who did not pass the test."""
    retention: T | None = None
    """How long the record is kept, and where."""
    approvals: tuple[T, ...] = ()
    """Who seals the report, in the order of the boxes; 作成, 確認 and 承認 where left out."""
    rows: int | None = None
    """Rows of the attendance sheet, as many and no more; where left out whole sheets, 30 rows (`ROWS`) at least."""
