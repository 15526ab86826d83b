"""Addresses that lead nowhere as they are written: what is wrong with them, and what was meant."""

import re
import unicodedata

_WEB = re.compile(r"https?://[^\s<>\"]+")
_SCHEME = re.compile("(?:https?://|mailto:|tel:)", re.IGNORECASE)
_NO_PART = re.compile(r"[\s<>\"]")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#]|$)", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether something is an address of the web."""
    return _WEB.fullmatch(text) is not None


def no_part(text: str) -> str:
    """The sign that no address can hold, as a value of a message, in one that begins as addresses do; else empty."""
    found = _NO_PART.search(text) if _SCHEME.match(text) else None
    return "" if found is None else "@space" if found[0].isspace() else found[0]


def likely_address(text: str) -> str:
    """The address that was meant: one without what it begins with, or typed in full-width or capital letters."""
    typed = unicodedata.normalize("NFKC", text)
    typed = typed if "://" in typed else f"https://{typed}"
    scheme, _, rest = typed.partition("://")
    likely = f"{scheme.lower()}://{rest}"
    return likely if is_web_address(likely) and _HOST.match(rest) else ""
