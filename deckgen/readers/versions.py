"""`only:` and `not:` in the tree of a course, obeyed before anything else reads it: no later stage knows of them.

Whatever is a mapping can carry them: a slide, a question, a point, a callout. What is a text or a list itself stands
under `entry:` beside them. Speaker notes may be a list of paragraphs, which are one text for all who read on.
"""

from collections.abc import Iterable
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest
from deckgen.model.versions import EVERY, Audience, Reach, Version
from deckgen.readers.leaves import words
from deckgen.readers.shapes import listed
from deckgen.readers.tree import ENTRY, Context, Entry, Faulty, Mapping, Node, Scalar, Sequence

ONLY, NOT, COVERS = "only", "not", "covers"
PARAGRAPHS = ("notes", "written", "cues")
"""Texts of a slide that may be lists of paragraphs."""
CHOSEN = (
    "title", "subtitle", "lead", "setting", "caption", "message", "conclusion", "verdict", "question", "explanation",
    "heading", "body", "hint", "label",
)  # fmt: skip
"""Texts that may be lists of which each version has one; the first stands for them all."""


def says_versions(node: Node) -> bool:
    """Whether a part says for which versions it is."""
    return isinstance(node, Mapping) and not node.entries.keys().isdisjoint((ONLY, NOT))


def is_choice(node: Node) -> bool:
    """Whether a list is of texts of which each version has one: all are said as entries, and one is for some alone."""
    if not isinstance(node, Sequence) or not any(map(says_versions, node.items)):
        return False
    return all(isinstance(each, Mapping) and ENTRY in each.entries for each in node.items)


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a course one version has."""

    version: Version | None
    """None: everything, whatever its `only:` and `not:` say."""
    known: tuple[str, ...] | None
    """Ids of all versions and audiences; None where not all of these could be read."""
    versions: tuple[Version, ...] = ()
    """All that the course has."""

    marks: tuple[str, ...] = (ONLY, NOT, COVERS)
    """What any part may say of itself, and no later stage reads."""

    @property
    def of_questions(self) -> "Cut":
        """The same for a test: what covers requirements are slides."""
        return replace(self, marks=(ONLY, NOT))

    def of(self, version: Version | None) -> "Cut":
        """What another version has of the course."""
        return replace(self, version=version)

    def admitting(self, reach: Reach) -> list[Version]:
        """The versions that have a part."""
        return [version for version in self.versions if reach.admits(version)]

    def reach(self, node: Node, context: Context) -> Reach:
        """For which versions a part is; ids that nothing has are reported."""
        if not isinstance(node, Mapping) or node.entries.keys().isdisjoint((ONLY, NOT)):
            return EVERY
        marks = [node.entries[key] for key in (ONLY, NOT) if key in node.entries]
        only, never = (self._ids(node.entries.get(key), context) for key in (ONLY, NOT))
        return Reach(only=only, never=never, place=marks[0].key.place)

    def reach_of(self, node: Node) -> Reach:
        """The same, for one whose marks have been judged already."""
        if not isinstance(node, Mapping) or node.entries.keys().isdisjoint((ONLY, NOT)):
            return EVERY
        return self.reach(node, Context(Report(), Path(), is_template=False))

    def _ids(self, entry: Entry | None, context: Context) -> frozenset[str]:
        if entry is None:
            return frozenset()
        try:
            nodes = [entry.value] if isinstance(entry.value, Scalar) else listed(entry.value, context)
            return frozenset(self._id(node, context) for node in nodes)
        except Faulty:
            return frozenset()

    def _id(self, node: Node, context: Context) -> str:
        name = words(node, context, "@text").strip()
        if self.known is not None and name not in self.known:
            known, suggestion = ", ".join(self.known) or "@none", closest(name, self.known)
            context.report.add("version-mark-unknown", node.place, found=name, known=known, suggestion=suggestion)
        return name

    def part(self, node: Node, context: Context) -> Node | None:
        """A part as this version has it; None where it has not. What is wrong with the marks is reported."""
        if not self.reach(node, context).admits(self.version):
            return None
        return self._mapping(node, context, self.marks) if isinstance(node, Mapping) else self.inside(node, context)

    def inside(self, node: Node, context: Context) -> Node:
        """A part with all in it that this version has, whether or not the part as a whole belongs to it."""
        match node:
            case Sequence():
                return self._list(node, context)
            case Mapping():
                return self._mapping(node, context, (ONLY, NOT))
        return node

    def _list(self, node: Sequence, context: Context) -> Node:
        """The entries that are left; where none is, the list stands where the last of them was taken away."""
        kept = [made for each in node.items if (made := self.part(each, context)) is not None]
        place = node.place if kept or not node.items else self.reach(node.items[-1], context).place
        return Sequence(kept, place, node.is_in_brackets)

    def _mapping(self, node: Mapping, context: Context, marks: Several[str]) -> Node:
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            made = self.part(entry.value, context) if key not in marks else None
            if key in CHOSEN and is_choice(entry.value) and isinstance(made, Sequence):
                made = next(iter(made.items), None)
            if made is not None:
                entries[key] = Entry(entry.key, _joined(made) if key in PARAGRAPHS else made)
        return entries[ENTRY].value if entries.keys() == {ENTRY} else Mapping(entries, node.place)


EVERYTHING = Cut(None, ())


def cut_of(
    version: Version | None, versions: Iterable[Version], audiences: Iterable[Audience], *, are_all: bool = True
) -> Cut:
    """What a version has of a course with these versions and audiences, if they are all that it has."""
    versions = tuple(versions)
    if not are_all:
        return Cut(None, None)
    ids = [*(each.id for each in versions), *(each.id for each in audiences)]
    return Cut(version, tuple(dict.fromkeys(ids)), versions)


def _joined(node: Node) -> Node:
    """Paragraphs as one text, in which every line can still be found in its file.

    What stands in another file, or further up in it, as translations may, is found at the place of the first alone.
    """
    if not isinstance(node, Sequence) or not node.items:
        return node
    texts = [each for each in node.items if isinstance(each, Scalar)]
    if len(texts) < len(node.items):
        return node
    raw, (line, column) = "", (texts[0].place.line, texts[0].place.column)
    for text in texts:
        if text.place.file != texts[0].place.file or text.place.line < line:
            continue
        if text.place.line > line:
            raw, column = raw + "\n" * (text.place.line - line), 1
        raw += " " * (text.place.column - column) + text.raw
        line, column = text.place.line + text.raw.count("\n"), text.place.column + len(text.raw)
    whole = "\n\n".join(text.text.strip("\n") for text in texts)
    return replace(texts[0], text=whole, raw=raw, parts=tuple(texts))
