"""Hygiene of Japanese source text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was mapped, or that the writer should look at."""

    code: str
    offset: int
    """Of the first character, in the text as it was given."""
    found: str
    instead: str = ""
    """What stands there now, or what to write."""


def clean(text: str) -> tuple[str, list[Finding]]:
    """The text with its hazards mapped, and what was found."""
    return text, []
