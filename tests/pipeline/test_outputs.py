"""Files are put where they belong whole or not at all, and nobody's work is lost."""

import json
from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.messages import message_of
from deckgen.pipeline.outputs import RECORD, Output, destinations, digest

DECK = "deck.pptx"


def told(report: Report) -> list[str]:
    return [f"{found.code}: {message_of(found, 'en')}" for found in report]


def built(folder: Path, data: bytes) -> None:
    """A folder as a build leaves it."""
    record = {"outputs": [{"name": DECK, "sha256": digest(data)}]}
    (folder / DECK).write_bytes(data)
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")


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
