"""What is left from writing later, from examples, from other companies, and from slides that are left out."""

import pytest

from deckgen.checks import OtherCompany
from tests.checks.material import OWNERS, findings, subject, told
from tests.merge.material import COMPANY


def in_text(text: str, *codes: str, head: str = "") -> list[str]:
    """The findings about one text of a company."""
    found = findings(subject(f"{head}a:\n  list:\n    - {text}\n"), None)
    return [line.partition(": ")[2] for line in told(found, *codes)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("総務課に話す。TODO", "TODO"),
        ("TODO：番号を書く。", "TODO"),
        ("FIXME あとで直す。", "FIXME"),
        ("電話は（要記入）です。", "要記入"),
    ],
)
def test_a_reminder_to_write_something_is_told(text: str, word: str) -> None:
    assert in_text(text, "value-unfinished") == [f"枠17 (a.list) still says {word}"]


@pytest.mark.parametrize("text", ["TODOリストに書く。", "TODOアプリを使う。", "MASTODON", "要望を記入する。"])
def test_words_that_look_like_reminders_are_fine(text: str) -> None:
    assert in_text(text, "text-unfinished", "value-unfinished") == []


@pytest.mark.parametrize(
    ("text", "signs"), [("○○課に話す。", "○○"), ("〇〇株式会社", "〇〇"), ("担当は●●●です。", "●●●"), ("△△部", "△△")]
)
def test_signs_that_stand_in_for_a_name_are_told(text: str, signs: str) -> None:
    assert in_text(text, "text-stand-in") == [f"{signs} stands in for a word or a figure"]


@pytest.mark.parametrize("text", ["二〇〇〇年から続く。", "○か×を書く。", "一〇〇人", "・話す。"])
def test_zeros_and_single_signs_are_fine(text: str) -> None:
    assert in_text(text, "text-stand-in") == []


@pytest.mark.parametrize("number", ["03-0000-0001", "０９０－００００－００００", "0120-000-000", "03-XXXX-XXXX"])
def test_a_number_of_no_telephone_is_told_wherever_it_stands(number: str) -> None:
    assert in_text(f"夜は{number}へ電話する。", "sample-number") == [f"no telephone has the number {number}"]


@pytest.mark.parametrize("number", ["03-5834-2678", "0120-444-000", "03-5860-0000", "050-1000-0000", "100-0000"])
def test_a_number_that_a_telephone_can_have_is_fine(number: str) -> None:
    assert in_text(f"夜は{number}へ電話する。", "sample-number") == []


@pytest.mark.parametrize(
    "address",
    [
        "soudan@example.jp",
        "a.b+c@mail.example.co.jp",
        "https://www.example.com",
        "http://example.org",
        "portal.example",
        "example2.ne.jp",
    ],
)
def test_an_address_that_is_nobodys_is_told(address: str) -> None:
    assert in_text(f"{address} を開く。", "sample-address") == [f"the address {address} is nobody's"]


@pytest.mark.parametrize("address", ["soudan@mihon.co.jp", "https://myexample.jp", "example.jpeg", "for example. Jp"])
def test_an_address_that_may_be_somebodys_is_fine(address: str) -> None:
    assert in_text(f"{address} を開く。", "sample-address") == []


def test_the_numbers_of_contacts_are_looked_at_too() -> None:
    company = "emergency: { primary: { role: 受付, phone: 03-0000-0001, mail: a@example.jp } }"
    lines = told(findings(subject(company), None), "sample-number", "sample-address")
    assert lines == [
        f"5 {OWNERS['emergency.primary']}: no telephone has the number 03-0000-0001",
        f"5 {OWNERS['emergency.primary']}: the address a@example.jp is nobody's",
    ]


def test_a_sample_may_have_sample_numbers() -> None:
    text = "夜は03-0000-0001かa@example.jpへ。"
    assert len(in_text(text, "sample-number", "sample-address")) == 2
    assert in_text(text, "sample-number", "sample-address", head="sample: true\n") == []


def test_a_course_shows_sample_addresses_where_it_means_them_until_a_company_writes_its_own() -> None:
    scene = "scene: { alt: 図, parts: [{ text: info@example.jp, at: [50, 20], width: 41 }] }"
    slide = f"- {{ kind: picture, id: false-mail, title: 題, notes: 090-0000-0000を名乗ります。, {scene} }}\n"
    told_of = ("sample-address", "sample-number")
    assert told(findings(subject("", slide), None), *told_of) == []
    retitled = "slides: { change: { false-mail: { title: 見分け方 } } }"
    assert told(findings(subject(retitled, slide), None), *told_of) == []
    own = "slides: { change: { false-mail: { notes: b@example.comへ。 } } }"
    (found,) = told(findings(subject(own, slide), None), *told_of)
    assert found.endswith("the address b@example.com is nobody's")


def test_a_draft_may_be_unfinished_and_have_sample_numbers() -> None:
    company = "a: { list: [TODO 03-0000-0001] }"
    unfinished = ("value-unfinished", "sample-number")
    assert told(findings(subject(company, draft=True), None, draft=True), *unfinished) == []
    assert len(told(findings(subject(company), None), *unfinished)) == 2


def test_what_a_company_adds_to_slides_notes_test_and_record_is_looked_at() -> None:
    company = (
        "slides:\n"
        "  add:\n    - after: cover\n      slide: { kind: section, id: own, title: 題, notes: TODO 一 }\n"
        "  notes:\n    - { slide: cover, add: TODO 二 }\n"
        "record: { plan: TODO 三 }\n"
    )
    assert [
        line.split()[:2] for line in told(findings(subject(company), None), "text-unfinished", "value-unfinished")
    ] == [
        ["8", "教育担当:"],
        ["10", "教育担当:"],
        ["11", "教育担当:"],
    ]


def test_labels_in_pictures_are_looked_at() -> None:
    slides = (
        "- kind: picture\n  id: own\n  title: 題\n  notes: 文\n"
        "  scene: { alt: 図, parts: [{ shape: document, at: [0, 0], size: [9, 9], label: TODO }] }\n"
    )
    assert len(told(findings(subject("", slides), None), "text-unfinished")) == 1


def test_slides_that_are_left_out_may_be_unfinished() -> None:
    slides = "- { kind: section, id: own, title: TODO, notes: 文, optional: true }\n"
    assert len(told(findings(subject("", slides), None), "text-unfinished")) == 1
    assert told(findings(subject("slides: { leave_out: [own] }", slides), None), "text-unfinished") == []


@pytest.mark.parametrize("word", ["yes", "true", "off"])
def test_a_yes_is_an_error_where_people_must_act_and_a_warning_elsewhere(word: str) -> None:
    company = f"emergency:\n  primary: {{ role: 受付, phone: 03-1234-5678, hours: {word} }}\na: {{ text: {word} }}\n"
    found = findings(subject(company), None)
    assert [line.split(":")[0] for line in told(found, "emergency-stand-in")] == [f"6 {OWNERS['emergency.primary']}"]
    assert [line.split(":")[0] for line in told(found, "text-yes-no")] == [f"7 {OWNERS['a.text']}"]


# Other companies ----------------------------------------------------------------------------------------------------


def named(text: str, *names: str, base: str = "株式会社みほん") -> list[str]:
    base = COMPANY.replace("株式会社みほん", base)
    others = (OtherCompany(names, "other.yaml"),)
    found = findings(subject(f"a: {{ list: [{text}] }}\n", base=base, others=others), None)
    return [line.partition("names ")[2] for line in told(found, "other-company")]


@pytest.mark.parametrize("text", ["株式会社ひなた坂の総務課", "ひなた坂の総務課", "（株）ひなた坂"])
def test_a_company_beside_this_one_is_found_by_its_name_with_or_without_its_form(text: str) -> None:
    (line,) = named(text, "株式会社ひなた坂")
    assert line.endswith(": 株式会社ひなた坂 has a profile of its own (other.yaml)")


def test_a_short_name_is_found() -> None:
    assert len(named("ひなたの総務課", "株式会社ひなた坂デザイン", "ひなた")) == 1


def test_names_too_short_to_be_told_from_words_are_not_looked_for() -> None:
    assert named("日本の会社", "株式会社日本") == []
    assert named("みほの総務課", "株式会社みほん", "みほ", base="株式会社別") == []


def test_a_companys_own_name_is_no_others_although_it_holds_one() -> None:
    other = ("株式会社みどり丘", "みどり丘")
    assert named("株式会社みどり丘サービスの総務課", *other, base="株式会社みどり丘サービス") == []
    assert named("みどり丘サービスの総務課", *other, base="株式会社みどり丘サービス") == []
    assert len(named("みどり丘の総務課", *other, base="株式会社みどり丘サービス")) == 1


def test_next_years_profile_of_the_same_company_is_no_other_company() -> None:
    assert named("株式会社みほんの総務課", "株式会社みほん", "みほん") == []


def test_a_company_with_a_profile_for_each_year_is_told_once() -> None:
    others = tuple(OtherCompany(("株式会社ひなた坂",), f"hinata-{year}.yaml") for year in range(2022, 2027))
    found = findings(subject("a: { list: [株式会社ひなた坂の総務課] }\n", others=others), None)
    (line,) = told(found, "other-company")
    assert line.endswith("(hinata-2022.yaml, hinata-2023.yaml, hinata-2024.yaml +2)")


# Slots that no slide shows ------------------------------------------------------------------------------------------


def test_what_is_written_and_shown_nowhere_is_told() -> None:
    (line,) = told(findings(subject("b: { list: [一] }"), None), "slot-unshown")
    assert line == f"5 {OWNERS['b.list']}: 枠20 (b.list) is filled in and shown on no slide"


def test_what_is_shown_or_empty_is_fine() -> None:
    assert told(findings(subject("a: { list: [一] }"), None), "slot-unshown") == []


def test_a_slot_whose_slide_is_left_out_is_told() -> None:
    slides = (
        "- { kind: rules, id: own, title: 題, notes: 文, optional: true,"
        " rules: [{ heading: 一, icon: wifi, content: { slot: b.list } }] }\n"
    )
    assert told(findings(subject("b: { list: [一] }", slides), None), "slot-unshown") == []
    left_out = "b: { list: [一] }\nslides: { leave_out: [own] }"
    assert len(told(findings(subject(left_out, slides), None), "slot-unshown")) == 1


def test_the_auditor_is_asked_for_although_no_slide_need_show_it() -> None:
    company = "people: { auditor: { role: 監査, note: 案内 } }"
    assert told(findings(subject(company), None), "slot-unshown") == []
