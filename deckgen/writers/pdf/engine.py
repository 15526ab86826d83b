"""The PDF engine, WeasyPrint, at work. It is heavy, so it is imported when a handout is made."""

import contextlib
import gc
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any, Literal

from deckgen.writers.pdf.archive import fit_for_archive
from deckgen.writers.pdf.drawn.image import SlideImage
from deckgen.writers.pdf.fonts import engine_fonts
from deckgen.writers.pdf.lines import begin_document
from deckgen.writers.pdf.loading import load_engine
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.pdf.sheets import StyleSheet, parsed
from deckgen.writers.pdf.structure import finish
from deckgen.writers.rendered import Rendered

Variant = Literal["ua", "archive"]
"""PDF/UA-1; or PDF/A-2a that keeps to PDF/UA-1 as well."""

_VARIANTS: dict[Variant, str] = {"ua": "pdf/ua-1", "archive": "pdf/a-2a"}

_BASE_SHEET = """
head, title, meta, link, style { display: none }
html, body, main, section, div, p, h1, h2, h3, ul, ol, li, blockquote { display: block }
table { display: table } colgroup { display: table-column-group } col { display: table-column }
thead { display: table-header-group } tbody { display: table-row-group } tr { display: table-row }
td, th { display: table-cell }
"""
"""What the elements of the templates are, in place of the engine's own sheet for all of HTML: that one gives every
element six pseudo-elements, which takes a tenth of the time."""


def write_pdf(html: str, sheets: Iterable[StyleSheet], resources: Resources, variant: Variant) -> Rendered:
    """The page description as a tagged PDF; of two style sheets that say different things, the later one is followed.

    Raises EngineMissing where the engine cannot be loaded, Unfetchable where a style sheet reaches beyond its theme.
    """
    load_engine()
    begin_document()
    with _garbage_at_the_end(), _refusals_told():
        return _written(html, sheets, resources, variant)


def _written(html: str, sheets: Iterable[StyleSheet], resources: Resources, variant: Variant) -> Rendered:
    options: dict[str, Any] = {"pdf_variant": _VARIANTS[variant], "pdf_identifier": True}
    fonts = engine_fonts(resources.fonts(), resources.folders())
    slides = {
        address: SlideImage(address, slide, theme_fonts, fonts.font_map)
        for address, (slide, theme_fonts) in resources.slides.items()
    }
    fetcher = _fetcher(resources)
    looks = [parsed(sheet, fonts, fetcher) for sheet in sheets]
    page = _kind_of_page()(string=html, base_url=None, url_fetcher=fetcher)
    document = page.render(stylesheets=[look.rules for look in looks], font_config=fonts, cache={**slides}, **options)
    data = document.write_pdf(finisher=partial(_finish, slides, variant), **options)
    return Rendered(data, len(document.pages), tuple(ignored for look in looks for ignored in look.ignored))


@contextlib.contextmanager
def _refusals_told() -> Iterator[None]:
    """Tell what the fetcher refused in our own words; the engine wraps it in an exception that none can catch."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as problem:
        raise problem.__cause__ or problem from None


def _finish(slides: dict[str, SlideImage], variant: Variant, document: Any, pdf: Any) -> None:
    finish(document, pdf, slides)
    if variant == "archive":
        fit_for_archive(pdf)
    _compress(pdf)


def _compress(pdf: Any) -> None:
    """Compress every stream here: the engine would do it twice, once for the file and once for its identifier, and as
    thoroughly as can be, which takes a tenth of its time for a hundredth of the size.
    """
    from pydyf import Stream

    for stream in pdf.objects:
        if isinstance(stream, Stream) and stream.compress:
            stream.compress = False
            _, _, content = stream.data.partition(b"\nstream\n")
            stream.stream = [zlib.compress(content.removesuffix(b"\nendstream"))]
            stream.extra = {**stream.extra, "Filter": "/FlateDecode"}


@contextlib.contextmanager
def _garbage_at_the_end() -> Iterator[None]:
    """Search for garbage cycles once, at the end, and in what was made meanwhile alone: a document that is written
    leaves some 2 MB a sheet behind, and walking it again and again while it is made takes a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(0)
        if was_enabled:
            gc.enable()


@cache
def _kind_of_page() -> type[Any]:
    engine = load_engine()
    base = engine.CSS(string=_BASE_SHEET)

    class Page(engine.HTML):  # type: ignore[misc, name-defined]
        """A page whose elements are known to be few kinds."""

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [base]

    return Page


def _fetcher(resources: Resources) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Hands out what was put into `resources`; no file, no network."""

        def fetch(self, url: str, headers: object = None) -> Any:
            resource = resources.get(url)
            return URLFetcherResponse(url, resource.data, {"Content-Type": resource.type})

    return Fetcher(fail_on_errors=True)
