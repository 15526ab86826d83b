"""`versions:` of a profile: what a company says otherwise where it holds another version of its course.

Another session, for one, with a record of its own. Under the id of the version stands what differs, as in the profile
itself; in the record, sessions and seals may say `only:` and `not:`, too.
"""

from collections.abc import Iterable

from deckgen.messages.spelling import closest
from deckgen.readers.leaves import is_empty
from deckgen.readers.overlay import below, laid_over
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Sequence, kind_of
from deckgen.readers.versions import Cut, says_versions

VERSIONS = "versions"
_FIXED = (
    "extends", "course", "version", VERSIONS, "company_id", "theme", "language", "certified", "sample", "brand_colour",
)  # fmt: skip
"""Keys that a company has once for all versions."""
_OF_ONE_RECORD = ("number", "reported_on", "period", "audience", "expected", "staff", "sessions")
"""What is seldom the same where two versions are held."""


def profile_in(tree: Mapping, cut: Cut, context: Context) -> Mapping:
    """The profile as it is for the version. Raises Faulty."""
    whole = Mapping({key: entry for key, entry in tree.entries.items() if key != VERSIONS}, tree.place)
    own = _said(tree, cut, context).get(cut.version.id) if cut.version else None
    laid = laid_over(whole, own, context) if own else whole
    assert isinstance(laid, Mapping)
    return laid


def versions_in(tree: Mapping, cut: Cut, context: Context) -> list[Cut]:
    """The versions of which the profile says something of their own. Raises Faulty."""
    said = _said(tree, cut, context)
    return [cut.of(version) for version in cut.versions if version.id in said]


def _said(tree: Mapping, cut: Cut, context: Context) -> dict[str, Mapping]:
    """What is said of each version, by its id."""
    entry = tree.entries.get(VERSIONS)
    if entry is None or is_empty(entry.value) or cut.known is None:
        return {}
    groups = _mapping(entry.value, context)
    known = [version.id for version in cut.versions]
    before = len(context.report)
    found: dict[str, Mapping] = {}
    for name, each in groups.entries.items():
        if name not in known:
            told = {"found": name, "known": ", ".join(known) or "@none", "suggestion": closest(name, known)}
            context.report.add("version-unknown", each.key.place, **told)
        elif not is_empty(each.value):
            found[name] = _mapping(each.value, context)
            for key in (inner.key for inner in found[name].entries.values() if inner.key.text in _FIXED):
                context.report.add("version-key-fixed", key.place, key=key.text)
    if len(context.report) > before:
        raise Faulty
    return found


def _mapping(node: Node, context: Context) -> Mapping:
    if not isinstance(node, Mapping):
        raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
    return node


# The record of training ----------------------------------------------------------------------------------------------


def record_in(node: Node, cut: Cut, context: Context) -> Node | None:
    """The particulars of the training for the version; None where there are none for it."""
    made = cut.of_questions.part(node, context)
    if not isinstance(made, Mapping):
        return made
    kept = {
        key: entry
        for key, entry in made.entries.items()
        if not isinstance(entry.value, Sequence) or entry.value.items or _is_written_empty(node, key)
    }
    return Mapping(kept, made.place)


def _is_written_empty(node: Node, key: str) -> bool:
    """Whether a list has no entry for any version; one that has some for others says nothing of this one."""
    under = below(node, key)
    return isinstance(under, Sequence) and not under.items


def report_shared(tree: Mapping, cut: Cut, usual: str | None, context: Context) -> None:
    """Report a number of the report that two versions would have; `usual` is the version that the profile is for."""
    record = below(tree, "record")
    if cut.version is None or cut.version.id == usual or not isinstance(record, Mapping):
        return
    own = _said(tree, cut, context).get(cut.version.id)
    said = below(own, "record") if own else None
    told = said.entries.keys() if isinstance(said, Mapping) else set()
    shared = [key for key in _OF_ONE_RECORD if key in record.entries and key not in told]
    shared = [key for key in shared if not _is_marked(record.entries[key].value)]
    if "number" in shared:
        values = {"version": cut.version.id, "names": ", ".join(shared)}
        context.report.add("record-shared", record.entries["number"].key.place, **values)


def _is_marked(node: Node) -> bool:
    parts: Iterable[Node] = node.items if isinstance(node, Sequence) else (node,)
    return any(map(says_versions, parts))
