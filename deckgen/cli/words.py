"""The sentences of the command line: English, Japanese."""

# ruff: noqa: E501 - a sentence is one line

WORDS: dict[str, tuple[str, str]] = {
    # Help
    "about": (
        "Builds a company's training deck and handouts from a course and the company's profile.",
        "コースと会社のプロファイルから、研修のスライドと配布資料を作ります。",
    ),
    "usage": ("usage: ", "使い方："),
    "usage-options": ("[options]", "[オプション]"),
    "commands": ("commands", "コマンド"),
    "arguments": ("arguments", "引数"),
    "options": ("options", "オプション"),
    "example": ("example: ", "例："),
    "help": ("show this help and exit", "この説明を表示して終わります"),
    "version": ("show the version and exit", "版を表示して終わります"),
    "lang": ("language of messages (default: your system's)", "表示の言語（指定がなければ使用環境の言語）"),
    # Commands
    "command-new": ("write a new profile to fill in", "記入用の新しいプロファイルを作ります"),
    "command-slots": ("show what is filled in and what is missing", "記入の状況を一覧にします"),
    "command-slides": ("list the slides: number, name, title, minutes", "スライドの番号・名前・題・分数を一覧にします"),
    "command-check": (
        "report all problems of course, profile and theme",
        "コース・プロファイル・テーマの問題をすべて調べます",
    ),
    "command-preview": (
        "write all slides and their notes into one HTML file, for the browser",
        "スライドと解説を、ブラウザーで見る一つのHTMLファイルにします",
    ),
    "command-build": ("build a company's deck and handouts", "会社のスライドと配布資料を作ります"),
    "command-batch": ("build many companies, several at a time", "多くの会社の資料を、並行して作ります"),
    "command-outline": ("print the laid-out deck as text", "組み上がったスライドを文字で表示します"),
    "command-schema": (
        "print the JSON Schema of a kind of YAML file, for editors",
        "エディターの入力補助に使うJSON Schemaを表示します",
    ),
    "command-diff": (
        "tell what changed between two editions: builds, archives, profiles or courses",
        "二つの版（作成の記録・保管ファイル・プロファイル・コース）の違いを調べます",
    ),
    "command-archive": (
        "keep an edition in one file, with all it was made from",
        "配った版を、材料ごと一つのファイルに保管します",
    ),
    "command-verify": (
        "prove that an archive is whole and can be made again",
        "保管したファイルが無傷で、同じものを作り直せることを確かめます",
    ),
    "command-renew": (
        "write next year's profile out of this year's",
        "今年のプロファイルから、次の年度のものを作ります",
    ),
    # Arguments
    "year": ("the fiscal year of the new profile, e.g. 2027", "新しいプロファイルの年度（例：2027）"),
    "year-unknown": (
        "expected a year like 2027, found '{found}'",
        "年度は 2027 のように4桁で書いてください（「{found}」）",
    ),
    "in-place": (
        "change the profile itself; only where an archive holds it as it is now",
        "プロファイルそのものを書きかえます（今の内容が保管されているときだけ）",
    ),
    "old": (
        "the old edition: a build.json, an archive, a profile, or the folder of a course",
        "前の版：build.json・保管ファイル（.zip）・プロファイル・コースのフォルダーのどれか",
    ),
    "new-side": ("the new edition, in any of these forms", "新しい版：同じく、どれか"),
    "format-diff": (
        "text for people, markdown for documents, json for machines",
        "text：読むため、markdown：文書に使うため、json：機械処理のため",
    ),
    "color": ("colours in the terminal (default: auto)", "画面に色を付けるか（指定がなければ自動）"),
    "pdf-diff": (
        "write a report with old and new side by side, to be approved",
        "承認を受けるための新旧対照表（PDF）を作ります",
    ),
    "pdf-unknown": (
        "expected a name that ends in .pdf, found '{found}'",
        "名前は .pdf で終わるものにしてください（「{found}」）",
    ),
    "exit-code": ("end with 1 where anything differs", "違いがあれば、終了コードを1にします"),
    "company": (
        "the company's profile, or its name in source/companies without .yaml",
        "会社のプロファイル、または source/companies の中のファイル名（.yaml を除く）",
    ),
    "out-archive": ("folder of the outputs (default: output/)", "資料のあるフォルダー（指定がなければ output/）"),
    "theme-archive": (
        "folder of the theme, if it was built with one from elsewhere",
        "別の場所のテーマを使って作ったときの、そのフォルダー",
    ),
    "force-archive": (
        "keep files that are not as they were built; the archive will show it",
        "作ったときのままでないものも保管します（そのことが記録に残ります）",
    ),
    "archive-to-verify": (
        "the archive; or the company's profile or its name, for the archive of its newest edition",
        "保管ファイル（.zip）。会社のプロファイルかその名前なら、いちばん新しい版の保管ファイル",
    ),
    "sha256-verify": (
        "the archive's checksum, as it was noted when the archive was made",
        "保管したときに控えたSHA-256（保管ファイルが、そのときのものかを確かめます）",
    ),
    "sha256-unknown": (
        "expected a SHA-256, which is 64 digits and letters a to f, found '{found}'",
        "SHA-256は、0〜9とa〜fの64文字です（「{found}」）",
    ),
    "verbose-verify": ("list every input as well", "材料のファイルも一つずつ表示します"),
    "profiles": (
        "profiles, or folders whose profiles (*.yaml) are all built",
        "会社のプロファイル、またはプロファイル（*.yaml）のあるフォルダー",
    ),
    "jobs": (
        "companies built at a time (default: one for each processor)",
        "同時に作る会社の数（指定がなければプロセッサーの数）",
    ),
    "scheduler": (
        "build on a Dask cluster (extra deckgen[dask]); its workers must see the same files under the same paths",
        "Daskのクラスターで作ります（追加の deckgen[dask] が必要）。ワーカーから同じファイルが同じ場所に見えること",
    ),
    "summary": ("write a table of the companies (.csv or .json)", "会社ごとの結果を表にします（.csv か .json）"),
    "jobs-unknown": (
        "expected a whole number from 1 to {most}, found '{found}'",
        "1から{most}までの整数で書いてください（「{found}」）",
    ),
    "summary-unknown": (
        "expected a name that ends in .csv or .json, found '{found}'",
        "名前は .csv か .json で終わるものにしてください（「{found}」）",
    ),
    "to-make": (
        "the file to make, e.g. source/companies/acme.yaml, or its name there without .yaml",
        "作るファイル（例：source/companies/acme.yaml。acme だけでもかまいません）",
    ),
    "course": ("name of the course (needed where there are several)", "コースの名前（コースが複数あるときは必ず指定）"),
    "certified": (
        "the company is PrivacyMark-certified: ask for what such companies must fill in",
        "プライバシーマークの付与事業者として、必須の項目を増やします",
    ),
    "only": ("make only these outputs, e.g. deck,handout", "作る種類を限ります（例：deck,handout）"),
    "out": ("folder for the outputs (default: output/)", "出力先のフォルダー（指定がなければ output/）"),
    "theme": ("name or folder of the theme", "テーマの名前またはフォルダー"),
    "draft": (
        "build although required slots are missing; each is marked",
        "未記入があっても作り、その場所に印を付けます",
    ),
    "trainer-preview": (
        "with cues and times, for the trainer alone",
        "進行と時間も入れます（講師だけが見るもの）",
    ),
    "as-of": (
        "the day by which to judge what is stale (default: today)",
        "古くなったものを判断する日（例：2026-11-23。指定がなければ今日）",
    ),
    "as-of-build": (
        "judge by this day what is stale; without it, a build never depends on the day",
        "この日の時点で古くなったものも調べます（指定がなければ、日付によらず同じ結果になります）",
    ),
    "links": ("ask every address over the network", "すべてのアドレスを、ネットワークで確かめます"),
    "write-checked": (
        "as --links, and write today as checked_on of every reference that answers",
        "--links に加え、開けた参考情報の checked_on を今日の日付に書きかえます",
    ),
    "strict": ("end with code 1 on warnings too", "警告だけでも終了コードを1にします"),
    "day-unknown": (
        "expected a date like 2026-11-23, found '{found}'",
        "日付は 2026-11-23 の形で書いてください（「{found}」）",
    ),
    "day-impossible": ("there is no day '{found}'", "「{found}」という日はありません"),
    "write-checked-day": (
        "--write-checked writes today's date and takes no --as-of",
        "--write-checked は今日の日付を書きます。--as-of と一緒には使えません",
    ),
    "draft-check": ("take missing slots as warnings", "未記入をエラーではなく警告にします"),
    "force": (
        "build although nothing has changed, and replace outputs that were changed by hand",
        "変更がなくても作り直し、手で直したファイルも置きかえます",
    ),
    "forms": (
        "forms of the test, e.g. A,B,C: each has its own order of questions and choices",
        "確認テストの種類（例：A,B,C）。種類ごとに設問と選択肢の順番が変わります",
    ),
    "public": (
        "leave personal telephone numbers (050, 060, 070, 080, 090) out of everything",
        "個人の電話番号（050・060・070・080・090）を、すべての資料から除きます",
    ),
    "handout": (
        "compact: three slides a page, rules and contacts as text; full: a slide a page (default: as the profile says, "
        "else compact)",
        "配布資料の形。compact：1ページに3枚とし、ルールと連絡先は文字にする、full：1ページに1枚"
        "（指定がなければプロファイルのとおり。書いていなければ compact）",
    ),
    "duplex": (
        "for printing on both sides: the margin for binding changes sides from page to page",
        "両面印刷用に、とじしろを左右交互にとります",
    ),
    "form-twice": (
        "expected each form once, found '{found}'",
        "同じ種類が2度あります（「{found}」）。種類の名前は、大文字と小文字を同じものとみなします",
    ),
    "form-unknown": (
        "expected names of forms like A,B,C, found '{found}'",
        "種類の名前は A,B,C のように英数字で書いてください（「{found}」）",
    ),
    "pdf": ("ua: accessible PDF/UA-1; archive: PDF/A-2a as well", "ua：PDF/UA-1、archive：長期保存用PDF/A-2aにも対応"),
    "format": ("text for people, json for machines", "text：読むため、json：機械処理のため"),
    "format-table": (
        "text for people, csv for spreadsheets, json for machines",
        "text：読むため、csv：Excelで開くため、json：機械処理のため",
    ),
    "output-file": (
        "write what would be printed into a file (.txt, .md, .csv, .json), as Windows reads it",
        "画面に出る内容をファイルに書きます（.txt・.md・.csv・.json。Excelやメモ帳で開けます）",
    ),
    "output-file-unknown": (
        "expected a name that ends in one of {known}, found '{found}'",
        "名前は {known} のどれかで終わるものにしてください（「{found}」）",
    ),
    "output-file-unwritable": (
        "deckgen: cannot write {path}: {reason}",
        "deckgen: {path} に書き込めません（{reason}）",
    ),
    "output-file-written": ("Written: {path}", "書き込みました：{path}"),
    "verbose": ("show infos as well", "お知らせ（info）も表示します"),
    "kind": ("kind of file: {kinds}", "ファイルの種類：{kinds}"),
    # Wrong usage
    "refused": (
        "{prog}: error: {told}\n  hint: see `{prog} --help`",
        "{prog}: エラー: {told}\n  ヒント: `{prog} --help` で使い方を表示します",
    ),
    "meant": ("; did you mean {word}?", "。「{word}」のことですか？"),
    "usage-required": ("expected {name}, found nothing", "{name} を指定してください"),
    "usage-value-missing": ("expected a value after {name}, found none", "{name} のあとに値を書いてください"),
    "usage-value-unwanted": ("{name} takes no value, found '{found}'", "{name} に値は付けられません（「{found}」）"),
    "usage-value": (
        "expected one of {known} for {name}, found '{found}'",
        "{name} に「{found}」は使えません。使えるもの：{known}",
    ),
    "usage-unknown": ("unexpected argument '{found}'", "「{found}」は使えません"),
    "usage-quotes": (
        '; a path with spaces stands in quotes: "{path}"',
        '。空白を含む場所は、引用符で囲んでください："{path}"',
    ),
    "usage-own": ("{name}: {found}", "{name}: {found}"),
    "usage-command": ("unknown command '{found}'", "「{found}」というコマンドはありません"),
    "output-unknown": (
        "unknown output '{name}', expected one of {known}",
        "出力「{name}」はありません。使えるもの：{known}",
    ),
    # Findings by role
    "owner": (
        "{owner} (errors: {errors}, warnings: {warnings})",
        "■ {owner}（エラー{errors}件、警告{warnings}件）",
    ),
    "links-count": (
        "{total} addresses asked: {fine} answered, {lost} did not",
        "アドレス{total}件を確かめ、{fine}件が開けました（開けないもの{lost}件）",
    ),
    "days-written": (
        "{file}: {count} times checked_on: {day}",
        "{file}：checked_on を{count}か所、{day}に書きかえました",
    ),
    "is-sample": (
        "This company is a sample (`sample: true`): made-up numbers and addresses are let through.",
        "見本の会社（sample: true）なので、架空の番号とアドレスをそのまま通しています。",
    ),
    # Progress
    "doing-links": ("asking addresses … {done}/{total}", "アドレスを確かめています… {done}/{total}"),
    "doing-read": ("reading …", "読み込んでいます…"),
    "doing-layout": ("laying out slides …", "スライドを組んでいます…"),
    "doing-preview": ("writing the preview …", "プレビューを書き出しています…"),
    "doing-deck": ("writing the deck …", "PowerPointを書き出しています…"),
    "doing-handout": ("writing the handout …", "配布資料を書き出しています…"),
    "doing-worksheet": ("writing the worksheet …", "ワークシートを書き出しています…"),
    "doing-quiz": ("writing the test …", "確認テストを書き出しています…"),
    "doing-answers": ("writing the answer key …", "解答と解説を書き出しています…"),
    "doing-record": ("writing the record of training …", "研修の記録を書き出しています…"),
    "doing-card": ("writing the emergency cards …", "緊急連絡カードを書き出しています…"),
    "doing-trainer": ("writing the trainer's handout …", "講師用資料を書き出しています…"),
    # Results
    "previewed": ("Made: {file} ({count} slides)", "作成しました：{file}（{count}枚）"),
    "previewed-next": (
        "Next: open it in a browser, or send it round: it needs no other file and no network.",
        "次にすること：ブラウザーで開いて確かめます。このファイルだけで見られるので、そのまま回覧できます。",
    ),
    "previewed-trainer": (
        "It holds the trainer's cues: do not hand it out to participants.",
        "講師用の進行が入っています。受講者には配らないでください。",
    ),
    "made": ("Made in {folder}:", "作成しました（{folder}）："),
    "unchanged": (
        "Nothing has changed, so nothing was made anew. In {folder}:",
        "変更がないため、作り直していません（{folder}）：",
    ),
    "slides": ("{count} slides", "{count}枚"),
    "sheets": ("{count} sheets", "{count}シート"),
    "pages": ("{count} pages", "{count}ページ"),
    "one-slides": ("{count} slide", "{count}枚"),
    "one-pages": ("{count} page", "{count}ページ"),
    "one-sheets": ("{count} sheet", "{count}シート"),
    "next": (
        "Next: {steps}keep build.json for your records.",
        "次にすること：{steps}build.json を記録として保存してください。",
    ),
    "next-deck": ("open the deck in PowerPoint, ", "スライドをPowerPointで開いて確かめ、"),
    "next-handout": ("print the handout on A4, ", "配布資料をA4で印刷し、"),
    "next-pages": ("print the PDFs on A4, ", "PDFをA4で印刷し、"),
    "next-draft": (
        "This is a draft: fill in what `deckgen slots {profile!q}` lists, then build again without --draft.",
        "これは下書きです。`deckgen slots {profile!q}` に出る未記入を埋めてから、--draft なしで作り直してください。",
    ),
    "next-whole-draft": (
        "This is a draft, and all is filled in: see `deckgen check {profile!q}`, then build again without --draft.",
        "これは下書きです。未記入はありません。`deckgen check {profile!q}` で確かめてから、--draft なしで作り直してください。",
    ),
    "next-part": (
        "Next: install the missing part, then build again; what is listed above is complete.",
        "次にすること：足りない部品を入れてから、もう一度作ってください。上のファイルはできあがっています。",
    ),
    "not-built": ("Nothing was written.", "何も書き出していません。"),
    "fine": ("No problems found.", "問題は見つかりませんでした。"),
    "counts": ("errors: {errors}, warnings: {warnings}", "エラー{errors}件、警告{warnings}件"),
    "new-made": (
        "Made {path}: {slots} slots, {blanks} of them to fill in (marked 要記入).",
        "{path} を作成しました。項目は{slots}個、うち{blanks}個が「要記入」です。",
    ),
    "new-next": (
        "Next: open it in an editor, replace each 要記入, and look at the progress with `deckgen slots {path!q}`.",
        "次にすること：エディターで開いて「要記入」を書きかえ、`deckgen slots {path!q}` で記入の状況を確かめてください。",
    ),
    # Editions
    "doing-saving": ("saving the files …", "ファイルを保存しています…"),
    "doing-checksums": ("comparing checksums …", "チェックサムを比べています…"),
    "archived": ("Archived: {path}", "保管しました：{path}"),
    "archived-before": (
        "Archived already, with these very contents: {path}",
        "同じ内容で、すでに保管されています：{path}",
    ),
    "archive-holds": (
        "  outputs: {outputs}, files that they were made from: {inputs}",
        "  資料{outputs}点と、その材料{inputs}点",
    ),
    "archive-next": (
        "Next: note the SHA-256 where the archive does not lie, and prove the archive with\n"
        "  deckgen verify {path!q} --sha256 CHECKSUM",
        "次にすること：SHA-256を別の場所に控え、次のコマンドで確かめてください。\n"
        "  deckgen verify {path!q} --sha256 控えた値",
    ),
    "renewed": ("Made {path}. What moved on:", "{path} を作成しました。進めたもの："),
    "renew-next": (
        "Next: replace each 要記入, look at what `deckgen check {path!q}` lists, and write the day of each review.",
        "次にすること：「要記入」を書きかえ、`deckgen check {path!q}` に出るものを見直して、見直した日を書いてください。",
    ),
    "report-made": ("Report: {path} ({pages})", "新旧対照表：{path}（{pages}）"),
    "verified": (
        "{path}: {company}, {course}, FY{fiscal_year}, version {version} (deckgen {deckgen})",
        "{path}：{company}、{course}、{fiscal_year}年度、第{version}版（deckgen {deckgen}）",
    ),
    "verify-bad": (
        "The archive is not as it should be: see above.",
        "この保管ファイルは、正しい状態ではありません（上の表示を見てください）。",
    ),
    "verify-whole": (
        "Whole in itself: all files fit the archive's own checksums ({files}).",
        "欠けも破損もありません：{files}点すべてが、保管ファイルの中のチェックサムと合います。",
    ),
    "verify-as-noted": (
        "As it was kept: the SHA-256 is the one that was noted.",
        "保管したときのままです：SHA-256が、控えたものと同じです。",
    ),
    "verify-older": (
        "This is the company's newest edition; older ones in {folder}: {names}",
        "これは、この会社のいちばん新しい版です。{folder} には、ほかに次の版があります：{names}",
    ),
    "verify-note": (
        "Whether it is as it was kept is shown by the SHA-256 that was noted then: add `--sha256` and the checksum.",
        "保管したときのままかどうかは、そのとき控えたSHA-256と比べて確かめます（--sha256 に続けて書きます）。",
    ),
    "verify-rebuilt": (
        "Made again, byte for byte: all outputs ({outputs}).",
        "作り直せます：資料{outputs}点すべてが、1バイトも違わずに再現しました。",
    ),
    "verify-not-rebuilt": (
        "Not made again (see above): {outputs}.",
        "資料{outputs}点は、作り直しでは確かめていません（上の表示を見てください）。",
    ),
    "inputs-count": ("({count} files)", "（{count}点）"),
    "whole-whole": ("whole", "無傷"),
    "whole-damaged": ("damaged", "破損"),
    "whole-missing": ("missing", "欠落"),
    "whole-extra": ("not of this edition", "余分"),
    "input-same": ("as the build read it", "作成時のまま"),
    "input-different": ("not what the build read", "作成時と違う"),
    "output-same": ("made again, byte for byte", "再現した"),
    "output-different": ("comes out different", "再現しない"),
    "output-edited": ("not as it was built", "作成後に変更"),
    "output-not-tried": ("not made again", "再現は未確認"),
    # Many companies
    "batch-progress": ("{done}/{count} {name}", "{done}/{count}社 {name}"),
    "batch-failed": ("Not built: {company}", "■ 作れなかった会社：{company}"),
    "batch-built": ("Built: {company}", "■ 作成した会社：{company}"),
    "batch-unchanged": ("Unchanged: {company}", "■ 変更のなかった会社：{company}"),
    "batch-counts": (
        "companies: {companies} in {seconds} s; built: {built}, unchanged: {unchanged}, failed: {failed}",
        "{companies}社（{seconds}秒）：作成{built}社、変更なし{unchanged}社、失敗{failed}社",
    ),
    "batch-warnings": (
        "warnings: {warnings} (--verbose shows them)",
        "警告{warnings}件（--verbose で表示します）",
    ),
    "batch-ending": (
        "Stopping: the companies at hand are being finished, no other is begun …",
        "中断します。作りかけの会社を仕上げてから終わります…",
    ),
    "batch-left": (
        "Interrupted: companies not begun: {left} (the same command goes on with them)",
        "中断しました。まだ作っていない会社が{left}社あります（同じコマンドで続きを作れます）",
    ),
    "batch-summary": ("The table is in {path}.", "結果の表：{path}"),
    # The table of slots
    "head-slot": ("slot", "項目"),
    "head-label": ("label", "名前"),
    "head-owner": ("owner", "担当"),
    "head-required": ("required", "必須"),
    "head-state": ("state", "状態"),
    "head-slides": ("slides", "表示先"),
    "head-severity": ("severity", "重さ"),
    "head-file": ("file", "ファイル"),
    "head-line": ("line", "行"),
    "head-message": ("finding", "見つかったこと"),
    "head-hint": ("hint", "直し方"),
    "head-code": ("code", "符号"),
    "severity-error": ("error", "エラー"),
    "severity-warning": ("warning", "警告"),
    "severity-info": ("info", "情報"),
    "head-number": ("no.", "番号"),
    "head-slide": ("slide", "名前"),
    "head-title": ("title", "題"),
    "head-minutes": ("minutes", "分"),
    "head-kind": ("kind", "種別"),
    "slide-fixed": ("fixed", "外せない"),
    "slide-optional": ("optional", "外せる"),
    "slide-own": ("own", "会社が追加"),
    "slide-left-out": ("left out", "外した"),
    "slides-count": ("{slides} slides of the course, {minutes} minutes", "スライド{slides}件、合わせて{minutes}分"),
    "slides-next": (
        "In a profile the name stands for the slide: `slides: {{leave_out: [name]}}`, `after: name`.",
        "プロファイルでは、スライドを「名前」の列の言葉で指します（leave_out・after・notes の slide）。",
    ),
    "required-always": ("yes", "必須"),
    "required-certified": ("if certified", "付与事業者は必須"),
    "required-optional": ("no", "任意"),
    "state-filled": ("filled", "記入済み"),
    "state-default": ("default", "既定の文"),
    "state-missing": ("missing", "未記入"),
    "state-placeholder": ("placeholder", "要記入のまま"),
    "state-unused": ("unused", "空欄"),
    "slots-count": ("{slots} slots: {counts}", "全{slots}項目：{counts}"),
    "slots-asked": ("Still to be filled in, by whom: {counts}", "担当ごとの残り：{counts}"),
    "slots-join": (", ", "、"),
    # When things go wrong
    "interrupted": ("Interrupted.", "中断しました。"),
    "unusable": (
        "error: cannot use {path}: {reason}\n  hint: check that it is there and that you may read it",
        "エラー: {path} を使えません：{reason}\n  ヒント: その場所にあるか、読む権限があるかを確かめてください",
    ),
    "unprintable": ("deckgen: cannot write the output: {reason}", "deckgen: 出力を書き込めません（{reason}）"),
    "library-missing": (
        "deckgen: the Python library '{name}' is missing\n  hint: run `make demo` in deckgen's folder, or `pip install -r requirements.lock`",
        "deckgen: Pythonのライブラリー「{name}」がありません\n  ヒント: deckgen のフォルダーで `make demo` か `pip install -r requirements.lock` を実行してください",
    ),
    "fault": (
        "deckgen: stopped because of a fault in deckgen itself ({problem}); no file is left half written\n"
        "  hint: please report it to whoever looks after deckgen for you, with the file {log}",
        "deckgen: deckgen 自身の不具合で止まりました（{problem}）。書きかけのファイルは残っていません\n"
        "  ヒント: {log} を添えて、deckgen の管理をしている人に知らせてください",
    ),
    "no-log": ("(no log could be written)", "（記録は書き込めませんでした）"),
}
