"""Own words laid over what a version lacks: numbers count the entries of all versions, so that some show nowhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.diagnostics import Place, Report
from deckgen.model.versions import EVERY
from deckgen.readers.overlay import below
from deckgen.readers.tree import ENTRY, Mapping, Node, Sequence
from deckgen.readers.versions import Cut, says_versions


@dataclass(frozen=True, slots=True)
class Marked:
    """A change of a part that says for which versions it is."""

    path: str
    place: Place
    """Of the change."""
    part: Node
    count: int
    """Entries of the list that it stands in; 0 where it stands in none."""


def marked_changes(base: Node, own: Node, path: str) -> Iterator[Marked]:
    """The changes of parts that some versions lack, of the outermost of such parts; what says so itself is meant."""
    inner = base.entries.get(ENTRY) if isinstance(base, Mapping) else None
    base = inner.value if inner else base
    if not isinstance(own, Mapping):
        return
    for key, entry in own.entries.items():
        under = below(base, key)
        if under is None or says_versions(entry.value):
            continue
        name = f"{path}.{key}"
        if says_versions(under):
            yield Marked(name, entry.key.place, under, len(base.items) if isinstance(base, Sequence) else 0)
        else:
            yield from marked_changes(under, entry.value, name)


def tell_hidden(changes: Iterable[Marked], cut: Cut, report: Report) -> None:
    """Report the changes that the version does not show that is read, or that none shows."""
    for change in changes:
        reach = cut.reach_of(change.part)
        if cut.version is None or reach == EVERY or reach.admits(cut.version):
            continue
        names = ", ".join(version.id for version in cut.admitting(reach)) or "@nothing"
        told = {"path": change.path, "version": cut.version.id, "versions": names, "count": change.count}
        code = "change-hidden-entry" if change.count else "change-hidden"
        report.add(code, change.place, **told, next=change.count + 1)
