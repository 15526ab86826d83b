"""`deckgen COMMAND …`: parses the arguments and calls the command."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from deckgen import __version__
from deckgen.cli import build, check, outline
from deckgen.cli.printing import WRONG_USAGE, Printer, preferred_language, words

COMMANDS = (build, check, outline)


class _Parser(argparse.ArgumentParser):
    """Wrong usage ends with exit code 2 and one readable line."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


def parser(language: str) -> argparse.ArgumentParser:
    """The parser of the whole command line, its help in the reader's language."""
    top = _Parser(prog="deckgen", description=words("about", language))
    top.add_argument("--version", action="version", version=f"deckgen {__version__}")
    commands = top.add_subparsers(title=words("commands", language), metavar="COMMAND", required=True)
    for command in COMMANDS:
        each = commands.add_parser(
            command.NAME, help=words(command.NAME, language), description=words(command.NAME, language)
        )
        command.arguments(each, language)
        each.add_argument("--lang", choices=("ja", "en"), help=words("lang", language))
        each.set_defaults(run=command.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = preferred_language(arguments)
    given = parser(language).parse_args(arguments)
    printer = Printer(given.lang or language, getattr(given, "format", "text"))
    code: int = given.run(given, printer)
    return code
