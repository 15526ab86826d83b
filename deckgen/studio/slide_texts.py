"""A slide as the texts of a form, and the slide that such texts make.

The texts are a flat table: `slide.points[0].heading`. A row of a list has a key of its own, `slide.points[0]~`, so that
an empty one stays while somebody is at work; what a form cannot show is handed through as it stands, in `…~kept`.
"""

import json
import re
import types
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from deckgen.diagnostics import Place
from deckgen.model.questions import CONTACT_PARTS, Plain
from deckgen.model.slots import Image
from deckgen.readers.scalars import as_boolean
from deckgen.readers.shapes import variants
from deckgen.readers.yaml_text import Bare

Control = Literal[
    "line", "area", "number", "day", "tick", "choice", "icon", "picture", "covers", "kept", "group", "list", "cells",
    "content",
]  # fmt: skip
ROOT = "slide"
COLUMNS = f"{ROOT}.columns"
"""Of a table, whose cells and widths go where their column goes."""
_MOST_ROWS = 60
_LAST = ("minutes", "reveal", "notes", "written", "cues", "id", "covers")
"""Fields that every slide has, and that a form asks for after those of its kind."""
_FIRST, _SPOKEN = ("id", "title"), ("notes", "written", "cues")
"""Fields that stand first and last where a slide is written."""
_UNASKED = ("kind", "type", "optional")
_LONG = (
    "basis", "body", "callout", "causes", "conclusion", "conditions", "cues", "hint", "incidents", "items", "lead",
    "message", "note", "notes", "question", "source", "steps", "text", "verdict", "written",
)  # fmt: skip
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MOVE = re.compile(
    r"(?P<verb>add|up|down|remove):(?P<list>slide(?:[.\w]|\[[0-9]{1,3}\])*?)(?:\[(?P<at>[0-9]{1,3})\]|:(?P<kind>\w*))?"
)

# Shapes of the model -------------------------------------------------------------------------------------------------


def bare_of(shape: Any) -> Any:
    """A shape without `| None`."""
    kinds = [each for each in get_args(shape) if each is not types.NoneType]
    is_union = get_origin(shape) in (Union, types.UnionType)
    return kinds[0] if is_union and len(kinds) == 1 else shape


def _is(shape: Any, name: str) -> bool:
    return isinstance(shape, TypeVar) and shape.__name__ == name


def record_of(shape: Any) -> Any:
    """The dataclass that a shape is; None for others."""
    kind = get_origin(shape) or shape
    return kind if is_dataclass(kind) and kind is not Image else None


def item_of(shape: Any) -> Any:
    """The shape of a list's entries, however many it has; None for what is no list, such as two numbers."""
    arguments = get_args(shape)
    is_list = get_origin(shape) is tuple and (arguments[1:] == (...,) or record_of(arguments[0]))
    return arguments[0] if is_list else None


def least_of(shape: Any) -> int:
    """How many entries a list has at least."""
    arguments = get_args(shape)
    return 1 if arguments[1:] == (...,) else len(arguments)


def variants_of(shape: Any) -> dict[str, Any]:
    """The dataclasses that an entry may be, by `type:` or else by name; none where it is of one shape only."""
    kinds = get_args(shape) if get_origin(shape) in (Union, types.UnionType) else ()
    if not all(map(record_of, kinds)):
        return {}
    return variants(kinds) or {each.__name__: each for each in kinds}


def _is_told_apart(kind: Any) -> bool:
    """Whether a mapping says by its `type:` that it is of this kind."""
    return any(each.name == "type" for each in fields(kind))


def control_of(shape: Any, name: str) -> Control:
    """What a field of a shape is filled in with."""
    if name == "icon":
        return "icon"
    if name == "covers":
        return "covers"
    if _is(shape, "S"):
        return "content"
    if get_origin(shape) is Annotated or shape in (int, float):
        return "number"
    if get_origin(shape) is Literal:
        return "choice"
    if shape is bool:
        return "tick"
    if shape is date:
        return "day"
    if shape is Image:
        return "picture"
    return "area" if name in _LONG else "line"


def asked_of(kind: Any) -> list[Any]:
    """The fields of a dataclass that a form asks for, in its order."""
    found = [each for each in fields(kind) if each.type is not Place and each.name not in _UNASKED]
    if "notes" not in {each.name for each in found}:
        return found
    own = [each for each in found if each.name not in _LAST]
    return own + [each for name in _LAST for each in found if each.name == name]


def is_pair(shape: Any) -> bool:
    """Whether a shape is two numbers."""
    return get_origin(shape) is tuple and item_of(shape) is None


# From a slide to the texts of a form ---------------------------------------------------------------------------------


def spread(kind: Any, slide: Plain) -> dict[str, str]:
    """The texts of a form that show what is written of a slide."""
    return dict(_spread_record(kind, slide, ROOT)) if isinstance(slide, dict) else {}


def _spread_record(kind: Any, value: dict[str, Plain], key: str) -> Iterator[tuple[str, str]]:
    asked = {each.name: each for each in asked_of(kind)}
    for name, inner in value.items():
        if name in asked:
            yield from _spread(asked[name].type, name, inner, f"{key}.{name}", kind)
        elif name not in ("kind", "type"):
            yield f"{key}.{name}~kept", json.dumps(inner, ensure_ascii=False)


def _spread(shape: Any, name: str, value: Plain, key: str, owner: Any) -> Iterator[tuple[str, str]]:
    shape = bare_of(shape)
    texts = list(_spread_known(shape, name, value, key, owner))
    yield from texts or ([(f"{key}~kept", json.dumps(value, ensure_ascii=False))] if value else [])


def _spread_known(shape: Any, name: str, value: Plain, key: str, owner: Any) -> Iterator[tuple[str, str]]:
    """Nothing for what a form cannot show."""
    item, control = item_of(shape), control_of(shape, name)
    if control == "content":
        yield from _spread_content(value, key)
    elif control == "covers" and isinstance(value, list):
        yield from ((f"{key}[{at}]", str(each)) for at, each in enumerate(value))
    elif (kind := record_of(shape)) and isinstance(value, dict):
        yield from _spread_record(kind, value, key)
    elif item is not None and isinstance(value, list):
        yield from _spread_rows(item, name, value, key, owner)
    elif is_pair(shape) and isinstance(value, list):
        yield from ((f"{key}[{at}]", str(each)) for at, each in enumerate(value))
    elif isinstance(value, str) and not (item or record_of(shape) or is_pair(shape)):
        is_on = control != "tick" or as_boolean(value)
        yield from [(key, value)] if is_on else []
        yield from [(f"{key}~was", value)] if control in ("tick", "choice") else []


def _spread_rows(item: Any, name: str, value: list[Plain], key: str, owner: Any) -> Iterator[tuple[str, str]]:
    kinds = variants_of(item)
    for at, each in enumerate(value):
        row = f"{key}[{at}]"
        if kinds and isinstance(each, dict):
            name = _kind_named(each, kinds)
            yield f"{row}~", name
            yield from _spread_record(kinds[name], each, row)
        elif item_of(item) is not None and isinstance(each, list):
            yield f"{row}~", ""
            yield from ((f"{row}[{number}]", str(cell)) for number, cell in enumerate(each))
        else:
            yield f"{row}~", ""
            yield from _spread(item, name, each, row, owner)


def _kind_named(value: dict[str, Plain], kinds: dict[str, Any]) -> str:
    """Which of some kinds a mapping is, or is most like."""
    if (name := value.get("type")) in kinds:
        return name
    return max(kinds, key=lambda kind: len(value.keys() & {one.name for one in fields(kinds[kind])}))


def _spread_content(value: Any, key: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield from ((f"{key}~form", "words"), (key, value))
        case list() if _are_lines(value):
            yield from ((f"{key}~form", "list"), (key, "\n".join(map(str, value))))
        case {"steps": list(steps), **rest} if not rest and _are_lines(steps):
            yield from ((f"{key}~form", "steps"), (key, "\n".join(map(str, steps))))
        case {"slot": str(slot), **rest} if not rest:
            yield from ((f"{key}~form", "slot"), (f"{key}.slot", slot))
        case {"decision": str(decision), **rest} if not rest or (len(rest) == 1 and _are_lines(rest.get("conditions"))):
            yield from ((f"{key}~form", "ruling"), (f"{key}.decision", decision))
            yield from ((f"{key}.conditions", "\n".join(cast("list[str]", each))) for each in rest.values())
        case {"role": str(), **rest} if rest.keys() <= {*CONTACT_PARTS}:
            yield f"{key}~form", "contact"
            yield from ((f"{key}.{part}", each) for part, each in cast("dict[str, str]", value).items())


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
    shape = bare_of(shape)
    item, control = item_of(shape), control_of(shape, name)
    if control == "content":
        return _gather_content(texts, key)
    if control == "covers":
        return [texts[each] for each in numbered(texts, key, "") if texts[each]] or None
    if kind := record_of(shape):
        return _gather_record(kind, texts, key)
    if item is not None:
        return _gather_rows(item, name, texts, key)
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
    kinds, found = variants_of(item), []
    for marker in numbered(texts, key, "~"):
        row = marker.removesuffix("~")
        value: Plain | None
        if kinds:
            kind = kinds.get(texts[marker])
            value = _gather_record(kind, texts, row) if kind else None
            if value is not None and _is_told_apart(kind):
                value = {"type": texts[marker], **value}
        elif item_of(item) is not None:
            cells = _trimmed(
                [_text(texts, cell) for cell in numbered(texts, row, "")], len(numbered(texts, COLUMNS, "~"))
            )
            value = cast("list[Plain]", cells) if any(cells) else None
        else:
            value = _gather(item, name, texts, row)
        if value is not None:
            found.append(value)
    return found or None


def _trimmed(cells: list[str], columns: int) -> list[str]:
    """The cells of a row without empty ones that no column is above."""
    while len(cells) > columns > 0 and not cells[-1]:
        cells = cells[:-1]
    return cells


def _gather_content(texts: Mapping[str, str], key: str) -> "Plain | None":
    form, text = texts.get(f"{key}~form", ""), _text(texts, key)
    lines = _lines(text)
    match form:
        case "list":
            return lines or None
        case "steps":
            return {"steps": lines} if lines else None
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
            return text or None


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


# Rows that come, go and move -----------------------------------------------------------------------------------------


def rearranged(texts: Mapping[str, str], do: str) -> dict[str, str]:
    """The texts with a row more or less, or in another place: `add:slide.points`, `up:slide.points[1]`."""
    match = _MOVE.fullmatch(do)
    if not match:
        return dict(texts)
    key, verb = match["list"], match["verb"]
    numbers = [int(each[len(key) + 1 : -2]) for each in numbered(texts, key, "~")]
    if verb == "add":
        number = max(numbers, default=-1) + 1
        return {**texts, f"{key}[{number}]~": match["kind"] or ""} if len(numbers) < _MOST_ROWS else dict(texts)
    at = int(match["at"] or -1)
    if at not in numbers:
        return dict(texts)
    here = numbers.index(at)
    order = [number for number in numbers if number != at]
    if verb != "remove":
        order.insert(max(0, here + (1 if verb == "down" else -1)), at)
    if key == COLUMNS:
        for row in numbered(texts, f"{ROOT}.rows", "~"):
            texts = _renumbered(texts, row.removesuffix("~"), order)
        if len(numbered(texts, f"{ROOT}.widths", "~")) == len(numbers):
            texts = _renumbered(texts, f"{ROOT}.widths", order)
    return _renumbered(texts, key, order)


def _renumbered(texts: Mapping[str, str], key: str, order: list[int]) -> dict[str, str]:
    pattern = re.compile(rf"{re.escape(key)}\[([0-9]{{1,3}})\](.*)", re.DOTALL)
    found = {}
    for name, text in texts.items():
        match = pattern.fullmatch(name)
        if match is None:
            found[name] = text
        elif int(match[1]) in order:
            found[f"{key}[{order.index(int(match[1]))}]{match[2]}"] = text
    return found
