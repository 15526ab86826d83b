"""Lines of a profile that somebody filled in, and that still have the `#` in front with which they came."""

import re
from collections.abc import Iterable

from deckgen.diagnostics import Place, Report
from deckgen.readers.slot_values import PLACEHOLDER

_LINE = re.compile(r"#((?:  )*)(?:([a-z][a-z0-9_]*):[ \u3000]+([^\s#|>].*)|- ([^\s].*))", re.MULTILINE)
_FIELDS = frozenset({"role", "phone", "mail", "hours", "note", "decision"})


def report_commented(text: str, file: str, slots: Iterable[str], report: Report) -> None:
    """Warn of each line after a `#` in which a slot's value stands.

    A new profile has the `#` at the left edge, then the line with its indent; notes of people have one space.
    """
    names = [slot.split(".") for slot in slots]
    tops, inner = {name[0] for name in names}, {part for name in names for part in name[1:]} | _FIELDS
    is_below = False
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LINE.fullmatch(line)
        is_key = match is not None and match[2] in (inner if match[1] else tops)
        value = (match[3] or match[4] or "") if match and (is_key or (is_below and match[4])) else ""
        if match and value and not value.startswith(PLACEHOLDER):
            report.add("line-commented-out", Place(file, number, 1), found=value[:40])
        is_below = line.startswith("#") and (is_below or _is_head(line, inner | tops))


def _is_head(line: str, names: set[str]) -> bool:
    """Whether a line after a `#` is a key alone, of a list to be filled in."""
    return line.lstrip("# ").rstrip() in {f"{name}:" for name in names} | {"conditions:"}
