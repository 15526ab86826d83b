"""Drawn slides as the PDF engine's kind of picture: it lays them out, and asks them to draw themselves."""

from functools import cache
from io import BytesIO
from typing import Any

from deckgen.model.theme import Fonts
from deckgen.writers.pdf.drawn.content import UsedFont, Weight, font_name
from deckgen.writers.pdf.drawn.slide import DrawnSlide

_PX = 4 / 3
"""CSS pixels in a point."""


class SlideImage:
    """A slide in one document. The engine calls `get_intrinsic_size` and `draw`."""

    def __init__(self, slide: DrawnSlide, fonts: Fonts, font_map: Any) -> None:
        self.slide = slide
        self.form: Any = None
        """The form XObject, as soon as it is drawn."""
        self._fonts = fonts
        self._font_map = font_map

    def get_intrinsic_size(self, resolution: float, font_size: float) -> tuple[float, float, float]:
        """Width and height in CSS pixels, and their ratio."""
        slide = self.slide
        return slide.width * _PX, slide.height * _PX, slide.width / slide.height

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Put the slide into a page's stream, at its origin and of this size."""
        slide = self.slide
        form = self.form = stream.add_group(0, 0, slide.width, slide.height)
        del form.extra["Group"]  # nothing of it is transparent
        form.stream = [self._named(stream)]
        for name, picture in slide.pictures.items():
            form.add_image(_raster(name, picture.data), True, 1)
        stream.transform(width / slide.width, 0, 0, height / slide.height)
        stream.draw_x_object(form.id)

    def _named(self, stream: Any) -> bytes:
        """The slide's operators with the document's names of fonts; the document's fonts get the slide's glyphs."""
        data = self.slide.data
        for weight, used in self.slide.used.items():
            font = _engine_font(stream, self._font_map, *self._description(weight))
            _add(font, used)
            data = data.replace(f"/{font_name(weight)} ".encode(), f"/{font.hash} ".encode())
        return data

    def _description(self, weight: Weight) -> tuple[str, bool]:
        bold, is_supplement = weight
        more = self._fonts.supplement
        return more.family if is_supplement and more else self._fonts.family, bold


def _raster(name: str, data: bytes) -> Any:
    from PIL import Image
    from weasyprint.images import RasterImage

    return RasterImage(Image.open(BytesIO(data)), name[1:-1], data)


def _add(font: Any, used: UsedFont) -> None:
    for glyph, text in used.texts.items():
        font.to_unicode.setdefault(glyph, text)
        font.widths.setdefault(glyph, used.widths[glyph])


def _engine_font(stream: Any, font_map: Any, family: str, bold: bool) -> Any:
    """The engine's own object for a font, which it subsets and embeds."""
    return stream.add_font(_pango_font(font_map, family, bold))[0]


@cache
def _pango_font(font_map: Any, family: str, bold: bool) -> Any:
    from weasyprint.text.ffi import ffi, gobject, pango

    context = ffi.gc(pango.pango_font_map_create_context(font_map), gobject.g_object_unref)
    description = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(description, family.encode())
    pango.pango_font_description_set_weight(description, 700 if bold else 400)
    pango.pango_font_description_set_absolute_size(description, 10 * 1024)
    return ffi.gc(pango.pango_font_map_load_font(font_map, context, description), gobject.g_object_unref)
