"""Comparisons for the terminal."""

import re

from deckgen.text.columns import width
from deckgen.writers.changes import text
from tests.writers.changes.sample import ECHOED, SAME, SAMPLE

ENGLISH = """\
株式会社みほん · テレワークの研修
  old  FY 2026, version 1.0, issued 2 November 2026  4 slides, 8 min
  new  FY 2027, version 2.0, issued 1 November 2027  4 slides, 8 min

The company's rules and steps
  ~ Wi-Fiのルール [rules.wifi] (shown on: 決まり)
    ~ decision: [-conditional-]{+forbidden+}
    ~ condition 1: 自宅はWPA[-2以上と-]{+3と+}する。
    - condition 2: 駅の公衆Wi-Fiにはつながない。
    ~ reviewed on: [-1 October 2026-]{+1 October 2027+}

Contacts
  ~ 相談窓口 [desk.help]
    ~ phone: [-03-0000-0001-]{+03-0000-0002+}

Slides added, removed, moved
  > 4 → 1  終わります [d]
  - 3  消える話 [c]
    - title: 消える話
    - minutes: 2
  + 4  新しい話 [e]
    + title: 新しい話
    + minutes: 2
    + lead: 前置き

Words on slides
  ~ 始めます [a]
    ~ lead: <b[->重要</-]{+>大切</+}b>な話です。

Speaker notes and cues
  ~ 始めます [a]
    ~ note 1: 皆さん、[-こんにちは-]{+おはよう+}。

Edition
  ~ edition
    ~ fiscal year: [-2026-]{+2027+}
    ~ version: [-1.0-]{+2.0+}
    ~ issued on: [-2 November 2026-]{+1 November 2027+}

Looked at and left as it was
  ~ day of review
    ~ メール, reviewed on: [-1 September 2026-]{+1 September 2027+}

Looks
  ~ 始めます [a]
    ~ icon: [-users-]{+home+}

9 differences: added 1, removed 1, changed 6, moved 1; looked at and left as it was: 1
"""


def test_a_comparison_in_english() -> None:
    assert text.render(SAMPLE, "en") == ENGLISH.replace("新しい話", "*新しい*話")


def test_a_comparison_in_japanese() -> None:
    written = text.render(SAMPLE, "ja")
    assert "  旧  令和8年度（2026年度）、第1.0版、2026年11月2日発行  スライド4枚、8分\n" in written
    assert "    ~ 判断：[-条件付き-]{+不可+}\n" in written
    assert "  ~ Wi-Fiのルール [rules.wifi]（表示先：決まり）\n" in written
    assert written.endswith("\n変更点9件（追加1、削除1、変更6、移動1）。ほかに、見直して変えなかったもの1件\n")


def test_nothing_that_differs() -> None:
    assert text.render(SAME, "ja").endswith("\n\n変更点はありません。\n")


def test_colour_only_adds_to_the_signs() -> None:
    coloured = text.render(SAMPLE, "en", colour=True)
    assert "\x1b[31;9m[-2026-]\x1b[0m\x1b[32;4m{+2027+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text.render(SAMPLE, "en")


def test_no_invisible_sign_is_left() -> None:
    assert not re.search("[\u2061-\u2064\x1b]", text.render(SAMPLE, "ja"))


def test_lines_keep_to_the_terminal_and_colours_to_their_lines() -> None:
    written = text.render(SAMPLE, "ja", colour=True, columns=40)
    for line in written.splitlines():
        assert width(re.sub(r"\x1b\[[0-9;]*m", "", line)) <= 40
        assert line.count("\x1b[31;9m") + line.count("\x1b[32;4m") + line.count("\x1b[1m") == line.count("\x1b[0m")
    flat = re.sub(r"\s+", "", re.sub(r"\x1b\[[0-9;]*m", "", written))
    assert flat == re.sub(r"\s+", "", text.render(SAMPLE, "ja"))


def test_reasons_stand_in_the_head_and_echoes_below_their_cause() -> None:
    found = text.render(ECHOED, "ja")
    assert "\n      第2.0版：期限を改めた。\n      第1.1版：連絡先を改めた。\n" in found
    assert "  ~ 期限 [deadline]\n    同じ変更：ノートと進行「始めます」\n" in found
    assert "    changed with it: Speaker notes and cues: 始めます\n" in text.render(ECHOED, "en")
