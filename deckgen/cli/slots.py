"""`deckgen slots`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

from deckgen.cli.arguments import add_format, add_language, add_profile, add_version
from deckgen.cli.printing import Printer
from deckgen.cli.tables import TableCommand, ranges
from deckgen.cli.usage import Parser
from deckgen.merge.completeness import SlotState, State
from deckgen.pipeline.tables import SlotTable, slot_table
from deckgen.wording import Language, say

EXAMPLE = "deckgen slots acme"

_COLUMNS = ("slot", "label", "owner", "required", "state", "slides")
_STATES: tuple[State, ...] = get_args(State)
_SHOWN_AT_MOST = 3
"""Slides named in a row; a company's name is on most of them."""


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    add_profile(parser)
    add_version(parser)
    add_language(parser)
    add_format(parser, with_table=True)


def _fields(found: SlotTable) -> dict[str, object]:
    counts = Counter(row.state for row in found.rows)
    return {
        "slots": [_record(row, found.numbers) for row in found.rows],
        "counts": {state: counts[state] for state in _STATES},
    }


def _cells(found: SlotTable, language: Language) -> list[list[str]]:
    head = [say(f"commands.head-{column}", language) for column in _COLUMNS]
    return [head, *(_row(row, found.numbers, language) for row in found.rows)]


def _summary(found: SlotTable, printer: Printer) -> None:
    language = printer.language
    if asked := Counter(row.slot.owner for row in found.rows if row.state in ("missing", "placeholder")):
        printer.say("slots-asked", counts=_counted(asked.most_common(), language))
    counts = Counter(row.state for row in found.rows)
    states = [(say(f"commands.state-{state}", language), counts[state]) for state in _STATES if counts[state]]
    printer.say("slots-count", slots=len(found.rows), counts=_counted(states, language))


def _counted(counts: Iterable[tuple[str, int]], language: Language) -> str:
    return say("commands.slots-join", language).join(f"{name} {count}" for name, count in counts)


def _row(row: SlotState, numbers: Mapping[str, tuple[int, ...]], language: Language) -> list[str]:
    required = say(f"commands.required-{row.slot.required}", language)
    state = say(f"commands.state-{row.state}", language)
    return [row.slot.name, row.slot.label, row.slot.owner, required, state, _slides(row.slides, numbers)]


def _slides(slides: tuple[str, ...], numbers: Mapping[str, tuple[int, ...]]) -> str:
    """`1 cover, 26–27 emergency, (topics), … +4`: in brackets what the deck leaves out; a dash where there is none."""
    named = [f"{ranges(numbers[slide])} {slide}" if slide in numbers else f"({slide})" for slide in slides]
    more = len(named) - _SHOWN_AT_MOST
    if more > 1:
        named[_SHOWN_AT_MOST:] = [f"… +{more}"]
    return ", ".join(named) or "–"


def _record(row: SlotState, numbers: Mapping[str, tuple[int, ...]]) -> dict[str, object]:
    return {
        "slot": row.slot.name,
        "label": row.slot.label,
        "type": row.slot.type,
        "owner": row.slot.owner,
        "required": row.slot.required,
        "must_be_filled": row.is_required,
        "state": row.state,
        "line": row.place.line if row.place and row.place.line else None,
        "slides": [{"id": slide, "numbers": list(numbers.get(slide, ()))} for slide in row.slides],
    }


run = TableCommand(slot_table, _fields, {"slots": [], "counts": {}}, _cells, _summary).run
"""Print the table."""
