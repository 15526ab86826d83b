"""Blocks that decide by their room: the size of numbers, the way to show cards, where columns part."""

from collections.abc import Iterator, Sequence

import pytest

from deckgen.layout.blocks import Words
from deckgen.layout.choosing import Choice, Newspaper, OneLine, Phrased
from deckgen.layout.kit import Overfull, TextStyle
from deckgen.model.frames import Box, Item, TextBox
from deckgen.model.text import Text, plain_text
from tests.layout.kits import kit
from tests.layout.test_blocks import EM, Brick, boxes
from tests.layout.themes import STANDARD

SIZES = STANDARD.scale[0]


def text_of(items: Iterator[Item]) -> TextBox:
    (item,) = items
    assert isinstance(item, TextBox)
    return item


# One line -----------------------------------------------------------------------------------------------------------


def size_of(number: str, width: float, peers: Sequence[Text] = ()) -> float:
    style = TextStyle(bold=True)
    line = OneLine(kit(), plain_text(number), ("title", "heading", "label"), style, "phone", peers)
    return text_of(line.draw(Box(0, 0, round(EM * width), EM * 9))).body.paragraphs[0].size


def test_a_telephone_number_is_set_smaller_rather_than_broken() -> None:
    assert size_of("0120-123-456", 20) == SIZES["title"]
    assert size_of("0120-123-456", 9.5) == SIZES["heading"]
    assert size_of("0120-123-456", 7) == SIZES["label"]
    assert size_of("0120-123-456", 3) == SIZES["label"]


def test_numbers_that_stand_together_have_the_size_of_the_longest() -> None:
    numbers = ("03-0000-0005", "090-0000-0000（内線 12）", "110")
    peers = [plain_text(number) for number in numbers]
    assert len({size_of(number, 17.5) for number in numbers}) == 2
    assert {size_of(number, 17.5, peers) for number in numbers} == {SIZES["heading"]}


def test_a_number_that_no_size_holds_does_not_make_the_others_small() -> None:
    peers = [plain_text("03-0000-0005"), plain_text("0" * 200)]
    assert size_of("03-0000-0005", 20, peers) == SIZES["title"]
    assert size_of("0" * 200, 20, peers) == SIZES["label"]


def test_a_heading_takes_the_size_of_the_text_below_rather_than_two_lines_and_its_own_where_that_is_no_use() -> None:
    def size(text: str) -> float:
        heading = OneLine(kit(), plain_text(text), ("heading", "body"), TextStyle(bold=True), "head", broken="heading")
        return text_of(heading.draw(Box(0, 0, EM * 10, EM * 9))).body.paragraphs[0].size

    assert size("持ち出し") == SIZES["heading"]
    assert size("社外での会議や電話") == SIZES["body"]
    assert size("社外での会議や電話の決まりと連絡先") == SIZES["heading"]


# Phrases ------------------------------------------------------------------------------------------------------------


def test_a_title_is_set_a_little_smaller_where_that_keeps_its_phrases() -> None:
    title = plain_text("テレワーク時の個人情報の取扱いを学ぶ研修")
    style = TextStyle("title", bold=True, balanced=True)
    words = Words(kit(), [title], style, "title")
    box = Box(0, 0, kit().em("title", 11.6), EM * 20)
    torn, kept = text_of(words.draw(box)).body.paragraphs[0], text_of(Phrased(words).draw(box)).body.paragraphs[0]
    assert torn.lines[1].text.startswith("の")
    assert [line.text for line in kept.lines] == ["テレワーク時の個人情報の", "取扱いを学ぶ研修"]
    assert 0.8 * torn.size <= kept.size < torn.size


def test_a_title_keeps_its_size_where_only_much_smaller_type_would_keep_its_phrases() -> None:
    words = Words(kit(), [plain_text("A" * 40)], TextStyle("title", bold=True, balanced=True), "title")
    box = Box(0, 0, kit().em("title", 9), EM * 20)
    assert text_of(Phrased(words).draw(box)).body.paragraphs[0].size == SIZES["title"]


# Choices ------------------------------------------------------------------------------------------------------------


def test_the_first_way_that_the_box_holds_is_drawn() -> None:
    ways = Choice([Brick(50), Brick(20), Brick(10)])
    assert ways.height(100) == 10
    assert len(boxes(ways, height=60)) == 1
    drawn = [next(way for way in ways.blocks if way.height(100) <= height).height(100) for height in (60, 30, 15)]
    assert drawn == [50, 20, 10]


def test_a_way_that_needs_more_width_is_passed_over() -> None:
    assert Choice([Brick(10, least_width=200), Brick(30)]).height(100) == 30
    with pytest.raises(Overfull):
        Choice([Brick(10, least_width=200)]).height(100)
    with pytest.raises(Overfull):
        list(Choice([Brick(30)]).draw(Box(0, 0, 100, 20)))


# Columns ------------------------------------------------------------------------------------------------------------


def test_a_newspaper_is_read_down_its_columns_which_end_at_one_line() -> None:
    drawn = boxes(Newspaper([Brick(20)] * 5, gutter=4), width=104, height=100)
    assert [x for x, *_ in drawn] == [10, 10, 10, 64, 64]
    bottoms = {x: y + height for x, y, _, height in drawn}
    assert max(bottoms.values()) - min(bottoms.values()) <= 2
    assert all(width == 50 for *_, width, _ in drawn)


def test_a_newspaper_parts_where_its_columns_are_most_alike() -> None:
    blocks = [Brick(60), Brick(20), Brick(20), Brick(20)]
    assert Newspaper(blocks, gutter=0).height(100) == 60
    assert [x for x, *_ in boxes(Newspaper(blocks, gutter=0))] == [10, 60, 60, 60]


def test_a_single_block_takes_the_whole_width() -> None:
    assert boxes(Newspaper([Brick(80)], gutter=4)) == [(10, 20, 100, 100)]


def test_columns_close_up_where_their_blocks_would_be_half_empty() -> None:
    assert boxes(Newspaper([Brick(20)], gutter=4)) == [(10, 20, 100, 26)]
