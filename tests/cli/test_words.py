"""Sentences of the command line that are named by what they are about."""

from typing import get_args

from deckgen.cli.commands import COMMANDS
from deckgen.merge.completeness import State
from deckgen.model.slots import Requirement
from deckgen.wording import words_in
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import Unit


def test_whatever_is_named_by_its_key_has_words() -> None:
    named = {f"doing-{output}" for output in OUTPUTS} | {
        f"{number}{unit}" for unit in get_args(Unit) for number in ("", "one-")
    }
    named |= {f"state-{state}" for state in get_args(State)}
    named |= {f"required-{required}" for required in get_args(Requirement)}
    named |= {f"command-{command}" for command in COMMANDS}
    assert named <= words_in("en", "commands").keys()
