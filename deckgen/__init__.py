"""deckgen: a document compiler for training material."""

__version__ = "0.1.0"
