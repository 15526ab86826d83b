"""A compliance officer's year can be lived as its document tells it."""

import shlex
from pathlib import Path

import pytest

from deckgen.cli import main
from tests.documents import examples
from tests.documents.reading import commands, text_of

NEXT_YEAR = Path("source", "companies", "acme-2027.yaml")


@pytest.fixture
def last_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace as it is in April: last year's edition is built and kept."""
    examples.write_workspace(tmp_path, "telework-privacy")
    monkeypatch.chdir(tmp_path)
    profile = examples.PROFILE.read_text("utf-8")
    examples.PROFILE.write_text(profile.replace("'1.0'", "'2.0'"), "utf-8")
    assert main(["build", str(examples.PROFILE)]) == 0
    assert main(["archive", "acme"]) == 0


@pytest.mark.usefixtures("last_year")
def test_the_commands_of_the_year_do_their_work_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands(text_of("docs/ja/year.md")):
        arguments = shlex.split(command)[1:]
        if {"--links", "--write-checked"} & {*arguments}:
            continue  # these ask the network
        is_to_be_filled_in = NEXT_YEAR.exists() and "要記入" in NEXT_YEAR.read_text("utf-8")
        assert main(arguments) == int(is_to_be_filled_in), f"{command}\n{capsys.readouterr().err}"
        if is_to_be_filled_in:
            text = NEXT_YEAR.read_text("utf-8")
            NEXT_YEAR.write_text(text.replace("要記入", "報告の期限を改めた。"), "utf-8")
    told = capsys.readouterr().out
    assert "shinkyu-2027.pdf" in told
    assert Path("output", "acme", "archive", "2027FY_telework-privacy_v3.0.zip").exists()
    assert Path("output", "summary.csv").exists()
    assert list(Path("output", "acme-2027").glob("*_public_poster.pdf"))
