"""What a company is asked about its slots: made of its course and of what its profile says already."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from deckgen.diagnostics import Place, Report, Stop
from deckgen.model.course import CourseSource
from deckgen.model.questions import (
    CONTACT_PARTS,
    HISTORY_PARTS,
    NAMED_PARTS,
    NEW,
    PICTURE_PARTS,
    Cell,
    CellKind,
    Question,
    entry_of,
    taken_apart,
)
from deckgen.model.slots import Option, SlotDeclaration, is_placeholder, traits_of
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.renewal import find
from deckgen.readers.scalars import as_date
from deckgen.readers.slot_values import VERDICTS
from deckgen.readers.spoken import in_language, is_spoken
from deckgen.readers.tree import Entry, Node, Scalar, Sequence
from deckgen.readers.tree import Mapping as TreeMapping
from deckgen.readers.yaml_edit import Tied
from deckgen.readers.yaml_tree import parse
from deckgen.text.inline import join_lines
from deckgen.wording import Wording

SPARE = 3
"""Rows for further entries of a list."""
_KINDS: dict[str, CellKind] = {
    "text": "text",
    "rich": "rich",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "choice": "choice",
    "yes-no": "choice",
    "url": "url",
    "image": "path",
}
_PARTS: dict[str, CellKind] = {"phone": "phone", "mail": "mail", "issued_on": "date", "file": "path"}


def questions_of(course: CourseSource, tree: TreeMapping | None) -> tuple[Question, ...]:
    """A question for every slot, in the course's order; `tree` is the profile, None before there is one."""
    said = in_language(tree, course.language, Report()) if tree else None
    return tuple(question_of(slot, said, Wording(course.language, course.words)) for slot in course.slots)


def question_of(slot: SlotDeclaration, tree: TreeMapping | None, words: Wording) -> Question:
    """What is asked about one slot; `tree` is the profile in one language."""
    cells = tuple(cells_of(slot, taken_apart(slot, value_in(tree, slot) if tree else None), words))
    examples = taken_apart(slot, _example(slot))
    return Question(
        slot=slot,
        cells=tuple(
            replace(cell, example=shown_text(examples.get(cell.key, ""), cell.kind, cell.options)) for cell in cells
        ),
        is_reviewed=traits_of(slot.type).reviewed_under is not None,
        reviewed_on=reviewed_in(tree, slot.name) if tree else None,
    )


def _example(slot: SlotDeclaration) -> Any:
    """The example of a slot as a value; None where it is no YAML."""
    try:
        return plain_text(_nested(parse(slot.example, "", Report())))
    except Stop:
        return None


# What a profile says ------------------------------------------------------------------------------------------------


def value_in(tree: TreeMapping, slot: SlotDeclaration) -> Any:
    """What a profile has for a slot, without its day of review; None for nothing."""
    return plain_text(nested_in(tree, slot))


def check_taken_away(tree: TreeMapping, slot: SlotDeclaration, wanted: Any) -> None:
    """Raise Tied where a profile still says something of a slot that was taken away: what it extends says it too."""
    left = taken_apart(slot, value_in(tree, slot)).keys() - taken_apart(slot, wanted).keys()
    if left:
        raise Tied(slot.name)


def nested_in(tree: TreeMapping, slot: SlotDeclaration) -> Any:
    """The same with the nodes of its texts in the place of these."""
    node = find(tree, slot.name)
    return None if node is None else _nested(unwrapped(node, slot))


def unwrapped(node: Node, slot: SlotDeclaration) -> Node:
    """The value of a slot apart from its day of review."""
    inner = traits_of(slot.type).reviewed_under
    if inner is None or not isinstance(node, TreeMapping):
        return node
    if inner and inner in node.entries:
        return node.entries[inner].value
    return TreeMapping({key: entry for key, entry in node.entries.items() if key != REVIEWED_ON}, node.place)


def _nested(node: Node) -> Any:
    match node:
        case Scalar():
            return None if node.is_null or not node.text.strip() else node
        case Sequence():
            return [value for item in node.items if (value := _nested(item)) is not None]
        case TreeMapping() if is_spoken(node):
            return _nested(next(iter(node.entries.values())).value)
        case TreeMapping():
            values = {key: _nested(entry.value) for key, entry in node.entries.items()}
            return {key: value for key, value in values.items() if value is not None}


def plain_text(nested: Any) -> Any:
    """Texts in the place of nodes."""
    match nested:
        case Scalar():
            return nested.text
        case list():
            return [plain_text(each) for each in nested]
        case dict():
            return {key: plain_text(each) for key, each in nested.items()}
    return None


def as_node(nested: Any, place: Place) -> Node:
    """The tree that a reader takes; whatever holds the texts is at `place`."""
    match nested:
        case list():
            return Sequence([as_node(each, place) for each in nested], place)
        case dict():
            entries = {key: Entry(Scalar(key, place), as_node(each, place)) for key, each in nested.items()}
            return TreeMapping(entries, place)
        case str():  # a cell of a row that nobody wrote into
            return Scalar(nested, place, nested)
    assert isinstance(nested, Scalar)
    return nested


def reviewed_in(tree: TreeMapping, name: str) -> date | None:
    """When somebody last looked at a slot: its own day, else that of the nearest group above it, else the profile's."""
    path = name
    while True:
        node = find(tree, path) if path else tree
        entry = node.entries.get(REVIEWED_ON) if isinstance(node, TreeMapping) else None
        if entry and isinstance(entry.value, Scalar) and (day := as_date(entry.value.text)):
            return day
        if not path:
            return None
        path = path.rpartition(".")[0]


def keys_in(tree: TreeMapping) -> list[tuple[Place, str]]:
    """Where every key of a profile stands, with its dotted path, in the order of the file."""
    return sorted(_keys("", tree))


def _keys(path: str, node: Node) -> Iterator[tuple[Place, str]]:
    if isinstance(node, TreeMapping):
        for key, entry in node.entries.items():
            name = f"{path}.{key}" if path else key
            yield entry.key.place, name
            yield from _keys(name, entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _keys(path, item)


# The cells of a slot ------------------------------------------------------------------------------------------------


def cells_of(slot: SlotDeclaration, written: Mapping[str, str], words: Wording) -> Iterator[Cell]:
    """The cells of a slot, with spare ones for further entries of lists."""
    name = slot.name
    match slot.type:
        case "contact" | "picture":
            for part in CONTACT_PARTS if slot.type == "contact" else PICTURE_PARTS:
                yield _cell(f"{name}.{part}", _PARTS.get(part, "text"), written, part)
        case "ruling":
            yield _cell(f"{name}.decision", "choice", written, "decision", options=_verdicts(words))
            yield from _rows(f"{name}.conditions", "condition", slot, written)
        case "list":
            yield from _rows(name, "entry", slot, written)
        case "steps":
            yield from _rows(name, "step", slot, written, has_cases=_has_cases(slot, written))
        case "contacts" | "table":
            yield from _records(slot, written)
        case "history":
            yield from _editions(name, written)
        case _:
            yield _cell(name, _KINDS[slot.type], written, options=slot.options)


def _records(slot: SlotDeclaration, written: Mapping[str, str]) -> Iterator[Cell]:
    """The parts of each contact of a list, or the cells of each row of a table."""
    for number in range(_shown_rows(slot.name, slot, written)):
        key = f"{slot.name}[{number}]"
        if slot.type == "contacts":
            for part in NAMED_PARTS:
                yield _cell(f"{key}.{part}", _PARTS.get(part, "text"), written, part, number + 1)
        for column, label in enumerate(slot.columns, 1):
            yield replace(_cell(f"{key}.{column}", "text", written, "column", number + 1), label=label)


def _editions(name: str, written: Mapping[str, str]) -> Iterator[Cell]:
    for edition in _numbers(name, written):
        for part in HISTORY_PARTS:
            at = 0 if edition == NEW else int(edition) + 1
            yield _cell(f"{name}[{edition}].{part}", _PARTS.get(part, "text"), written, part, at)


def _rows(
    name: str, part: str, slot: SlotDeclaration, written: Mapping[str, str], *, has_cases: bool = False
) -> Iterator[Cell]:
    for number in range(_shown_rows(name, slot, written)):
        key = f"{name}[{number}]"
        if has_cases:
            yield _cell(f"{key}.when", "text", written, "when", number + 1)
        yield _cell(key, "text", written, part, number + 1)


def _shown_rows(name: str, slot: SlotDeclaration, written: Mapping[str, str]) -> int:
    """How many entries are asked for: those that there are and some to spare, within the bounds of the slot."""
    least, most = slot.minimum or 1, slot.maximum
    rows = max(_count(name, written) + SPARE, least)
    return rows if most is None else max(min(rows, most), _count(name, written))


def _count(name: str, written: Mapping[str, str]) -> int:
    entries = (entry_of(key) for key in written)
    return max((int(entry[1]) + 1 for entry in entries if entry and entry[0] == name), default=0)


def _numbers(name: str, written: Mapping[str, str]) -> list[str | int]:
    """The entries of a history, above them a new one, unless the newest is still to be filled in."""
    is_open = any(is_placeholder(written.get(f"{name}[0].{part}", "")) for part in HISTORY_PARTS)
    known = range(_count(name, written))
    return [*known] if is_open else [NEW, *known]


def _has_cases(slot: SlotDeclaration, written: Mapping[str, str]) -> bool:
    """Whether steps for one case alone are among what is there, or in the example."""
    return "when:" in slot.example or any(key.endswith("].when") for key in written)


def _verdicts(words: Wording) -> tuple[Option, ...]:
    verdicts = dict.fromkeys(VERDICTS.values())
    return tuple(Option(value=verdict, label=words.say(f"decision-{verdict}")) for verdict in verdicts)


def _cell(
    key: str,
    kind: CellKind,
    written: Mapping[str, str],
    part: str = "",
    number: int = 0,
    options: tuple[Option, ...] = (),
) -> Cell:
    return Cell(
        key=key,
        kind=kind,
        part=part,
        number=number,
        now=shown_text(written.get(key, ""), kind, options),
        options=options,
    )


def shown_text(text: str, kind: CellKind, options: tuple[Option, ...] = ()) -> str:
    """A text of a profile as people read it: on one line, unless it has paragraphs; a choice by its label."""
    text = text.strip()
    if is_placeholder(text):
        return ""
    if kind == "choice":
        value = str(VERDICTS.get(text, text))
        return next((option.label for option in options if option.value in (text, value)), text)
    if kind == "rich" or "\n\n" in text:
        return text
    return join_lines(line.strip() for line in text.split("\n"))
