"""Courses, profiles and themes as read."""

from deckgen.messages.message import Message, error, info, warning

ROWS: dict[str, Message] = {
    "wrong-type": error("expected {expected}, found {found}", "{expected}が必要ですが、{found}になっています"),
    "colour-form": error(
        "expected {expected}, found {found}",
        "{expected}が必要ですが、{found}になっています",
        'write # and six digits, in quotes: "#0b5c8a"; programs for drawing and the company\'s own guidelines tell them',
        '# と6桁の英数字を、引用符で囲んで書きます（例："#0b5c8a"）。会社のロゴの色は、デザインの手引きや作図ソフトで分かります',
    ),
    "date-impossible": error("there is no day {found}", "{found}という日はありません"),
    "wrong-length": error("expected {expected} entries, found {found}", "{expected}個が必要ですが、{found}個です"),
    "list-as-text": error(
        "expected a list, found {found}",
        "一覧（- で始まる行）が必要ですが、{found}になっています",
        "write each entry on a line of its own, after a hyphen and a space: - text",
        "1行に1つずつ、半角のハイフンと空白に続けて書いてください（例：- 文）",
    ),
    "text-as-key": error(
        "expected text, found a key and its value",
        "文字が必要ですが、途中の「: 」で、項目名と値に分かれています",
        "put the whole text in quotes: {written}",
        "文全体を引用符で囲んでください：{written}",
    ),
    "list-empty": error(
        "expected a list with entries, found none", "一覧が空です", "write at least one line", "1つ以上書いてください"
    ),
    "missing-key": error(
        "the key {key} is missing",
        "項目「{key}」がありません",
        "write `{key}: …` on a line of its own, in the column of the other keys here",
        "「{key}: …」の行を、ここにあるほかの項目と行頭をそろえて書き足してください",
    ),
    "text-cut-at-comma": error(
        "the text before {found} was cut off at its comma",
        "文が、「,」のところで切れています（続き：「{found}」）",
        'put the whole text in quotes: {{ text: "A, B" }}',
        '文全体を引用符で囲んでください（例：{{ text: "A, B" }}）',
    ),
    "list-wide-comma": error(
        "the entries of the list are parted by full-width commas",
        "一覧の区切りが、全角の「、」になっています",
        "part them by half-width commas, `{written}`, or put the whole text in quotes",
        "半角のコンマと空白で区切ってください：{written}。一つの文なら、引用符で囲んでください",
    ),
    "unknown-key": error(
        "unknown key {key}", "「{key}」という項目はありません", "known here: {known}", "ここで使える項目：{known}"
    ),
    "unknown-choice": error(
        "unknown value {found}", "「{found}」は選べません", "one of: {options}", "選べる値：{options}"
    ),
    "scene-outside": error(
        "this part of the picture reaches from {begin} to {end} {side}, the picture from 0 to {room}",
        "絵のこの部品は、{side}{begin}から{end}までを占め、絵の範囲（0から{room}）をはみ出しています",
        "icons and labels are placed by their centre, shapes by their top left corner; `width` is the room of a label",
        "アイコンと文字は中心、図形は左上の角の位置を書きます。文字の width は、文字のための幅です",
    ),
    "path-outside": error(
        "the path {path} leads out of the folder",
        "「{path}」はフォルダーの外を指しています",
        "put the file into {folder} or a folder below it",
        "ファイルを {folder} か、その中のフォルダーに置いてください",
    ),
    "file-named-missing": error("there is no {path} beside this file", "「{path}」が見つかりません"),
    "font-unusable": error(
        "the font {path} cannot be used: {reason}",
        "書体のファイル「{path}」は使えません：{reason}",
        "get the font's .ttf or .otf file of this one weight anew, from its publisher",
        "この太さ一つの .ttf か .otf のファイルを、書体の提供元から入手し直してください",
    ),
    # Pictures
    "picture-missing": error(
        "there is no picture {path}",
        "画像「{path}」が見つかりません",
        "write its path from the folder of this file",
        "このファイルのあるフォルダーからの場所を書いてください",
    ),
    "picture-too-large": error(
        "the picture {path} has {size} bytes, more than {limit}",
        "画像「{path}」が大きすぎます（{size}バイト、上限は{limit}バイト）",
        "make it smaller: 2,000 pixels are enough for a whole slide",
        "縮小してください。スライド全面でも2,000画素あれば足ります",
    ),
    "picture-pixels": error(
        "the picture {path} has {width} x {height} pixels, more than {limit} in all",
        "画像「{path}」の画素が多すぎます（{width}×{height}、上限は合計{limit}）",
        "make it smaller: 2,000 pixels are enough for a whole slide",
        "縮小してください。スライド全面でも2,000画素あれば足ります",
    ),
    "picture-format": error(
        "{path} is not a PNG or JPEG picture",
        "「{path}」はPNGでもJPEGでもありません",
        "save it as PNG or JPEG",
        "PNGかJPEGで保存し直してください",
    ),
    "picture-broken": error("the picture {path} is damaged: {reason}", "画像「{path}」が壊れています（{reason}）"),
    # Staff lists
    "staff-missing": error(
        "there is no staff list {path}",
        "名簿「{path}」が見つかりません",
        "write its path from the folder of this file",
        "このファイルのあるフォルダーからの場所を書いてください",
    ),
    "staff-format": error(
        "expected a staff list that ends in .csv or .xlsx, found {path}",
        "名簿はCSVかXLSXにしてください（現在は「{path}」）",
        "save it in Excel as an .xlsx workbook or as CSV",
        "Excelで、ブック（.xlsx）かCSVとして保存し直してください",
    ),
    "staff-too-large": error(
        "the staff list {path} is larger than {limit} bytes",
        "名簿「{path}」が大きすぎます（上限は{limit}バイト）",
        "keep numbers, departments and names in it, nothing else",
        "社員番号・所属・氏名だけを残してください",
    ),
    "staff-broken": error(
        "the staff list {path} cannot be read",
        "名簿「{path}」を読めません",
        "open it in Excel, take its password off and save it once more",
        "Excelで開き、パスワードを外して保存し直してください",
    ),
    "staff-encoding": error(
        "the staff list {path} is neither UTF-8 nor Shift_JIS",
        "名簿「{path}」の文字コードが、UTF-8でもShift_JISでもありません",
        "save it in Excel as “CSV UTF-8”",
        "Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください",
    ),
    "staff-heading": error(
        "expected a line of headings with 氏名, found {found}",
        "名簿に「氏名」という見出しの列がありません（現在は「{found}」）",
        "head the columns 社員番号, 所属 and 氏名",
        "1行目に、社員番号・所属・氏名と見出しを書いてください",
    ),
    "staff-count": error(
        "expected 1-{limit} people, found {found}", "名簿は1〜{limit}人にしてください（現在は{found}人）"
    ),
    "staff-nameless": warning(
        "a line of the staff list without a name is left out",
        "名簿の、氏名のない行を除きました",
        "write the name, or delete the line",
        "氏名を書くか、行を消してください",
    ),
    "staff-twice": warning(
        "the number {number} stands in the staff list twice",
        "社員番号「{number}」が名簿に2回あります",
        "delete one line, or correct its number",
        "一方の行を消すか、番号を直してください",
    ),
    "staff-expected": warning(
        "expected is {expected}, but the staff list names {found} people",
        "対象人数（expected）は{expected}人ですが、名簿には{found}人います",
        "correct the one that is wrong; without `expected` the list is counted",
        "違う方を直してください。expected を消すと、名簿の人数になります",
    ),
    "roster-short": warning(
        "{expected} people are expected, the attendance sheet has {found} lines",
        "対象は{expected}人ですが、受講者名簿は{found}行です",
        "leave `rows` out, or write a number up to {limit}; beyond that print a record for each site",
        "rows を消すか、{limit}までの数を書いてください。それより多いときは、拠点ごとに記録を作ってください",
    ),
    # Courses
    "slide-kind-missing": error(
        "the key kind is missing", "スライドの種類（kind）がありません", "one of: {options}", "選べる値：{options}"
    ),
    "slide-kind-unknown": error(
        "unknown kind of slide {found}",
        "「{found}」というスライドの種類はありません",
        "one of: {options}",
        "選べる値：{options}",
    ),
    "slide-id": error(
        "{slide} cannot be the id of a slide",
        "「{slide}」はスライドのidにできません",
        "use lower-case letters, digits and hyphens; `start` is taken",
        "英小文字・数字・ハイフンで書いてください（startは使えません）",
    ),
    "slide-duplicate": error(
        "the id {slide} is taken by the slide at {other}", "id「{slide}」は、ほかのスライド（{other}）と同じです"
    ),
    "cover-first": error(
        "the first slide must be a cover, and no other",
        "表紙（cover）は、先頭の1枚だけにしてください（{slide}）",
    ),
    "content-form": error(
        "expected a slot or content, found the keys {keys}",
        "項目でも本文でもない内容です（{keys}）",
        "write {{slot: name}}, a text, a list, {{steps: […]}}, {{decision: …}} or {{role: …}}",
        "{{slot: 名前}}、文、一覧、{{steps: […]}}、{{decision: …}}、{{role: …}} のどれかにしてください",
    ),
    "content-unfit": error(
        "expected content of type {expected}, found {found}",
        "ここに置けるのは {expected} ですが、{found} になっています",
    ),
    "slot-unknown": error("the course has no slot {slot}", "「{slot}」という項目はありません"),
    "requirement-unknown": error(
        "the course has no requirement {name}", "「{name}」という必須事項はありません（{slide}）"
    ),
    "requirement-uncovered": error(
        "no slide covers the requirement {name}", "必須事項「{label}」を扱うスライドがありません"
    ),
    "reference-url": error(
        "expected an address that begins with https://, found {found}", "https:// で始まるアドレスが必要です（{found}）"
    ),
    "references-certified": error(
        "the slide {slide} would be empty for a company that holds no certificate",
        "スライド「{slide}」は、認証を受けていない会社では空になります",
        "name a publication that applies always as well, or put these on the slide of the others",
        "どの会社も読める資料を一つは挙げるか、ほかの参考情報のスライドに移してください",
    ),
    "table-row": error(
        "expected {expected} cells in the row, found {found}", "行の欄は{expected}個必要ですが、{found}個です"
    ),
    "table-widths": error(
        "expected {expected} widths, found {found}",
        "列の幅（widths）は{expected}個必要ですが、{found}個です",
    ),
    "picture-source": error("expected either a scene or a file", "scene か file のどちらか一方を書いてください"),
    "slot-name": error(
        "{slot} cannot be the name of a slot",
        "「{slot}」は項目の名前にできません",
        "use lower-case letters, digits and underscores, parted by dots",
        "英小文字・数字・下線を、ピリオドで区切って書いてください",
    ),
    "slot-reserved": error(
        "{slot} cannot be the name of a slot: {names} are the course's own",
        "「{slot}」は項目の名前にできません。{names} は教材そのものを指します",
        "give the slot another name",
        "別の名前を付けてください",
    ),
    "law-name": error(
        "{name} cannot be the id of a fact of the law, or another has it already",
        "「{name}」は法令の項目のidにできないか、ほかの項目がもう使っています",
        "use lower-case letters, digits and underscores, a name each",
        "英小文字・数字・下線で、ほかと重ならない名前を書いてください",
    ),
    "slot-duplicate": error(
        "the slot {slot} is declared twice, first in line {line}",
        "項目「{slot}」が2回宣言されています（最初は{line}行目）",
    ),
    "slot-nested": error(
        "the slot {slot} lies inside the slot {parent}", "項目「{slot}」が、別の項目「{parent}」の中にあります"
    ),
    "slot-options": error(
        "a slot of type choice needs options, others have none",
        "options は、typeがchoiceの項目に必ず書き、ほかの項目には書きません（{slot}）",
    ),
    "slot-default": error("only lists can have a default", "default を書けるのは一覧の項目だけです（{slot}）"),
    "slot-bounds": error(
        "the minimum {minimum} is greater than the maximum {maximum}",
        "minimum（{minimum}）がmaximum（{maximum}）を超えています",
    ),
    "slot-standard-missing": error(
        "the course does not declare the slot {slot}",
        "項目「{slot}」の宣言がありません",
        "every course needs it",
        "どの教材にも必要な項目です",
    ),
    "slot-standard-type": error(
        "expected the type {expected} for {slot}, found {found}",
        "「{slot}」の型は {expected} ですが、{found} になっています",
    ),
    # Profiles
    "line-commented-out": warning(
        "the line is filled in, and not used: it begins with #",
        "書き込まれていますが、行頭に「#」があるため使われません（{found}）",
        "delete the # to use it; put a space after it to keep it as a note",
        "使うときは、行頭の「#」を1文字消してください。覚え書きとして残すなら、「#」の後に空白を1つ入れてください",
    ),
    "key-line-missing": error(
        "the line {key}: is missing above this one",
        "この行の上に、「{key}:」の行がありません",
        "write the line {key}: above it; this line and those that belong to it stand below",
        "すぐ上に「{key}:」の行を書いてください（この行からが、その中身です）",
    ),
    "slot-key-unknown": error("the course has no slot {key}", "この教材に「{key}」という項目はありません"),
    "number-range": error(
        "expected {name} to be {expected}, found {found}",
        "{name}は、{expected}にしてください（現在は{found}）",
        "{advice}",
        "{advice}",
    ),
    "list-length": error(
        "expected the number of {name} to be {expected}, found {found}",
        "{name}の数は、{expected}にしてください（現在は{found}）",
    ),
    "limit-looser": error(
        "the limit {key} can be tightened, not loosened: expected at most {most}, found {months}",
        "freshness の {key} は、教材の{most}か月より長くできません（現在は{months}か月）",
    ),
    "ruling-conditions": error(
        "a conditional decision needs its conditions", "「条件付き」には、条件（conditions）が必要です"
    ),
    "contact-as-text": error(
        "expected role, phone and so on, found {found}",
        "role・phone などの項目が必要ですが、{found}になっています",
        "write `role: …` and `phone: …` on indented lines of their own below the key",
        "下の行に字下げをして、role（役割や窓口の名前）と phone（電話番号）を1行ずつ書いてください",
    ),
    "ruling-as-text": error(
        "expected a list, or a decision with its key, found {found}",
        "一覧か decision が必要ですが、{found}になっています",
        "write `{written}` on an indented line of its own below the key",
        "下の行に字下げをして、`{written}` と書いてください",
    ),
    "contact-unreachable": error(
        "expected a phone, a mail address or a note", "電話（phone）、メール（mail）、案内（note）のどれかが必要です"
    ),
    "contact-phone": error(
        "expected a telephone number, found {found}",
        "電話番号として読めません（{found}）",
        "ten digits beginning with 0, eleven for 0800, 050, 060, 070, 080 and 090, hyphens as you like, an extension as （内線1234）; one number alone, others into the note",
        "市外局番から10桁（0800・050・060・070・080・090は11桁）で書きます。内線は（内線1234）と続けます。番号は一つだけ書き、ほかの番号は note に書きます",
    ),
    "contact-mail": error(
        "expected a mail address, found {found}",
        "メールアドレスとして読めません（{found}）",
        "one address alone, like soudan@example.co.jp",
        "アドレスを一つだけ書いてください（例：soudan@example.co.jp）",
    ),
    "notes-change-mode": error("expected either add or replace", "add か replace のどちらか一方を書いてください"),
    "company-id-unfit": error(
        "{found} cannot name the folder of the company's archives",
        "「{found}」は、会社の保管フォルダーの名前にできません",
        "no full stop or space at its ends, no control characters, "
        'none of \\ / : * ? " < > |, and no name of Windows like con or nul; e.g. `company_id: acme`',
        "先頭と末尾の空白とピリオド、制御文字、"
        '\\ / : * ? " < > |、con や nul などの Windows の名前は使えません（例：company_id: acme）',
    ),
    # Comprehension tests
    "text-too-long": error(
        "expected at most {limit} characters, found {found}", "{limit}文字以内にしてください（現在は{found}文字）"
    ),
    "quiz-id": error(
        "{item} cannot be the id of a question",
        "「{item}」は設問のidにできません",
        "use lower-case letters, digits and hyphens",
        "英小文字・数字・ハイフンで書いてください",
    ),
    "quiz-duplicate": error(
        "the id {item} is taken by the question at {other}", "id「{item}」は、ほかの設問（{other}）と同じです"
    ),
    "quiz-slide-unknown": error(
        "the question {item} names the slide {slide}, which there is not",
        "設問「{item}」が確かめるスライド「{slide}」はありません",
    ),
    "quiz-single": error(
        "expected one right choice in the question {item}, found {found}",
        "設問「{item}」の正解（correct）は1つですが、{found}個あります",
        "questions with several right choices are of type multiple",
        "正解が複数ある設問は、type を multiple にしてください",
    ),
    "quiz-no-answer": error(
        "no choice of the question {item} is marked as right",
        "設問「{item}」に、正解の印がありません",
        "write `correct: true` at the right choice, as in {{ text: …, correct: true }}",
        "正解の選択肢に correct: true を書いてください（例：{{ text: …, correct: true }}）",
    ),
    "quiz-multiple": error(
        "expected right and wrong choices in the question {item}",
        "設問「{item}」には、正解（correct）と不正解の両方が必要です",
    ),
    "quiz-same-choice": error(
        "the question {item} offers the same choice twice: {text}",
        "設問「{item}」に、同じ選択肢が2つあります（{text}）",
    ),
    # Themes
    "theme-smallest": error(
        "the smallest size is {found} pt, expected {limit} or more", "最小の文字が{found}ptです（{limit}pt以上が必要）"
    ),
    "theme-scale": error(
        "the body type of this step is larger than that of the step before: {found} pt after {limit} pt",
        "この段の本文の大きさ（{found}pt）が、前の段（{limit}pt）より大きくなっています",
        "the steps of the scale go from the largest to the smallest",
        "scale は、大きい段から順に書きます",
    ),
    "sheet-syntax": error(
        "this is no style rule",
        "スタイルシートの書き方に誤りがあります",
        "check brackets, colons and semicolons; what cannot be read would be left out",
        "かっこ、コロン、セミコロンを確かめてください。読めない部分は無視されてしまいます",
    ),
    "sheet-address": error(
        "the style sheet names {address}, which is no file in its folder that it may use",
        "スタイルシートの「{address}」は、同じフォルダーの使えるファイルではありません",
        "put the file into {folder}: style sheets, pictures (SVG, PNG, JPEG) and fonts (TrueType)",
        "ファイルを {folder} に置いてください。使えるのは .css・.svg・.png・.jpg・.ttf です",
    ),
    "sheet-loop": error(
        "the style sheet imports {address}, which imports it",
        "スタイルシートの「{address}」が、互いに読み込み合っています",
        "take one of the imports out",
        "どちらかの @import を取り除いてください",
    ),
    "theme-template-syntax": error(
        "this template cannot be read",
        "テンプレートの書き方に誤りがあります",
        "check that every {{% … %}} and {{{{ … }}}} is closed and every block has its end (Jinja2)",
        "{{% … %}} と {{{{ … }}}} の閉じ忘れ、ブロックの終わりを確かめてください（Jinja2）",
    ),
    "theme-template-missing": error(
        "the template names {name}, which no templates folder of the theme has",
        "テンプレートの「{name}」が、テーマのテンプレートのフォルダーにありません",
        "put the file there, or mend its name",
        "ファイルを置くか、名前を直してください",
    ),
    "theme-template-failed": error(
        "the template cannot be filled in here: {reason}",
        "テンプレートのここで止まりました：{reason}",
        "compare with the template of the theme standard",
        "テーマ standard の同じテンプレートと比べてください",
    ),
    "theme-size": error(
        "the size of {role} is {found} pt, under the smallest of {limit}",
        "{role}の文字が{found}ptで、最小の{limit}ptを下回ります",
    ),
    "theme-grid": error(
        "{sum} is {found} mm, expected {most} or less ({limit})",
        "{sum}が{found}mmです（{limit}の{most}mm以下が必要）",
        "the regions of the grid may not overlap or leave the page: change this measure, or one beside it",
        "gridの領域は、重ならず、ページの中に収まる必要があります。この値か、隣の値を変えてください",
    ),
    "theme-cards": error(
        "the cards take {found} mm with their bleed, and the sheet has {most} ({side})",
        "カードは断ち落としを含めて{found}mmですが、用紙の{side}は{most}mmです",
        "fewer cards or smaller ones, or a larger sheet",
        "カードを減らすか小さくするか、用紙を大きくしてください",
    ),
    "word-unknown": error(
        "slides and papers have no word {key}",
        "スライドや資料に、{key} という言葉はありません",
        "docs/words.md lists those that a course may have its own words for",
        "変えられる言葉は、docs/words.md にあります",
    ),
    "word-values": error(
        "expected {needed} in the word {key}, found {found}",
        "{key} には {needed} が必要ですが、{found} になっています",
        "each stands where a number or a name is put in, and is written as it is there",
        "波かっこの部分には、数字や名前が入ります。そのままの形で、必要な所に書いてください",
    ),
    "word-length": error(
        "{key} has {found} characters, expected {limit} or fewer",
        "{key} が{found}字です（{limit}字まで）",
    ),
    "theme-title-height": warning(
        "title_height is {found} mm, which holds one line of a title; two lines need {least}",
        "title_height の{found}mmには、タイトルが1行しか入りません（2行には{least}mmが必要）",
        "make it larger and move body_top down, or let scale end with smaller titles",
        "title_height を大きくして body_top を下げるか、scale の終わりのタイトルを小さくしてください",
    ),
    "theme-contrast": error(
        "the colour {role} has a contrast of {found} to the background, expected {limit} or more",
        "色「{role}」と背景の明暗比が{found}です（{limit}以上が必要）",
        "make it darker",
        "もっと濃い色にしてください",
    ),
    "theme-dark": error(
        "the background is darker than the text",
        "背景が文字より暗い色です",
        "pale grounds, prints and brand colours are made for a light page: let the background be the lighter one",
        "淡い地の色、印刷、会社の色は、明るいページに合わせて作ります。背景を明るい色にしてください",
    ),
    "theme-base-missing": error("there is no theme {name} beside this one", "「{name}」というテーマが隣にありません"),
    "theme-base-loop": error(
        "the theme {name} extends this one in turn", "テーマ「{name}」と互いに extends になっています"
    ),
    # Hygiene of the text
    "hygiene-radical": info(
        "put {text} in place of the radical {found} ({code_point})",
        "部首用の文字「{found}」（{code_point}）を「{text}」に直しました",
        "radicals come along when text is copied from a PDF; retype the word in the file",
        "PDFから写すと入ります。ファイルの文字も入力し直してください",
    ),
    "hygiene-half-width": info(
        "put {text} in place of the half-width {found}",
        "半角カナ「{found}」を全角の「{text}」に直しました",
    ),
    "hygiene-vertical": info(
        "put {text} in place of {found} ({code_point}), a form for vertical text",
        "縦書き用の「{found}」（{code_point}）を「{text}」に直しました",
    ),
    "hygiene-bullet": info(
        "put {text} in place of the bullet {code_point} of a symbol font",
        "記号用の書体の行頭記号（{code_point}）を、{text}に置き換えました",
    ),
    "hygiene-private-use": warning(
        "found the private-use character {code_point}, which other computers show as another sign or none",
        "外字（{code_point}）があります。ほかの環境では、別の字になるか表示されません",
        "put the character that is meant in its place",
        "意味する文字に置き換えてください",
    ),
    "hygiene-invisible": warning(
        "took out {code_point}, which cannot be seen and changes how the text is read",
        "見えない文字（{code_point}）を取り除きました。文字の並びや読み上げが変わるためです",
        "such characters come along when text is copied from a page or a chat",
        "Webページやチャットから写したときに混ざります。打ち直しておくと確実です",
    ),
    "hygiene-stacked": warning(
        "took out {code_point} and what follows it: more than two marks stand on one character",
        "一つの文字に三つ以上重ねた記号（{code_point}以降）を取り除きました。上下の行にかかるためです",
        "put a character with at most two marks in its place",
        "記号が二つまでの文字に置き換えてください",
    ),
    "hygiene-dependent": warning(
        "found {found} ({code_point}), which not every system can show or read aloud",
        "「{found}」（{code_point}）は、環境によって表示や読み上げができません",
        "write {text} or the whole word",
        "「{text}」か、略さない言葉にしてください",
    ),
}
