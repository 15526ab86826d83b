"""Layout: a company's course -> pages of measured items. Knows no YAML and no output format."""

from deckgen.layout.deck import lay_out

__all__ = ["lay_out"]
