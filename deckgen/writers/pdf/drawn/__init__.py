"""Slides drawn from their frames straight into PDF: once, for every paper that shows them.

A slide is a stretch of operators, whose marked contents a tree of elements names. The PDF engine gives it its place on
a page like any picture, and knows nothing of what is in it: when all pages are there, the operators go into the page's
own stream, and the tree into the document's. (Many programs that read a page aloud do not look into form XObjects.)
"""

from deckgen.writers.pdf.drawn.page import draw_sheets, draw_slide
from deckgen.writers.pdf.drawn.slide import DrawnSlide

__all__ = ["DrawnSlide", "draw_sheets", "draw_slide"]
