"""What frames the message of every slide: section mark, footer, edition, number; and the layouts behind."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from deckgen.diagnostics import Place, Report, Stop
from deckgen.layout import lay_out
from deckgen.model.course import Edition, Filled
from deckgen.model.pieces import SceneIcon
from deckgen.model.quiz import Quiz, TrueFalseItem
from deckgen.model.slots import Prose
from deckgen.model.spoken import Placed
from deckgen.model.standard_slots import FISCAL_YEAR, ISSUED_ON, VERSION
from deckgen.model.text import plain_text
from tests.layout.laying import LaidOut, laid
from tests.layout.slides import course, slide
from tests.layout.supply import SCENE, Supply
from tests.layout.themes import STANDARD

EDITION = course().edition


def framed(**values: object) -> LaidOut:
    """A slide of a course with some values."""
    made = slide("text", Supply())
    return laid(made, of=course(made, **values))


def version(text: str) -> Edition:
    return replace(EDITION, version=text)


def test_the_footer_says_whose_material_it_is_and_how_secret() -> None:
    assert framed().lines("footer") == ["【社外秘】みどり精機　個人情報の取扱い"]


def test_a_company_without_a_confidentiality_mark_has_none() -> None:
    assert framed(edition=replace(EDITION, confidentiality="")).lines("footer") == ["みどり精機　個人情報の取扱い"]


@pytest.mark.parametrize(
    ("name", "title", "expected", "is_told"),
    [
        ("みどり", "題" * 60, "【社外秘】みどり", False),
        ("社" * 60, "個人情報", "【社外秘】個人情報", True),
        ("社" * 60, "題" * 60, "【社外秘】", True),
    ],
)
def test_what_is_too_long_for_the_footer_is_left_out(name: str, title: str, expected: str, is_told: bool) -> None:
    result = framed(short_name=name, title=plain_text(title))
    assert result.lines("footer") == [expected]
    assert ("footer-too-long" in result.codes) is is_told


def test_a_name_that_the_footer_leaves_out_is_told_where_the_company_wrote_it() -> None:
    filled = (Filled("company.short_name", Prose(plain_text("社" * 60, Place("mihon.yaml", 3, 9)))),)
    result = framed(short_name="社" * 60, fillings=filled)
    assert [found.place for found in result.report if found.code == "footer-too-long"] == [Place("mihon.yaml", 3, 9)]


def test_every_slide_tells_its_edition_and_its_number() -> None:
    result = framed()
    assert result.lines("date") == ["2026年度 第1.2版"]
    assert result.lines("slide-number") == ["1"]


def test_a_long_version_is_told_without_its_year() -> None:
    assert framed(edition=version("2026.11.02-r3")).lines("date") == ["第2026.11.02-r3版"]


def test_a_version_that_no_footer_holds_is_told() -> None:
    result = framed(edition=version("2026年11月2日に改めた特別な版"))
    assert result.lines("date") == []
    assert "version-too-long" in result.codes


def test_the_footer_stands_below_the_text_and_its_parts_beside_each_other() -> None:
    made = [item for item in framed().page.items if item.name.endswith(("/footer", "/date", "/slide-number"))]
    assert [item.name.split("/")[-1] for item in made] == ["footer", "date", "slide-number"]
    for left, right in itertools.pairwise(made):
        assert left.box.right <= right.box.x
    assert all(item.box.y >= STANDARD.grid.body_bottom for item in made)


def test_a_slide_of_a_section_is_marked_with_it() -> None:
    section = replace(slide("section", Supply(), "part"), title=plain_text("事故事例"))
    made = slide("text", Supply(), "first")
    report = Report()
    deck = lay_out(course(section, made), STANDARD, report)
    assert LaidOut(deck.pages[1:], report).lines("section") == ["第1部　事故事例"]


def test_a_slide_before_the_first_section_has_no_mark() -> None:
    assert framed().lines("section") == []


def test_a_mark_too_long_for_its_line_is_left_out() -> None:
    section = replace(slide("section", Supply(), "part"), title=plain_text("長い区切り" * 4), lead=None)
    many = replace(section, title=plain_text("長" * 70))
    for opening, is_marked in ((section, True), (many, False)):
        result = LaidOut(lay_out(course(opening, slide("text", Supply(), "t")), STANDARD, Report()).pages[1:], Report())
        assert bool(result.lines("section")) is is_marked


def test_every_slide_but_the_cover_has_a_footer_with_its_number() -> None:
    for kind in ("section", "text"):
        pages = laid(slide(kind, Supply()))
        assert pages.lines("footer") == ["【社外秘】みどり精機　個人情報の取扱い"]
        assert pages.lines("slide-number") == ["1"]
    assert not laid(slide("cover", Supply())).lines("footer")


@pytest.mark.parametrize("kind", ["cover", "section", "text"])
def test_a_draft_says_on_every_slide_that_it_is_one(kind: str) -> None:
    made = slide(kind, Supply())
    assert "下書き" in laid(made, of=replace(course(made), is_draft=True)).text
    assert "下書き" not in laid(made).text


def test_a_draft_invents_no_edition() -> None:
    made = slide("cover", Supply())
    open_edition = replace(EDITION, missing=(FISCAL_YEAR, VERSION, ISSUED_ON))
    text = laid(made, of=course(made, edition=open_edition)).text
    assert "年度未定\n版未定　発行日未定" in text
    assert "2026" not in text


def test_the_cover_says_who_hands_it_out_which_edition_and_when() -> None:
    made = slide("cover", Supply("本編"))
    text = laid(made, of=course(made)).text
    for part in ("社外秘", "みどり精機株式会社", "令和8年度（2026年度）", "第1.2版　2026年11月2日発行", "本編"):
        assert part in text


def test_the_first_year_of_an_era_has_its_own_word() -> None:
    made = slide("cover", Supply())
    first = replace(EDITION, fiscal_year=2019, issued_on=date(2019, 5, 7))
    assert "令和元年度（2019年度）" in laid(made, of=course(made, edition=first)).text


# Characters that the fonts lack -------------------------------------------------------------------------------------


def uncovered(result: LaidOut) -> list[tuple[str, int]]:
    return [
        (dict(found.values)["character"], found.place.line if found.place else 0)
        for found in result.report
        if found.code == "glyph-missing"
    ]


def test_a_character_without_a_glyph_is_told_once_with_its_place() -> None:
    assert uncovered(laid(slide("text", Supply("😀と😀")))) == [("😀", 7)]


def test_notes_are_looked_through_too() -> None:
    made = replace(slide("text", Supply()), notes=plain_text("😀"))
    assert uncovered(laid(made)) == [("😀", 0)]


def test_a_label_of_a_picture_is_told_at_its_slide() -> None:
    (cloud, *parts) = SCENE.parts
    scene = replace(SCENE, parts=(replace(cloud, label="😀"), *parts))  # type: ignore[arg-type]
    assert uncovered(laid(replace(slide("case", Supply()), scene=scene))) == [("😀", 5)]


def test_the_names_that_stand_in_footers_and_on_the_cover_are_looked_through() -> None:
    assert uncovered(framed(company_name="株式会社😀", short_name="😀社")) == [("😀", 0)]


def test_a_name_without_a_glyph_is_told_where_the_company_wrote_it_and_not_where_the_course_shows_it() -> None:
    made = slide("text", Supply("😀社の決まり"))
    filled = (Filled("company.name", Prose(plain_text("株式会社😀", Place("mihon.yaml", 3, 9)))),)
    shown = laid(made, of=course(made, company_name="株式会社😀", fillings=filled))
    assert [found.place for found in shown.report if found.code == "glyph-missing"] == [Place("mihon.yaml", 3, 9)]


def test_the_test_is_looked_through_too() -> None:
    item = TrueFalseItem(
        id="a",
        slide="a",
        question=plain_text("😀"),
        explanation=plain_text("文"),
        answer=True,
        place=Place("q.yaml", 4, 5),
    )
    assert uncovered(framed(quiz=Quiz(title=plain_text("確認"), pass_line=80, items=(item,)))) == [("😀", 0)]


# Icons --------------------------------------------------------------------------------------------------------------


def test_an_icon_that_the_theme_lacks_is_an_error_that_names_close_ones() -> None:
    name, again = (Placed("info-circel", Place("slides.yaml", line, 15)) for line in (9, 12))
    scene = replace(SCENE, parts=tuple(SceneIcon(icon=each, at=(50, 30), size=20) for each in (name, again)))
    made = replace(slide("case", Supply()), scene=scene)
    report = Report()
    with pytest.raises(Stop):
        lay_out(course(made), STANDARD, report)
    found, other = (found for found in report if found.code == "icon-unknown")
    assert dict(found.values)["suggestion"] == "info-circle"
    assert [found.place, other.place] == [name.place, again.place]
