"""What stands where a slot can stand: contacts, content written in place, and values by the type of their slot."""

import re
import unicodedata
from dataclasses import replace
from typing import Any, cast

from deckgen.messages.spelling import closest
from deckgen.messages.terms import span
from deckgen.model.course import SourceContent
from deckgen.model.slots import (
    Case,
    Contact,
    History,
    HistoryEntry,
    Items,
    Prose,
    Ruling,
    SlotDeclaration,
    SlotRef,
    SourceFilling,
    Value,
    Verdict,
    is_placeholder,
)
from deckgen.model.standard_slots import FISCAL_YEAR
from deckgen.model.text import Source
from deckgen.readers.pictures import read_image
from deckgen.readers.shapes import (
    is_empty,
    leaf,
    listed,
    out_of_range,
    read_all,
    read_date,
    read_entries,
    read_integer,
    read_source,
    reader_of,
    words,
)
from deckgen.readers.synonyms import synonym
from deckgen.readers.tree import Context, Mapping, Node, Scalar, Sequence, excerpt, kind_of
from deckgen.text.inline import has_blocks, join_lines

# Contacts ------------------------------------------------------------------------------------------------------------
# A role or a shared line with its number, address and hours.

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d\uff70\u2500"
"""Look-alikes of the hyphen that input methods and word processors produce."""
_UNIFIED = str.maketrans(
    dict.fromkeys(_DASHES, "-") | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " "}
)

_EXTENSION = re.compile(r"\s*[（(]\s*内線\s*[:：]?\s*([0-9-]{1,10})\s*[）)]\s*$")
_EXTENSION_ANYHOW = re.compile(
    r"(?P<line>[^内a-z]*?)[\s(（,、/]*(?:内線(?:番号)?|ext\.?|extension|内)\s*[:：.]?\s*(?P<extension>[0-9-]{1,10})[)）\s]*",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[(（](?=[^()（）]*[^0-9()（） -])[^()（）]*[)）]\s*")
"""Words in brackets: （代表）."""
_INSIDE_ONLY = re.compile(r"内線\s*[:：]?\s*[0-9-]{1,10}")
_SHORT = re.compile(r"(1[0-9]{2}|#[0-9]{4}|\*[0-9]{4})")
_WRITTEN = re.compile(r"\+?[0-9]+([- .][0-9]+|\([0-9]+\)[0-9]+)*|\([0-9]+\)\s?[0-9]+([- ][0-9]+)*")
_MAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_AMONG_OTHERS = re.compile(r"[/,、;・|:：]|(?<=[0-9）])\s*(?:または|又は|および|、)|\b(?i:tel)\b|代表|直通|携帯")
"""What stands between a number and others, or before one."""
_ELEVEN_DIGITS = ("0800", "050", "060", "070", "080", "090")


def read_contact(node: Node, context: Context) -> Contact[Source]:
    """A contact with at least one way to reach it."""
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not is_empty(node)):
        raise context.fault("contact-as-text", node.place, found=kind_of(node))
    readers = {"role": read_source, "phone": read_phone, "mail": read_mail, "hours": read_source, "note": read_source}
    values = read_entries(node, readers, ["role"], context)
    if not values.keys() & {"phone", "mail", "note"}:
        raise context.fault("contact-unreachable", node.place)
    return Contact(**values)


def read_phone(node: Node, context: Context) -> Source:
    """A telephone number, its dashes and digits unified, its hyphens as typed."""
    source: Source = read_source(node, context)
    number = unify(source.text)
    if not is_phone(number):
        raise context.fault("contact-phone", node.place, found=source.text, suggestion=phone_meant(number))
    return replace(source, text=with_extension(number))


def with_extension(number: str) -> str:
    """A number with its extension, if it has one, as it is written here."""
    return _EXTENSION.sub(lambda match: f"（内線{match[1]}）", number)


def phone_meant(number: str) -> str:
    """A number with its extension as they are written here, or the first number without the words beside it."""
    if match := _EXTENSION_ANYHOW.fullmatch(number):
        whole = f"{_REMARK.sub('', match['line']).strip(' ,、/')}（内線{match['extension']}）"
        if is_phone(whole):
            return whole
    candidates = (_REMARK.sub("", number), *_AMONG_OTHERS.split(number))
    return next(filter(is_phone, (each.strip(" ()（）,、/") for each in candidates)), "")


def read_mail(node: Node, context: Context) -> Source:
    """A mail address (RFC 5321's ASCII form, dots and all as HTML's e-mail input takes it)."""
    source: Source = read_source(node, context)
    address = unify(source.text)
    if not _MAIL.fullmatch(address) or ".." in address:
        within = _MAIL.search(address)
        suggestion = within.group() if within and ".." not in within.group() else ""
        raise context.fault("contact-mail", node.place, found=source.text, suggestion=suggestion)
    return replace(source, text=address)


def unify(text: str) -> str:
    """Full-width digits, letters and signs to ASCII, every look-alike of the hyphen to `-`."""
    return " ".join(text.translate(_UNIFIED).split())


def is_phone(number: str) -> bool:
    """True for a number that can be dialled in Japan, or an international one with its `+`."""
    if _SHORT.fullmatch(number) or _INSIDE_ONLY.fullmatch(number):
        return True
    number = _EXTENSION.sub("", number)
    if not _WRITTEN.fullmatch(number):
        return False
    digits = re.sub(r"[^0-9]", "", number)
    if number.startswith("+"):
        return 8 <= len(digits) <= 15  # ITU-T E.164
    if digits.startswith(_ELEVEN_DIGITS):
        return len(digits) == 11
    return digits.startswith("0") and not digits.startswith("00") and len(digits) == 10


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
        return read_items(node, context)
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
    return Items(read_all(listed(node, context), read_source, context))


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
    if _is_outside(len(items.items), slot):
        told = {"slot": slot.name, "name": f"{slot.label}（{slot.name}）", "found": len(items.items)}
        raise context.fault("list-length", node.place, expected=span(slot.minimum, slot.maximum), **told)
    return items


def _ruling(node: Node, slot: SlotDeclaration, context: Context) -> SourceFilling:
    if isinstance(node, Scalar) and (verdict := verdict_of(node.text)):
        raise context.fault("ruling-as-text", node.place, found=excerpt(node.text), written=f"decision: {verdict}")
    if isinstance(node, Mapping):
        return read_ruling(node, context)
    return _bounded(read_items(node, context), node, slot, context)


def _is_outside(value: int, slot: SlotDeclaration) -> bool:
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
        case "date":
            return Value(read_date(node, context), node.place)
        case "choice":
            return _choice(node, slot, context)
        case "image":
            return read_image(node, context)
        case "contact":
            return read_contact(node, context)
        case "steps":
            return _bounded(read_steps(node, context), node, slot, context)
        case "list":
            return _bounded(read_items(node, context), node, slot, context)
        case "ruling":
            return _ruling(node, slot, context)
        case "history":
            return History(read_all(listed(node, context), reader_of(HistoryEntry), context))
