"""What offices write for what they have not decided yet, and what only looks like it."""

import pytest

from deckgen.text.stand_ins import stand_ins


def found(text: str, form: str = "sentence") -> list[str]:
    return [each.found for each in stand_ins(text, form)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("【要確認】30分以内", ["【要確認】"]),
        ("（仮）30分以内", ["（仮）"]),
        ("※要確認 30分以内", ["※要確認"]),
        ("11月中旬（調整中）", ["（調整中）"]),
        ("連絡先は総務課【未定】に聞く。", ["【未定】"]),
        ("ＸＸ分以内に電話する。", ["ＸＸ"]),
        ("○月○日に行う。", ["○"]),
        ("20××年4月", ["20××"]),
        ("［会社名］の総務課に話す。", ["［会社名］"]),
    ],
)
def test_a_mark_or_sign_is_found_where_it_stands(text: str, marks: list[str]) -> None:
    assert found(text) == marks


@pytest.mark.parametrize(
    "text", ["未定", "調整中です。", "「検討中」", "Ｔ．Ｂ．Ｄ．", "…", "担当は未定です。", "＜期限＞", "ほげ"]
)
def test_the_whole_text_is_found_where_it_says_nothing_else(text: str) -> None:
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "日程が未定のときは、上長に聞く。",
        "確認中の画面を見せない。",
        "「未定」と書いてある欄は空けておく。",
        "件名に【要確認】と書く。",
        "件名が「××銀行」のメールは開かない。",
        "○か×を書く。",
        "○月曜は出社する。",
        "○名刺は持ち帰らない。",
        "社外あては要確認とする。",
        "調整中の案件の資料は持ち出さない。",
        "仮名加工情報",
        "仮設事務所",
        "テストに合格する。",
        "問題がないこと。",
        "本当？？",
        "欠席者には、後日連絡する。",
        "台帳に記入してください。",
        "下書きに保存してから送る。",
        "二〇分以内",
        "＜重要＞席を離れる",
        "[社内ポータル](https://portal.mihon.co.jp/)",
        "例年どおり、11月に行う。",
        "不明な点は、窓口に聞く。",
    ],
)
def test_the_same_words_inside_of_a_sentence_are_what_it_says(text: str) -> None:
    assert found(text) == []


def test_an_answer_says_more_by_less() -> None:
    assert found("教育計画書（案）", "answer") == ["（案）"]
    assert found("期限を記入してください", "answer") == ["期限を記入してください"]
    assert found("担当者名", "answer") == ["担当者名"]
    assert found("欠席者には、後日連絡する。", "answer") == []


def test_a_cell_may_be_a_sign_and_what_is_none_is_known_for_that() -> None:
    assert found("○", "cell") == []
    assert [each.kind for each in stand_ins("－", "cell")] == ["none"]


@pytest.mark.parametrize("text", ["yes", "No", "true", "ＯＮ", "はい。", "「いいえ」", "off"])
def test_a_yes_or_no_answers_no_question_but_in_a_cell(text: str) -> None:
    assert [each.kind for each in stand_ins(text, "answer")] == ["yes-no"]
    assert [each.kind for each in stand_ins(text, "sentence")] == ["yes-no"]
    assert list(stand_ins(text, "cell")) == []


@pytest.mark.parametrize("text", ["はい、使えます。", "on-line", "No.3", "true color", "offの日"])
def test_words_with_a_yes_or_no_in_them_say_something(text: str) -> None:
    assert list(stand_ins(text, "answer")) == []
