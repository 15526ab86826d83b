"""A bar that shows how many of many are done, on one line of the terminal."""

import shutil
import sys

from deckgen.cli.printing import Printer
from deckgen.text.columns import cut
from deckgen.wording import say

_CELLS = 24


class Bar:
    """Silent where nobody watches."""

    def __init__(self, count: int, printer: Printer) -> None:
        self._count = count
        self._done = 0
        self._name = ""
        self._language = printer.language
        self._is_shown = not printer.for_machines and sys.stderr.isatty()

    def at_hand(self, name: str) -> None:
        """This one is at hand now."""
        self._name = name
        self._draw()

    def done(self) -> None:
        """One more is done."""
        self._done += 1
        self._draw()

    def remove(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _draw(self) -> None:
        if not self._is_shown:
            return
        full = _CELLS * self._done // self._count
        cells = "#" * full + "-" * (_CELLS - full)
        told = say("commands.batch-progress", self._language, done=self._done, count=self._count, name=self._name)
        line = cut(f"[{cells}] {told}", shutil.get_terminal_size().columns - 1)
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
