"""Nobody's work is lost: what somebody changed stays, and the new file lies beside it."""

from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.outputs import Output, destinations, digest, leftovers
from deckgen.pipeline.recorded import RECORD
from tests.pipeline.records import entry, write_record

DECK = "deck.pptx"


def built(folder: Path, data: bytes) -> None:
    """A folder as a build leaves it."""
    (folder / DECK).write_bytes(data)
    write_record(folder, entry(DECK, data))


def goes_to(folder: Path, data: bytes, *, force: bool = False) -> str:
    (place,) = destinations(folder, [Output(DECK, data)], force=force, report=Report())
    return place.path.name


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


def test_a_record_that_cannot_be_read_vouches_for_nothing(tmp_path: Path) -> None:
    built(tmp_path, b"one")
    (tmp_path / RECORD).write_text("{", encoding="utf-8")
    assert goes_to(tmp_path, b"two") == "deck.new.pptx"


def offered(folder: Path) -> None:
    """A folder where the new file lies beside one that somebody changed."""
    (folder / DECK).write_bytes(b"edited")
    (folder / "deck.new.pptx").write_bytes(b"two")
    kept = entry(DECK, b"edited", edited=True, offered=digest(b"two"))
    write_record(folder, kept, entry("deck.new.pptx", b"two"))


def test_an_edited_file_that_a_build_has_kept_is_no_build_s_to_replace(tmp_path: Path) -> None:
    offered(tmp_path)
    assert goes_to(tmp_path, b"three") == "deck.new.pptx"


def test_the_new_file_that_took_the_name_of_the_edited_one_is_replaced_like_any_other(tmp_path: Path) -> None:
    offered(tmp_path)
    (tmp_path / "deck.new.pptx").replace(tmp_path / DECK)
    assert goes_to(tmp_path, b"three") == DECK


def test_what_somebody_took_away_is_not_put_there_again_until_it_is_another(tmp_path: Path) -> None:
    offered(tmp_path)
    (tmp_path / "deck.new.pptx").unlink()
    report = Report()
    (place,) = destinations(tmp_path, [Output(DECK, b"two")], force=False, report=report)
    assert (place.path.name, place.edited, place.is_declined) == (DECK, digest(b"edited"), True)
    assert [finding.code for finding in report] == ["output-kept"]
    assert goes_to(tmp_path, b"three") == "deck.new.pptx"


def test_what_lies_beside_a_file_that_is_written_is_of_no_more_use_unless_somebody_changed_it(tmp_path: Path) -> None:
    offered(tmp_path)
    assert leftovers(tmp_path, [tmp_path / DECK]) == [tmp_path / "deck.new.pptx"]
    (tmp_path / "deck.new.pptx").write_bytes(b"edited too")
    assert leftovers(tmp_path, [tmp_path / DECK]) == []
