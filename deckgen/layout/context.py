"""What a slide kind may know besides its slide. Of the course it knows nothing: slides that are alike look alike in all
courses, and are laid out once.
"""

from dataclasses import dataclass

from deckgen.layout.kit import Kit


@dataclass(frozen=True, slots=True)
class Context:
    """The type to set a page in, and which part of its slide is being laid out."""

    kit: Kit
    is_first: bool = True
    """Whether this page begins the slide."""
    is_last: bool = True
    """Whether this page ends the slide."""
    start: int = 1
    """Number of the first item of a numbered list on this page."""
