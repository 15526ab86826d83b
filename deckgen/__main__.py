"""`python -m deckgen`, and what the shell calls as `deckgen`."""

import sys

_INTERRUPTED = 130
"""What shells report of a command that was ended by the interrupt signal."""


def command() -> int:
    """Run a command; an interrupt before there are words to tell it ends the process as quietly as any other."""
    try:
        from deckgen.cli import command as run  # takes a moment, in which somebody may change their mind

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(command())
