"""The page description: company text is data, and the engine may fetch nothing but the theme's own files."""

import logging
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Place
from deckgen.model.course import Course, Filled, Session
from deckgen.model.slots import History, HistoryEntry, Prose
from deckgen.model.text import Paragraph, Run, plain_text
from deckgen.writers.handout import render
from deckgen.writers.pdf.papers import RunningHead, head_findings, imprint_of, running_head
from deckgen.writers.pdf.resources import Resources, Unfetchable
from tests.writers.handout.reading import opened, page_description, printed, sample_html, sheets_of, texts
from tests.writers.handout.sample import FONT_SET, FULL, THEME, page, publication
from tests.writers.pptx.sample import COVER

HOSTILE = '<script>alert("x")</script>{{ 7 * 7 }}{% raw %}&amp;</style>'


def test_texts_of_a_company_are_printed_as_they_stand() -> None:
    course = replace(FULL, company_name=HOSTILE, session=Session(place=HOSTILE))
    notes = (Paragraph((Run(HOSTILE), Run("案内", link='https://example.jp/"onload="x'))),)
    made = publication(COVER, page(HOSTILE, notes=notes), course=course)
    html, _ = page_description(made, "handout")
    assert "<script" not in html
    assert "</style>" not in html
    assert '"onload="' not in html
    assert "49" not in texts(html)
    assert printed(render(made).data).count(HOSTILE.replace(" ", "")) >= 4


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=60))
@settings(max_examples=40)
def test_any_text_stays_text(text: str) -> None:
    html, _ = page_description(publication(COVER, page("題", notes=(Paragraph((Run(text),)),))), "handout")
    shown = texts(html).translate({ord(character): None for character in " \n\u3000\u00a0"})
    wanted = FONT_SET.in_print("".join(text.split())).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    wanted = wanted.replace('"', "&#34;").replace("'", "&#39;")
    assert "".join(wanted.split()) in "".join(shown.split())


def test_a_page_says_nothing_the_engine_does_not_know(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render(publication(), "trainer")
    assert caplog.messages == []


def test_no_address_in_a_page_leads_to_a_file_or_the_network() -> None:
    html = sample_html("trainer")
    fetched = re.findall(r'(?:src="|url\(|<link[^>]*href=")([^")]*)', html)
    assert fetched
    assert all(address.startswith(("deckgen:", "https://theme.invalid/")) for address in fetched)


BEYOND = ("file:///etc/hostname", "https://example.jp/a.png", "../theme.yaml", "missing.png")


@pytest.mark.parametrize("rule", ["@import url({});", "body {{ background: url({}) }}"])
@pytest.mark.parametrize("address", BEYOND)
def test_a_style_sheet_that_reaches_beyond_its_theme_is_refused(address: str, rule: str, tmp_path: Path) -> None:
    sheet = tmp_path / "paper" / "paper.css"
    sheet.parent.mkdir()
    sheet.write_text(rule.format(address), encoding="utf-8")
    (tmp_path / "theme.yaml").write_text("name: own", encoding="utf-8")
    theme = replace(THEME, papers=(sheet.parent, *THEME.papers))
    with pytest.raises(Unfetchable):
        render(publication(COVER, theme=theme))


def test_a_style_sheet_may_name_a_file_beside_it(tmp_path: Path) -> None:
    sheet = tmp_path / "paper.css"
    sheet.write_text(".told { background: url(paper.svg) }", encoding="utf-8")
    (tmp_path / "paper.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    made = publication(COVER, theme=replace(THEME, papers=(tmp_path, *THEME.papers)))
    assert render(made).pages == 1


def test_the_same_data_is_kept_once() -> None:
    resources = Resources()
    assert resources.add(b"a", "image/png") == resources.add(b"a", "image/png") != resources.add(b"b", "image/png")
    assert resources.get("deckgen:1").data == b"b"


# --- Heads, feet, cover ------------------------------------------------------------------------


def course(**changes: Any) -> Course:
    return replace(FULL, **changes)


def head_of(made: Course) -> RunningHead:
    return running_head(imprint_of(publication(course=made)))


def told_of(made: Course) -> list[Diagnostic]:
    return list(head_findings(publication(course=made)))


def test_the_head_names_course_and_company() -> None:
    head = head_of(FULL)
    assert (head.course, head.company) == ("テレワーク時の個人情報の取扱い", "みどり精機株式会社")


def test_only_what_would_run_off_the_paper_is_cut_short() -> None:
    name = "国" * 300
    long = course(company_name=name, short_name=name, title=plain_text("題" * 300))
    head = head_of(long)
    assert head.company.endswith("…")
    assert head.course.endswith("…")
    told = [dict(finding.values) for finding in told_of(long)]
    assert [(values["medium"], values["text"][:1]) for values in told] == [("@head", "国"), ("@head", "題")]


def test_the_short_name_takes_the_place_of_one_that_would_run_off_the_paper() -> None:
    long = course(company_name="国" * 300, short_name="国際精密")
    assert head_of(long).company == "国際精密"
    assert told_of(long) == []


def test_a_name_that_is_cut_short_is_told_where_the_company_wrote_it() -> None:
    name, place = "国" * 300, Place("mihon.yaml", 3, 9)
    filled = (Filled("company.name", Prose(plain_text(name, place))),)
    (finding,) = told_of(course(company_name=name, short_name=name, fillings=filled))
    assert finding.place == place


def test_a_draft_says_so_on_every_sheet_and_a_trainer_s_paper_whose_it_is() -> None:
    draft = publication(course=course(is_draft=True))
    with opened(render(draft, "trainer").data) as pdf:
        heads = ["".join(page.crop((0, 0, page.width, 70)).extract_text().split()) for page in pdf.pages]
    assert heads
    assert all("下書き講師用社外秘" in head for head in heads)


def test_no_mark_where_the_company_has_none() -> None:
    edition = replace(FULL.edition, confidentiality="")
    assert 'class="mark' not in page_description(publication(course=course(edition=edition)), "handout")[0]


def test_the_first_sheet_takes_the_record_of_the_training() -> None:
    session = Session(date="2026年11月18日（水）14:00〜15:00", place="本社 3階", trainer="教育担当")
    participant, trainer = (
        "".join(texts(sheets_of(publication(course=course(session=session)), kind)[0]).split())
        for kind in ("handout", "trainer")
    )
    assert "受講日2026年11月18日（水）14:00〜15:00会場本社3階所属氏名" in participant
    assert "実施日2026年11月18日（水）14:00〜15:00会場本社3階講師教育担当参加人数" in trainer


def test_the_first_sheet_lists_the_editions_so_far() -> None:
    entries = (
        HistoryEntry(version=plain_text("1.2"), issued_on=date(2026, 4, 1), summary=plain_text("連絡先を改めた。")),
        HistoryEntry(version=plain_text("1.0"), issued_on=date(2025, 4, 1), summary=plain_text("新しく作成した。")),
    )
    sheet = sheets_of(publication(course=course(history=History(entries))))[0]
    assert "改訂履歴版発行日内容1.22026年4月1日連絡先を改めた。1.02025年4月1日新しく作成した。" in "".join(
        texts(sheet).split()
    )


def test_a_long_history_runs_on_with_its_header() -> None:
    entry = HistoryEntry(version=plain_text("1.0"), issued_on=date(2025, 4, 1), summary=plain_text("改めた。" * 40))
    data = render(publication(COVER, course=course(history=History((entry,) * 12)))).data
    with opened(data) as pdf:
        sheets = ["".join(page.extract_text().split()) for page in pdf.pages]
    assert len(sheets) > 1
    assert all("版発行日内容" in sheet for sheet in sheets)
    assert printed(data).count("改めた。") == 480


def test_a_break_is_on_the_trainer_s_paper_alone() -> None:
    made = publication(COVER, page("前"), page("ひと休み", kind="break"), page("後"))
    assert "ひと休み" not in page_description(made)[0]
    assert "ひと休み" in page_description(made, "trainer")[0]
