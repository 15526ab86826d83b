"""The PDF engine, WeasyPrint: the one module that knows it. It is heavy, so it is imported when a handout is made."""

import contextlib
import io
import re
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from deckgen.writers.handout.archive import UA_IDENTIFICATION
from deckgen.writers.handout.resources import Resources
from deckgen.writers.handout.structure import finish
from deckgen.writers.rendered import EngineMissing, Rendered

if TYPE_CHECKING:
    from types import ModuleType

Variant = Literal["ua", "archive"]
"""PDF/UA-1; or PDF/A-2a that keeps to PDF/UA-1 as well."""

_VARIANTS: dict[Variant, str] = {"ua": "pdf/ua-1", "archive": "pdf/a-2a"}
_LIBRARY = re.compile(r"lib[\w.+-]+|\b(?:pango|gobject|harfbuzz|fontconfig)[\w.+-]*", re.IGNORECASE)


def write_pdf(html: str, resources: Resources, variant: Variant) -> Rendered:
    """The page description as a tagged PDF. Raises EngineMissing where the engine cannot be loaded."""
    engine = _load()
    page = engine.HTML(string=html, base_url=None, url_fetcher=_fetcher(engine, resources))
    options: dict[str, Any] = {"pdf_variant": _VARIANTS[variant], "pdf_identifier": True}
    document = page.render(**options)
    if variant == "archive":
        document.metadata.xmp_metadata.append(UA_IDENTIFICATION)
    data = document.write_pdf(finisher=finish, **options)
    return Rendered(data, len(document.pages))


def _load() -> "ModuleType":
    if "weasyprint" in sys.modules:
        return sys.modules["weasyprint"]
    # The engine prints advice to the screen where a library is missing; the caller has better advice.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _import()
        except ModuleNotFoundError as problem:
            raise EngineMissing(problem.name or "weasyprint", "pip install weasyprint") from problem
        except OSError as problem:
            found = _LIBRARY.search(str(problem))
            raise EngineMissing(found[0] if found else "Pango", _install_command()) from problem


def _import() -> "ModuleType":
    try:
        with _quick_library_search():
            import weasyprint
    except OSError:
        import weasyprint
    return weasyprint


def _install_command() -> str:
    """What installs Pango and what it needs."""
    match sys.platform:
        case "darwin":
            return "brew install pango"
        case "win32":
            return "pacman -S mingw-w64-ucrt-x86_64-pango"
        case _:
            return "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@contextlib.contextmanager
def _quick_library_search() -> Iterator[None]:
    """Let the engine find its libraries by the names that the dynamic loader knows.

    For each name it tries it would otherwise ask ldconfig and the compiler, which takes longer than all the rest of
    its start. Elsewhere than on Linux that search is needed.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    import ctypes.util

    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _fetcher(engine: "ModuleType", resources: Resources) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Hands out what was put into `resources`; no file, no network."""

        def __init__(self) -> None:
            # Nothing of the engine's own fetcher is wanted: it would open files and connections.
            self._fail_on_errors = True

        def fetch(self, url: str, headers: object = None) -> Any:
            resource = resources.get(url)
            return URLFetcherResponse(url, resource.data, {"Content-Type": resource.type})

        def __call__(self, url: str) -> Any:
            return self.fetch(url)

    return Fetcher()
