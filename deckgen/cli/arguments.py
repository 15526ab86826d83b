"""Arguments that several commands share."""

import argparse
import re
from pathlib import Path

from deckgen.cli.printing import words
from deckgen.cli.usage import Parser


def add_profile(parser: Parser, key: str = "profile") -> None:
    """The company profile."""
    parser.add_argument("profile", metavar="PROFILE", type=Path, help=words(key, parser.language))


def add_theme(parser: Parser) -> None:
    """`--theme`."""
    parser.add_argument("--theme", metavar="NAME|DIR", help=words("theme", parser.language))


def add_draft(parser: Parser, key: str = "draft") -> None:
    """`--draft`."""
    parser.add_argument("--draft", action="store_true", help=words(key, parser.language))


def add_course(parser: Parser) -> None:
    """`--course`."""
    parser.add_argument("--course", metavar="ID", help=words("course", parser.language))


def add_format(parser: Parser) -> None:
    """`--format`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("format", parser.language))


def add_verbose(parser: Parser) -> None:
    """`--verbose`."""
    parser.add_argument("-v", "--verbose", action="store_true", help=words("verbose", parser.language))


_FORM = re.compile(r"[A-Za-z0-9]{1,8}")
_MOST_FORMS = 26


def form_names(given: str, language: str) -> tuple[str, ...]:
    """The names of forms in a list with commas, each once. Raises ArgumentTypeError for what cannot be one."""
    found = tuple(dict.fromkeys(name.strip() for name in given.split(",")))
    if len(found) > _MOST_FORMS or not all(map(_FORM.fullmatch, found)):
        raise argparse.ArgumentTypeError(words("form-unknown", language, found=given))
    return found


def names(given: str, known: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The names in a list with commas. Raises ArgumentTypeError for one that is not known."""
    found = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in found:
        if name not in known:
            raise argparse.ArgumentTypeError(words("output-unknown", language, name=name, known=", ".join(known)))
    return found
