"""A company's profile into a course: slots filled, values in place, slides left out or added, marks parsed."""

from deckgen.merge.merging import merge

__all__ = ["merge"]
