"""Notes and cues in lines: strict kinsoku, furigana whole, no lonely last character, addresses cut at their joints."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.text import Paragraph, Run
from deckgen.text.kinsoku import NOT_AT_END, NOT_AT_START
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.cutting import cut
from deckgen.writers.typeset.nodes import Piece
from deckgen.writers.typeset.prose import SetParagraph, height
from tests.writers.handout.sample import SETTER

MEASURE = paper.TEXT_WIDTH


def set_text(text: str, measure: float = MEASURE) -> list[str]:
    (paragraph,) = SETTER.set([Paragraph((Run(text),))], paper.NOTES, measure)
    return lines_of(paragraph)


def lines_of(paragraph: SetParagraph) -> list[str]:
    return ["".join(piece.text for piece in line) for line in paragraph.lines]


def test_notes_are_at_least_10_5_points_with_a_pitch_of_at_least_1_7() -> None:
    assert paper.NOTES.size >= 10.5
    assert paper.NOTES.pitch / paper.NOTES.size >= 1.7


def test_a_line_holds_at_most_40_full_width_characters() -> None:
    assert MEASURE / paper.NOTES.size <= 40
    assert max(len(line) for line in set_text("国" * 200)) <= 40


def test_the_last_line_is_not_left_with_one_character() -> None:
    full = int(MEASURE / paper.NOTES.size)
    lines = set_text("国" * full + "語。")
    assert len(lines) == 2
    assert len(lines[1]) >= 3


def test_an_empty_paragraph_is_left_out() -> None:
    assert SETTER.set([Paragraph((Run(" "),)), Paragraph((Run("本文"),))], paper.NOTES, MEASURE)[0].gap == 0


def test_items_stand_in_by_their_level_and_are_counted() -> None:
    items = [Paragraph((Run(text),), "1.", level) for text, level in (("一", 0), ("二", 0), ("内", 1))]
    first, second, inner = SETTER.set(items, paper.NOTES, MEASURE)
    assert (first.position, second.position) == (1, 2)
    assert first.indent == first.hanging == pytest.approx(1.8 * 11)
    assert inner.indent > second.indent


def test_a_word_with_a_reading_is_never_broken() -> None:
    word = Run("個人情報保護", ruby="こじんじょうほうほご")
    for before in range(30, 45):
        (paragraph,) = SETTER.set([Paragraph((Run("国" * before), word, Run("、法")))], paper.NOTES, MEASURE)
        held = [piece for line in paragraph.lines for piece in line if piece.reading]
        assert [piece.text for piece in held] == ["個人情報保護"]


def test_a_long_reading_gets_the_room_it_needs() -> None:
    (paragraph,) = SETTER.set([Paragraph((Run("承", ruby="うけたまわ"), Run("る")))], paper.NOTES, MEASURE)
    ((base, rest),) = paragraph.lines
    assert base == Piece("承", reading="うけたまわ", room=base.room)
    width = float(base.room.removeprefix("width:").removesuffix("pt"))
    assert width == pytest.approx(SETTER.fonts.width("うけたまわ") * 5.5, abs=0.01)
    assert rest.text == "る"


def test_an_address_is_cut_after_its_joints() -> None:
    lines = SETTER.address_lines("https://www.example.lg.jp/kurashi/cyber/joho/telework.html", paper.ADDRESS, 120)
    assert "".join(lines) == "https://www.example.lg.jp/kurashi/cyber/joho/telework.html"
    assert len(lines) > 1
    assert all(line.endswith(("/", ".", "-", "_")) for line in lines[:-1])


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


COUNTS = st.lists(st.integers(1, 12), min_size=1, max_size=8)


@given(COUNTS, st.floats(0, 600))
def test_cutting_keeps_every_line_and_the_room(counts: list[int], room: float) -> None:
    paragraphs = [
        SetParagraph(tuple((Piece(f"{number}-{line}"),) for line in range(count)), gap=5.0 if number else 0.0)
        for number, count in enumerate(counts)
    ]
    kept, rest = cut(paragraphs, paper.NOTES, room, force=False)
    assert [line for part in (*kept, *rest) for line in part.lines] == [line for p in paragraphs for line in p.lines]
    assert height(kept, paper.NOTES) <= room + 1e-6
    if kept and rest and len(kept[-1].lines) < len(paragraphs[len(kept) - 1].lines):
        assert len(kept[-1].lines) >= 2
        assert len(rest[0].lines) >= 2


def test_an_empty_sheet_takes_a_line_even_where_the_room_is_too_small() -> None:
    paragraph = SetParagraph(((Piece("一"),), (Piece("二"),), (Piece("三"),)))
    kept, rest = cut([paragraph], paper.NOTES, 5, force=True)
    assert [len(part.lines) for part in (*kept, *rest)] == [1, 2]


def test_an_item_that_carries_on_gets_no_second_label() -> None:
    item = SetParagraph(tuple((Piece(str(line)),) for line in range(6)), marker="1.", position=3, indent=20, hanging=20)
    (head,), (tail,) = cut([item], paper.NOTES, 3.5 * paper.NOTES.pitch, force=False)
    assert (head.marker, tail.marker) == ("1.", None)
    assert tail.indent == 20


def test_days_times_and_ranges_stay_whole_where_a_line_has_room_for_them() -> None:
    whole = ("2026年11月18日（水）", "14:00〜15:00", "令和8年4月1日", "3〜5日", "10〜12人")
    for before in range(45):
        text = "国" * before + "、".join(whole) + "国" * 9
        lines = set_text(text)
        assert "".join(lines) == text
        for each in whole:
            assert any(each in line for line in lines), (before, each)


def test_a_day_that_no_line_holds_is_broken_as_other_text_is() -> None:
    lines = set_text("2026年11月18日（水）", 8 * paper.NOTES.size)
    assert lines == ["2026年11月", "18日（水）"]


def test_an_even_text_has_lines_of_like_length_that_end_with_a_phrase() -> None:
    text = "テレワークで、個人情報の事故が起こりやすくなるのはなぜですか。理由になる変化を選んでください。"
    (paragraph,) = SETTER.set([Paragraph((Run(text[:7]), Run(text[7:], strong=True)))], paper.NOTES, MEASURE, even=True)
    assert lines_of(paragraph) == [text[:31], text[31:]]
    assert SETTER.lines(text, paper.NOTES, MEASURE, bold=True) == (text[:31], text[31:])
