"""What sections, fields and values of a comparison are called: English, Japanese."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from deckgen.model.changes import Change, Detail, Entry, Path, SectionKind
from deckgen.wording import Language, Wording

_Words = tuple[str, str]

SECTIONS: dict[SectionKind, _Words] = {
    "rules": ("The company's rules and steps", "会社のルールと手順"),
    "contacts": ("Contacts", "連絡先"),
    "slides": ("Slides added, removed, moved", "スライドの追加・削除・移動"),
    "texts": ("Words on slides", "スライドの文章"),
    "notes": ("Speaker notes and cues", "ノートと進行"),
    "figures": ("Figures", "統計と数値"),
    "references": ("References", "参考資料"),
    "requirements": ("Mandatory topics", "必須の事項"),
    "quiz": ("Comprehension test", "確認テスト"),
    "edition": ("Edition", "版と会社"),
    "record": ("Record of training", "研修の記録"),
    "slots": ("What companies fill in", "会社が記入する項目"),
    "reviews": ("Looked at and left as it was", "見直したが、変えなかったもの"),
    "looks": ("Looks", "見た目"),
}
CHANGES: dict[Change, _Words] = {
    "added": ("added", "追加"),
    "removed": ("removed", "削除"),
    "changed": ("changed", "変更"),
    "moved": ("moved", "移動"),
}
GROUPS: dict[str, _Words] = {
    "course": ("course", "教材"),
    "company": ("company", "会社"),
    "edition": ("edition", "版"),
    "history": ("history of editions", "改訂の記録"),
    "session": ("session", "実施の予定"),
    "look": ("theme", "テーマ"),
    "quiz": ("the test as a whole", "テスト全体"),
    "record": ("printed beforehand", "前もって刷ること"),
    "reviews": ("day of review", "見直した日・確認した日"),
}
"""Entries about no slide or slot of their own, by their subject."""
FIELDS: dict[str, _Words] = {
    "actions": ("actions", "最初にすること"),
    "addressee": ("addressee", "宛先"),
    "after_hours": ("nights and holidays", "夜間・休日"),
    "alt": ("what it shows", "図の説明"),
    "answer": ("answer", "正解"),
    "applies": ("applies", "対象"),
    "approvals": ("seal box", "承認欄"),
    "audience": ("audience", "対象者"),
    "basis": ("basis", "集計の範囲"),
    "bars": ("bar", "棒"),
    "body": ("text", "本文"),
    "callout": ("box", "囲み"),
    "caption": ("caption", "図の題"),
    "causes": ("cause", "原因"),
    "changes": ("change", "変化"),
    "characters_per_minute": ("characters per minute", "1分間の文字数"),
    "checked_on": ("checked on", "確認日"),
    "choices": ("choice", "選択肢"),
    "columns": ("column", "列"),
    "conclusion": ("conclusion", "まとめ"),
    "conditions": ("condition", "条件"),
    "confidentiality": ("confidentiality", "取扱区分"),
    "contact": ("contact", "連絡先"),
    "contacts": ("contact", "連絡先"),
    "content": ("content", "内容"),
    "correct": ("correct", "正解"),
    "credit": ("credit", "出典"),
    "cues": ("cue", "進行"),
    "date": ("date", "日時"),
    "deadline": ("deadline", "期限"),
    "default": ("default", "既定の文"),
    "destinations": ("destination", "行き先"),
    "draft": ("draft", "下書き"),
    "do": ("what to do", "すること"),
    "drawing": ("drawing", "図の描き方"),
    "duty": ("duty", "用件"),
    "edition": ("edition", "版"),
    "example": ("example", "例"),
    "expected": ("people expected", "対象人数"),
    "explanation": ("explanation", "解説"),
    "figures": ("figure", "数値"),
    "file": ("file", "ファイル"),
    "fiscal_year": ("fiscal year", "年度"),
    "flows": ("chain", "流れ"),
    "groups": ("group", "まとまり"),
    "heading": ("heading", "見出し"),
    "help": ("help", "説明"),
    "highlight": ("highlight", "強調"),
    "hint": ("hint", "補足"),
    "hours": ("hours", "受付時間"),
    "icon": ("icon", "アイコン"),
    "id": ("id", "識別名"),
    "incidents": ("incident", "起きたこと"),
    "issued_on": ("issued on", "発行日"),
    "items": ("item", "項目"),
    "kind": ("kind of slide", "スライドの種類"),
    "label": ("label", "名前"),
    "labels": ("words in the picture", "図の中の語"),
    "language": ("language", "言語"),
    "lead": ("lead", "前置き"),
    "logo": ("logo", "ロゴ"),
    "luggage": ("luggage", "持ち出すもの"),
    "mail": ("mail", "メール"),
    "makeup": ("those who were absent", "欠席者への対応"),
    "maximum": ("at most", "最大"),
    "message": ("message", "読み取れること"),
    "method": ("method", "方法"),
    "minimum": ("at least", "最小"),
    "minutes": ("minutes", "時間（分）"),
    "missing": ("missing", "未記入"),
    "name": ("name", "名称"),
    "next_review": ("next review", "次回の見直し"),
    "note": ("note", "備考"),
    "notes": ("note", "ノート"),
    "number": ("number of the report", "文書番号"),
    "optional": ("optional", "任意"),
    "options": ("option", "選べる値"),
    "origin": ("origin", "出発点"),
    "owner": ("owner", "担当"),
    "pass_line": ("pass line (%)", "合格点（%）"),
    "period": ("period", "実施期間"),
    "person": ("person", "人物"),
    "phone": ("phone", "電話"),
    "picture": ("picture", "画像"),
    "place": ("place", "会場"),
    "plan": ("plan", "計画"),
    "points": ("point", "ポイント"),
    "primary": ("main colour", "主な色"),
    "prompts": ("prompt", "話し合いの題材"),
    "public": ("for the public", "公開用"),
    "published_on": ("published on", "公表日"),
    "publisher": ("publisher", "発行元"),
    "question": ("question", "問い"),
    "questions": ("question", "問い"),
    "references": ("publication", "資料"),
    "report_items": ("what to report", "伝えること"),
    "reported_on": ("day of the report", "報告日"),
    "required": ("required", "必須"),
    "retention": ("retention", "保管"),
    "retraining": ("those who did not pass", "不合格者への対応"),
    "reviewed_on": ("reviewed on", "見直した日"),
    "risks": ("risk", "危険"),
    "role": ("role", "窓口"),
    "row_headers": ("row headers", "行の見出し"),
    "rows": ("row", "行"),
    "rules": ("rule", "ルール"),
    "scene": ("picture", "図"),
    "sessions": ("session", "回"),
    "setting": ("setting", "場面"),
    "settings": ("setting", "場面"),
    "sha256": ("bytes of the picture", "画像のデータ"),
    "share": ("share (%)", "割合（%）"),
    "short_name": ("short name", "略称"),
    "slide": ("slide", "スライド"),
    "slides": ("slide", "スライド"),
    "source": ("source", "根拠・出典"),
    "steps": ("step", "手順"),
    "subtitle": ("subtitle", "副題"),
    "summary": ("summary", "内容"),
    "text": ("text", "文"),
    "theme": ("theme", "テーマ"),
    "time": ("time", "時間"),
    "title": ("title", "題"),
    "topics": ("topic", "事項"),
    "trainer": ("trainer", "講師"),
    "type": ("type", "種類"),
    "understanding": ("how understanding is checked", "理解度の確認"),
    "unit": ("unit", "単位"),
    "url": ("address", "アドレス"),
    "value": ("value", "値"),
    "verdict": ("decision", "判断"),
    "version": ("version", "版"),
    "when": ("when", "とき"),
    "widths": ("widths", "列の幅"),
    "words": ("words", "言葉"),
    "written": ("text for participants", "配布資料の解説"),
}
_VALUES: dict[str, dict[str, _Words]] = {
    "verdict": {
        "allowed": ("allowed", "可"),
        "conditional": ("conditional", "条件付き"),
        "forbidden": ("forbidden", "不可"),
    },
    "type": {
        "single": ("one answer", "一つ選ぶ"),
        "multiple": ("several answers", "すべて選ぶ"),
        "true-false": ("true or false", "正誤"),
        "ordering": ("put into order", "並べかえ"),
    },
    "applies": {"always": ("always", "すべての会社"), "certified": ("certified companies", "付与事業者")},
    "required": {"certified": ("certified companies", "付与事業者は必須"), "optional": ("no", "任意")},
    "": {"true": ("yes", "はい"), "false": ("no", "いいえ")},
}
"""Values that stand for something, by the field that holds them; those of any field under an empty name."""

_DIGESTS = ("drawing", "sha256")
_DIGITS = 8
"""Of a checksum that stands for a picture: enough to see that it is another one."""
_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def pick(words: _Words, language: Language) -> str:
    """The words of one language."""
    return words[language == "ja"]


_ALONE: dict[Path, _Words] = {("rows",): ("rows of the attendance sheet", "名簿の行数")}
"""Fields that say something else where nothing stands beside them."""


def place_words(path: Path, language: Language) -> str:
    """Where in its slide or slot a text stands: `ポイント2 見出し`, `point 2, heading`."""
    if path in _ALONE:
        return pick(_ALONE[path], language)
    return (" " if language == "ja" else ", ").join(_steps(path, language))


def _steps(path: Path, language: Language) -> Iterator[str]:
    name = ""
    if language == "ja" and len(path) > 1 and isinstance(path[0], int):  # one of several things with fields
        yield f"{path[0]}件目"
        path = path[1:]
    for before, step in pairwise(("", *path)):
        if isinstance(step, int):
            name = pick(FIELDS["columns"], language) if isinstance(before, int) else name
            yield f"{name}{step}" if language == "ja" or not name else f"{name} {step}"
            name = ""
            continue
        if name:
            yield name
        name = pick(FIELDS[step], language) if step in FIELDS else step
    if name:
        yield name


def value_words(text: str, path: Path, language: Language) -> str:
    """A value in words, where it stands for something; any other text as it is."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if field in _DIGESTS:
        return text[:_DIGITS]
    if language == "ja" and _DAY.fullmatch(text):
        return Wording("ja").date(date.fromisoformat(text))
    words = _VALUES.get(field, {}).get(text) or _VALUES[""].get(text)
    return pick(words, language) if words else text


def detail_texts(detail: Detail, language: Language) -> tuple[tuple[str, str], ...]:
    """The pieces of a detail with their kinds, values in words."""
    return tuple((value_words(piece.text, detail.path, language), piece.kind) for piece in detail.pieces)


def echo_words(entry: Entry, language: Language) -> str:
    """The texts of the course that changed with an entry, by the sections that they would stand in; else empty."""
    each = [
        f"{pick(SECTIONS[echo.kind], language)}「{echo.label or echo.subject}」"
        if language == "ja"
        else f"{pick(SECTIONS[echo.kind], language)}: {echo.label or echo.subject}"
        for echo in entry.echoes
    ]
    return ("、" if language == "ja" else "; ").join(each)


def entry_words(entry: Entry, language: Language) -> str:
    """What an entry is called."""
    if entry.label:
        return entry.label
    return pick(GROUPS[entry.subject], language) if entry.subject in GROUPS else entry.subject
