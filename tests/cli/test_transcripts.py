"""Every transcript of a session at the command line is played in a workspace of its own and compared.

`UPDATE_TRANSCRIPTS=1 python -m pytest -m slow tests/cli` writes what came back into the files; `git diff` shows
the difference.
"""

import difflib
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.session import fits, play, rewritten, steps_of, tools_of

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_session_goes_as_written(file: Path, workspace: Path) -> None:
    transcript = file.read_text(encoding="utf-8")
    missing = [tool for tool in tools_of(transcript) if not shutil.which(tool)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    results = [(step, play(step, workspace)) for step in steps_of(transcript)]
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        file.write_text(rewritten(transcript, results), encoding="utf-8")
        return
    for step, found in results:
        if not fits(step.expected, found):
            difference = "\n".join(difflib.ndiff(step.expected, found))
            pytest.fail(f"{file.name}:{step.line}: $ {step.command}\n{difference}", pytrace=False)


def test_there_are_transcripts_and_each_has_commands() -> None:
    assert TRANSCRIPTS
    for file in TRANSCRIPTS:
        assert list(steps_of(file.read_text(encoding="utf-8"))), file.name
