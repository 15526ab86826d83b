"""QR codes as SVG."""

from functools import lru_cache

from deckgen.text.qr_codes import code_of


@lru_cache(maxsize=512)
def code_svg(address: str) -> bytes | None:
    """The QR code of an address as one path, without its quiet zone; None for an address too long for any code."""
    code = code_of(address)
    if code is None:
        return None
    # Strokes a module wide take half the numbers that rectangles would.
    bars = "".join(f"M{x} {y + 0.5}h{length}" for x, y, length in code.stretches)
    side = code.side
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
    return f'{head}<path d="{bars}" stroke="#000"/></svg>'.encode()
