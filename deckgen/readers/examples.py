"""The examples of slots, which people copy: each has to be an answer that its slot takes."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.model.slots import SlotDeclaration
from deckgen.readers.slot_values import read_slot
from deckgen.readers.tree import Context, Faulty, excerpt
from deckgen.readers.yaml_tree import parse

_UNJUDGED = ("text", "rich", "image", "picture")
"""Any text is one, and the file of a picture is there when somebody hands it in."""


@lru_cache(maxsize=8)
def unfit_examples(slots: Sequence[SlotDeclaration]) -> tuple[Diagnostic, ...]:
    """A warning for each example that its slot would refuse."""
    return tuple(found for slot in slots if slot.type not in _UNJUDGED for found in _unfit(slot))


def _unfit(slot: SlotDeclaration) -> Iterator[Diagnostic]:
    unheard = Report()
    try:
        read_slot(parse(slot.example, "", unheard), slot, Context(unheard, Path(), is_template=False))
    except (Faulty, Stop):
        first = dict(next(iter(unheard)).values)
        expected = first.get("expected") or first.get("options") or f"type: {slot.type}"
        values = {"slot": slot.name, "found": excerpt(slot.example), "expected": expected}
        yield Diagnostic("slot-example", slot.keys.of("example", slot.place), tuple(values.items()))
