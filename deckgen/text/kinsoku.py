"""Where a line of Japanese may break: strict kinsoku (JIS X 4051 4.3; JLREQ 3.1.7-3.1.9; UAX #14 with CJ as NS).

The two sets are also what the deck declares to PowerPoint, so that both break alike.
"""

import re

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

# What follows a number and belongs to it. One character is enough: 時間 is held by 時, 営業日 by 営.
_UNITS = frozenset(
    "年月日時分秒円件人名社回個台本枚歳条項章号版点週度倍割階つか箇ヶカ万千百億兆営文級種位番通問冊歩㎜㎝㎞㎏㎡"
)
_INSEPARABLE = frozenset("…‥―—─")
_ERAS = frozenset(("令和", "平成", "昭和"))
_WORD = re.compile(r"[\u0021-\u007e\u00a1-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2011]")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_WORD_JOINTS = frozenset("/-?")
_EAST_ASIAN = "\u2e80"
"""The first character of the East Asian blocks."""


def may_break(before: str, after: str, previous: str = "") -> bool:
    """Whether a line may break between two neighbouring clusters; `previous` is the cluster before `before`."""
    left, right = before[-1] if len(before) == 1 else before[0], after[0]
    if right in NOT_AT_START or left in NOT_AT_END or right.isspace() or right == "\u2060" or left == "\u2060":
        return False
    if left.isspace() or left == "\u200b":
        return True
    if (left in _INSEPARABLE and right == left) or left + right in _ERAS:
        return False
    if _WORD.match(left) and _WORD.match(right):
        return False
    return not _holds_number(left, right, previous)


def _holds_number(left: str, right: str, previous: str) -> bool:
    if left in _DIGITS:
        return right in _DIGITS or right in _UNITS or bool(_WORD.match(right))
    if right in _DIGITS:
        return left in "第約" or previous + left in _ERAS or bool(_WORD.match(left))
    return False


def may_break_inside_word(before: str, after: str) -> bool:
    """Whether an overlong word (an address, mostly) may break between two of its characters.

    After a slash, hyphen or question mark that no digit follows: where UAX #14 (LB21, LB25, SY and HY) lets other
    programs break too, so that none of them takes more lines than were measured.
    """
    return before in _WORD_JOINTS and after not in _WORD_JOINTS and after not in NOT_AT_START and after not in _DIGITS


def meets_latin(before: str, after: str) -> bool:
    """Whether Japanese and Latin letters or digits meet between two clusters: some programs part them a little."""
    return (before >= _EAST_ASIAN and "!" <= after < _EAST_ASIAN) or (
        after >= _EAST_ASIAN and "!" <= before < _EAST_ASIAN
    )
