"""An interrupt that lets what is at hand be finished."""

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Of a person at the keyboard, and of another program, as when the computer is shut down."""


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
    heeded = [number for number in _SIGNALS if signal.getsignal(number) is signal.default_int_handler]
    if threading.current_thread() is not threading.main_thread():
        heeded = []

    def end(number: int, frame: FrameType | None) -> None:
        _handle(heeded, signal.default_int_handler)
        ending.is_wanted = True
        _write(f"{told}\n")

    _handle(heeded, end)
    try:
        yield ending
    finally:
        _handle(heeded, signal.default_int_handler)


def _handle(numbers: Iterable[signal.Signals], handler: Callable[[int, FrameType | None], None]) -> None:
    for number in numbers:
        signal.signal(number, handler)


def _write(text: str) -> None:
    """Write past Python's buffer, in the middle of whose work the interrupt may have come."""
    with suppress(OSError, io.UnsupportedOperation):
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""
        os.write(sys.stderr.fileno(), f"{clear}{text}".encode(errors="backslashreplace"))
