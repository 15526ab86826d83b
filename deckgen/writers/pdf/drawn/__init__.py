"""Slides drawn from their frames straight into PDF: once, for every paper that shows them.

A slide is a form XObject (ISO 32000-1, 8.10): one stream of operators, whose marked contents a tree of elements
names. The PDF engine gives it its place on a page like any picture, and knows nothing of what is in it.
"""

from deckgen.writers.pdf.drawn.page import draw_slides
from deckgen.writers.pdf.drawn.slide import DrawnSlide

__all__ = ["DrawnSlide", "draw_slides"]
