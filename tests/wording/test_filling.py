"""Paths in suggested commands are as a shell takes them."""

import os
import re
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic
from deckgen.messages import hint_of
from deckgen.wording import LANGUAGES, Language, words_in
from deckgen.wording.filling import filled, quoted

posix_only = pytest.mark.skipif(os.name == "nt", reason="the quotes of POSIX shells")


@pytest.mark.parametrize("path", ["acme.yaml", "source/companies/acme.yaml", "会社/みどり丘.yaml", "a_b-c+d@e,f=1:2%"])
def test_a_path_of_letters_needs_no_quotes(path: str) -> None:
    assert quoted(path) == path


@posix_only
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_shell_reads_the_path_as_it_is(path: str) -> None:
    assert shlex.split(quoted(path)) == [path]


@posix_only
def test_values_are_quoted_in_commands_alone() -> None:
    assert filled("{path}: `deckgen check {path!q}`", {"path": "my company.yaml"}) == (
        "my company.yaml: `deckgen check 'my company.yaml'`"
    )


@posix_only
def test_hints_quote_what_they_suggest_to_run() -> None:
    finding = Diagnostic("profile-folder", None, (("path", "my companies"),))
    assert hint_of(finding, "en") == "`deckgen batch 'my companies'` builds every profile in it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_suggested_command_has_a_value_without_quotes(language: Language) -> None:
    told = "\n".join([*words_in(language, "messages").values(), *words_in(language, "commands").values()])
    commands = re.findall(r"`deckgen[^`]*`", told)
    assert len(commands) > 10
    assert [command for command in commands if re.search(r"{(?!options})\w+}", command)] == []  # options are several
