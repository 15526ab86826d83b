"""What a profile says besides its slots: only the changed value moves."""

import pytest

from deckgen.model.questions import Plain
from deckgen.readers.arranging import arranged, said
from deckgen.readers.yaml_edit import Tied
from deckgen.readers.yaml_text import Bare

ORDER = ("course", "theme", "certified", "brand_colour")
HEAD = "# Ours\ncourse: telework-privacy  # the yearly one\ncompany:\n  name: 株式会社みほん\n"
LEAVE_OUT = ("slides", "leave_out")
ADD = ("slides", "add")
OWN = """\
slides:
  # two of ours
  add:
    - after: case-4   # behind the cases
      slide:
        kind: table
        id: near-misses
        title: 'あと一歩の場面'
        columns: [場面, "決まり"]
        rows:
          - [発送, 二人で読む。]
          - - 帰りの電車
            - かばんは膝の上に置く。
        notes: |
          見てください。

          次に進みます。
    # the other one
    - {after: start, slide: {kind: section, id: own-part, title: 当社, notes: 始めます。}}
record:
  expected: 20
"""


def changed(text: str, path: tuple[str, ...], value: "Plain | None") -> str:
    return arranged(text.encode(), path, value, ORDER).decode()


def own(text: str = OWN) -> list[dict[str, Plain]]:
    found = said(text.encode(), ADD)
    assert isinstance(found, list)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("", ["a"], "\nslides:\n  leave_out:\n    - a\n"),
        ("slides:\n", ["a"], "slides:\n  leave_out:\n    - a\n"),
        ("slides:\n  leave_out: [a]  # why\n", ["a", "b"], "slides:\n  leave_out: [a, b]  # why\n"),
        ("slides:\n  leave_out: [ 'a', b ]\n", ["b"], "slides:\n  leave_out: [ b ]\n"),
        ("slides:\n  leave_out: [a, \"b\", c]\n", ["a", "b"], "slides:\n  leave_out: [a, \"b\"]\n"),
        ("slides:\n  leave_out: [a, b, c]\n", ["b"], "slides:\n  leave_out: [b]\n"),
        ("slides:\n  leave_out: []\n", ["a"], "slides:\n  leave_out: [a]\n"),
        ("slides:\n  leave_out:\n", ["a"], "slides:\n  leave_out:\n    - a\n"),
        ("slides: {leave_out: [a]}\n", ["a", "b"], "slides: {leave_out: [a, b]}\n"),
        ("slides: { leave_out: [a], notes: [] }\n", None, "slides: { notes: [] }\n"),
        ("slides: {notes: []}\n", ["a"], "slides: {notes: [], leave_out: [a]}\n"),
        ("slides:\n  leave_out:\n  - a # one\n  # two:\n  - b\n", ["a", "b", "c"],
         "slides:\n  leave_out:\n  - a # one\n  # two:\n  - b\n  - c\n"),
        ("slides:\n  leave_out:\n    - a\n    # two:\n    - b\n", ["b"],
         "slides:\n  leave_out:\n    # two:\n    - b\n"),
        ("slides:\n  leave_out:\n    - a\n\nquiz:\n  pass_line: 80\n", None, "\nquiz:\n  pass_line: 80\n"),
        ("slides:\n  leave_out: [a]\n  # more\n  notes: []\n", None, "slides:\n  # more\n  notes: []\n"),
        ("slides:\n  notes: []\n  leave_out: [a]", None, "slides:\n  notes: []\n"),
    ],
)  # fmt: skip
def test_slides_are_left_out_and_taken_back_in_any_style(before: str, value: "Plain | None", after: str) -> None:
    assert changed(HEAD + before, LEAVE_OUT, value) == HEAD + after


def test_a_new_theme_stands_behind_the_course_and_another_in_its_place() -> None:
    with_theme = changed(HEAD, ("theme",), "contrast")
    assert with_theme == HEAD.replace("company:", "theme: contrast\ncompany:", 1)
    assert changed(with_theme, ("theme",), "standard") == HEAD.replace("company:", "theme: standard\ncompany:", 1)
    assert changed(with_theme, ("theme",), None) == HEAD


def test_a_colour_is_in_quotes_since_its_sign_begins_a_comment() -> None:
    assert 'brand_colour: "#0b5c8a"\n' in changed(HEAD, ("brand_colour",), "#0b5c8a")
    single = HEAD + "brand_colour: '#005BAC' # ours\n"
    assert changed(single, ("brand_colour",), "#112233") == HEAD + "brand_colour: '#112233' # ours\n"


def test_a_text_of_an_own_slide_changes_and_nothing_else() -> None:
    slides = own()
    slides[0]["slide"]["title"] = "あと一歩"  # type: ignore[index, call-overload]
    assert changed(OWN, ADD, slides) == OWN.replace("'あと一歩の場面'", "'あと一歩'")  # type: ignore[arg-type]
    slides[1]["slide"]["title"] = "当社: 工場"  # type: ignore[index, call-overload]
    assert 'title: "当社: 工場", notes: 始めます。}}' in changed(OWN, ADD, slides)  # type: ignore[arg-type]


def test_a_row_of_a_table_comes_and_goes() -> None:
    slides = own()
    rows: list[Plain] = slides[0]["slide"]["rows"]  # type: ignore[index, call-overload, assignment]
    rows.append(["会議", "紙を, 数える。"])
    longer = changed(OWN, ADD, slides)  # type: ignore[arg-type]
    assert longer == OWN.replace("膝の上に置く。\n", '膝の上に置く。\n          - [会議, "紙を, 数える。"]\n')
    del rows[0]
    assert "発送" not in changed(OWN, ADD, slides)  # type: ignore[arg-type]


def test_numbers_have_no_quotes_and_a_new_key_stands_behind_the_one_before_it() -> None:
    slides = own()
    slide: dict[str, Plain] = slides[0]["slide"]  # type: ignore[assignment]
    slides[0]["slide"] = {
        key: each for name, old in slide.items()
        for key, each in ([(name, old), ("minutes", Bare("2"))] if name == "title" else [(name, old)])
    }  # fmt: skip
    assert changed(OWN, ADD, slides) == OWN.replace("の場面'\n", "の場面'\n        minutes: 2\n")  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [0, 1])
def test_an_own_slide_goes_with_its_lines_and_the_other_keeps_its_own(number: int) -> None:
    slides = own()
    del slides[number]
    after = changed(OWN, ADD, slides)  # type: ignore[arg-type]
    assert own(after) == slides
    assert "# the other one" in after
    assert after.endswith("record:\n  expected: 20\n")
    assert changed(after, ADD, None).endswith("record:\n  expected: 20\n")


def test_a_slide_comes_behind_the_others_with_its_texts_in_blocks() -> None:
    slide: Plain = {"after": "own-part", "slide": {"kind": "section", "id": "x", "title": "X", "notes": "一。\n\n二。"}}
    after = changed(OWN, ADD, [*own(), slide])
    new = "    - after: own-part\n      slide:\n        kind: section\n        id: x\n        title: X\n"
    assert after == OWN.replace("record:", f"{new}        notes: |\n          一。\n\n          二。\nrecord:")


def test_content_of_another_form_takes_the_place_of_the_old_one() -> None:
    text = "slides:\n  add:\n    - after: start\n      slide:\n        content: { slot: desk.help }  # whom\n"
    role: Plain = [{"after": "start", "slide": {"content": {"role": "総務課", "phone": "03-0000-0001"}}}]
    assert "content: { role: 総務課, phone: 03-0000-0001 }" in changed(text, ADD, role)
    block = "slides:\n  add:\n    - slide:\n        contacts:\n          - slot: a\n          - slot: b\n"
    both: Plain = [{"slide": {"contacts": [{"role": "総務課", "note": "一階"}, {"slot": "b"}]}}]
    assert changed(block, ADD, both) == block.replace("slot: a", "role: 総務課\n            note: 一階")


def test_several_new_keys_keep_their_order() -> None:
    text = "slides:\n  add:\n    - slide:\n        kind: text\n        notes: x\n"
    more: Plain = [{"slide": {"kind": "text", "id": "a", "title": "b", "minutes": Bare("1"), "notes": "x"}}]
    assert "kind: text\n        id: a\n        title: b\n        minutes: 1\n" in changed(text, ADD, more)


def test_line_ends_and_the_mark_of_the_file_stay() -> None:
    text = "\ufeff" + (HEAD + "slides:\n  leave_out: [a]\n").replace("\n", "\r\n")
    assert changed(text, LEAVE_OUT, ["a", "b"]) == text.replace("[a]", "[a, b]")
    assert changed("\ufeff" + HEAD.replace("\n", "\r\n"), LEAVE_OUT, ["a"]).count("\r\n") == HEAD.count("\n") + 4


@pytest.mark.parametrize(
    "text", ["x: &x [a]\nslides:\n  leave_out: *x\n", "x: &x {leave_out: [a]}\nslides:\n  <<: *x\n  leave_out: *x\n"]
)
def test_what_stands_elsewhere_as_well_is_not_changed_here(text: str) -> None:
    with pytest.raises(Tied):
        changed(text, LEAVE_OUT, ["b"])
