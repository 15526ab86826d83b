"""Names that people give to the keys of a profile, and the keys that they stand for."""

from collections.abc import Iterable

_NAMES: dict[str, tuple[str, ...]] = {
    "role": ("name", "title", "post", "名前", "名称", "担当", "担当者", "役割", "役職", "窓口", "部署", "連絡先"),
    "phone": ("tel", "telephone", "number", "mobile", "電話", "電話番号", "番号", "携帯"),
    "mail": ("email", "e-mail", "address", "メール", "メールアドレス"),
    "hours": ("time", "times", "open", "時間", "受付時間", "対応時間", "営業時間"),
    "note": ("memo", "remark", "remarks", "comment", "備考", "補足", "案内", "メモ"),
    "decision": ("verdict", "allowed", "permission", "判断", "可否", "許可"),
    "conditions": ("condition", "rules", "条件", "ルール"),
    "version": ("edition", "版", "版数"),
    "issued_on": ("date", "day", "発行日", "日付"),
    "when": ("if", "case", "場合", "とき", "条件"),
    "do": ("then", "action", "すること", "行動", "対応"),
    "summary": ("changes", "content", "内容", "変更点", "概要"),
    "reviewed_on": ("review", "reviewed", "確認日", "見直し日", "見直した日"),
    "company": ("会社", "企業"),
    "edition": ("版", "資料"),
    "people": ("人", "担当者"),
    "rules": ("ルール", "規則", "規程"),
    "emergency": ("緊急", "緊急時", "緊急連絡先"),
    "session": ("研修", "開催"),
    "slides": ("スライド",),
    "course": ("コース", "教材"),
    "theme": ("テーマ", "デザイン"),
    "certified": ("pmark", "認証", "プライバシーマーク", "pマーク"),
    "brand_colour": ("color", "colour", "brand_color", "色", "会社の色"),
}


def synonym(word: str, known: Iterable[str]) -> str:
    """The known key that a word stands for; empty where it stands for none of them."""
    folded = word.strip().casefold()
    return next((key for key in known if folded in _NAMES.get(key, ())), "")
