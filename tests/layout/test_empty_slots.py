"""An optional slot that a company leaves empty, in the place of each text of slides and blocks in turn."""

import re
from collections.abc import Iterator

import pytest

from deckgen.diagnostics import Report
from deckgen.layout import lay_out
from deckgen.layout.papers.calls import emergency_of
from deckgen.layout.papers.poster import lay_out_poster
from deckgen.layout.papers.wallet import lay_out_cards
from deckgen.messages import message_of
from deckgen.model.frames import ChartBox, PlotBox, WholePaper
from tests.layout.themes import STANDARD
from tests.merge.material import Outcome, merged
from tests.properties.judging import areas, flattened, visible

SCENE = "{ alt: 絵です, parts: [{ icon: wifi, at: [50, 37], size: 20 }] }"
SLIDES = {
    "text": "lead: 〔導入〕, points: [{ heading: 〔点〕, body: 〔説明〕 }, { heading: 〔点二〕 }], "
            "callout: { text: 〔結び〕 }",
    "objectives": "goals: [〔一つ〕, 〔二つ〕]",
    "closing": "takeaways: [〔一つ〕, 〔二つ〕], callout: { text: 〔結び〕 }",
    "break": "text: 〔再開〕",
    "change-map": "person: { label: 〔人〕, icon: user }, origin: { label: 〔職場〕, icon: building }, "
                  "luggage: 〔荷物〕, "
                  "destinations: [{ label: 〔自宅〕, icon: home }, { label: 〔駅〕, icon: train }], "
                  "changes: [{ heading: 〔道〕, body: 〔暗い〕 }, { heading: 〔席〕 }]",
    "case": f"setting: 〔場面〕, scene: {SCENE}, incidents: [〔起きた〕], causes: [〔原因〕], source: 〔出典〕",
    "chart": "alt: 図, unit: 件, bars: [{ label: 〔甲〕, value: 3 }, { label: 〔乙〕, value: 4 }], basis: 〔数え方〕, "
             "message: 〔言いたいこと〕, source: 〔出典〕, figures: [{ value: 〔七〕, label: 〔合計〕 }], "
             "published_on: 2026-01-01, checked_on: 2026-02-01",
    "risk-map": "settings: [{ label: 〔家〕, icon: home, risks: [{ heading: 〔覗き〕, body: 〔見える〕 }] }, "
                "{ label: 〔店〕, icon: coffee, risks: [{ heading: 〔盗難〕 }] }]",
    "checklist": "groups: [{ heading: 〔前〕, icon: user, items: [〔鍵〕] }, "
                 "{ heading: 〔後〕, icon: user, items: [〔灯〕] }], "
                 "callout: { text: 〔結び〕 }",
    "discussion": "question: 〔問い〕, prompts: [〔題材〕], steps: [〔三分〕]",
    "self-check": "questions: [{ question: 〔開くか〕, hint: 〔助言〕 }, { question: 〔送るか〕 }], verdict: 〔判断〕",
    "two-flows": "flows: [{ heading: 〔社内〕, icon: user, "
                 "steps: [{ heading: 〔伝える〕, body: 〔電話で〕 }] }], conclusion: 〔終わり〕",
    "topics": "topics: [{ heading: 〔主題〕, icon: user, content: [〔中身〕] }, "
              "{ heading: 〔第二〕, icon: user, content: [〔中二〕] }]",
    "emergency": "actions: [〔止める〕], deadline: { slot: b.done }, report_items: [〔何を〕], "
                 "contacts: [{ duty: 窓口, contact: { role: 係, phone: 03-1234-5678 } }]",
    "references": "references: [{ title: 〔本〕, publisher: 〔社〕, note: 〔注〕, checked_on: 2026-01-01 }], "
                  "credit: 〔謝辞〕",
    "table": "columns: [〔列一〕, 〔列二〕, 〔列三〕], widths: [1, 2, 1], "
             "rows: [[〔い〕, 〔ろ〕, 〔は〕], [〔に〕, 〔ほ〕, 〔へ〕]]",
    "picture": f"scene: {SCENE}, caption: 〔説明〕",
}  # fmt: skip
BLOCKS = {
    "list": "items: [〔一つ〕, { text: 〔親〕, items: [〔子〕] }]",
    "points": "points: [{ heading: 〔点〕, body: 〔説明〕 }, { heading: 〔点二〕 }]",
    "steps": "steps: [{ heading: 〔手順〕, body: 〔説明〕 }, { heading: 〔手順二〕 }]",
    "timeline": "events: [{ when: 〔朝〕, text: 〔始め〕 }, { when: 〔夜〕, text: 〔終わり〕 }]",
    "comparison": "sides: [{ heading: 〔する〕, items: [〔施錠〕] }, { heading: 〔しない〕, items: [〔放置〕] }]",
    "figures": "figures: [{ value: 〔七〕, label: 〔合計〕 }, { value: 〔八〕, label: 〔平均〕 }], source: 〔出典〕",
    "quote": "text: 〔言葉〕, by: 〔誰か〕",
    "table": "columns: [〔列一〕, 〔列二〕, 〔列三〕], rows: [[〔い〕, 〔ろ〕, 〔は〕], [〔に〕, 〔ほ〕, 〔へ〕]]",
    "definitions": "definitions: [{ term: 〔語〕, meaning: 〔意味〕 }, { term: 〔語二〕, meaning: 〔意味二〕 }]",
    "callout": "text: 〔結び〕, contact: { role: 係, phone: 03-1234-5678 }",
    "question": "question: 〔問い〕, choices: [〔はい〕, 〔いいえ〕], answer: 〔答え〕",
    "link": "title: 〔動画〕, url: https://example.jp/, text: 〔見る〕",
    "people": "head: { role: 〔長〕 }, people: [{ role: 〔係〕, name: 〔山田〕, duty: 〔受付〕 }]",
    "contact": "contacts: [{ duty: 窓口, contact: { role: 総務, phone: 03-1234-5678 } }]",
    "chart": "alt: 図, form: column, categories: [〔春〕, 〔秋〕], series: [{ name: 〔前年〕, values: [1, 2] }, "
             "{ name: 〔今年〕, values: [3, 4] }], source: 〔出典〕",
}  # fmt: skip
_WORD = re.compile("〔([^〕]+)〕")
_TOLD = {"slide-lost", "emergency-lost", "slide-left-empty", "part-lost"}
_TAKEN_ALONG = {
    "説明": {"点"}, "七": {"合計"}, "八": {"平均"}, "鍵": {"前"}, "灯": {"後"}, "中身": {"主題"}, "中二": {"第二"},
    "施錠": {"する"}, "放置": {"しない"}, "意味": {"語"}, "意味二": {"語二"}, "見える": {"覗き", "家"}, "盗難": {"店"},
    "言葉": {"誰か"}, "始め": {"朝"}, "終わり": {"夜"}, "列一": {"い", "に"}, "列二": {"ろ", "ほ"},
    "列三": {"は", "へ"}, "前年": {"今年"}, "今年": {"前年"},
}  # fmt: skip
"""What only names what is empty, or what it names in its turn: a heading, a column; the one series that is left."""
_UNSEEN = {"答え"}
"""What no slide shows."""
PARTS = {
    "case": ["場面"], "change-map": ["人", "荷物"], "chart": ["言いたいこと", "出典", "数え方", "七"],
    "checklist": ["鍵"], "discussion": ["題材", "三分"], "emergency": ["止める", "何を"],
    "self-check": ["判断", "助言"], "text": ["導入", "結び"], "comparison block": ["施錠", "放置"],
    "list block": ["親", "子"], "question block": ["答え"],
    "steps block": ["説明"],
}  # fmt: skip
"""What its slide or block can do without."""


def cases() -> Iterator[tuple[str, str, frozenset[str], str]]:
    for kind, written in SLIDES.items():
        for word, others, emptied in _emptied(written):
            yield kind, word, others, _slide(kind, emptied)
    for kind, written in BLOCKS.items():
        for word, others, emptied in _emptied(written):
            blocks = f"blocks: [{{ type: {kind}, {emptied} }}, {{ type: quote, text: 最後に一言 }}]"
            yield f"{kind} block", word, others, _slide("content", blocks)


def _emptied(written: str) -> Iterator[tuple[str, frozenset[str], str]]:
    words = frozenset(_WORD.findall(written))
    for word in sorted(words):
        yield word, words - {word}, written.replace(f"〔{word}〕", "{ slot: a.text }")


def _slide(kind: str, written: str) -> str:
    plain = _WORD.sub(r"\1", written)
    return f"- {{ kind: {kind}, id: one, title: 題です, notes: 話す, {plain} }}\n"


def shown(outcome: Outcome) -> str:
    pages = lay_out(outcome.made, STANDARD, Report()).pages[1:]
    charts = [item for page in pages for item in flattened(page.items) if isinstance(item, ChartBox | PlotBox)]
    return visible(pages) + "".join(map(repr, charts))


def codes(outcome: Outcome) -> set[str]:
    return {found.code for found in outcome.report}


@pytest.mark.parametrize(("kind", "word", "others", "slides"), [*cases()])
def test_what_is_not_empty_stays_or_is_told(kind: str, word: str, others: frozenset[str], slides: str) -> None:
    outcome = merged(slides)
    text = shown(outcome)
    lost = {each for each in others - _UNSEEN if each not in text} - _TAKEN_ALONG.get(word, set())
    assert not lost or codes(outcome) & _TOLD


@pytest.mark.parametrize(
    ("kind", "word", "others", "slides"), [each for each in cases() if each[1] in PARTS.get(each[0], ())]
)
def test_a_part_goes_and_all_others_stay_without_a_word(
    kind: str, word: str, others: frozenset[str], slides: str
) -> None:
    outcome = merged(slides)
    text = shown(outcome)
    assert not {each for each in others - _UNSEEN if each not in text} - _TAKEN_ALONG.get(word, set())
    assert not codes(outcome)


ALL_EMPTY = {
    "text": "points: [{ heading: { slot: a.text } }], callout: { text: 残る文 }",
    "closing": "takeaways: [{ slot: a.text }], callout: { text: 残る文 }",
    "checklist": "groups: [{ heading: 前, icon: user, items: { slot: a.list } }], callout: { text: 残る文 }",
    "case": f"setting: 場面, scene: {SCENE}, incidents: [残る文], causes: [{{ slot: a.text }}]",
    "emergency": "actions: [残る文], deadline: すぐ, report_items: { slot: a.list }, contacts: { slot: b.desks }",
    "discussion": "question: 残る文, prompts: { slot: a.list }",
    "self-check": "questions: [{ question: 残る文 }], verdict: { slot: a.text }",
    "table": "columns: [{ slot: a.text }, 残る文, 丙], rows: [[一, 二, 三]]",
    "content": "blocks: [{ type: list, items: { slot: a.list } }, { type: text, text: 残る文 }]",
}
"""A slide of which all that a list holds is empty, and something else is not."""


@pytest.mark.parametrize("kind", ALL_EMPTY)
def test_a_slide_is_laid_out_with_what_is_left_of_it(kind: str) -> None:
    outcome = merged(_slide(kind, ALL_EMPTY[kind]))
    text = shown(outcome)
    assert "残る文" in text
    assert not codes(outcome)


def test_an_emergency_slide_with_numbers_alone_is_laid_out() -> None:
    written = "actions: { slot: a.list }, deadline: { slot: a.text }, report_items: { slot: a.list }, "
    written += "contacts: [{ duty: 窓口, contact: { role: 係, phone: 03-1234-5678 } }]"
    outcome = merged(_slide("emergency", written))
    assert "03-1234-5678" in shown(outcome)
    course, emergency = outcome.made, emergency_of(outcome.made)
    assert emergency is not None
    for paper in (lay_out_cards(course, emergency, STANDARD), lay_out_poster(course, emergency, STANDARD)):
        assert "03-1234-5678" in "".join(_texts(paper))


def test_a_slide_without_its_title_is_told_with_the_slot() -> None:
    outcome = merged(_slide("objectives", SLIDES["objectives"]).replace("題です", "{ slot: a.text }"))
    assert [slide.id for slide in outcome.made.slides] == ["cover"]
    (found,) = outcome.report
    assert message_of(found, "ja") == "スライド「one」が丸ごと無くなります：枠10（a.text）が空です"


def test_an_emergency_slide_that_goes_is_an_error() -> None:
    outcome = merged(_slide("emergency", SLIDES["emergency"]).replace("題です", "{ slot: a.text }"))
    assert outcome.course is None
    assert codes(outcome) == {"emergency-lost"}


def test_an_emergency_slide_without_a_deadline_has_its_cards_and_poster() -> None:
    course = merged(_slide("emergency", SLIDES["emergency"])).made
    emergency = emergency_of(course)
    assert emergency is not None
    papers = (lay_out_cards(course, emergency, STANDARD), lay_out_poster(course, emergency, STANDARD))
    for paper in papers:
        text = "".join(_texts(paper))
        assert "03-1234-5678" in text
        assert "社内への報告" not in text
        assert not paper.findings


def _texts(paper: WholePaper) -> Iterator[str]:
    for sheet in paper.sheets:
        for area in areas(sheet.items):
            yield from (run.text for each in area.body.paragraphs for run in each.runs)
