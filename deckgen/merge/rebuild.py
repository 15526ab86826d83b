"""Any part of a slide from its source: texts merged, slots filled, everything else as it is.

One walk over the dataclasses of the model serves every slide kind.
"""

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from deckgen.merge.fillings import Fillings
from deckgen.merge.texts import Texts
from deckgen.model.slides import Slide
from deckgen.model.slots import Image, Prose, SlotRef
from deckgen.model.text import Source
from deckgen.model.training import StaffList

RUNNING_TEXT = {(Slide, "notes"), (Slide, "written"), (Slide, "cues"), (Prose, "text")}
"""Fields with paragraphs and lists; every other text is one paragraph."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a course is not for one company."""

    absent: frozenset[str]
    """Its optional slots that the company left empty."""
    is_certified: bool

    def entries(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of a list that are for the company and hold something."""
        return tuple(part for part in parts if self._applies(part) and not self.empties(part))

    def empties(self, part: Any) -> str:
        """The optional slot left empty that takes the whole part with it; nothing where the part stays.

        A list goes with the last of its entries, a record with any field that it cannot be without.
        """
        if isinstance(part, SlotRef):
            return part.name if part.name in self.absent else ""
        if isinstance(part, tuple):
            reasons = [self.empties(each) for each in part if self._applies(each)]
            return reasons[-1] if reasons and all(reasons) else ""
        if not is_record(part):
            return ""
        kind: Any = type(part)
        needed = (getattr(part, name) for name, _, may_be_none in _plan(kind) if not may_be_none)
        return next(filter(None, map(self.empties, needed)), "")

    def _applies(self, part: Any) -> bool:
        return self.is_certified or getattr(part, "applies", "always") == "always"


class Rebuilder:
    """Rebuilds parts of slides for one company."""

    def __init__(self, texts: Texts, fillings: Fillings, scope: Scope) -> None:
        self._texts = texts
        self._fillings = fillings
        self._scope = scope

    def rebuild(self, part: Any) -> Any:
        """The merged part, which no optional slot left empty takes with it."""
        if isinstance(part, Source):
            return self._texts.line(part)
        if isinstance(part, SlotRef):
            return self._fillings.of(part)
        if isinstance(part, tuple):
            return self._list(self._scope.entries(part))
        return self._record(part) if is_record(part) else part

    def _list(self, parts: tuple[Any, ...]) -> tuple[Any, ...]:
        """The entries of which the company's values leave something; that nothing is left of all is reported."""
        made = [(part, self._entry(part)) for part in parts]
        kept = tuple(entry for part, entry in made if not self._texts.is_emptied(part, entry))
        if made and not kept:
            self._texts.report_emptied(parts[0])
        return kept

    def _entry(self, part: Any) -> Any:
        if isinstance(part, Source):
            return self._texts.item(part)
        if isinstance(part, tuple):  # a row, whose cells have no bullets
            return tuple(map(self.rebuild, part))
        return self.rebuild(part)

    def _record(self, part: Any) -> Any:
        kind: Any = type(part)
        return kind(**{name: self._field(getattr(part, name), *how) for name, *how in _plan(kind)})

    def _field(self, value: Any, is_running: bool, may_be_none: bool) -> Any:
        if self._scope.empties(value):
            return None
        made = self._texts.blocks(value) if is_running and isinstance(value, Source) else self.rebuild(value)
        if not self._texts.is_emptied(value, made):
            return made
        if not may_be_none:
            self._texts.report_emptied(value)
        return None if may_be_none else made


def is_record(part: Any) -> bool:
    """Whether a part is made of fields that may hold texts and slots."""
    return is_dataclass(part) and not isinstance(part, (type, Image, StaffList))


@cache
def _plan(kind: Any) -> tuple[tuple[str, bool, bool], ...]:
    """For each field: its name, whether it is running text, whether it may be None."""
    running = {name for owner, name in RUNNING_TEXT if issubclass(kind, owner)}
    return tuple((field.name, field.name in running, field.default is None) for field in fields(kind))
