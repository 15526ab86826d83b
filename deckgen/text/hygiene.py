"""Hygiene of Japanese source text: what copying and input methods leave behind."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

# Radicals of the Unicode ranges for dictionaries, and the ideographs that they stand for -----------------------------
# Source: Unicode Character Database 14.0, EquivalentUnifiedIdeograph.txt. For the Kangxi radicals (U+2F00-2FD5) the
# property equals the compatibility decomposition; most of the CJK Radicals Supplement (U+2E80-2EFF) has none: a list.

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛"
    "⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷"
    "⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿"
    "⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""Radical and ideograph by turns."""

EQUIVALENTS: dict[str, str] = {
    **dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)),
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
}
"""Equivalent_Unified_Ideograph of each radical that has one."""


# Hygiene of Japanese source text -------------------------------------------------------------------------------------
# Names stay as typed: nothing is normalised (NFC, NFKC) that is not listed here, so 﨑, 髙 and 葛󠄀 keep their code
# points.

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML 1.1 (5.1) does not allow in a text; XML 1.0 (2.2) forbids most of them too."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was mapped, or that the writer should look at."""

    code: str
    offset: int
    """Of the first character, in the text as it was given."""
    found: str
    instead: str = ""
    """What stands there now, or what could be written."""


_VERTICAL = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗…‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
"""Forms for vertical text (U+FE10-FE19, FE30-FE48) and the signs that they are forms of."""

_BULLETS = "\uf06c\uf06d\uf06e\uf06f\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
"""Bullets of the fonts Wingdings and Symbol, as they come out of PDF and office files."""

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_DEPENDENT = "№℡\u2160-\u217f\u2460-\u24fe\u3220-\u3243\u3280-\u33ff㈀-㈟"
"""Characters that many systems cannot show, read aloud or search: numbers in circles, ㈱, ㍻, ℡, Roman numerals."""

_INVISIBLE = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""Characters without a glyph that turn the direction of reading or hide between letters. Joiners (U+200C, U+200D) are
not among them: emoji are made with them."""

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Marks that stand above, below or on the sign before them. Languages put two on one sign (Vietnamese: ế); more grow
out of their line, into what stands above and below.
"""

_RADICALS = "".join(sorted(EQUIVALENTS))
_KINDS: tuple[tuple[str, str], ...] = (
    ("hygiene-radical", f"[{_RADICALS}]+"),
    ("hygiene-half-width", "[\uff61-\uff9f]+"),
    ("hygiene-vertical", f"[{re.escape(''.join(_VERTICAL))}]+"),
    ("hygiene-bullet", f"(?:(?<=\n)|^)[ \t\u3000]*[{_BULLETS}][ \t\u3000]*|[{_BULLETS}]"),
    ("hygiene-private-use", f"[{_PRIVATE}]+"),
    ("hygiene-dependent", f"[{_DEPENDENT}]"),
    ("hygiene-invisible", f"[{_INVISIBLE}]+"),
    ("hygiene-stacked", f"(?<=[{_MARKS}]{{2}})[{_MARKS}]+"),
)
_HAZARD = re.compile("|".join(f"({pattern})" for _, pattern in _KINDS))
_SUSPECT = re.compile(f"[{_RADICALS}\uff61-\uff9f{''.join(_VERTICAL)}{_PRIVATE}{_DEPENDENT}{_INVISIBLE}{_MARKS}]")


def code_point(character: str) -> str:
    """`U+2F64` for a character."""
    return f"U+{ord(character):04X}"


def clean(text: str) -> tuple[str, list[Finding]]:
    """The text with its hazards mapped, and what was found."""
    if not _SUSPECT.search(text):
        return text, []
    findings: list[Finding] = []
    is_list = "\n" in text.strip("\n")

    def mapped(match: re.Match[str]) -> str:
        assert match.lastindex
        code = _KINDS[match.lastindex - 1][0]
        found = match.group()
        instead = _bullet(match, is_list=is_list) if code == "hygiene-bullet" else _INSTEAD[code](found)
        findings.append(Finding(code, match.start(), found, instead))
        return found if code in _ONLY_POINTED_OUT else instead

    return _HAZARD.sub(mapped, text), findings


def _bullet(match: re.Match[str], *, is_list: bool) -> str:
    """A mark of our own at the start of a line of a list, nothing at the start of a single line, ・ inside a text."""
    is_at_start = match.start() == 0 or match.string[match.start() - 1] == "\n"
    if not is_at_start:
        return "・"
    return "- " if is_list else ""


def _full_width(kana: str) -> str:
    """Full-width kana, each with its mark: ｶﾞ becomes ガ; a mark that stands alone becomes the spacing one."""
    return unicodedata.normalize("NFKC", kana).replace("\u3099", "゛").replace("\u309a", "゜")


_INSTEAD: dict[str, Callable[[str], str]] = {
    "hygiene-radical": lambda found: "".join(EQUIVALENTS[character] for character in found),
    "hygiene-half-width": _full_width,
    "hygiene-vertical": lambda found: "".join(_VERTICAL[character] for character in found),
    "hygiene-private-use": lambda found: "",
    "hygiene-dependent": lambda found: unicodedata.normalize("NFKC", found),
    "hygiene-invisible": lambda found: "",
    "hygiene-stacked": lambda found: "",
}
_ONLY_POINTED_OUT = frozenset({"hygiene-private-use", "hygiene-dependent"})
