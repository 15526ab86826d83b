"""How the files of an edition are named."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a build that has nothing to do loads no stage
    from deckgen.model.course import Course


def edition_prefix(fiscal_year: int, course: str, version: str, marks: Iterable[str] = ()) -> str:
    """How the names of all files of an edition begin: `2026FY_telework-privacy_v2.0`; in English, say, `…_en_v2.0`."""
    letters = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in version)
    return f"{fiscal_year}FY_{'_'.join((course, *marks))}_v{letters}"


def recorded_prefix(record: Mapping[str, Any]) -> str:
    """The same of the edition that a record is about."""
    return edition_prefix(record["fiscal_year"], record["course"], record["version"], record.get("marks", ()))


def prefix_of(course: "Course") -> str:
    """How the names of all files of a company's course begin."""
    edition = course.edition
    return edition_prefix(edition.fiscal_year, course.id, edition.version, course.marks)
