"""Signs of other ways of writing: found where they are printed as they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place, Report
from deckgen.model.text import Source
from deckgen.text.stray import Form, report_stray

FORMS: tuple[Form, ...] = ("literal", "line", "item", "blocks")
START = Place("mihon.yaml", 3, 9)


def company_text(text: str) -> Source:
    return Source(text, START, is_template=False, raw=text)


def strays(text: str, form: Form) -> list[tuple[str, str, int, int]]:
    report = Report()
    report_stray(company_text(text), form, report)
    places = [(found.place.line, found.place.column) for found in report if found.place]
    return [(found.code, dict(found.values)["found"], *place) for found, place in zip(report, places, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "A&B商事とR&D部", "<社外秘>の資料", "3<5で、5>3です。", "（1）と（2）を確かめる。", "1.5メートル離れる。",
        "3.11の教訓", "9:00〜17:00", "[重要] 掲示板を見る。", "[社内]（1階）の掲示板", "*印は必須です。",
        "※ 例外があります。",
        "{姓}と{名}", "{note}と{x}", "slotの一覧", "｛備考｝", "｜区切り｜", "A｜B",
        "割引は10%です。", "パスワードは****と出る。", "***", "○ 自宅", "× カフェ", "●月●日までに出す。",
        "・・・と黙らない。", "#9110に相談する。", "＃総務に投稿する。", "-5度", "--force を付けない。",
        "C:\\社内\\資料", "《お知らせ》を読む。", "部署｜氏名", "https://www.mihon.jp/a?b=1&c=2", "5W1H",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", FORMS)
def test_what_people_write_is_let_through(text: str, form: Form) -> None:
    assert strays(text, form) == []


@pytest.mark.parametrize(
    "text", ["**強調**", "[方針](https://mihon.jp/)", "｜方針《ほうしん》", r"\*\*", r"\[a](https://a.jp/)"]
)
@pytest.mark.parametrize("form", ["line", "item", "blocks"])
def test_complete_marks_and_what_was_made_literal_are_let_through(text: str, form: Form) -> None:
    assert strays(text, form) == []


@pytest.mark.parametrize("text", ["**強調**", "[方針](https://mihon.jp/)", "｜方針《ほうしん》"])
def test_where_no_marks_are_read_complete_ones_are_printed_too(text: str) -> None:
    assert {code for code, *_ in strays(text, "literal")} == {"mark-unread"}


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("社外へは **出さない", "line", ("mark-strong", "**", 3, 14)),
        ("**前** と **後", "line", ("mark-strong", "**", 3, 17)),
        ("お名前は{{ company.name }}です", "line", ("mark-template", "{{ company.name }}", 3, 13)),
        ("改行<br/>です", "literal", ("mark-html", "<br/>", 3, 11)),
        ('<font color="red">赤</font>', "line", ("mark-html", '<font color="red">', 3, 9)),
        ("a&nbsp;b", "line", ("mark-html", "&nbsp;", 3, 10)),
        ("［方針］（https://mihon.jp/）", "line", ("mark-link", "［方針］（https://mihon.jp/）", 3, 9)),
        ("## 見出し", "line", ("mark-heading", "##", 3, 9)),
        ("・一つ", "item", ("mark-bullet-twice", "・", 3, 9)),
        ("１．一つ", "item", ("mark-bullet-twice", "１．", 3, 9)),
        ("文。\n・一つ\n・二つ", "blocks", ("mark-bullet", "・", 2 + 2, 1)),
        ("- ■ 一つ", "blocks", ("mark-bullet-twice", "■", 3, 11)),
        ("前］＊\n＊後", "line", ("mark-strong", "＊＊", 3, 11)),
    ],
)
def test_each_sign_is_told_at_its_place(text: str, form: Form, expected: tuple[str, str, int, int]) -> None:
    assert strays(text, form)[0] == expected


@given(st.text(st.sampled_from("*＊[]()（）{}%<>b/&;｜《》漢・-#1. \n\\"), max_size=40), st.sampled_from(FORMS))
def test_any_text_is_judged_and_every_place_lies_in_it(text: str, form: Form) -> None:
    for _, found, line, column in strays(text, form):
        assert 3 <= line <= 3 + text.count("\n")
        assert column >= 1
        assert found


def course_strays(text: str) -> list[tuple[str, str]]:
    report = Report()
    report_stray(Source(text, START, raw=text), "line", report)
    return [(found.code, dict(found.values)["found"]) for found in report]


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("合言葉は{ heat.motto }です", "mark-value", "{ heat.motto }"),
        ("合言葉は｛｛ heat.motto ｝｝です", "mark-value", "｛｛ heat.motto ｝｝"),
        ("合言葉は｛heat.motto｝です", "mark-value", "｛heat.motto｝"),
        ("{ slot: heat.motto }", "mark-value", "{ slot: heat.motto }"),
        ("slot heat.motto", "mark-value", "slot heat.motto"),
        ("<b>水</b>", "mark-html", "<b>"),
        ("水<br>塩", "mark-html", "<br>"),
        ("水を**飲みます", "mark-strong", "**"),
        ("｜懲戒《ちょうかい", "mark-ruby", "｜懲戒《"),
        ("｜懲戒》", "mark-ruby", "｜懲戒》"),
    ],
)
def test_what_looks_like_a_mark_is_told_in_a_course_too(text: str, code: str, found: str) -> None:
    assert (code, found) in course_strays(text)
    own = "mark-template" if code == "mark-value" else code
    assert (own, found) in [(code, told) for code, told, _, _ in strays(text, "line")]


@pytest.mark.parametrize(
    "text",
    [
        "合言葉は{{ heat.motto }}です", "{% if heat.motto %}<社外秘>{% endif %}",
        "{{ a.b | default('<b>') }}", "{姓}と{名}",
        "｜懲戒《ちょうかい》", "水を**飲みます**", "<社外秘>の資料", "部署｜氏名", "\\*\\*は印です",
    ],
)  # fmt: skip
def test_what_a_course_means_is_let_through(text: str) -> None:
    assert course_strays(text) == []
