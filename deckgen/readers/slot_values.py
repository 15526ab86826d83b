"""One table: the type of a slot -> the reader of its value in a company's profile."""

from collections.abc import Callable

from deckgen.messages.spelling import closest
from deckgen.messages.terms import span
from deckgen.model.slots import History, HistoryEntry, Items, SlotDeclaration, SlotType, SourceFilling, Value
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.model.text import Source
from deckgen.readers.contacts import read_contact
from deckgen.readers.content import read_items, read_prose, read_ruling, read_steps, verdict_of
from deckgen.readers.context import Context
from deckgen.readers.pictures import read_image
from deckgen.readers.shapes import listed, out_of_range, read_all, read_date, read_integer, reader_of, words
from deckgen.readers.tree import Mapping, Node, Scalar, Sequence, excerpt
from deckgen.text.inline import has_blocks, join_lines

PLACEHOLDER = "要記入"
"""What a new profile says wherever somebody still has to write."""

SlotReader = Callable[[Node, SlotDeclaration, Context], SourceFilling]


def first_placeholder(node: Node) -> Scalar | None:
    """The first value, the node itself or one inside it, that nobody has replaced yet."""
    match node:
        case Scalar():
            return node if node.text.startswith(PLACEHOLDER) else None
        case Mapping():
            inner = [entry.value for entry in node.entries.values()]
        case Sequence():
            inner = node.items
    return next((found for found in map(first_placeholder, inner) if found), None)


def _text(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    text = words(node, context, "@text")
    if has_blocks(text):
        raise context.fault("text-one-paragraph", node.place)
    lines = text.split("\n")
    return Value(join_lines(line.strip() for line in lines), node.place)


def _rich(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return read_prose(node, context)


def _integer(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    value = read_integer(node, context)
    suggestion = _year_meant(value, slot) if slot.name == FISCAL_YEAR else ""
    if _is_outside(value, slot):
        name, expected = f"{slot.label}（{slot.name}）", span(slot.minimum, slot.maximum)
        raise out_of_range(name, value, expected, node.place, context, slot=slot.name, suggestion=suggestion)
    return Value(value, node.place)


def _year_meant(value: int, slot: SlotDeclaration) -> str:
    """A year of two digits, or of the current era, as a year of four."""
    years = range(slot.minimum or 0, (slot.maximum or 0) + 1)
    return next((str(year) for year in (2000 + value, 2018 + value) if year in years), "") if value < 100 else ""


def _date(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return Value(read_date(node, context), node.place)


def _choice(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    text = words(node, context, "@text").strip()
    for option in slot.options:
        if text in (option.value, option.label):
            return Value(option.label, node.place)
    known = [word for option in slot.options for word in (option.value, option.label)]
    options = ", ".join(f"{option.value}（{option.label}）" for option in slot.options)
    raise context.fault("unknown-choice", node.place, found=text, options=options, suggestion=closest(text, known))


def _image(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return read_image(node, context)


def _contact(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return read_contact(node, context)


def _steps(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return _bounded(read_steps(node, context), node, slot, context)


def _list(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    return _bounded(read_items(node, context), node, slot, context)


def _bounded(items: Items[Source], node: Node, slot: SlotDeclaration, context: Context) -> Items[Source]:
    if _is_outside(len(items.items), slot):
        told = {"slot": slot.name, "name": f"{slot.label}（{slot.name}）", "found": len(items.items)}
        raise context.fault("list-length", node.place, expected=span(slot.minimum, slot.maximum), **told)
    return items


def _ruling(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    if isinstance(node, Scalar) and (verdict := verdict_of(node.text)):
        raise context.fault("ruling-as-text", node.place, found=excerpt(node.text), written=f"decision: {verdict}")
    return read_ruling(node, context) if isinstance(node, Mapping) else _list(node, slot, context)


def _history(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    reader = reader_of(HistoryEntry)
    return History(read_all(listed(node, context), reader, context))


def _is_outside(value: int, slot: SlotDeclaration) -> bool:
    low, high = slot.minimum, slot.maximum
    return (low is not None and value < low) or (high is not None and value > high)


SLOT_READERS: dict[SlotType, SlotReader] = {
    "text": _text,
    "rich": _rich,
    "integer": _integer,
    "date": _date,
    "choice": _choice,
    "image": _image,
    "contact": _contact,
    "steps": _steps,
    "list": _list,
    "ruling": _ruling,
    "history": _history,
}
