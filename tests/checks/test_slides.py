"""Texts that can be read, notes that can be said in time, encrypted addresses, and the table of checks as a whole."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks import CHECKS, Dated, Undated
from deckgen.checks.addresses import addresses_of
from deckgen.checks.teaching import spoken
from deckgen.diagnostics import Place, Report
from deckgen.model.text import Source
from deckgen.text.inline import literal, parse_blocks
from tests.checks.material import AS_OF, OWNERS, findings, subject, told
from tests.merge.material import COMPANY, COURSE


def long_texts(company: str) -> list[str]:
    return told(findings(subject(company), None), "name-long", "text-long")


def test_a_text_longer_than_anybody_reads_on_a_slide_is_told_with_its_owner() -> None:
    assert long_texts(f"a: {{ list: [短い。, {'あ' * 200}] }}\n") == []
    assert long_texts(f"a: {{ list: [短い。, {'あ' * 1000}] }}\n") == [
        f"5 {OWNERS['a.list']}: '枠17' (a.list) has a text of 1000 characters, more than anybody reads on a slide"
    ]
    for slot in ("text: {}", "steps: [{}]", "ruling: {{ decision: conditional, conditions: [{}] }}"):
        assert len(long_texts("a: { " + slot.format("あ" * 201) + " }\n")) == 1


def test_running_text_may_fill_a_slide_and_is_counted_as_it_is_read() -> None:
    assert long_texts(f"a: {{ rich: {'あ' * 400} }}\n") == []
    assert len(long_texts(f"a: {{ rich: {'あ' * 401} }}\n")) == 1
    assert long_texts(f"a: {{ list: ['{'あ' * 196}[規程](https://www.mihon.jp/{'x' * 90})'] }}\n") == []
    assert long_texts(f"a: {{ list: ['{'あ' * 197}｜隙《すきすき》**間**'] }}\n") == []


@pytest.mark.parametrize(("name", "count"), [("み" * 40, 0), ("み" * 41, 1), ("Mihon " * 12, 0), ("Mihon " * 16, 1)])
def test_a_name_may_have_forty_signs_or_twice_as_many_letters(name: str, count: int) -> None:
    base = COMPANY.replace("株式会社みほん", name)
    assert len(told(findings(subject(base=base), None), "name-long")) == count


def notes(text: str, minutes: str = "1", company: str = "", course: str = COURSE) -> list[str]:
    slides = f"- {{ kind: section, id: own, title: 題, minutes: {minutes}, notes: {text} }}\n"
    found = findings(subject(company, slides, course=course), None)
    return [line.partition(": ")[2] for line in told(found, "notes-too-long")]


def test_three_hundred_characters_take_a_minute() -> None:
    assert notes("あ" * 300) == []
    assert notes("あ" * 301) == [
        "the notes of slide own take 1.5 minutes, the slide has 1: 301 characters at 300 a minute"
    ]


def test_the_pace_is_the_companys_else_the_courses() -> None:
    assert len(notes("あ" * 300, company="characters_per_minute: 299")) == 1
    assert len(notes("あ" * 300, course=COURSE + "characters_per_minute: 280\n")) == 1
    faster = COURSE + "characters_per_minute: 320\n"
    assert len(notes("あ" * 300, company="characters_per_minute: 290", course=faster)) == 1


def test_readings_marks_and_spaces_are_not_said() -> None:
    text = "あ" * 295 + "**強調**" + "｜隙《すきすきすき》" + "　 　[規程](https://www.mihon.jp/long)"
    assert notes(f'"{text}"') == []
    assert len(notes(f'"{text}あ"')) == 1


def test_a_slide_without_minutes_takes_what_it_takes() -> None:
    assert notes("あ" * 3000, minutes="0") == []


def test_what_a_company_adds_to_the_notes_is_counted_and_told_where_it_stands() -> None:
    slides = f"- {{ kind: section, id: own, title: 題, minutes: 1, notes: {'あ' * 290} }}\n"
    company = f"slides:\n  notes:\n    - {{ slide: own, add: {'い' * 11} }}\n"
    (line,) = told(findings(subject(company, slides), None), "notes-too-long")
    assert line.startswith("7 教育担当: the notes of slide own take 1.5 minutes")


def test_minutes_that_a_company_takes_from_a_slide_are_told_where_it_says_so() -> None:
    slides = f"- {{ kind: section, id: own, title: 題, minutes: 2, notes: {'あ' * 301} }}\n"
    company = "slides:\n  change:\n    own: { minutes: 1 }\n"
    (found,) = [each for each in findings(subject(company, slides), None) if each.code == "notes-too-long"]
    assert found.place
    assert (Path(found.place.file).name, found.place.line) == ("mihon.yaml", 7)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=60))
def test_every_character_that_is_no_space_is_said(text: str) -> None:
    merged = parse_blocks(literal(text), Source(text, Place("a.yaml")), Report())
    assert spoken(merged) == sum(not character.isspace() for character in merged.plain)


# Addresses ----------------------------------------------------------------------------------------------------------

REFERENCES = """
- kind: references
  id: references
  title: 参考
  notes: "[手引き](https://a.mihon.jp/)とhttps://b.mihon.jp/x。を読みます。"
  references:
    - { title: 一, publisher: 省, url: https://c.mihon.jp/, checked_on: 2026-11-02 }
    - { title: 二, publisher: 省, checked_on: 2026-11-02 }
"""


def test_addresses_are_found_in_references_links_and_texts() -> None:
    company = "a:\n  list: ['[規程](https://d.mihon.jp/)', 'mailto:a@b.jp']\nb: { list: [https://e.mihon.jp/] }\n"
    found = {address.url: address for address in addresses_of(subject(company, REFERENCES))}
    assert sorted(found) == [f"https://{name}.mihon.jp/{'x' * (name == 'b')}" for name in "abcde"]
    assert [url for url, address in found.items() if address.reference] == ["https://c.mihon.jp/"]


def test_unencrypted_addresses_are_told_to_whoever_wrote_them() -> None:
    company = "a:\n  list: ['[規程](http://d.mihon.jp/)', '[規程](https://d.mihon.jp/)']\n"
    slides = REFERENCES.replace("https://c", "http://c")
    lines = told(findings(subject(company, slides), None), "link-insecure")
    assert sorted(line.partition(" ")[2] for line in lines) == [
        "係17: the address http://d.mihon.jp/ is not encrypted",
        "教育担当: the address http://c.mihon.jp/ is not encrypted",
    ]


# The table ----------------------------------------------------------------------------------------------------------

STALE = "reviewed_on: 2020-01-01\nlegal_as_of: 2020-01-01\na: { list: [TODO] }\nb: { list: [一] }\n"
DATED = {"review-stale", "legal-stale", "day-ahead", "review-overdue", "reference-stale", "statistics-stale"}


def test_without_a_day_nothing_depends_on_one() -> None:
    found = {one.code for one in findings(subject(STALE, REFERENCES), None)}
    assert found & DATED == set()
    assert {"value-unfinished", "slot-unshown", "legal-outdated"} <= found


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_day_adds_findings_and_takes_none_away(as_of: date) -> None:
    everything = [one.code for one in findings(STALE_SUBJECT, as_of)]
    assert set(everything) >= {one.code for one in findings(STALE_SUBJECT, None)}


STALE_SUBJECT = subject(STALE, REFERENCES)


def test_the_same_material_is_judged_the_same_twice() -> None:
    assert findings(STALE_SUBJECT, AS_OF) == findings(STALE_SUBJECT, AS_OF)


def test_every_finding_names_who_has_to_act() -> None:
    for one in findings(STALE_SUBJECT, AS_OF):
        assert dict(one.values)["owner"]


def test_what_can_be_judged_is_judged_where_the_merge_failed() -> None:
    broken = subject("a: { text: 要記入, list: [TODO] }")
    assert broken.course is None
    assert {one.code for one in findings(broken, AS_OF)} >= {"value-unfinished"}


def test_a_sound_company_gets_no_finding() -> None:
    company = "reviewed_on: 2026-11-01\nlegal_as_of: 2026-10-01\na: { list: [一], rich: 文 }\n"
    assert findings(subject(company, REFERENCES), AS_OF) == []


def test_each_check_stands_in_the_table_once() -> None:
    assert len({check.find for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.find.__module__}.{check.find.__name__}")
def test_each_check_says_what_it_finds(check: Undated | Dated) -> None:
    assert check.find.__doc__
