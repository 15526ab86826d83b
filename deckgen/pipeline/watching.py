"""Waiting until somebody saves a file that a company's outputs are made from."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.pipeline.workspace import find_workspace

Stamp = frozenset[tuple[str, int, int]]
"""Files with the time of their last change and their size."""
_BESIDE = (".png", ".jpg", ".jpeg", ".csv", ".xlsx")
"""Endings of what a profile may name: pictures, a staff list."""
_MOST_FOLDERS = 500
"""Below that of a profile: it may lie where somebody keeps everything."""
_TOGETHER, _SETTLED, _LOOK_AGAIN = 1_000, 100, 1_000
"""Milliseconds: saves so near to each other are one; how long nothing must change; when to look without being told."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The files of a company, and those of all courses and themes, since it may come to name another."""

    profile: Path
    shelves: tuple[Path, ...]
    output: Path
    """Left out: what is built there is no reason to build again."""

    def stamp(self) -> Stamp:
        """The state of all files now; it is another one as soon as somebody saves."""
        return frozenset(filter(None, map(_state_of, self._files())))

    def _files(self) -> Iterator[str]:
        yield str(self.profile)
        for folder in self._beside():
            for name in _names_in(folder):
                if name.lower().endswith(_BESIDE):
                    yield str(folder / name)
        for folder in self._shelved():
            yield from (str(folder / name) for name in _names_in(folder) if not name.startswith("."))

    def folders(self) -> list[Path]:
        """The folders to watch."""
        return [*self._beside(), *self._shelved()]

    def _beside(self) -> Iterator[Path]:
        yield from islice(_below(self.profile.parent, self.output), _MOST_FOLDERS)

    def _shelved(self) -> Iterator[Path]:
        for shelf in self.shelves:
            yield from _below(shelf, self.output)


def watched(profile: Path, theme: str | None, out: Path | None) -> Watched:
    """What there is to watch for a build of a profile; `theme` may be a folder of its own."""
    own = (Path(theme),) if theme and Path(theme).is_dir() else ()
    try:
        workspace = find_workspace(profile.parent, Report())
    except Stop:
        return Watched(profile, own, out or profile.parent / "output")
    shelves = (*workspace.course_shelves, *workspace.theme_shelves, *own)
    return Watched(profile, shelves, out or workspace.output)


def wait_for_change(files: Watched, seen: Stamp) -> None:
    """Return as soon as the files are in another state than `seen`. Raises KeyboardInterrupt."""
    from watchfiles import watch

    told = watch(
        *files.folders(),
        watch_filter=None,
        recursive=False,
        debounce=_TOGETHER,
        step=_SETTLED,
        rust_timeout=_LOOK_AGAIN,
        yield_on_timeout=True,  # a folder in the network tells nothing, and a new one is not watched yet
    )
    for _ in told:
        if files.stamp() != seen:
            return


def _below(folder: Path, but: Path) -> Iterator[Path]:
    """A folder and all below it; none that is hidden."""
    left_out = but.resolve()
    for place, folders, _ in os.walk(folder):
        path = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and (path / name).resolve() != left_out]
        yield path


def _names_in(folder: Path) -> Iterable[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are all that is asked for
    except OSError:  # gone meanwhile
        return ()


def _state_of(path: str) -> tuple[str, int, int] | None:
    try:
        known = os.stat(path)  # noqa: PTH116 - hundreds of them
    except OSError:
        return None
    return path, known.st_mtime_ns, known.st_size
