"""Every PDF can be read by a screen reader, kept in an archive, printed, and bound."""

from pathlib import Path

import pytest

from tests.conformance import pages
from tests.conformance.builds import CASES, Built
from tests.conformance.judges import Flavour, Verdict, pdf_verdicts

ARCHIVES = [name for name in CASES if CASES[name].archive]
UNBOUND = ("_card.pdf", "_poster.pdf")
"""What is cut out or hung up has no punched side."""

Verdicts = dict[tuple[Flavour, Path], Verdict]


@pytest.fixture(scope="session")
def verdicts(verapdf: None, builds: dict[str, Built]) -> Verdicts:
    """What veraPDF says, by flavour and file; Java is started once for all files."""
    cases: list[tuple[Flavour, Path]] = []
    for name, built in builds.items():
        if not built.failed:
            files = built.files(".pdf")
            cases += [("ua1", file) for file in files]
            cases += [("2a", file) for file in files if CASES[name].archive]
    return dict(zip(cases, pdf_verdicts(cases), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_screen_reader_can_read_every_pdf(name: str, builds: dict[str, Built], verdicts: Verdicts) -> None:
    accept("ua1", builds[name], verdicts)


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_can_keep_every_pdf(name: str, builds: dict[str, Built], verdicts: Verdicts) -> None:
    accept("2a", builds[name], verdicts)


def accept(flavour: Flavour, built: Built, verdicts: Verdicts) -> None:
    judged = {file.name: verdicts[flavour, file] for file in built.files(".pdf")}
    assert len(judged) >= 2
    assert all(verdict.checks > 0 for verdict in judged.values())
    assert {name: verdict.failures for name, verdict in judged.items() if verdict.failures} == {}


@pytest.mark.parametrize("name", CASES)
def test_every_text_is_within_the_margins_and_meets_no_other(name: str, builds: dict[str, Built]) -> None:
    problems = [
        f"{file.name}: {problem}"
        for file in builds[name].files(".pdf")
        for problem in pages.judge(file, is_bound=not file.name.endswith(UNBOUND))
    ]
    assert not problems, "\n" + "\n".join(problems)
