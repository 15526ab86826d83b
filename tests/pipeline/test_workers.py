"""What a worker of a batch leaves behind."""

import gc
from pathlib import Path

import pytest

from deckgen.pipeline.request import Request
from deckgen.pipeline.workers import build_task, task_of
from tests.pipeline.companies import workspace

pytestmark = pytest.mark.slow


def test_nothing_of_a_deck_is_in_memory_when_the_next_company_begins(tmp_path: Path) -> None:
    """The parts of a package name one another, so that only a search for circles frees them, with all their bytes."""
    profile = workspace(tmp_path / "work") / "source" / "companies" / "mihon.yaml"
    outcome = build_task(task_of(Request(profile, only=("deck",), out=tmp_path / "out")))
    from pptx.opc.package import Part

    assert outcome.state == "built"
    assert not [each for each in gc.get_objects() if isinstance(each, Part)]
