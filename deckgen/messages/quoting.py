"""Values in the commands that messages suggest: `{path!q}` stands for a path as a shell takes it."""

import os
import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

_PLAIN = re.compile(r"[\w@%+=:,./\\~-]+" if os.name == "nt" else r"[\w@%+=:,./-]+")


def quoted(argument: str) -> str:
    """An argument as it can be typed: in quotes where it holds spaces or signs that a shell would take for its own.

    On Windows double quotes, which its shells have in common; elsewhere those of POSIX (`shlex.quote`). Letters of
    other languages need no quotes in any of them.
    """
    if _PLAIN.fullmatch(argument):
        return argument
    if os.name == "nt":
        return f'"{argument}"'
    from shlex import quote

    return quote(argument)


class _Filler(Formatter):
    """`str.format` with one more conversion."""

    def convert_field(self, value: Any, conversion: Any) -> Any:
        return quoted(str(value)) if conversion == "q" else super().convert_field(value, conversion)


_FILLER = _Filler()


def fill(pattern: str, values: Mapping[str, object]) -> str:
    """The pattern with its values in place."""
    return _FILLER.vformat(pattern, (), values) if "!q}" in pattern else pattern.format_map(values)
