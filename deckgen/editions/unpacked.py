"""Files that stood in an archive, in a folder of their own for as long as they are read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from deckgen.diagnostics import Diagnostic, Place, Report
from deckgen.messages import severity_of


@contextmanager
def unpacked(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A checkout with nothing but these files, whose names lead nowhere else."""
    with TemporaryDirectory(prefix="deckgen-") as name:
        folder = Path(name).resolve()
        for place in ("source/courses", "themes"):
            (folder / place).mkdir(parents=True)
        for file, data in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield folder


def errors_in(found: Report, folder: Path, archive: str) -> Iterator[Diagnostic]:
    """The errors among findings of such a folder, their places told from the archive."""
    for each in found:
        if severity_of(each.code) == "error":
            place = each.place
            if place and place.file.startswith(str(folder)):
                file = Path(place.file).relative_to(folder).as_posix()
                place = Place(f"{archive}/{file}", place.line, place.column)
            yield Diagnostic(each.code, place, each.values)
