"""Layout: a company's course -> pages of measured items. Knows no YAML and no output format."""

from deckgen.layout.deck import lay_out
from deckgen.layout.papers import lay_out_emergency

__all__ = ["lay_out", "lay_out_emergency"]
