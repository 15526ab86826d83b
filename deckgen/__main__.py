"""`python -m deckgen`, and what the shell calls as `deckgen`."""

import signal
import sys

_INTERRUPTED = 130
"""What shells report of a command that was ended by the interrupt signal."""


def command() -> int:
    """Run a command; an interrupt before there are words to tell it ends the process as quietly as any other."""
    try:
        _end_when_asked()
        from deckgen.cli import command as run  # takes a moment, in which somebody may change their mind

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        _end_in_peace()


def _end_when_asked() -> None:
    """Take the wish of another program to end this one as the interrupt of a person; unless it is to be ignored."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _end_in_peace() -> None:
    """Keep an interrupt that comes too late from changing the exit code, or ending the process by the signal."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(command())
