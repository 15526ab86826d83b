"""The courses that come with deckgen, and the sample companies of each."""

from functools import cache
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course

SOURCE = Path(__file__).parents[2] / "source"
TELEWORK, PHISHING = (SOURCE / "courses" / name for name in ("telework-privacy", "phishing-mail"))
COURSES = (TELEWORK, PHISHING)
COMPANIES = sorted((SOURCE / "companies").glob("*.yaml"))


@cache
def course_of(company: Path) -> CourseSource:
    """The course that a company's profile names."""
    return course_in(SOURCE / "courses" / load_profile(company, Report()).course)


@cache
def course_in(folder: Path) -> CourseSource:
    return read_course(folder, Report())


def profile_of(company: Path) -> Profile:
    return read_profile(load_profile(company, Report()), course_of(company), Report())


def merged_of(company: Path) -> Course:
    return merge(course_of(company), profile_of(company), draft=False, report=Report())


OF_TELEWORK = [company for company in COMPANIES if course_of(company).id == TELEWORK.name]
