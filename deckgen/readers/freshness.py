"""Limits of freshness, and `reviewed_on`: beside a value, at a group, or at the top of a profile.

Contacts and decisions take it as one more key; a list, steps or running text become `{items: …, reviewed_on: …}`,
`{steps: …, reviewed_on: …}` or `{text: …, reviewed_on: …}`.
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from deckgen.messages.terms import span
from deckgen.model.freshness import Limits, Months, Pace, Review
from deckgen.model.slots import SlotType, traits_of
from deckgen.readers import tree
from deckgen.readers.leaves import Reader, is_empty, leaf, read_date, read_integer
from deckgen.readers.shapes import out_of_range, read_entries, unknown_key
from deckgen.readers.tree import Context, Entry, Faulty, Node

REVIEWED_ON = "reviewed_on"

MONTHS = range(1, 121)
PACES = range(60, 901)


@leaf(Months)
def read_months(node: Node, context: Context) -> Months:
    """A number of months."""
    return Months(_within(MONTHS, "@months", node, context))


@leaf(Pace)
def read_pace(node: Node, context: Context) -> Pace:
    """Characters per minute."""
    return Pace(_within(PACES, "@pace", node, context))


def _within(bounds: range, name: str, node: Node, context: Context) -> int:
    value = read_integer(node, context)
    if value not in bounds:
        raise out_of_range(name, value, span(bounds[0], bounds[-1]), node.place, context)
    return value


def read_tighter(node: Node, loose: Limits, context: Context) -> Limits:
    """The limits of a company: those of its course, some of them tightened."""
    readers = {each.name: _at_most(getattr(loose, each.name), each.name) for each in fields(Limits)}
    return replace(loose, **read_entries(node, readers, [], context))


def _at_most(most: Months, key: str) -> Reader:
    def read(node: Node, context: Context) -> Months:
        months = read_months(node, context)
        if months > most:
            raise context.fault("limit-looser", node.place, key=key, months=months, most=most)
        return months

    return read


def parted(node: Node, slot_type: SlotType, context: Context) -> tuple[Node, Entry | None]:
    """The value of a slot as its reader takes it, and the entry that tells when somebody last looked at it."""
    key = traits_of(slot_type).reviewed_under
    if key is None or not isinstance(node, tree.Mapping):
        return node, None
    rest = dict(node.entries)
    review = rest.pop(REVIEWED_ON, None)
    if key and (inner := rest.pop(key, None)):
        for surplus in rest.values():
            unknown_key(surplus.key, (key, REVIEWED_ON), context)
        return inner.value, review
    return tree.Mapping(rest, node.place), review


def read_review(entry: Entry, context: Context) -> Review | None:
    """The day in an entry; None where it is left empty, or is no day (then it has been reported)."""
    if is_empty(entry.value):
        return None
    try:
        return Review(read_date(entry.value, context), entry.value.place)
    except Faulty:
        return None


def inherited(files: Mapping[str, str], written: Mapping[tuple[str, str], Review]) -> dict[str, Review]:
    """The review of each dotted name, of which `files` tell where it stands; `written` is by file and dotted path.

    It is the name's own, else that of the nearest group above it in the same file; "" is the file as a whole.
    """
    found = {}
    for name, file in files.items():
        path = name
        while path and (file, path) not in written:
            path = path.rpartition(".")[0]
        if (file, path) in written:
            found[name] = written[file, path]
    return found
