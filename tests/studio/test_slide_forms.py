"""Forms for slides of any kind: what a form shows is what it writes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.model.questions import Plain
from deckgen.readers.arranging import said
from deckgen.studio.slide_forms import Field, Known, Row, form_of, kinds_to_add, lacking
from deckgen.studio.slide_rows import rearranged
from deckgen.studio.slide_texts import gathered, spread

DOCUMENT = (Path(__file__).parents[2] / "docs" / "ja" / "slides.md").read_text("utf-8")
EXAMPLES = [
    found for found in re.findall(r"```yaml\n(- kind: .*?)```", DOCUMENT, re.DOTALL) if "kind: cover" not in found
]
KNOWN = Known((), ("可", "条件付き", "不可"))


def plain(text: str) -> dict[str, Plain]:
    found = said(("slides:\n" + text).encode(), ["slides"])
    assert isinstance(found, list)
    assert isinstance(found[0], dict)
    return found[0]


def kind_of(slide: dict[str, Any]) -> Any:
    return kinds_to_add()[slide["kind"]]


def all_fields(fields: tuple[Field, ...]) -> list[Field]:
    found = []
    for field in fields:
        inner = (*field.parts, *(each for row in field.rows for each in row.fields))
        found += [field, *all_fields(inner)]
    return found


def form(slide: dict[str, Any], texts: dict[str, str] | None = None) -> tuple[Field, ...]:
    return form_of(kind_of(slide), spread(kind_of(slide), slide) if texts is None else texts, KNOWN)


def rows_of(fields: tuple[Field, ...], name: str) -> tuple[Row, ...]:
    return next(field.rows for field in fields if field.name == name)


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split()[2])
def test_a_slide_of_each_kind_goes_through_its_form_unchanged(text: str) -> None:
    slide = plain(text)
    assert gathered(kind_of(slide), spread(kind_of(slide), slide)) == slide


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split()[2])
def test_a_form_shows_every_text_of_its_slide(text: str) -> None:
    slide = plain(text)
    shown = {"true", *(each for field in all_fields(form(slide)) for each in (field.value, field.slot, *field.options))}
    shown |= {row.slot for field in all_fields(form(slide)) for row in field.rows}
    texts = spread(kind_of(slide), slide)
    hidden = {key for key, value in texts.items() if value not in shown and not key.endswith(("~", "~was", "~alone"))}
    assert hidden - {key for key in texts if key.endswith(".slot")} == set()


def test_there_is_a_form_for_each_kind_but_the_cover() -> None:
    assert len(kinds_to_add()) == 22
    for name, kind in kinds_to_add().items():
        fields = form_of(kind, {}, KNOWN)
        assert {"title", "notes", "minutes", "id"} <= {field.name for field in fields}, name
        assert {"slide.id", "slide.title", "slide.notes"} <= set(lacking(fields)), name


def test_what_a_form_cannot_show_is_handed_through() -> None:
    slide = plain(
        "- kind: topics\n  id: a\n  title: b\n  optional: true\n  topics:\n"
        "    - {heading: c, icon: lock, content: {steps: [{when: 夜, do: 電話する}]}}\n  notes: d\n"
    )
    texts = spread(kind_of(slide), slide)
    assert [field.name for field in all_fields(form(slide)) if field.control == "kept"] == ["steps"]
    moved = rearranged(rearranged(texts, "add:slide.topics"), "down:slide.topics[0]")
    assert gathered(kind_of(slide), moved) == slide


def test_rows_are_added_moved_and_removed_at_any_depth() -> None:
    slide = plain(next(each for each in EXAMPLES if "risk-map" in each))
    kind, texts = kind_of(slide), spread(kind_of(slide), slide)
    settings = ["自席", "移動中"]
    assert [row["label"] for row in gathered(kind, texts)["settings"]] == settings  # type: ignore[index, call-overload]
    swapped = gathered(kind, rearranged(texts, "up:slide.settings[1]"))
    assert [row["label"] for row in swapped["settings"]] == settings[::-1]  # type: ignore[index, call-overload]
    fewer = gathered(kind, rearranged(texts, "remove:slide.settings[0].risks[1]"))
    assert fewer["settings"][0]["risks"] == [slide["settings"][0]["risks"][0]]  # type: ignore[index, call-overload]
    longer = rearranged(texts, "add:slide.settings[0].risks")
    assert len(rows_of(rows_of(form(slide, longer), "settings")[0].fields, "risks")) == 3
    assert gathered(kind, longer) == slide


@pytest.mark.parametrize(
    "do", ["add:../../x", "up:slide.points[99]", "remove:slide.points", "drop:slide.points[0]", ""]
)
def test_a_move_that_makes_no_sense_changes_nothing(do: str) -> None:
    texts = {"slide.points[0]~": "", "slide.points[0].heading": "a"}
    assert rearranged(texts, do) == texts


def test_numbers_typed_in_wide_digits_and_marks_are_written_as_yaml_has_them() -> None:
    texts = {
        "slide.title": "T", "slide.minutes": "２", "slide.bars[0]~": "", "slide.bars[0].label": "A",
        "slide.bars[0].value": "1.50", "slide.bars[0].highlight": "on", "slide.bars[0].highlight~seen": "1",
    }  # fmt: skip
    made = gathered(kinds_to_add()["chart"], texts)
    assert yaml.safe_load(f"[{made['minutes']}, {made['bars'][0]['highlight']}]") == [2, True]  # type: ignore[index, call-overload]
    off = {"slide.title": "T", "slide.row_headers~seen": "1"}
    assert gathered(kinds_to_add()["table"], off)["row_headers"] == "false"


def test_what_a_form_says_it_kept_is_a_value_of_yaml_or_nothing() -> None:
    for text in ("{", "1", "[1]", '{"a b": "c"}', "[" * 5_000, '{"__class__": 3}'):
        made = gathered(kinds_to_add()["text"], {"slide.title": "T", "slide.optional~kept": text})
        assert made == {"kind": "text", "title": "T"}


def test_a_part_that_is_left_empty_lacks_nothing() -> None:
    slide = plain(next(each for each in EXAMPLES if "kind: text" in each))
    assert list(lacking(form(slide))) == []
    without = {key: text for key, text in spread(kind_of(slide), slide).items() if "callout" not in key}
    assert list(lacking(form(slide, without))) == []
    half = {key: text for key, text in spread(kind_of(slide), slide).items() if key != "slide.callout.text"}
    assert list(lacking(form(slide, half))) == ["slide.callout.text"]
