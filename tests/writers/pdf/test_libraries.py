"""Where the PDF engine's libraries are found: in what `deckgen[windows]` installs, and on a Mac."""

import ast
import ctypes.util
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from deckgen.writers.pdf.loading import folders_from_pypi, found_in, install_command

IN_LIBS = (
    "cairo-2", "ffi-7", "fontconfig-1", "freetype-6", "fribidi-0", "gio-2.0-0", "glib-2.0-0", "gmodule-2.0-0",
    "gobject-2.0-0", "harfbuzz", "harfbuzz-subset", "intl-8", "libexpat", "pango-1.0-0", "pangocairo-1.0-0",
    "pangoft2-1.0-0", "pangowin32-1.0-0", "pcre2-8-0", "png16", "z-1",
)  # fmt: skip
"""Some of the DLLs in the folder `bin` of the wheel gstreamer_libs 1.28.8 for win_amd64."""
IN_RUNTIME = ("msvcp140", "vcruntime140", "vcruntime140_1")
OF_HOMEBREW = (
    "libgobject-2.0.0.dylib", "libpango-1.0.dylib", "libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib",
    "libfontconfig.1.dylib", "libpangoft2-1.0.dylib",
)  # fmt: skip


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The folders of a Windows computer with `deckgen[windows]`, in a place with spaces and Japanese signs."""
    packages = tmp_path / "佐藤 花子" / "site-packages"
    bins = []
    for package, names in (("gstreamer_libs", IN_LIBS), ("gstreamer_ext_runtime", IN_RUNTIME)):
        folder = packages / package / "bin"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").write_text("raise AssertionError('it is only looked at')\n", encoding="utf-8")
        for name in names:
            (folder / f"{name}.dll").touch()
        bins.append(folder)
    monkeypatch.syspath_prepend(packages)
    monkeypatch.delenv("WEASYPRINT_DLL_DIRECTORIES", raising=False)
    return bins[0], bins[1]


def asked_for() -> Iterator[tuple[list[str], bool]]:
    """The names by which the engine looks for each library, and whether it can do without it."""
    spec = find_spec("weasyprint")
    assert spec
    assert spec.origin
    for call in ast.walk(ast.parse(Path(spec.origin).with_name("text").joinpath("ffi.py").read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_dlopen":
            names = [name.value for name in call.args if isinstance(name, ast.Constant)]
            yield [str(name) for name in names], bool(call.keywords)


def test_the_folders_of_the_extra_are_found_without_loading_its_packages(installed: tuple[Path, Path]) -> None:
    assert folders_from_pypi() == installed


def test_every_library_that_the_engine_needs_is_in_them(installed: tuple[Path, Path]) -> None:
    libs, _ = installed
    with found_in(folders_from_pypi(), alone=True):
        needed = [names for names, can_be_spared in asked_for() if not can_be_spared]
        found = {ctypes.util.find_library(name) for names in needed for name in names}
    assert len(needed) == 5
    assert found - {None} == {
        str(libs / f"{name}.dll")
        for name in ("gobject-2.0-0", "pango-1.0-0", "harfbuzz", "fontconfig-1", "pangoft2-1.0-0")
    }


def test_on_a_mac_they_are_found_where_homebrew_puts_them(tmp_path: Path) -> None:
    for name in OF_HOMEBREW:
        (tmp_path / name).touch()
    with found_in([tmp_path]):
        for names, can_be_spared in asked_for():
            found = {Path(ctypes.util.find_library(name) or "") for name in names}
            assert tmp_path in {path.parent for path in found} or can_be_spared


def test_what_is_not_in_the_folders_is_looked_for_where_it_was_before(tmp_path: Path) -> None:
    before = ctypes.util.find_library
    with found_in([tmp_path]):
        assert ctypes.util.find_library("no-such-library") is None
        assert ctypes.util.find_library is not before
    assert ctypes.util.find_library is before


def test_whoever_has_chosen_other_folders_keeps_them(
    installed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEASYPRINT_DLL_DIRECTORIES", r"C:\msys64\ucrt64\bin")
    assert folders_from_pypi() == ()
    monkeypatch.setenv("WEASYPRINT_DLL_DIRECTORIES", ";".join(map(str, installed)))  # what a process of ours handed on
    assert folders_from_pypi() == installed


def test_what_installs_pango_is_told_for_each_system() -> None:
    assert install_command("win32") == 'pip install "deckgen[windows]"'
    assert install_command("darwin") == "brew install pango"
    assert install_command("linux").startswith("sudo apt-get install libpango-1.0-0")


def test_without_the_extra_there_are_none() -> None:
    assert folders_from_pypi() == ()
    assert "WEASYPRINT_DLL_DIRECTORIES" not in os.environ
