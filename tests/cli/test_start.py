"""What a command loads: everything that takes long is left to the command that needs it."""

import json
import subprocess
import sys

import pytest

from tests.cli.session import ROOT

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
