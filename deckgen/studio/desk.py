"""A company's profile on the desk, shared by all who look at it: read again when it has changed, and changed.

The file is the truth, whoever changed it; a change of ours is spliced into its bytes, so that nothing else moves.
"""

import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from deckgen.messages.terms import reason
from deckgen.pipeline.placing import write_file
from deckgen.readers.yaml_edit import Tied
from deckgen.studio.reading import Reading, Texts

SaveResult = Literal["saved", "unchanged", "conflict", "tied", "refused", "unwritable"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a change."""

    result: SaveResult
    reason: str = ""
    """Why the file does not take it; a term of the message catalogue."""


@dataclass(slots=True)
class Desk:
    """One company's profile, shared by all who look at it."""

    path: Path
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _reading: Reading | None = None
    _undo: list[tuple[bytes, bytes]] = field(default_factory=list)
    """What was there before and after each change of ours, the newest last."""

    def reading(self, day: date) -> Reading:
        """The profile as it stands. Raises OSError where there is no file."""
        with self._lock:
            data = self.path.read_bytes()
            known = self._reading
            if known is None or known.data != data or known.day != day or not known.is_current():
                known = self._reading = Reading(self.path, data, day)
            return known

    def save(self, name: str, texts: Texts, mark: str, day: date, *, reviewed: date | None = None) -> Saved:
        """Put texts into the cells of a slot, unless somebody else changed it since `mark` was given out."""
        with self._lock:
            reading = self.reading(day)
            try:
                data = reading.with_texts(name, texts, reviewed).data
            except Tied:
                return Saved("tied")
            if data == reading.data:
                return Saved("unchanged")
            if reading.mark_of(name) != mark:
                return Saved("conflict")
            return self._changed(reading.data, data)

    def put(self, old: bytes, new: bytes) -> Saved:
        """Put the file in another state, unless it is not in the old one any more."""
        with self._lock:
            if self.path.read_bytes() != old:
                return Saved("conflict")
            return self._changed(old, new) if new != old else Saved("unchanged")

    def _changed(self, old: bytes, new: bytes) -> Saved:
        """Write a change that can be taken back."""
        saved = self._write(new)
        if saved.result == "saved":
            self._undo.append((old, new))
        return saved

    def _write(self, data: bytes) -> Saved:
        try:
            write_file(self.path.resolve(), data)
        except OSError as problem:
            return Saved("unwritable", reason(problem))
        return Saved("saved")

    @property
    def can_undo(self) -> bool:
        """Whether there is a change of ours to take back."""
        return bool(self._undo)

    def undo(self) -> Saved:
        """Take back the newest change of ours, unless something was changed after it."""
        with self._lock:
            if not self._undo:
                return Saved("unchanged")
            before, after = self._undo[-1]
            if self.path.read_bytes() != after:
                return Saved("conflict")
            saved = self._write(before)
            if saved.result == "saved":
                self._undo.pop()
            return saved
