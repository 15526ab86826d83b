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
}
