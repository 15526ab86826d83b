"""The slides, or the questions, of a course while an edition changes them, and what that undoes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from deckgen.diagnostics import Place
from deckgen.messages.spelling import closest_slide
from deckgen.model.course import Original
from deckgen.readers.covering import changed, holders, no_more, reworded
from deckgen.readers.hidden import Marked, marked_changes
from deckgen.readers.leaves import Reader, read_string
from deckgen.readers.overlay import (
    Override,
    below,
    digest_of,
    laid_over,
    overrides,
    place_below,
    says_something,
    spread,
)
from deckgen.readers.shapes import listed, read_all, read_entries
from deckgen.readers.tree import Context, Entry, Node, Scalar, Sequence, kind_of
from deckgen.readers.tree import Mapping as Tree
from deckgen.readers.versions import COVERS, NOT, ONLY

START = "start"
"""Stands for the cover."""
WAYS = ("leave_out", "change", "replace", "add", "move")
_FIXED = ("id", "kind", "type")
"""What makes a slide or a question another one."""
_CODES = {"slides": ("slide-unknown", "slide-duplicate"), "quiz": ("quiz-unknown", "quiz-duplicate")}
"""Of a name that stands for none of them, and of one that is taken."""

Lost = dict[str, dict[str, Place]]
"""Requirements that slides cover no longer, by slide, each with the place that takes it away."""


def original_of(path: str, place: Place, base: Node, covers: tuple[str, ...] = ()) -> Original:
    """What something at a place takes the place of."""
    return Original(path, place, base.place, digest_of(base), kind_of(base), covers)


def originals_of(found: Iterable[Override], slide: str = "") -> list[Original]:
    """What trees take the place of that are laid over others."""
    return [original_of(f"{slide}{each.path}", each.own.key.place, each.base) for each in found]


class Parts:
    """The slides, or the questions, of a course while an edition changes them."""

    def __init__(
        self, kind: Literal["slides", "quiz"], nodes: Iterable[Node], lost: Mapping[str, dict[str, Place]]
    ) -> None:
        self._kind = kind
        self.trees = {text_of(node, "id"): node for node in nodes}
        self._bases = dict(self.trees)
        self._said: dict[str, Place] = {}
        """Where each was first changed, or added, or was replaced or left out."""
        self._replaced: dict[str, Place] = {}
        self._left: dict[str, Place] = {}
        self._moved: dict[str, Place] = {}
        self._behind: dict[str, tuple[str, Place]] = {}
        """What was last put behind each, and where that is said."""
        self.originals: list[Original] = []
        self.lost: Lost = {name: dict(names) for name, names in lost.items()}
        self.marked: list[Marked] = []

    @property
    def first(self) -> Place | None:
        """Where the first of the changes stands."""
        return min((*self._said.values(), *self._moved.values()), default=None)

    @property
    def left(self) -> Place | None:
        """Where the last of them is left out."""
        return max(self._left.values(), default=None)

    def changed(self, node: Node, context: Context) -> list[Node]:
        """All of them in order, after the changes are made. Raises Faulty where one cannot be read."""
        readers: dict[str, Reader] = {
            "change": self._by_name(self._change),
            "replace": self._by_name(self._replace),
            "leave_out": lambda each, where: read_all(listed(each, where), self._leave_out, where),
            "add": lambda each, where: read_all(listed(each, where), self._add, where),
            "move": lambda each, where: read_all(listed(each, where), self._move, where),
        }
        read_entries(node, readers, says_something(node, "change"), context)
        self._refuse_emptied(context)
        return list(self.trees.values())

    def _refuse_emptied(self, context: Context) -> None:
        """Raises Faulty where an edition leaves out all that a course teaches, or asks."""
        least, code = (2, "slides-left-none") if self._kind == "slides" else (1, "quiz-empty")
        if self.left and len(self.trees) < least:
            raise context.fault(code, self.left)

    def _there(self, name: str, place: Place, context: Context) -> Node:
        found = self.trees.get(name)
        if found is not None:
            return found
        if name in self._bases:
            raise context.fault("change-undone", place, slide=name, other=self._said[name])
        titles = {each: text_of(node, "title") or text_of(node, "question") for each, node in self.trees.items()}
        told = {"slide": name, "item": name, "names": ", ".join(titles), "suggestion": closest_slide(name, titles)}
        raise context.fault(_CODES[self._kind][0], place, **told)

    def _afresh(self, name: str, place: Place, context: Context) -> Node:
        """What a name stands for, of which nothing else may have been said: it would come to nothing."""
        base = self._there(name, place, context)
        if name in self._said:
            raise context.fault("change-undone", place, slide=name, other=self._said[name])
        self._said[name] = place
        return base

    def _by_name(self, do: Callable[[Scalar, Tree, Context], None]) -> Reader:
        """Does something with each mapping that stands under a name."""

        def one(key: Scalar, value: Node, context: Context) -> None:
            self._there(key.text, key.place, context)
            if not isinstance(value, Tree):
                raise context.fault("wrong-type", value.place, expected="@mapping", found=kind_of(value))
            do(key, value, context)

        def read(node: Node, context: Context) -> None:
            if not isinstance(node, Tree):
                raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
            keys = {id(entry.value): entry.key for entry in node.entries.values()}
            values = [entry.value for entry in node.entries.values()]
            read_all(values, lambda value, where: one(keys[id(value)], value, where), context)

        return read

    def _change(self, key: Scalar, value: Tree, context: Context) -> None:
        base, name = self.trees[key.text], key.text
        if name in self._replaced:
            raise context.fault("change-undone", key.place, slide=name, other=self._replaced[name])
        own = spread(value, context)
        for fixed in _FIXED:
            if fixed in own.entries:
                raise context.fault("change-fixed", own.entries[fixed].key.place, key=fixed, slide=name)
        change = changed(base, own)
        for each in overrides(base, own, name):
            place = each.own.key.place
            self.originals.append(original_of(each.path, place, each.base, reworded(change, base, place)))
        self.marked += marked_changes(base, own, name)
        self.trees[name] = laid_over(base, own, context)
        self._said.setdefault(name, key.place)
        self._loses(name, base, own.entries[COVERS].key.place if COVERS in own.entries else key.place)
        self.lost.setdefault(name, {}).update(no_more(change, base))
        for claimed in change.claimed:
            self.lost[name].pop(claimed, None)

    def _loses(self, name: str, base: Node, place: Place) -> None:
        """What a slide said that it covers, and what stands in its place does not say."""
        before, after = (
            {each.requirement for each in holders(node)} for node in (base, self.trees.get(name, Sequence()))
        )
        self.lost.setdefault(name, {}).update(dict.fromkeys(before - after, place))

    def _replace(self, key: Scalar, value: Tree, context: Context) -> None:
        own = value.entries.get("id")
        if own and text_of(value, "id") != key.text:
            raise context.fault("change-fixed", own.key.place, key="id", slide=key.text)
        base = self._afresh(key.text, key.place, context)
        self._replaced[key.text] = key.place
        self.originals.append(original_of(key.text, key.place, base))
        self._drops(key, base, value, context)
        self.trees[key.text] = Tree({**value.entries, "id": Entry(key, key)}, value.place)
        self.lost.pop(key.text, None)
        self._loses(key.text, base, key.place)

    def _drops(self, key: Scalar, base: Node, value: Tree, context: Context) -> None:
        """Tell what a slide said of its versions and minutes, and what replaces it does not."""
        for name in (ONLY, NOT, "minutes"):
            under = below(base, name)
            if under is not None and name not in value.entries:
                context.report.add("replace-drops", key.place, slide=key.text, key=name, other=under.place)

    def _leave_out(self, node: Node, context: Context) -> None:
        name = read_string(node, context)
        self._refuse_cover(name, node.place, context)
        for said in (each[name] for each in (self._left, self._moved) if name in each):
            code = "said-twice" if name in self._left else "change-undone"
            raise context.fault(code, node.place, slide=name, other=said)
        base = self._afresh(name, node.place, context)
        self._left[name] = node.place
        self.originals.append(original_of(name, node.place, base))
        del self.trees[name]
        self._loses(name, base, node.place)

    def _add(self, node: Node, context: Context) -> None:
        """A slide after another one; a question goes to the end."""
        if not isinstance(node, Tree):
            raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
        if self._kind == "quiz":
            self._new(node, context)
            return
        values = read_entries(node, {"slide": lambda each, _: each, "after": read_string}, ["slide", "after"], context)
        slide, place = values["slide"], node.entries["after"].value.place
        anchor = self._anchor(text_of(slide, "id"), values["after"], place, context)
        self._put(self._new(slide, context), slide, anchor)

    def _new(self, node: Node, context: Context) -> str:
        """The name of what is added, which must not be taken."""
        name = text_of(node, "id") or f"?{len(self.trees)}"
        if name in self.trees:
            taken = self.trees[name].place
            place = place_below(node, "id")
            raise context.fault(_CODES[self._kind][1], place, slide=name, item=name, other=taken)
        self.trees[name] = node
        self._said.setdefault(name, node.place)
        return name

    def _move(self, node: Node, context: Context) -> None:
        values = read_entries(node, {"slide": read_string, "after": read_string}, ["slide", "after"], context)
        name, after = values["slide"], values["after"]
        moved = self._there(name, place_below(node, "slide"), context)
        self._refuse_cover(name, node.place, context)
        if name in self._moved:
            raise context.fault("said-twice", node.place, slide=name, other=self._moved[name])
        if name in self._behind:
            follower, place = self._behind[name]
            raise context.fault("move-undone", node.place, slide=name, follower=follower, other=place)
        before = list(self._bases)[max(0, list(self._bases).index(name) - 1)] if name in self._bases else name
        place = self._bases.get(name, moved).place
        digest = digest_of(Scalar(name, place))
        self.originals.append(Original(f"{name}.move", node.place, place, digest, kind_of(Scalar(before, place))))
        anchor = self._anchor(name, after, place_below(node, "after"), context)
        del self.trees[name]
        self._put(name, moved, anchor)
        self._moved[name] = node.place

    def _refuse_cover(self, name: str, place: Place, context: Context) -> None:
        if self._kind == "slides" and name in self.trees and text_of(self.trees[name], "kind") == "cover":
            raise context.fault("cover-kept", place, slide=name)

    def _anchor(self, name: str, after: str, place: Place, context: Context) -> str:
        """The slide that another one is put behind, which stays where it is from then on. Raises Faulty."""
        anchor = next(iter(self.trees), after) if after == START else after
        if anchor == name:
            raise context.fault("move-itself", place, slide=name)
        if anchor in self._left:
            raise context.fault("anchor-left-out", place, slide=anchor, other=self._left[anchor])
        self._there(anchor, place, context)
        self._behind[anchor] = name, place
        return anchor

    def _put(self, name: str, node: Node, anchor: str) -> None:
        order = [each for each in self.trees.items() if each[0] != name]
        at = next(number for number, (each, _) in enumerate(order, start=1) if each == anchor)
        self.trees = dict([*order[:at], (name, node), *order[at:]])


def text_of(node: Node, key: str) -> str:
    """The text under a key; empty where there is none."""
    entry = node.entries.get(key) if isinstance(node, Tree) else None
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""
