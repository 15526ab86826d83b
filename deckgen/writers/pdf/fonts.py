"""Fonts as the PDF engine has them: those of the theme and none of the machine, one set for all documents that are set
with the same files.

Each set that the engine makes leaves a quarter of a megabyte behind that nothing frees (in fontconfig, below Pango), so
a process that makes the documents of two hundred companies has to make few of them.
"""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

from deckgen.caches import of_files
from deckgen.writers.pdf.loading import load_engine

_MOST = 4
"""Themes that take turns in one process."""


@of_files(_MOST)
def engine_fonts(fonts: tuple[tuple[str, bytes], ...], folders: tuple[Path, ...]) -> Any:
    """The engine's fonts for documents in which these addresses are these font files, and style sheets of these folders
    name others.
    """
    made = _kind()()
    atexit.register(made.close)
    return made


@cache
def _kind() -> type[Any]:
    """The engine's own kind of set, begun empty: not with the fonts and the rules of the machine.

    A machine that has the theme's family in another version, or a font for a sign that the theme's lacks, would print
    other pages; and its rules may ask for slanted, bolder or hinted type.
    """
    load_engine()
    from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    # Told again where a theme that changed has emptied the caches.
    ffi.cdef("FcConfig * FcConfigCreate (void);", override=True)

    class OwnFonts(FontConfiguration):  # type: ignore[misc]
        def __init__(self) -> None:
            # Not the engine's own beginning, which reads what the machine has.
            self._folder = None
            self.strut_layouts: dict[Any, Any] = {}
            self.font_features: dict[Any, Any] = {}
            self.sheets: dict[Any, Any] = {}
            """Style sheets that were parsed with these fonts, which add fonts of their own to them."""
            self.lines: dict[Any, Any] = {}
            """Lines that were filled with them."""
            self._config = fontconfig.FcConfigCreate()
            self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
            pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
            fontconfig.FcConfigDestroy(self._config)  # the map holds it

        def close(self) -> None:
            """Remove the temporary folder. It would go with these fonts, but documents that wait to be collected keep
            them until the very end, when Python has no longer what that takes.
            """
            self.__del__()
            self._folder = None

    return OwnFonts
