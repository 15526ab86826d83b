"""What must hold among the slot declarations of a course."""

import re
from collections.abc import Mapping, Sequence

from deckgen.diagnostics import Place, Report
from deckgen.model.slots import SlotDeclaration
from deckgen.model.standard_slots import NEEDED, RESERVED, STANDARD_SLOTS

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_LISTS = ("steps", "list", "ruling")


def check_slots(slots: Sequence[SlotDeclaration], course: Place, *, is_whole: bool, report: Report) -> None:
    """Report names that cannot be or clash, and declarations that contradict themselves."""
    seen: dict[str, SlotDeclaration] = {}
    for slot in slots:
        _check_name(slot, seen, report)
        seen.setdefault(slot.name, slot)
        _check_declaration(slot, report)
    for slot in slots:
        for inner in _parents(slot.name):
            if inner in seen:
                report.add("slot-nested", slot.place, slot=slot.name, parent=inner)
    if is_whole:
        for name in NEEDED:
            if name not in seen:
                report.add("slot-standard-missing", course, slot=name)


def _check_name(slot: SlotDeclaration, seen: Mapping[str, SlotDeclaration], report: Report) -> None:
    if not _NAME.fullmatch(slot.name):
        report.add("slot-name", slot.place, slot=slot.name)
    elif slot.name.split(".")[0] in RESERVED:
        report.add("slot-reserved", slot.place, slot=slot.name, names=", ".join(RESERVED))
    elif slot.name in seen:
        report.add("slot-duplicate", slot.place, slot=slot.name, line=seen[slot.name].place.line)


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _check_declaration(slot: SlotDeclaration, report: Report) -> None:
    if slot.type not in STANDARD_SLOTS.get(slot.name, (slot.type,)):
        expected = ", ".join(sorted(STANDARD_SLOTS[slot.name]))
        report.add("slot-standard-type", slot.place, slot=slot.name, expected=expected, found=slot.type)
    if (slot.type == "choice") != bool(slot.options):
        report.add("slot-options", slot.place, slot=slot.name)
    if slot.default and slot.type not in _LISTS:
        report.add("slot-default", slot.place, slot=slot.name)
    if slot.minimum is not None and slot.maximum is not None and slot.minimum > slot.maximum:
        report.add("slot-bounds", slot.place, slot=slot.name, minimum=slot.minimum, maximum=slot.maximum)
