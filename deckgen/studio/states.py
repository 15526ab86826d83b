"""How far each company has come: found out once for each state of its file, since there may be many."""

import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Severity
from deckgen.messages import severity_of
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.studio.reading import Reading, is_gap


@dataclass(frozen=True, slots=True)
class State:
    """How far a company has come."""

    is_readable: bool
    is_sample: bool = False
    name: str = ""
    """Empty where there is none yet."""
    edition: str = ""
    year: int = 0
    """The fiscal year; 0 where there is none yet."""
    filled: int = 0
    asked: int = 0
    errors: int = 0
    warnings: int = 0


@dataclass(slots=True)
class States:
    """The states that are known, by company."""

    _known: dict[str, tuple[str, date, State]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def known(self, path: Path, day: date) -> State | None:
        """The state of a profile, unless it has to be found out first. Raises OSError."""
        found = self._known.get(path.stem)
        is_current = found and found[:2] == (Reading(path, path.read_bytes(), day).stamp, day)
        return found[2] if found and is_current else None

    def of(self, path: Path, day: date) -> State:
        """The state of a profile. Raises OSError."""
        with self._lock:  # one after the other: each would take all of the machine
            if state := self.known(path, day):
                return state
            reading = Reading(path, path.read_bytes(), day)
            state = _state(reading)
            self._known[path.stem] = (reading.stamp, day, state)
            return state


def _state(reading: Reading) -> State:
    if reading.material is None:
        return State(is_readable=False)
    asked = [row for row in reading.rows if row.state != "unused"]
    severities = [severity_of(found.code) for found in reading.findings if not is_gap(found)]
    course = reading.publication.course if reading.publication else None
    return State(
        is_readable=True,
        is_sample=reading.material.profile.is_sample,
        name=reading.name,
        edition=course.edition.version if course else "",
        year=_year(reading),
        filled=sum(row.state in ("filled", "default") for row in asked),
        asked=len(asked),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
    )


def _year(reading: Reading) -> int:
    named = any(question.slot.name == FISCAL_YEAR for question in reading.questions)
    value = reading.value_of(FISCAL_YEAR) if named else None
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) == 4 else 0
