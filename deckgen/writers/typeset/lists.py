"""Paragraphs in a row become paragraphs and nested lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.nodes import Flow, List, ListItem, Paragraph, Piece

Tag = Literal["h1", "h2", "p"]
BULLETS = ("•", "–", "・")
"""Bullet by level, as in the deck."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph of known place that may be an item of a list. Lengths are points on paper."""

    pieces: tuple[Piece, ...]
    look: str = ""
    """Class names."""
    gap: float = 0.0
    """From the foot of the paragraph before."""
    marker: str | None = None
    level: int = 0
    position: int = 0
    """Of an ordered item, from 1."""
    indent: float = 0.0
    """How far the text stands in from the text area's left edge."""
    hanging: float = 0.0
    """How far the label stands left of the text."""
    tag: Tag = "p"
    bookmark: str = ""


def nest(drafts: Iterable[Draft]) -> tuple[Flow, ...]:
    """The drafts in order: a deeper item becomes part of the item before it."""
    made: list[Paragraph | _List] = []
    for draft in drafts:
        if draft.marker is None:
            made.append(_paragraph(draft))
            continue
        is_ordered = draft.marker == "1."
        last = made[-1] if made else None
        if isinstance(last, _List) and last.takes(draft.level, is_ordered):
            last.add(draft, is_ordered)
        else:
            made.append(_List(is_ordered, draft.level, [_Item(draft)]))
    return tuple(part if isinstance(part, Paragraph) else part.finished(0.0) for part in made)


def _paragraph(draft: Draft) -> Paragraph:
    style = [f"margin-top:{number(draft.gap)}pt"] if abs(draft.gap) >= 0.001 else []
    style += [f"padding-left:{number(draft.indent)}pt"] if draft.indent >= 0.001 else []
    return Paragraph(draft.tag, draft.look, ";".join(style), draft.pieces, draft.bookmark)


def label_of(marker: str | None, level: int, position: int) -> str:
    """What stands before the text of an item: a number, a box to tick or a bullet."""
    match marker:
        case "1.":
            return f"{position}."
        case "[]":
            return "□"
        case _:
            return BULLETS[min(level, len(BULLETS) - 1)]


@dataclass(slots=True)
class _Item:
    draft: Draft
    children: list["_List"] = field(default_factory=list)

    def finished(self, left: float) -> ListItem:
        draft = self.draft
        hanging = number(draft.hanging)
        return ListItem(
            classes=draft.look,
            style=f"margin-top:{number(draft.gap)}pt;padding-left:{number(draft.indent - left)}pt",
            label=label_of(draft.marker, draft.level, draft.position),
            label_style=f"width:{hanging}pt;margin-left:-{hanging}pt",
            pieces=draft.pieces,
            children=tuple(child.finished(draft.indent) for child in self.children),
        )


@dataclass(slots=True)
class _List:
    is_ordered: bool
    level: int
    items: list[_Item]

    def takes(self, level: int, is_ordered: bool) -> bool:
        """Whether an item belongs to this list or to a list inside it."""
        return level > self.level or (level == self.level and is_ordered == self.is_ordered)

    def add(self, draft: Draft, is_ordered: bool) -> None:
        if draft.level == self.level:
            self.items.append(_Item(draft))
            return
        inner = self.items[-1].children
        if inner and inner[-1].takes(draft.level, is_ordered):
            inner[-1].add(draft, is_ordered)
        else:
            inner.append(_List(is_ordered, draft.level, [_Item(draft)]))

    def finished(self, left: float) -> List:
        return List(self.is_ordered, tuple(item.finished(left) for item in self.items))
