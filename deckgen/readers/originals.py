"""What own words take the place of, kept as checksums beside them: once an original has changed, that is told."""

from collections.abc import Iterable
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.model.company import Original
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


def tell_originals(originals: Iterable[Original], profile: Path, report: Report, *, is_translated: bool) -> None:
    """Report what a profile takes the place of and has not noted yet, or has noted and is another since.

    What is noted are the course's own words: whether these have changed, a translation does not tell.
    """
    known = known_in(profile.with_suffix(ENDING), report)
    for each in originals:
        noted = known.get(each.path)
        if noted == each.digest or (noted and is_translated):
            continue
        report.add("original-changed" if noted else "original-unnoted", each.place, path=each.path, other=each.other)
