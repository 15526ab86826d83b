"""Writing XML as text: escaping and namespaces.

Parts are composed as strings: a deck of 1,000 slides is a few megabytes of XML, and building it as a tree and
serialising the tree would cost several times as much. Everything that is data goes through `text` or `attribute`.
"""

from deckgen.wording import Language

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NS_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_P = "http://schemas.openxmlformats.org/presentationml/2006/main"

NAMESPACES = f'xmlns:a="{NS_A}" xmlns:r="{NS_R}" xmlns:p="{NS_P}"'
"""Declarations that the root of every part of PresentationML needs."""

LOCALES: dict[Language, str] = {"ja": "ja-JP", "en": "en-GB"}
"""Language of every run: PowerPoint takes line breaking and the East Asian font from it."""


def spoken(language: Language) -> str:
    """The attributes of a run in a language, with the one that PowerPoint proofs Latin letters among Japanese in."""
    other = ' altLang="en-US"' if language == "ja" else ""
    return f'lang="{LOCALES[language]}"{other}'


def text(value: str) -> str:
    """Characters between tags."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """Characters inside a double-quoted attribute; white space is kept from being normalised (XML 1.0, 3.3.3)."""
    escaped = text(value).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
