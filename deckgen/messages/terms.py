"""Words that stand for values like `@integer` in messages."""

TERMS: dict[str, tuple[str, str]] = {
    "boolean": ("true or false", "true か false"),
    "colour": ('a colour like "#0b5c8a" in quotes', '引用符で囲んだ "#0b5c8a" の形の色'),
    "date": ("a date like 2026-11-02", "2026-11-02 の形の日付"),
    "decision": ("a decision (可, 条件付き or 不可)", "判断（可・条件付き・不可）"),
    "integer": ("a whole number", "整数"),
    "list": ("a list", "一覧（- で始まる行）"),
    "mapping": ("keys with values", "「項目: 値」の組"),
    "nothing": ("nothing", "空"),
    "nowhere": ("nowhere", "なし"),
    "number": ("a number", "数"),
    "path": ("the path of a file", "ファイルの場所"),
    "slide": ("a slide", "スライド"),
    "slot": ("the name of a slot", "差し込み枠の名前"),
    "text": ("text", "文字"),
    "unknown": ("unknown", "不明"),
}
"""By name: English, Japanese."""
