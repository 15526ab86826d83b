"""How the material of the house is worded: one form for one thing, and what is never written."""

import re

_COUNTED = "つ|件|台|枚|日|年|か月|か所|週間|項目|社|種類|点|行|交替"

RULES = (
    # Numerals: Arabic where something is counted. 一人, 一度, 一緒 and the like are words and stay.
    (rf"(?<![一-龠\d])[二三四五六七八九十百千万]+({_COUNTED}|人)|一(?!つひとつ)({_COUNTED}|万)", "算用数字"),
    (r"失く|無く|無い|無け", "なくす・ない"),
    (r"窓(?!口)", "ウィンドウ"),
    (r"道具", "ツール"),
    (r"声[のが]聞こえない", "声が漏れない個室"),
    (r"(回線|Wi-Fi)から切り離", "ネットワークから切り離す"),
    (r"(?<!第)一報|最初の報告", "第一報"),
    (r"共用の場所", "共用スペース"),
    (r"個人データ|お客様情報", "個人情報"),
    (r"周知不足|周知の不足", "不徹底"),
    (r"プライバシーマークの事業者", "プライバシーマーク付与事業者"),
    (r"テレワークをする全員", "全従業者"),
    (r"手引き", "ガイドライン"),
    (r"条件つき", "条件付き"),
    (r"配付資料", "配布資料"),
)
"""Each pattern that is not to be met, and the right form."""

RUBY = re.compile(r"｜([^《]+)《")
HARD = {"毀損", "汚損", "懲戒"}
"""The words that have a reading beside them; everyday words have none."""
BRACKETED = re.compile(r"[一-龠]+（[ぁ-ん]+）")

SPOKEN = re.compile(
    "皆さん|ありがとう|お疲れ|ながら聞いて|手を挙げ|これから|ここからは|今日|見ていきます|お願いし|ましょう|お伝えし|でしょうか"
)
"""What a trainer says to people in a room, and nobody writes to readers."""

OF_THE_LAW = re.compile(r"(?<!就業規則)第\d+条|\d+日以内|\d〜\d日|1,000人|100人超|26条|179条")
"""Figures and articles of the law: they stand in law.yaml, with the day on which they were checked."""

ASKED_TWICE = re.compile(r"選んでください|並べてください|選びなさい")
"""What the sheet says under every question of the type, so that the question need not."""

NAMES = (
    (r"会社のファイル|記入用のファイル|記入用ファイル", "プロファイル"),
    (r"スロット|差し込み枠|(choice|一覧|必要な|別)の枠", "項目"),
    (r"条件つき", "条件付き"),
    (r"配付資料", "配布資料"),
)
"""What deckgen's own parts are called, in documents, messages and commands: one name each."""
