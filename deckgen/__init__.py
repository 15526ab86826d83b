"""deckgen: a document compiler for training material."""

__version__ = "1.0.0"
