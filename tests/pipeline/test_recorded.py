"""A record is read whole or not at all, and whatever else lies under its name ends no build."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Report
from deckgen.editions.archive import Wanted, archive
from deckgen.model.choice import AS_WRITTEN
from deckgen.pipeline.build import build
from deckgen.pipeline.outputs import Output, destinations, leftovers
from deckgen.pipeline.outputs_now import as_found, tell_outdated
from deckgen.pipeline.recorded import RECORD, Damaged, known_record, record_in
from deckgen.pipeline.request import Request
from deckgen.pipeline.unchanged import kept_after, unchanged
from tests.pipeline.companies import workspace
from tests.pipeline.records import entry, record

WRONG: tuple[Any, ...] = (None, True, 10**9, 0.5, "x/../../y", "\ud800", [[]], {"a": 1})
"""What stands for a value of another kind, or one that nobody wrote."""
NO_RECORDS = {
    "empty": b"",
    "cut off": json.dumps(record()).encode()[:-40],
    "no text": b"\xff\xfe\x00",
    "no JSON": b"deckgen",
    "NUL": b"\0" * 100,
    "deep lists": b"[" * 200_000,
    "deep keys": b'{"a":' * 200_000,
    "a huge number": b'{"fiscal_year": ' + b"9" * 5000 + b"}",
    "a list": b"[]",
    "a word": b'"build"',
    "nothing": b"null",
    "no keys": b"{}",
    "Shift_JIS": "作成の記録".encode("cp932"),
    "two records": json.dumps(record()).encode() * 2,
}


def silent(step: str) -> None:
    pass


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Request:
    """A request whose deck was built."""
    folder = workspace(tmp_path_factory.mktemp("recorded") / "workspace")
    request = Request(folder / "source" / "companies" / "mihon.yaml", ("deck",))
    build(request, Report(), silent)
    return request


def folder_of(request: Request) -> Path:
    return request.profile.parents[2] / "output" / "mihon"


def damaged(value: Any) -> Iterator[Any]:
    """Every copy of a JSON value in which one part is missing, or of another kind."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        for wrong in WRONG:
            yield _with(value, key, wrong)
        if isinstance(value, dict):
            yield {name: part for name, part in value.items() if name != key}
            yield {f"{name}?" if name == key else name: part for name, part in value.items()}
        for part in damaged(value[key]):
            yield _with(value, key, part)


def _with(value: Any, key: Any, part: Any) -> Any:
    changed = copy.copy(value)
    changed[key] = part
    return changed


def shortened(told: dict[str, Any]) -> dict[str, Any]:
    """A record with one of what it has many of."""
    inputs = dict(list(told["inputs"].items())[-1:])
    kept = {key: {**each, "findings": each["findings"][:1]} for key, each in told["kept"].items()}
    return told | {"inputs": inputs, "kept": kept, "diagnostics": told["diagnostics"][:1], "libraries": {"lxml": "6"}}


def test_a_record_with_anything_wrong_in_it_is_damaged_or_does_no_harm(built: Request) -> None:
    folder = folder_of(built)
    whole = (folder / RECORD).read_bytes()
    told = shortened(json.loads(whole))
    told["content"] = {"company": {"name": "みほん"}}
    refused = 0
    try:
        for wrong in damaged(told):
            (folder / RECORD).write_text(json.dumps(wrong), encoding="utf-8")
            found = known_record(folder)
            refused += found is None
            unchanged(built, Report())
            tell_outdated(folder, built.profile, AS_WRITTEN, Report())
            places = destinations(folder, [Output("deck.pptx", b"")], force=False, report=Report())
            leftovers(folder, [place.path for place in places])
            json.dumps(kept_after(folder, built, {}, ["deck"], {"deck": None}, {"deck.pptx"}, Report()))
            if found is not None:
                json.dumps(as_found(folder, found["outputs"]), ensure_ascii=False).encode()
    finally:
        (folder / RECORD).write_bytes(whole)
    assert refused > 300


@pytest.mark.parametrize("data", NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_record_at_all_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        record_in(data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"outputs": [entry("a.pptx", b"", output="hologram")]},
        {"default_outputs": ["hologram"]},
        {"outputs": [entry("a.pptx", b""), entry("a.pptx", b"")]},
        {"outputs": [entry("../a.pptx", b"")]},
        {"outputs": [entry("a.pptx", b"", pages=3)]},
        {"company": ".."},
        {"course": "../elsewhere"},
        {"diagnostics": [{"code": "nonsense", "file": None, "line": None, "column": None, "values": {}}]},
        {"diagnostics": [{"code": "batch-empty", "file": None, "line": None, "column": None, "values": {}}]},
    ],
    ids=str,
)
def test_a_record_that_no_build_wrote_is_damaged(wrong: dict[str, Any]) -> None:
    record_in(json.dumps(record(entry("a.pptx", b""))).encode())
    with pytest.raises(Damaged):
        record_in(json.dumps(record() | wrong).encode())


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_damaged_record_is_told_and_set_aside_and_a_new_one_is_written(built: Request, kind: str) -> None:
    folder = folder_of(built)
    for path in folder.glob("build.*json"):
        path.rename(path.with_suffix(".old"))
    if kind == "file":
        (folder / RECORD).write_bytes(b"damaged")
    else:
        (folder / RECORD).mkdir()
    report = Report()
    build(built, report, silent)
    assert "record-set-aside" in [finding.code for finding in report]
    other = folder / "build.damaged.json"
    assert other.is_dir() if kind == "folder" else other.read_bytes() == b"damaged"
    assert known_record(folder) is not None
    assert unchanged(built, Report()) is not None, "the deck is what a build makes, so it is known again"
    second = Report()
    build(replace(built, force=True), second, silent)
    assert "record-set-aside" not in [finding.code for finding in second]


def test_a_damaged_archive_ends_no_build_and_is_set_aside_by_the_next_archive(built: Request) -> None:
    wanted = Wanted(str(built.profile), force=True)
    path = archive(wanted, Report()).path
    data = path.read_bytes()
    for wrong in (b"", b"PK\x05\x06", data[:-30], data.replace(b'"outputs"', b'"ou\0puts"'), data[:200] + data[300:]):
        path.write_bytes(wrong)
        report = Report()
        build(replace(built, force=True), report, silent)
        assert "edition-archive-unreadable" in [finding.code for finding in report]
    (left := path.with_name(".killed.part")).touch()
    report = Report()
    kept = archive(wanted, report)
    assert not left.exists()
    assert (kept.is_new, path.read_bytes()) == (True, data)
    assert "archive-set-aside" in [finding.code for finding in report]
    assert path.with_name(f"{path.stem}.damaged.zip").read_bytes() == wrong
