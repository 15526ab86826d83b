"""Dividing a text between pages."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.splitting import Unit, grouped, leaves, refine, rejoin, split_text, text_units, whole_units
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.text.fonts import clusters
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from tests.layout.slides import text
from tests.properties.texts import HARD, PHRASES, paragraphs


def pieces(whole: Text | str) -> list[str]:
    return [part.plain for part in split_text(plain_text(whole) if isinstance(whole, str) else whole)]


def test_paragraphs_are_parted_first() -> None:
    assert pieces(text("一つ。二つ。", "三つ。")) == ["一つ。二つ。", "三つ。"]


def test_a_paragraph_is_parted_after_its_sentences() -> None:
    assert pieces("守ります。読みますか？はい！") == ["守ります。", "読みますか？", "はい！"]
    assert pieces("Read it. Then ask. v1.2 works") == ["Read it. ", "Then ask. ", "v1.2 works"]


def test_a_sentence_keeps_its_closing_brackets_and_all_its_marks() -> None:
    assert pieces("「守ります。」と言う。（済み。）次へ") == ["「守ります。」", "と言う。", "（済み。）", "次へ"]
    assert pieces("本当ですか！？はい。。次へ") == ["本当ですか！？", "はい。。", "次へ"]


def test_a_sentence_is_parted_after_its_clauses() -> None:
    assert pieces("紙と、端末と、鍵を持つ") == ["紙と、", "端末と、", "鍵を持つ"]


def test_a_comma_before_a_closing_bracket_is_no_place_to_part() -> None:
    assert pieces("「紙と、」と言い、続ける") == ["「紙と、」と言い、", "続ける"]


def test_a_clause_is_halved_where_a_line_may_break() -> None:
    assert pieces("個人情報の取扱い") == ["個人情報", "の取扱い"]
    assert pieces("長いチェックリスト") == ["長いチェッ", "クリスト"]
    assert pieces("約10万円の損害") == ["約10万円", "の損害"]


def test_a_word_without_breaks_is_halved_all_the_same() -> None:
    assert pieces("a" * 10) == ["aaaaa", "aaaaa"]


@pytest.mark.parametrize("whole", ["", "あ", "葛󠄀", unicodedata.normalize("NFD", "が")])
def test_a_single_character_stays_whole(whole: str) -> None:
    assert pieces(whole) == [whole]


def test_looks_and_links_stay_with_their_characters() -> None:
    whole = Text((Paragraph((Run("読む。必ず", strong=True), Run("守る。確かめる", link="https://example.jp/"))),))
    first, second, third = split_text(whole)
    assert first.runs == (Run("読む。", strong=True),)
    assert second.runs == (Run("必ず", strong=True), Run("守る。", link="https://example.jp/"))
    assert third.runs == (Run("確かめる", link="https://example.jp/"),)


def test_a_reading_stays_with_the_end_of_its_word() -> None:
    whole = Text((Paragraph((Run("個人情報保護方針", ruby="ほうしん"),)),))
    assert [part.runs[0].ruby for part in split_text(whole)] == [None, "ほうしん"]


def test_a_piece_stays_the_list_item_that_it_was() -> None:
    item = Text((Paragraph((Run("読む。守る。"),), "-", 1),))
    assert {(part.paragraphs[0].marker, part.paragraphs[0].level) for part in split_text(item)} == {("-", 1)}


@given(st.lists(paragraphs(), min_size=1, max_size=3).map(tuple))
def test_nothing_is_lost_or_added(parts: tuple[Paragraph, ...]) -> None:
    whole = Text(parts)
    assert "".join(pieces(whole)) == whole.plain.replace("\n", "")
    (unit,) = text_units(0, [whole])
    once = refine(unit)
    twice = [piece for each in once for piece in refine(each)]
    for units in (once, twice):
        (joined,) = rejoin(units)
        assert joined.text is not None
        assert [paragraph.plain for paragraph in joined.text.paragraphs] == [paragraph.plain for paragraph in parts]


@given(st.sampled_from((*PHRASES, *HARD)) | st.text("あ。、「」！？!)（ー々\u3099\ufe0f ", min_size=2, max_size=30))
def test_no_piece_opens_or_ends_with_a_forbidden_character_where_that_can_be_helped(whole: str) -> None:
    found = pieces(whole)
    marks = list(clusters(whole))
    is_helpless = all(
        after[0] in NOT_AT_START or after[0].isspace() or before[0] in NOT_AT_END or before[0].isspace()
        for before, after in pairwise(marks)
    )
    if is_helpless:
        return
    assert not any(piece[0] in NOT_AT_START for piece in found[1:]), found
    assert not any(piece.rstrip()[-1:] in NOT_AT_END for piece in found[:-1] if piece.rstrip()), found


def test_a_unit_that_cannot_be_split_comes_back_alone() -> None:
    (unit,) = whole_units(0, 1)
    assert refine(unit) == (unit,)


def test_a_card_falls_apart_into_its_items_and_the_last_of_them_into_sentences() -> None:
    card = grouped(text_units(3, [plain_text("一つ。二つ。"), plain_text("三つ。")]))
    assert card.key == (3, 0)
    assert [piece.key for piece in refine(card)] == [(3, 0), (3, 1)]
    assert leaves([card]) == refine(card)
    lone = grouped(text_units(3, [plain_text("一つ。二つ。")]))
    assert [piece.text.plain for piece in refine(lone) if piece.text] == ["一つ。", "二つ。"]


def test_an_empty_card_is_a_unit_like_any_other() -> None:
    assert leaves([grouped(whole_units(2, 1))]) == whole_units(2, 1)


def test_pieces_of_different_texts_stay_apart() -> None:
    units = text_units(0, [plain_text("一つ"), plain_text("二つ")])
    assert rejoin(units) == units


def test_weight_goes_by_length() -> None:
    short, long = text_units(0, [plain_text("短い"), plain_text("長い" * 50)])
    assert long.weight > short.weight
    assert grouped((short, long)).weight > short.weight + long.weight
    assert isinstance(short, Unit)
