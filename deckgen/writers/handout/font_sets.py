"""Fonts as the PDF engine has them: one set for all documents that are set with the same files.

Each set that the engine makes leaves a quarter of a megabyte behind that nothing frees (in fontconfig, below Pango), so
a process that makes the documents of two hundred companies has to make few of them.
"""

import atexit
from functools import lru_cache
from pathlib import Path
from typing import Any

_MOST = 4
"""Themes that take turns in one process."""


@lru_cache(maxsize=_MOST)
def engine_fonts(fonts: tuple[tuple[str, bytes], ...], folders: tuple[Path, ...]) -> Any:
    """The engine's fonts for documents in which these addresses are these font files, and style sheets of these folders
    name others.
    """
    from weasyprint.text.fonts import FontConfiguration

    made = FontConfiguration()
    # Its temporary folder goes when it does; documents that wait to be collected keep it until the very end.
    atexit.register(made.__del__)
    return made
