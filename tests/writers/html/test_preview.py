"""The preview: one file that needs nothing else, for participants or for the trainer."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from deckgen.model.text import Paragraph, Run, plain_text
from deckgen.writers.html import render
from deckgen.writers.html.prose import prose
from tests.writers.html.reading import parsed, read_aloud
from tests.writers.html.sample import THEME, publication
from tests.writers.pptx.sample import COURSE, COVER, SAMPLE


def page(*, with_cues: bool = False, **changes: object) -> str:
    made = publication(course=replace(COURSE, **changes))  # type: ignore[arg-type]
    return render(made, with_cues=with_cues).data.decode()


def test_each_slide_stands_above_its_notes() -> None:
    (_, second) = parsed(page()).xpath("//article")
    heard = [*read_aloud(second)]
    assert heard[:2] == ["p: 2／2", "h3: 一つ目の見出し"]
    assert heard[-4:] == [
        "h4: 解説",
        "p: 皆さん、個人情報（こじんじょうほう）の話です。",
        "li[p: 会社で]",
        "li[p: 自宅で]",
    ]


def test_cues_and_times_are_the_trainers_alone() -> None:
    assert "質問は" not in page()
    assert "進行" not in page()
    trainer = page(with_cues=True)
    assert "<strong>質問は</strong>最後に受けます。" in trainer
    assert "3分" in trainer
    assert "講師用" in trainer


def test_participants_read_what_is_written_for_them() -> None:
    made = publication(COVER, replace(SAMPLE, written=(Paragraph((Run("読む人のために。"),)),)))
    assert "読む人のために。" in render(made).data.decode()
    assert "読む人のために。" not in render(made, with_cues=True).data.decode()


def test_readings_stand_above_their_words() -> None:
    assert prose((Paragraph((Run("個人情報", ruby="こじんじょうほう"),)),)) == (
        "<p><ruby>個人情報<rp>（</rp><rt>こじんじょうほう</rt><rp>）</rp></ruby></p>"
    )


def test_lists_of_notes_are_lists() -> None:
    items = (("-", 0, "一"), ("-", 1, "二"), ("1.", 0, "三"))
    paragraphs = tuple(Paragraph((Run(text),), marker, level) for marker, level, text in items)
    assert prose(paragraphs) == (
        '<ul role="list"><li>一<ul role="list"><li>二</li></ul></li></ul><ol role="list"><li>三</li></ol>'
    )


def test_the_list_of_slides_names_parts_and_leads_to_each() -> None:
    (nav,) = parsed(page()).xpath("//nav")
    assert nav.xpath(".//p/text()") == ["表紙", "はじめに & 目的"]
    assert nav.xpath(".//a/@href") == ["#slide-1", "#slide-2"]
    assert [link.text_content() for link in nav.xpath(".//a")] == ["1表紙", "2一つ目の見出し"]


def test_a_draft_says_so() -> None:
    assert "下書き" not in page()
    draft = parsed(page(is_draft=True))
    assert draft.xpath("string(//title)").startswith("【下書き】")
    assert draft.xpath("//*[@class='mark strong']/text()") == ["下書き"]


def test_nothing_is_fetched_and_no_other_style_or_script_is_let_in() -> None:
    html = page()
    assert not re.findall(r'(?:src|href)="(?!data:|#|https://example\.jp)', html)
    (policy,) = parsed(html).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:; font-src data:; ")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy


def test_the_names_of_a_company_are_text() -> None:
    nasty = "</title></style><script>alert(1)</script>{{ 7 * 7 }}"
    html = page(company_name=nasty, title=plain_text(nasty))
    assert len(parsed(html).xpath("//script")) == 1
    assert parsed(html).xpath("string(//h1)") == nasty


def test_fonts_are_inside_with_the_signs_that_are_shown() -> None:
    fonts = re.findall(r"font-weight: (\d+); src: url\(data:font/woff;base64,([^)]+)\)", page())
    assert [weight for weight, _ in fonts] == ["400", "700"]
    assert all(b64decode(data).startswith(b"wOFF") for _, data in fonts)


def test_a_theme_restyles_the_page_with_what_lies_beside_its_sheet(tmp_path: Path) -> None:
    (tmp_path / "preview.css").write_text("main { background: url('dots.png') }", encoding="utf-8")
    (tmp_path / "dots.png").write_bytes(b"dots")
    made = publication()
    html = render(replace(made, theme=replace(THEME, previews=(tmp_path, *THEME.previews)))).data.decode()
    assert html.index(".told") < html.index("main { background: url(data:image/png;base64,ZG90cw==) }")


def test_the_same_publication_makes_the_same_bytes() -> None:
    assert page() == page()
