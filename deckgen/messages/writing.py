"""Writers of files."""

from deckgen.messages.message import Message, info, warning

ROWS: dict[str, Message] = {
    "card-left-out": warning(
        "the {medium} has no room for '{text}'",
        "「{text}」は、{medium}に入りませんでした",
        "shorten the texts of the emergency slide, or show fewer contacts there",
        "緊急時のスライドの文を短くするか、連絡先を減らしてください",
    ),
    "notes-page-full": warning(
        "the notes of slide {slide} run off the printed notes page: {found} characters, room for some {limit}",
        "スライド「{slide}」のノートが、印刷したノートのページからはみ出します（{found}文字。入るのは{limit}文字くらいまで）",
        "shorten the notes, or say part of them on a slide of its own",
        "ノートを短くするか、スライドを分けてください。講師用資料（PDF）では次のページへ続きます",
    ),
    "handout-shortened": info(
        "the handout prints the first sentences only of what is said on {slide}",
        "配布資料には、スライド「{slide}」の話すことのうち、はじめの文だけが入ります",
        "write what participants read there under written; --handout full prints all",
        "読んでもらう文を written に書いてください。--handout full では、すべて入ります",
    ),
    "text-cut": warning(
        "'{text}' is too long for the {medium} and is cut short there",
        "「{text}」は長いため、{medium}では途中までしか入りません",
        "shorten it; for a company, a short name in company.short_name takes its place there",
        "短くしてください。会社名は、company.short_name に略称を書くと、そこでは略称を使います",
    ),
    "sheet-ignored": warning(
        "the PDF engine cannot follow this and leaves it out: {text}",
        "この行は、PDFを作る仕組みが読めないので無視されました：{text}",
        "check how the property, its value or the selector is spelt; what browsers know, the engine need not know",
        "プロパティ名・値・セレクターのつづりを確かめてください。ブラウザーで使えても、ここでは使えないものがあります",
    ),
}
