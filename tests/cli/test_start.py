"""What a command loads: everything that takes long is left to the command that needs it."""

import json
import subprocess
import sys

import pytest

from tests.cli.session import ROOT

pytestmark = pytest.mark.slow

HEAVY = ("PIL", "fontTools", "lxml", "pptx", "weasyprint")
PROBE = """
import json, sys
from deckgen.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, list(sys.modules)]))
"""


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    return set(modules)


@pytest.mark.parametrize("command", ["check", "slots"])
def test_looking_at_a_profile_loads_no_writer(command: str) -> None:
    assert loaded(command, "source/companies/hinata-design.yaml").isdisjoint(HEAVY)


def test_the_deck_needs_nothing_of_the_handouts(tmp_path: object) -> None:
    modules = loaded("build", "source/companies/hinata-design.yaml", "--only", "deck", "--out", str(tmp_path))
    assert modules.isdisjoint({"weasyprint", "deckgen.writers.handout", "deckgen.writers.card", "deckgen.writers.pdf"})


@pytest.mark.parametrize(("language", "other"), [("en", "ja"), ("ja", "en")])
def test_a_command_loads_the_words_that_it_says(language: str, other: str) -> None:
    modules = loaded("check", "source/companies/hinata-design.yaml", "--as-of", "2026-11-28", "--lang", language)
    words = {name.removeprefix("deckgen.wording.") for name in modules if name.startswith("deckgen.wording.")}
    assert f"{language}.commands" in words
    # The course is in Japanese, and its own words are compared with ours of each language.
    assert {name for name in words if name.startswith(f"{other}.")} <= {f"{other}.papers"}
    assert words.isdisjoint({f"{language}.changes", f"{language}.profiles"})
