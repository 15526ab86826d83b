"""An interrupt that lets what is at hand be finished."""

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Ending:
    """Whether somebody wants the command to end."""

    is_wanted: bool = False


@contextmanager
def first_interrupt_ends(told: str) -> Iterator[Ending]:
    """Meanwhile the first interrupt only says `told`, and that the end is wanted; a second one interrupts.

    Where interrupts are ignored, as in the background of a script, they stay so.
    """
    ending = Ending()
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield ending
        return

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        ending.is_wanted = True
        _write(f"{told}\n")

    signal.signal(signal.SIGINT, end)
    try:
        yield ending
    finally:
        signal.signal(signal.SIGINT, before)


def _write(text: str) -> None:
    """Write past Python's buffer, in the middle of whose work the interrupt may have come."""
    with suppress(OSError, io.UnsupportedOperation):
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""
        os.write(sys.stderr.fileno(), f"{clear}{text}".encode(errors="backslashreplace"))
