"""Slots: what a company fills in, as the course declares it, and the fillings that take their place in the merge.

Fillings are generic in their text like slides: `Items[Source]` as read, `Items[Text]` once merged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Generic, Literal, TypeVar, get_args

from deckgen.diagnostics import Keys, Place
from deckgen.model.bounds import Bounds
from deckgen.model.spoken import Spoken, Words
from deckgen.model.text import Paragraph, Run, Source, Text
from deckgen.wording import Language, Wording

T = TypeVar("T")
W = TypeVar("W")
"""Words in whose place no slot can stand."""

SlotType = Literal[
    "text", "rich", "integer", "number", "date", "choice", "yes-no", "url", "image", "picture", "contact", "contacts",
    "steps", "list", "table", "ruling", "history",
]  # fmt: skip
Requirement = Literal["always", "certified", "optional"]
Shape = Literal["words", "entries", "rows", "ruling", "contact", "contacts", "picture", "apart"]
"""How a slide shows a value: in running text, as entries of a list, as rows of a table, as a decision, as a contact or
several, as a picture; or not at all."""
Verdict = Literal["allowed", "conditional", "forbidden"]

PLACEHOLDERS: Mapping[Language, str] = {"ja": "要記入", "en": "TO FILL IN"}
"""What a new profile says wherever somebody still has to write, in the language of its course."""


def is_placeholder(text: str) -> bool:
    """Whether a text of a profile is still to be written, whatever the language of its course."""
    return text.startswith(tuple(PLACEHOLDERS.values()))


@dataclass(frozen=True, slots=True)
class Traits:
    """What holds of every slot of a type."""

    shape: Shape
    reviewed_under: str | None = None
    """The key of the value where it shares a mapping with its `reviewed_on`; empty where that is one more key of the
    value. None for particulars, such as names and days, that are judged where they are used."""


def traits_of(slot_type: SlotType) -> Traits:  # noqa: C901 - one case a shape
    """What a type means; the type checker holds that none is forgotten."""
    match slot_type:
        case "text" | "integer" | "number" | "date" | "choice" | "yes-no" | "url":
            return Traits("words")
        case "rich":
            return Traits("words", "text")
        case "list":
            return Traits("entries", "items")
        case "steps":
            return Traits("entries", "steps")
        case "ruling":
            return Traits("ruling", "items")
        case "contact":
            return Traits("contact", "")
        case "contacts":
            return Traits("contacts", "contacts")
        case "table":
            return Traits("rows", "rows")
        case "image" | "picture":
            return Traits("picture")
        case "history":
            return Traits("apart")


def types_shown_as(*shapes: Shape) -> frozenset[SlotType]:
    """The types whose values a slide shows in one of these shapes."""
    types: tuple[SlotType, ...] = get_args(SlotType)
    return frozenset(each for each in types if traits_of(each).shape in shapes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value that a `choice` slot may take, and how it is printed."""

    value: str
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDeclaration:
    """One insertion point of a course."""

    name: str
    """Dotted name; also the path of its value in a company profile."""
    type: SlotType
    """What kind of value fills it."""
    label: Words
    """What the slot is called where a person reads it."""
    help: Words
    """One or two sentences that tell whoever fills it in what to write."""
    owner: Words
    """The staff role that knows the answer."""
    required: Requirement = "always"
    """Whether a final build needs it: always, only of certified companies, or never."""
    example: Words
    """An example as it would stand in a profile: YAML, several lines allowed."""
    options: tuple[Option, ...] = ()
    """The values of a `choice`."""
    minimum: int | None = None
    """Least number of entries of a list or rows of a table, or least value of a number."""
    maximum: int | None = None
    """Greatest number of entries of a list or rows of a table, or greatest value of a number."""
    unit: Words | None = None
    """What stands behind a number, e.g. 件 or %."""
    columns: tuple[Words, ...] = ()
    """What the cells of a row of a `table` are called."""
    default: tuple[Words, ...] = ()
    """Entries used where the company leaves a list empty."""
    place: Place = Place("")
    """Where the course declares it."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A spot in a slide that a slot's filling takes. Exists before the merge only."""

    name: str
    place: Place


class AwaitedNumber(float):
    """A number of a slide that a company fills in: nothing, until the merge puts the slot's value in its place."""

    slot: str
    place: Place
    bounds: Bounds

    def __new__(cls, slot: str, place: Place, bounds: Bounds) -> "AwaitedNumber":
        made = super().__new__(cls, 0.0)
        made.slot, made.place, made.bounds = slot, place, bounds
        return made


class AwaitedAddress(str):
    """An address that a company fills in: empty, until the merge puts the slot's value in its place."""

    slot: str
    place: Place
    __slots__ = ("place", "slot")

    def __new__(cls, slot: str, place: Place) -> "AwaitedAddress":
        made = super().__new__(cls, "")
        made.slot, made.place = slot, place
        return made


@dataclass(frozen=True, slots=True)
class Value:
    """A single value: shown as text, usable in `{{ values }}`."""

    value: str | int | float | date
    place: Place


@dataclass(frozen=True, slots=True)
class Prose(Generic[T]):
    """Running text, one or more paragraphs."""

    text: T


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """A step for one case alone. Cases that follow one another are alternatives, and none of them has a number."""

    when: T
    do: T


@dataclass(frozen=True, slots=True)
class Items(Generic[T]):
    """A list; `ordered` for steps that are done one after the other, which may have steps for one case among them."""

    items: tuple[T | Case[T], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Ruling(Generic[T]):
    """A decision with its conditions."""

    verdict: Verdict
    conditions: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Contact(Generic[T]):
    """Whom to reach: a role or a shared line, not a person."""

    role: T
    phone: T | None = None
    mail: T | None = None
    hours: T | None = None
    note: T | None = None
    """An explicit instruction beside, or instead of, a number."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file, read once, decoded once, and found to be within the bounds for pictures."""

    path: Path
    data: bytes = field(repr=False)
    format: Literal["png", "jpeg"]
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    place: Place


@dataclass(frozen=True, slots=True)
class AwaitedImage(Image):
    """A picture that a company hands in: none, until the merge puts the slot's value in its place."""

    slot: str = ""


class AwaitedWords(str):
    """Words told of a drawing that hold values, or a slot in their place, until the merge puts them in."""

    source: Source
    __slots__ = ("source",)

    def __new__(cls, source: Source) -> "AwaitedWords":
        made = super().__new__(cls, source.text)
        made.source = source
        return made

    def __getnewargs__(self) -> tuple[Source]:  # type: ignore[override]
        return (self.source,)

    @property
    def slot(self) -> str:
        """The slot that stands in their place; empty where values stand among them."""
        return self.source.slot

    @property
    def place(self) -> Place:
        """Where they stand."""
        return self.source.place


Awaited = AwaitedNumber | AwaitedAddress | AwaitedImage | AwaitedWords
"""What stands in a slide, until the merge, for a value that is no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Generic[T]):
    """A picture with what it shows."""

    file: Image
    alt: Spoken
    """What it shows, for people who cannot see it."""
    credit: T | None = None
    """Whose picture it is."""


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """Rows of a table, as many cells in each as the slot has columns."""

    rows: tuple[tuple[T, ...], ...]


@dataclass(frozen=True, slots=True)
class NamedContact(Generic[T]):
    """Whom to reach for what."""

    duty: T
    contact: Contact[T]


@dataclass(frozen=True, slots=True)
class Contacts(Generic[T]):
    """Several contacts, each for a duty."""

    contacts: tuple[NamedContact[T], ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry(Generic[W]):
    """One earlier edition."""

    version: W
    issued_on: date
    summary: W


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """The editions so far, newest first."""

    entries: tuple[HistoryEntry[T], ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A required slot that nobody filled: only a draft shows it, as a clearly marked box."""

    label: str
    place: Place


def told(entry: Text | Case[Text], words: Wording) -> Text:
    """An entry of a list as one text: a case says when, and what to do then, and has a bullet for its number."""
    if not isinstance(entry, Case):
        return entry
    runs = [replace(run, strong=True) for run in entry.when.runs]
    return Text((Paragraph((*runs, Run(words.say("colon")), *entry.do.runs), marker="-", level=1),), entry.when.place)


def step_numbers(entries: Sequence[Text | Case[Text]]) -> list[int | None]:
    """The number of each step; None for a step for one case alone."""
    counted = count(1)
    return [None if isinstance(entry, Case) else next(counted) for entry in entries]


SourceFilling = (
    Value | Prose[Source] | Items[Source] | Rows[Source] | Ruling[Source] | Contact[Source] | Contacts[Source] | Image
    | Photo[Source] | History[Source]
)  # fmt: skip
Filling = Prose[Text] | Items[Text] | Ruling[Text] | Contact[Text] | Missing
"""What stands where a slot stands in a slide."""
Told = Filling | Rows[Text] | Contacts[Text]
"""What a company says in a slot: what stands in a slide, or several entries of a table or of a list of contacts."""
