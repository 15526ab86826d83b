"""Company profile into course."""

from deckgen.messages.message import Message, error, info, warning

ROWS: dict[str, Message] = {
    "slot-missing": error(
        "the required slot {slot} ({label}) is empty",
        "必須の「{label}」（{slot}）が書かれていません",
        "asked of: {owner}; shown on: {slides}; `--draft` builds without it",
        "担当：{owner}。表示先：{slides}。下書きなら --draft で作れます",
    ),
    "slot-placeholder": error(
        "the slot {slot} ({label}) still has its placeholder",
        "「{label}」（{slot}）が「要記入」のままです",
        "asked of: {owner}; shown on: {slides}; `--draft` builds without it",
        "担当：{owner}。表示先：{slides}。下書きなら --draft で作れます",
    ),
    "draft-missing": warning(
        "the required slot {slot} ({label}) is empty",
        "必須の「{label}」（{slot}）が書かれていません",
        "asked of: {owner}; shown on: {slides}",
        "担当：{owner}。表示先：{slides}",
    ),
    "draft-placeholder": warning(
        "the slot {slot} ({label}) still has its placeholder",
        "「{label}」（{slot}）が「要記入」のままです",
        "asked of: {owner}; shown on: {slides}",
        "担当：{owner}。表示先：{slides}",
    ),
    "slide-unknown": error(
        "there is no slide {slide}",
        "「{slide}」というスライドはありません",
        "`deckgen slides {profile!q}` lists their names",
        "スライドの名前は `deckgen slides {profile!q}` で調べます",
    ),
    "slide-to-leave-unknown": error(
        "there is no slide {slide} to leave out",
        "外すスライド「{slide}」がありません",
        "optional slides: {optional}",
        "外せるスライド：{optional}",
    ),
    "slide-required": error(
        "the slide {slide} cannot be left out",
        "スライド「{slide}」は外せません",
        "optional slides: {optional}",
        "外せるスライド：{optional}",
    ),
    "slide-left-empty": info(
        "the slide {slide} is left out: its slots are empty",
        "スライド「{slide}」は、差し込む内容が無いので外しました（{slot}など）",
    ),
    "addition-anchor": error(
        "there is no slide {slide} to put a slide after",
        "追加先の「{slide}」というスライドはありません",
        "`deckgen slides {profile!q}` lists their names",
        "スライドの名前は `deckgen slides {profile!q}` で調べます",
    ),
    "requirement-lost": error(
        "no slide is left that covers the requirement {name}",
        "必須事項「{label}」を扱うスライドが無くなっています",
        "do not leave its slide out, and fill in its slots",
        "そのスライドを外さず、差し込む内容を書いてください",
    ),
    "quiz-none": error(
        "the course {course} has no test that a question could be added to",
        "教材「{course}」には確認テストが無いので、設問を足せません",
    ),
    "quiz-unknown": error("there is no question {item}", "「{item}」という設問はありません"),
    "quiz-item-left-out": info(
        "the question {item} is left out: its slide {slide} is not shown",
        "設問「{item}」は、スライド「{slide}」を外したので出題しません",
    ),
    "quiz-own-left-out": warning(
        "your question {item} is not asked: its slide {slide} is not shown",
        "自社の設問「{item}」は出題されません。スライド「{slide}」を外しているためです",
        "name another slide, or keep that one",
        "別のスライドを指定するか、そのスライドを残してください",
    ),
    "quiz-empty": error(
        "no question is left in the test",
        "確認テストの設問が無くなっています",
        "leave out fewer questions or slides, or add questions of your own",
        "外す設問やスライドを減らすか、自社の設問を足してください",
    ),
    # Public editions
    "public-no-line": warning(
        "the public edition names no line for {role}: no other answers at its hours",
        "公開用の資料には、「{role}」の電話先を載せていません。同じ時間に受けられる共用の番号が無いためです",
        "write a shared line with hours: 24時間, or a shared number for this duty; staff find the number in their own edition",
        "24時間つながる共用の番号（hours も）を書くか、この役割に共用の番号を設けてください。番号は社内用の資料にだけ載ります",
    ),
    "public-number": warning(
        "a personal telephone number in this text is left out of the public edition",
        "この文の中の個人の電話番号を、公開用の資料から除きました",
        "see that the text still helps whoever reads it, or name a shared line",
        "除いた後の文で困らないかを確かめるか、共用の番号に書きかえてください",
    ),
    "public-mention": warning(
        "this text sends people to a number that the public edition leaves out; it says there where to find it",
        "この文が案内する電話番号は、公開用の資料に載りません。「社内用の資料」を見るように書き添えました",
        "see that the text still helps whoever reads it, or name a shared line",
        "書き添えた後の文で困らないかを確かめるか、共用の番号への案内に書きかえてください",
    ),
    "template-syntax": error(
        "the value in braces cannot be read: {reason}", "{{{{ }}}} の中が正しくありません（{reason}）"
    ),
    "template-undefined": error("there is no value {name}", "「{name}」という値はありません"),
    "template-group": error(
        "{name} is a group of values",
        "「{name}」は値の組です",
        "name one of: {names}",
        "次のどれかを書いてください：{names}",
    ),
    "template-forbidden": error(
        "this is not allowed in braces: {reason}", "{{{{ }}}} の中で許されない書き方です（{reason}）"
    ),
    "template-bounds": error(
        "a text can show values and choose between words, and do nothing else: {found}",
        "文の中では、値の差し込みと if による言いかえだけができます（{found}）",
        "no loops, calls or products, and at most 30 levels of nesting",
        "くり返し（for・range）、呼び出し、掛け算は使えません。入れ子は30段までです",
    ),
    "text-emptied": error(
        "nothing is left of {text} for this company",
        "この会社では、文が空になります（{text}）",
        "write an else, or leave the whole part out by its own slot",
        "else を書いて、どちらの場合にも文が残るようにしてください",
    ),
    "template-failed": error(
        "the value in braces cannot be worked out: {reason}", "{{{{ }}}} の中を計算できません（{reason}）"
    ),
    "link-address": warning(
        "{found} is no address that a link can have",
        "「{found}」はリンク先にできません",
        "links begin with https://, http://, mailto: or tel:; the text is printed as it stands",
        "https://、http://、mailto:、tel: で始めてください。この部分は書かれたとおりに印刷します",
    ),
    # Signs of other ways of writing
    "mark-strong": warning(
        "{found} is printed as it stands",
        "「{found}」は、このまま印刷されます",
        "strong text is **text**, without spaces inside; put a backslash before each sign that is meant: \\*\\*",
        "強調は **文字** のように、空白を入れずに前後を囲みます。記号として印刷するなら、\\*\\* と書いてください",
    ),
    "mark-link": warning(
        "{found} is printed as it stands",
        "「{found}」は、このまま印刷されます",
        "a link is [text](https://…), in half-width brackets and without spaces",
        "リンクは、半角のかっこを使い、空白を入れずに [文字](https://…) と書きます",
    ),
    "mark-unread": warning(
        "{found} is printed as it stands: no marks are read here",
        "「{found}」は、このまま印刷されます（ここでは強調やリンクの記号が使えません）",
        "write the words alone",
        "記号を除き、言葉だけを書いてください",
    ),
    "mark-template": warning(
        "{found} is printed as it stands: a profile has no values to put in",
        "「{found}」は、このまま印刷されます（プロファイルでは、波かっこの中は置きかわりません）",
        "write the words themselves",
        "言葉をそのまま書いてください",
    ),
    "mark-html": warning(
        "{found} is printed as it stands: HTML is not read",
        "「{found}」は、このまま印刷されます（HTMLは使えません）",
        "leave tags out; in running text and lists, strong text is **text**",
        "タグは除いてください。文章や箇条書きの中の強調は **文字** と書きます",
    ),
    "mark-heading": warning(
        "{found} at the start is printed as it stands",
        "先頭の「{found}」は、このまま印刷されます",
        "there are no headings inside a text: leave the sign out, or write **text**",
        "文の中に見出しは作れません。記号を除くか、**文字** として強調してください",
    ),
    "mark-bullet": warning(
        "{found} begins no list entry and is printed as it stands",
        "行の先頭の「{found}」は、箇条書きにならず、このまま印刷されます",
        "begin each entry with a hyphen and a space: - text",
        "箇条書きの行は、半角のハイフンと空白で始めます（例：- 文）",
    ),
    "mark-bullet-twice": warning(
        "{found} at the start is printed beside the bullet or number that the entry gets",
        "先頭の「{found}」が、自動で付く記号や番号と重なります",
        "leave it out",
        "この記号を除いてください",
    ),
    "list-lone-entry": warning(
        "the entry stands alone a level deeper than those around it",
        "箇条書きのこの行だけが、前後の行より一段深くなっています",
        "take away the spaces before its hyphen, if it is one of them",
        "同じ並びの行なら、ハイフンの前の空白を消してください",
    ),
    "text-one-paragraph": error(
        "expected one paragraph, found a list or several paragraphs",
        "ここには一つの段落しか置けませんが、箇条書きか、二つ以上の段落があります",
        "join the lines to one sentence after another, or put the entries where a list can stand",
        "一続きの文にするか、一覧を書ける項目に移してください",
    ),
}
