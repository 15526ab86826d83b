"""Files that cannot be read: said why, and where."""

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Place, Report, Stop
from deckgen.messages import hint_of, message_of
from deckgen.readers.files import PROFILE_LIMIT, can_name_folder, read_text
from deckgen.readers.yaml_tree import parse, read_tree


def refused(path: Path) -> tuple[str, Place | None]:
    """What the only finding says in English, and where, of a file that cannot be read."""
    report = Report()
    with pytest.raises(Stop):
        read_tree(path, report)
    (finding,) = report
    hint_of(finding, "ja")
    return message_of(finding, "en"), finding.place


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(data)
    return path


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.yaml") == ("file not found", Place(str(tmp_path / "a.yaml")))


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert refused(tmp_path)[0] == "expected a file, found a folder"


def test_a_name_that_no_system_takes() -> None:
    assert "cannot be read" in refused(Path("a" * 5000))[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, b"a: 1")
    path.chmod(0)
    assert "cannot be read" in refused(path)[0]


def test_a_profile_of_ten_megabytes_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = write(tmp_path, b"a: [" + b"[" * 10_000_000)
    message, place = refused(path)
    assert message == f"the file has 10000004 bytes, more than {PROFILE_LIMIT}"
    assert place == Place(str(path))


@pytest.mark.parametrize(
    ("encoding", "guess"), [("cp932", "Shift_JIS (CP932)"), ("euc_jp", "Shift_JIS (CP932)"), ("utf-16", "UTF-16")]
)
def test_text_in_another_encoding_is_refused_at_its_first_byte(tmp_path: Path, encoding: str, guess: str) -> None:
    message, place = refused(write(tmp_path, "a: 1\nb: 会社\n".encode(encoding)))
    assert message == f"expected UTF-8 text, found other bytes (maybe {guess})"
    assert place is not None
    assert (place.line, place.column) == ((1, 1) if guess == "UTF-16" else (2, 4))


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read_text(path, Report()) == "a: 1\nb: 2\n"


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x08", "\x0b", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_refused_at_its_place(tmp_path: Path, character: str) -> None:
    message, place = refused(write(tmp_path, f"a: 1\nb: 会{character}社\n".encode()))
    assert message == f"found the control character U+{ord(character):04X}"
    assert place == Place(str(tmp_path / "a.yaml"), 2, 5)


def test_every_control_character_of_a_file_is_reported(tmp_path: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        read_text(write(tmp_path, b"a: \x01\nb: \x02\n"), report)
    assert [finding.place for finding in report] == [Place(str(tmp_path / "a.yaml"), line, 4) for line in (1, 2)]


@pytest.mark.parametrize("escape", [r"\x01", r"\0", r"\e", r"\uFFFE", r"\x7f"])
def test_a_control_character_written_as_an_escape_is_refused_too(escape: str) -> None:
    report = Report()
    with pytest.raises(Stop):
        parse(f'a: "{escape}"', "a.yaml", report)
    assert [(finding.code, finding.place) for finding in report] == [("control-character", Place("a.yaml", 1, 4))]


@pytest.mark.parametrize("name", ["acme", "さくら 東京", "（株）みほん", "a.b-c_d", "console", "com10", "aux1"])
def test_what_can_name_a_folder(name: str) -> None:
    assert can_name_folder(name)


@pytest.mark.parametrize(
    "name",
    ["", " a", "a ", ".a", "a.", "a/b", "a:b", "a\tb", "con", "CON", "Nul.2027", "aux .x", "com1", "LPT9.a", "あ" * 67],
)
def test_what_some_system_takes_for_no_folder(name: str) -> None:
    assert not can_name_folder(name)
