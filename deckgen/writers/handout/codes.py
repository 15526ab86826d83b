"""QR codes (ISO/IEC 18004) as SVG."""

from functools import lru_cache


@lru_cache(maxsize=512)
def code_svg(address: str) -> bytes | None:
    """The QR code of an address as one path, without its quiet zone; None for an address too long for any code."""
    import segno  # only a handout with links needs it

    try:
        code = segno.make_qr(address, error="m", boost_error=True)
    except segno.DataOverflowError:
        return None
    side = len(code.matrix)
    # Strokes a module wide take half the numbers that rectangles would.
    bars = "".join(
        f"M{start} {row + 0.5}h{length}"
        for row, modules in enumerate(code.matrix)
        for start, length in _dark_stretches(modules)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
    return f'{head}<path d="{bars}" stroke="#000"/></svg>'.encode()


def _dark_stretches(modules: bytearray) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules in a row."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for index, module in enumerate([*modules, 0]):
        if module and start is None:
            start = index
        elif not module and start is not None:
            found.append((start, index - start))
            start = None
    return found
