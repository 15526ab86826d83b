"""What every writer hands back."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes and how many slides or pages it has."""

    data: bytes = field(repr=False)
    pages: int


class EngineMissing(Exception):
    """A part of the system that a writer needs is not installed."""

    def __init__(self, part: str, command: str) -> None:
        super().__init__(part)
        self.part = part
        self.command = command
        """The command that installs it."""
