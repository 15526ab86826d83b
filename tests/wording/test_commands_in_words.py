"""Every command that a word suggests can be typed as it stands there."""

import re
import shlex

import pytest

from deckgen import __version__
from deckgen.cli.commands import COMMANDS, read_arguments
from deckgen.wording import LANGUAGES, words_in
from deckgen.wording.filling import filled, placeholders

FILES = ("commands", "messages", "hints", "template", "studio", "profiles", "questions")
_COMMAND = re.compile(r"`(deckgen [^`]+)`")
VALUES = {"to": "en", "language": "en", "options": " --version short --language en"}
_OTHERS = {"new": " --course COURSE"}
"""Options of commands that take no version."""
_ALONE = {"answer-year.hint"}
"""Words that name a command whose arguments are those that were just typed."""


def suggested() -> list[tuple[str, str]]:
    """The key of each word with a command in it, and the command."""
    found: list[tuple[str, str]] = []
    for language in LANGUAGES:
        for file in FILES:
            for key, word in words_in(language, file).items():
                found += ((f"{language}: {file}.{key}", command) for command in _COMMAND.findall(word))
    return found


@pytest.mark.parametrize(("key", "command"), suggested())
def test_a_suggested_command_is_taken_by_the_command_line(key: str, command: str) -> None:
    name = command.split()[1]
    values = dict.fromkeys(placeholders(command), "some thing") | VALUES
    values["options"] = _OTHERS.get(name, VALUES["options"])
    arguments = shlex.split(filled(command, values))[1:]
    assert arguments[0] in COMMANDS
    if len(arguments) > 1 and not (arguments[0] == "template" and len(arguments) == 2):
        read_arguments(arguments, "en", __version__)
