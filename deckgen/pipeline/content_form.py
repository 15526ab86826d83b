"""The form in which contents are kept in build.json, and reading it back."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from deckgen.model.content import CONTENT_VERSION, Content, ContentSlide, ContentSlot, Tree

T = TypeVar("T")

_DEPTH = 40
"""Levels of nesting that are read; contents have less than ten."""


class Unreadable(ValueError):
    """What was to be a content is none."""


class FromNewer(Unreadable):
    """A content in the form of a newer deckgen."""


def to_plain(content: Content) -> dict[str, object]:
    """The content as JSON takes it: what is empty is left out, slots and slides one after the other."""
    plain: dict[str, object] = {"content_version": CONTENT_VERSION}
    for field in fields(content):
        value = getattr(content, field.name)
        if field.name in ("slides", "slots"):
            value = [_record(each) for each in value]
        if value or field.name == "slides":
            plain[field.name] = value
    return plain


def from_plain(plain: object) -> Content:
    """The content that `to_plain` wrote, from what JSON gives back. Raises Unreadable, or FromNewer."""
    if not isinstance(plain, Mapping):
        raise Unreadable
    version = plain.get("content_version")
    if isinstance(version, int) and version > CONTENT_VERSION:
        raise FromNewer
    if version != CONTENT_VERSION:
        raise Unreadable
    try:
        return _content(plain)
    except (TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise Unreadable from problem


def _record(record: ContentSlide | ContentSlot) -> dict[str, object]:
    """What a slide or slot says, less what is as by default."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    empty = {field.name: {} if field.default is MISSING else field.default for field in fields(record)}
    return {name: value for name, value in values.items() if value != empty[name]}


def _content(plain: Mapping[str, Any]) -> Content:
    if plain.get("scope") not in ("company", "course"):
        raise Unreadable
    return Content(
        scope=plain["scope"],
        course=_mapping(plain.get("course", {})),
        company=_mapping(plain.get("company", {})),
        edition=_mapping(plain.get("edition", {})),
        session=_mapping(plain.get("session", {})),
        look=_mapping(plain.get("look", {})),
        history=_series(plain.get("history", [])),
        slots=_all(plain.get("slots", []), _slot),
        parts=_series(plain.get("parts", [])),
        requirements=_series(plain.get("requirements", [])),
        law=_series(plain.get("law", [])),
        slides=_all(plain["slides"], _slide),
        quiz=_mapping(plain.get("quiz", {})),
        training=_mapping(plain.get("training", {})),
    )


def _slot(plain: Mapping[str, Any]) -> ContentSlot:
    return ContentSlot(
        name=_text(plain["name"]),
        label=_text(plain.get("label", "")),
        type=_text(plain.get("type", "")),
        value=_tree(plain.get("value", "")),
        reviewed_on=_text(plain.get("reviewed_on", "")),
    )


def _slide(plain: Mapping[str, Any]) -> ContentSlide:
    return ContentSlide(
        id=_text(plain["id"]),
        kind=_text(plain.get("kind", "")),
        title=_text(plain.get("title", "")),
        minutes=_number(plain.get("minutes", 0)),
        covers=_all(plain.get("covers", []), _text),
        body=_mapping(plain.get("body", {})),
        notes=_all(plain.get("notes", []), _text),
        written=_all(plain.get("written", []), _text),
        cues=_all(plain.get("cues", []), _text),
        pages=int(_number(plain.get("pages", 1))),
    )


def _all(plain: object, reader: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(plain, list):
        raise Unreadable
    return tuple(map(reader, plain))


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise Unreadable
    return plain


def _number(plain: object) -> float:
    if isinstance(plain, bool) or not isinstance(plain, (int, float)):
        raise Unreadable
    return plain


def _mapping(plain: object) -> dict[str, Tree]:
    if not isinstance(plain, Mapping):
        raise Unreadable
    return {_text(name): _tree(value) for name, value in plain.items()}


def _series(plain: object) -> tuple[Tree, ...]:
    return _all(plain, _tree)


def _tree(plain: object, depth: int = 0) -> Tree:
    if depth > _DEPTH:
        raise Unreadable
    match plain:
        case str() | bool() | int() | float():
            return plain
        case list():
            return tuple(_tree(each, depth + 1) for each in plain)
        case Mapping():
            return {_text(name): _tree(value, depth + 1) for name, value in plain.items()}
    raise Unreadable
