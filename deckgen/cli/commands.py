"""The table of commands, and the parser that they make together."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn, Protocol

from deckgen.cli import batch, build, check, new, outline, schema, slots
from deckgen.cli.printing import WRONG_USAGE, Printer, words
from deckgen.cli.usage import Parser
from deckgen.messages import Language


class Command(Protocol):
    """What the module of a command offers."""

    NAME: str
    EXAMPLE: str

    def arguments(self, parser: Parser) -> None:
        """Declare the command's arguments."""

    def run(self, given: argparse.Namespace, printer: Printer) -> int:
        """Do the work; returns the exit code."""


COMMANDS: tuple[Command, ...] = (new, slots, check, build, batch, outline, schema)
"""In the order in which a newcomer needs them."""


def read_arguments(arguments: Sequence[str], language: Language, version: str) -> argparse.Namespace:
    """The arguments, with `run` of their command. Ends with code 2 where they are wrong."""
    top = _Top(language, version)
    if not arguments:
        top.print_help(sys.stderr)
        sys.exit(WRONG_USAGE)
    given, rest = top.parse_known_args(arguments)
    if rest:
        top.of_command.get(given.command, top).refuse_rest(rest)
    return given


class _Top(Parser):
    """The parser of the whole command line."""

    def __init__(self, language: Language, version: str) -> None:
        super().__init__(prog="deckgen", about=words("about", language), language=language)
        commands = self.add_subparsers(
            title=words("commands", language), metavar="COMMAND", dest="command", required=True, parser_class=Parser
        )
        self.of_command: dict[str, Parser] = {}
        for command in COMMANDS:
            about = words(command.NAME, language)
            each = commands.add_parser(
                command.NAME,
                help=about,
                prog=f"deckgen {command.NAME}",
                about=about,
                language=language,
                example=command.EXAMPLE,
            )
            each.set_defaults(run=command.run, format="text")
            command.arguments(each)
            each.finish()
            self.of_command[command.NAME] = each
        self.add_argument("--version", action="version", version=f"deckgen {version}", help=words("version", language))
        self.finish()
        self.usage = f"deckgen COMMAND {words('usage-options', language)} …"

    def error(self, message: str) -> NoReturn:
        """An unknown command is told apart from the values that options take."""
        start = "argument COMMAND: invalid choice: '"
        if message.startswith(start):
            found = message[len(start) :].partition("'")[0]
            known = [command.NAME for command in COMMANDS]
            self.refuse(words("usage-command", self.language, found=found) + self.suggestion(found, known))
        super().error(message)
