"""A profile over another: a site writes what differs from its group, and `extends:` names the group's file.

Groups of keys meet key by key, a list or a slot's text takes the place of the one below, and what is left empty takes
it away; slides and questions that are added or left out come together. Whose id it is, a profile does not inherit: two
companies would have one archive.

A company's profile for one course may extend its profile for another one: both have the slots of one name in common,
and what belongs to the other course alone stays there.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.messages.spelling import closest
from deckgen.readers.files import is_file, read_text
from deckgen.readers.inheriting import inherited
from deckgen.readers.leaves import is_empty, read_string
from deckgen.readers.sound_parts import sound_in
from deckgen.readers.tree import Context, Faulty, Mapping, Origin, Scalar

EXTENDS = "extends"
_MOST = 8
"""Files in one row."""
_NOT_INHERITED = (EXTENDS, "company_id")
_OF_ONE_COURSE = ("version", "versions", "slides", "quiz")
"""Keys that mean nothing in a profile for another course."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of a profile: its own, or one that it extends."""

    path: Path
    tree: Mapping
    text: str
    """What the tree was read from, with plain line feeds."""
    is_whole: bool = True
    """Whether all of it could be read, and what it extends was found."""


def layers_of(text: str, path: Path, root: Path, report: Report) -> tuple[Layer, ...]:
    """The file that a text would be at `path`, and behind it what it extends; none of it outside of `root`.

    All that is wrong with their YAML is reported. Raises Stop where nothing can be made of the first.
    """
    layers = [_layer(text, path, report)]
    while (named := layers[-1].tree.entries.get(EXTENDS)) and not is_empty(named.value):
        context = Context(report, layers[-1].path.parent, is_template=False)
        try:
            base = _base(read_string(named.value, context), layers, root, context)
            layers.append(_layer(read_text(base, report), base, report))
        except (Faulty, Stop):
            layers[-1] = replace(layers[-1], is_whole=False)
            break
    return tuple(layers)


def _layer(text: str, path: Path, report: Report) -> Layer:
    """What is sound of a file. Raises Stop where nothing is."""
    found = sound_in(text, shown(path), report)
    return Layer(path, found.mapping(report), text, found.is_whole)


def _base(name: str, layers: list[Layer], root: Path, context: Context) -> Path:
    """The file that the last layer names. Raises Faulty."""
    place = layers[-1].tree.entries[EXTENDS].value.place
    try:
        path = context.folder / name
        resolved = path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise context.fault("extends-missing", place, path=name) from error
    if Path(name).is_absolute() or not resolved.is_relative_to(root.resolve()):
        raise context.fault("path-outside", place, path=name, folder=root)
    if not is_file(path):
        near = [each.name for each in path.parent.glob("*.yaml")] if path.parent.is_dir() else []
        raise context.fault("extends-missing", place, path=name, suggestion=closest(path.name, near))
    if len(layers) >= _MOST or any(layer.path.resolve() == resolved for layer in layers):
        chain = " → ".join([*(layer.path.name for layer in layers), path.name])
        raise context.fault("extends-loop", place, chain=chain)
    return path


def whole_of(layers: tuple[Layer, ...], report: Report) -> Mapping:
    """All layers as one tree, every part of it at the place where it is written."""
    whole: Mapping | None = None
    for layer in reversed(layers):
        context = Context(report, layer.path.parent, is_template=False)
        if whole is None:
            whole = layer.tree
            continue
        passed_over = (*_NOT_INHERITED, *(_OF_ONE_COURSE if _is_for_another(whole, layer.tree) else ()))
        kept = {key: entry for key, entry in whole.entries.items() if key not in passed_over}
        whole = inherited(Mapping(kept, whole.place), layer.tree, context)
    assert whole is not None
    return whole


def says_course(layers: tuple[Layer, ...]) -> bool:
    """Whether the course is known that they name: a file that could not be read as a whole may name another one."""
    return next((bool(_course_in(each.tree)) for each in layers if _course_in(each.tree) or not each.is_whole), False)


def _is_for_another(base: Mapping, own: Mapping) -> bool:
    """Whether a profile names another course than the one that it extends."""
    named = [_course_in(tree) for tree in (base, own)]
    return all(named) and named[0] != named[1]


def _course_in(tree: Mapping) -> str:
    entry = tree.entries.get("course")
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""


@dataclass(frozen=True, slots=True)
class OtherCourse:
    """A file that is extended and is about another course than the profile, with what of it belongs to that one."""

    layer: Layer
    course: str
    keys: tuple[str, ...]
    """At its top, that the profile does not inherit."""


def of_other_courses(layers: tuple[Layer, ...]) -> dict[str, OtherCourse]:
    """The files among the layers that are about other courses than the first, by the names that places have of them."""
    wanted, course = next(filter(None, (_course_in(layer.tree) for layer in layers)), ""), ""
    found: dict[str, OtherCourse] = {}
    for layer in reversed(layers):
        course = _course_in(layer.tree) or course
        if course and course != wanted:
            keys = tuple(key for key in _OF_ONE_COURSE if key in layer.tree.entries)
            found[layer.tree.place.file] = OtherCourse(layer, course, keys)
    return found


def origins_of(layers: tuple[Layer, ...]) -> dict[str, Origin]:
    """Where the pictures of each file but the first are, by the names that places have of the files."""
    return {shown(layer.path): Origin(layer.path.parent, is_template=False) for layer in layers[1:]}
