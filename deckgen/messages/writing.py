"""Writers of files."""

from deckgen.messages.message import Message

ROWS: dict[str, Message] = {}
