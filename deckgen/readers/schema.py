"""JSON Schema (draft 2020-12) of the YAML files, for editors: completion, descriptions, and a first check while typing.

Made from the same dataclasses that the files are read into, and for profiles from the slots that the course declares.
"""

import json
from collections.abc import Callable
from typing import Any, Literal, get_args

from deckgen.model.course import CourseSource, LegalFact
from deckgen.model.freshness import Limits, Pace
from deckgen.model.printing import Printing
from deckgen.model.quiz import AnyItem, Quiz
from deckgen.model.slots import PLACEHOLDERS, HistoryEntry, SlotDeclaration, traits_of
from deckgen.model.training import Training
from deckgen.readers.course_sheet import CourseSheet
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.layers import EXTENDS
from deckgen.readers.schema_shapes import (
    COLOUR,
    CONTACT,
    DATE,
    NAMED_CONTACT,
    PHOTO,
    RULING,
    STEPS,
    TEXT,
    TEXTS,
    Definitions,
    Schema,
)
from deckgen.readers.shapes import variants
from deckgen.readers.slides import slide_kinds
from deckgen.readers.theme_sheet import ThemeSheet
from deckgen.wording import LANGUAGES, Language, say

Kind = Literal["course", "slides", "slots", "quiz", "law", "company", "theme"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REVIEW: Schema = {**DATE, "type": ["string", "null"]}
_REVIEW_REF: Schema = {"$ref": "#/$defs/ReviewedOn"}


def json_schema(kind: Kind, course: CourseSource | None = None) -> Schema:
    """The schema of one kind of file; that of a profile needs its course (else ValueError)."""
    definitions = Definitions(is_partial=kind == "theme")
    if kind == "company":
        if course is None:
            raise ValueError("a profile's schema is made for a course")
        schema = _company(course, definitions)
    else:
        schema = _MAKERS[kind](definitions)
    found = dict(sorted(definitions.found.items()))
    return {"$schema": _DIALECT, "title": f"deckgen {kind}", **schema, **({"$defs": found} if found else {})}


def schema_text(kind: Kind, course: CourseSource | None = None) -> str:
    """The schema as the text of a file."""
    return json.dumps(json_schema(kind, course), ensure_ascii=False, indent=2) + "\n"


def _slides(definitions: Definitions) -> Schema:
    return {"type": "array", "description": "Slides in order.", "items": _slide(definitions), "minItems": 1}


def _slide(definitions: Definitions) -> Schema:
    return definitions.told_apart(slide_kinds(), "kind", "What the slide is made for.")


def _quiz(definitions: Definitions) -> Schema:
    return {
        **definitions.record(Quiz),
        "properties": {**definitions.record(Quiz)["properties"], "items": _items(definitions)},
    }


def _items(definitions: Definitions) -> Schema:
    return {
        "type": "array",
        "description": "Questions in the order of the slides.",
        "items": _item(definitions),
        "minItems": 1,
    }


def _item(definitions: Definitions) -> Schema:
    return definitions.told_apart(variants(get_args(AnyItem)), "type", "How the question is answered.")


def _theme(definitions: Definitions) -> Schema:
    return {**definitions.record(ThemeSheet), "required": ["name", "title"]}


_MAKERS: dict[str, Callable[[Definitions], Schema]] = {
    "course": lambda definitions: definitions.record(CourseSheet),
    "slots": lambda definitions: {"type": "array", "items": definitions.of(SlotDeclaration), "minItems": 1},
    "slides": _slides,
    "quiz": _quiz,
    "law": lambda definitions: {"type": "array", "items": definitions.of(LegalFact), "minItems": 1},
    "theme": _theme,
}


# Profiles -----------------------------------------------------------------------------------------------------------


def _said(key: str, course: CourseSource) -> str:
    """What a field is for, in the language of the course."""
    return say(f"profiles.field.{key}", course.language)


def _company(course: CourseSource, definitions: Definitions) -> Schema:
    schema: Schema = {
        "type": "object",
        "description": say("profiles.field.about", course.language, course=course.title.text),
    }
    schema["properties"] = {
        EXTENDS: {"type": ["string", "null"], "description": _said("extends", course)},
        "course": {"const": course.id, "description": _said("course", course)},
        "company_id": {
            "type": ["string", "null"],
            "description": _said("company-id", course),
        },
        "version": _version(course),
        "theme": {"type": ["string", "null"], "description": _said("theme", course)},
        "language": {"enum": [*LANGUAGES, None], "description": _said("language", course)},
        "certified": {
            "type": "boolean",
            "description": _said("certified", course),
            "default": False,
        },
        "brand_colour": {
            **COLOUR,
            "type": ["string", "null"],
            "description": _said("brand-colour", course),
        },
        "sample": {
            "type": "boolean",
            "description": _said("sample", course),
            "default": False,
        },
        REVIEWED_ON: definitions.named("ReviewedOn", {**_REVIEW, "description": _said("reviewed-on", course)}),
        "freshness": {**_limits(course, definitions), "type": ["object", "null"]},
        "characters_per_minute": {**definitions.of(Pace), "description": _said("pace", course)},
        "reveal": {"type": "boolean", "description": _said("reveal", course), "default": False},
        "slides": _changes(course, definitions),
        "quiz": _quiz_changes(course, definitions),
        "record": {
            **definitions.record(Training),
            "type": ["object", "null"],
            "description": _said("record", course),
        },
        **_versions(course),
        "print": {
            **definitions.record(Printing),
            "type": ["object", "null"],
            "description": _said("print", course),
        },
    }
    schema["required"] = ["course"]
    schema["additionalProperties"] = False
    for slot in course.slots:
        _put(schema, slot, definitions, course.language)
    schema["if"] = {"not": {"required": [EXTENDS]}}
    schema["then"] = _required_in(schema)
    return schema


def _required_in(schema: Schema) -> Schema:
    """What a profile has to hold, taken out of its schema: one that extends another has it from there."""
    groups = {key: _required_in(inner) for key, inner in schema["properties"].items() if inner.get("required")}
    return {"required": schema.pop("required"), **({"properties": groups} if groups else {})}


_SPOKEN: Schema = {
    "type": "object",
    "properties": {language: {} for language in LANGUAGES},
    "minProperties": 1,
    "additionalProperties": False,
}
"""A value for each language."""


def _version(course: CourseSource) -> Schema:
    ids = [version.id for version in course.versions]
    values: Schema = {"enum": [*ids, None]} if ids else {"type": ["string", "null"]}
    return {**values, "description": _said("version", course)}


def _put(schema: Schema, slot: SlotDeclaration, definitions: Definitions, language: Language) -> None:
    """Add a slot at its dotted path, and the groups above it."""
    *groups, key = slot.name.split(".")
    is_required = slot.required == "always"
    for group in groups:
        _require(schema, group, is_required=is_required)
        schema = schema["properties"].setdefault(
            group, {"type": ["object", "null"], "properties": {REVIEWED_ON: _REVIEW_REF}, "additionalProperties": False}
        )
    _require(schema, key, is_required=is_required)
    required = say(f"profiles.required.{slot.required}", language)
    schema["properties"][key] = {
        "title": slot.label,
        "description": say("profiles.asked", language, help=slot.help, required=required, owner=slot.owner),
        "anyOf": [
            *_forms(slot, definitions),
            definitions.named("Spoken", _SPOKEN),
            {"type": "null"},
            {"type": "string", "pattern": f"^{PLACEHOLDERS[language]}"},
        ],
        "examples": [slot.example],
    }


def _require(schema: Schema, key: str, *, is_required: bool) -> None:
    if is_required and key not in schema.setdefault("required", []):
        schema["required"].append(key)


def _forms(slot: SlotDeclaration, definitions: Definitions) -> list[Schema]:
    """The value of a slot, alone or with the day on which it was last looked at."""
    value = _value(slot, definitions)
    if key := traits_of(slot.type).reviewed_under:
        inner = {key: TEXTS if slot.type == "ruling" else value, REVIEWED_ON: _REVIEW_REF}
        return [value, {"type": "object", "properties": inner, "required": [key], "additionalProperties": False}]
    return [value]


def _reviewed(shape: Schema) -> Schema:
    return {**shape, "properties": {**shape["properties"], REVIEWED_ON: _REVIEW_REF}}


def _limits(course: CourseSource, definitions: Definitions) -> Schema:
    shape = definitions.record(Limits)
    properties = {
        name: {**each, "maximum": getattr(course.freshness, name), "default": getattr(course.freshness, name)}
        for name, each in shape["properties"].items()
    }
    return {**shape, "properties": properties, "description": _said("freshness", course)}


def _value(slot: SlotDeclaration, definitions: Definitions) -> Schema:  # noqa: C901 - one case a type
    match slot.type:
        case "text" | "rich":
            return TEXT
        case "integer":
            return {"type": "integer", **_bounds(slot, "minimum", "maximum")}
        case "number":
            return {"type": ["number", "string"], **_bounds(slot, "minimum", "maximum")}
        case "date":
            return DATE
        case "yes-no":
            return {"type": ["boolean", "string"]}
        case "url":
            return {"type": "string", "pattern": "^https?://"}
        case "picture":
            return definitions.named("SlotPicture", PHOTO)
        case "contacts":
            contacts = {"type": "array", "items": definitions.named("NamedContact", NAMED_CONTACT)}
            return {**contacts, **_bounds(slot, "minItems", "maxItems")}
        case "table":
            cells = {**TEXTS, "minItems": len(slot.columns), "maxItems": len(slot.columns)}
            return {"type": "array", "items": cells, **_bounds(slot, "minItems", "maxItems")}
        case "choice":
            return {"enum": [word for option in slot.options for word in (option.value, option.label)]}
        case "image":
            return {"type": "string"}
        case "contact":
            return definitions.named("SlotContact", _reviewed(CONTACT))
        case "steps":
            return {**STEPS, **_bounds(slot, "minItems", "maxItems")}
        case "list":
            return {**TEXTS, **_bounds(slot, "minItems", "maxItems")}
        case "ruling":
            return {"anyOf": [definitions.named("SlotRuling", _reviewed(RULING)), TEXTS]}
        case "history":
            return {"type": "array", "items": definitions.of(HistoryEntry), "minItems": 1}


def _bounds(slot: SlotDeclaration, low: str, high: str) -> dict[str, Any]:
    found = {low: slot.minimum, high: slot.maximum}
    return {name: value for name, value in found.items() if value is not None}


def _versions(course: CourseSource) -> Schema:
    if not course.versions:
        return {}
    each = {version.id: {"type": ["object", "null"]} for version in course.versions}
    return {
        "versions": {
            "type": ["object", "null"],
            "description": _said("versions", course),
            "properties": each,
            "additionalProperties": False,
        }
    }


def _quiz_changes(course: CourseSource, definitions: Definitions) -> Schema:
    ids = [item.id for item in course.quiz.items] if course.quiz else []
    return {
        "type": ["object", "null"],
        "description": _said("quiz", course),
        "properties": {
            "pass_line": {
                "type": "integer",
                "description": _said("quiz-pass-line", course),
                "minimum": 1,
                "maximum": 100,
            },
            "leave_out": {
                "type": "array",
                "description": _said("quiz-leave-out", course),
                "items": {"enum": ids},
            },
            "add": {
                "type": "array",
                "description": _said("quiz-add", course),
                "items": _item(definitions),
                "minItems": 1,
            },
        },
        "additionalProperties": False,
    }


def _changes(course: CourseSource, definitions: Definitions) -> Schema:
    ids = list(course.titles)
    optional = [slide.id for slide in course.every or course.slides if slide.optional]
    return {
        "type": ["object", "null"],
        "description": _said("slides", course),
        "properties": {
            "leave_out": {
                "type": "array",
                "description": _said("slides-leave-out", course),
                "items": {"enum": optional},
            },
            "add": {
                "type": "array",
                "description": _said("slides-add", course),
                "items": {
                    "type": "object",
                    "properties": {
                        "after": {
                            "type": "string",
                            "description": _said("slides-after", course),
                            "examples": ids,
                        },
                        "slide": _slide(definitions),
                    },
                    "required": ["after", "slide"],
                    "additionalProperties": False,
                },
            },
            "change": {
                "type": "object",
                "description": _said("slides-change", course),
                "propertyNames": {"enum": ids},
                "additionalProperties": {"type": "object"},
            },
            "notes": {
                "type": "array",
                "description": _said("slides-notes", course),
                "items": {
                    "type": "object",
                    "properties": {"slide": {"type": "string", "examples": ids}, "add": TEXT, "replace": TEXT},
                    "required": ["slide"],
                    "oneOf": [{"required": ["add"]}, {"required": ["replace"]}],
                    "additionalProperties": False,
                },
            },
        },
        "additionalProperties": False,
    }
