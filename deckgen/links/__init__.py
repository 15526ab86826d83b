"""Asking web addresses whether they still answer. The one place that uses the network, and only when it is asked to."""

from deckgen.links.asking import ask_all
from deckgen.links.probe import ask

__all__ = ["ask", "ask_all"]
