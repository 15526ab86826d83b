"""Arguments that several commands share."""

import argparse
import re
from functools import partial
from pathlib import Path
from typing import get_args

from deckgen.cli.clock import day
from deckgen.cli.usage import Parser
from deckgen.model.choice import Choice
from deckgen.model.printing import HandoutForm
from deckgen.pipeline.request import Request
from deckgen.pipeline.workspace import profile_path
from deckgen.wording import LANGUAGES, Language, say
from deckgen.writers import OUTPUTS, Options


def add_profile(parser: Parser) -> None:
    """The company's profile, by its path or by its bare name."""
    parser.add_argument("profile", metavar="COMPANY", type=profile_path, help=say("commands.company", parser.language))


def add_theme(parser: Parser) -> None:
    """`--theme`."""
    parser.add_argument("--theme", metavar="NAME|DIR", help=say("commands.theme", parser.language))


def add_version(parser: Parser) -> None:
    """`--version`: of the course, not of deckgen."""
    parser.add_argument("--version", metavar="ID", help=say("commands.course-version", parser.language))


def add_draft(parser: Parser, key: str = "draft") -> None:
    """`--draft`."""
    parser.add_argument("--draft", action="store_true", help=say(f"commands.{key}", parser.language))


def add_language(parser: Parser) -> None:
    """`--language`."""
    parser.add_argument("--language", choices=LANGUAGES, help=say("commands.language", parser.language))


def asked_language(given: argparse.Namespace) -> Language | None:
    """What `--lang` asks for; None where the language of messages is the computer's."""
    asked: Language | None = getattr(given, "lang", None)
    return asked


def add_course(parser: Parser) -> None:
    """`--course`."""
    parser.add_argument("--course", metavar="ID", help=say("commands.course", parser.language))


def add_format(parser: Parser, *, with_table: bool = False) -> None:
    """`--format`; `with_table` for what can be a table in a spreadsheet as well."""
    choices = ("text", "json", "csv") if with_table else ("text", "json")
    key = "format-table" if with_table else "format"
    parser.add_argument("--format", choices=choices, help=say(f"commands.{key}", parser.language))


def add_verbose(parser: Parser) -> None:
    """`--verbose`."""
    parser.add_argument("-v", "--verbose", action="store_true", help=say("commands.verbose", parser.language))


def add_outputs(parser: Parser) -> None:
    """`--only`, `--out` and what else the files of a company depend on."""
    language = parser.language
    outputs = partial(names, known=tuple(OUTPUTS), language=language)
    parser.add_argument("--only", metavar="OUTPUT,…", type=outputs, default=(), help=say("commands.only", language))
    parser.add_argument("--out", type=Path, metavar="DIR", help=say("commands.out", language))
    add_version(parser)
    add_theme(parser)
    add_language(parser)
    add_draft(parser)
    parser.add_argument("--force", action="store_true", help=say("commands.force", language))
    forms = partial(form_names, language=language)
    parser.add_argument("--forms", metavar="NAME,…", type=forms, default=(), help=say("commands.forms", language))
    parser.add_argument("--public", action="store_true", help=say("commands.public", language))
    parser.add_argument("--pdf", choices=("ua", "archive"), default="ua", help=say("commands.pdf", language))
    forms_of_handout = get_args(HandoutForm)
    parser.add_argument("--handout", choices=forms_of_handout, help=say("commands.handout", language))
    switch = argparse.BooleanOptionalAction
    parser.add_argument("--slides", choices=LANGUAGES, help=say("commands.slides-language", language))
    parser.add_argument("--duplex", action=switch, help=say("commands.duplex", language))
    as_of = partial(day, language=language)
    parser.add_argument("--as-of", metavar="DATE", type=as_of, help=say("commands.as-of-build", language))


def request_of(given: argparse.Namespace, profile: Path) -> Request:
    """What those arguments ask for."""
    options = Options(given.pdf, given.forms, given.handout, given.duplex)
    return Request(
        profile,
        given.only,
        given.out,
        given.theme,
        given.draft,
        given.force,
        options,
        given.public,
        choice_of(given),
        given.as_of,
    )


def choice_of(given: argparse.Namespace) -> Choice:
    """Which form of the company's course those arguments ask for."""
    return Choice(*(getattr(given, name, None) for name in ("language", "slides", "version")))


_FORM = re.compile(r"[A-Za-z0-9]{1,8}")
_MOST_FORMS = 26


def form_names(given: str, language: Language) -> tuple[str, ...]:
    """The names of forms in a list with commas. Raises ArgumentTypeError for what cannot be one, or stands twice."""
    found = tuple(name.strip() for name in given.split(","))
    if len(found) > _MOST_FORMS or not all(map(_FORM.fullmatch, found)):
        raise argparse.ArgumentTypeError(say("commands.form-unknown", language, found=given))
    if len({name.casefold() for name in found}) < len(found):  # each form is a file, and some systems know no case
        raise argparse.ArgumentTypeError(say("commands.form-twice", language, found=given))
    return found


def names(given: str, known: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The names in a list with commas. Raises ArgumentTypeError for one that is not known."""
    found = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in found:
        if name not in known:
            raise argparse.ArgumentTypeError(
                say("commands.output-unknown", language, name=name, known=", ".join(known))
            )
    return found
