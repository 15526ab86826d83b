"""Words that stand for values like `@integer`, and ranges like `@1..100`, in messages."""

import errno
import re

TERMS: dict[str, tuple[str, str]] = {
    "across": ("across", "横に"),
    "down": ("down", "縦に"),
    "boolean": ("true or false", "true か false のどちらか"),
    "card": ("card", "カード"),
    "poster": ("poster", "ポスター"),
    "certificate": ("its certificate is not valid", "証明書が正しくありません"),
    "coast-guard": ("the coast guard", "海上保安庁"),
    "colour": ('a colour like "#0b5c8a" in quotes', '引用符で囲んだ "#0b5c8a" の形の色'),
    "date": ("a date like 2026-11-02", "2026-11-02 の形の日付"),
    "decision": ("a decision (可, 条件付き or 不可)", "判断（可・条件付き・不可）"),
    "endless": ("it forwards without end", "転送が終わりません"),
    "fire-brigade": ("the fire brigade", "消防"),
    "font-collection": (
        "it is a collection of several fonts (.ttc)",
        "複数の書体をまとめたファイル（.ttc）です",
    ),
    "font-cut-off": ("it is cut off in the middle", "途中で切れています"),
    "font-empty": ("it is empty", "中身がありません"),
    "font-incomplete": ("it lacks a part that every font has", "書体に必要な部分が欠けています"),
    "font-variable": ("it is a variable font, of no one weight", "太さを変えられる書体（バリアブルフォント）です"),
    "font-woff": ("it is packed for web pages (WOFF)", "Webページ用に圧縮された書体（WOFF）です"),
    "font-woff2": ("it is packed for web pages (WOFF2)", "Webページ用に圧縮された書体（WOFF2）です"),
    "head": ("head of the sheets", "各ページの上の欄"),
    "host-unknown": ("there is no such site", "サイトがありません"),
    "hung-up": ("the site ends the connection", "接続を切られました"),
    "inside": ("it leads into a network that is not public", "社内など、公開されていないネットワークのアドレスです"),
    "integer": ("a whole number", "整数"),
    "list": ("a list", "一覧（- で始まる行）"),
    "mapping": ("keys with values", "「項目: 値」の組"),
    "icon-attribute": (
        "it has a transform, style, class, mask or opacity",
        "transform・style・class・mask・opacity は使えません",
    ),
    "icon-canvas": ('its viewBox is not "0 0 width height"', "viewBox が「0 0 幅 高さ」の形ではありません"),
    "icon-doctype": ("it has a document type declaration", "文書型宣言（DOCTYPE）は使えません"),
    "icon-element": ("this element cannot be drawn", "この要素は描けません"),
    "icon-empty": ("nothing in it is drawn", "描くものがありません"),
    "icon-no-svg": ("it is no SVG", "SVGではありません"),
    "icon-numbers": ("a number or path in it cannot be read, or is too large", "数値やパスが読めないか、大きすぎます"),
    "icon-too-large": ("it is too large", "大きすぎます"),
    "icon-unreadable": ("its file cannot be read", "ファイルを読めません"),
    "template-filter": ("no filter has the name after the bar", "「|」のあとの名前のフィルターはありません"),
    "template-kind": ("a value in it is of another kind", "使えない種類の値が入っています"),
    "template-open": ("its end is missing", "終わりの記号がありません"),
    "template-sign": ("it has a sign or word that cannot stand there", "そこには書けない記号か語があります"),
    "template-tag": ("no tag has the name after the sign", "「%」のあとの名前の命令はありません"),
    "template-test": ("no test has the name after `is`", "`is` のあとの名前の条件はありません"),
    "template-unsafe": ("only values and filters can stand there", "書けるのは、値とフィルターだけです"),
    "template-zero": ("it divides by zero", "0で割っています"),
    "template-unknown": ("it names something that there is not", "ない名前を使っています"),
    "template-too-much": ("it goes on without end, or becomes too large", "終わりがないか、大きくなりすぎます"),
    "template-value": ("a value in it does not do", "値を計算できません"),
    "advice-digits": (
        "write digits alone, without a unit",
        "単位を付けずに、半角の数字だけで書いてください",
    ),
    "advice-expected": (
        "write how many people have to attend; delete the line where nobody knows yet",
        "研修を受ける人の数を書きます。まだ分からないときは、行ごと消してください",
    ),
    "advice-pass-line": (
        "write the percentage of the points that passes the test: 80 stands for 80%",
        "合格に必要な点の割合を、100点満点の点数で書きます（8割で合格なら 80）",
    ),
    "advice-rows": (
        "write how many lines the attendance sheet is to have; without `rows` it has one for everybody expected",
        "受講者名簿の行数を書きます。rows を行ごと消すと、対象人数に合わせます",
    ),
    "amount": ("the figure of a chart", "グラフの数値"),
    "approvals": ("boxes for seals (approvals)", "押印欄（approvals）"),
    "card-margin": ("the margin of a card in millimetres", "カードの余白（mm）"),
    "card-side": ("the side of a card in millimetres", "カードの一辺（mm）"),
    "cards": ("the number of cards side by side", "並べるカードの枚数"),
    "canvas-side": ("the side of a picture's canvas", "絵の範囲の一辺"),
    "choices": ("choices of the question", "設問の選択肢"),
    "contrast": ("the contrast", "明暗比"),
    "coordinate": ("a place in the picture", "絵の中の位置"),
    "expected": ("the number of people expected (expected)", "対象人数（expected）"),
    "extent": ("a size in the picture", "絵の中の大きさ"),
    "gutter": ("the space between cards, in millimetres,", "カードの間隔（mm）"),
    "length": ("the length in millimetres", "長さ（mm）"),
    "line-height": ("the line height, in multiples of the type size,", "行の高さ（文字の大きさの倍数）"),
    "minutes": ("the minutes of a slide", "スライドの時間（分）"),
    "months": ("the number of months", "月数"),
    "nothing": ("nothing", "空"),
    "pace": ("the pace in characters a minute", "読む速さ（1分の文字数）"),
    "page-side": ("the side of a slide in millimetres", "スライドの一辺（mm）"),
    "paper-side": ("the side of a sheet in millimetres", "用紙の一辺（mm）"),
    "pass-line": ("the pass line (pass_line)", "合格点（pass_line）"),
    "percentage": ("the percentage", "割合（%）"),
    "rows": ("the number of lines of the attendance sheet (rows)", "受講者名簿の行数（rows）"),
    "sessions": ("sessions", "実施回（sessions）"),
    "share": ("the share of a column's width", "列の幅の割合"),
    "title-top": ("the top of the title in millimetres", "タイトルの上端（mm）"),
    "type-size": ("the type size in points", "文字の大きさ（pt）"),
    "no-address": ("it is no web address", "Webのアドレスではありません"),
    "no-font": ("it is no font at all", "書体のファイルではありません"),
    "no-encryption": ("it does not answer with https", "https では応答しません"),
    "no-time": ("time was over", "時間が足りませんでした"),
    "nowhere": ("nowhere", "なし"),
    "number": ("a number", "数"),
    "page-missing": ("the page is not there", "ページがありません"),
    "path": ("the path of a file", "ファイルの場所"),
    "police": ("the police", "警察"),
    "slide": ("a slide", "スライド"),
    "slot": ("the name of a slot", "項目の名前"),
    "text": ("text", "文字"),
    "timeout": ("no answer in time", "応答がありません"),
    "unknown": ("unknown", "不明"),
}
"""By name: English, Japanese."""

TERMS |= {
    f"record-{key}": words
    for key, words in {
        "number": ("document number", "文書番号"),
        "reported_on": ("day of the report", "報告日"),
        "addressee": ("addressee", "報告先"),
        "plan": ("training plan", "教育計画"),
        "period": ("period", "実施期間"),
        "method": ("method", "実施方法"),
        "audience": ("audience", "対象者"),
        "expected": ("number of people expected", "対象人数"),
        "sessions": ("sessions", "実施回"),
        "staff": ("staff list", "名簿"),
        "understanding": ("how understanding is checked", "理解度の確かめ方"),
        "makeup": ("training of those who were absent", "欠席者への対応"),
        "retraining": ("training of those who did not pass", "不合格者への対応"),
        "retention": ("keeping of the record", "記録の保管"),
        "approvals": ("boxes for seals", "押印欄"),
        "rows": ("lines of the attendance sheet", "受講者名簿の行数"),
    }.items()
}
"""What the record of training has, by key."""

TERMS |= {
    f"weekday-{day}": (name, day)
    for day, name in zip(
        "月火水木金土日",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
}

_REASONS: dict[int, tuple[str, str]] = {
    errno.EACCES: ("permission denied", "権限がありません"),
    errno.ECONNREFUSED: ("the connection is refused", "接続を拒まれました"),
    errno.ECONNRESET: ("the connection is broken off", "接続が途中で切れました"),
    errno.ENETUNREACH: ("there is no network", "ネットワークにつながっていません"),
    errno.EBUSY: ("it is in use", "使用中です"),
    errno.EDQUOT: ("the quota of the disk is used up", "ディスクの割当てを使い切りました"),
    errno.EEXIST: ("a file is in the way", "同じ名前のファイルがあります"),
    errno.EFBIG: ("the file grows too large", "ファイルが大きくなりすぎます"),
    errno.EIO: ("the disk reports a fault", "ディスクに異常があります"),
    errno.EISDIR: ("it is a folder", "フォルダーです"),
    errno.ENAMETOOLONG: ("the name is too long", "名前が長すぎます"),
    errno.ENOENT: ("no such file or folder", "ファイルまたはフォルダーがありません"),
    errno.ENOSPC: ("no space is left on the disk", "ディスクの空きがありません"),
    errno.ENOTDIR: ("a file stands where a folder should be", "フォルダーの場所にファイルがあります"),
    errno.EPERM: ("the operation is not permitted", "許可されていない操作です"),
    errno.EROFS: ("the disk is read-only", "読み取り専用のディスクです"),
}
TERMS |= {errno.errorcode[number]: words for number, words in _REASONS.items()}


_RANGE = re.compile(r"@(-?[0-9.]*[0-9])?\.\.(-?[0-9.]*[0-9])?")


def span(least: float | None, most: float | None) -> str:
    """A range of numbers as a value of a message; None where it has no end."""
    return f"@{_plain(least)}..{_plain(most)}"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def span_in_words(value: str) -> tuple[str, str] | None:
    """English and Japanese of a range: 1 to 1,000, 1〜1,000; None for any other value."""
    match = _RANGE.fullmatch(value)
    if match is None:
        return None
    least, most = (_grouped(end) if end else "" for end in match.groups())
    if least and most:
        return f"{least} to {most}", f"{least}〜{most}"
    return (f"{least} or more", f"{least}以上") if least else (f"{most} or less", f"{most}以下")


def _grouped(digits: str) -> str:
    """Digits in groups of three where there are more than four: a year is written without a comma."""
    whole, dot, rest = digits.partition(".")
    return (f"{int(whole):,}" if len(whole) > 4 else whole) + dot + rest


def reason(problem: Exception) -> str:
    """Why the system refused, as a value of a message: a term where there is one, else the system's own words."""
    name = errno.errorcode.get(getattr(problem, "errno", None) or 0, "")
    return f"@{name}" if name in TERMS else getattr(problem, "strerror", None) or str(problem)
