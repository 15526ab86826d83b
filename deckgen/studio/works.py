"""What takes long, as a worker process does it. Whatever goes wrong is among the findings of the answer."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from deckgen.diagnostics import Diagnostic, Place, Report, Stop, shown
from deckgen.editions.archive import Archived, Wanted, archive
from deckgen.editions.differences import change_report, differences
from deckgen.editions.latest import archives_meant
from deckgen.editions.verify import Verified, verify
from deckgen.messages.terms import reason
from deckgen.pipeline.workers import Outcome, Task, build_task
from deckgen.wording import Language
from deckgen.writers.changes.heads import count_words
from deckgen.writers.changes.report import ReportView, report_view

Progress = Callable[[str], None]
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Answer(Generic[_Made]):
    """What a work made, None for nothing, and what it found."""

    made: _Made | None
    findings: tuple[Diagnostic, ...]


def warm_up(progress: Progress) -> None:
    """Load the stages before anybody asks for them."""
    import deckgen.pipeline.build  # noqa: F401 - for whoever comes next


def build_company(task: Task, progress: Progress) -> Outcome:
    """Build the outputs."""
    return build_task(task, progress)


def archive_company(profile: Path, progress: Progress) -> Answer[Archived]:
    """Keep the edition that was built last."""
    return answered(lambda report: archive(Wanted(str(profile)), report))


def verify_newest(profile: Path, progress: Progress) -> Answer[Verified]:
    """Judge the newest archive of a company."""
    return answered(lambda report: verify(archives_meant(profile, None, report).wanted[0], report, progress))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions side by side."""

    view: ReportView
    told: str
    """How much differs, in words."""
    language: Language
    """Of both."""


def compare_editions(old: Path, new: Path, progress: Progress) -> Answer[Compared]:
    """What differs between two editions."""

    def compared(report: Report) -> Compared:
        comparison, _, _ = differences(old, new, report)
        language = comparison.new.language
        return Compared(report_view(comparison), count_words(comparison, language), language)

    return answered(compared)


def change_paper(old: Path, new: Path, progress: Progress) -> Answer[bytes]:
    """The report of changes as PDF."""

    def made(report: Report) -> bytes:
        comparison, _, found = differences(old, new, report)
        paper = change_report(comparison, found, None, new.parent, report)
        if paper is None:
            raise Stop
        return paper.data

    return answered(made)


def answered(do: Callable[[Report], _Made]) -> Answer[_Made]:
    """What came of a work, whatever went wrong with it."""
    report = Report()
    made: _Made | None = None
    try:
        made = do(report)
    except Stop:
        pass
    except OSError as problem:
        report.add("file-unreadable", Place(shown(Path(os.fsdecode(problem.filename or ".")))), reason=reason(problem))
    except Exception as problem:  # a fault of deckgen's own ends this work, and no other
        report.add("studio-fault", None, problem=f"{type(problem).__name__}: {problem}".splitlines()[0][:200])
    return Answer(made, tuple(report))
