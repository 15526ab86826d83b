"""Texts become measured paragraphs."""

from dataclasses import replace

import pytest

from deckgen.layout.kit import Overfull, TextStyle
from deckgen.layout.line_ends import SAFETY
from deckgen.model.frames import Box, FramedParagraph
from deckgen.model.text import Paragraph, Run, Text, plain_text
from deckgen.text.fonts import FontSet
from deckgen.units import pt
from tests.layout.kits import kit
from tests.layout.slides import text
from tests.layout.themes import FONTS, STANDARD

BODY = TextStyle("body")
SIZE = STANDARD.scale[0]["body"]
EM = pt(SIZE)

OWN_FONT = FontSet(replace(STANDARD.fonts, fit="own-font"))


def framed(whole: Text | str, width: int, style: TextStyle = BODY) -> tuple[FramedParagraph, ...]:
    return kit().paragraphs([plain_text(whole) if isinstance(whole, str) else whole], width, style, more=0)


def one(whole: Text | str, width: int, style: TextStyle = BODY) -> FramedParagraph:
    (paragraph,) = framed(whole, width, style)
    return paragraph


def item(plain: str, marker: str = "-", level: int = 0) -> Paragraph:
    return Paragraph((Run(plain),), marker, level)


def test_a_line_leaves_a_margin_for_what_other_programs_round() -> None:
    assert len(one("あ" * 10, round(EM * FONTS.width("あ" * 10))).lines) == 2
    assert len(one("あ" * 10, round(EM * FONTS.width("あ" * 10) / SAFETY) + EM // 500).lines) == 1


def test_lines_follow_each_other_by_the_pitch() -> None:
    paragraph = one("個人情報の取扱い", EM * 5)
    assert paragraph.pitch == round(SIZE * STANDARD.fonts.line_height, 1)
    assert [line.top for line in paragraph.lines] == [0, pt(paragraph.pitch)]


def test_paragraphs_are_parted_by_the_styles_gap() -> None:
    first, second = framed(text("一つ", "二つ"), EM * 9, TextStyle("body", gap=0.5))
    assert (first.space_before, second.space_before) == (0, SIZE * 0.5)
    assert second.lines[0].top == pt(first.pitch) + pt(SIZE * 0.5)


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_a_line_stands_where_its_style_aligns_it(align: str, share: float) -> None:
    (line,) = one("個人情報", EM * 10, TextStyle("body", align=align)).lines  # type: ignore[arg-type]
    assert line.fragments[0].x == pytest.approx((EM * 10 - EM * 4) * share, abs=1)


def test_the_text_of_a_list_item_hangs_behind_its_marker() -> None:
    paragraph = one(Text((item("個人情報の取扱い"),)), EM * 6)
    assert paragraph.hanging > EM
    assert {line.fragments[0].x for line in paragraph.lines} == {paragraph.hanging}
    assert all(line.width <= EM * 6 - paragraph.hanging for line in paragraph.lines)


def test_a_list_that_goes_on_from_ten_has_room_for_another_digit() -> None:
    nine, ten = (one(text("確認"), EM * 6, TextStyle("body", marker="1.", start=start)).hanging for start in (9, 10))
    assert ten - nine == pytest.approx(EM * 0.65, abs=1)


def test_a_deeper_item_stands_in_by_one_em_for_each_level() -> None:
    first, second = framed(Text((item("一つ"), item("二つ", level=2))), EM * 9)
    assert second.lines[0].fragments[0].x == first.lines[0].fragments[0].x + 2 * EM


def test_numbered_items_count_on_from_the_styles_start() -> None:
    style = TextStyle("body", start=4)
    whole = Text((item("一つ", "1."), item("間", "-"), item("二つ", "1.")))
    assert [paragraph.number for paragraph in framed(whole, EM * 9, style)] == [4, 0, 5]


def test_a_styles_marker_goes_to_paragraphs_that_have_none() -> None:
    style = TextStyle("body", marker="[]")
    plain, marked = framed(Text((Paragraph((Run("一つ"),)), item("二つ"))), EM * 9, style)
    assert (plain.marker, marked.marker) == ("[]", "-")


def test_a_reading_is_written_out_behind_its_word() -> None:
    whole = Text((Paragraph((Run("葛󠄀", ruby="かつら"), Run("さん"))),))
    paragraph = one(whole, EM * 20)
    assert "".join(run.text for run in paragraph.runs) == "葛󠄀（かつら）さん"
    assert all(run.ruby is None for run in paragraph.runs)


def test_a_balanced_text_keeps_its_lines_and_a_single_line_needs_no_break() -> None:
    assert one("情報を持ち出す前に上長の承認を受けます", EM * 14, TextStyle("body", balanced=True)).hard_breaks
    assert not one("短い", EM * 14, TextStyle("body", balanced=True)).hard_breaks


def written(paragraph: FramedParagraph) -> list[str]:
    return [line.text for line in paragraph.lines]


def test_a_text_of_few_lines_is_broken_at_phrases_where_a_program_would_break_inside_one() -> None:
    torn = one("画面にのぞき見防止フィルターを付ける", EM * 13)
    assert torn.hard_breaks
    assert written(torn) == ["画面にのぞき見防止", "フィルターを付ける"]
    assert torn.runs == (Run("画面にのぞき見防止フィルターを付ける"),)


def test_a_number_stays_with_its_unit_though_programs_would_part_them() -> None:
    kept = one("報告の期限は、知ってから7日以内です", EM * 13)
    assert kept.hard_breaks
    assert written(kept) == ["報告の期限は、", "知ってから7日以内です"]


def test_a_text_that_every_program_breaks_at_phrases_stays_soft() -> None:
    soft = one("個人情報を守る決まりを、全員で確かめます", EM * 12)
    assert written(soft) == ["個人情報を守る決まりを、", "全員で確かめます"]
    assert not soft.hard_breaks


def test_breaks_keep_the_phrases_that_a_program_with_room_for_a_sign_more_would_tear() -> None:
    shown = one("相手に電話し、開かずに削除を頼む。", round(EM * 11.252))
    assert FONTS.width("相手に電話し、開かずに削") > 11.252
    assert shown.hard_breaks
    assert written(shown) == ["相手に電話し、", "開かずに削除を頼む。"]


def test_a_long_text_is_read_and_stays_soft() -> None:
    long = one("持ち出す情報は必要な分だけにします。" * 6, EM * 14)
    assert len(long.lines) > 3
    assert not long.hard_breaks


def test_phrases_take_a_line_more_where_the_box_has_one() -> None:
    whole = plain_text("似た社名の取引先に、見積書を送りそうになりました。何がきっかけで気づけたでしょうか。")
    height = kit().extent([whole], EM * 23, BODY)[0]
    tight, roomy = (kit().body([whole], Box(0, 0, EM * 23, height + more), BODY) for more in (0, EM * 2))
    assert len(tight.paragraphs[0].lines) == 2
    assert written(roomy.paragraphs[0]) == [
        "似た社名の取引先に、", "見積書を送りそうになりました。", "何がきっかけで気づけたでしょうか。",
    ]  # fmt: skip


def test_a_roomy_page_has_height_for_the_line_more_that_phrases_take() -> None:
    whole = plain_text("PCをネットワークから切り離す。電源は切らない。")
    least, roomy = (kit(is_roomy=each).extent([whole], round(EM * 12.4), BODY)[0] for each in (False, True))
    assert (least, roomy) == (2 * pt(round(SIZE * STANDARD.fonts.line_height, 1)), round(least * 1.5))
    body = kit(is_roomy=True).body([whole], Box(0, 0, round(EM * 12.4), roomy), BODY)
    assert written(body.paragraphs[0]) == ["PCをネットワークから", "切り離す。", "電源は切らない。"]


def test_a_paragraph_remembers_where_it_comes_from() -> None:
    assert one(text("一つ"), EM * 9).place == text("一つ").place


def test_a_character_that_no_line_holds_is_overfull() -> None:
    with pytest.raises(Overfull):
        framed("個人", EM // 2)
    with pytest.raises(Overfull):
        kit().extent([plain_text("個人")], EM // 2, BODY)


@pytest.mark.parametrize("width", [5, 6, 7.5, 11, 30])
def test_the_extent_is_that_of_the_paragraphs(width: float) -> None:
    texts = [text("個人情報の取扱いを確かめる", "もう一つ"), Text((item("三つめは、箇条書きです"),))]
    own = replace(kit(), fonts=OWN_FONT)
    height, widest = own.extent(texts, round(EM * width), BODY)
    paragraphs = own.paragraphs(texts, round(EM * width), BODY)
    last = paragraphs[-1].lines[-1]
    assert height == last.top + last.height
    assert widest == max(line.width for paragraph in paragraphs for line in paragraph.lines)


@pytest.mark.parametrize(("anchor", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0)])
def test_a_body_stands_where_its_style_anchors_it(anchor: str, share: float) -> None:
    style = TextStyle("body", anchor=anchor)  # type: ignore[arg-type]
    box = Box(0, 0, EM * 9, EM * 9)
    body = kit().body([plain_text("個人情報")], box, style, (0, EM, 0, EM))
    spare = EM * 7 - pt(body.paragraphs[0].pitch)
    assert body.paragraphs[0].lines[0].top == pytest.approx(spare * share, abs=1)


def test_a_body_taller_than_its_box_is_overfull() -> None:
    with pytest.raises(Overfull):
        kit().body([plain_text("個人情報")], Box(0, 0, EM * 9, EM), BODY)


def test_names_tell_the_slide_and_the_part() -> None:
    assert kit().name("lead") == "slide-1/lead"


def test_each_step_has_the_sizes_of_the_themes_scale() -> None:
    for step, sizes in enumerate(STANDARD.scale):
        assert {role: kit(step).size(role) for role in sizes} == sizes


def test_a_row_of_stops_keeps_its_measured_lines_as_breaks_and_a_sentence_none() -> None:
    assert one("。" * 40, EM * 6).hard_breaks
    assert not one("持ち出しは、上長の承認を受けてからにします。", EM * 6).hard_breaks


def test_text_that_other_programs_may_set_in_more_lines_still_stands_in_the_middle_where_it_is_drawn() -> None:
    width, height = round(EM * 15 / SAFETY) + EM // 500, EM * 10
    body = kit().body(
        [plain_text("持ち出しは上長の承認を受け。USBメモリー持ち出しは上長の承")],
        Box(0, 0, width, height),
        TextStyle("body", anchor="middle"),
    )
    (first, *_, last) = body.paragraphs[0].lines
    assert abs(first.top - (height - last.top - last.height)) <= 1


def test_type_that_has_grown_breaks_no_mail_address() -> None:
    address = plain_text("soudan.madoguchi@example.co.jp")
    assert kit().extent([address], EM * 15, BODY)[0] == 2 * pt(round(SIZE * STANDARD.fonts.line_height, 1))
    with pytest.raises(Overfull):
        kit(step=-1).extent([address], EM * 15, BODY)


# Where the font is missing -------------------------------------------------------------------------------------------

KANA = "ひらがなはせまい" * 3


def test_a_soft_text_has_height_for_its_lines_in_fonts_of_whole_ems_and_is_drawn_as_the_own_font_breaks_it() -> None:
    width = round(EM * FONTS.width(KANA) / SAFETY) + EM // 500
    paragraph = one(KANA, width)
    assert [line.text for line in paragraph.lines] == [KANA]
    assert paragraph.lines[0].width == pytest.approx(EM * FONTS.width(KANA), abs=EM // 100)
    assert kit().extent([plain_text(KANA)], width, BODY)[0] == 2 * pt(paragraph.pitch)
    assert not paragraph.hard_breaks


def test_a_theme_that_fits_in_its_own_font_has_no_such_height() -> None:
    width = round(EM * FONTS.width(KANA) / SAFETY) + EM // 500
    own = replace(kit(), fonts=OWN_FONT)
    assert own.extent([plain_text(KANA)], width, BODY)[0] == pt(one(KANA, width).pitch)


def test_lines_that_are_kept_hold_in_fonts_of_whole_ems() -> None:
    whole = "ひらがなのながいみだしは、ほかのふぉんとでもおなじところでおわります"
    for width in range(8, 36):
        for line in one(whole, EM * width, TextStyle("body", balanced=True)).lines:
            assert FONTS.room(line.text) <= width * SAFETY


def test_a_centred_line_is_centred_by_its_width_in_the_own_font() -> None:
    (line,) = one("ひらがな", EM * 10, TextStyle("body", align="center")).lines
    left = line.fragments[0].x
    assert left == pytest.approx(EM * 10 - left - EM * FONTS.width("ひらがな"), abs=2)
