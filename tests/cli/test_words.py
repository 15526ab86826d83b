"""The table of sentences."""

import re
from typing import get_args

import pytest

from deckgen.cli.commands import COMMANDS
from deckgen.cli.words import WORDS
from deckgen.merge.completeness import State
from deckgen.model.slots import Requirement
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import Unit


@pytest.mark.parametrize("key", WORDS)
def test_a_sentence_says_the_same_values_in_both_languages(key: str) -> None:
    english, japanese = WORDS[key]
    assert english
    assert japanese
    assert sorted(re.findall(r"{\w*}", english)) == sorted(re.findall(r"{\w*}", japanese))


def test_whatever_is_named_by_its_key_has_words() -> None:
    named = {f"doing-{output}" for output in OUTPUTS} | {
        f"{number}{unit}" for unit in get_args(Unit) for number in ("", "one-")
    }
    named |= {f"state-{state}" for state in get_args(State)}
    named |= {f"required-{required}" for required in get_args(Requirement)}
    named |= {f"command-{command}" for command in COMMANDS}
    assert named <= WORDS.keys()
