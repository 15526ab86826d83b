"""Telephone numbers in text: which of them are a person's own."""

import re
from collections.abc import Iterator

_NARROW = str.maketrans("０１２３４５６７８９（）＋－‐‑‒–—―−ーｰ　", "0123456789()+---------- ")
_GAP = r"[-. ()]{0,2}"
_PERSONAL = re.compile(
    rf"(?<![0-9])(?:\+81{_GAP}(?:\(0\))?|0){_GAP}?(?!800)[56789]0{_GAP}[0-9](?:{_GAP}[0-9]){{7}}(?![0-9]|-[0-9])"
)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of mobile telephones (060, 070, 080, 090) and of IP telephones (050) stand, as offsets.

    These eleven-digit numbers belong to a person or a device, not to a desk (電気通信番号計画); 0800, for free calls,
    is none of them. Digits and hyphens may be full-width, hyphens may be missing, and the number may begin with +81.
    """
    for match in _PERSONAL.finditer(text.translate(_NARROW)):
        yield match.span()


def is_personal(number: str) -> bool:
    """Whether a telephone number is a person's own."""
    return any(True for _ in personal_numbers(number))
