"""Texts in lines: strict kinsoku, furigana whole, no lonely last character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.text import Paragraph, Run
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.writers.typeset.lengths import mm
from deckgen.writers.typeset.nodes import Piece
from deckgen.writers.typeset.paper import Type
from deckgen.writers.typeset.prose import SetParagraph
from tests.writers.handout.sample import SETTER

MEASURE = mm(148)
NOTES = Type("notes", 11, 19.5)


def set_text(text: str, measure: float = MEASURE) -> list[str]:
    (paragraph,) = SETTER.set([Paragraph((Run(text),))], NOTES, measure)
    return lines_of(paragraph)


def lines_of(paragraph: SetParagraph) -> list[str]:
    return ["".join(piece.text for piece in line) for line in paragraph.lines]


def test_the_last_line_is_not_left_with_one_character() -> None:
    full = int(MEASURE / NOTES.size)
    lines = set_text("国" * full + "語。")
    assert len(lines) == 2
    assert len(lines[1]) >= 3


def test_an_empty_paragraph_is_left_out() -> None:
    assert SETTER.set([Paragraph((Run(" "),)), Paragraph((Run("本文"),))], NOTES, MEASURE)[0].gap == 0


def test_items_stand_in_by_their_level_and_are_counted() -> None:
    items = [Paragraph((Run(text),), "1.", level) for text, level in (("一", 0), ("二", 0), ("内", 1))]
    first, second, inner = SETTER.set(items, NOTES, MEASURE)
    assert (first.position, second.position) == (1, 2)
    assert first.indent == first.hanging == pytest.approx(1.8 * 11)
    assert inner.indent > second.indent


def test_a_word_with_a_reading_is_never_broken() -> None:
    word = Run("個人情報保護", ruby="こじんじょうほうほご")
    for before in range(30, 45):
        (paragraph,) = SETTER.set([Paragraph((Run("国" * before), word, Run("、法")))], NOTES, MEASURE)
        held = [piece for line in paragraph.lines for piece in line if piece.reading]
        assert [piece.text for piece in held] == ["個人情報保護"]


def test_a_long_reading_gets_the_room_it_needs() -> None:
    (paragraph,) = SETTER.set([Paragraph((Run("承", ruby="うけたまわ"), Run("る")))], NOTES, MEASURE)
    ((base, rest),) = paragraph.lines
    assert base == Piece("承", reading="うけたまわ", room=base.room)
    width = float(base.room.removeprefix("width:").removesuffix("pt"))
    assert width == pytest.approx(SETTER.fonts.width("うけたまわ") * 5.5, abs=0.01)
    assert rest.text == "る"


TEXT = st.text("国語あいっー、。「」（）ABC123 -", min_size=1, max_size=120)


@given(TEXT)
def test_lines_keep_the_text_and_the_rules_of_line_breaking(text: str) -> None:
    if not text.strip():
        return
    lines = set_text(text, 200)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for before, after in pairwise(lines):
        shown, opening = before.rstrip(), after.lstrip()
        if len(shown) > 1 and len(opening) > 1:
            assert not (opening[0] in NOT_AT_START and shown[-1] not in NOT_AT_START)
            assert not (shown[-1] in NOT_AT_END and opening[0] not in NOT_AT_END)


def test_days_times_and_ranges_stay_whole_where_a_line_has_room_for_them() -> None:
    whole = ("2026年11月18日（水）", "14:00〜15:00", "令和8年4月1日", "3〜5日", "10〜12人")
    for before in range(45):
        text = "国" * before + "、".join(whole) + "国" * 9
        lines = set_text(text)
        assert "".join(lines) == text
        for each in whole:
            assert any(each in line for line in lines), (before, each)


def test_a_day_that_no_line_holds_is_broken_as_other_text_is() -> None:
    lines = set_text("2026年11月18日（水）", 8 * NOTES.size)
    assert lines == ["2026年11月", "18日（水）"]


def test_an_even_text_has_lines_of_like_length_that_end_with_a_phrase() -> None:
    text = "テレワークで、個人情報の事故が起こりやすくなるのはなぜですか。理由になる変化を選んでください。"
    (paragraph,) = SETTER.set([Paragraph((Run(text[:7]), Run(text[7:], strong=True)))], NOTES, MEASURE, even=True)
    assert lines_of(paragraph) == [text[:31], text[31:]]
