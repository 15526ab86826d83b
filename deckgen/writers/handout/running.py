"""What stands on every sheet: whose material it is, what it is called, which edition, and who may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deckgen.diagnostics import Diagnostic, Place
from deckgen.model.course import Course
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.text.editions import DRAFT, issue_named, version_named, year_named
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.prose import Setter

_MARK_PADDING = 16.0
"""Points that the frame of a mark and the space behind it take."""
_TOLD_AT_MOST = 40
"""Characters of a text in a message."""
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
    cut short only where it would run off the paper, the company where its short name does so too: both stand in full on
    the cover, and `head_findings` tells.
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
        company_above="" if is_beside else _lines(_name_above(course, setter), paper.WIDTH, 1, setter),
        edition=_lines(_edition(course), paper.WIDTH - _PAGE_NUMBER, 2, setter),
    )


def head_findings(course: Course, kind: Literal["handout", "trainer"], setter: Setter) -> Iterator[Diagnostic]:
    """What is cut short in the head, at its place in the material."""
    head = running_head(course, kind, setter)
    title, name = course.title.plain, _name_above(course, setter)
    if not head.company_beside and head.company_above != name:
        yield text_cut("@head", name, course.place_of(SHORT_NAME, COMPANY_NAME))
    if head.course != title:
        yield text_cut("@head", title, course.title.place)


def text_cut(medium: str, text: str, place: Place | None) -> Diagnostic:
    """That a text is cut short; `medium` is a term of the message catalogue."""
    told = text if len(text) <= _TOLD_AT_MOST else f"{text[:_TOLD_AT_MOST]}…"
    return Diagnostic("text-cut", place, (("medium", medium), ("text", told)))


def _name_above(course: Course, setter: Setter) -> str:
    """The company's full name; its short one where the line does not hold the full one."""
    names = (course.company_name, course.short_name)
    return next((name for name in names if len(setter.lines(name, paper.FURNITURE, paper.WIDTH)) <= 1), names[1])


def _marks(course: Course, kind: Literal["handout", "trainer"]) -> tuple[Mark, ...]:
    marks = [Mark(DRAFT, is_strong=True)] if course.is_draft else []
    if kind == "trainer":
        marks.append(Mark("講師用"))
    if course.edition.confidentiality:
        marks.append(Mark(course.edition.confidentiality))
    return tuple(marks)


def _edition(course: Course) -> str:
    edition = course.edition
    return f"{year_named(edition)}版　{version_named(edition)}　{issue_named(edition)}"


def _lines(text: str, width: float, count: int, setter: Setter) -> str:
    lines = setter.lines(text, paper.FURNITURE, width)
    if len(lines) <= count:
        return "\n".join(lines)
    return "\n".join((*lines[: count - 1], f"{lines[count - 1][:-1]}…"))
