"""Slides onto sheets: what shares a sheet, when a picture gives way, how texts carry on."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model.text import Paragraph, Run
from deckgen.writers.handout import render
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import mm
from tests.writers.handout.reading import Kind, element_text, elements, sheets_of, texts
from tests.writers.handout.sample import SETTER, page, publication
from tests.writers.pptx.sample import COVER

SENTENCE = "持ち出す前に、必ず上長の承認を得ます。"
PICTURE = re.compile(
    r'<img class="slide[^"]*" style="left:([\d.]+)pt;top:([\d.]+)pt;width:([\d.]+)pt;height:([\d.]+)pt'
)
PLACED = re.compile(
    r'<(?:(?:div|img) class="(?:row|slide|clock)[^"]*"|p class="continued") style="'
    r'[^"]*?top:([\d.]+)pt;[^"]*?height:([\d.]+)pt'
)


def notes(sentences: int) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(SENTENCE * sentences),)),) if sentences else ()


def pictures(sheet: str) -> list[tuple[float, ...]]:
    """Left, top, width and height of each slide on a sheet."""
    return [tuple(float(number) for number in found) for found in PICTURE.findall(sheet)]


def test_each_slide_has_a_sheet_with_its_picture_across() -> None:
    sheets = sheets_of(publication(COVER, page("一"), page("二")))
    assert [len(pictures(sheet)) for sheet in sheets] == [1, 1, 1]
    assert {round(pictures(sheet)[0][2], 1) for sheet in sheets} == {round(mm(170), 1)}


def test_participants_read_what_is_written_for_them_and_the_trainer_what_is_said() -> None:
    told = page("一", notes=(Paragraph((Run("皆さん、話します。"),)),), written=(Paragraph((Run("書きます。"),)),))
    made = publication(COVER, told, page("二", notes=notes(1), written=()))
    _, read, silent = map(texts, sheets_of(made))
    _, said, _ = map(texts, sheets_of(made, "trainer"))
    assert "書きます。" in read
    assert "話します。" not in read
    assert "話します。" in said
    assert "書きます。" not in said
    assert "解説" not in silent


def test_the_picture_gives_way_before_a_sheet_is_broken() -> None:
    widths = []
    for sentences in (1, 48, 52):
        sheets = sheets_of(publication(COVER, page("一", notes=notes(sentences))))
        assert len(sheets) == 2
        widths.append(round(pictures(sheets[1])[0][2] / mm(1)))
    assert widths == [170, 148, 122]


def test_texts_too_long_for_a_sheet_carry_on_under_the_repeated_title() -> None:
    _, first, second = sheets_of(publication(COVER, page("長い話", notes=notes(90))))
    assert "長い話（続き）" in second
    assert "解説" not in second
    assert texts(first + second).count("持") == 90
    assert len(pictures(second)) == 0


def test_a_section_slide_shares_its_sheet_with_the_slide_it_leads_to() -> None:
    section = page("第1部", layout="section", notes=notes(3))
    _, shared, alone = sheets_of(publication(COVER, section, page("一"), page("二")))
    small, large = pictures(shared)
    assert round(small[2] / mm(1)) == 72
    assert large[1] > small[1] + small[3]
    assert len(pictures(alone)) == 1


def test_a_section_slide_stands_alone_where_the_next_would_be_torn_apart() -> None:
    section = page("第1部", layout="section", notes=notes(6))
    sheets = sheets_of(publication(COVER, section, page("一", notes=notes(44))))
    assert [len(pictures(sheet)) for sheet in sheets] == [1, 1, 1]


def test_a_slide_that_fills_more_than_a_sheet_begins_under_its_section() -> None:
    section = page("第1部", layout="section", notes=notes(2))
    _, shared, *rest = sheets_of(publication(COVER, section, page("一", notes=notes(120))))
    assert len(pictures(shared)) == 2
    assert all("一（続き）" in sheet for sheet in rest)


def test_a_section_with_long_notes_is_set_like_any_slide() -> None:
    _, sheet = sheets_of(publication(COVER, page("第1部", layout="section", notes=notes(40))))
    assert pictures(sheet)[0][2] > mm(120)


def test_pages_of_a_split_slide_share_sheets() -> None:
    parts = [page("規則", slide_id="rules", continuation=(number, 3), notes=notes(1)) for number in (1, 2, 3)]
    sheets = sheets_of(publication(COVER, *parts, page("次", notes=notes(1))))
    assert [len(pictures(sheet)) for sheet in sheets] == [1, 2, 1, 1]


def test_a_discussion_has_lines_to_write_on_in_the_participants_copy() -> None:
    sheets = sheets_of(publication(COVER, page("話し合い", kind="discussion", notes=notes(30))))
    assert "書き込み欄" in sheets[1]
    found = re.search(r'class="row writing" style="[^"]*height:([\d.]+)pt', sheets[1])
    assert found is not None
    assert float(found[1]) >= paper.WRITING_LEAST * paper.RULE_PITCH


def test_room_that_is_left_takes_notes_of_one_s_own() -> None:
    _, short, full = sheets_of(publication(COVER, page("一", notes=notes(2)), page("二", notes=notes(43))))
    assert "メモ" in texts(short)
    assert "メモ" not in texts(full)


def test_cues_go_beside_the_picture_where_the_trainer_s_sheet_is_short_of_room() -> None:
    section = page("第1部", layout="section", notes=notes(4))
    follower = page("一", notes=notes(16), cues=notes(8))
    sheets = sheets_of(publication(COVER, section, follower), "trainer")
    assert [len(pictures(sheet)) for sheet in sheets] == [1, 2]
    assert "row cues beside" in sheets[1]


def test_the_clock_runs_on_from_slide_to_slide() -> None:
    timed = publication(COVER, page("一", minutes=2.5), page("二", minutes=0.5), page("三", minutes=61))
    spans = re.findall(
        r'<p class="minutes" style="font-size:15pt">(.*?)</p>\s*<p class="span">(.*?)</p>',
        "".join(sheets_of(timed, "trainer")),
    )
    assert spans == [
        ("1分", "開始から 0分 → 1分（全65分）"),
        ("2分30秒", "開始から 1分 → 3分30秒（全65分）"),
        ("30秒", "開始から 3分30秒 → 4分（全65分）"),
        ("61分", "開始から 4分 → 65分（全65分）"),
    ]


_CLOCK = re.compile(
    r'<div class="clock" style="[^"]*width:([\d.]+)pt[^"]*"><p class="minutes" style="font-size:([\d.]+)pt">(.*?)</p>'
    r'\s*<p class="span( tight)?">([^<]*)</p>'
)


@pytest.mark.parametrize("before", [0, 57.5, 118.5, 598.5])
@pytest.mark.parametrize("minutes", [1, 2.5, 60.5, 120.5])
def test_a_slides_minutes_do_not_run_into_its_time_of_day(before: float, minutes: float) -> None:
    earlier = page("一", minutes=before)
    narrow = page("二", layout="section", slide_id="sec", minutes=minutes)
    wide = page("三", minutes=minutes)
    html = "".join(sheets_of(publication(COVER, earlier, narrow, wide), "trainer"))
    clocks = _CLOCK.findall(html)
    assert min(float(width) for width, *_ in clocks) == pytest.approx(paper.SECTION_WIDTH, abs=0.1)
    for width, size, own, is_tight, span in clocks:
        lines = max(SETTER.fonts.width(line) for line in span.split("\n")) * (8 if is_tight else 9)
        assert SETTER.fonts.width(own, bold=True) * float(size) + lines + 5.9 <= float(width)
        assert float(size) >= 12
        assert "".join(span.split()).startswith("開始から")


def test_further_pages_of_a_slide_show_no_time_of_their_own() -> None:
    parts = [
        page("規則", slide_id="rules", continuation=(number, 2), minutes=4 if number == 1 else 0) for number in (1, 2)
    ]
    html = "".join(sheets_of(publication(COVER, *parts), "trainer"))
    assert html.count('class="clock"') == 2


def test_a_slide_without_a_title_is_still_in_the_outline() -> None:
    silent = publication(COVER, replace(page("写真"), items=()))
    assert 'data-bookmark="写真"' in sheets_of(silent)[1]
    data = render(silent).data
    assert "写真" in [element_text(data, heading) for heading in elements(data, "H2")]


LENGTHS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40), st.booleans()), min_size=1, max_size=6)


@pytest.mark.parametrize("kind", ["handout", "trainer"])
@given(lengths=LENGTHS)
@settings(max_examples=25)
def test_everything_stays_on_its_sheet_and_nothing_is_lost(kind: Kind, lengths: list[tuple[int, int, bool]]) -> None:
    pages = [
        page(f"題{index}", notes=notes(told), cues=(Paragraph((Run("合図" * cued),), "-"),) if cued else (),
             layout="section" if opens else "title-only")
        for index, (told, cued, opens) in enumerate(lengths)
    ]  # fmt: skip
    sheets = sheets_of(publication(COVER, *pages), kind)
    for sheet in sheets:
        for top, tall in PLACED.findall(sheet):
            assert float(top) + float(tall) <= paper.HEIGHT + 0.01
    text = texts("".join(sheets))
    assert text.count("持") == sum(told for told, _, _ in lengths)
    assert text.count("図") == (sum(cued for _, cued, _ in lengths) if kind == "trainer" else 0)
