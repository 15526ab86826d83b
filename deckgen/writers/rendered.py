"""What every writer hands back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from deckgen.diagnostics import Diagnostic, Place

Unit = Literal["slides", "pages", "sheets"]
"""What a file has a number of; `sheets` are those of a workbook."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes and how many slides, pages or sheets it has."""

    data: bytes = field(repr=False)
    pages: int
    findings: tuple[Diagnostic, ...] = ()
    """What somebody should know of it, e.g. that not every number found room on a card."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an output."""

    ending: str
    """End of the file's name, e.g. `handout.pdf`."""
    unit: Unit
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of this edition that is made already: the record of training lists it with its checksum."""

    name: str
    sha256: str
    """In hexadecimal."""
    unit: Unit
    count: int
    """Of slides, pages or sheets."""
    is_edited: bool = False
    """Whether it is kept as somebody changed it by hand; how many pages it has now is then not known."""


class EngineMissing(Exception):
    """A part of the system that a writer needs is not installed."""

    def __init__(self, part: str, command: str) -> None:
        super().__init__(part)
        self.part = part
        self.command = command
        """The command that installs it."""
        self.files: Sequence[File] = ()
        """Files of the same output that were made without it."""


class ThemeFault(Exception):
    """A template of the theme cannot be filled in."""

    def __init__(self, place: Place, reason: str, name: str = "", other: str = "") -> None:
        super().__init__(reason)
        self.place = place
        self.values = {"reason": reason, "found": f" ({name})" if name else "", "other": other}
        """What a message says of it: a term of the message catalogue; the name that is not known, if that is it; the
        template that this one takes the place of."""
