"""Archives: the same members make the same bytes, and no byte of one changes unseen."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.editions.archives import (
    SUMS,
    Held,
    Unsound,
    in_order,
    is_safe,
    open_archive,
    pack,
    read_sums,
    sums,
    unpack,
)

NAMES = st.lists(st.sampled_from(["build.json", "inputs/a.yaml", "inputs/b/c.png", "outputs/deck.pptx"]), unique=True)
MEMBERS = NAMES.flatmap(lambda names: st.fixed_dictionaries({name: st.binary(max_size=40) for name in names}))


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """An archive as any other program may write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=compression)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(Unsound) as caught:
        unpack(data)
    return caught.value.code


@given(MEMBERS)
def test_members_come_back_as_they_were_packed(members: dict[str, bytes]) -> None:
    assert unpack(pack(members)) == members


@given(MEMBERS)
def test_the_same_members_make_the_same_bytes(members: dict[str, bytes]) -> None:
    assert pack(members) == pack(dict(members))


@given(MEMBERS, st.data())
def test_no_byte_changes_unseen(members: dict[str, bytes], data: st.DataObject) -> None:
    packed = bytearray(pack(members))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    try:
        found = unpack(bytes(packed))
    except Unsound:
        return
    sound = {name: member for name, member in found.items() if member is not None}
    assert found != members or pack(sound) != bytes(packed)


@pytest.mark.parametrize(
    "name",
    ["../a", "a/../b", "/a", "a//b", "./a", "a/.", "C:/a", "a\\b", "a/", "", "a\n", "con ", "a.", "*.txt", "a\x00b",
     "\u202ea"],
)  # fmt: skip
def test_names_that_lead_elsewhere_or_are_none_on_every_system_are_refused(name: str) -> None:
    assert not is_safe(name)


@pytest.mark.parametrize("name", ["a", "a/b.c", "会社/ロゴ 1.png", ".lock", "a..b"])
def test_plain_names_are_taken(name: str) -> None:
    assert is_safe(name)


def test_what_no_archive_has_is_refused() -> None:
    assert refusal(b"no zip") == "archive-broken"
    assert refusal(zipped(("../a", b"x"))) == "archive-path"
    assert refusal(zipped(("a", b"x"), ("A", b"y"))) == "archive-twice"
    assert refusal(zipped(("a", bytes(10_000_000)), compression=zipfile.ZIP_DEFLATED)) == "archive-packed"


def test_members_that_overlap_are_not_read_twice_over() -> None:
    """A zip bomb without compression: many names for the same bytes."""
    data = zipped(*((f"a{number}", bytes(1000)) for number in range(3)))
    end = data.rindex(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    directory = bytearray(data[start:end])
    for entry in range(3):  # every entry of the directory points to the first member
        offset = directory.index(b"PK\x01\x02", entry * (len(directory) // 3)) + 42
        directory[offset : offset + 4] = bytes(4)
    try:
        found = unpack(data[:start] + bytes(directory) + data[end:])
    except Unsound:
        return
    assert list(found.values()) == [bytes(1000), None, None]


def test_a_damaged_member_is_told_from_the_others() -> None:
    data = pack({"build.json": b"{}", "inputs/a": b"good", "outputs/b": b"bytes"})
    assert unpack(data.replace(b"bytes", b"bites")) == {"build.json": b"{}", "inputs/a": b"good", "outputs/b": None}


def test_a_list_of_checksums_is_read_as_it_is_written() -> None:
    members = {"build.json": b"{}", "inputs/名前 1.yaml": b"x"}
    held = Held(b"", {**members, SUMS: sums(members)})
    assert read_sums(held) == {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}


@pytest.mark.parametrize(
    "data", [b"", b"abc", b"\xff", b"0" * 64 + b"  a", b"0" * 64 + b" *a\n", b"0" * 64 + b"  a\n\n"]
)
def test_a_list_of_checksums_in_any_other_form_is_refused(data: bytes) -> None:
    with pytest.raises(Unsound):
        read_sums(Held(b"", {SUMS: data}))


def test_an_archive_begins_with_its_record_and_ends_with_its_checksums() -> None:
    assert in_order(["outputs/a", SUMS, "inputs/b", "build.json", "inputs/a"]) == [
        "build.json", "inputs/a", "inputs/b", "outputs/a", SUMS,
    ]  # fmt: skip


def test_an_archive_without_a_record_is_none(tmp_path: Path) -> None:
    for data in (b"[]", b"{", b"\xff"):
        path = tmp_path / "a.zip"
        path.write_bytes(pack({"build.json": data}))
        with pytest.raises(Unsound):
            open_archive(path).record()
