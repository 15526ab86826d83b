"""How the files of an edition are named."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a build that has nothing to do loads no stage
    from deckgen.model.course import Course


def edition_prefix(fiscal_year: int, course: str, version: str) -> str:
    """How the names of all files of an edition begin: `2026FY_telework-privacy_v2.0`."""
    letters = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in version)
    return f"{fiscal_year}FY_{course}_v{letters}"


def prefix_of(course: "Course") -> str:
    """How the names of all files of a company's course begin."""
    edition = course.edition
    return edition_prefix(edition.fiscal_year, course.id, edition.version)
