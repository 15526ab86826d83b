"""Files are put where they belong whole or not at all, and nobody's work is lost."""

import json
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.pipeline.outputs import RECORD, Output, destinations, digest, only_build, write_all

DECK = "deck.pptx"


def told(report: Report) -> list[str]:
    return [f"{found.code}: {message_of(found, 'en')}" for found in report]


def built(folder: Path, data: bytes) -> None:
    """A folder as a build leaves it."""
    record = {"outputs": [{"name": DECK, "sha256": digest(data)}]}
    write_all(folder, [(folder / DECK, data), (folder / RECORD, json.dumps(record).encode())], Report())


def goes_to(folder: Path, data: bytes, *, force: bool = False) -> str:
    (path,) = destinations(folder, [Output(DECK, data)], force=force, report=Report())
    return path.name


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_as_it_was_built_is_replaced(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    assert goes_to(tmp_path, b"two") == DECK


def test_a_file_that_somebody_changed_is_kept_and_the_new_one_put_beside_it(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    (tmp_path / DECK).write_bytes(b"edited")
    assert goes_to(tmp_path, b"two") == "deck.new.pptx"
    assert goes_to(tmp_path, b"two", force=True) == DECK


def test_a_file_of_unknown_origin_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / DECK).write_bytes(b"somebody's")
    assert goes_to(tmp_path, b"two") == "deck.new.pptx"


def test_what_was_put_beside_is_kept_once_it_is_changed(tmp_path: Path) -> None:
    (tmp_path / DECK).write_bytes(b"edited")
    (tmp_path / "deck.new.pptx").write_bytes(b"edited as well")
    assert goes_to(tmp_path, b"two") == "deck.new2.pptx"


@pytest.mark.parametrize("record", ["", "{", "[]", '{"outputs": 3}', '{"outputs": [{"name": "deck.pptx"}]}'])
def test_a_record_that_cannot_be_read_vouches_for_nothing(record: str, tmp_path: Path) -> None:
    built(tmp_path, b"one")
    (tmp_path / RECORD).write_text(record, encoding="utf-8")
    assert goes_to(tmp_path, b"two") == "deck.new.pptx"


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    report = Report()
    with pytest.raises(Stop):
        write_all(tmp_path, [(tmp_path / DECK, b"two"), (tmp_path / "missing" / "x.pdf", b"pdf")], report)
    assert (tmp_path / DECK).read_bytes() == b"one"
    assert names(tmp_path) == [RECORD, DECK]
    assert [found.code for found in report] == ["output-locked"]


def test_files_that_had_already_changed_places_get_back_what_they_were(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    (tmp_path / "handout.pdf").mkdir()  # stands for a file that another program holds
    report = Report()
    new = tmp_path / "new.pdf"
    with pytest.raises(Stop):
        write_all(tmp_path, [(tmp_path / DECK, b"two"), (new, b"new"), (tmp_path / "handout.pdf", b"pdf")], report)
    assert told(report) == ["output-locked: cannot replace handout.pdf: it is a folder"]
    assert (tmp_path / DECK).read_bytes() == b"one"
    assert names(tmp_path) == [RECORD, DECK, "handout.pdf"]


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".abc.part").touch()
    built(tmp_path, b"one")
    assert names(tmp_path) == [RECORD, DECK]


def test_files_are_readable_for_whomever_the_folder_is_for(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    plain = tmp_path / "plain"
    plain.touch()
    assert (tmp_path / DECK).stat().st_mode == plain.stat().st_mode


def test_one_company_is_built_once_at_a_time(tmp_path: Path) -> None:
    report = Report()
    with only_build(tmp_path, "mihon", report), pytest.raises(Stop), only_build(tmp_path, "mihon", report):
        pytest.fail("two builds at a time")
    assert told(report) == ["build-busy: another build of 'mihon' is running"]
    with only_build(tmp_path, "mihon", report):
        pass
