"""Any part of a slide from its source: texts merged, slots filled, everything else as it is.

One walk over the dataclasses of the model serves every slide kind.
"""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from deckgen.merge.fillings import Absent, Fillings
from deckgen.merge.texts import Texts
from deckgen.model.slides import Slide
from deckgen.model.slots import Image, Prose, SlotRef
from deckgen.model.text import Source
from deckgen.model.training import StaffList

RUNNING_TEXT = {(Slide, "notes"), (Slide, "cues"), (Prose, "text")}
"""Fields with paragraphs and lists; every other text is one paragraph."""


class Rebuilder:
    """Rebuilds parts of slides for one company."""

    def __init__(self, texts: Texts, fillings: Fillings) -> None:
        self._texts = texts
        self._fillings = fillings

    def rebuild(self, part: Any) -> Any:
        """The merged part. Raises Absent where an optional slot left empty takes the whole part with it."""
        if isinstance(part, Source):
            return self._texts.line(part)
        if isinstance(part, SlotRef):
            return self._fillings.of(part)
        if isinstance(part, tuple):
            return self._tuple(part)
        if is_dataclass(part) and not isinstance(part, (type, Image, StaffList)):
            return self._record(part)
        return part

    def _tuple(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """Entries that hold an optional slot left empty are dropped, and the whole list with the last of them."""
        kept: list[Any] = []
        absent: Absent | None = None
        for part in parts:
            try:
                kept.append(self._entry(part))
            except Absent as reason:
                absent = reason
        if absent and not kept:
            raise absent
        return tuple(kept)

    def _entry(self, part: Any) -> Any:
        if isinstance(part, Source):
            return self._texts.item(part)
        if isinstance(part, tuple):  # a row, whose cells have no bullets
            return tuple(map(self.rebuild, part))
        return self.rebuild(part)

    def _record(self, part: Any) -> Any:
        values = {}
        for name, is_running, may_be_none in _plan(cast(Any, type(part))):
            value = getattr(part, name)
            try:
                is_text = is_running and isinstance(value, Source)
                values[name] = self._texts.blocks(value) if is_text else self.rebuild(value)
            except Absent:
                if not may_be_none:
                    raise
                values[name] = None
        return type(part)(**values)


@cache
def _plan(kind: Any) -> tuple[tuple[str, bool, bool], ...]:
    """For each field: its name, whether it is running text, whether it may be None."""
    running = {name for owner, name in RUNNING_TEXT if issubclass(kind, owner)}
    return tuple((field.name, field.name in running, field.default is None) for field in fields(kind))
