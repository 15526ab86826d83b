"""What own words take the place of, kept as checksums beside them: once an original has changed, that is told."""

from collections.abc import Iterable
from collections.abc import Mapping as Mapping_
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model.course import Original
from deckgen.readers.files import is_file
from deckgen.readers.tree import Mapping, Scalar
from deckgen.readers.yaml_tree import read_tree

ENDING = ".originals"
"""Of the file beside a profile: no profile ends so, and none is looked for in it."""
LIMIT = 1_000_000
"""Bytes of a file of checksums."""


def known_in(path: Path, report: Report) -> dict[str, str]:
    """The checksums that a file keeps; none where there is no such file."""
    if not is_file(path):
        return {}
    tree = read_tree(path, report, LIMIT)
    entries = tree.entries.items() if isinstance(tree, Mapping) else ()
    return {key: entry.value.text for key, entry in entries if isinstance(entry.value, Scalar)}


def tell_originals(
    originals: Iterable[Original],
    known: Mapping_[str, str],
    labels: Mapping_[str, str],
    report: Report,
    *,
    is_translated: bool,
) -> None:
    """Report everything that something takes the place of: as it was noted, not noted yet, or another since.

    `known` are the checksums that were noted, `labels` what has to be covered, by id. What is noted are the course's
    own words: whether these have changed, a translation does not tell.
    """
    for each in originals:
        told = {"path": each.path, "was": each.was, "other": each.other}
        noted, _, before = known.get(each.path, "").partition(" ")
        names = ", ".join(labels[name] for name in each.covers if name in labels)
        if noted == each.digest or (noted and is_translated):
            report.add("course-override", each.place, **told)
        elif noted:
            report.add("original-changed", each.place, **told, before=before or "@unknown")
        elif names:
            report.add("requirement-reworded", each.place, **told, names=names)
        else:
            report.add("original-unnoted", each.place, **told)
