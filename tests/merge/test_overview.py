"""How far a company has come."""

from deckgen.merge.completeness import SlotState, overview
from tests.merge.material import read

RULES = """
- kind: rules
  id: rules
  title: ルール
  notes: "{{ a.date }}"
  optional: true
  rules:
    - { heading: 判断, icon: wifi, content: { slot: a.ruling } }
    - { heading: 手順, icon: run, content: { slot: a.default } }
"""
OWN = """
slides:
  add:
    - after: cover
      slide:
        kind: rules
        id: own
        title: 自社
        notes: 自社
        rules: [{ heading: 判断, icon: wifi, content: { slot: a.ruling } }]
"""


def rows(slides: str = "", company: str = "") -> dict[str, SlotState]:
    return {row.slot.name: row for row in overview(*read(slides, company))}


def test_every_slot_of_the_course_has_its_row_in_order() -> None:
    course, profile = read()
    assert [row.slot for row in overview(course, profile)] == list(course.slots)


def test_a_value_is_filled_and_a_placeholder_inside_one_is_not() -> None:
    found = rows(company="a: { text: 文, list: [一つ目, 要記入], contact: { role: 窓口, phone: 要記入 } }")
    assert found["a.text"].state == "filled"
    assert found["a.list"].state == "placeholder"
    assert found["a.contact"].state == "placeholder"


def test_an_empty_slot_is_missing_only_where_this_company_must_fill_it() -> None:
    assert rows()["a.certified"].state == "unused"
    certified = rows(company="certified: true")["a.certified"]
    assert certified.state == "missing"
    assert certified.is_required


def test_entries_of_the_course_stand_in_for_an_empty_list() -> None:
    assert rows()["a.default"].state == "default"
    assert rows(company="a: { default: [自社の文] }")["a.default"].state == "filled"


def test_a_slot_is_shown_where_the_companys_own_course_shows_it() -> None:
    assert rows(RULES)["a.ruling"].slides == ("rules",)
    assert rows(RULES)["a.date"].slides == ("rules",)
    assert rows(RULES, OWN)["a.ruling"].slides == ("own", "rules")
    assert rows(RULES, "slides: { leave_out: [rules] }")["a.ruling"].slides == ()
    assert rows(RULES)["a.list"].slides == ()


def test_a_row_knows_the_line_of_its_value() -> None:
    place = rows(company="a:\n  text: 文")["a.text"].place
    assert place is not None
    assert (place.line, place.column) == (6, 9)
