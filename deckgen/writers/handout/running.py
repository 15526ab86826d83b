"""What stands on every sheet: whose material it is, what it is called, which edition, and who may see it."""

from dataclasses import dataclass
from typing import Literal

from deckgen.model.course import Course
from deckgen.text.dates import fiscal_year, japanese_date
from deckgen.writers.handout import paper
from deckgen.writers.handout.prose import Setter

_MARK_PADDING = 16.0
"""Points that the frame of a mark and the space behind it take."""
_PAGE_NUMBER = 60.0
"""Points kept for the page number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word in a frame."""

    text: str
    is_strong: bool = False
    """Reversed out: white on black."""


@dataclass(frozen=True, slots=True)
class RunningHead:
    """Head and foot of every sheet; texts in lines parted by line feeds."""

    course: str
    marks: tuple[Mark, ...]
    company_beside: str
    """On the title's line; or empty."""
    company_above: str
    """On a line of its own above the title; or empty."""
    edition: str


def running_head(course: Course, kind: Literal["handout", "trainer"], setter: Setter) -> RunningHead:
    """The head and foot for one kind of handout.

    Title, marks and company share a line where they fit; else the company stands above, on a line of its own. Either is
    cut short only where it would run off the paper: both stand in full on the cover.
    """
    marks = _marks(course, kind)
    size = paper.FURNITURE.size
    used = sum(setter.fonts.width(mark.text, bold=True) * size + _MARK_PADDING for mark in marks) + paper.HEAD_GAP
    title, company = course.title.plain, course.company_name
    is_beside = (setter.fonts.width(title) + setter.fonts.width(company)) * size + used <= paper.WIDTH
    return RunningHead(
        course=title if is_beside else _lines(title, paper.WIDTH - used, 1, setter),
        marks=marks,
        company_beside=company if is_beside else "",
        company_above="" if is_beside else _lines(company, paper.WIDTH, 1, setter),
        edition=_lines(_edition(course), paper.WIDTH - _PAGE_NUMBER, 2, setter),
    )


def _marks(course: Course, kind: Literal["handout", "trainer"]) -> tuple[Mark, ...]:
    marks = [Mark("下書き", is_strong=True)] if course.is_draft else []
    if kind == "trainer":
        marks.append(Mark("講師用"))
    if course.edition.confidentiality:
        marks.append(Mark(course.edition.confidentiality))
    return tuple(marks)


def _edition(course: Course) -> str:
    edition = course.edition
    issued = japanese_date(edition.issued_on)
    return f"{fiscal_year(edition.fiscal_year)}版　第{edition.version}版　{issued}発行"


def _lines(text: str, width: float, count: int, setter: Setter) -> str:
    lines = setter.lines(text, paper.FURNITURE, width)
    if len(lines) <= count:
        return "\n".join(lines)
    return "\n".join((*lines[: count - 1], f"{lines[count - 1][:-1]}…"))
