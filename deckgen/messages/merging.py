"""Company profile into course."""

from deckgen.messages.message import Message

ROWS: dict[str, Message] = {}
