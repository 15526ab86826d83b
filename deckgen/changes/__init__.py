"""Comparing what two builds say: slides, rules, contacts, notes, figures and all else, down to the word."""

from deckgen.changes.comparing import compare

__all__ = ["compare"]
