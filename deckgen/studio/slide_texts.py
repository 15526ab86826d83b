"""A slide as the texts of a form, and the slide that such texts make.

The texts are a flat table: `slide.points[0].heading`. A row of a list has a key of its own, `slide.points[0]~`, so that
an empty one stays while somebody is at work. A slot that stands in the place of a value is in `…~slot`; what a form
cannot show is handed through as it stands, in `…~kept`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, cast, get_args

from deckgen.model.questions import CONTACT_PARTS, Plain
from deckgen.readers.scalars import as_boolean
from deckgen.readers.spots import taken_at
from deckgen.readers.yaml_text import Bare
from deckgen.studio.slide_shapes import (
    ENTRY,
    STEP,
    Control,
    asked_of,
    bare_of,
    control_of,
    is_pair,
    is_told_apart,
    item_of,
    record_of,
    variants_of,
)

ROOT = "slide"
COLUMNS, ROWS, WIDTHS = ".columns", ".rows", ".widths"
"""Of a table, whose cells and widths go where their column goes."""
_FIRST, _SPOKEN = ("id", "title"), ("notes", "written", "cues")
"""Fields that stand first and last where a slide is written."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

# From a slide to the texts of a form ---------------------------------------------------------------------------------


def spread(kind: Any, slide: Plain) -> dict[str, str]:
    """The texts of a form that show what is written of a slide."""
    return dict(_spread_record(kind, slide, ROOT)) if isinstance(slide, dict) else {}


def _spread_record(kind: Any, value: dict[str, Plain], key: str) -> Iterator[tuple[str, str]]:
    asked = {each.name: each for each in asked_of(kind)}
    for name, inner in value.items():
        if name in asked:
            yield from _spread(asked[name].type, name, inner, f"{key}.{name}")
        elif name not in ("kind", "type"):
            yield f"{key}.{name}~kept", _handed(inner)


def _handed(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False)


def _spread(shape: Any, name: str, value: Plain, key: str, *, is_entry: bool = False) -> Iterator[tuple[str, str]]:
    shape = bare_of(shape)
    if (slot := _slot_in(value)) and taken_at(shape, name, is_entry=is_entry):
        yield f"{key}~slot", slot
        return
    texts = list(_spread_known(shape, name, value, key))
    yield from texts or ([(f"{key}~kept", _handed(value))] if value else [])


def _slot_in(value: Plain) -> str:
    """The slot that stands in the place of a value; empty where none does."""
    slot = value.get("slot") if isinstance(value, dict) and len(value) == 1 else None
    return slot if isinstance(slot, str) else ""


def _spread_known(shape: Any, name: str, value: Plain, key: str) -> Iterator[tuple[str, str]]:
    """Nothing for what a form cannot show."""
    item, control = item_of(shape), control_of(shape, name)
    if control == "content":
        yield from _spread_content(value, key)
    elif control == "covers" or is_pair(shape):
        yield from _spread_texts(value, key)
    elif (kind := record_of(shape)) and isinstance(value, dict):
        yield from _spread_record(kind, value, key)
    elif item is not None and _slot_in(value) and taken_at(item, name, is_entry=True):
        yield f"{key}~alone", "1"
        yield from _spread_rows(item, name, [value], key)
    elif item is not None and isinstance(value, list):
        yield from _spread_rows(item, name, value, key)
    elif isinstance(value, str) and not (item or record_of(shape)):
        is_on = control != "tick" or as_boolean(value)
        yield from [(key, value)] if is_on else []
        yield from [(f"{key}~was", value)] if control in ("tick", "choice") else []


def _spread_texts(value: Plain, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        yield from ((f"{key}[{at}]", str(each)) for at, each in enumerate(value))


def _spread_rows(item: Any, name: str, value: list[Plain], key: str) -> Iterator[tuple[str, str]]:
    for at, each in enumerate(value):
        yield from _spread_row(item, name, each, f"{key}[{at}]")


def _spread_row(item: Any, name: str, value: Plain, row: str) -> Iterator[tuple[str, str]]:
    kinds = variants_of(item)
    kind = _kind_named(value, kinds) if isinstance(value, dict) else ""
    yield f"{row}~", kind
    if kind:
        yield from _spread_record(kinds[kind], cast("dict[str, Plain]", value), row)
    elif (cell := item_of(item)) is not None and isinstance(value, list):
        for number, each in enumerate(value):
            yield f"{row}[{number}]", ""
            yield from _spread(cell, "cell", each, f"{row}[{number}]")
    elif kinds:
        yield f"{row}~kept", _handed(value)
    else:
        yield from _spread(item, name, value, row, is_entry=True)


def _kind_named(value: dict[str, Plain], kinds: dict[str, Any]) -> str:
    """Which of some kinds a mapping is, or is most like; empty where its `type:` has to say it and does not."""
    if (name := value.get("type")) in kinds:
        return name
    if any(map(is_told_apart, kinds.values())):
        return ""
    return max(kinds, key=lambda kind: len(value.keys() & {one.name for one in fields(kinds[kind])}), default="")


def _spread_content(value: Any, key: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield from ((f"{key}~form", "words"), (key, value))
        case list():
            yield f"{key}~form", "list"
            yield from _spread_rows(ENTRY, "list", value, key)
        case {"steps": list(steps), **rest} if not rest:
            yield f"{key}~form", "steps"
            yield from _spread_rows(STEP, "steps", steps, key)
        case {"slot": str(slot), **rest} if not rest:
            yield from ((f"{key}~form", "slot"), (f"{key}.slot", slot))
        case {"decision": str(decision), **rest} if not rest or (len(rest) == 1 and _are_lines(rest.get("conditions"))):
            yield from ((f"{key}~form", "ruling"), (f"{key}.decision", decision))
            yield from ((f"{key}.conditions", "\n".join(cast("list[str]", each))) for each in rest.values())
        case {"role": str(), **rest} if rest.keys() <= {*CONTACT_PARTS} and _are_texts(rest.values()):
            yield f"{key}~form", "contact"
            yield from ((f"{key}.{part}", each) for part, each in cast("dict[str, str]", value).items())


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def _are_lines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each and "\n" not in each for each in value)


def _lines(text: str) -> list[Plain]:
    return [line.strip() for line in text.split("\n") if line.strip()]


# From the texts of a form to a slide ---------------------------------------------------------------------------------


def gathered(kind: Any, texts: Mapping[str, str]) -> dict[str, Plain]:
    """The slide that a form makes; what is empty is not in it."""
    found: dict[str, Plain] = {"kind": next(str(each.default) for each in fields(kind) if each.name == "kind")}
    made = _gather_record(kind, texts, ROOT) or {}
    order = [*_FIRST, *(name for name in made if name not in (*_FIRST, *_SPOKEN)), *_SPOKEN]
    return found | {name: made[name] for name in order if name in made}


def _gather_record(kind: Any, texts: Mapping[str, str], key: str) -> dict[str, Plain] | None:
    found: dict[str, Plain] = {}
    for each in asked_of(kind):
        value = _gather(each.type, each.name, texts, f"{key}.{each.name}", each.default)
        if value is not None:
            found[each.name] = value
    handed = re.compile(rf"{re.escape(key)}\.(\w+)~kept")
    for name in (match[1] for match in map(handed.fullmatch, texts) if match):
        if name not in found and (value := _kept(texts[f"{key}.{name}~kept"])) is not None:
            found[name] = value
    return found or None


def _gather(shape: Any, name: str, texts: Mapping[str, str], key: str, default: Any = None) -> "Plain | None":
    if kept := texts.get(f"{key}~kept"):
        return _kept(kept)
    if slot := _text(texts, f"{key}~slot"):
        return {"slot": slot}
    shape = bare_of(shape)
    item, control = item_of(shape), control_of(shape, name)
    if control == "content":
        return _gather_content(texts, key)
    if control == "covers":
        return [texts[each] for each in numbered(texts, key, "") if texts[each]] or None
    if kind := record_of(shape):
        return _gather_record(kind, texts, key)
    if item is not None:
        rows = _gather_rows(item, name, texts, key)
        return rows[0] if rows and len(rows) == 1 and _slot_in(rows[0]) and f"{key}~alone" in texts else rows
    if is_pair(shape):
        sides = [_number(_text(texts, f"{key}[{at}]")) for at in range(len(get_args(shape)))]
        return cast("list[Plain]", sides) if any(sides) else None
    return _gather_leaf(control, texts, key, default)


def _gather_leaf(control: Control, texts: Mapping[str, str], key: str, default: Any) -> "Plain | None":
    text, was = _text(texts, key), texts.get(f"{key}~was", "")
    if control == "tick":
        is_on = key in texts
        if not was and f"{key}~seen" not in texts:
            return None
        if was and as_boolean(was) is is_on:
            return Bare(was)
        return None if is_on is default and not was else Bare("true" if is_on else "false")
    if control == "choice":
        return None if text == default and not was else text or None
    return (_number(text) if control == "number" else text) or None


def _gather_rows(item: Any, name: str, texts: Mapping[str, str], key: str) -> list[Plain] | None:
    columns = len(numbered(texts, key.removesuffix(ROWS) + COLUMNS, "~"))
    rows = (_gather_row(item, name, texts, marker, columns) for marker in numbered(texts, key, "~"))
    return [value for value in rows if value is not None] or None


def _gather_row(item: Any, name: str, texts: Mapping[str, str], marker: str, columns: int) -> "Plain | None":
    row, kinds = marker.removesuffix("~"), variants_of(item)
    if f"{row}~kept" in texts or _text(texts, f"{row}~slot"):
        return _gather(item, name, texts, row)
    if kinds:
        kind = kinds.get(texts[marker])
        value = _gather_record(kind, texts, row) if kind else None
        return {"type": texts[marker], **value} if value is not None and is_told_apart(kind) else value
    if (cell := item_of(item)) is not None:
        cells = [_gather(cell, "cell", texts, each) or "" for each in numbered(texts, row, "")]
        cells = _trimmed(cells, columns)
        return cells if any(cells) else None
    return _gather(item, name, texts, row)


def _trimmed(cells: list[Plain], columns: int) -> list[Plain]:
    """The cells of a row without empty ones that no column is above."""
    while len(cells) > columns > 0 and not cells[-1]:
        cells = cells[:-1]
    return cells


def _gather_content(texts: Mapping[str, str], key: str) -> "Plain | None":
    match texts.get(f"{key}~form", ""):
        case "list":
            return _gather_rows(ENTRY, "list", with_rows(texts, key), key)
        case "steps":
            steps = _gather_rows(STEP, "steps", with_rows(texts, key), key)
            return {"steps": steps} if steps else None
        case "slot":
            slot = _text(texts, f"{key}.slot")
            return {"slot": slot} if slot else None
        case "ruling":
            decision, conditions = _text(texts, f"{key}.decision"), _lines(_text(texts, f"{key}.conditions"))
            found: dict[str, Plain] = {"decision": decision} if decision else {}
            return found | ({"conditions": conditions} if conditions else {}) or None
        case "contact":
            parts = {part: _text(texts, f"{key}.{part}") for part in CONTACT_PARTS}
            return {part: each for part, each in parts.items() if each} or None
        case _:
            return words_in(texts, key) or None


def with_rows(texts: Mapping[str, str], key: str) -> Mapping[str, str]:
    """The texts with a row for each line of what was written as running text before a list was chosen."""
    lines = [] if numbered(texts, key, "~") else _lines(_text(texts, key))
    rows = ({f"{key}[{at}]~": "", f"{key}[{at}]": str(line)} for at, line in enumerate(lines))
    return {**texts, **{name: text for row in rows for name, text in row.items()}}


def words_in(texts: Mapping[str, str], key: str) -> str:
    """Running text; where it was a list before, its entries as lines."""
    rows = (_text(texts, marker.removesuffix("~")) for marker in numbered(texts, key, "~"))
    return _text(texts, key) or "\n".join(filter(None, rows))


def _kept(text: str) -> "Plain | None":
    """What was handed through a form; None for what is no value of YAML."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if _is_plain(value, 8) else None


def _is_plain(value: Any, depth: int) -> bool:
    match value:
        case str():
            return True
        case list() if depth:
            return all(_is_plain(each, depth - 1) for each in value)
        case dict() if depth:
            return all(re.fullmatch(r"\w+", key) and _is_plain(each, depth - 1) for key, each in value.items())
    return False


def _text(texts: Mapping[str, str], key: str) -> str:
    return texts.get(key, "").replace("\r\n", "\n").strip()


def _number(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return Bare(plain) if _NUMBER.fullmatch(plain) else text


def numbered(texts: Mapping[str, str], key: str, ending: str) -> list[str]:
    """The keys of a list's rows, in order."""
    pattern = re.compile(rf"{re.escape(key)}\[([0-9]{{1,3}})\]{ending}")
    found = [(int(match[1]), each) for each in texts if (match := pattern.fullmatch(each))]
    return [each for _, each in sorted(found)]
