"""Loading the PDF engine, and what is changed of it: quicker, quieter, fonts cut the same on every machine."""

import contextlib
import gc
import io
import os
import re
import sys
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from deckgen.writers.pdf.lines import teach_japanese
from deckgen.writers.rendered import EngineMissing

# Fonts cut down to the glyphs that a document uses, to the same bytes on every machine -------------------------------
# The engine has this done by a library of the system where there is one, and by fontTools, to other bytes and with the
# time of day in them, where there is none. Here it is always done by the HarfBuzz that comes with deckgen.

_NOT_IN_A_PDF = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ")
"""Tables that shape text or are drawn by none: a PDF names its glyphs and places them."""


def subset_alike() -> None:
    """Let the engine cut down fonts as this module does."""
    from weasyprint.pdf.fonts import Font

    Font.subset = _subset


def _subset(font: Any, to_unicode: Collection[int], hinting: bool) -> None:
    """Take the place of the engine's own: `to_unicode` has the glyphs that are used; all keep their numbers."""
    if to_unicode:
        font.file_content = subset(font.file_content, font.index, to_unicode, hinting)


def subset(data: bytes, index: int, glyphs: Collection[int], hinting: bool) -> bytes:
    """The font file, or the font at `index` of a collection, with the outlines of these glyphs only.

    Glyphs keep their numbers. Hints help to draw on screens of few pixels. Raises RuntimeError for what is no font.
    """
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(_tag(name) for name in _NOT_IN_A_PDF)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.PASSTHROUGH_UNRECOGNIZED | flags.DESUBROUTINIZE | flags.NOTDEF_OUTLINE
    if not hinting:
        wanted.flags |= flags.NO_HINTING
    face = hb.subset(hb.Face(data, index), wanted)
    return bytes(face.blob.data)


def _tag(name: str) -> int:
    """A table's name as the number that fonts hold."""
    return int.from_bytes(name.encode(), "big")


# Loading the PDF engine ----------------------------------------------------------------------------------------------

_FROM_PYPI = ("gstreamer_libs", "gstreamer_ext_runtime")
"""What `deckgen[windows]` installs: Pango and all that it needs are DLLs in the folder `bin` of these packages."""
_OF_MACOS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")
"""Where Homebrew, on either kind of Mac, and MacPorts put libraries; the loader does not look into all of them."""
_CHOSEN = "WEASYPRINT_DLL_DIRECTORIES"
"""Where Windows is to look for the engine's libraries; whoever has set it has chosen them."""
_INSTANCER = "fontTools.varLib.instancer"
_LATE = ("fontTools.subset", "fontTools.ttLib.woff2", "fontTools.varLib", _INSTANCER)
_LIBRARY = re.compile(r"lib(?!rary)[\w.+-]+|\b(?:pango|gobject|harfbuzz|fontconfig)[\w.+-]*", re.IGNORECASE)


def load_engine() -> ModuleType:
    """WeasyPrint. Raises EngineMissing where it, or a system library that it works with, is not installed."""
    if "weasyprint" in sys.modules:
        return sys.modules["weasyprint"]
    # The engine prints advice to the screen where a library is missing; the caller has better advice.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            engine = _import()
        except ModuleNotFoundError as problem:
            raise EngineMissing(problem.name or "weasyprint", "pip install weasyprint") from problem
        except OSError as problem:
            found = _LIBRARY.search(str(problem))
            raise EngineMissing(found[0] if found else "Pango", install_command(sys.platform)) from problem
    subset_alike()
    teach_japanese()
    remember_struts()
    remember_variables()
    # What is loaded stays, to the end of the process: a search for garbage cycles need not walk it, which halves the
    # time that one takes.
    gc.freeze()
    return engine


def remember_struts() -> None:
    """Let a style know its line's height and base line: the engine asks for them at every line and stretch of text, and
    writes a key of fourteen properties to look them up.
    """
    from weasyprint.layout import inline

    strut = inline.strut

    def remembered(style: Any) -> tuple[float, float]:
        known: tuple[float, float] | None = vars(style).get("strut")
        if known is None:
            known = style.strut = strut(style)
        return known

    inline.strut = remembered


def remember_variables() -> None:
    """Let a declaration with variables know what it came to: the engine reads it anew for each element."""
    from weasyprint.css.tokens import Pending

    solve = Pending.solve

    def remembered(declaration: Any, tokens: Any, name: str, address: str | None) -> Any:
        known = vars(declaration).setdefault("solved", {})
        asked = (name, address, *map(id, tokens))
        if asked not in known:
            known[asked] = (tokens, solve(declaration, tokens, name, address))  # kept, so that no other has their ids
        return known[asked][1]

    Pending.solve = remembered


def system_parts() -> dict[str, str]:
    """Versions of the system's libraries that the engine works with, if it was loaded: they shape what it writes."""
    if "weasyprint.text.ffi" not in sys.modules:
        return {}
    ffi = import_module("weasyprint.text.ffi")
    pango = ffi.pango.pango_version()  # 1.50.12 is 15012
    return {
        "pango": f"{pango // 10_000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz": _newest_of(lambda *version: bool(ffi.harfbuzz.hb_version_atleast(*version))),
    }


def _newest_of(is_at_least: Callable[[int, int, int], bool]) -> str:
    """The version of a library that only tells whether it is at least a given one."""
    found = [0, 0, 0]
    for part in range(3):
        while is_at_least(*(number + (at == part) for at, number in enumerate(found))):
            found[part] += 1
    return ".".join(map(str, found))


def _import() -> ModuleType:
    try:
        with _search_of(sys.platform), _late_parts():
            return import_module("weasyprint")
    except OSError:
        return import_module("weasyprint")


def _search_of(platform: str) -> contextlib.AbstractContextManager[None]:
    """How the engine's libraries are found on a system."""
    if platform.startswith("linux"):
        # For each name that the loader does not know the engine would have ldconfig and the compiler asked, which
        # takes longer than all the rest of its start.
        return _searching(lambda name: None)
    if platform == "win32":
        return found_in(folders_from_pypi(), alone=True)
    return found_in(tuple(map(Path, _OF_MACOS)))


@contextlib.contextmanager
def _searching(search: Callable[[str], str | None]) -> Iterator[None]:
    """Let libraries be looked for by this function where the loader does not know their names."""
    import ctypes.util

    before = ctypes.util.find_library
    ctypes.util.find_library = search  # type: ignore[assignment] # only the name of its parameter is another
    try:
        yield
    finally:
        ctypes.util.find_library = before


def folders_from_pypi() -> tuple[Path, ...]:
    """The folders with the DLLs that `deckgen[windows]` installs; none where it is not, or others were chosen."""
    packages = filter(None, map(find_spec, _FROM_PYPI))
    found = tuple(Path(place, "bin") for package in packages for place in package.submodule_search_locations or ())
    return found if os.environ.get(_CHOSEN) in (None, "", _joined(found)) else ()


def _joined(folders: Iterable[Path]) -> str:
    return ";".join(map(str, folders))


@contextlib.contextmanager
def found_in(folders: Sequence[Path], *, alone: bool = False) -> Iterator[None]:
    """Let the engine find its libraries in these folders first, and Windows there what those need in their turn.

    With `alone`, nowhere else, if there are such folders: another program's Pango may lie in PATH, and the two would
    not go together.

    Telling Windows the folders would not do: it takes the end of a name like `pango-1.0-0` for its ending and adds no
    `.dll`, and a name without a full stop is searched for in PATH alone.
    """
    import ctypes.util

    elsewhere = ctypes.util.find_library
    if folders and sys.platform == "win32":
        os.environ[_CHOSEN] = _joined(folders)

    def search(name: str) -> str | None:
        files = (folder / f"{name}{ending}" for folder in folders for ending in ("", ".dll"))
        found = next((str(file) for file in files if file.is_file()), None)
        return found if found or (alone and folders) else elsewhere(name)

    with _searching(search):
        yield


class _Late(ModuleType):
    """Stands for a module that is loaded when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def _instance_of_variable_font(*given: Any, **named: Any) -> Any:
    from fontTools.varLib.instancer import instantiateVariableFont

    return instantiateVariableFont(*given, **named)


@contextlib.contextmanager
def _late_parts() -> Iterator[None]:
    """Let the engine load what it cuts fonts with only if it comes to that: fonts are cut by HarfBuzz here, and a third
    of the time that loading takes is fontTools' (0.11 s of 0.35 s).
    """
    late = {name: _Late(name) for name in _LATE if name not in sys.modules}
    if _INSTANCER in late:
        late[_INSTANCER].instantiateVariableFont = _instance_of_variable_font  # type: ignore[attr-defined]
    sys.modules.update(late)
    try:
        yield
    finally:
        for name in late:
            del sys.modules[name]


def install_command(platform: str) -> str:
    """What installs Pango and what it needs on a system."""
    match platform:
        case "darwin":
            return "brew install pango"
        case "win32":
            return 'pip install "deckgen[windows]"'
        case _:
            return "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
