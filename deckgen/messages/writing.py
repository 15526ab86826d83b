"""Writers of files."""

from deckgen.messages.message import Message, warning

ROWS: dict[str, Message] = {
    "card-left-out": warning(
        "the {medium} has no room for '{text}'",
        "「{text}」は、{medium}に入りませんでした",
        "shorten the texts of the emergency slide, or show fewer contacts there",
        "緊急時のスライドの文を短くするか、連絡先を減らしてください",
    ),
}
