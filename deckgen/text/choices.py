"""What a choice of a test says of the other choices: by where they stand, or by their letters and numbers."""

import re

_SIGN = "[ア-コ①-⑩A-J1-9Ａ-Ｊ１-９]"
"""What choices are numbered with."""
_OTHERS = re.compile(
    r"(?:^|[、。（「\s])(?:"
    r"(?:上|下|上記|下記|以上|以下)の?(?:[0-9０-９一二三四五]つ|選択肢|すべて|全て|全部|どれ|いずれ|どちら|両方)"
    rf"|{_SIGN}(?:[とや・]{_SIGN})+"
    r"(?:の(?:両方|どちら|すべて|全部|[0-9２３一二三]つ)|(?:とも|が|は)?(?:正し|正解|当てはま)|だけ|のみ|。|$))"
    r"|^(?:すべて|全て|全部|どれも|いずれも|どちらも|両方とも)が?(?:正しい|正しくない|正解|当てはまる|間違い)(?:です)?。?$"
    r"|(?i:\b(?:of|the) (?:the )?(?:above|below)\b(?!-)|\b(?:above|other) (?:choices|answers|options)\b)"
    r"|\b(?i:both|neither|either|only) [A-J](?:,? (?i:and|or|nor) [A-J])\b|^[A-J](?:, [A-J])*,? and [A-J]\b"
)
"""Words that mean other choices of the same question."""


def others_meant(text: str) -> str:
    """The words that mean other choices of the same question; empty where there are none."""
    found = _OTHERS.search(text)
    return found.group().strip("、。（「 ") if found else ""
