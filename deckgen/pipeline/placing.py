"""Putting the files of a build in their places: all of them or none, at whatever moment the computer stops.

The new files lie ready under other names before anything changes. Then a journal says what is to take which place: from
that moment on the build counts as done, and whoever comes next finishes what the journal tells. Before it, nothing has
changed. The journal stays out of the way of people: what they changed meanwhile is neither replaced nor removed.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.messages.terms import reason

JOURNAL = ".build.journal"
_PART = ".part"
"""Ends the names of files that are still being written, or are kept until others have their places."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A file that gets a name, all names being those of files in one folder."""

    source: str
    target: str
    was: str | None
    """SHA-256 of the file that has the name until then; None where there is none."""


@dataclass(frozen=True, slots=True)
class _Journal:
    """What is to be done to a folder. Doing a part of it twice is doing it once."""

    moves: Sequence[_Move]
    removals: Mapping[str, str]
    """SHA-256 of files that go, by name."""

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self)).encode()


def digest_file(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def write_all(folder: Path, files: Mapping[str, bytes], report: Report, idle: Iterable[Path] = ()) -> None:
    """Write all files or none, by their names in the folder, and remove the `idle` ones of it.

    Raises Stop where the folder does not take them; what was there is then as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        parts = {name: _temporary(folder, data).name for name, data in files.items()}
        moves = [_Move(part, name, _digest_of(folder / name)) for name, part in parts.items()]
        removals = {path.name: known for path in idle if (known := _digest_of(path))}
        _put_in_place(folder, _Journal(moves, removals), report)
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem
    finally:
        clear_away(folder)


@contextmanager
def telling_unwritable(path: Path, report: Report) -> Iterator[None]:
    """Whoever cannot write a file is told so. Raises Stop."""
    try:
        yield
    except OSError as problem:
        report.add("file-unwritable", Place(shown(path)), reason=reason(problem))
        raise Stop from problem


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole or not at all. Raises OSError."""
    temporary = _temporary(path.parent, data)
    try:
        temporary.replace(path)
    finally:
        _discard([temporary])


def replace_file(path: Path, data: bytes) -> None:
    """The new file takes the place of the old one when it is whole; a link goes on pointing to it. Raises OSError."""
    path = path.resolve()
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, made)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise


def is_settled(folder: Path) -> bool:
    """Whether the last build in the folder came to its end, or to nothing; False as well while one writes."""
    return not (folder / JOURNAL).exists() and not any(folder.glob(f".*{_PART}"))


@contextmanager
def only_build(folder: Path, company: str, report: Report) -> Iterator[None]:
    """Hold the folder for this build, and finish what an earlier one was kept from finishing.

    A second build of the same company is told so. Raises Stop.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / ".lock").open("a")
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(folder), reason=reason(problem))
        raise Stop from problem
    with file:
        try:
            _lock(file.fileno())
        except OSError as problem:
            report.add("build-busy", None, company=company)
            raise Stop from problem
        _settle(folder, report)
        yield


def _lock(descriptor: int) -> None:
    """Lock the file until it is closed; raises OSError where another process holds it."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# The journal -------------------------------------------------------------------------------------


def _put_in_place(folder: Path, journal: _Journal, report: Report) -> None:
    """Do what the journal says; where one file cannot have its place, all others get back what they were."""
    copies = {move.target: _copy(folder / move.target) for move in journal.moves if move.was}
    _note(folder, journal)
    try:
        _do(folder, journal)
    except OSError as problem:
        _note(folder, _back(folder, journal, copies))
        with suppress(OSError, Stop):
            _settle(folder, Report())
        name = Path(str(problem.filename2 or problem.filename)).name
        report.add("output-locked", None, name=name, reason=reason(problem))
        raise Stop from problem


def _back(folder: Path, journal: _Journal, copies: Mapping[str, str]) -> _Journal:
    """What undoes as much of a journal as was done."""
    done = {move.target: digest_file(folder / move.target) for move in journal.moves if not _lies(folder, move.source)}
    returns = [_Move(copy, name, done[name]) for name, copy in copies.items() if name in done]
    return _Journal(returns, {name: known for name, known in done.items() if name not in copies})


def _lies(folder: Path, name: str) -> bool:
    return (folder / name).exists()


def _do(folder: Path, journal: _Journal) -> None:
    """Raises OSError where a file cannot have its place."""
    for move in journal.moves:
        if _lies(folder, move.source) and _digest_of(folder / move.target) == move.was:
            (folder / move.source).replace(folder / move.target)
    for name, known in journal.removals.items():
        with suppress(OSError):
            if _digest_of(folder / name) == known:
                (folder / name).unlink()
    (folder / JOURNAL).unlink(missing_ok=True)


def _note(folder: Path, journal: _Journal) -> None:
    write_file(folder / JOURNAL, journal.as_bytes())
    if os.name != "nt":  # where a folder can be opened, its names reach the disk before the files take their places
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _settle(folder: Path, report: Report) -> None:
    """Finish what the journal of a build that was ended says, and clear away what one left half written."""
    try:
        journal = _noted(folder)
        if journal:
            _do(folder, journal)
    except OSError as problem:
        name = Path(str(problem.filename2 or problem.filename)).name
        report.add("output-locked", None, name=name, reason=reason(problem))
        raise Stop from problem
    _discard([folder / JOURNAL])
    clear_away(folder)


def _noted(folder: Path) -> _Journal | None:
    """The journal; None where there is none, or what lies there is not one that `_note` wrote."""
    try:
        told = json.loads((folder / JOURNAL).read_bytes())
        moves = [_Move(**move) for move in told["moves"]]
        names = [name for move in moves for name in (move.source, move.target)] + list(told["removals"])
        return _Journal(moves, dict(told["removals"])) if all(map(_is_name, names)) else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _is_name(name: object) -> bool:
    return isinstance(name, str) and name.isprintable() and Path(name).name == name


# Files -------------------------------------------------------------------------------------------


def _digest_of(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none. Raises OSError."""
    return digest_file(path) if path.is_file() else None


def _temporary(folder: Path, data: bytes) -> Path:
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=_PART, delete=False) as file:
        path = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _copy(target: Path) -> str:
    """The name of the same file beside it."""
    copy = target.with_name(f".{sha256(target.name.encode()).hexdigest()}{_PART}")  # as long as it is for any name
    copy.unlink(missing_ok=True)
    try:
        copy.hardlink_to(target)
    except OSError:  # not every file system has links
        shutil.copy2(target, copy)
    return copy.name


def clear_away(folder: Path) -> None:
    """Remove what is half written or was kept; unless a journal says where it belongs."""
    if not (folder / JOURNAL).exists():
        _discard(folder.glob(f".*{_PART}"))


def _discard(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
