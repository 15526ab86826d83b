"""Every PDF can be read by a screen reader, kept in an archive, printed, and bound."""

from pathlib import Path

import pytest

from tests.conformance import pages
from tests.conformance.builds import CASES, Built
from tests.conformance.judges import Flavour, Verdict, pdf_verdicts

KINDS = ("handout", "trainer")
PDFS = [(name, kind) for name in CASES for kind in KINDS]
ARCHIVES = [(name, kind) for name, kind in PDFS if CASES[name].archive]
Verdicts = dict[tuple[str, str, Flavour], Verdict]


def pdf(built: Built, kind: str) -> Path:
    return built.handout if kind == "handout" else built.trainer


@pytest.fixture(scope="session")
def verdicts(verapdf: None, builds: dict[str, Built]) -> Verdicts:
    """What veraPDF says, by case, kind and flavour; Java is started once for all files."""
    for_all: list[tuple[str, str, Flavour]] = [(name, kind, "ua1") for name, kind in PDFS]
    keys = [*for_all, *((name, kind, "2a") for name, kind in ARCHIVES)]
    keys = [key for key in keys if not builds[key[0]].failed]
    found = pdf_verdicts((flavour, pdf(builds[name], kind)) for name, kind, flavour in keys)
    return dict(zip(keys, found, strict=True))


@pytest.mark.parametrize(("name", "kind"), PDFS)
def test_a_screen_reader_can_read_it(name: str, kind: str, builds: dict[str, Built], verdicts: Verdicts) -> None:
    accept(builds[name], verdicts.get((name, kind, "ua1")))


@pytest.mark.parametrize(("name", "kind"), ARCHIVES)
def test_an_archive_can_keep_it(name: str, kind: str, builds: dict[str, Built], verdicts: Verdicts) -> None:
    accept(builds[name], verdicts.get((name, kind, "2a")))


def accept(built: Built, verdict: Verdict | None) -> None:
    assert built.handout.exists()
    assert verdict is not None
    assert verdict.checks > 0
    assert verdict.failures == ()


@pytest.mark.parametrize(("name", "kind"), PDFS)
def test_every_text_is_within_the_margins_and_meets_no_other(name: str, kind: str, builds: dict[str, Built]) -> None:
    problems = pages.judge(pdf(builds[name], kind))
    assert not problems, "\n" + "\n".join(problems)
