"""`record:` of a profile as one version of the course has it: its own sessions, number and people.

Sessions and seals may say `only:` and `not:`; what else differs stands under `versions:`, by the id of the version.
"""

from collections.abc import Iterable

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest
from deckgen.readers.overlay import laid_over
from deckgen.readers.shapes import is_empty
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, Sequence, kind_of
from deckgen.readers.versions import NOT, ONLY, Cut

VERSIONS = "versions"
_OWN = ("number", "reported_on", "period", "audience", "expected", "staff", "sessions")
"""What is seldom the same where two versions are held."""


def record_in(node: Node, cut: Cut, context: Context) -> Node | None:
    """The particulars of the version; None where there are none for it. Raises Faulty."""
    if not isinstance(node, Mapping):
        return node
    whole = {key: entry for key, entry in node.entries.items() if key != VERSIONS}
    own = _own(node.entries.get(VERSIONS), cut, context)
    laid = laid_over(Mapping(whole, node.place), own, context) if own else Mapping(whole, node.place)
    made = cut.of_questions.part(laid, context)
    return _without_empty(made) if isinstance(made, Mapping) else made


def _own(entry: Entry | None, cut: Cut, context: Context) -> Mapping | None:
    """What the version says otherwise; names of other versions are judged, too."""
    if entry is None or is_empty(entry.value):
        return None
    if not isinstance(entry.value, Mapping):
        raise context.fault("wrong-type", entry.value.place, expected="@mapping", found=kind_of(entry.value))
    known = [version.id for version in cut.versions]
    unknown = [each.key for name, each in entry.value.entries.items() if name not in known]
    for key in unknown:
        told = {"found": key.text, "known": ", ".join(known) or "@nothing", "suggestion": closest(key.text, known)}
        context.report.add("version-unknown", key.place, **told)
    if unknown:
        raise Faulty
    own = entry.value.entries.get(cut.version.id) if cut.version else None
    if own is not None and not is_empty(own.value) and not isinstance(own.value, Mapping):
        raise context.fault("wrong-type", own.value.place, expected="@mapping", found=kind_of(own.value))
    return own.value if own and isinstance(own.value, Mapping) else None


def _without_empty(made: Mapping) -> Mapping:
    """The particulars without lists of which the version has no entry: it has no sessions yet, say."""
    kept = {
        key: entry for key, entry in made.entries.items() if not isinstance(entry.value, Sequence) or entry.value.items
    }
    return Mapping(kept, made.place)


def report_shared(node: Node, cut: Cut, usual: str | None, report: Report) -> None:
    """Report a number of the report that two versions would have; `usual` is the version that the profile is for."""
    if cut.version is None or cut.version.id in (usual, None) or not isinstance(node, Mapping):
        return
    versions = node.entries.get(VERSIONS)
    names = versions.value.entries if versions and isinstance(versions.value, Mapping) else {}
    own = names[cut.version.id].value if cut.version.id in names else None
    said = own.entries.keys() if isinstance(own, Mapping) else set()
    shared = [
        key for key in _OWN if key in node.entries and key not in said and not _is_marked(node.entries[key].value)
    ]
    if "number" in shared:
        told = {"version": cut.version.id, "names": ", ".join(shared)}
        report.add("record-shared", node.entries["number"].key.place, **told)


def _is_marked(node: Node) -> bool:
    parts: Iterable[Node] = node.items if isinstance(node, Sequence) else (node,)
    return any(isinstance(each, Mapping) and not each.entries.keys().isdisjoint((ONLY, NOT)) for each in parts)
