"""Shapes of the model as JSON Schema, with the docstrings of their fields as descriptions."""

import ast
import inspect
import sys
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from deckgen.diagnostics import LOCATIONS
from deckgen.model import blocks, pieces, quiz, slides, training
from deckgen.model.bounds import Amount, Bounds, Percentage, WebAddress
from deckgen.model.freshness import Months, Pace
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import Image, Photo
from deckgen.model.spoken import IconName, Spoken, Words
from deckgen.model.text import Source
from deckgen.model.training import StaffList
from deckgen.readers.freshness import MONTHS, PACES
from deckgen.readers.shapes import required_keys, variants
from deckgen.readers.slot_values import VERDICTS
from deckgen.readers.theme_sheet import Hex
from deckgen.readers.tree import ENTRY
from deckgen.readers.versions import CHOSEN, COVERS, NOT, ONLY, PARAGRAPHS
from deckgen.wording import OwnWords, open_words

# The docstrings that the model's dataclasses give their fields -------------------------------------------------------
# The reference that editors show.


@cache
def _module(name: str) -> dict[str, dict[str, str]]:
    """For each class of a module the docstring of each field."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: _fields(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement, following in zip(node.body, node.body[1:], strict=False):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found


def field_doc(kind: Any, name: str) -> str:
    """What a field means, in the words of the class that declares it; empty where nothing is said."""
    for owner in kind.__mro__:
        if owner.__module__ != "builtins" and (text := _module(owner.__module__).get(owner.__name__, {}).get(name)):
            return text
    return ""


def class_doc(kind: Any) -> str:
    """What a class means."""
    return inspect.cleandoc(kind.__doc__ or "")


# Shapes of the model as JSON Schema ----------------------------------------------------------------------------------

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""An editor takes `version: 1.10` for a number; the readers take what was typed."""
DATE: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
COLOUR: Schema = {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
CASE: Schema = {
    "type": "object",
    "description": "A step for one case alone. Cases that follow one another are alternatives.",
    "properties": {"when": TEXT, "do": TEXT},
    "required": ["when", "do"],
    "additionalProperties": False,
}
STEPS: Schema = {"type": "array", "items": {"anyOf": [TEXT, CASE]}, "minItems": 1}
CONTACT: Schema = {
    "type": "object",
    "description": "Whom to reach: a role or a shared line, with a phone, a mail address or a note.",
    "properties": dict.fromkeys(("role", "phone", "mail", "hours", "note"), TEXT),
    "required": ["role"],
    "additionalProperties": False,
}
NAMED_CONTACT: Schema = {
    **CONTACT,
    "description": "Whom to reach for what.",
    "properties": {"duty": TEXT, **CONTACT["properties"]},
    "required": ["duty", "role"],
}
PHOTO: Schema = {
    "type": "object",
    "description": "A PNG or JPEG file with what it shows, for people who cannot see it, and whose picture it is.",
    "properties": {"file": {"type": "string"}, "alt": {"type": "string"}, "credit": TEXT},
    "required": ["file", "alt"],
    "additionalProperties": False,
}
RULING: Schema = {
    "type": "object",
    "description": "A decision with its conditions.",
    "properties": {"decision": {"enum": list(VERDICTS)}, "conditions": TEXTS},
    "required": ["decision"],
    "additionalProperties": False,
}
SLOT: Schema = {
    "type": "object",
    "properties": {"slot": {"type": "string", "description": "Name of a slot of the course."}},
    "required": ["slot"],
    "additionalProperties": False,
}
TEXT_OR_SLOT: Schema = {"anyOf": [TEXT, SLOT], "description": "A text, or a slot in its place."}
CONTENT: Schema = {
    "description": "A slot, or content written in place.",
    "anyOf": [
        SLOT,
        TEXT,
        TEXTS,
        {"type": "object", "properties": {"steps": STEPS}, "required": ["steps"], "additionalProperties": False},
        RULING,
        CONTACT,
    ],
}


VERSIONS: Schema = {
    "description": "Ids of versions and audiences: of those that have this, or of those that have not.",
    "anyOf": [TEXT, TEXTS],
}
COVERING: Schema = {
    "description": "Ids of the course's requirements that this part meets, and that go with it.",
    "anyOf": [TEXT, {"type": "array", "items": TEXT}],
}
_TEXT_REF: Schema = {"$ref": "#/$defs/Text"}
_MARKED = frozenset(module.__name__ for module in (blocks, pieces, quiz, slides, training))
"""Modules of the model whose shapes a version may lack: each may say `only:` and `not:`."""


def _bounded(values: range) -> Schema:
    return {"type": "integer", "minimum": values[0], "maximum": values[-1]}


_LEAVES: dict[object, Schema] = {
    Source: TEXT,
    "W": TEXT,
    str: TEXT,
    Words: TEXT,
    IconName: TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: DATE,
    Months: _bounded(MONTHS),
    Pace: _bounded(PACES),
    Hex: COLOUR,
    StaffList: {"type": "string", "description": "Path of a CSV or XLSX file, from the folder of this file."},
    OwnWords: {
        "type": "object",
        "propertyNames": {"enum": [*open_words()]},
        "additionalProperties": {"type": "string"},
    },
}


_PICTURE = "Path of a PNG or JPEG file, from the folder of this file."
_NAMED: dict[object, tuple[str, Schema]] = {
    "S": ("Content", CONTENT),
    "T": ("Text", TEXT_OR_SLOT),
    Amount: ("Amount", {"anyOf": [{"type": "number", "minimum": 0}, SLOT]}),
    Percentage: ("Percentage", {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, SLOT]}),
    Spoken: ("Text", TEXT_OR_SLOT),
    Image: ("Picture", {"anyOf": [{"type": "string"}, SLOT], "description": _PICTURE}),
    WebAddress: ("Address", {"anyOf": [{"type": "string", "pattern": "^https?://"}, SLOT]}),
}
"""What many shapes have, and a slot may stand for."""


class Definitions:
    """Collects the schemas of dataclasses, each once, under `$defs`."""

    def __init__(self, *, is_partial: bool = False) -> None:
        self.found: dict[str, Schema] = {}
        self._is_partial = is_partial
        """True where another file may hold what this one leaves out, so that no key is required."""

    def of(self, shape: Any) -> Schema:
        """The schema of a shape; that of a dataclass by reference."""
        key = shape.__name__ if isinstance(shape, TypeVar) else shape
        if key in _NAMED:
            return self.named(*_NAMED[key])
        if key in _LEAVES:
            return _LEAVES[key]
        origin, arguments = get_origin(shape), get_args(shape)
        if origin is Annotated:
            bounds: Bounds = arguments[1]
            return {**self.of(arguments[0]), "minimum": bounds.least, "maximum": bounds.most}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, types.UnionType):
            members = [argument for argument in arguments if argument is not types.NoneType]
            if by_type := variants(members):
                return self.told_apart(by_type, "type", "Which of these it is.")
            kinds = [self.of(member) for member in members]
            return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        if origin is tuple:
            return self._tuple(arguments)
        return self._record(origin or shape)

    def told_apart(self, kinds: Mapping[str, Any], key: str, description: str) -> Schema:
        """A mapping of one of some kinds, which a key names: judged by that kind alone, so that an editor shows the
        faults of that kind only.
        """
        return {
            "type": "object",
            "properties": {key: {"enum": list(kinds), "description": description}},
            "required": [key],
            "allOf": [
                {"if": {"properties": {key: {"const": name}}, "required": [key]}, "then": self.of(shape)}
                for name, shape in kinds.items()
            ],
        }

    def named(self, name: str, schema: Schema) -> Schema:
        """A reference to a schema that is kept under a name."""
        self.found[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _marks(self) -> Schema:
        marks = dict.fromkeys((ONLY, NOT), self.named("Versions", VERSIONS))
        return {**marks, COVERS: self.named("Covers", COVERING)}

    def _with_entries(self, schema: Schema, *, is_running: bool) -> Schema:
        """A list of texts or of rows, whose entries may say for which versions they are; a text may be such a list."""
        if is_running:
            paragraphs = {"type": "array", "items": {"anyOf": [TEXT, self._entry(TEXT)]}, "minItems": 1}
            return {"anyOf": [schema, self.named("Paragraphs", paragraphs)]}
        items = schema.get("items", {})
        is_text = items == _TEXT_REF
        is_bare = schema.get("type") == "array" and (is_text or items.get("type") == "array")
        return {"anyOf": [{**schema, "items": {"anyOf": [items, self._entry(items)]}}, SLOT]} if is_bare else schema

    def _chosen(self, schema: Schema) -> Schema:
        """A text, or several of which each version has one."""
        texts = {"type": "array", "items": self._entry(_TEXT_REF), "minItems": 2}
        return {"anyOf": [schema, self.named("Chosen", texts)]}

    def _entry(self, of: Schema) -> Schema:
        properties = {ENTRY: of, **self._marks()}
        made = {"type": "object", "properties": properties, "required": [ENTRY], "additionalProperties": False}
        return self.named("Entry", made) if of in (TEXT, _TEXT_REF) else made

    def _tuple(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments[1:] == (...,):
            return {"type": "array", "items": self.of(arguments[0]), "minItems": 1}
        length = len(arguments)
        items = [self.of(argument) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": length, "maxItems": length}

    def _record(self, kind: Any) -> Schema:
        name = kind.__name__
        if name not in self.found:
            self.found[name] = {}  # a shape may hold itself
            schema = self.record(kind)
            self.found[name] = {"anyOf": [schema, SLOT]} if kind in (ContactRow, Photo) else schema
        return {"$ref": f"#/$defs/{name}"}

    def record(self, kind: Any) -> Schema:
        """The schema of a dataclass itself."""
        is_marked = kind.__module__ in _MARKED
        properties: dict[str, Schema] = {}
        for field in fields(kind):
            if field.type in LOCATIONS:
                continue
            schema = dict(self.of(cast(Any, field.type)))
            if is_marked:
                schema = self._with_entries(schema, is_running=field.name in PARAGRAPHS)
                schema = self._chosen(schema) if field.name in CHOSEN else schema
            if doc := field_doc(kind, field.name):
                schema["description"] = doc
            if field.default not in (MISSING, None, ()) and not is_dataclass(field.default):
                schema["default"] = field.default
            if field.name == "kind":
                schema = {"const": field.default}
            properties[field.name] = schema
        required = required_keys(kind) | ({"kind"} & properties.keys())
        if is_marked:
            asks = kind.__module__ in (quiz.__name__, training.__name__)
            properties |= {
                key: schema
                for key, schema in self._marks().items()
                if key not in properties and not (asks and key == COVERS)
            }
        return {
            "type": "object",
            "description": class_doc(kind),
            "properties": properties,
            **({} if self._is_partial else {"required": [name for name in properties if name in required]}),
            "additionalProperties": False,
        }
