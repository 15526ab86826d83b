"""Writers of files."""

from deckgen.messages.message import Message, warning

ROWS: dict[str, Message] = {
    "card-left-out": warning(
        "the {medium} has no room for '{text}'",
        "「{text}」は、{medium}に入りませんでした",
        "shorten the texts of the emergency slide, or show fewer contacts there",
        "緊急時のスライドの文を短くするか、連絡先を減らしてください",
    ),
    "text-cut": warning(
        "'{text}' is too long for the {medium} and is cut short there",
        "「{text}」は長いため、{medium}では途中までしか入りません",
        "shorten it; for a company, a short name in company.short_name takes its place there",
        "短くしてください。会社名は、company.short_name に略称を書くと、そこでは略称を使います",
    ),
}
