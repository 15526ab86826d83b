"""One slide of a YAML list: its `kind` says which dataclass it must fit."""

from dataclasses import fields
from functools import cache
from typing import Any, cast, get_args, get_origin

from deckgen.messages.spelling import closest
from deckgen.model.course import SourceSlide
from deckgen.model.slides import AnySlide
from deckgen.readers import content, pictures  # noqa: F401 - the leaves that slides have: slot content and pictures
from deckgen.readers.context import Context
from deckgen.readers.shapes import reader_of, words
from deckgen.readers.tree import Mapping, Node, kind_of


@cache
def slide_kinds() -> dict[str, Any]:
    """The dataclass of each slide kind, by the name that `kind:` gives it."""
    members = [get_origin(member) or member for member in get_args(AnySlide)]
    return {_kind(member): member for member in members}


def _kind(member: Any) -> str:
    return cast("str", next(field.default for field in fields(member) if field.name == "kind"))


def read_slide(node: Node, context: Context) -> SourceSlide:
    """A slide of any kind; its faults are judged by its own kind alone."""
    if not isinstance(node, Mapping):
        raise context.fault("wrong-type", node.place, expected="@slide", found=kind_of(node))
    kinds = slide_kinds()
    entry = node.entries.get("kind")
    if entry is None:
        raise context.fault("slide-kind-missing", node.place, options=", ".join(kinds))
    kind = words(entry.value, context, "@text").strip()
    if kind not in kinds:
        suggestion = closest(kind, kinds)
        raise context.fault(
            "slide-kind-unknown", entry.value.place, found=kind, options=", ".join(kinds), suggestion=suggestion
        )
    return cast("SourceSlide", reader_of(kinds[kind])(node, context))
