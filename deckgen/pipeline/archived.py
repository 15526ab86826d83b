"""Whether what a build left is what the archive of its edition keeps, where there is one already."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.outputs import RECORD
from deckgen.readers.files import shown

FOLDER = "archive"
_NAMED_AT_MOST = 3


def archive_path(out: Path, company: str, prefix: str) -> Path:
    """Where the edition of a company is kept, whose files begin with `prefix`; `out` is the folder of all companies."""
    return out / company / FOLDER / f"{prefix}.zip"


def tell_archived(path: Path, files: Mapping[str, str], report: Report) -> None:
    """Warn where the archive at `path` keeps other files under these names, or none; `files` are checksums by name.

    An archive that cannot be read is left to `deckgen verify`.
    """
    if not path.exists():
        return
    kept = _kept(path)
    others = [name for name, checksum in files.items() if kept.get(name) != checksum]
    if kept and others:
        report.add("edition-archived", None, path=shown(path), names=first_of(others))


def first_of(names: Sequence[str]) -> str:
    """The first names of a list in a row, with a sign where there are more."""
    more = ["…"] if len(names) > _NAMED_AT_MOST else []
    return ", ".join([*names[:_NAMED_AT_MOST], *more])


def _kept(path: Path) -> dict[str, str]:
    """SHA-256 by name of the outputs in an archive; empty where they cannot be read."""
    import zipfile  # most editions are not archived yet

    try:
        with zipfile.ZipFile(path) as archive:
            record = json.loads(archive.read(RECORD))
        return {output["name"]: output["sha256"] for output in record["outputs"]}
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, RuntimeError, NotImplementedError):
        return {}
