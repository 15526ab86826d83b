"""Whether what a build left is what the archive of its edition keeps, where there is one already."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from deckgen.diagnostics import Report, shown
from deckgen.pipeline.recorded import RECORD, Damaged, any_record_in

FOLDER = "archive"
DAMAGED = ".damaged"
"""Stands in the name of an archive that was set aside."""
_NAMED_AT_MOST = 3


def archive_path(out: Path, company: str, prefix: str) -> Path:
    """Where the edition of a company is kept, whose files begin with `prefix`; `out` is the folder of all companies."""
    return out / company / FOLDER / f"{prefix}.zip"


def tell_archived(path: Path, files: Mapping[str, str], report: Report) -> None:
    """Warn where the archive at `path` keeps other files under these names, or none, or cannot be read.

    `files` are checksums by name.
    """
    if not path.exists():
        return
    kept = _kept(path)
    if kept is None:
        report.add("edition-archive-unreadable", None, path=shown(path))
    elif others := [name for name, checksum in files.items() if kept.get(name) != checksum]:
        report.add("edition-archived", None, path=shown(path), names=first_of(others))


def first_of(names: Sequence[str]) -> str:
    """The first names of a list in a row, with a sign where there are more."""
    more = ["…"] if len(names) > _NAMED_AT_MOST else []
    return ", ".join([*names[:_NAMED_AT_MOST], *more])


def _kept(path: Path) -> dict[str, str] | None:
    """SHA-256 by name of the outputs in an archive; None where they cannot be read."""
    import zipfile  # most editions are not archived yet

    try:
        with zipfile.ZipFile(path) as archive:
            record = any_record_in(archive.read(RECORD))
        return {output["name"]: output["sha256"] for output in record["outputs"]}
    except (KeyError, Damaged):
        return None
    except unreadable():
        return None


def unreadable() -> tuple[type[Exception], ...]:
    """What Python's library raises on a file that is no zip, or a damaged one."""
    import struct
    import zipfile
    import zlib

    return (
        zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError,
        RuntimeError, OSError, OverflowError,
    )  # fmt: skip
