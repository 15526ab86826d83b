"""PowerPoint: the frames as native, editable slides (ECMA-376)."""

from deckgen.writers.pptx.deck import render

__all__ = ["render"]
