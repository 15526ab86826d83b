"""New values stand where the old ones stood, and nothing else of the file moves."""

from datetime import date

import pytest

from deckgen.model.slots import SlotDeclaration, SlotType
from deckgen.readers.splicing import Change, spliced
from deckgen.readers.yaml_edit import Tied

DAY = date(2027, 10, 4)
ORDER = ("company.name", "company.kana", "desk.help", "rules.mail", "rules.wifi", "rules.paper", "law_as_of")


def slot(name: str, slot_type: SlotType) -> SlotDeclaration:
    return SlotDeclaration(name=name, type=slot_type, label=name, help="", owner="総務", example="")


def put(text: str, name: str, slot_type: SlotType, value: object) -> str:
    change = Change(name, slot(name, slot_type), value, is_new_value=True)  # type: ignore[arg-type]
    return spliced(text.encode(), [change], ORDER).decode()


def reviewed(text: str, name: str, slot_type: SlotType) -> str:
    return spliced(text.encode(), [Change(name, slot(name, slot_type), reviewed_on=DAY)], ORDER).decode()


def test_a_value_changes_in_the_quotes_that_it_has_and_comments_stay() -> None:
    text = 'company:\n  # 登記のとおり\n  name: "旧社名"   # 2020年から\n  kana: キュウ\n'
    assert put(text, "company.name", "text", "新社名") == text.replace("旧社名", "新社名")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=SUM(A1)", "=SUM(A1)"),
        ("@here", '"@here"'),
        ("- 一つ目", '"- 一つ目"'),
        ("+81-3-0000-0000", "+81-3-0000-0000"),
        ("要確認: 総務", '"要確認: 総務"'),
        ("版 #3", '"版 #3"'),
        ("119", '"119"'),
        ("1.10", '"1.10"'),
        ("yes", '"yes"'),
        ("null", '"null"'),
        ("「かぎ」で始まる", "「かぎ」で始まる"),
        ("{{ company.name }}", '"{{ company.name }}"'),
    ],
)
def test_a_text_is_quoted_where_yaml_would_take_it_for_something_else(value: str, written: str) -> None:
    assert put("company:\n  name: 旧\n", "company.name", "text", value) == f"company:\n  name: {written}\n"


def test_a_file_of_windows_keeps_its_mark_and_its_line_ends() -> None:
    text = "\ufeffdesk:\r\n  help:\r\n    role: 窓口\r\n    phone: 03-0000-0001\r\n"
    made = put(text, "desk.help", "contact", {"role": "窓口", "phone": "03-0000-0001", "hours": "平日"})
    assert made == text + "    hours: 平日\r\n"
    assert "\n" not in made.replace("\r\n", "")


LIST = """\
rules:
  mail:
    # 一番大事
    - 宛先を読む。
    - 添付を開く。   # 隠れたシートも
    - もう一度見る。
  paper: [印刷しない, 捨てない]
"""


def test_entries_that_stay_keep_their_lines() -> None:
    made = put(LIST, "rules.mail", "steps", ["宛先を読む。", "BCCにする。", "添付を開く。", "もう一度見る。"])
    assert made == LIST.replace("    - 添付", "    - BCCにする。\n    - 添付")


def test_an_entry_goes_with_its_line_and_no_other() -> None:
    made = put(LIST, "rules.mail", "steps", ["宛先を読む。", "もう一度見る。"])
    assert made == LIST.replace("    - 添付を開く。   # 隠れたシートも\n", "")


def test_an_entry_becomes_a_step_for_one_case() -> None:
    made = put(LIST, "rules.mail", "steps", ["宛先を読む。", {"when": "社外", "do": "BCCにする。"}, "もう一度見る。"])
    assert "    - when: 社外\n      do: BCCにする。   # 隠れたシートも\n" in made


def test_what_stands_in_brackets_stays_in_them() -> None:
    made = put(LIST, "rules.paper", "list", ["印刷しない", "溶かす, 燃やす"])
    assert made.endswith('  paper: [印刷しない, "溶かす, 燃やす"]\n')
    assert put(LIST, "rules.paper", "list", ["一つ"]).endswith("  paper: [一つ]\n")


def test_text_of_several_paragraphs_stays_a_block() -> None:
    text = "rules:\n  wifi: |\n    一つ目。\n\n    二つ目。\n  # 次\n  paper: 紙\n"
    made = put(text, "rules.wifi", "rich", "新しい。\n\n- 一\n- 二")
    assert made == "rules:\n  wifi: |\n    新しい。\n\n    - 一\n    - 二\n  # 次\n  paper: 紙\n"


def test_new_slots_stand_in_the_order_of_the_course_whichever_comes_first() -> None:
    text = "course: a\n\ncompany:\n  name: 名\n\nlaw_as_of: 2026-10-01\n"
    changes = [
        Change("desk.help", slot("desk.help", "contact"), {"role": "窓口", "phone": "119"}, is_new_value=True),
        Change("company.kana", slot("company.kana", "text"), "メイ", is_new_value=True),
        Change("rules.paper", slot("rules.paper", "list"), ["紙"], is_new_value=True),
        Change("rules.mail", slot("rules.mail", "steps"), ["手順"], is_new_value=True),
    ]
    one = text.encode()
    for change in changes:
        one = spliced(one, [change], ORDER)
    other = text.encode()
    for change in reversed(changes):
        other = spliced(other, [change], ORDER)
    assert one == other == spliced(text.encode(), changes, ORDER)
    assert one.decode() == (
        'course: a\n\ncompany:\n  name: 名\n  kana: メイ\n\ndesk:\n  help:\n    role: 窓口\n    phone: "119"\n\n'
        "rules:\n  mail:\n    - 手順\n  paper:\n    - 紙\n\nlaw_as_of: 2026-10-01\n"
    )


def test_a_day_of_review_wraps_a_list_and_its_comments() -> None:
    made = reviewed(LIST, "rules.mail", "steps")
    assert made == (
        "rules:\n  mail:\n    reviewed_on: 2027-10-04\n    steps:\n      # 一番大事\n      - 宛先を読む。\n"
        "      - 添付を開く。   # 隠れたシートも\n      - もう一度見る。\n  paper: [印刷しない, 捨てない]\n"
    )
    assert reviewed(made.replace("2027-10-04", "2026-01-01"), "rules.mail", "steps") == made
    changed = put(made, "rules.mail", "steps", ["一つだけ"])
    assert changed.startswith(
        "rules:\n  mail:\n    reviewed_on: 2027-10-04\n    steps:\n      # 一番大事\n      - 一つだけ\n"
    )


def test_a_day_of_review_stands_beside_the_parts_of_a_contact_and_a_text() -> None:
    text = "desk:\n  help: { role: 窓口, phone: 03-0000-0001 }\nrules:\n  wifi: 家だけ。\n  paper:\n  - 紙\n"
    assert "help: { reviewed_on: 2027-10-04, role: 窓口" in reviewed(text, "desk.help", "contact")
    assert "  wifi:\n    reviewed_on: 2027-10-04\n    text: 家だけ。\n" in reviewed(text, "rules.wifi", "rich")
    assert reviewed(text, "rules.paper", "list").endswith(
        "  paper:\n    reviewed_on: 2027-10-04\n    items:\n      - 紙\n"
    )


def test_a_value_that_an_alias_shares_is_left_alone() -> None:
    with pytest.raises(Tied):
        put("desk:\n  one: &a 窓口\n  help: *a\n", "desk.help", "text", "別")


def test_a_value_is_taken_away_with_its_key() -> None:
    text = "company:\n  name: 名\n  kana: メイ # 仮\nlaw_as_of: 2026-10-01\n"
    assert put(text, "company.kana", "text", None) == "company:\n  name: 名\nlaw_as_of: 2026-10-01\n"


SPOKEN = """\
company:
  name: { ja: 見本社, en: Sample Ltd. }
desk:
  help:
    role: { ja: 窓口, en: Desk }   # 夜は別
    phone: 03-0000-0001
rules:
  mail:
    - { ja: 読む。, en: Read. }
    - 書く。
  paper:
    ja: [捨てない]
    en:
      - Keep it.
"""


@pytest.mark.parametrize(
    ("name", "slot_type", "value", "old", "new"),
    [
        ("company.name", "text", "Sample, Inc.", "Sample Ltd.", '"Sample, Inc."'),
        ("desk.help", "contact", {"role": "Desk", "phone": "03-0000-0002"}, "0001", "0002"),
        ("desk.help", "contact", {"role": "Help", "phone": "03-0000-0001"}, "Desk", "Help"),
        ("rules.mail", "list", ["Read.", "Write."], "書く。", "Write."),
        ("rules.mail", "list", ["Read it.", "書く。"], "Read.", "Read it."),
        ("rules.paper", "list", ["Keep it.", "Shred it."], "Keep it.\n", "Keep it.\n      - Shred it.\n"),
    ],
)
def test_of_a_value_by_language_that_one_changes_which_was_asked_for(
    name: str, slot_type: SlotType, value: object, old: str, new: str
) -> None:
    change = Change(name, slot(name, slot_type), value, is_new_value=True)  # type: ignore[arg-type]
    assert spliced(SPOKEN.encode(), [change], ORDER, "en").decode() == SPOKEN.replace(old, new)


def test_a_value_in_a_language_that_was_not_there_yet_comes_behind_the_others() -> None:
    text = "company:\n  name: { ja: 見本社 }\nrules:\n  paper:\n    ja: [捨てない]\n"
    name = Change("company.name", slot("company.name", "text"), "Sample Ltd.", is_new_value=True)
    paper = Change("rules.paper", slot("rules.paper", "list"), ["Keep it."], is_new_value=True)
    assert spliced(text.encode(), [name, paper], ORDER, "en").decode() == (
        "company:\n  name: { ja: 見本社, en: Sample Ltd. }\n"
        "rules:\n  paper:\n    ja: [捨てない]\n    en:\n      - Keep it.\n"
    )


def test_a_day_of_review_does_not_come_among_the_languages() -> None:
    changes = [Change("rules.paper", slot("rules.paper", "list"), reviewed_on=DAY)]
    made = spliced(SPOKEN.encode(), changes, ORDER, "en").decode()
    assert (
        "  paper:\n    reviewed_on: 2027-10-04\n    items:\n      ja: [捨てない]\n      en:\n        - Keep it.\n"
        in made
    )
    text = "desk:\n  help:\n    ja: { role: 窓口 }\n    en:\n      role: Desk\n"
    changes = [Change("desk.help", slot("desk.help", "contact"), reviewed_on=DAY)]
    assert spliced(text.encode(), changes, ORDER, "en").decode() == (
        "desk:\n  help:\n    ja: { reviewed_on: 2027-10-04, role: 窓口 }\n"
        "    en:\n      reviewed_on: 2027-10-04\n      role: Desk\n"
    )


@pytest.mark.parametrize(
    ("slot_type", "value", "written"),
    [
        ("number", "150", "150"),
        ("number", "-1.5", "-1.5"),
        ("integer", "2026", "2026"),
        ("integer", "12", "12"),
        ("number", "1,500人", "1,500人"),
        ("number", "007", '"007"'),
        ("yes-no", "yes", "yes"),
        ("yes-no", "はい", "はい"),
        ("date", "2026-11-02", "2026-11-02"),
        ("choice", "no", '"no"'),
    ],
)
def test_a_number_and_a_yes_are_written_as_yaml_has_them(slot_type: SlotType, value: str, written: str) -> None:
    assert put("company:\n  name: 要記入\n", "company.name", slot_type, value) == f"company:\n  name: {written}\n"
    assert put("company:\n", "company.name", slot_type, value) == f"company:\n  name: {written}\n"
