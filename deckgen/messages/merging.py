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
    "slide-unknown": error("there is no slide {slide}", "「{slide}」というスライドはありません"),
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
    "quiz-empty": error(
        "no question is left in the test",
        "確認テストの設問が無くなっています",
        "leave out fewer questions or slides, or add questions of your own",
        "外す設問やスライドを減らすか、自社の設問を足してください",
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
    "template-failed": error(
        "the value in braces cannot be worked out: {reason}", "{{{{ }}}} の中を計算できません（{reason}）"
    ),
    "link-address": warning(
        "{found} is no address that a link can have",
        "「{found}」はリンク先にできません",
        "links begin with https://, http://, mailto: or tel:; the text is printed as it stands",
        "https://、http://、mailto:、tel: で始めてください。この部分は書かれたとおりに印刷します",
    ),
    "review-date": warning(
        "the next review {found} is not within {months} months after the day of issue {issued}",
        "次回の見直し（{found}）が、発行日（{issued}）から{months}か月以内ではありません",
    ),
    "legal-outdated": warning(
        "the law was last checked on {found}, more than {months} months before the day of issue {issued}",
        "法令の確認日（{found}）が、発行日（{issued}）より{months}か月を超えて前です",
        "check again and write the new day",
        "内容を確かめ直し、新しい日付を書いてください",
    ),
    "history-version": warning(
        "the newest entry of the history is version {found}, the edition is version {version}",
        "改訂の記録のいちばん上が第{found}版ですが、資料の版は{version}です",
        "write the newest edition first",
        "新しい版から順に書いてください",
    ),
    "auditor-is-manager": warning(
        "the auditor has the role of the privacy manager: {role}",
        "監査責任者と個人情報保護管理者が同じです（{role}）",
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
}
