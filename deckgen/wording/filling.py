"""Values in the places of a word: `{path}`, and in the commands that messages suggest `{path!q}`, as a shell takes it."""

import os
import re
from collections.abc import Mapping

_NAMED = re.compile(r"\{([a-z_]+)(!q)?\}")
_PLAIN = re.compile(r"[\w@%+=:,./\\~-]+" if os.name == "nt" else r"[\w@%+=:,./-]+")


def filled(word: str, values: Mapping[str, object]) -> str:
    """The word with its values in place. Whatever else stands in it, braces too, is text: a word is no program.

    Raises KeyError for a value that is not given.
    """
    return _NAMED.sub(lambda named: _value(values[named[1]], named[2]), word)


def placeholders(word: str) -> frozenset[str]:
    """The names of the values that a word is to be filled with."""
    return frozenset(name for name, _ in _NAMED.findall(word))


def _value(value: object, conversion: str | None) -> str:
    return quoted(str(value)) if conversion else str(value)


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
