"""`deckgen COMMAND …`: parses the arguments and calls the command."""

import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial

from deckgen import __version__
from deckgen.cli.guard import guarded, speak_utf8
from deckgen.cli.printing import Printer, preferred_language
from deckgen.wording import Language

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Seventy times Python's own: a run makes many small objects that live to its end, and hardly a circle of them."""


def command() -> int:
    """What the shell calls: `main` in a process of its own, whose memory is the system's business at the end."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        return main()
    finally:
        gc.freeze()  # or Python looks through everything for circles once more, for a fifth of the whole run


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = preferred_language(arguments)
    speak_utf8()
    return guarded(lambda: _run(arguments, language), arguments, language)


def _run(arguments: Sequence[str], language: Language) -> int:
    # Imported only now: a library that is missing is told like any other problem.
    from deckgen.cli.commands import read_arguments

    given = read_arguments(arguments, language, __version__)
    run: Callable[[], int] = partial(given.run, given, Printer(language, given.format))
    if given.output is None:
        return run()
    from deckgen.cli.outfile import into_file

    return into_file(given.output, run, language)
