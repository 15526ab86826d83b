"""Slides and what is told of them, on sheets: what shares a sheet, when a picture gives way, how texts carry on."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Run
from deckgen.writers.handout import render
from deckgen.writers.pdf.levels import mm
from tests.writers.handout.reading import Kind, element_text, elements, opened, printed, sheets_of, texts
from tests.writers.handout.sample import page, publication
from tests.writers.pptx.sample import COVER

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
SENTENCE = "持ち出す前に、必ず上長の承認を得ます。"


def notes(sentences: int) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(SENTENCE * sentences),)),) if sentences else ()


def pages_of(made: Publication, kind: Kind = "handout") -> list[str]:
    """What each page of the file says, without white space."""
    with opened(render(made, kind).data) as pdf:
        return ["".join(page.extract_text().split()) for page in pdf.pages]


def test_each_slide_has_a_sheet() -> None:
    cover, first, second = pages_of(publication(COVER, page("一番目"), page("二番目")))
    assert ("一番目" in first, "二番目" in second) == (True, True)
    assert "一番目" not in cover + second


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
    lengths = []
    for sentences in (1, 24, 30, 60):
        _, sheet = sheets_of(publication(COVER, page("一", notes=notes(sentences))))
        lengths.append(re.split(r'[ "]', sheet)[0])
        if sentences < 60:
            assert len(pages_of(publication(COVER, page("一", notes=notes(sentences))))) == 2
    assert lengths == ["short", "middling", "long", "overlong"]


def test_texts_too_long_for_a_sheet_carry_on_under_the_repeated_title() -> None:
    _, first, *rest = pages_of(publication(COVER, page("長い話", notes=notes(90))))
    assert "長い話（続き）" not in first
    assert rest
    assert all("長い話（続き）" in sheet for sheet in rest)
    assert "".join((first, *rest)).count("持") == 90


def test_a_slide_that_begins_a_sheet_does_not_repeat_the_title_of_another() -> None:
    *_, last = pages_of(publication(COVER, page("長い話", notes=notes(90)), page("次の話", notes=notes(1))))
    assert "次の話" in last
    assert "続き" not in last


def test_a_section_slide_shares_its_sheet_with_the_slide_it_leads_to() -> None:
    section = page("第1部", kind="section", notes=notes(3))
    _, shared, alone = pages_of(publication(COVER, section, page("一番目"), page("二番目")))
    assert shared.index("第1部") < shared.index("一番目")
    assert "二番目" in alone


def test_pages_of_a_split_slide_share_sheets() -> None:
    parts = [page("規則", slide_id="rules", continuation=(number, 3), notes=notes(1)) for number in (1, 2, 3)]
    sheets = pages_of(publication(COVER, *parts, page("次の題", notes=notes(1))))
    assert [sheet.count("規則") for sheet in sheets] == [0, 2, 1, 0]
    assert "次の題" in sheets[3]


def test_further_pages_of_a_slide_stand_small_on_the_trainer_s_sheet_of_the_first() -> None:
    parts = [page("割れたスライド", continuation=(number, 4), minutes=0.0) for number in (1, 2, 3, 4)]
    assert len(pages_of(publication(COVER, *parts), "trainer")) == 3
    classes = [sheet.partition(">")[0] for sheet in sheets_of(publication(COVER, *parts), "trainer")]
    assert ["further" in each for each in classes] == [False, False, True, True, True]


def test_a_discussion_has_lines_to_write_on_in_the_participants_copy() -> None:
    talk = publication(COVER, page("話し合い", kind="discussion", notes=notes(10)))
    assert "書き込み欄" in sheets_of(talk)[1]
    assert sheets_of(talk)[1].partition('class="lines"')[2].count("<div></div>") == 7
    assert "書き込み欄" not in sheets_of(talk, "trainer")[1]


def test_room_that_is_left_takes_notes_of_one_s_own() -> None:
    _, short, full = pages_of(publication(COVER, page("一", notes=notes(2)), page("二", notes=notes(33))))
    assert "メモ" in short
    assert "メモ" not in full


def test_cues_go_beside_the_picture_where_the_trainer_s_sheet_is_short_of_room() -> None:
    section = page("第1部", kind="section", notes=notes(4))
    follower = page("一番目", notes=notes(16), cues=notes(8))
    made = publication(COVER, section, follower)
    assert "beside" in sheets_of(made, "trainer")[2].partition(">")[0]
    _, shared = pages_of(made, "trainer")
    assert "第1部" in shared
    assert "一番目" in shared


def test_the_clock_runs_on_from_slide_to_slide() -> None:
    timed = publication(COVER, page("一", minutes=2.5), page("二", minutes=0.5), page("三", minutes=61))
    spans = re.findall(
        r'<p class="minutes">(.*?)</p>\s*<p class="span">(.*?)</p>', "".join(sheets_of(timed, "trainer"))
    )
    assert spans == [
        ("1分", "開始から 0分 → 1分（全65分）"),
        ("2分30秒", "開始から 1分 → 3分30秒（全65分）"),
        ("30秒", "開始から 3分30秒 → 4分（全65分）"),
        ("61分", "開始から 4分 → 65分（全65分）"),
    ]


@pytest.mark.parametrize("before", [0, 598.5])
@pytest.mark.parametrize("minutes", [1, 120.5, 9999.5])
def test_a_slides_minutes_do_not_run_into_its_time_of_day(before: float, minutes: float) -> None:
    made = publication(
        COVER, page("一", minutes=before), page("二", kind="section", slide_id="sec", minutes=minutes), page("三")
    )
    with opened(render(made, "trainer").data) as pdf:
        for sheet in pdf.pages:
            large = [char for char in sheet.chars if round(char["size"]) == 15]
            small = [char for char in sheet.chars if round(char["size"]) == 9]
            for one in large:
                for other in small:
                    apart = other["x0"] >= one["x1"] - 0.1 or other["x1"] <= one["x0"] + 0.1
                    assert apart or other["top"] >= one["bottom"] - 3 or other["bottom"] <= one["top"] + 3


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


LENGTHS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40), st.booleans()), min_size=1, max_size=4)


@pytest.mark.parametrize("kind", ["handout", "trainer"])
@given(lengths=LENGTHS)
@settings(max_examples=6, deadline=None)
def test_everything_stays_on_its_sheet_and_nothing_is_lost(kind: Kind, lengths: list[tuple[int, int, bool]]) -> None:
    pages = [
        page(f"題{index}", notes=notes(told), cues=(Paragraph((Run("合図" * cued),), "-"),) if cued else (),
             kind="section" if opens else "text")
        for index, (told, cued, opens) in enumerate(lengths)
    ]  # fmt: skip
    data = render(publication(COVER, *pages), kind).data
    with opened(data) as pdf:
        for sheet in pdf.pages:
            told = [char for char in sheet.chars if char["text"] in "持図"]
            assert all(mm(20) <= char["top"] and char["bottom"] <= sheet.height - mm(19) for char in told)
    text = printed(data)
    assert text.count("持") == sum(told for told, _, _ in lengths)
    assert text.count("図") == (sum(cued for _, cued, _ in lengths) if kind == "trainer" else 0)
