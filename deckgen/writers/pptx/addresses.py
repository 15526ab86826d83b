"""Addresses of links as relationships hold them (ECMA-376 part 2, 9.3: a target is a URI)."""

import re

_ILLEGAL = re.compile(r'[\s"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
"""What no URI or IRI holds as it is (RFC 3986, 2.1 and 2.2; RFC 3987, 2.2). PowerPoint offers to repair such a file."""
_TOOLTIP = 255


def target(address: str) -> str:
    """The address with every character that an address cannot hold written as %XX; all others stay as typed."""
    return _ILLEGAL.sub(_encoded, address)


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def tooltip(address: str) -> str:
    """The address as a tip, no longer than PowerPoint lets one be typed."""
    return address if len(address) <= _TOOLTIP else f"{address[: _TOOLTIP - 1]}…"
