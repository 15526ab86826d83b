"""Interrupts: none gets lost, and a batch may finish what is at hand."""

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


_asked = Ending()
"""Of the command that runs: signals are a process's own."""


@contextmanager
def interrupts_kept() -> Iterator[None]:
    """Meanwhile an interrupt is raised as ever, and kept for `heed_interrupt`; at the end it is raised again.

    What is raised may be swallowed, as modules written in C do while they are imported, or end as another error, as
    where a library closes what is half written.
    """
    heeded = _heeded()
    _asked.is_wanted = False
    _handle(heeded, _interrupt)
    try:
        yield
    finally:
        _handle(heeded, signal.default_int_handler)
        heed_interrupt()


def heed_interrupt() -> None:
    """Raise KeyboardInterrupt if the end is wanted all the same: called between stages, where nothing is half done."""
    if _asked.is_wanted:
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    _asked.is_wanted = True
    raise KeyboardInterrupt


def _heeded() -> list[signal.Signals]:
    """The signals that interrupt: where they are ignored, as in the background of a script, they stay so."""
    if threading.current_thread() is not threading.main_thread():
        return []
    return [number for number in _SIGNALS if signal.getsignal(number) in (signal.default_int_handler, _interrupt)]


@contextmanager
def first_interrupt_ends(told: str) -> Iterator[Ending]:
    """Meanwhile the first interrupt only says `told`, and that the end is wanted; a second one interrupts."""
    ending, heeded = Ending(), _heeded()

    def end(number: int, frame: FrameType | None) -> None:
        _handle(heeded, _interrupt)
        ending.is_wanted = True
        _write(f"{told}\n")

    _handle(heeded, end)
    try:
        heed_interrupt()
        yield ending
    finally:
        _handle(heeded, _interrupt)


def _handle(numbers: Iterable[signal.Signals], handler: Callable[[int, FrameType | None], None]) -> None:
    for number in numbers:
        signal.signal(number, handler)


def _write(text: str) -> None:
    """Write past Python's buffer, in the middle of whose work the interrupt may have come."""
    with suppress(OSError, io.UnsupportedOperation):
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""
        os.write(sys.stderr.fileno(), f"{clear}{text}".encode(errors="backslashreplace"))
