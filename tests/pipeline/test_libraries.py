"""Versions of installed libraries, without loading what reads their whole metadata."""

import importlib.metadata
from pathlib import Path

import pytest

from deckgen.pipeline.libraries import versions


def test_versions_are_those_that_the_standard_library_finds() -> None:
    names = ("pyyaml", "uharfbuzz", "jinja2", "python-pptx")
    assert versions(names) == {name: importlib.metadata.version(name) for name in names}


def test_a_library_that_is_not_installed_has_no_version() -> None:
    assert versions(["no-such-library"]) == {"no-such-library": ""}


def test_the_first_folder_of_the_path_counts_however_the_name_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, version in (("first", "2.0"), ("second", "1.0")):
        (tmp_path / folder / f"Some.Library_Thing-{version}.dist-info").mkdir(parents=True)
        monkeypatch.syspath_prepend(str(tmp_path / folder))
    monkeypatch.syspath_prepend(str(tmp_path / "first"))
    assert versions(["some-library-thing"]) == {"some-library-thing": "2.0"}
