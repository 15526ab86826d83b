"""Slots in the forms of slides: offered wherever YAML takes them, and kept where a form is saved as it came."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from deckgen.diagnostics import Place, Report
from deckgen.model.bounds import WebAddress
from deckgen.model.questions import Plain
from deckgen.model.slots import SlotDeclaration, SlotType
from deckgen.readers.shapes import variants
from deckgen.readers.slide_checks import check_slide
from deckgen.readers.slides import read_slide
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, Scalar, Sequence
from deckgen.studio.slide_forms import Field, Known, Row, form_of, kinds_to_add, lacking
from deckgen.studio.slide_rows import rearranged
from deckgen.studio.slide_shapes import asked_of, bare_of, control_of, is_pair, item_of, record_of, variants_of
from deckgen.studio.slide_texts import gathered, spread
from tests.layout.supply import png
from tests.studio.client import Client, studio_in, workspace_in
from tests.studio.test_own import OWN, Form

NAME = "our.answer"
TYPES: tuple[SlotType, ...] = get_args(SlotType)
Steps = tuple[str | int, ...]


# A slide of each kind with every field -------------------------------------------------------------------------------


def written(kind: Any) -> dict[str, Plain]:
    """A slide in which every field and every kind of entry is there."""
    name = next(str(each.default) for each in fields(kind) if each.name == "kind")
    return {"kind": name, **_record(kind)}


def _record(kind: Any) -> dict[str, Plain]:
    return {each.name: _value(bare_of(each.type), each.name) for each in asked_of(kind)}


def _value(shape: Any, name: str) -> Plain:
    control = control_of(shape, name)
    if control == "content":
        return _CONTENT.get(name, "文")
    if kind := record_of(shape):
        return _record(kind)
    if (item := item_of(shape)) is not None:
        return _entries(item, name)
    if is_pair(shape):
        return ["10", "10"]
    if shape is WebAddress:
        return "https://example.jp/"
    return str(get_args(shape)[0]) if control == "choice" else _LEAVES.get(control, "文")


_CONTENT: dict[str, Plain] = {
    "contact": {"role": "窓口", "phone": "03-0000-0001"},
    "prompts": ["一"],
    "actions": ["一"],
    "report_items": ["一"],
}
_LEAVES = {"number": "10", "tick": "true", "day": "2026-04-01", "icon": "lock", "picture": "a.png"}


def _entries(item: Any, name: str) -> list[Plain]:
    if kinds := variants_of(item):
        is_typed = bool(variants(get_args(item)))
        return [{**({"type": kind} if is_typed else {}), **_record(kinds[kind])} for kind in kinds]
    if item_of(item) is not None:
        return [["一", "二"]]
    return [_value(item, name)] * (2 if name in ("sides", "columns", "widths") else 1)


def slides(kind: str) -> list[dict[str, Plain]]:
    """Slides of a kind that have each of its fields; of blocks there is one a slide, as they are many."""
    slide = written(kinds_to_add()[kind])
    if kind != "content":
        return [slide]
    blocks: Any = slide.pop("blocks")
    columns: Plain = [{"weight": "1", "blocks": [blocks[0]]}] * 2
    return [{**slide, "columns": columns}, *({**_bare(slide), "blocks": [block]} for block in blocks)]


def _bare(slide: dict[str, Plain]) -> dict[str, Plain]:
    return {key: slide[key] for key in ("kind", "title", "notes", "id")}


def cases(kind: str) -> Iterator[tuple[Steps, dict[str, Plain]]]:
    """Every place of a value in slides of a kind, and the slide with a slot there."""
    for slide in slides(kind):
        for path in _paths(slide):
            if path and path[-1] not in ("kind", "type"):
                yield path, with_slot(slide, path)


def _paths(value: Plain, path: Steps = ()) -> Iterator[Steps]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _paths(each, (*path, key))


def with_slot(slide: dict[str, Plain], path: Steps) -> dict[str, Plain]:
    made: Any = deepcopy(slide)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = {"slot": NAME}
    return made  # type: ignore[no-any-return]


# What YAML takes -----------------------------------------------------------------------------------------------------


def declared(slot_type: SlotType, name: str = NAME) -> SlotDeclaration:
    columns = ("一", "二") if slot_type == "table" else ()
    return SlotDeclaration(
        name=name, type=slot_type, label="L", help="H", owner="O", example="E", columns=columns, place=Place("s", 1, 1)
    )


DECLARED = {slot_type: declared(slot_type) for slot_type in TYPES}
KNOWN = Known(tuple(declared(slot_type, slot_type) for slot_type in TYPES), ("可",))
"""A slot of each type, by its name."""


def node(value: Plain) -> Node:
    place = Place("slides.yaml", 1, 1)
    if isinstance(value, dict):
        entries = {key: _entry(key, each, place) for key, each in value.items()}
        return Mapping(entries, place)
    if isinstance(value, list):
        return Sequence([node(each) for each in value], place)
    return Scalar(str(value), place, str(value))


def _entry(key: str, value: Plain, place: Place) -> Entry:
    return Entry(Scalar(key, place, key), node(value))


def taken(slide: dict[str, Plain], folder: Path) -> set[SlotType]:
    """The types of slots that a course may have where the slide names one."""
    report = Report()
    try:
        read = read_slide(node(slide), Context(report, folder, is_template=True))
    except Faulty:
        return set()
    return {each for each in TYPES if _codes(read, each).isdisjoint(_REFUSED)}


_REFUSED = {"content-unfit", "list-one-each", "table-row", "slot-unknown"}


def _codes(slide: Any, slot_type: SlotType) -> set[str]:
    report = Report()
    check_slide(slide, Place("slides.yaml", 1, 1), {NAME: DECLARED[slot_type]}, report)
    return {found.code for found in report}


# What a form offers --------------------------------------------------------------------------------------------------


def chosen(fields: tuple[Field, ...]) -> Iterator[tuple[str, ...]]:
    """What may be chosen wherever a form shows that a slot was chosen."""
    for each in fields:
        if each.slot:
            yield each.slots
        if each.name == "slot" and each.value:
            yield each.options
        yield from chosen(each.parts)
        for row in each.rows:
            yield from [row.slots] if row.slot else []
            yield from chosen(row.fields)


def offered(kind: Any, slide: dict[str, Plain]) -> set[str]:
    return {slot for choices in chosen(form_of(kind, spread(kind, slide), KNOWN)) for slot in choices}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pictures")
    (made / "a.png").write_bytes(png(40, 30))
    return made


@pytest.mark.parametrize("kind", kinds_to_add())
def test_a_form_offers_a_slot_wherever_yaml_takes_one(kind: str, folder: Path) -> None:
    shape = kinds_to_add()[kind]
    takers = [(path, slide, takes) for path, slide in cases(kind) if (takes := taken(slide, folder))]
    assert takers
    for path, slide, takes in takers:
        assert takes <= offered(shape, slide), path


@pytest.mark.parametrize("kind", kinds_to_add())
def test_a_form_that_is_saved_as_it_came_keeps_a_slot_at_any_place(kind: str) -> None:
    shape = kinds_to_add()[kind]
    for path, slide in cases(kind):
        assert gathered(shape, spread(shape, slide)) == slide, path


def test_slots_in_report_items_and_shares_of_bars_can_be_chosen() -> None:
    emergency, chart = kinds_to_add()["emergency"], kinds_to_add()["chart"]
    texts = spread(emergency, {"kind": "emergency", "report_items": ["いつ", "どこで"]})
    longer = rearranged(texts, "add:slide.report_items") | {"slide.report_items[2]~slot": NAME}
    assert gathered(emergency, longer)["report_items"] == ["いつ", "どこで", {"slot": NAME}]
    bar = {
        "slide.bars[0]~": "",
        "slide.bars[0].label": "A",
        "slide.bars[0].value": "3",
        "slide.bars[0].share~slot": NAME,
    }
    assert gathered(chart, bar)["bars"] == [{"label": "A", "value": "3", "share": {"slot": NAME}}]


def test_a_slot_fills_what_is_required() -> None:
    kind = kinds_to_add()["text"]
    texts = spread(kind, with_slot(written(kind), ("title",)))
    assert list(lacking(form_of(kind, texts, Known()))) == []


def test_running_text_becomes_rows_and_rows_become_running_text() -> None:
    topics = kinds_to_add()["topics"]
    texts = {"slide.topics[0]~": "", "slide.topics[0].content~form": "list", "slide.topics[0].content": "一\r\n二"}
    assert gathered(topics, texts)["topics"] == [{"content": ["一", "二"]}]
    rows = spread(topics, {"kind": "topics", "topics": [{"content": ["一", "二"]}]})
    back = gathered(topics, rows | {"slide.topics[0].content~form": "words"})
    assert back["topics"] == [{"content": "一\n二"}]


def test_an_empty_last_cell_stays_in_a_table_that_is_wider_than_its_slide_has_columns() -> None:
    content = kinds_to_add()["content"]
    table: Plain = {"type": "table", "columns": ["一", "二", "三"], "rows": [["a", "b", ""]]}
    slide: dict[str, Plain] = {"kind": "content", "columns": [{"blocks": [table]}, {"blocks": [table]}]}
    assert gathered(content, spread(content, slide)) == slide


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return studio_in(workspace_in(tmp_path_factory.mktemp("studio"), "midori-seiki")).enter()


@pytest.mark.parametrize("kind", kinds_to_add())
def test_the_page_sends_back_every_slot_that_it_was_given(client: Client, kind: str) -> None:
    shape = kinds_to_add()[kind]
    for plain in slides(kind):
        slide = {key: value for key, value in _with_slots(shape, plain).items() if key != "covers"}
        given = {**spread(shape, slide), "kind": kind, "after": "start", "do": "switch:slide"}
        fields = Form(client.post(OWN, given, part=False)).fields
        assert gathered(shape, fields) == slide


def _with_slots(shape: Any, slide: dict[str, Plain]) -> dict[str, Plain]:
    """The slide with a slot in the place of all that a form shows one for."""
    for path in sorted(_paths(slide), key=len, reverse=True):
        if not path or path[-1] in ("kind", "type"):
            continue
        tried = with_slot(slide, path)
        is_handed_through = any(NAME in text for key, text in spread(shape, tried).items() if key.endswith("~kept"))
        is_inner = NAME in repr(_at(slide, path))
        slide = slide if is_handed_through or is_inner else tried
    return slide


def _at(value: Any, path: Steps) -> Any:
    for step in path:
        value = value[step]
    return value


def test_a_row_says_whether_it_is_filled() -> None:
    assert Row("slide.rows[0]", "", (), NAME).is_filled
    assert not Row("slide.rows[0]", "", ()).is_filled
