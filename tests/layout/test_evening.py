"""Soft lines without crumbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.blocks import Words
from deckgen.layout.kit import Overfull, TextStyle
from deckgen.layout.line_ends import SAFETY
from deckgen.model.frames import Box, TextBox
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.text.phrases import phrase_ends
from deckgen.text.setting import measured
from deckgen.units import pt
from tests.layout.kits import kit
from tests.layout.themes import FONTS, STANDARD
from tests.properties.texts import paragraphs

EM = pt(STANDARD.scale[0]["body"])


def drawn(
    *texts: Text,
    width: float,
    style: TextStyle = TextStyle("body"),  # noqa: B008 - frozen
    more: int = 0,
) -> TextBox:
    """The texts in a box of just their height, and room for some more lines."""
    words = Words(kit(), texts, style, "text")
    height = words.height(round(EM * width)) + more * pt(kit().size("body") * 1.4)
    (item,) = words.draw(Box(0, 0, round(EM * width), height))
    assert isinstance(item, TextBox)
    return item


def lines(box: TextBox) -> list[list[str]]:
    return [[line.text for line in paragraph.lines] for paragraph in box.body.paragraphs]


CRUMBS = "持ち出す情報は必要な分だけにします"


def test_a_crumb_on_the_last_line_is_taken_away() -> None:
    for width in (13.5, 14.0, 14.5, 15.0, 15.5, 16.0):
        (broken,) = lines(drawn(plain_text(CRUMBS), width=width))
        assert len(broken) == 2
        assert len(broken[-1]) >= 4, (width, broken)


def test_lines_end_with_a_phrase_where_that_costs_nothing() -> None:
    for width in (13.5, 14.5, 15.5):
        ((first, _),) = lines(drawn(plain_text(CRUMBS), width=width))
        assert len(first) in phrase_ends(CRUMBS), (width, first)


def broken(whole: str, room: float) -> list[int]:
    """Lines that break inside a phrase: as measured, and as PowerPoint fills them."""
    text = measured((Run(whole),), False, FONTS)
    settings = (text.line_ends(room * SAFETY), text.line_ends(room, "tight"))
    return [len({text.characters(end) for end in ends} - phrase_ends(whole)) for ends in settings]


@pytest.mark.parametrize(
    "whole",
    [
        "お客様のファイルを開いたまま席を離れ、第三者に画面をのぞかれた。",
        "感染が疑われるPCは、回線から切り離す。電源は切らない。",
    ],
)
def test_lines_end_with_a_phrase_on_paper_and_in_powerpoint(whole: str) -> None:
    left, _, right, _ = drawn(plain_text(whole), width=24).body.insets
    assert sum(broken(whole, 24)) > 0
    assert broken(whole, 24 - (left + right) / EM) == [0, 0]


def test_a_text_without_crumbs_is_left_as_it_is() -> None:
    box = drawn(plain_text("個人情報を守る決まりを、全員で確かめます"), width=12)
    assert box.body.insets == (0, 0, 0, 0)


def test_a_list_is_evened_where_an_item_ends_in_one_or_two_characters() -> None:
    items = [plain_text("書類を持ち出す前に確かめます"), plain_text("端末の画面を閉じる")]
    even = lines(drawn(*items, width=14.2, style=TextStyle("body", marker="-")))
    assert all(len(broken[-1]) >= 3 for broken in even)


def test_a_list_leaves_no_character_alone_on_a_line() -> None:
    items = [plain_text("持ち出す情報は必要な分だけにします"), plain_text("端末画面を必ず閉鎖し施錠します")]
    style = TextStyle("body", marker="-")
    (first, second) = lines(drawn(*items, width=17.8, style=style))
    assert first[-1] == "必要な分だけにします"
    assert second == [items[1].plain]


@pytest.mark.parametrize(
    ("align", "sides"), [("left", (False, True)), ("right", (True, False)), ("center", (True, True))]
)
def test_room_is_taken_from_the_side_where_lines_end(align: str, sides: tuple[bool, bool]) -> None:
    style = TextStyle("body", align=align)  # type: ignore[arg-type]
    left, top, right, foot = drawn(plain_text(CRUMBS), width=15.5, style=style).body.insets
    assert (bool(left), bool(right)) == sides
    assert (top, foot) == (0, 0)


def test_an_address_is_never_narrowed() -> None:
    linked = Text((Paragraph((Run(CRUMBS, link="https://example.jp/"),)),))
    assert drawn(linked, width=15.5).body.insets == (0, 0, 0, 0)


def test_a_title_is_evened_by_its_phrases_alone() -> None:
    assert drawn(plain_text(CRUMBS), width=15.5, style=TextStyle("body", balanced=True)).body.insets == (0, 0, 0, 0)


@given(
    st.lists(paragraphs(), min_size=1, max_size=4).map(tuple),
    st.floats(4, 40),
    st.sampled_from(("left", "center", "right")),
    st.sampled_from((None, "-", "[]", "1.")),
)
def test_evening_adds_no_line_and_narrows_by_half_at_most(
    parts: tuple[Paragraph, ...], width: float, align: str, marker: str | None
) -> None:
    style = TextStyle("body", align=align, marker=marker)  # type: ignore[arg-type]
    try:
        plain = kit().paragraphs([Text(parts)], round(EM * width), style)
        box = drawn(Text(parts), width=width, style=style)
    except Overfull:
        return
    for paragraph, part, before in zip(box.body.paragraphs, parts, plain, strict=True):
        height = kit().extent([Text((part,))], round(EM * width), style)[0]
        most = height // pt(before.pitch) if paragraph.hard_breaks else len(before.lines)
        assert len(paragraph.lines) <= most
    left, _, right, _ = box.body.insets
    assert 0 <= left + right <= EM * width / 2 + EM
