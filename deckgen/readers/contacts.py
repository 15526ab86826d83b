"""Contacts: a role or a shared line with its number, address and hours."""

import re
from dataclasses import replace
from typing import Any

from deckgen.model.slots import Contact, NamedContact
from deckgen.model.text import Source
from deckgen.readers.leaves import Reader, is_empty, read_source
from deckgen.readers.shapes import read_entries
from deckgen.readers.tree import Context, Node, Scalar, Sequence, kind_of

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
    return Contact(**_parts(node, context))


def read_named_contact(node: Node, context: Context) -> NamedContact[Source]:
    """A contact with the duty that it is for."""
    parts = _parts(node, context, duty=read_source)
    return NamedContact(parts.pop("duty"), Contact(**parts))


def _parts(node: Node, context: Context, **more: Reader) -> dict[str, Any]:
    if isinstance(node, Sequence) or (isinstance(node, Scalar) and not is_empty(node)):
        raise context.fault("contact-as-text", node.place, found=kind_of(node))
    readers = {"role": read_source, "phone": read_phone, "mail": read_mail, "hours": read_source, "note": read_source}
    values = read_entries(node, {**more, **readers}, [*more, "role"], context)
    if not values.keys() & {"phone", "mail", "note"}:
        raise context.fault("contact-unreachable", node.place)
    return values


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
