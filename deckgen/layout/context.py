"""What a slide kind may know besides its slide."""

from dataclasses import dataclass

from deckgen.layout.kit import Kit
from deckgen.model.course import Course


@dataclass(frozen=True, slots=True)
class Context:
    """The course around a slide, and which part of the slide is being laid out."""

    kit: Kit
    course: Course
    part: int
    """Index into `Course.parts` of the slide's section."""
    is_first: bool = True
    """Whether this page begins the slide."""
    is_last: bool = True
    """Whether this page ends the slide."""
    start: int = 1
    """Number of the first item of a numbered list on this page."""
