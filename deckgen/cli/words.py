"""The sentences of the command line: English, Japanese."""

WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "Builds a company's training deck and handouts from a course and the company's profile.",
        "コースと会社のプロファイルから、研修のスライドと配布資料を作ります。",
    ),
    "commands": ("commands", "コマンド"),
    "build": ("build a company's deck and handouts", "会社のスライドと配布資料を作ります"),
    "check": ("report all problems of course, profile and theme", "コース・プロファイル・テーマの問題をすべて調べます"),
    "outline": ("print the laid-out deck as text", "組み上がったスライドを文字で表示します"),
    "lang": ("language of messages (default: your system's)", "表示の言語（指定がなければ使用環境の言語）"),
    "profile": ("the company's profile (YAML)", "会社のプロファイル（YAML）"),
    "only": ("make only these outputs, e.g. deck,handout", "作る種類を限ります（例：deck,handout）"),
    "out": ("folder for the outputs (default: output/)", "出力先のフォルダー（指定がなければ output/）"),
    "theme": ("name or folder of the theme", "テーマの名前またはフォルダー"),
    "draft": (
        "build although required slots are missing; each is marked",
        "未記入があっても作り、その場所に印を付けます",
    ),
    "force": ("replace outputs that were changed by hand", "手で直したファイルも置きかえます"),
    "pdf": ("ua: accessible PDF/UA-1; archive: PDF/A-2a as well", "ua：PDF/UA-1、archive：長期保存用PDF/A-2aにも対応"),
    "format": ("text for people, json for machines", "text：読むため、json：機械処理のため"),
    "verbose": ("show infos as well", "お知らせ（info）も表示します"),
    "doing-read": ("reading …", "読み込んでいます…"),
    "doing-layout": ("laying out slides …", "スライドを組んでいます…"),
    "doing-deck": ("writing the deck …", "PowerPointを書き出しています…"),
    "doing-handout": ("writing the handout …", "配布資料を書き出しています…"),
    "doing-trainer": ("writing the trainer's handout …", "講師用資料を書き出しています…"),
    "made": ("Made in {folder}:", "作成しました（{folder}）："),
    "slides": ("{count} slides", "{count}枚"),
    "pages": ("{count} pages", "{count}ページ"),
    "next": (
        "Next: open the deck in PowerPoint, print the handout on A4, keep build.json for your records.",
        "次にすること：スライドをPowerPointで開いて確かめ、配布資料をA4で印刷し、build.json を記録として保存してください。",
    ),
    "next-draft": (
        "This is a draft: fill in what `deckgen slots {profile}` lists, then build again without --draft.",
        "これは下書きです。`deckgen slots {profile}` に出る未記入を埋めてから、--draft なしで作り直してください。",
    ),
    "no-outputs": (
        "unknown output '{name}', expected one of {known}",
        "出力「{name}」はありません。使えるもの：{known}",
    ),
    "not-built": ("Nothing was written.", "何も書き出していません。"),
    "fine": ("No problems found.", "問題は見つかりませんでした。"),
    "counts": ("{errors} errors, {warnings} warnings", "エラー{errors}件、警告{warnings}件"),
}
