"""The versions of a course: the same material for another time or for other people."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deckgen.diagnostics import Place
from deckgen.model.bounds import Minutes
from deckgen.model.spoken import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """People for whom parts of a course are made, or are not."""

    id: str
    """Short name in lower case: `only:` and `not:` name it."""
    title: str
    """What it is called where people read it, e.g. 管理職."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A course as it is held for one occasion."""

    id: str
    """Short name in lower case: `only:` and `not:` name it, and so do commands and file names."""
    title: Words
    """What it is called on slides and papers, e.g. 短縮版; the first, built where none is asked for, is not named."""
    minutes: Minutes | None = None
    """How long it is to take; `check` compares it with the minutes of its slides."""
    audiences: tuple[str, ...] = ()
    """Ids of the audiences that it is for."""
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """For which versions a part of a course is, as its `only:` and `not:` say."""

    only: frozenset[str] = frozenset()
    """Ids of versions and audiences; empty where it is for all of them."""
    never: frozenset[str] = frozenset()
    place: Place = Place("")
    """Where it is said; no file where nothing is."""

    def admits(self, version: Version | None) -> bool:
        """Whether the part belongs to a version; to a course without versions every part belongs."""
        if version is None:
            return True
        names = {version.id, *version.audiences}
        return (not self.only or not names.isdisjoint(self.only)) and names.isdisjoint(self.never)


EVERY = Reach()
"""What a part reaches that says nothing."""


def version_called(name: str | None, versions: Iterable[Version]) -> Version | None:
    """The version of that id, the first where none is asked for. Raises KeyError where there is no such version."""
    known = {version.id: version for version in versions}
    if name is not None:
        return known[name]
    return next(iter(known.values()), None)
