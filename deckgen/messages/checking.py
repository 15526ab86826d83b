"""What is stale, not covered, not finished, or contradicts itself."""

from deckgen.messages.message import Message, error, info, warning

ROWS: dict[str, Message] = {
    # What was looked at, and when
    "review-never": warning(
        "nobody has said when the {count} rules and contacts were last looked at",
        "{count}個のルールと連絡先を、最後に確かめた日が書かれていません",
        "write `reviewed_on: 2026-11-02` at the top, at a group, or beside a value",
        "確かめた日を、ファイルの先頭・まとまりの先頭・各項目のどこかに「reviewed_on: 2026-11-02」の形で書いてください",
    ),
    "review-missing": warning(
        "nobody has said when {label} ({slot}) was last looked at",
        "「{label}」（{slot}）を、最後に確かめた日が書かれていません",
        "look at it and write the day as its reviewed_on",
        "内容を確かめ、その日を reviewed_on に書いてください",
    ),
    "review-stale": warning(
        "{label} ({slot}) was last looked at on {found}, more than {months} months ago",
        "「{label}」（{slot}）は、{found}に確かめたきりで、{months}か月を過ぎています",
        "look at it again and write the new day as its reviewed_on",
        "今も正しいかを確かめ、その日を reviewed_on に書いてください",
    ),
    "day-ahead": warning(
        "the day {found} of {label} lies after {as_of}",
        "「{label}」の日付（{found}）が、{as_of}より先の日です",
        "write the day on which somebody really looked at it",
        "実際に確かめた日を書いてください",
    ),
    "reference-stale": warning(
        "the reference {title} was last checked on {found}, more than {months} months ago",
        "参考情報「{title}」は、{found}に確かめたきりで、{months}か月を過ぎています",
        "open its address, see that the edition is the newest, and write the new day; `check --links` opens all of them",
        "アドレスを開き、最新の版かを確かめ、checked_on を書きかえてください。アドレスは check --links でまとめて確かめられます",
    ),
    "statistics-stale": warning(
        "the figures on slide {slide} were last compared with their source on {found}, more than {months} months ago",
        "スライド「{slide}」の数字は、{found}に出典と照らしたきりで、{months}か月を過ぎています",
        "compare them again and write the new day as checked_on",
        "出典と照らし直し、checked_on に新しい日付を書いてください",
    ),
    "statistics-old": warning(
        "the figures on slide {slide} were published on {found}, more than {months} months ago",
        "スライド「{slide}」の数字は、{found}の公表で、{months}か月を過ぎています",
        "look for newer figures, or leave the slide out",
        "新しい集計が公表されていないかを確かめるか、このスライドを外してください",
    ),
    "legal-outdated": warning(
        "the law was last checked on {found}, more than {months} months before the day of issue {issued}",
        "法令の確認日（{found}）が、発行日（{issued}）より{months}か月を超えて前です",
        "check again and write the new day",
        "内容を確かめ直し、新しい日付を書いてください",
    ),
    "legal-stale": warning(
        "the law was last checked on {found}, more than {months} months before {as_of}",
        "法令の確認日（{found}）から、{as_of}までに{months}か月を過ぎています",
        "check again and write the new day",
        "内容を確かめ直し、新しい日付を書いてください",
    ),
    "law-stale": warning(
        "what the course says of the law was last checked on {found}, more than {months} months before {as_of}: {names}",
        "教材に書かれた法令の数字と条文を最後に確かめた日（{found}）から、{as_of}までに{months}か月を過ぎています：{names}",
        "compare each with the law, and write the new day beside it",
        "一つずつ法令と照らし、新しい日付を書いてください",
    ),
    # Editions
    "review-date": warning(
        "the next review {found} is not within {months} months after the day of issue {issued}",
        "次回の見直し（{found}）が、発行日（{issued}）から{months}か月以内ではありません",
        "write a day up to {last}: the training is held once a year at least",
        "{last}までの日を書いてください。教育は、少なくとも年に1回行います",
    ),
    "review-before-issue": warning(
        "the next review {found} is not after the day of issue {issued}",
        "次回の見直し（{found}）が、発行日（{issued}）より後になっていません",
        "write the day by which this edition is looked at again, up to {last}; the day may be that of an earlier edition",
        "この版を見直す日を、{last}までで書いてください。前の版の日が残っていることがあります",
    ),
    "session-before-issue": warning(
        "the training on {found} is before the day of issue {issued}",
        "研修の日（{found}）が、発行日（{issued}）より前です",
        "write the day on which this edition is handed out, or the day of the training, anew: one of them is a slip",
        "発行日（issued_on）か研修の日の、どちらかが違います。教材は、研修の日までに発行します",
    ),
    "report-before-session": warning(
        "the report is of {found}, the training of {session}",
        "報告日（{found}）が、研修の日（{session}）より前です",
        "write the day on which the report is made, after the training; leave it out where it is written by hand",
        "研修が終わった後の、報告する日を書いてください。手で書き入れるなら、行ごと消します",
    ),
    "history-order": warning(
        "version {version} was issued on {found}, before version {below} below it, {issued}",
        "改訂の記録で、第{version}版の発行日（{found}）が、すぐ下の第{below}版（{issued}）より前です",
        "write the newest edition first, and see whether the days are right",
        "新しい版から順に並んでいるか、日付が正しいかを確かめてください",
    ),
    "review-overdue": warning(
        "the next review was due on {found}",
        "次回の見直しの期日（{found}）を過ぎています",
        "look at the whole material, then issue a new edition with its own days",
        "資料の全体を見直し、日付を改めた新しい版を発行してください",
    ),
    "history-version": warning(
        "the newest entry of the history is version {found}, the edition is version {version}",
        "改訂の記録のいちばん上が第{found}版ですが、資料の版は{version}です",
        "write the newest edition first",
        "新しい版から順に書いてください",
    ),
    "history-day": warning(
        "the history says that version {version} was issued on {found}, the edition says {issued}",
        "改訂の記録では、第{version}版の発行日が{found}ですが、資料の発行日は{issued}です",
        "a new edition gets a new version and an entry of its own",
        "発行し直すときは、版を上げ、改訂の記録に書き足してください",
    ),
    "version-form": error(
        "expected a version of digits and full stops, found {found}",
        "資料の版（{found}）は、半角の数字とピリオドにします",
        "write 1.0 or 2.1, for example: the version becomes part of the file names",
        "1.0 や 2.1 のように書いてください。版はファイル名の一部になります",
    ),
    "version-not-newer": warning(
        "version {found} is not newer than the edition before, {last}",
        "資料の版（{found}）が、前の版（{last}）より新しくありません",
        "raise the version: the file names and the record of training tell editions apart by it",
        "版を上げてください。ファイル名と研修の記録は、版で資料を区別します",
    ),
    "issue-not-newer": warning(
        "the day of issue {found} is not after that of version {version}, {last}",
        "発行日（{found}）が、前の第{version}版の発行日（{last}）より後になっていません",
        "write the day on which this edition is handed out",
        "この版を配り始める日を書いてください",
    ),
    "fiscal-year": warning(
        "the edition is for fiscal year {found} ({first} to {last}), its day of issue is {issued}",
        "{found}年度（{first}〜{last}）の資料ですが、発行日は{issued}です",
        "write the fiscal year in which the training is held, or the day on which this edition is handed out",
        "研修を行う年度（fiscal_year）か、配り始める日（issued_on）を書きかえてください",
    ),
    "earlier-year": warning(
        "{found} is before fiscal year {year}, which the edition is for",
        "「{found}」は、この資料の年度（{year}年度）より前です",
        "write this year's; what is meant to tell of the past says so, as in 2025年度に起きた事例",
        "今年度の内容に書きかえてください。過去のことを書くときは「2025年度に起きた事例」のように書きます",
    ),
    "earlier-version": warning(
        "{found} is an earlier edition",
        "「{found}」は、前の版です",
        "write the version of this edition, or leave it out",
        "この資料の版に書きかえるか、版を書かずにおいてください",
    ),
    "weekday-wrong": warning(
        "{found} does not fit: {day} is a {weekday}",
        "「{found}」の曜日が合いません。{day}は（{weekday}）です",
        "the day may be last year's, or one of the two a slip",
        "前の年度の日付のままか、書きまちがいです",
    ),
    "time-impossible": warning(
        "there is no time {found}",
        "「{found}」という時刻はありません",
        "write hours from 0 to 24 and minutes from 0 to 59; 25:00 is 1:00 of the next day",
        "時は0〜24、分は0〜59で書いてください。25時は「翌日の1時」です",
    ),
    "time-backwards": warning(
        "{found} ends before it begins, or with it",
        "「{found}」は、終わりが始まりより後になっていません",
        "write from when to when, as in 14:00〜15:30; a session over midnight says so: 22:00〜翌0:30",
        "「14:00〜15:30」のように、始まりと終わりを確かめて書いてください。夜中をまたぐ回は「22:00〜翌0:30」と書きます",
    ),
    "reading-not-katakana": warning(
        "expected katakana for how the company's name is read, found {found}",
        "会社名の読み（{found}）は、全角カタカナで書きます",
    ),
    # People and numbers
    "auditor-is-manager": warning(
        "the auditor ({role}) is the privacy manager ({manager})",
        "監査責任者（{role}）と個人情報保護管理者（{manager}）が同じ人です",
        "somebody else must audit the manager's work",
        "監査は、管理者とは別の人が行います",
    ),
    "desk-incomplete": warning(
        "the consultation desk needs a phone and a mail address",
        "相談窓口には、電話とメールの両方を書いてください",
    ),
    "emergency-phone": error(
        "the emergency contact {slot} needs a telephone number",
        "緊急の連絡先（{slot}）には、電話番号が必要です",
        "outside working hours a note with an explicit instruction will do",
        "夜間・休日は、番号の代わりに具体的な指示（note）でもかまいません",
    ),
    "emergency-same-number": warning(
        "{slot} has the number of {other}: {number}",
        "{slot} の番号が {other} と同じです（{number}）",
        "the second contact is for when the first cannot be reached",
        "最初の連絡先につながらないときの番号です。別の番号を書いてください",
    ),
    "emergency-same-line": warning(
        "{slot} ({number}) rings on the same outside line as {other} ({first})",
        "{slot}（{number}）は、{other}（{first}）と同じ外線にかかります",
        "the second contact is for when the first cannot be reached",
        "最初の連絡先につながらないときの番号です。別の番号か、その人の内線を書いてください",
    ),
    "contact-public-number": warning(
        "{number} of {label} ({slot}) is the number of {whose}, not of the company",
        "「{label}」（{slot}）の{number}は、会社ではなく{whose}の番号です",
        "write whom in the company to call; whom else to call belongs into the note or the first actions",
        "社内の連絡先を書いてください。{whose}への通報は、備考（note）か最初にすること（first_actions）に書きます",
    ),
    "contact-inside-only": warning(
        "{number} of {label} ({slot}) cannot be called from outside",
        "「{label}」（{slot}）の{number}は、社外からかけられません",
        "write the outside line as well: 03-5834-2678（内線2203）",
        "自宅や外出先からもかけられる番号を書いてください。内線は 03-5834-2678（内線2203）のように続けます",
    ),
    "contact-number-form": warning(
        "{number} has no hyphens, and others have, such as {other}",
        "「{number}」にはハイフンがありません。{other} など、ほかの番号とそろっていません",
        "write all numbers in one way: they are printed as they are typed",
        "番号は書かれたとおりに印刷します。書き方をそろえてください",
    ),
    "contact-same-number": info(
        "{slot} has the number of {other}: {number}",
        "{slot} の番号が {other} と同じです（{number}）",
        "this may be meant, where one desk has both duties",
        "一つの窓口が両方を受け持つなら、このままでかまいません",
    ),
    # What is left over
    "text-unfinished": error(
        "{found} is left in the text",
        "「{found}」が残っています",
        "write what is missing; `--draft` builds without it",
        "内容を書いてください。下書きなら --draft で作れます",
    ),
    "value-unfinished": error(
        "{label} ({slot}) still says {found}",
        "「{label}」（{slot}）に「{found}」が残っています",
        "write what is missing, or delete the line where it may be left out; `--draft` builds without it",
        "内容を書いてください。任意の項目は、行ごと消してもかまいません。下書きなら --draft で作れます",
    ),
    "text-yes-no": warning(
        "{found} answers no question here, and is printed as it stands",
        "「{found}」だけでは意味が通りません。このまま印刷されます",
        "write in words what holds, or leave an optional value empty",
        "当てはまることを言葉で書いてください。任意の項目は空けておけます",
    ),
    "text-stand-in": warning(
        "{found} stands in for a word or a figure",
        "伏せ字「{found}」が残っています",
        "write the word or the figure; where nobody is to be named, tell the case without a name",
        "言葉や数字を書き入れてください。名前を出さないときは「お客様」「取引先」のように書きます",
    ),
    "text-undecided": warning(
        "{found} stands in for what is still to be decided or written",
        "「{found}」のままです。まだ決まっていないか、書き込まれていません",
        "write what was decided; an optional value that is not known yet is left empty",
        "決まった内容を書いてください。任意の項目で、まだ書けないものは空けておきます",
    ),
    "text-none": warning(
        "{found} is printed as it stands",
        "「{found}」が、このまま印刷されます",
        "leave an optional value empty, or take the line out; otherwise write what applies",
        "任意の項目は空けておくか、行ごと消してください。必須の項目には、内容を書きます",
    ),
    "cell-none": info(
        "a cell or a choice says no more than {found}",
        "ますか選択肢が「{found}」だけです",
    ),
    "emergency-stand-in": error(
        "{found} stands in for what people must know in an emergency",
        "「{found}」では、緊急のときに役に立ちません",
        "write the number, the time or the words that hold; `--draft` builds without it",
        "実際の番号・時間・言葉を書いてください。下書きなら --draft で作れます",
    ),
    "example-left": warning(
        "{found} looks like the example of a form",
        "「{found}」は、記入例のように見えます",
        "write the real one",
        "実際の番号かアドレスを書いてください",
    ),
    "sample-number": error(
        "no telephone has the number {found}",
        "「{found}」は、どこにもつながらない見本の番号です",
        "write the real number; `--draft` builds with this one, and `sample: true` marks a company that is made up",
        "実際の番号を書いてください。下書きなら --draft で作れます。架空の会社の見本には sample: true と書きます",
    ),
    "sample-address": error(
        "the address {found} is nobody's",
        "「{found}」は、どこにも届かない見本のアドレスです",
        "write the real address; `--draft` builds with this one, and `sample: true` marks a company that is made up",
        "実際のアドレスを書いてください。下書きなら --draft で作れます。架空の会社の見本には sample: true と書きます",
    ),
    "other-company": warning(
        "the text names {found}: {company} has a profile of its own ({file})",
        "「{found}」は、別の会社（{company}、{file}）の名前です",
        "this may be copied from that company's material",
        "別の会社の資料から写したままになっていないかを確かめてください",
    ),
    "slot-unshown": warning(
        "{label} ({slot}) is filled in and shown on no slide",
        "「{label}」（{slot}）は書かれていますが、どのスライドにも出ません",
        "keep the slide that shows it, or show it on a slide of your own",
        "表示するスライドを外さないか、自社のスライドに載せてください",
    ),
    # Slides
    "notes-too-long": warning(
        "the notes of slide {slide} take {needed} minutes, the slide has {minutes}: {count} characters at {pace} a minute",
        "スライド「{slide}」のノートは、読むのに{needed}分かかります（{count}文字、1分に{pace}文字）。時間は{minutes}分です",
        "shorten the notes, or give the slide more minutes",
        "ノートを短くするか、スライドの時間（minutes）を増やしてください",
    ),
    "session-too-short": warning(
        "the session takes {length} minutes; the course takes {course}, the test some {test}: {needed} together",
        "この回は{length}分ですが、教材に{course}分、確認テストに約{test}分、合わせて{needed}分かかります",
        "make the session longer, leave slides out, or hold the test at another time and say so here",
        "時間を延ばすか、スライドを外してください。テストを別の日にするなら、この欄に時刻を書かずに案内してください",
    ),
    "title-twice": warning(
        "the slide {slide} has the same title as {other}",
        "スライド「{slide}」の題が、「{other}」と同じです",
        "give each slide a title of its own: screen readers and lists of slides tell them apart by it",
        "題をそれぞれ変えてください。読み上げと一覧では、題でスライドを見分けます",
    ),
    # The test
    "quiz-one-sided": warning(
        "all {count} statements of the test have the same answer, {answer}",
        "確認テストの○×の設問は、{count}問とも正解が「{answer}」です",
        "word some of them the other way round; who marks all alike would get every point",
        "いくつかを逆の文に書き直してください。全部に同じ答えを書くだけで、点が取れてしまいます",
    ),
    # Addresses
    "link-insecure": warning(
        "the address {url} is not encrypted",
        "「{url}」は、暗号化されていない http のアドレスです",
        "write https:// where the site has it",
        "https:// で開けるなら、書きかえてください",
    ),
    "link-dead": warning(
        "the address {url} cannot be opened: {reason}",
        "「{url}」を開けません（{reason}）",
        "find the new address, or leave the reference out",
        "移転先を探すか、この参考情報を外してください",
    ),
    "links-offline": warning(
        "none of the {count} addresses could be reached",
        "{count}件のアドレスのどれにもつながりませんでした",
        "see that this computer reaches the network; a proxy is taken from the variables http_proxy and https_proxy",
        "ネットワークにつながっているかを確かめてください。プロキシは環境変数 http_proxy・https_proxy で指定します",
    ),
    "link-unasked": warning(
        "{url} was not opened: {reason}",
        "「{url}」は開いて確かめていません：{reason}",
        "open it in a browser, and see whether it still says what you refer to",
        "ブラウザーで開いて、内容を確かめてください",
    ),
    "link-refused": warning(
        "the site does not let programs open {url}: {reason}",
        "「{url}」は、プログラムからは開けないサイトです（{reason}）",
        "open it in a browser and write the day as checked_on",
        "ブラウザーで開いて確かめ、その日を checked_on に書いてください",
    ),
    "link-moved": warning(
        "the address {url} has moved for good to {found}",
        "「{url}」は {found} に移りました",
        "see that it is the same page, and write the new address",
        "同じ内容かを確かめ、新しいアドレスを書いてください",
    ),
    "link-forwarded": info(
        "the address {url} leads on to {found}",
        "「{url}」は {found} へ転送されます",
    ),
    "file-changed": warning(
        "no day is written into this file: it has changed since it was read",
        "読んだ後に内容が変わったので、このファイルには日付を書いていません",
        "run the check again",
        "もう一度実行してください",
    ),
    "file-unwritable": error(
        "the file cannot be written: {reason}",
        "ファイルに書き込めません（{reason}）",
        "close it in other programs, and check its permissions",
        "ほかのソフトで開いていれば閉じ、書き込みの権限を確かめてください",
    ),
}
