"""What offices write where something is still to be decided or filled in: 未定, （仮）, ××分, ＜期限＞, なし.

A word counts where nothing else is said (未定。), where it is a mark on a text (【要確認】30分以内, 11月中旬（調整中）)
or the whole of what a short answer tells (期限は未定です); inside a sentence it is part of what is said
(日程が未定のときは). A sign counts where it takes the place of a figure before its unit (××分以内), or stands alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["undecided", "none", "sign", "yes-no"]
"""To be decided or written; said to be nothing; a sign for a word or a figure; a yes or no to no question."""
Form = Literal["answer", "sentence", "cell"]
"""What a text is: the answer to one question, such as a name or a time; something told; a cell among others, in which
a sign or none may be all there is to say."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """One stand-in of a text."""

    kind: Kind
    found: str
    """As it was typed."""


_NARROW: dict[int, int] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{code: code + 0x20 for code in range(ord("A"), ord("Z") + 1)},
    **{code: code - 0xFEC0 for code in range(0xFF21, 0xFF3B)},
    **dict.fromkeys((0x3000, 0xA0), 0x20),
}
"""Full-width to half-width, capitals to small letters; the length of a text stays."""

# Words -----------------------------------------------------------------------------------------------------------

_DOING = (
    "検討|調整|確認|作成|準備|相談|協議|交渉|手配|策定|整備|編集|更新|選定|申請|照会|問い?合わせ|精査|募集|公募|審議"
    "|入力|記入"
)
_NOT_YET = "定|確定|決|決定|記入|入力|記載|設定|登録|作成|確認|調整|策定|整備|対応|着手|回答|公開|発表|選定|提出"
_NEEDED = "確認|検討|相談|修正|調整|記載|入力|更新|追記|加筆|決定|協議|差し?替え?|見直し|確定"
_MARKS = (
    rf"未(?:{_NOT_YET})|要(?:{_NEEDED})|(?:再|現在|ただいま)?(?:{_DOING})(?:中|待ち)|見直し中|保留中?|暫定"
    r"|仮(?:置き|入力|決め|値|設定|称|文|テキスト)?|t\.?b\.?[adc]\.?|wip|pending"
)
"""Words that say of the text beside them that it is not the last one."""
_LATER = (
    r"(?:後日|後程|後ほど|のちほど|追って|おって|あとで|後で|別途|近日|近日中|近日中に)[、 ]?"
    r"(?:[ごお]?(?:連絡|記入|記載|決定|追記|確認|調整|通知|知らせ|案内|入力|指示|公開|共有|検討|設定|書[くき]|決め))?"
    r"(?:する|します|いたします|致します|ます|る|予定|のこと)?"
)
_EXAMPLES = "サンプル|見本|ダミー|テスト|案|sample|dummy|test|draft|example"
_WRITE_HERE = (
    r"(?:ここに|こちらに)?ご?(?:記入|入力|記載)(?:欄|例|して(?:ください|下さい)|のこと|をお願いします|必須)?"
    r"|(?:ここに)?(?:書いて|書き込んで)(?:ください|下さい)|ここに書く"
)
_WHOLE = (
    rf"{_MARKS}|{_LATER}|{_WRITE_HERE}|決(?:定|ま[りっ])(?:次第|たら).{{0,8}}|{_EXAMPLES}|例|例文"
    r"|たたき台|下書き|草稿|空欄|空白|ブランク|不明|未|[わ分]かりません|[わ分]からない|工事中"
    r"|(?:株式会社|合同会社)?(?:ダミー|サンプル|テスト|見本)(?:用|中)?(?:の?(?:テキスト|データ|文章?|会社|株式会社))?"
    r"|placeholder|dummy text|testing|temp|tmp|todo|fixme|foo(?:bar)?|bar|baz|(?:hoge|fuga|piyo)+"
    r"|(?:ほげ|ふが|ぴよ|ホゲ|フガ|ピヨ)+|asdf\w*|qwerty|unknown|undefined|to be (?:determined|decided)"
    r"|lorem|x{2,}|z{3,}|([0-9ぁ-んァ-ヴ])\1{2,}"
)
"""Words that stand for a whole text."""
_NONE = (
    r"無し|なし|無い|ない|ありません|無|(?:該当|特に|とくに)(?:なし|無し|ない|ありません)|n/?a|none|null|nil|nothing"
    r"|同上|同左"
)
_YES_NO = r"yes|no|true|false|on|off|y|n|はい|いいえ|真|偽"
"""Words that switch something: YAML knows some of them, and no text asks for one alone."""
_LABELS = (
    r"(?:会社|部署|役職|担当者?|氏|お?名|窓口|会場|講師)名|名前|役職|部署|電話(?:番号)?|(?:メール)?アドレス|住所|日付|日時"
    r"|場所|期限|時間|連絡先|番号|担当者?|講師|内線"
)
"""What is asked for, in the place of the answer."""
_POLITE = r"(?:です|となります|となっています|である)"
_END = r"[。.]?\Z"

# Signs -----------------------------------------------------------------------------------------------------------

_UNIT = (
    r"(?:分間?|時間?|日間?|週間?|[か箇ヶカ]?月|年度?|名|人|件|個|回|円|万円|階|条|号室|号|部|課|パーセント|[か箇ヶカ]所"
    r"|営業日|項|章|ページ|株式会社)"
)
_AFTER_UNIT = r"(?=以[内上下降]|未満|まで|まえ|前|後|間|目|ごと|おき|ごろ|頃|[、。,.()の)\s/~〜\-]|に|$|[0-9x×○◯〇?])"
_SIGNS = (
    r"(?<![一二三四五六七八九十百千〇○◯0-9a-z_])(?:[x×✕○◯〇●△▲□■◎?*＊_]{1,4}|…+|・{2,}|\.{2,})"
    rf"(?={_UNIT}{_AFTER_UNIT})"
    r"|20[x×○◯?]{2}|令和[x×○◯?]{1,2}年|_{3,}"
    r"|(?<![一二三四五六七八九十百千○◯〇])(?:[○◯〇]{2,}|●{2,}|△{2,}|▲{2,}|□{2,}|■{2,})"
    r"|#(?:n/a|ref!|value!|name\?|div/0!|null!|num!)"
)
"""Before a unit; after a kanji numeral 〇 is a zero (二〇〇〇年). And what spreadsheets show for a value they lack."""
_SHELL = " \t\n*＊#※★☆「」『』【】()[]<>〈〉《》〔〕{}。．.、,!?:;~〜・…‥―—–-─=_/\\|"
_DASHES = r"[\s\-ーｰ—―–‐‑−─・=~〜/／|〃]+"
_ONLY_SIGNS = r"[\s?…‥.・○◯〇×✕△▲□■●◎*＊_]+"
_IN_CELLS = r"[○◯〇×✕✗△▲◎●✓✔☑☐□レ※＊*]+"
_BLANK = r"[<〈\[{【〔][^<>\[\]{}【】〔〕/%&=]{1,20}[>〉\]}】〕]"

# Where they stand ------------------------------------------------------------------------------------------------

_OPEN, _CLOSE = r"[(\[<〈《【〔{]", r"[)\]>〉》】〕}]"
_BLANK_NAMES = rf"(?:{_LABELS}|会社|url|金額|件数|人数|時刻|年度|記入|入力|記載|ここ)[^<>\[\]{{}}〈〉《》]{{0,12}}"
_EVERYWHERE = (
    # a mark at the beginning of a line: ※要確認 …, 【要確認】…, （仮）…, 要確認：…, 仮 …, 【サンプル】…
    rf"(?m)^\s*[※*★☆]*\s*{_OPEN}\s*[※*]?(?:{_MARKS}|{_EXAMPLES}|例){_CLOSE}(?=\s*\S)"
    rf"|^\s*[※*]\s*(?:{_MARKS})(?=[\s:、。])|^\s*(?:{_MARKS})(?=[:)]|[ \t]+(?![はがをのとにも]))",
    r"\A\s*(?:例|記入例|入力例|記載例)\s*[:)]",
    # at the end of a line or a sentence: …（調整中）, … ※要確認, …：未定
    rf"(?m)(?:{_OPEN}\s*[※*]?(?:{_MARKS}|{_LATER})\s*{_CLOSE}|[※*:→]\s*(?:{_MARKS})"
    rf"|(?<=\S)[ \t]+(?:{_MARKS}))\s*(?=。|$)",
    # in lens or square brackets wherever it stands, unless these are what one is to write: 件名に【要確認】と書く
    rf"[【\[〔](?:{_MARKS})[】\]〕](?![とをがはの」』])",
    # a blank that names what belongs there: ＜期限＞, [会社名], {担当部署}
    rf"<(?:{_BLANK_NAMES})>|〈(?:{_BLANK_NAMES})〉|\[(?:{_BLANK_NAMES})\](?!\()|(?<!\{{)\{{(?:{_BLANK_NAMES})\}}(?!\}})",
    r"lorem ipsum|(?:ダミー|サンプル)テキスト|テキストが入ります|この文章はダミー"
    r"|ここに(?:.{1,12}を)?(?:記入|入力|記載)(?:する|し|$)",
    # a short text that says no more: 担当は未定です
    r"\A.{0,18}(?:は|が|も|で|:|、|→|=|現在|目下)\s*(?:まだ|現在|ただいま|社内で)?"
    rf"(?:未定|未確定|未決定?|未記入|検討中|調整中|準備中|作成中|策定中|tb[adc])(?:{_POLITE}|とする)?{_END}",
)
_IN_ANSWERS = (
    rf"\A\s*[(\[【〔]?(?:{_EXAMPLES}|ex|eg|e\.g\.)[)\]】〕]?\s*[:)】〕\]]",
    rf"[(\[【〔](?:{_EXAMPLES}|例)[)\]】〕]\s*\Z",
    rf"\A.{{0,24}}(?:は|が|も|で|、|現在|目下)\s*(?:{_MARKS}){_POLITE}?{_END}",
    rf"\A(?:{_LABELS}|詳細|内容)(?:は|については|:)?、?(?:{_LATER}){_END}",
    rf"\A(?:{_LABELS})を?(?:ご?(?:記入|入力|記載)|書いて|書き込んで|決めて)(?:する|して)?(?:ください|下さい|のこと)?{_END}",
    rf"(?<=\S)(?:未定|未確定|検討中|調整中|要確認){_END}",
)


@cache
def _pattern(pattern: str) -> "re.Pattern[str]":
    """Made when a text is looked at: whoever only lists a course never needs it."""
    return re.compile(pattern)


def stand_ins(text: str, form: Form) -> Iterator[StandIn]:
    """What stands in for something in a text, each once; the whole text where it says nothing else."""
    plain = text.translate(_NARROW)
    if kind := _whole(plain, form):
        yield StandIn(kind, text.strip())
        return
    seen = set()
    for kind, start, end in (*_found(("sign", _SIGNS), plain), *_marks(plain, form)):
        if (found := text[start:end].strip()) not in seen:
            seen.add(found)
            yield StandIn(kind, found)


def _whole(plain: str, form: Form) -> Kind | None:
    """What a text as a whole stands for, or None."""
    bare = plain.strip()
    core = re.sub(f"{_POLITE}$", "", plain.strip(_SHELL)).strip(_SHELL)
    if form == "cell" and _is(_IN_CELLS, bare):
        return None
    if _is(_DASHES, plain) or _is(_NONE, core):
        return "none"
    if form != "cell" and _is(_YES_NO, core):
        return "yes-no"
    if _is(_ONLY_SIGNS, plain):
        return "sign"
    is_blank = form != "cell" and _is(_BLANK, bare)
    return "undecided" if is_blank or _is(f"{_WHOLE}|{_LABELS}" if form == "answer" else _WHOLE, core) else None


def _is(pattern: str, text: str) -> bool:
    return _pattern(pattern).fullmatch(text) is not None


def _marks(plain: str, form: Form) -> Iterator[tuple[Kind, int, int]]:
    for pattern in (*_EVERYWHERE, *(_IN_ANSWERS if form == "answer" else ())):
        yield from _found(("undecided", pattern), plain)


def _found(sought: tuple[Kind, str], plain: str) -> Iterator[tuple[Kind, int, int]]:
    kind, pattern = sought
    for match in _pattern(pattern).finditer(plain):
        yield kind, match.start(), match.end()
