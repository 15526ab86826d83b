"""Drawn slides as the PDF engine's kind of picture: it lays them out, and asks them to draw themselves."""

from io import BytesIO
from typing import Any

from deckgen.caches import of_files
from deckgen.model.theme import Fonts
from deckgen.writers.pdf.drawn.content import UsedFont, font_name
from deckgen.writers.pdf.drawn.slide import DrawnSlide

_PX = 4 / 3
"""CSS pixels in a point."""


class SlideImage:
    """A slide in one document. The engine calls `get_intrinsic_size` and `draw`."""

    def __init__(self, address: str, slide: DrawnSlide, fonts: Fonts, font_map: Any) -> None:
        self.slide = slide
        self.token = b"% " + address.encode()
        """What stands in a page's stream where the slide will be: a comment."""
        self._names: dict[str, str] = {}
        """The document's names for the fonts of the slide."""
        self._fonts = fonts
        self._font_map = font_map

    def get_intrinsic_size(self, resolution: float, font_size: float) -> tuple[float, float, float]:
        """Width and height in CSS pixels, and their ratio."""
        slide = self.slide
        return slide.width * _PX, slide.height * _PX, slide.width / slide.height

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Keep a place for the slide in a page's stream, at its origin and of this size.

        Fonts and pictures of the document get those of the slide.
        """
        for name, picture in self.slide.pictures.items():
            stream.add_image(_raster(name, picture.data), True, 1)
        for key, used in self.slide.used.items():
            kind, bold, at = key
            family = self._fonts.of(kind).families[at].family
            font = _engine_font(stream, self._font_map, family, bold)
            _add(font, used)
            self._names[font_name(key)] = font.hash
        stream.transform(width / self.slide.width, 0, 0, height / self.slide.height)
        stream.stream.append(self.token)

    def operators(self, first: int) -> bytes:
        """What the slide draws, its marked contents counted from `first`."""
        data = self.slide.numbered(first)
        for own, name in self._names.items():
            data = data.replace(f"/{own} ".encode(), f"/{name} ".encode())
        return data


def _raster(name: str, data: bytes) -> Any:
    from PIL import Image
    from weasyprint.images import RasterImage

    return RasterImage(Image.open(BytesIO(data)), name[1:-1], data)


def _add(font: Any, used: UsedFont) -> None:
    for glyph, text in used.texts.items():
        # The engine has none for the second glyph of what it shapes as one, e.g. a stop that runs into the next.
        font.to_unicode[glyph] = font.to_unicode.get(glyph) or text
        font.widths.setdefault(glyph, used.widths[glyph])


def _engine_font(stream: Any, font_map: Any, family: str, bold: bool) -> Any:
    """The engine's own object for a font, which it subsets and embeds.

    For a family that was not put there it would find another one, in which the glyphs' numbers mean other signs.
    """
    font = stream.add_font(_pango_font(font_map, family, bold))[0]
    if font.family != family:
        raise LookupError(f"the engine was not given the font {family}")
    return font


@of_files()
def _pango_font(font_map: Any, family: str, bold: bool) -> Any:
    from weasyprint.text.ffi import ffi, gobject, pango

    context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
    description = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(description, family.encode())
    pango.pango_font_description_set_weight(description, 700 if bold else 400)
    pango.pango_font_description_set_absolute_size(description, 10 * 1024)
    return ffi.gc(pango.pango_font_map_load_font(font_map, context, description), gobject.g_object_unref)
