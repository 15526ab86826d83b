"""The start: the companies of the workspace, how far each has come; a new one, and one for the next year."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deckgen.diagnostics import Diagnostic, Report, Stop, by_place
from deckgen.editions.renew import renew
from deckgen.model.slots import is_placeholder
from deckgen.pipeline.new_profile import write_new_profile
from deckgen.pipeline.recorded import RECORD, known_record
from deckgen.pipeline.workspace import PROFILE_ENDINGS
from deckgen.readers.company_names import company_names
from deckgen.readers.files import can_name_folder
from deckgen.readers.renewal import COMPANY_ID
from deckgen.readers.shelves import names_on
from deckgen.studio.asking import in_words
from deckgen.studio.pages import page, words
from deckgen.studio.states import State
from deckgen.studio.studio import Studio, desk_of, refuse_roles, studio_of


@dataclass(frozen=True, slots=True)
class Row:
    """A company of the workspace."""

    id: str
    name: str
    built: str
    """Fiscal year and version of the last build; empty where there is none."""
    built_on: str
    """The day of it."""
    state: State | None
    """None where it has to be found out first."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed to add a company."""

    name: str = ""
    course: str = ""
    is_certified: bool = False


def show(request: Request) -> Response:
    """The companies; with `all` the state of each, as far as none needs to be asked for."""
    refuse_roles(request)
    return _start(request)


def _start(request: Request, status: int = 200, **more: Any) -> Response:
    studio = studio_of(request)
    rows = [
        _row(studio, company, path, waits="all" in request.query_params) for company, path in studio.profiles().items()
    ]
    shown = {"refused": (), "typed": Typed(), "faulty": "", **more}
    return page("start.html.j2", request, status, rows=rows, courses=names_on(studio.workspace.course_shelves), **shown)


def row(request: Request) -> Response:
    """The row of one company with its state."""
    refuse_roles(request)
    desk = desk_of(request)
    return page("row.html.j2", request, row=_row(studio_of(request), desk.path.stem, desk.path, waits=True))


def _row(studio: Studio, company: str, path: Path, *, waits: bool) -> Row:
    state: State | None = State(is_readable=False)
    with suppress(OSError):  # one that cannot be read leaves the others where they are
        state = (studio.states.of if waits else studio.states.known)(path, studio.day())
    record = known_record(studio.workspace.output / company)
    name = state.name if state and state.name else next(iter(company_names(path)), "")
    name = "" if is_placeholder(name) else name
    return Row(
        id=company,
        name=name or company,
        built=f"{record['fiscal_year']}-{record['version']}" if record else "",
        built_on=_day_of(studio.workspace.output / company / RECORD) if record else "",
        state=state,
    )


def _day_of(path: Path) -> str:
    """The day on which a file was written; empty where it is gone."""
    with suppress(OSError):
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    return ""


# A new company -------------------------------------------------------------------------------------------------------


def make_new(request: Request, form: FormData) -> Response:
    """Write a profile to fill in, and go there."""
    refuse_roles(request)
    studio = studio_of(request)
    name = str(form.get("name", "")).strip()
    for ending in PROFILE_ENDINGS:
        name = name.removesuffix(ending)
    course = str(form.get("course", ""))
    report = Report()
    try:
        path = _profile_to_make(studio, name, report)
        write_new_profile(path, course or None, certified="certified" in form, report=report)
    except Stop:
        typed = Typed(name, course, is_certified="certified" in form)
        faulty = "course" if any(found.code.startswith("course-") for found in report) else "name"
        return _start(request, 422, refused=_told(report, studio), typed=typed, faulty=faulty)
    return RedirectResponse(f"/c/{path.stem}", 303)


def _profile_to_make(studio: Studio, name: str, report: Report) -> Path:
    """Where a new profile belongs: a name is that of a file among the companies, and no way elsewhere. Raises Stop."""
    if not can_name_folder(name):
        report.add("profile-name-unfit", None, name=name)
        raise Stop
    return studio.workspace.companies / f"{name}.yaml"


# The next year -------------------------------------------------------------------------------------------------------


def make_next(request: Request, form: FormData) -> Response:
    """Write the profile of another year beside the old one, and tell what moved on."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    year = str(form.get("year", ""))
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise HTTPException(422)
    report = Report()
    made = None
    with suppress(Stop):
        made = renew(str(desk.path), int(year), in_place=False, out=studio.workspace.output, report=report)
    questions = desk.reading(studio.day()).questions
    labels = {COMPANY_ID: words("company-id", studio.language)}
    labels |= {question.slot.name: question.slot.label for question in questions}
    return page(
        "renewed.html.j2",
        request,
        200 if made else 422,
        company=desk.path.stem,
        new=made.new.stem if made else "",
        moved=[(labels.get(each.name, each.name), each.old, each.new) for each in made.moved] if made else (),
        told=_told(report, studio),
    )


def _told(report: Report, studio: Studio) -> list[Any]:
    found: list[Diagnostic] = by_place(report)
    return [in_words(each, studio.language) for each in found]
