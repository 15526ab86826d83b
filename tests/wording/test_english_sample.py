"""The sample company whose material is in English: nothing of the courses' Japanese is left in any output."""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from deckgen.diagnostics import Report
from deckgen.model.choice import Choice
from deckgen.model.publication import Publication
from deckgen.pipeline.build import file_prefix
from deckgen.pipeline.material import publish, read_material, with_slides
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.html import render as preview
from tests.wording.test_english import JAPANESE, pages_of, told

pytestmark = pytest.mark.slow

COMPANIES = Path(__file__).parents[2] / "source" / "companies"
SAMPLE, SECOND = COMPANIES / "shiosai-logistics.yaml", COMPANIES / "shiosai-logistics-phishing.yaml"
SAMPLES = (SAMPLE, SECOND)
THEMES = ("standard", "contrast")
each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


@cache
def publication(theme: str, sample: Path = SAMPLE) -> Publication:
    report = Report()
    material = read_material(sample, theme, report)
    made = publish(material, draft=False, report=report, outputs=tuple(OUTPUTS))
    assert [found for found in report if found.code.startswith(("translation-", "language-", "font-"))] == []
    return made


@each_sample
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_holds_a_japanese_sign(name: str, theme: str, sample: Path) -> None:
    for handout in ("compact", "full") if name == "handout" else ("compact",):
        options = Options(handout=handout)
        for file in OUTPUTS[name].render(options.applied(publication(theme, sample)), options, ()):
            assert [JAPANESE.findall(text) for text in told(file.rendered.data) if JAPANESE.search(text)] == []


@pytest.mark.parametrize("theme", ["standard", "contrast", "evening"])
def test_a_deck_s_theme_is_called_in_english(theme: str) -> None:
    (deck,) = OUTPUTS["deck"].render(publication(theme), Options(), ())
    with zipfile.ZipFile(BytesIO(deck.rendered.data)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "theme/theme" in name]
    assert parts
    for part in parts:
        assert JAPANESE.findall(re.sub(r'typeface="[^"]*"', "", part)) == []  # fonts are called as they are


@each_sample
def test_the_preview_holds_none(sample: Path) -> None:
    html = preview(publication("standard", sample), with_cues=True).data.decode()
    assert JAPANESE.findall(html.partition("<body")[2]) == []


@each_sample
def test_quotes_are_curly(sample: Path) -> None:
    for page in publication("standard", sample).deck.pages:
        for paragraph in (*page.notes, *page.cues, *(page.written or ())):
            assert '"' not in paragraph.plain
            assert "'" not in paragraph.plain


def test_it_is_set_in_the_family_that_the_theme_has_for_english() -> None:
    fonts = publication("contrast").theme.fonts
    assert (fonts.family, fonts.latin, fonts.office) == ("Source Sans 3", "Source Sans 3", "Source Sans 3")
    (own, rare) = fonts.supplements
    assert (own.family, rare.family) == ("BIZ UDPGothic", "Noto Sans CJK JP Supplement")


def test_names_of_files_tell_the_language() -> None:
    assert file_prefix(publication("standard").course) == "2026FY_telework-privacy_en_v1.0_"


def test_a_handout_in_two_languages_shows_japanese_slides_beside_english_texts() -> None:
    made = with_slides(publication("standard"), SAMPLE, None, Choice(slides="ja"), Report())
    assert file_prefix(made.course) == "2026FY_telework-privacy_en_slides-ja_v1.0_"
    for form in ("compact", "full"):
        options = Options(handout=form)
        (file,) = OUTPUTS["handout"].render(options.applied(made), options, ())
        with pdfplumber.open(BytesIO(file.rendered.data)) as paper:
            languages = {lang for page in paper.pages for lang in languages_in(page.structure_tree)}
            assert paper.doc.catalog["Lang"] == b"en"
        said = "\n".join(pages_of(file.rendered.data))
        assert "事例1" in said
        assert "The incidents are shown in four situations." in said
        assert languages == {"ja"}


def languages_in(elements: list[Any]) -> Iterator[str]:
    for each in elements:
        yield from [each["lang"]] if each.get("lang") else []
        yield from languages_in(each.get("children", []))


def test_slides_in_another_language_are_drawn_with_its_own_fonts() -> None:
    company = COMPANIES / "midori-seiki.yaml"
    report = Report()
    material = read_material(company, "standard", report)
    made = with_slides(publish(material, draft=False, report=report), company, "standard", Choice(slides="en"), report)
    (file,) = OUTPUTS["handout"].render(made, Options(), ())
    with pdfplumber.open(BytesIO(file.rendered.data)) as pdf:
        text = [(char["text"], char["fontname"]) for page in pdf.pages for char in page.chars]
    plain = "".join(sign for sign, _ in text)
    title = "When the place changes, so do the incidents"
    at = plain.index(title)
    assert {name.partition("+")[2] for _, name in text[at : at + len(title)]} == {"Source-Sans-3-Bold"}


def test_slides_in_the_language_of_the_texts_are_no_second_one() -> None:
    report = Report()
    assert with_slides(publication("standard"), SAMPLE, None, Choice(slides="en"), report).other is None
    assert [found.code for found in report] == ["slides-same"]


def test_in_japanese_the_same_profile_is_a_japanese_edition() -> None:
    material = read_material(SAMPLE, None, Report(), Choice("ja"))
    course = publish(material, draft=False, report=Report()).course
    assert (course.language, course.company_name, course.marks) == ("ja", "株式会社しおさい物流", ())


@pytest.mark.parametrize("company", ["shiosai-logistics", "hinata-design"])
def test_both_courses_of_a_company_have_the_contacts_of_one_profile(company: str) -> None:
    first, second = (
        read_material(COMPANIES / f"{name}.yaml", None, Report()) for name in (company, f"{company}-phishing")
    )
    assert (first.course.id, second.course.id) == ("telework-privacy", "phishing-mail")
    for slot in ("company.name", "emergency.primary", "desk.consultation", "rules.suspicious_mail"):
        assert first.profile.fillings[slot] == second.profile.fillings[slot]
    assert second.profile.bases == (COMPANIES / f"{company}.yaml",)
