"""Where a line of Japanese may break: strict kinsoku (JIS X 4051 4.3; JLREQ 3.1.7-3.1.9; UAX #14 with CJ as NS).

The two sets are also what the deck declares to PowerPoint, so that both break alike.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

NOT_AT_START = frozenset(
    "、。，．・：；？！‼⁇⁈⁉"  # stops and marks
    "ヽヾゝゞ々〻ー―…‥〜～–゠"  # iteration, prolonged sound, dashes
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"  # small kana
    "）〕］｝〉》」』】〙〗〟’”»｠"  # closing brackets
    "％‰℃°′″￠゛゜"  # marks after a number
    "!%),.:;?]}¢'\"｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ"  # half-width forms
)
"""No line opens with one of these."""

NOT_AT_END = frozenset("（〔［｛〈《「『【〘〖〝‘“«｟([{｢￥＄￡＃＠$£¥#")
"""No line ends with one of these."""

# What follows a number and belongs to it: its first character here, the whole of a longer one among the pairs.
_UNITS = frozenset(
    "年月日時分秒円件人名社回個台本枚歳条項章号版点週度倍割階つか箇ヶカ万千百億兆営文級種位番通問冊歩㎜㎝㎞㎏㎡"
)
_MYRIADS = frozenset("十百千万億兆")
_INSEPARABLE = frozenset("…‥―—─")
_ERAS = frozenset(("令和", "平成", "昭和"))
_PAIRS = _ERAS | frozenset((
    "元年", "時間", "分間", "秒間", "日間", "週間", "年間", "年度", "営業", "業日",
    "か月", "ヶ月", "カ月", "箇月", "か所", "ヶ所", "カ所", "箇所", "か国", "ヶ国", "カ国",
))  # fmt: skip
"""Two characters that are one word wherever they meet: eras, and the units of more than one character."""
_GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff")
"""Spaces and marks that hold together what stands beside them (UAX #14, classes GL and WJ)."""
JOINER = "\u2060"
"""Word joiner: no line ends beside it (UAX #14, class WJ)."""
_ZERO_WIDTH_SPACE = "\u200b"
_WORD = re.compile(r"[\u0021-\u007e\u00a1-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2011]")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_COUNTING = frozenset("第約")
_SPECIAL = frozenset().union(
    NOT_AT_START, NOT_AT_END, _MYRIADS, _INSEPARABLE, *_PAIRS, _GLUE, _ZERO_WIDTH_SPACE, _DIGITS, _COUNTING
)
_WORD_JOINTS = frozenset("/-?")
EAST_ASIAN = "\u2e80"
"""The first character of the East Asian blocks."""


def may_break(before: str, after: str, previous: str = "") -> bool:
    """Whether a line may break between two neighbouring clusters; `previous` is the cluster before `before`, or before
    all spaces where `before` is one.
    """
    left, right = before[0], after[0]
    if _is_plain(left) and _is_plain(right):
        return True
    if right in NOT_AT_START or left in NOT_AT_END or right.isspace() or right == _ZERO_WIDTH_SPACE:
        return False
    if left in _GLUE or right in _GLUE:
        return False
    if left.isspace() or left == _ZERO_WIDTH_SPACE:
        return previous not in NOT_AT_END
    if (left in _INSEPARABLE and right == left) or left + right in _PAIRS:
        return False
    return not _holds_word(left, right, previous) and not _holds_number(left, right, previous)


@cache
def _is_plain(character: str) -> bool:
    """Whether no rule is about the character: as most characters are, and two such part wherever they meet."""
    return not (character in _SPECIAL or character.isspace() or _WORD.match(character))


def _holds_word(left: str, right: str, previous: str) -> bool:
    is_apostrophe = left == "’" and bool(_WORD.match(previous))
    return bool(_WORD.match(right)) and (is_apostrophe or bool(_WORD.match(left)))


def _holds_number(left: str, right: str, previous: str) -> bool:
    if left in _DIGITS:
        return right in _DIGITS or right in _UNITS or bool(_WORD.match(right))
    if right in _DIGITS:
        is_inside = left in "，．" and previous in _DIGITS
        return is_inside or left in _COUNTING or previous + left in _ERAS or bool(_WORD.match(left))
    return (left in _MYRIADS and right in _UNITS) or (right == "元" and previous + left in _ERAS)


def may_break_inside_word(before: str, after: str) -> bool:
    """Whether an overlong word (an address, mostly) may break between two of its characters.

    After a slash, hyphen or question mark that no digit follows: where UAX #14 (LB21, LB25, SY and HY) lets other
    programs break too, so that none of them takes more lines than were measured.
    """
    return before in _WORD_JOINTS and after not in _WORD_JOINTS and after not in NOT_AT_START and after not in _DIGITS


def meets_latin(before: str, after: str) -> bool:
    """Whether Japanese and Latin letters or digits meet between two clusters: some programs part them a little."""
    return (before >= EAST_ASIAN and "!" <= after < EAST_ASIAN) or (after >= EAST_ASIAN and "!" <= before < EAST_ASIAN)


_D = "[0-9０-９]"
_YEAR = f"(?:{_D}{{2,4}}|(?:令和|平成|昭和)(?:{_D}{{1,2}}|元))年"
_DAY = f"(?:{_YEAR})?{_D}{{1,2}}月{_D}{{1,2}}日(?:（[月火水木金土日]）)?"
_NUMBER = f"{_D}[0-9０-９:：.,]*"
_WHOLE = re.compile(f"{_DAY}|{_NUMBER}[〜～–]{_NUMBER}[年月日時分秒円件人名回枚章]?")


def held_together(text: str) -> str:
    """The text with word joiners where a day, a time of day or a range could be broken."""
    joints = [
        at
        for start, end in whole_stretches(text)
        for at in range(start + 1, end)
        if may_break(text[at - 1], text[at], text[at - 2] if at > 1 else "")
    ]
    return JOINER.join(text[start:end] for start, end in pairwise([0, *joints, len(text)]))


def whole_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Days, times of day and ranges of numbers, which stay whole on a line that has room for them."""
    return (found.span() for found in _WHOLE.finditer(text))
