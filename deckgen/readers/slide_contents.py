"""Where content stands in a slide, and which forms of it a spot can show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.slides import Callout, ContactRow, DiscussionSlide, EmergencySlide, Topic
from deckgen.model.slots import Case, Contact, Items, Prose, Ruling, SlotRef, SlotType
from deckgen.model.text import NOWHERE, Source
from deckgen.model.walking import field_names

_LISTS: frozenset[SlotType] = frozenset({"steps", "list"})
_WORDS: frozenset[SlotType] = frozenset({"text", "rich", "integer", "date", "choice"})
_CONTACT: frozenset[SlotType] = frozenset({"contact"})

SPOTS: dict[tuple[type, str], frozenset[SlotType]] = {
    (Callout, "contact"): _CONTACT,
    (ContactRow, "contact"): _CONTACT,
    (DiscussionSlide, "prompts"): _LISTS,
    (EmergencySlide, "actions"): _LISTS,
    (EmergencySlide, "deadline"): _WORDS,
    (EmergencySlide, "report_items"): _LISTS,
    (Topic, "content"): _LISTS | _WORDS | _CONTACT | {"ruling"},
}
"""The slot types that a field of a slide can show."""

_FORM_OF: dict[type, SlotType] = {Prose: "rich", Items: "list", Ruling: "ruling", Contact: "contact"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One piece of content in a slide."""

    content: Any
    takes: frozenset[SlotType]

    @property
    def form(self) -> SlotType:
        """The slot type that content written in place is like."""
        return _FORM_OF[type(self.content)]

    @property
    def place(self) -> Place:
        """Where the content stands."""
        match self.content:
            case SlotRef(place=place):
                return place
            case Prose(text=Source() as text) | Contact(role=Source() as text):
                return text.place
            case Items(items=(Source() as text, *_)) | Items(items=(Case(when=Source() as text), *_)):
                return text.place
            case _:
                return NOWHERE


def spots(part: Any) -> Iterator[Spot]:
    """Every piece of content in a slide, in order."""
    if isinstance(part, tuple):
        for item in part:
            yield from spots(item)
    else:
        kind = type(part)
        for name in field_names(kind):
            value = getattr(part, name)
            takes = SPOTS.get((kind, name))
            if takes is None:
                yield from spots(value)
            elif value is not None:
                yield Spot(value, takes)
