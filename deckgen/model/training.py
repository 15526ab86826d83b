"""What is known of a training before it is held: the rest of its record is filled in by hand or on screen."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.diagnostics import Place

T = TypeVar("T")

ROWS = 30
"""Rows that the attendance sheet has at least where nothing else is said."""
MOST_ROWS = 2_000
"""Rows that it has at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """A line of a staff list."""

    number: str
    """The company's own number of the person; empty where the list has none."""
    department: str
    """Where the person works; empty where the list does not say."""
    name: str


@dataclass(frozen=True, slots=True)
class StaffList:
    """Who has to attend: personal information, which goes into the record of training and nowhere else."""

    path: Path
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting(Generic[T]):
    """One of several sessions of a training."""

    date: datetime.date | None = None
    time: T | None = None
    """From when to when, e.g. 14:00〜15:00."""
    place: T | None = None
    trainer: T | None = None
    audience: T | None = None
    """Who attends this one."""
    at: Place = Place("")
    """Where it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Generic[T]):
    """A company's particulars for the record of training; everything left out becomes a blank."""

    number: T | None = None
    """The number of the report among the company's documents."""
    reported_on: datetime.date | None = None
    """The day of the report."""
    addressee: T | None = None
    """Whom the report is made to, e.g. the privacy manager."""
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
    sessions: tuple[Sitting[T], ...] = ()
    """Where the training is held more than once: each session with its day, place and trainer."""
    staff: StaffList | None = None
    """Path of the list of those who have to attend, CSV or XLSX with a line of headings, from this file's folder."""
    understanding: T | None = None
    """How it is checked that they understood, e.g. by a test or by questions; the test where the course has one."""
    makeup: T | None = None
    """How those who were absent are trained."""
    retraining: T | None = None
    """What is done with those who did not pass the test."""
    retention: T | None = None
    """How long the record is kept, and where."""
    approvals: tuple[T, ...] = ()
    """Who seals the report, in the order of the boxes; 作成, 確認 and 承認 where left out."""
    rows: int | None = None
    """Rows of the attendance sheet; where left out one for everybody expected, else whole sheets, 30 rows at least."""
    at: Place = Place("")
    """Where the day of the report is told, else where the particulars begin."""
