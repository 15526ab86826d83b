"""Telephone numbers in text: which of them are a person's own, which are made up, and which are the same."""

import re
import unicodedata
from collections.abc import Iterator

_NARROW = str.maketrans("０１２３４５６７８９（）＋－‐‑‒–—―−ーｰ　", "0123456789()+---------- ")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_GAP = (
    r"[-. ()/_・･·•~〜～／．＿[\]［］｢」「」"
    r"\t\u00a0\u00ad\u034f\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\ufe0e\ufe0f\ufe58\ufe63\ufeff\uff0e\uff0f\uff3f"
    r"\u2043\u2500\u2501\u301c\u3030]{0,4}"
)
"""What people, word processors and web pages put between the digits of a number, to be seen or not."""
_PERSONAL = re.compile(
    rf"(?<![0-9])(?<![0-9]{{4}}[-./])(?:(?:\+|00|010)?{_GAP}8{_GAP}1{_GAP}(?:\({_GAP}0{_GAP}\){_GAP})?|0{_GAP})"
    rf"(?!8{_GAP}0{_GAP}0)[56789]{_GAP}0(?:{_GAP}[0-9]){{8}}(?![0-9])"
)

_MADE_UP = re.compile(
    r"(?<![0-9-])(?:"
    r"0[0-9]{1,4}[-. ()]{0,2}0000[-. ()]{0,2}[0-9]{4}"  # no exchange begins with 0
    r"|0[0-9]{1,3}[-. ()]{0,2}0{2,3}[-. ()]{0,2}0{3,4}"
    r"|0[36][-. ()]{0,2}[01][0-9]{3}[-. ()]{0,2}[0-9]{4}"  # nor with 1
    r"|[0-9]{0,5}[-(]?[x*×○◯●]{2,4}[-)]?[x*×○◯●]{3,4}(?:[-)]?[x*×○◯●]{4})?"
    r"|[0-9]{2,4}-[x*×○◯●0-9]{2,4}-[x*×○◯●]{4}"
    r")(?![0-9-])"
)
_EXAMPLE = re.compile(
    r"(?<![0-9-])0[0-9]{1,4}[-. ()]{0,2}"
    r"(?:1234[-. ()]{0,2}5678|123[-. ()]{0,2}45(?:67?|6)|12[-. ()]{0,2}3456"
    r"|(?<=0123.)45[-. ()]{0,2}6789|(?<=012.)345[-. ()]{0,2}6789"
    r"|([0-9])\1{1,3}[-. ()]{0,2}\1{4}|9876[-. ()]{0,2}5432)(?![0-9-])"
)
_TO_SIGNS = str.maketrans("＊ｘＸX", "*xxx")
_EXTENSION = re.compile(r"\(? *内線.*$")
_ABROAD = re.compile(r"\+81[-. ]?(?:\(0\))?")


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of mobile telephones (060, 070, 080, 090) and of IP telephones (050) stand, as offsets.

    These eleven-digit numbers belong to a person or a device, not to a desk (電気通信番号計画); 0800, for free calls,
    is none of them. Digits may be full-width, of any script or kanji, with or without signs and spaces between them,
    and the number may begin with the code of the country.
    """
    plain = "".join(map(_digit, text.translate(_NARROW).translate(_DIGITS)))
    for match in _PERSONAL.finditer(plain):
        yield match.span()


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))


def is_personal(number: str) -> bool:
    """Whether a telephone number is a person's own."""
    return any(True for _ in personal_numbers(number))


def made_up_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that no telephone can have (03-0000-0001, 0120-000-000, 090-XXXX-XXXX), as offsets.

    Examples use them because the digit after the area code is never 0 (電気通信番号計画).
    """
    for match in _MADE_UP.finditer(text.translate(_NARROW).translate(_TO_SIGNS)):
        yield match.span()


def example_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand that somebody may have, and that forms give as an example (090-1234-5678), as offsets."""
    for match in _EXAMPLE.finditer(text.translate(_NARROW)):
        yield match.span()


def dialled(number: str) -> str:
    """The digits of a number as they are dialled inside Japan, its extension after them: the same for one line."""
    return "".join(filter(str.isdigit, _ABROAD.sub("0", number.translate(_NARROW), count=1)))


def outside_line(number: str) -> str:
    """The digits of a number without its extension; empty for an extension alone."""
    return dialled(_EXTENSION.sub("", number.translate(_NARROW)))
