"""A part of a course in each form that it has in some version: what must hold of it has to hold in all of them.

What is wrong with the part as it is written is told as it is. What is wrong in a version alone, since it lacks
something there, is told with the version's name, at the `only:` or `not:` that takes it away.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from deckgen.diagnostics import Diagnostic, Place, Report
from deckgen.messages import IN_VERSION
from deckgen.model.versions import Version
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Sequence
from deckgen.readers.versions import CHOSEN, Cut, is_choice, says_versions

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that a version lacks."""

    mark: Place
    """Where it says so."""
    around: tuple[Node, ...]
    """The parts that it would stand in, the outermost first."""
    keys: tuple[str, ...]
    """Those that it would stand below."""


@dataclass(frozen=True, slots=True)
class Read(Generic[V]):
    """What was read of a part."""

    whole: V | None
    """With all that any version has; None where that makes no sense."""
    own: V | None
    """As the version that is wanted has it; None where it has not."""
    other: V | None
    """As some version has it."""


@dataclass(frozen=True, slots=True)
class _Form(Generic[V]):
    value: V | None
    """None where it could not be read."""
    found: tuple[Diagnostic, ...]
    taken: tuple[Taken, ...] = ()


def read_forms(node: Node, cut: Cut, read: Callable[[Node, Context], V], context: Context) -> Read[V]:
    """A part in all versions that have it, and as the one of the cut has it. Raises Faulty."""
    is_marked = has_marks(node)
    if cut.known is None and (is_marked or says_versions(node)):
        raise Faulty  # what is wrong with it, nobody can tell before it is known which versions there are
    kept = cut.admitting(cut.reach(node, context))
    if is_marked:
        _tell_doubled(node, cut, kept, context.report)
    whole = _form(cut.of(None).inside(node, context), read, context)
    forms: dict[tuple[Place, ...], _Form[V]] = {(): whole}
    names: dict[tuple[Place, ...], list[str]] = {}
    own = whole if cut.version is None else None
    for version in kept:
        has = cut.of(version)
        taken = tuple(taken_from(node, has)) if is_marked else ()
        key = tuple(each.mark for each in taken)
        if key not in forms:
            form = _form(has.inside(node, context), read, context)
            forms[key] = replace(form, taken=taken)
        names.setdefault(key, []).append(version.id)
        own = forms[key] if version == cut.version else own
    _tell([(", ".join(names[key]), forms[key]) for key in names], whole, context.report)
    if any(forms[key].value is None for key in names or [()]):
        raise Faulty
    other = next((forms[key].value for key in names), None)
    return Read(whole.value, own.value if own else None, other)


def _form(node: Node, read: Callable[[Node, Context], V], context: Context) -> _Form[V]:
    report = Report()
    try:
        value = read(node, replace(context, report=report))
    except Faulty:
        return _Form(None, tuple(report))
    return _Form(value, tuple(report))


def _tell(forms: list[tuple[str, _Form[V]]], whole: _Form[V], report: Report) -> None:
    found = {each for _, form in forms for each in form.found}
    report.extend(each for each in whole.found if each in found or not forms)
    for names, form in forms:
        report.extend(_in_version(each, names, form.taken) for each in form.found if each not in whole.found)


def _in_version(found: Diagnostic, names: str, taken: tuple[Taken, ...]) -> Diagnostic:
    place = found.place or Place("")
    return replace(found, place=_cause(found, place, taken), values=(*found.values, (IN_VERSION, names)))


def _cause(found: Diagnostic, place: Place, taken: tuple[Taken, ...]) -> Place:
    """The mark of what is lacking nearest to where it is missed."""
    key = dict(found.values).get("key") if found.code == "missing-key" else None

    def nearness(each: Taken) -> tuple[bool, int, bool, int]:
        depth = max((at for at, node in enumerate(each.around, 1) if node.place == place), default=0)
        return each.mark == place, depth, key in each.keys[depth - 1 : depth], -abs(each.mark.line - place.line)

    return max(taken, key=nearness).mark if taken else place


def has_marks(node: Node) -> bool:
    """Whether any part of a part says for which versions it is: else it is the same in all that have it."""
    return any(says_versions(child) or has_marks(child) for _, child in _children(node))


def taken_from(node: Node, cut: Cut) -> Iterator[Taken]:
    """What a part lacks in a version, the part as a whole not counted."""
    yield from _taken(node, cut, (), ())


def _taken(node: Node, cut: Cut, around: tuple[Node, ...], keys: tuple[str, ...]) -> Iterator[Taken]:
    inner = (*around, node)
    for key, child in _children(node):
        reach = cut.reach_of(child)
        if reach.admits(cut.version):
            yield from _taken(child, cut, inner, (*keys, key))
        else:
            yield Taken(reach.place, inner, (*keys, key))


def _children(node: Node) -> Iterable[tuple[str, Node]]:
    """What stands in a part, by its key; by none in a list."""
    match node:
        case Mapping():
            return [(key, entry.value) for key, entry in node.entries.items()]
        case Sequence():
            return [("", each) for each in node.items]
    return ()


# Texts of which each version has one ---------------------------------------------------------------------------------


def _tell_doubled(node: Node, cut: Cut, versions: Iterable[Version], report: Report) -> None:
    """Report texts of which a version has a second one, that would show nowhere."""
    names: dict[Place, list[str]] = {}
    for version in versions:
        for place in _doubled(node, cut.of(version)):
            names.setdefault(place, []).append(version.id)
    for place, found in names.items():
        report.add("version-text-twice", place, version=", ".join(found))


def _doubled(node: Node, cut: Cut) -> Iterator[Place]:
    """Where a version has more than the one text that it shows."""
    for key, child in _children(node):
        if not cut.reach_of(child).admits(cut.version):
            continue
        if key in CHOSEN and is_choice(child):
            held = [each for _, each in _children(child) if cut.reach_of(each).admits(cut.version)]
            yield from (each.place for each in held[1:])
        yield from _doubled(child, cut)


# Lists of which one entry is left -------------------------------------------------------------------------------------

_SEVERAL = ("points", "steps", "bars", "flows", "topics", "rules")
"""Keys of lists whose entries stand side by side, so that one alone looks forgotten."""


def report_lonely(node: Node, cut: Cut, report: Report) -> None:
    """Report lists that several entries are written for, of which a version has one."""
    for version in cut.admitting(cut.reach_of(node)) if has_marks(node) else ():
        for place, count in _lonely(node, cut.of(version)):
            report.add("version-list-short", place, version=version.id, count=count)


def _lonely(node: Node, cut: Cut) -> Iterator[tuple[Place, int]]:
    """Where the last of the others is taken away, and how many are written."""
    if isinstance(node, Mapping):
        for key, entry in node.entries.items():
            if key in _SEVERAL and isinstance(entry.value, Sequence):
                reaches = [cut.reach_of(each) for each in entry.value.items]
                missing = [reach.place for reach in reaches if not reach.admits(cut.version)]
                if missing and len(reaches) - len(missing) == 1:
                    yield missing[-1], len(reaches)
    for _, child in _children(node):
        if cut.reach_of(child).admits(cut.version):
            yield from _lonely(child, cut)
