"""Layout."""

from deckgen.messages.message import Message, error, info, warning

ROWS: dict[str, Message] = {
    "title-too-long": error(
        "title of slide '{slide}' does not fit at any size",
        "スライド「{slide}」のタイトルが長すぎて、どの文字サイズでも収まりません",
        "shorten it to about 40 characters; what is left out can go into the lead or the notes",
        "40文字くらいまで短くしてください。残りはリード文やノートに書けます",
    ),
    "value-too-long": error(
        "the value of {slot} is too long for the slides: {slides}",
        "{slot} が長すぎて、どの文字サイズでもスライドに収まりません（{slides}）",
        "shorten it; details can go into the notes of a slide, or onto a slide of your own",
        "短くしてください。詳しいことは、ノートや自社で足すスライドに書けます",
    ),
    "slide-overfull": error(
        "slide '{slide}' does not fit a page at any size",
        "スライド「{slide}」の内容が、どの文字サイズでも1ページに収まりません",
        "shorten the labels of its picture; on a cover or section the lead, the company's name, when and where it is held",
        "図の中の文字を短くしてください。表紙や区切りではリード文、会社名、実施日や場所も短くしてください",
    ),
    "icon-unknown": error(
        "unknown icon '{icon}' on slide '{slide}'",
        "スライド「{slide}」のアイコン「{icon}」がテーマにありません",
        "icons are the files of the theme's icons folder: {close}",
        "使えるアイコンはテーマの icons フォルダーにあるものです：{close}",
    ),
    "icon-invalid": error(
        "the icon cannot be drawn: {reason}",
        "このアイコンは描けません：{reason}",
        "icons are outlines of simple shapes and paths in SVG, without transforms, styles or text; see docs/themes.md",
        "アイコンは、変形・スタイル・文字のない、図形とパスだけのSVGにします（docs/themes.md）",
    ),
    "glyph-missing": warning(
        "the theme's fonts have no glyph for '{character}' ({code})",
        "テーマの書体に「{character}」（{code}）の字形がありません",
        "PDFs print {shown} in its place, and the deck shows it in another font of the computer, if there is one; "
        "write another sign or spelling",
        "PDFには「{shown}」と印刷され、スライドではパソコンにある別の書体で表示されます（無ければ表示されません）。"
        "別の文字や表記にしてください",
    ),
    "footer-too-long": warning(
        "the company name is too long for the footer: '{name}'",
        "会社名がフッターに収まりません：「{name}」",
        "give a short name in company.short_name; until then the footer leaves the name out",
        "company.short_name に略称を書いてください。今のフッターは会社名を省いています",
    ),
    "version-too-long": warning(
        "the version is too long for the footer: '{version}'",
        "版の番号がフッターに収まりません：「{version}」",
        "keep edition.version to some ten characters; until then no slide tells its version",
        "edition.version を10文字くらいまでにしてください。今はどのスライドにも版が入りません",
    ),
    "brand-darkened": warning(
        "text in the brand colour {colour} could not be read, and is set in {used}",
        "ブランド色 {colour} では文字が読みにくいため、文字や線は {used} にしました",
        "in this theme the contrast with page and cards must be {least}:1 or more",
        "このテーマでは、ページやカードの地との明るさの比が{least}:1以上になる色が必要です",
    ),
    "brand-pale": warning(
        "brand colour {colour} cannot be told from the page and is left out",
        "ブランド色 {colour} は、ページの地の色と見分けられないため、使いません",
        "choose a stronger colour of the company; until then the theme's own is used",
        "会社の、もっと濃い色を書いてください。今はテーマの色を使います",
    ),
    "layout-split": info(
        "slide '{slide}' goes on over {pages} slides",
        "スライド「{slide}」は文章が多いため、{pages}枚に分けました",
    ),
    "layout-running-text": warning(
        "the text of slide '{slide}' is too long for its picture and is set as running text",
        "スライド「{slide}」の文章が図に収まらないため、文章だけで組みました",
        "shorten the text to get the picture back",
        "文章を短くすると、図が戻ります",
    ),
}
