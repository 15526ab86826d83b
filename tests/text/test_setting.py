"""Setting paragraphs: runs in, lines out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.text import Run
from deckgen.text.setting import AUTOSPACE, Filling, SetLine, extent, is_torn, measured, set_lines
from tests.layout.themes import FONTS

FILLINGS: tuple[Filling, ...] = ("own", "tight")


def lines(text: str, measure: float, *, bold: bool = False) -> list[str]:
    return [line.text for line in set_lines((Run(text),), measure, bold, FONTS)]


def runs(*texts: Run) -> tuple[SetLine, ...]:
    return set_lines(texts, 6, False, FONTS)


def test_lines_are_filled_as_far_as_the_measure_allows() -> None:
    assert lines("個人情報の取扱いを学ぶ", 5) == ["個人情報の", "取扱いを学", "ぶ"]


def test_a_text_as_wide_as_the_measure_takes_one_line() -> None:
    assert lines("個人情報", 4) == ["個人情報"]
    assert lines("個人情報", 3.999) == ["個人情", "報"]


@pytest.mark.parametrize(
    "text", ["Training", "規程（第2版）", "Wi-Fi", "テレワーク", "社内 ルール", "確かめます。", "read", "取扱い"]
)
@pytest.mark.parametrize("less", [0.0001, 0.0002, 0.0004, 0.0008])
def test_a_measure_a_hair_too_small_holds_no_text_that_is_wider(text: str, less: float) -> None:
    measure = FONTS.width(text) - less
    assert all(line.width <= measure for line in set_lines((Run(text),), measure, False, FONTS))


@pytest.mark.parametrize("measure", [1.0004, 2.0006, 3.0005, 7.12345])
def test_no_line_is_wider_than_the_very_measure_it_was_given(measure: float) -> None:
    for line in set_lines((Run("The rules: 規程（第2版）を読み、Wi-Fiを確かめる。"),), measure, False, FONTS):
        single = len(line.text.strip()) == 1
        assert single or line.width <= measure


def test_a_mark_that_opens_no_line_draws_its_character_down_with_it() -> None:
    assert lines("取扱規程。", 4) == ["取扱規", "程。"]


def test_an_opening_bracket_goes_to_the_next_line() -> None:
    assert lines("社内の「規程」", 4) == ["社内の", "「規程」"]


def test_an_opening_bracket_takes_the_spaces_after_it_along() -> None:
    assert lines("社内の（  規程）", 4) == ["社内の", "（  規程）"]


def test_a_latin_word_goes_to_the_next_line_as_a_whole() -> None:
    assert lines("会社のWindows端末", 5) == ["会社の", "Windows", "端末"]


def test_a_number_goes_to_the_next_line_with_its_unit() -> None:
    assert lines("報告は全部で9,322件", 8) == ["報告は全部で", "9,322件"]


def test_an_overlong_address_breaks_after_a_slash_and_nowhere_else() -> None:
    address = "https://www.example.co.jp/rules/telework/privacy/index.html"
    broken = lines(address, 12)
    assert "".join(broken) == address
    assert len(broken) > 2
    assert all(line.endswith("/") for line in broken[:-1])


def test_an_overlong_address_keeps_its_double_slash() -> None:
    assert not any(line.endswith("https:/") for line in lines("https://example.co.jp/a/b/c/d", 7))


def test_a_word_without_joints_is_cut_where_the_measure_ends() -> None:
    word = "Donaudampfschifffahrtselektrizitaeten"
    cut = lines(word, 6)
    assert "".join(cut) == word
    assert all(FONTS.width(line) > 5 for line in cut[:-1])


def test_a_cut_inside_a_word_keeps_the_rules_where_it_can() -> None:
    assert lines("（aaaaaaaaaaaaaaaaaaaaaaaa）", 3)[-1] == "a）"


def test_spaces_at_the_end_of_a_line_stay_there_and_take_no_room() -> None:
    first, second = set_lines((Run("read the"),), FONTS.width("read"), False, FONTS)
    assert (first.text, second.text) == ("read ", "the")
    assert first.width == pytest.approx(FONTS.width("read"))


def test_a_line_feed_ends_a_line() -> None:
    assert lines("一行目\n二行目", 10) == ["一行目\n", "二行目"]


def test_an_empty_text_takes_one_empty_line() -> None:
    assert set_lines((), 5, False, FONTS) == (SetLine((), (), 0.0, 0.0),)


def test_a_character_wider_than_the_measure_stands_alone_and_shows_it() -> None:
    narrow = set_lines((Run("個人"),), 0.5, False, FONTS)
    assert [line.text for line in narrow] == ["個", "人"]
    assert all(line.width > 0.5 for line in narrow)


@pytest.mark.parametrize("measure", [0.0, -3.0])
def test_a_measure_of_nothing_ends(measure: float) -> None:
    assert lines("個人", measure) == ["個", "人"]


def test_a_run_is_cut_where_its_line_ends_and_keeps_its_look() -> None:
    first, second = runs(Run("必ず"), Run("上長の承認", strong=True), Run("を得る"))
    assert first.runs == (Run("必ず"), Run("上長の承", strong=True))
    assert second.runs == (Run("認", strong=True), Run("を得る"))


def test_the_widths_of_a_lines_runs_add_up_to_the_line() -> None:
    for line in runs(Run("必ず"), Run("上長", strong=True), Run("の承認を得てから持ち出す")):
        assert sum(line.widths) == pytest.approx(line.width)


def test_strong_runs_are_measured_bold() -> None:
    plain, strong = (set_lines((Run("Training", strong=heavy),), 9, False, FONTS)[0].width for heavy in (False, True))
    assert strong > plain


def test_a_break_is_judged_across_runs() -> None:
    first, second = set_lines((Run("社内規程"), Run("。", strong=True)), 4, False, FONTS)
    assert (first.text, second.text) == ("社内規", "程。")


def test_room_is_kept_for_the_space_that_some_programs_put_between_japanese_and_latin() -> None:
    text = "のWiのWiのWi"
    natural = FONTS.width(text)
    assert len(lines(text, natural)) == 2
    assert len(lines(text, natural + 4 * AUTOSPACE + 0.01)) > 1
    assert len(lines(text, natural + 5 * AUTOSPACE + 0.01)) == 1


def test_a_line_can_be_set_without_that_space_as_powerpoint_does() -> None:
    text = measured((Run("のWiのWiのWi"),), False, FONTS)
    natural = FONTS.width("のWiのWiのWi")
    assert (len(text.line_ends(natural)), text.line_ends(natural, "tight")) == (2, [9])
    plain = measured((Run("個人 情報"),), False, FONTS)
    assert plain.line_ends(3) == plain.line_ends(3, "tight")


def test_that_space_is_no_part_of_a_lines_width() -> None:
    (line,) = set_lines((Run("第3章"),), 9, False, FONTS)
    assert line.width == pytest.approx(FONTS.width("第3章"))


def test_a_kanji_with_its_variant_is_never_parted_from_its_selector() -> None:
    assert lines("葛󠄀葛󠄀葛󠄀", 2) == ["葛󠄀葛󠄀", "葛󠄀"]


def test_a_thumb_keeps_its_colour() -> None:
    assert lines("👍🏽👍🏽", 1.5) == ["👍🏽", "👍🏽"]


def room(text: str, measure: float) -> int:
    """How many lines a text is given room for."""
    return extent((Run(text),), measure, False, FONTS)[0]


def test_a_word_that_other_programs_hold_to_the_stop_before_it_gets_room_for_that() -> None:
    text = "持ち出しは上長の承認を受け。USBメモリー持ち出しは上長の承"
    assert [len(lines(text, measure)) for measure in (15, 17)] == [2, 2]
    assert [room(text, measure) for measure in (15, 17)] == [3, 2]


def test_an_address_that_other_programs_part_at_other_signs_gets_room_for_that() -> None:
    text = "https://example.co.jp/c_%20d?d=2026-11-02%20abcdefghi"
    assert lines(text, 13) == ["https://example.co.jp/", "c_%20d?", "d=2026-11-02%20abc", "defghi"]
    assert room(text, 13) == 5


def test_a_text_that_all_programs_break_alike_gets_no_more_room_than_it_takes() -> None:
    text = "個人情報の取扱いを学ぶ。持ち出しは、上長の承認を受けてからにします。"
    assert room(text, 9) == len(lines(text, 9))


@given(st.text("漢字かな、。「」（）ーUSB12a -/%=&?.!“”…①→｡ﾊﾞ", max_size=60), st.floats(1, 30))
def test_room_is_kept_for_at_least_the_lines_that_are_drawn(text: str, measure: float) -> None:
    assert room(text, measure) >= len(lines(text, measure))


@pytest.mark.parametrize("sign", ["。", "「", "、", "ー", "！", "（"])
def test_a_row_of_signs_longer_than_a_line_is_torn_at_its_edge(sign: str) -> None:
    row = (Run(sign * 40),)
    assert all(line.width <= 8 for line in set_lines(row, 8, False, FONTS))
    assert is_torn(row, 8, False, FONTS)
    assert not is_torn((Run(f"規程{sign}規程"),), 8, False, FONTS)


def test_an_address_longer_than_a_line_is_not_torn() -> None:
    assert not is_torn((Run("くわしくは https://www.example.co.jp/guide/telework"),), 8, False, FONTS)


@pytest.mark.parametrize("text", ["相手に電話し、開かずに削除を頼む。", "PCかUSBメモリーに入れ、7日以内に報告する。"])
def test_every_end_is_known_that_a_line_may_have_with_more_or_less_room(text: str) -> None:
    whole = measured((Run(text),), False, FONTS)
    ends = whole.ends_between(10, 10.6)
    for room in (10, 10.1, 10.25, 10.4, 10.6):
        for filling in FILLINGS:
            assert ends.issuperset(whole.line_ends(room, filling))


def test_no_end_is_possible_but_the_one_where_the_room_is_the_same() -> None:
    whole = measured((Run("個人情報の取扱いを確かめる"),), False, FONTS)
    assert whole.ends_between(7.2, 7.3) == set(whole.line_ends(7.2))


@pytest.mark.parametrize(
    "text", ["👨\u200d👩\u200d👧a", "a👨\u200d👩\u200d👧b", "👨\u200d👩\u200d👧👨\u200d👩\u200d👧a"]
)
def test_a_sign_wider_than_the_line_takes_a_line_of_its_own(text: str) -> None:
    lines, _ = extent((Run(text),), 1.5, False, FONTS)
    assert lines == sum(text.count(sign) for sign in "👨ab")
