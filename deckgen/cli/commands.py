"""The commands, and the parser that they make together."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any, NoReturn, Protocol, cast

from deckgen.cli.outfile import FORMATS, file_to_write, wanted_format
from deckgen.cli.printing import WRONG_USAGE, Printer
from deckgen.cli.usage import Parser
from deckgen.wording import Language, say


class Command(Protocol):
    """What the module of a command offers."""

    EXAMPLE: str

    def arguments(self, parser: Parser) -> None:
        """Declare the command's arguments."""

    def run(self, given: argparse.Namespace, printer: Printer) -> int:
        """Do the work; returns the exit code."""


COMMANDS = (
    "init",
    "doctor",
    "template",
    "new",
    "studio",
    "slots",
    "ask",
    "collect",
    "slides",
    "check",
    "preview",
    "build",
    "batch",
    "renew",
    "diff",
    "archive",
    "verify",
    "outline",
    "new-course",
    "icons",
    "translate",
    "schema",
)
"""In the order in which a newcomer needs them; the module of each has its name, with `_` for `-`."""


def read_arguments(arguments: Sequence[str], language: Language, version: str) -> argparse.Namespace:
    """The arguments, with `run` of their command. Ends with code 2 where they are wrong."""
    top = _Top(language, version)
    if not arguments:
        top.print_help(sys.stderr)
        sys.exit(WRONG_USAGE)
    given, rest = top.parse_known_args(arguments)
    if rest:
        top.of_command.get(given.command, top).refuse_rest(rest, arguments)
    return given


class _Top(Parser):
    """The parser of the whole command line."""

    def __init__(self, language: Language, version: str) -> None:
        super().__init__(prog="deckgen", about=say("commands.about", language), language=language)
        commands = self.add_subparsers(
            title=say("commands.commands", language),
            metavar="COMMAND",
            dest="command",
            required=True,
            parser_class=_OfCommand,
        )
        self.of_command: dict[str, Parser] = {
            name: commands.add_parser(
                name, help=say(f"commands.command-{name}", language), command=name, language=language
            )
            for name in COMMANDS
        }
        self.add_argument(
            "--version", action="version", version=f"deckgen {version}", help=say("commands.version", language)
        )
        self.finish()
        self.usage = f"deckgen COMMAND {say('commands.usage-options', language)} …"

    def error(self, message: str) -> NoReturn:
        """An unknown command is told apart from the values that options take."""
        start = "argument COMMAND: invalid choice: '"
        if message.startswith(start):
            found = message[len(start) :].partition("'")[0]
            self.refuse(say("commands.usage-command", self.language, found=found) + self.suggestion(found, COMMANDS))
        super().error(message)


class _OfCommand(Parser):
    """The parser of one command: a name until the command is chosen, since what each of them loads takes time."""

    def __init__(self, *, command: str, language: Language, **_: object) -> None:
        super().__init__(
            prog=f"deckgen {command}", about=say(f"commands.command-{command}", language), language=language
        )
        self._command = command

    def parse_known_args(self, *arguments: Any, **settings: Any) -> Any:
        command = cast("Command", import_module(f"deckgen.cli.{self._command.replace('-', '_')}"))
        self.show_example(command.EXAMPLE.format(folder=say("commands.example-folder", self.language)))
        self.set_defaults(run=command.run, format=None)
        command.arguments(self)
        file = partial(file_to_write, language=self.language)
        self.add_argument("--output", metavar="FILE", type=file, help=say("commands.output-file", self.language))
        self.finish()
        given, rest = super().parse_known_args(*arguments, **settings)
        given.format = self._format_of(given)
        return given, rest

    def _format_of(self, given: argparse.Namespace) -> str:
        """The format of what is printed. Ends with code 2 where the file to write is of none that the command has."""
        known = self.choices_of.get("--format") or ("text",)
        found = wanted_format(given.format, given.output, known)
        if found is None:
            endings = " ".join(ending for ending, kind in FORMATS.items() if kind in (*known, "markdown"))
            told = say("commands.output-file-unknown", self.language, found=given.output, known=endings)
            self.refuse(say("commands.usage-own", self.language, name="--output", found=told))
        return found
