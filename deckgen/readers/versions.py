"""`only:` and `not:` in the tree of a course, obeyed before anything else reads it: no later stage knows of them.

Whatever is a mapping can carry them: a slide, a question, a point, a callout. What is a text or a list itself stands
under `entry:` beside them. Speaker notes may be a list of paragraphs, which are one text for all who read on.
"""

from collections.abc import Iterable
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace
from itertools import pairwise

from deckgen.diagnostics import Place, Report
from deckgen.messages.spelling import closest
from deckgen.model.course import Requirement, SourceSlide
from deckgen.model.versions import EVERY, Audience, Reach, Version
from deckgen.readers.course_checks import is_id
from deckgen.readers.shapes import listed, words
from deckgen.readers.tree import ENTRY, Context, Entry, Faulty, Mapping, Node, Scalar, Sequence

ONLY, NOT = "only", "not"
PARAGRAPHS = ("notes", "written", "cues")
"""Texts of a slide that may be lists of paragraphs."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a course one version has."""

    version: Version | None
    """None: everything, whatever its `only:` and `not:` say."""
    known: tuple[str, ...]
    """Ids of all versions and audiences."""

    def reach(self, node: Node, context: Context) -> Reach:
        """For which versions a part is; ids that nothing has are reported."""
        if not isinstance(node, Mapping) or node.entries.keys().isdisjoint((ONLY, NOT)):
            return EVERY
        marks = [node.entries[key] for key in (ONLY, NOT) if key in node.entries]
        only, never = (self._ids(node.entries.get(key), context) for key in (ONLY, NOT))
        return Reach(only=only, never=never, place=marks[0].key.place)

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
        if name not in self.known:
            known, suggestion = ", ".join(self.known) or "@nothing", closest(name, self.known)
            context.report.add("version-mark-unknown", node.place, found=name, known=known, suggestion=suggestion)
        return name

    def part(self, node: Node, context: Context) -> Node | None:
        """A part as this version has it; None where it has not. What is wrong with the marks is reported."""
        return self.inside(node, context) if self.reach(node, context).admits(self.version) else None

    def inside(self, node: Node, context: Context) -> Node:
        """A part with all in it that this version has, whether or not the part as a whole belongs to it."""
        match node:
            case Sequence():
                return self._list(node, context)
            case Mapping():
                return self._mapping(node, context)
        return node

    def _list(self, node: Sequence, context: Context) -> Node:
        """The entries that are left; where none is, the list stands where the last of them was taken away."""
        kept = [made for each in node.items if (made := self.part(each, context)) is not None]
        place = node.place if kept or not node.items else self.reach(node.items[-1], context).place
        return Sequence(kept, place, node.is_in_brackets)

    def _mapping(self, node: Mapping, context: Context) -> Node:
        entries: dict[str, Entry] = {}
        for key, entry in node.entries.items():
            if key not in (ONLY, NOT) and (made := self.part(entry.value, context)) is not None:
                entries[key] = Entry(entry.key, _joined(made) if key in PARAGRAPHS else made)
        return entries[ENTRY].value if entries.keys() == {ENTRY} else Mapping(entries, node.place)


def cut_of(version: Version | None, versions: Iterable[Version], audiences: Iterable[Audience]) -> Cut:
    """What a version has of a course with these versions and audiences."""
    ids = [*(each.id for each in versions), *(each.id for each in audiences)]
    return Cut(version, tuple(dict.fromkeys(ids)))


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


# What must hold of the versions of a course ---------------------------------------------------------------------------

RESERVED = ("archive",)
"""Names that a folder of outputs has for something else."""
_SLACK = 0.1
"""Share by which the minutes of a version's slides may differ from what it is said to take; at least one minute may."""


def check_versions(versions: Iterable[Version], audiences: Iterable[Audience], report: Report) -> None:
    """Report ids that cannot be, stand twice or are not declared."""
    groups = {audience.id: audience for audience in audiences}
    _check_ids(list(audiences), report)
    _check_ids(list(versions), report)
    for version in versions:
        for name in version.audiences:
            if name not in groups:
                known, suggestion = ", ".join(groups) or "@nothing", closest(name, groups)
                report.add("audience-unknown", version.place, found=name, known=known, suggestion=suggestion)
        if version.id in groups and version.id not in version.audiences:
            report.add("version-id-shared", version.place, found=version.id)


def _check_ids(declared: Iterable[Version | Audience], report: Report) -> None:
    seen: dict[str, Place] = {}
    for each in declared:
        if not is_id(each.id) or each.id in RESERVED:
            report.add("version-id", each.place, found=each.id)
        if each.id in seen:
            report.add("version-id-twice", each.place, found=each.id, line=seen[each.id].line)
        seen.setdefault(each.id, each.place)


@dataclass(frozen=True, slots=True)
class Reaching:
    """A slide of a course, and for which versions it is."""

    slide: SourceSlide
    reach: Reach
    tree: Node
    """What it was read from, with the parts of all versions in it."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.tree.place


def check_slides(
    slides: Several[Reaching], versions: Iterable[Version], requirements: Iterable[Requirement], report: Report
) -> None:
    """Report versions that have no slides, lose what must be covered, keep an empty part or take another time."""
    for each in slides[:1]:
        if each.reach != EVERY:
            report.add("version-cover", each.reach.place)
    for version in versions:
        kept = [each for each in slides if each.reach.admits(version)]
        if len(kept) < 2:
            report.add("version-empty", version.place, version=version.id)
            continue
        _check_covered(kept, slides, version, requirements, report)
        for each in _empty_parts(kept, slides):
            report.add("version-part-empty", each.place, version=version.id, slide=each.slide.id)
        _check_minutes(kept, version, report)


def _check_covered(
    kept: Several[Reaching],
    slides: Several[Reaching],
    version: Version,
    requirements: Iterable[Requirement],
    report: Report,
) -> None:
    """What no slide of the whole course covers is told of the course."""
    covered = {name for each in kept for name in each.slide.covers}
    for requirement in requirements:
        lost = [each for each in slides if requirement.id in each.slide.covers]
        if lost and requirement.id not in covered:
            told = {"version": version.id, "name": requirement.id, "label": requirement.label}
            report.add("version-requirement-lost", lost[0].reach.place, **told, slide=lost[0].slide.id)


def _empty_parts(kept: Several[Reaching], slides: Several[Reaching]) -> Iterable[Reaching]:
    """The section slides of a version after which nothing comes, though something does in the whole course."""
    whole = {one.slide.id for one, other in pairwise(slides) if other.slide.kind != "section"}
    after = [*(each.slide.kind for each in kept[1:]), "section"]
    for each, following in zip(kept, after, strict=True):
        if each.slide.kind == following == "section" and each.slide.id in whole:
            yield each


def _check_minutes(kept: Several[Reaching], version: Version, report: Report) -> None:
    found = sum(each.slide.minutes for each in kept)
    if version.minutes and abs(found - version.minutes) > max(1, version.minutes * _SLACK):
        told = {"version": version.id, "minutes": f"{version.minutes:g}", "found": f"{found:g}"}
        report.add("version-minutes", version.place, **told)
