"""What stands where a slot can stand: content written in place, and values by the type of their slot."""

import unicodedata
from dataclasses import replace
from typing import Any, cast, get_args

from deckgen.messages.spelling import closest
from deckgen.messages.terms import span
from deckgen.model.bounds import Amount, Bounds, Percentage, WebAddress
from deckgen.model.course import SourceContent
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import (
    AwaitedAddress,
    AwaitedNumber,
    AwaitedWords,
    Case,
    Contacts,
    History,
    HistoryEntry,
    Items,
    Photo,
    Prose,
    Rows,
    Ruling,
    SlotDeclaration,
    SlotRef,
    SourceFilling,
    Value,
    Verdict,
    is_placeholder,
)
from deckgen.model.spoken import Placed, Spoken
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.model.text import Source
from deckgen.readers.contacts import read_contact, read_named_contact
from deckgen.readers.leaves import (
    Reader,
    is_empty,
    leaf,
    read_date,
    read_integer,
    read_number,
    read_source,
    read_text,
    read_words,
    slot_of,
    words,
)
from deckgen.readers.pictures import read_image, read_picture
from deckgen.readers.scalars import likely_boolean
from deckgen.readers.shapes import bounded, filled, listed, out_of_range, read_all, read_entries, reader_of, record
from deckgen.readers.synonyms import synonym
from deckgen.readers.tree import Context, Mapping, Node, Scalar, Sequence, excerpt
from deckgen.text.addresses import is_web_address, likely_address, no_part
from deckgen.text.inline import has_blocks, join_lines

# What stands in a slide where a slot can stand -----------------------------------------------------------------------
# A reference to a slot, or content written in place. `{slot: rules.wifi}`, running text, a list, `{steps: […]}`,
# `{decision: …, conditions: […]}`, or a contact `{role: …}`.

VERDICTS: dict[str, Verdict] = {
    "allowed": "allowed",
    "可": "allowed",
    "conditional": "conditional",
    "条件付き": "conditional",
    "forbidden": "forbidden",
    "不可": "forbidden",
}
"""The words for a decision, as they may stand in a file."""

_OTHER_WORDS = {
    "可": frozenset({
        "はい", "○", "◯", "〇", "◎", "ok", "yes", "true", "可能", "許可", "許可する", "認める", "する", "あり",
    }),
    "条件付き": frozenset({
        "△", "▲", "条件つき", "条件付", "条件あり", "一部可", "一部許可", "要申請", "要承認", "要許可",
        "申請制", "承認制", "許可制",
    }),
    "不可": frozenset({
        "いいえ", "×", "✕", "ng", "no", "false", "禁止", "原則禁止", "禁止する", "不可能", "不許可", "許可しない",
        "認めない", "しない", "なし",
    }),
}  # fmt: skip
_CASE = ("when", "do")
_FORMS = ("slot", "steps", "decision", "role")


@leaf("S")
def read_content(node: Node, context: Context) -> SourceContent:
    """Content of any form; its keys tell which."""
    if isinstance(node, Sequence):
        return Items(read_all(listed(node, context), read_text, context))
    if not isinstance(node, Mapping):
        return read_prose(node, context)
    if "slot" in node.entries:
        values = read_entries(node, {"slot": words_of("@slot")}, ["slot"], context)
        return SlotRef(values["slot"], node.entries["slot"].value.place)
    if "steps" in node.entries:
        readers = {"steps": read_steps}
        return cast("Items[Source]", read_entries(node, readers, ["steps"], context)["steps"])
    if "decision" in node.entries:
        return read_ruling(node, context)
    if "role" in node.entries:
        return read_contact(node, context)
    keys = ", ".join(node.entries)
    suggestion = closest(next(iter(node.entries), ""), _FORMS)
    raise context.fault("content-form", node.place, keys=keys or "@nothing", suggestion=suggestion)


def words_of(expected: str) -> Any:
    """A reader of a text that names something."""
    return lambda node, context: words(node, context, expected).strip()


def read_prose(node: Node, context: Context) -> Prose[Source]:
    """Running text."""
    return Prose(read_source(node, context))


def read_items(node: Node, context: Context) -> Items[Source]:
    """A list of texts."""
    return Items(read_all(listed(node, context), filled(read_source), context))


def read_steps(node: Node, context: Context) -> Items[Source]:
    """What is done one after the other, with what is done in one case alone among it."""
    return Items(read_all(listed(node, context), _read_step, context), ordered=True)


def _read_step(node: Node, context: Context) -> Source | Case[Source]:
    if not isinstance(node, Mapping) or not any(key in _CASE or synonym(key, _CASE) for key in node.entries):
        return read_source(node, context)
    return Case(**read_entries(node, dict.fromkeys(_CASE, read_source), _CASE, context))


def read_verdict(node: Node, context: Context) -> Verdict:
    """A decision: 可, 条件付き or 不可."""
    text = words(node, context, "@decision").strip()
    if text not in VERDICTS:
        options, suggestion = ", ".join(VERDICTS), verdict_of(text) or closest(text, VERDICTS)
        raise context.fault("unknown-choice", node.place, found=text, options=options, suggestion=suggestion)
    return VERDICTS[text]


def verdict_of(text: str) -> str:
    """The decision that a word stands for, as it is written in a file; empty where it stands for none."""
    word = unicodedata.normalize("NFKC", text).strip("。.「」 ").lower().removesuffix("です")
    if word in VERDICTS:
        return word
    return next((verdict for verdict, others in _OTHER_WORDS.items() if word in others), "")


def _read_conditions(node: Node, context: Context) -> tuple[Source, ...]:
    return read_all(listed(node, context), read_source, context)


def read_ruling(node: Node, context: Context) -> Ruling[Source]:
    """A decision with its conditions."""
    readers = {"decision": read_verdict, "conditions": _read_conditions}
    values = read_entries(node, readers, ["decision"], context)
    conditions = values.get("conditions", ())
    if values["decision"] == "conditional" and not conditions:
        raise context.fault("ruling-conditions", node.place)
    return Ruling(values["decision"], conditions)


# What a slot alone can stand for -------------------------------------------------------------------------------------
# `{slot: drill.opened}` in the place of a number of a chart, of an address, or of contacts; of texts see `shapes`, of
# pictures see `pictures`.


def _number_or_slot(bounds: Bounds) -> Reader:
    """The reader of a number within bounds, or of the slot that has it."""
    read_number_in = bounded(read_number, bounds)

    def read(node: Node, context: Context) -> float:
        name = slot_of(node, context)
        return AwaitedNumber(name, node.place, bounds) if name else cast("float", read_number_in(node, context))

    return read


for _shape in (Amount, Percentage):
    leaf(_shape)(_number_or_slot(get_args(_shape)[1]))


@leaf(Spoken)
def read_spoken(node: Node, context: Context) -> str:
    """Words told of a drawing: taken as they are, but for values of a course and slots."""
    said = read_words(node, context) if isinstance(node, Scalar) else ""
    is_template = context.origin(node.place).is_template
    if said and not (is_template and ("{{" in said or "{%" in said)):
        return said
    return AwaitedWords(read_text(node, context))


@leaf(WebAddress)
def read_address(node: Node, context: Context) -> str:
    """An address on the web, or the slot that has it."""
    name = slot_of(node, context)
    return AwaitedAddress(name, node.place) if name else _read_url(node, context)


def _read_url(node: Node, context: Context) -> str:
    text = words(node, context, "@text").strip()
    if is_web_address(text):
        return Placed(text, node.place)
    if character := no_part(text):
        raise context.fault("reference-url-sign", node.place, found=text, character=character)
    raise context.fault("reference-url", node.place, found=text, suggestion=likely_address(text))


_read_photo = record(Photo)


@leaf(Photo)
def read_photo(node: Node, context: Context) -> Photo[Source]:
    """The picture of a slide with what it shows, or the slot that has it."""
    if slot_of(node, context):
        return Photo(file=read_picture(node, context), alt="")
    _check_parted(node, context)
    return cast("Photo[Source]", _read_photo(node, context))


def _read_own_photo(node: Node, context: Context) -> Photo[Source]:
    """A company's picture with what it shows."""
    _check_parted(node, context)
    readers = {"file": read_image, "alt": read_words, "credit": read_source}
    return Photo(**read_entries(node, readers, ["file", "alt"], context))


def _check_parted(node: Node, context: Context) -> None:
    if isinstance(node, Scalar) and not is_empty(node):
        raise context.fault("picture-as-text", node.place, found=excerpt(node.text))


_read_row = record(ContactRow)


@leaf(ContactRow)
def read_contact_row(node: Node, context: Context) -> ContactRow[Source, SourceContent]:
    """Whom to reach for which duty, or the slot with a list of such contacts."""
    if name := slot_of(node, context):
        return ContactRow(duty=read_text(node, context), contact=SlotRef(name, node.place))
    return cast("ContactRow[Source, SourceContent]", _read_row(node, context))


# By type ------------------------------------------------------------------------------------------------------------


def first_placeholder(node: Node) -> Scalar | None:
    """The first value, the node itself or one inside it, that nobody has replaced yet."""
    match node:
        case Scalar():
            return node if is_placeholder(node.text) else None
        case Mapping():
            inner = [entry.value for entry in node.entries.values()]
        case Sequence():
            inner = node.items
    return next((found for found in map(first_placeholder, inner) if found), None)


def _text(node: Node, context: Context) -> SourceFilling:
    text = words(node, context, "@text")
    if has_blocks(text):
        raise context.fault("text-one-paragraph", node.place)
    assert isinstance(node, Scalar)
    context.say(node)
    lines = text.split("\n")
    return Value(join_lines(line.strip() for line in lines), node.place)


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


def _choice(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    text = words(node, context, "@text").strip()
    for option in slot.options:
        if text in (option.value, option.label):
            return Value(option.label, node.place)
    known = [word for option in slot.options for word in (option.value, option.label)]
    options = ", ".join(f"{option.value}（{option.label}）" for option in slot.options)
    raise context.fault("unknown-choice", node.place, found=text, options=options, suggestion=closest(text, known))


def _bounded(items: Items[Source], node: Node, slot: SlotDeclaration, context: Context) -> Items[Source]:
    _check_length(len(items.items), node, slot, context)
    return items


def _check_length(length: int, node: Node, slot: SlotDeclaration, context: Context) -> None:
    if _is_outside(length, slot):
        told = {"slot": slot.name, "name": f"{slot.label}（{slot.name}）", "found": length}
        raise context.fault("list-length", node.place, expected=span(slot.minimum, slot.maximum), **told)


def _rows(node: Node, slot: SlotDeclaration, context: Context) -> Rows[Source]:
    rows = read_all(listed(node, context), lambda row, where: _row(row, slot, where), context)
    _check_length(len(rows), node, slot, context)
    return Rows(rows)


def _row(node: Node, slot: SlotDeclaration, context: Context) -> tuple[Source, ...]:
    cells = listed(node, context)
    if len(cells) != len(slot.columns):
        columns = ", ".join(slot.columns)
        told = {"expected": len(slot.columns), "found": len(cells), "columns": columns}
        raise context.fault("slot-row", cells[0].place, slot=slot.name, **told)
    return read_all(cells, filled(read_source), context)


def _contacts(node: Node, slot: SlotDeclaration, context: Context) -> Contacts[Source]:
    rows = read_all(listed(node, context), read_named_contact, context)
    _check_length(len(rows), node, slot, context)
    return Contacts(rows)


def _number(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    value = read_number(_without_unit(node, slot), context)
    if _is_outside(value, slot):
        name, expected = f"{slot.label}（{slot.name}）", span(slot.minimum, slot.maximum)
        raise out_of_range(name, _shown(value), expected, node.place, context, slot=slot.name)
    return Value(int(value) if value.is_integer() else value, node.place)


def _shown(value: float) -> str:
    return str(int(value) if value.is_integer() else value)


def _without_unit(node: Node, slot: SlotDeclaration) -> Node:
    """The number alone, where its unit was written behind it."""
    if not slot.unit or not isinstance(node, Scalar):
        return node
    text = node.text.strip()
    number, unit = text[: -len(slot.unit)], text[-len(slot.unit) :]
    is_measured = unicodedata.normalize("NFKC", unit) == unicodedata.normalize("NFKC", slot.unit)
    return replace(node, text=number.strip()) if is_measured else node


def _yes_no(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    text = words(node, context, "@text").strip()
    meant = {"true": "yes", "false": "no"}.get(likely_boolean(text), text)
    return _choice(replace(node, text=meant) if isinstance(node, Scalar) else node, slot, context)


def _url(node: Node, context: Context) -> SourceFilling:
    return Value(_read_url(node, context), node.place)


def _ruling(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    if isinstance(node, Scalar) and (verdict := verdict_of(node.text)):
        raise context.fault("ruling-as-text", node.place, found=excerpt(node.text), written=f"decision: {verdict}")
    if isinstance(node, Mapping):
        return read_ruling(node, context)
    return _bounded(read_items(node, context), node, slot, context)


def _is_outside(value: float, slot: SlotDeclaration) -> bool:
    low, high = slot.minimum, slot.maximum
    return (low is not None and value < low) or (high is not None and value > high)


def read_slot(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:  # noqa: C901 - one case a type
    """What a company wrote for a slot, by the slot's type."""
    match slot.type:
        case "text":
            return _text(node, context)
        case "rich":
            return read_prose(node, context)
        case "integer":
            return _integer(node, slot, context)
        case "number":
            return _number(node, slot, context)
        case "yes-no":
            return _yes_no(node, slot, context)
        case "url":
            return _url(node, context)
        case "date":
            return Value(read_date(node, context), node.place)
        case "choice":
            return _choice(node, slot, context)
        case "image":
            return read_image(node, context)
        case "picture":
            return _read_own_photo(node, context)
        case "contact":
            return read_contact(node, context)
        case "contacts":
            return _contacts(node, slot, context)
        case "table":
            return _rows(node, slot, context)
        case "steps":
            return _bounded(read_steps(node, context), node, slot, context)
        case "list":
            return _bounded(read_items(node, context), node, slot, context)
        case "ruling":
            return _ruling(node, slot, context)
        case "history":
            return History(read_all(listed(node, context), reader_of(HistoryEntry), context))
