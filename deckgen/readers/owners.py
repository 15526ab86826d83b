"""Who looks after which part of a profile, whether or not what stands there can be read."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.diagnostics import Place
from deckgen.model.course import CourseSource
from deckgen.readers.company import LoadedProfile
from deckgen.readers.tree import Mapping


@dataclass(frozen=True, slots=True)
class Owners:
    """The staff roles behind a profile."""

    whole: str
    """Who looks after the material as a whole."""
    parts: tuple[tuple[Place, str], ...]
    """Where each key of the profile stands, in the order of the file, with the role whose slot it is; empty for none.
    What follows a key is its owner's until the next one."""

    def at(self, place: Place) -> str:
        """Who looks after a place; empty where it is in nobody's slot."""
        before = bisect_right(self.parts, place, key=lambda part: part[0])
        if not before:
            return ""
        found, owner = self.parts[before - 1]
        return owner if found.file == place.file else ""


def owners_in(loaded: LoadedProfile, course: CourseSource) -> Owners:
    """The owners of a profile's slots, as its course names them."""
    slots = {slot.name: slot.owner for slot in course.slots}
    return Owners(course.owner, tuple(sorted(_parts("", loaded.tree, slots))))


def _parts(path: str, tree: Mapping, slots: dict[str, str]) -> Iterator[tuple[Place, str]]:
    for key, entry in tree.entries.items():
        name = f"{path}.{key}" if path else key
        owner = slots.get(name)
        yield entry.key.place, _of_all(name, slots) if owner is None else owner
        if owner is None and isinstance(entry.value, Mapping):
            yield from _parts(name, entry.value, slots)


def _of_all(group: str, slots: dict[str, str]) -> str:
    """Who looks after every slot of a group; empty where there is no such group, or more than one role."""
    owners = {owner for name, owner in slots.items() if name.startswith(f"{group}.")}
    return owners.pop() if len(owners) == 1 else ""
