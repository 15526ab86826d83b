"""What a company is asked, a question a slot and a cell a datum; and how the texts of cells make up a slot's value.

Every cell has a key, the same wherever it is shown: `desk.consultation.phone`, `emergency.first_actions[2]`,
`rules.byod.decision`. A value is `Plain`: text, lists and mappings as they stand in YAML, without places.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from deckgen.diagnostics import Place
from deckgen.model.slots import Option, SlotDeclaration
from deckgen.wording import Wording

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
CellKind = Literal["text", "rich", "integer", "number", "date", "choice", "phone", "mail", "url", "path"]

# How the rows and columns of a sheet are known again, wherever they have come to lie.
MARKER, NOW, ANSWER, DAY = "#deckgen", "#now", "#answer", "#day"
"""What stands above the columns of keys, of what is there, of answers and of days of review."""
HEADS = "#heads"
"""Stands for a key in the row of the headings."""
SHEET, BASE, DAYS = "#sheet", "#base", "#days"
"""What the rows are about that nobody sees: the sheet, what was in its cells, its days of review."""

NAMED_PARTS = ("duty", "role", "phone", "mail", "hours", "note")
PICTURE_PARTS = ("file", "alt", "credit")
CONTACT_PARTS = ("role", "phone", "mail", "hours", "note")
WAYS = ("phone", "mail", "note")
"""Of which a contact has at least one."""
HISTORY_PARTS = ("version", "issued_on", "summary")
NEW = "new"
"""In the place of a number: the entry above all others of a history."""
_ENTRY = re.compile(r"(?P<list>.*?)\[(?P<number>[0-9]+|new)\](?P<part>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One datum of a slot."""

    key: str
    kind: CellKind
    part: str = ""
    """Which part of the slot it is: `phone`, `conditions`, `when`; empty where the slot is one datum."""
    number: int = 0
    """Of the entry of a list, from 1; 0 for what is in no list, and for the new entry of a history."""
    now: str = ""
    """What the profile has, as people read it; empty for nothing, and for what is still to be written."""
    example: str = ""
    """What the course gives as an example of it."""
    options: tuple[Option, ...] = ()
    """What a choice may be."""
    label: str = ""
    """What the course calls it, where it is one of the columns of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about one slot."""

    slot: SlotDeclaration
    cells: tuple[Cell, ...]
    is_reviewed: bool
    """Whether values of its type have a day of review."""
    reviewed_on: date | None = None
    """When somebody last looked at it: the slot's own day, else its group's."""

    @property
    def is_single(self) -> bool:
        """Whether the slot is one datum, and its cell has the key of the slot."""
        return len(self.cells) == 1 and self.cells[0].key == self.slot.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which material is asked about, and what its profile said when it was asked."""

    course: str
    company: str
    """The company itself, the same in all years."""
    profile: str
    """Name of the profile's file without its ending."""
    year: str
    """Fiscal year; empty where it was not known yet."""
    owner: str
    """The staff role that is asked."""
    checksum: str
    """SHA-256 of the profile; empty before there is one."""
    is_certified: bool
    base: Mapping[str, str]
    """What each cell said, by key."""
    days: Mapping[str, str]
    """Days of review by the name of the slot."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said about a cell, or about a slot as a whole."""

    key: str
    base: str
    """What was there when it was asked."""
    text: str | None
    """What shall be there, as people read it; None for what was found unchanged."""
    place: Place

    @property
    def wanted(self) -> str:
        """What shall be there."""
        return self.base if self.text is None else self.text


Outcome = Literal["applied", "unchanged", "conflict", "refused"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an answer."""

    answer: Answer
    now: str
    """What the profile has."""
    outcome: Outcome

    @property
    def key(self) -> str:
        """The cell."""
        return self.answer.key


def entry_of(key: str) -> tuple[str, str, str] | None:
    """The list that a key's cell is an entry of, the entry's number or `new`, and the part of the entry."""
    match = _ENTRY.fullmatch(key)
    return (match["list"], match["number"], match["part"]) if match else None


def cell_name(cell: Cell, words: Wording) -> str:
    """What people call a part of a slot: 電話, 条件 2."""
    name = cell.label or words.say(f"questions.part-{cell.part.replace('_', '-')}")
    if cell.part in HISTORY_PARTS:
        key = "questions.past-edition" if cell.number else "questions.new-edition"
        return words.say(key, part=name, number=cell.number)
    return words.say("questions.numbered", part=name, number=cell.number) if cell.number else name


# A value in cells, and cells as a value ------------------------------------------------------------------------------
# The value may be made of anything in the place of texts: of texts themselves, or of what knows where a text stands.


def taken_apart(slot: SlotDeclaration, value: Any) -> dict[str, Any]:
    """The texts of a slot's value by the keys of their cells, as written; nothing for what has another form."""
    name = slot.name
    match slot.type, value:
        case _, None:
            return {}
        case "contact" | "picture", dict():
            return {f"{name}.{part}": text for part, text in value.items() if _is_text(text)}
        case "ruling", dict():
            verdict, conditions = value.get("decision"), value.get("conditions")
            found = {f"{name}.decision": verdict} if verdict is not None and _is_text(verdict) else {}
            return found | _listed(f"{name}.conditions", conditions if isinstance(conditions, list) else [])
        case "ruling", list():
            return _listed(f"{name}.conditions", value)
        case "steps" | "list" | "table" | "contacts" | "history", list():
            return _listed(name, value)
    return {name: value} if _is_text(value) else {}


def _is_text(value: Any) -> bool:
    return not isinstance(value, (list, dict))


def _listed(name: str, entries: list[Any]) -> dict[str, Any]:
    return {key: text for number, entry in enumerate(entries) for key, text in _entry(f"{name}[{number}]", entry)}


def _entry(key: str, entry: Any) -> Iterator[tuple[str, Any]]:
    if _is_text(entry):
        yield key, entry
    elif isinstance(entry, dict):
        for part, text in entry.items():
            if _is_text(text):
                yield (key if part == "do" else f"{key}.{part}"), text
    else:
        yield from ((f"{key}.{number}", text) for number, text in enumerate(entry, 1) if _is_text(text))


def put_together(slot: SlotDeclaration, texts: Mapping[str, Any]) -> Any:
    """The slot's value that is made of cells; what has no text is left out, None where none has any."""
    filled = {key: text for key, text in texts.items() if text}
    name = slot.name
    match slot.type:
        case "contact" | "picture":
            keys = CONTACT_PARTS if slot.type == "contact" else PICTURE_PARTS
            parts = {part: filled.get(f"{name}.{part}") for part in keys}
            return {part: text for part, text in parts.items() if text} or None
        case "ruling":
            return _ruling(filled.get(f"{name}.decision"), _entries(f"{name}.conditions", filled))
        case "steps" | "list" | "contacts" | "history":
            return _entries(name, filled) or None
        case "table":
            return [_row(entry, len(slot.columns)) for entry in _entries(name, filled)] or None
        case "text" | "rich" | "integer" | "number" | "date" | "choice" | "yes-no" | "url" | "image":
            return filled.get(name)


def _row(cells: Any, columns: int) -> list[Any]:
    """A row of the texts of its cells by their numbers; an empty one is an empty text, and told where it is read."""
    return [cells.get(str(number), "") for number in range(1, columns + 1)]


def lacking_in(slot: SlotDeclaration, parts: Collection[str]) -> tuple[str, ...]:
    """The parts that an entry of a list cannot be without and does not have; of some, any one would do."""
    match slot.type:
        case "table":
            return tuple(part for part in map(str, range(1, len(slot.columns) + 1)) if part not in parts)
        case "contacts":
            needed = tuple(part for part in ("duty", "role") if part not in parts)
            return needed + (() if {*WAYS} & {*parts} else WAYS)
        case "steps":
            return ("",) if "when" in parts and "" not in parts else ()
        case "history":
            return tuple(part for part in HISTORY_PARTS if part not in parts)
    return ()


def _ruling(verdict: Any, conditions: list[Any]) -> Any:
    if verdict is None:
        return conditions or None
    return {"decision": verdict, "conditions": conditions} if conditions else {"decision": verdict}


def _entries(name: str, filled: Mapping[str, Any]) -> list[Any]:
    found: dict[int, dict[str, Any]] = {}
    for key, text in filled.items():
        if (entry := entry_of(key)) and entry[0] == name:
            number = -1 if entry[1] == NEW else int(entry[1])
            found.setdefault(number, {})[entry[2].removeprefix(".")] = text
    return [_whole(found[number]) for number in sorted(found)]


def _whole(parts: dict[str, Any]) -> Any:
    """An entry of its parts; `do` stands under the key of the entry itself."""
    if list(parts) == [""]:
        return parts[""]
    if all(part.isdecimal() for part in parts):
        return parts
    order = ["when", "", *NAMED_PARTS, *HISTORY_PARTS]
    return {part or "do": parts[part] for part in order if part in parts}
