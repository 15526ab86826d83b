"""Files and the syntax of YAML."""

from deckgen.messages.message import Message, error, warning

ROWS: dict[str, Message] = {
    "file-not-found": error(
        "file not found",
        "ファイルが見つかりません",
        "check the path and the spelling of the name",
        "場所と名前のつづりを確かめてください",
    ),
    "file-not-regular": error("expected a file, found a folder", "ファイルではなくフォルダーです"),
    "file-unreadable": error("the file cannot be read: {reason}", "ファイルを読めません：{reason}"),
    "file-too-large": error(
        "the file has {size} bytes, more than {limit}",
        "ファイルが大きすぎます（{size}バイト、上限は{limit}バイト）",
        "pictures belong in files of their own; the YAML file holds text only",
        "画像は別のファイルに置き、YAMLには文字だけを書いてください",
    ),
    "file-encoding": error(
        "expected UTF-8 text, found other bytes (maybe {guess})",
        "UTF-8の文字ではないデータがあります（推定：{guess}）",
        "save the file as UTF-8 in your editor",
        "エディターで「UTF-8」を選んで保存し直してください",
    ),
    "file-empty": error("the file is empty", "ファイルの中身がありません"),
    "control-character": error(
        "found the control character {character}",
        "制御文字 {character} があります",
        "delete the invisible character; it often comes along when text is copied from a PDF",
        "見えない文字です。PDFなどから写すと入ることがあります。この位置の文字を消してください",
    ),
    "yaml-syntax": error(
        "the YAML cannot be read here: {problem}",
        "YAMLとして読めません（{problem}）",
        "look at this line and the one above: spaces at the start, colons, quotes",
        "この行とその上の行の、字下げ・コロン・引用符を確かめてください",
    ),
    "yaml-tab": error(
        "found a tab where YAML takes spaces only",
        "字下げなどにタブがあります",
        "replace tabs by spaces, two for each level",
        "タブを半角の空白に置き換えてください（1段につき2つ）",
    ),
    "yaml-colon": error(
        "found a second `: ` in one line",
        "1行に「: 」が2つあります",
        'put the whole text in quotes: title: "A: B"',
        '文の中に半角のコロンと空白があるときは、文全体を引用符で囲んでください（例：title: "A: B"）',
    ),
    "yaml-key-colon": error(
        "expected `key: value`, found a line without `: `",
        "「項目: 値」の形になっていません",
        "write a colon and a space after the key, half-width: `name: text`",
        "項目名のあとに、半角のコロンと半角の空白を置いてください（例：name: 文字）",
    ),
    "yaml-quote": error(
        "the quote that opens here is never closed",
        "ここで始まる引用符が閉じられていません",
        "close it, or leave both quotes out",
        "終わりの引用符を書くか、両方とも消してください",
    ),
    "yaml-bracket": error(
        "the bracket that opens before this is not closed in order",
        "かっこ [ ] {{ }} の組が閉じられていません",
        "close the bracket; put a text that begins with a bracket in quotes",
        "かっこを閉じてください。文がかっこで始まるときは、文全体を引用符で囲んでください",
    ),
    "yaml-escape": error(
        "found a backslash that means nothing here",
        '引用符 " " の中の「\\」の使い方が正しくありません',
        "use single quotes, or write the backslash twice",
        "一重の引用符 ' ' にするか、「\\\\」と2つ書いてください",
    ),
    "yaml-indent": error(
        "this line does not fit the indentation of the lines above",
        "字下げが上の行とそろっていません",
        "start lines of one list or group in one column",
        "同じ組の行は、行頭の空白の数をそろえてください",
    ),
    "yaml-after-quote": error(
        "found text after the closing quote",
        "閉じた引用符のあとに、文字が続いています",
        "put the whole text in quotes, or leave the quotes out",
        "文全体を引用符で囲むか、引用符を外してください",
    ),
    "yaml-special-start": error(
        "a text cannot begin with {character} without quotes",
        "文字「{character}」で始まる文は、引用符が要ります",
        'put the text in quotes: "{character}…"',
        '文全体を引用符で囲んでください（例："{character}…"）',
    ),
    "yaml-braces": error(
        "a text cannot begin with two braces without quotes",
        "{{{{ で始まる文は、引用符が要ります",
        'put the text in quotes: "{{{{ … }}}}"',
        '文全体を引用符で囲んでください（例："{{{{ … }}}}"）',
    ),
    "yaml-key": error(
        "expected the name of a key, found something else",
        "項目名のところに、項目名にできないものがあります",
        "put a text that begins with a bracket in quotes",
        "文がかっこで始まるときは、文全体を引用符で囲んでください",
    ),
    "yaml-tag": error(
        "tags are not allowed, found {tag}",
        "YAMLのタグは使えません（{tag}）",
        "put a text that begins with ! in quotes",
        "「!」で始まる文は、引用符で囲んでください",
    ),
    "yaml-merge-key": error(
        "merge keys are not allowed",
        "「<<」による取り込みは使えません",
        "write the values out",
        "値をそのまま書いてください",
    ),
    "yaml-alias-undefined": error(
        "the alias *{name} names nothing",
        "別名「*{name}」の元がありません",
        "put a text that begins with * in quotes",
        "「*」で始まる文は、引用符で囲んでください",
    ),
    "yaml-alias-recursive": error("the alias *{name} stands inside itself", "別名「*{name}」が自分自身を含んでいます"),
    "yaml-alias-expansion": error(
        "the aliases of this file repeat too much text",
        "別名（*{name}）の繰り返しが多すぎます",
        "write the values out",
        "値をそのまま書いてください",
    ),
    "yaml-several-documents": error(
        "expected one document, found a second one after ---",
        "「---」のあとに2つ目の文書があります",
        "delete the line ---, or put the text in quotes",
        "「---」の行を消してください",
    ),
    "yaml-too-deep": error("values are nested more than {limit} levels deep", "入れ子が深すぎます（上限は{limit}段）"),
    "duplicate-key": error(
        "the key {key} is given twice, first in line {line}",
        "項目「{key}」が2回書かれています（最初は{line}行目）",
        "delete one of them",
        "どちらか一方を消してください",
    ),
    "yaml-hash-value": warning(
        "the text from # to the end of the line is a comment and is not used",
        "「#」から行の終わりまでは注釈とみなされ、使われません",
        'put the value in quotes: "#9110"',
        '値を引用符で囲んでください（例："#9110"）',
    ),
}
