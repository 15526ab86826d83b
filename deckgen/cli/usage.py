"""The parser of the command line: help and errors in the reader's language, laid out for wide characters."""

import argparse
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import takewhile
from typing import Any, NoReturn

from deckgen.cli.called import as_called
from deckgen.cli.printing import WRONG_USAGE, meant
from deckgen.messages.spelling import closest
from deckgen.pipeline.workspace import PROFILE_ENDINGS
from deckgen.text.columns import wrap
from deckgen.wording import Language, say

WIDEST = 100
"""Columns that help takes at most."""

_FAULTS = (
    ("usage-value-missing", re.compile(r"argument (?P<name>[^:]+): expected one argument")),
    ("usage-value-unwanted", re.compile(r"argument (?P<name>[^:]+): ignored explicit argument '(?P<found>.*)'")),
    ("usage-value", re.compile(r"argument (?P<name>[^:]+): invalid choice: '(?P<found>.*?)'.*")),
    ("usage-required", re.compile(r"the following arguments are required: (?P<name>.*)")),
    ("usage-own", re.compile(r"argument (?P<name>[^:]+): (?P<found>.*)")),
)
"""What the library says of a fault, to be put into our own words."""

_OTHER_DASHES = re.compile("[-‐-―−－ー]*[‐-―−－ー][-‐-―−－ー]*(?=[A-Za-zＡ-Ｚａ-ｚ])")
"""What word processors and input methods make of the hyphens before an option."""


class Parser(argparse.ArgumentParser):
    """Wrong usage ends with exit code 2, one sentence, and where to read on."""

    def __init__(self, *, prog: str, about: str, language: Language) -> None:
        self.language: Language = language
        self.choices_of: dict[str, Sequence[str]] = {}
        """The values that an argument takes, by the name that errors call it."""
        self._groups: dict[str, Any] = {}
        super().__init__(
            prog=prog,
            description=about,
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Help, language=language),
        )

    def show_example(self, example: str) -> None:
        """Have help end with an example."""
        self.epilog = say("commands.example", self.language) + as_called(f"`{example}").lstrip("`")

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """Declare an argument, in the group where help lists it."""
        is_option = names[0].startswith("-")
        group = self._group("options" if is_option else "arguments")
        action: argparse.Action = group.add_argument(*names, **settings)
        called = "/".join(action.option_strings) if is_option else settings["metavar"]
        self.choices_of[called] = tuple(settings.get("choices", ()))
        return action

    def _group(self, key: str) -> Any:
        """A group of arguments under a heading in the reader's language, made when it is first needed."""
        if key not in self._groups:
            self._groups[key] = self.add_argument_group(say(f"commands.{key}", self.language))
        return self._groups[key]

    def finish(self) -> None:
        """Add `--lang` and `--help`, which every command has, and the line that shows the usage."""
        values = [name for name in self.choices_of if not name.startswith("-")]
        self.usage = " ".join(["%(prog)s", say("commands.usage-options", self.language), *values])
        # The language is looked up before anything is parsed, so that the parser can speak it.
        self.add_argument(
            "--lang", choices=("ja", "en"), default=argparse.SUPPRESS, help=say("commands.lang", self.language)
        )
        self.add_argument("-h", "--help", action="help", help=say("commands.help", self.language))

    def error(self, message: str) -> NoReturn:
        for key, pattern in _FAULTS:
            if match := pattern.fullmatch(message):
                self.refuse(self._told(key, **match.groupdict()))
        self.refuse(message)

    def _told(self, key: str, name: str, found: str = "") -> str:
        known = self.choices_of.get(name, ())
        told = say(f"commands.{key}", self.language, name=name, found=found, known=", ".join(known))
        return told + self.suggestion(found, known)

    def suggestion(self, found: str, known: Iterable[str]) -> str:
        """The words that name the nearest of the known ones; nothing where none is near."""
        return meant(closest(found, known) if found else "", self.language)

    def refuse_rest(self, rest: Sequence[str], given: Sequence[str]) -> NoReturn:
        """End because of arguments that no command takes, among all that were given."""
        found = next(filter(_OTHER_DASHES.match, given), rest[0])
        known = [name for names in self.choices_of for name in names.split("/") if name.startswith("-")]
        told = say("commands.usage-unknown", self.language, found=found)
        if option := _as_option(found):
            self.refuse(told + (meant(option, self.language) if option in known else self.suggestion(option, known)))
        path = _parted_path(given, given.index(found))
        self.refuse(told + (say("commands.usage-quotes", self.language, path=path) if path else ""))

    def refuse(self, told: str) -> NoReturn:
        """End with exit code 2."""
        sys.stderr.write(as_called(say("commands.refused", self.language, prog=self.prog, told=told)) + "\n")
        sys.exit(WRONG_USAGE)


def _as_option(found: str) -> str:
    """An option as the keyboard writes it; empty for what is none."""
    name = found.partition("=")[0]
    if not (dashes := _OTHER_DASHES.match(name)):
        return name if name.startswith("-") else ""
    letters = unicodedata.normalize("NFKC", name[dashes.end() :])
    return f"--{letters}" if len(letters) > 1 else f"-{letters}"


def _parted_path(given: Sequence[str], at: int) -> str:
    """The path whose spaces have parted it into arguments, of which one is known; empty where it was none."""
    before = given[at - 1]
    whole = " ".join([before, *takewhile(lambda each: not each.startswith("-"), given[at:])])
    is_path = "/" in whole or "\\" in whole or whole.endswith(PROFILE_ENDINGS)
    is_whole = at == 1 or before.startswith("-") or before.endswith(PROFILE_ENDINGS)  # 1 is after the command
    return whole if is_path and not is_whole else ""


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str, *, language: Language) -> None:
        self._language = language
        columns = shutil.get_terminal_size().columns
        super().__init__(prog, width=min(columns, WIDEST) - 2, max_help_position=28)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("commands.usage", self._language))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(text, width))
