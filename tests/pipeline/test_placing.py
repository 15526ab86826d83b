"""The files of a build take their places whole or not at all, at whatever step the process is killed."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.pipeline.placing import JOURNAL, is_settled, only_build, write_all
from deckgen.pipeline.recorded import RECORD

pytestmark = pytest.mark.slow

OLD = {"deck.pptx": b"old deck", "quiz.pdf": b"old quiz", "deck.new.pptx": b"put beside", RECORD: b"old record"}
NEW = {"deck.pptx": b"new deck", "quiz.pdf": b"new quiz", "poster.pdf": b"new poster", RECORD: b"new record"}
STEPS = frozenset({"os.rename", "os.remove", "os.link", "os.chmod"})
"""The audit events (PEP 578) of what changes a folder; a file is written right before its `os.chmod`."""


def told(report: Report) -> list[str]:
    return [f"{found.code}: {message_of(found, 'en')}" for found in report]


def lying(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != ".lock"}


def made(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def build(folder: Path) -> None:
    with only_build(folder, "mihon", Report()):
        write_all(folder, NEW, Report(), idle=[folder / "deck.new.pptx"])


def open_folder(folder: Path) -> None:
    """What every later command does first."""
    with only_build(folder, "mihon", Report()):
        pass


def is_killed(work: Callable[[Path], None], folder: Path, step: int) -> bool:
    """Whether a process that does the work is killed before it takes the step of this number in the folder."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS and str(folder) in str(arguments):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    try:
        work(folder)
    finally:
        os._exit(0)


def kills(work: Callable[[Path], None], start: Callable[[Path], Path], root: Path) -> Iterator[Path]:
    """A folder for each step at which the work on it was killed."""
    for step in range(1000):
        folder = start(root / f"{len(list(root.iterdir()))}")
        if not is_killed(work, folder, step):
            return
        yield folder


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")


@needs_fork
def test_a_build_that_is_killed_at_any_step_leaves_the_old_files_or_the_new_ones(tmp_path: Path) -> None:
    seen = []
    for folder in kills(build, lambda place: made(place, OLD), tmp_path):
        open_folder(folder)
        assert lying(folder) in (OLD, NEW)
        assert is_settled(folder)
        seen.append(lying(folder) == NEW)
    assert len(seen) >= 18
    assert seen == sorted(seen), "once the journal is written the build counts as done"
    assert sum(seen) > 5 < len(seen) - sum(seen)


@needs_fork
def test_what_finishes_a_killed_build_may_be_killed_at_any_step_too(tmp_path: Path) -> None:
    (root := tmp_path / "first").mkdir()
    halfway = next(
        folder for folder in kills(build, lambda place: made(place, OLD), root) if (folder / JOURNAL).exists()
    )
    journal = lying(halfway)
    (root := tmp_path / "second").mkdir()
    for folder in kills(open_folder, lambda place: made(place, journal), root):
        open_folder(folder)
        assert lying(folder) == NEW


@needs_fork
def test_taking_back_what_could_not_be_done_whole_may_be_killed_too(tmp_path: Path) -> None:
    def start(folder: Path) -> Path:
        made(folder, OLD)
        (folder / "poster.pdf").mkdir()  # stands for a file that another program holds
        return folder

    for folder in kills(build, start, tmp_path):
        (folder / "poster.pdf").rmdir()
        open_folder(folder)
        assert lying(folder) in (OLD, NEW)


@needs_fork
def test_what_people_change_after_a_kill_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    for folder in kills(build, lambda place: made(place, OLD), tmp_path):
        for name in ("deck.pptx", "deck.new.pptx"):
            (folder / name).write_bytes(b"somebody's")
        open_folder(folder)
        assert (folder / "deck.pptx").read_bytes() == (folder / "deck.new.pptx").read_bytes() == b"somebody's"


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path) -> None:
    made(tmp_path, OLD)
    report = Report()
    with pytest.raises(Stop):
        write_all(tmp_path, {"deck.pptx": b"two", "x" * 300: b"pdf"}, report)
    assert lying(tmp_path) == OLD
    assert [found.code for found in report] == ["output-unwritable"]


def test_files_that_had_already_changed_places_get_back_what_they_were(tmp_path: Path) -> None:
    made(tmp_path, OLD)
    (tmp_path / "handout.pdf").mkdir()  # stands for a file that another program holds
    report = Report()
    with pytest.raises(Stop):
        write_all(tmp_path, {"deck.pptx": b"two", "new.pdf": b"new", "handout.pdf": b"pdf"}, report)
    assert told(report) == ["output-locked: cannot replace handout.pdf: it is a folder"]
    assert lying(tmp_path) == OLD


@pytest.mark.parametrize("journal", [b"", b"[]", b'{"moves": 3}', b"[" * 100_000, b"\0", "x" * 9])
def test_a_journal_that_cannot_be_read_is_taken_away(journal: bytes | str, tmp_path: Path) -> None:
    made(tmp_path, OLD)
    if isinstance(journal, str):
        journal = b'{"moves": [{"source": "../elsewhere", "target": "deck.pptx", "was": null}], "removals": {}}'
    (tmp_path / JOURNAL).write_bytes(journal)
    open_folder(tmp_path)
    assert lying(tmp_path) == OLD


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    made(tmp_path, OLD)
    (tmp_path / ".abc.part").touch()
    assert not is_settled(tmp_path)
    open_folder(tmp_path)
    assert lying(tmp_path) == OLD


def test_files_are_readable_for_whomever_the_folder_is_for(tmp_path: Path) -> None:
    write_all(tmp_path, NEW, Report())
    plain = tmp_path / "plain"
    plain.touch()
    assert (tmp_path / "deck.pptx").stat().st_mode == plain.stat().st_mode


def test_one_company_is_built_once_at_a_time(tmp_path: Path) -> None:
    report = Report()
    with only_build(tmp_path, "mihon", report), pytest.raises(Stop), only_build(tmp_path, "mihon", report):
        pytest.fail("two builds at a time")
    assert told(report) == ["build-busy: another build of 'mihon' is running"]
    with only_build(tmp_path, "mihon", report):
        pass
