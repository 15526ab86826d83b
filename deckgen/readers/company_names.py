"""The names of a company, read from the head of its profile alone."""

from pathlib import Path

import yaml

from deckgen.model.slots import is_placeholder
from deckgen.readers.syntax import LOADER

_KEYS = ("name", "short_name")
_LIMIT = 16_384
"""Bytes in which the group `company` is looked for: it stands first in every profile that deckgen makes."""


def company_names(path: Path) -> tuple[str, ...]:
    """The full name and the short one; nothing for a file that is no profile, or cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_LIMIT)
        found = _found(head.decode("utf-8-sig", errors="ignore"))
    except (OSError, yaml.YAMLError):
        return ()
    return tuple(name for name in found if not is_placeholder(name))


def _found(text: str) -> list[str]:
    """The values of the keys below `company`; parsing ends where the group does."""
    found: list[str] = []
    depth, path = 0, ["", ""]
    is_key = True
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth, is_key = depth + 1, True
        elif isinstance(event, yaml.CollectionEndEvent):
            depth, is_key = depth - 1, True
            if depth == 1 and path[0] == "company":
                break
        elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)) and depth in (1, 2):
            value = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if is_key:
                path[depth - 1] = value
            elif depth == 2 and path[0] == "company" and path[1] in _KEYS and value:
                found.append(value)
            is_key = not is_key
    return found
