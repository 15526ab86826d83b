"""The pieces that pages are composed of: how high they are, and how they share out what room is left."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from deckgen.layout.blocks import Glyph, Label, Panel, Words
from deckgen.layout.kit import Overfull, TextStyle
from deckgen.layout.palette import INK, outline
from deckgen.layout.stacking import Column, Row, Space, Stack, equal_row
from deckgen.model.frames import Box, Icon, Item, Shape, TextBox
from deckgen.model.looks import holds_taller_lines
from deckgen.model.text import plain_text
from deckgen.units import pt
from tests.layout.kits import kit
from tests.layout.themes import STANDARD

EM = pt(STANDARD.scale[0]["body"])


def test_text_gets_room_for_the_taller_lines_of_another_font_where_there_is_some() -> None:
    words = Words(kit(), [plain_text("短い文")], TextStyle("body"), "words")
    tall = words.height(pt(400))
    for spare, expected in ((0, tall), (pt(40), tall + words.ease(pt(400)))):
        first, _ = Stack([words, Brick(100)], growing=1).draw(Box(0, 0, pt(400), tall + 100 + spare))
        assert first.box.height == expected
        assert isinstance(first, TextBox)
        assert holds_taller_lines(first.body, first.box.height) is bool(spare)


@dataclass(frozen=True)
class Brick:
    """A block of a known height, drawn as a rectangle in the whole of its box."""

    tall: int
    least_width: int = 0

    def height(self, width: int) -> int:
        if width < self.least_width:
            raise Overfull
        return self.tall

    def draw(self, box: Box) -> Iterator[Item]:
        yield Shape(box=box, name="brick", geometry="rectangle")


def boxes(block: object, width: int = 100, height: int = 100) -> list[tuple[int, int, int, int]]:
    drawn = block.draw(Box(10, 20, width, height))  # type: ignore[attr-defined]
    return [(item.box.x, item.box.y, item.box.width, item.box.height) for item in drawn]


def heights(stack: Stack, height: int = 100) -> list[int]:
    return [box[3] for box in boxes(stack, height=height)]


BRICKS = (Brick(10), Brick(20))


# Stacks -------------------------------------------------------------------------------------------------------------


def test_a_stack_is_as_high_as_its_blocks_and_the_gaps_between_them() -> None:
    assert Stack(BRICKS, gap=5).height(100) == 35
    assert Stack([]).height(100) == 0


def test_a_stack_starts_at_the_top_and_leaves_spare_room_below() -> None:
    assert boxes(Stack(BRICKS, gap=5)) == [(10, 20, 100, 10), (10, 35, 100, 20)]


def test_a_stack_in_the_middle_leaves_as_much_above_as_below() -> None:
    assert boxes(Stack(BRICKS, gap=5, spare="middle"), height=55) == [(10, 30, 100, 10), (10, 45, 100, 20)]


def test_spare_room_can_go_to_the_blocks_in_equal_shares() -> None:
    assert heights(Stack(BRICKS, gap=10, spare="fill")) == [40, 50]


def test_blocks_can_be_made_as_tall_as_the_tallest_where_that_fits() -> None:
    assert heights(Stack(BRICKS, gap=10, spare="even")) == [45, 45]
    assert heights(Stack([Brick(10), Brick(70)], gap=10, spare="even")) == [15, 75]


def test_one_block_can_take_all_spare_room() -> None:
    assert heights(Stack(BRICKS, gap=10, growing=1)) == [10, 80]


def test_gaps_can_take_spare_room_and_grow_little_more_than_twofold() -> None:
    first, second = boxes(Stack(BRICKS, gap=10, spare="spread"), height=1_000)
    assert second[1] - (first[1] + first[3]) == 22


def test_a_stack_higher_than_its_box_is_overfull() -> None:
    with pytest.raises(Overfull):
        list(Stack(BRICKS, gap=5).draw(Box(0, 0, 100, 34)))


@pytest.mark.parametrize("spare", ["top", "middle", "spread", "fill", "even"])
def test_an_empty_stack_draws_nothing(spare: str) -> None:
    assert boxes(Stack([], spare=spare)) == []  # type: ignore[arg-type]


# Rows ---------------------------------------------------------------------------------------------------------------


def test_columns_share_what_fixed_ones_and_gutters_leave() -> None:
    row = Row([Column(Brick(5), width=20), Column(Brick(9), share=1), Column(Brick(5), share=3)], gutter=10)
    assert row.widths(120) == [20, 20, 60]
    assert row.height(120) == 9
    assert boxes(row, width=120) == [(10, 20, 20, 100), (40, 20, 20, 100), (70, 20, 60, 100)]


def test_equal_columns_are_equal() -> None:
    assert equal_row([Brick(1), Brick(2)], gutter=10).widths(110) == [50, 50]


def test_columns_without_room_are_overfull() -> None:
    with pytest.raises(Overfull):
        Row([Column(Brick(5), width=80), Column(Brick(9), width=80)], gutter=10).widths(120)


# Panels -------------------------------------------------------------------------------------------------------------


def test_a_panel_lies_behind_its_block_and_keeps_its_padding() -> None:
    panel = Panel(kit(), Brick(10), "card", padding=(1, 2, 3, 4))
    assert panel.height(100) == 16
    assert boxes(panel) == [(10, 20, 100, 100), (11, 22, 96, 94)]


def test_a_panel_can_hold_its_block_in_the_middle() -> None:
    assert boxes(Panel(kit(), Brick(10), "card", anchor="middle"))[1] == (10, 65, 100, 10)


def test_a_panel_can_have_a_mark_along_its_edge() -> None:
    _, edge, _ = Panel(kit(), Brick(10), "card", edge=INK).draw(Box(0, 0, pt(100), pt(50)))
    assert (edge.name, edge.box) == ("slide-1/card-edge", Box(0, 0, pt(5), pt(50)))


def test_a_panel_too_small_for_its_block_is_overfull() -> None:
    with pytest.raises(Overfull):
        list(Panel(kit(), Brick(10), "card", padding=(0, 3, 0, 3)).draw(Box(0, 0, 100, 15)))


# Texts --------------------------------------------------------------------------------------------------------------


def test_words_are_one_text_box_as_large_as_they_are_given() -> None:
    (item,) = Words(kit(), [plain_text("個人情報")], TextStyle("body"), "lead").draw(Box(1, 2, EM * 9, EM * 5))
    assert isinstance(item, TextBox)
    assert (item.name, item.box) == ("slide-1/lead", Box(1, 2, EM * 9, EM * 5))


def test_every_body_of_a_page_fills_a_placeholder_of_its_own() -> None:
    shared = kit()
    made = [
        item
        for number in range(6)
        for item in Words(shared, [plain_text("文")], TextStyle("body"), f"{number}", is_body=True).draw(
            Box(0, 0, EM * 9, EM * 5)
        )
        if isinstance(item, TextBox)
    ]
    assert [item.placeholder.index if item.placeholder else None for item in made] == [1, 2, 3, 4, 5, 6]


def test_a_trial_measures_and_draws_no_text() -> None:
    words = Words(kit(is_trial=True), [plain_text("個人情報")], TextStyle("body"), "lead")
    assert list(words.draw(Box(0, 0, EM * 9, EM * 5))) == []
    with pytest.raises(Overfull):
        list(words.draw(Box(0, 0, EM * 9, EM)))


def test_paragraphs_move_apart_to_fill_their_box_but_no_further_than_they_may() -> None:
    texts = [plain_text("申請する"), plain_text("承認を得る"), plain_text("持ち出す")]

    def gaps(height: float) -> list[float]:
        words = Words(kit(), texts, TextStyle("body", gap=0.2, marker="-"), "list", widest_gap=0.75)
        (item,) = words.draw(Box(0, 0, EM * 12, round(EM * height)))
        assert isinstance(item, TextBox)
        return [paragraph.space_before / kit().size("body") for paragraph in item.body.paragraphs[1:]]

    assert gaps(3 * 1.4 + 2 * 0.2 + 0.01) == pytest.approx([0.2, 0.2], abs=0.01)
    assert gaps(3 * 1.4 + 2 * 0.5 + 0.01) == pytest.approx([0.5, 0.5], abs=0.02)
    assert gaps(20) == pytest.approx([0.75, 0.75], abs=0.01)


def test_a_label_that_may_shrink_takes_the_largest_type_that_keeps_it_on_one_line() -> None:
    text = plain_text("移動中や共用の場所で起きた、意識の不足")

    def drawn(width: float) -> tuple[float, int]:
        label = Label(kit(), [text], TextStyle("label"), "setting", fill=INK, shrinks=True)
        (shape,) = label.draw(Box(0, 0, round(EM * width), EM * 9))
        assert isinstance(shape, Shape)
        assert shape.body
        (paragraph,) = shape.body.paragraphs
        return paragraph.size, len(paragraph.lines)

    steps = [sizes["label"] for sizes in STANDARD.scale]
    assert drawn(20) == (steps[0], 1)
    assert drawn(13.2) == (steps[-1], 1)
    assert drawn(8)[0] == steps[0]


def test_a_label_that_hugs_is_as_wide_as_its_text() -> None:
    label = Label(kit(), [plain_text("社外秘")], TextStyle("small"), "mark", fill=INK, hug=True)
    (shape,) = label.draw(Box(0, 0, EM * 40, EM * 3))
    assert isinstance(shape, Shape)
    assert shape.body
    assert EM * 3 < shape.box.width < EM * 6
    assert shape.box.width <= label.natural_width() * 1.1


def test_a_label_at_its_natural_width_takes_one_line() -> None:
    for text in ("社外秘", "× 不可", "△ 条件付きで可", "Confidential"):
        label = Label(kit(), [plain_text(text)], TextStyle("label", bold=True), "mark", fill=INK)
        (shape,) = label.draw(Box(0, 0, label.natural_width(), EM * 3))
        assert isinstance(shape, Shape)
        assert shape.body
        assert len(shape.body.paragraphs[0].lines) == 1


# Icons --------------------------------------------------------------------------------------------------------------


def test_an_icon_keeps_its_size_and_stands_where_it_is_aligned() -> None:
    glyph = Glyph(kit(), "check", 40, INK, "sign", align="center", anchor="middle")
    assert boxes(glyph) == [(40, 50, 40, 40)]


def test_an_icon_on_a_disc_is_smaller_than_the_disc() -> None:
    (icon,) = Glyph(kit(), "check", 100, INK, "sign", disc=INK).draw(Box(0, 0, 100, 100))
    assert isinstance(icon, Icon)
    assert (icon.box, icon.disc) == (Box(0, 0, 100, 100), INK)
    assert icon.inner == Box(22, 22, 56, 56)


def test_an_icon_wider_than_its_column_is_overfull() -> None:
    with pytest.raises(Overfull):
        Glyph(kit(), "check", 40, INK, "sign").height(39)


def test_space_takes_room_and_shows_nothing() -> None:
    assert Space(7).height(100) == 7
    assert boxes(Space(7)) == []


def test_an_outline_is_given_in_points() -> None:
    assert outline("danger", 2).width == pt(2)
