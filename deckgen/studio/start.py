"""The start: the companies of the workspace, and how far each has come."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from deckgen.diagnostics import Severity
from deckgen.messages import severity_of
from deckgen.pipeline.recorded import known_record
from deckgen.studio.desk import Desk
from deckgen.studio.pages import page
from deckgen.studio.studio import Studio, refuse_roles, studio_of


@dataclass(frozen=True, slots=True)
class Row:
    """A company of the workspace."""

    id: str
    name: str
    edition: str
    filled: int
    asked: int
    errors: int
    warnings: int
    built: str
    """Fiscal year and version of the last build; empty where there is none."""
    is_readable: bool


def show(request: Request) -> Response:
    """The companies."""
    refuse_roles(request)
    studio = studio_of(request)
    rows = [_row(studio, company) for company in studio.profiles()]
    return page("start.html.j2", request, rows=rows)


def _row(studio: Studio, company: str) -> Row:
    desk: Desk = studio.desk(company)
    reading = desk.reading(studio.day())
    asked = [row for row in reading.rows if row.state != "unused"]
    severities = [severity_of(found.code) for found in reading.findings]
    course = reading.publication.course if reading.publication else None
    record = known_record(studio.workspace.output / company)
    return Row(
        id=company,
        name=course.company_name if course else company,
        edition=course.edition.version if course else "",
        filled=sum(row.state in ("filled", "default") for row in asked),
        asked=len(asked),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        built=f"{record['fiscal_year']}-{record['version']}" if record else "",
        is_readable=reading.material is not None,
    )
