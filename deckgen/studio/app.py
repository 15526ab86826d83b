"""The addresses of the studio: one table, and what stands around each of its rows."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from deckgen.studio import arrange, comparing, files, fill, make, own, see, sheets, start
from deckgen.studio.guard import FIELD, HEADER, Guard, is_ours
from deckgen.studio.pages import STATIC, page
from deckgen.studio.studio import Studio

Show = Callable[[Request], Response]
Take = Callable[[Request, FormData], Response]

PAGES: tuple[tuple[str, Show], ...] = (
    ("/", start.show),
    ("/c/{company}/row", start.row),
    ("/c/{company}", fill.show),
    ("/c/{company}/q/{slot}", fill.look),
    ("/c/{company}/changed", fill.changed),
    ("/c/{company}/slides", see.show),
    ("/c/{company}/slides/{number:int}", see.show_one),
    ("/c/{company}/arrange", arrange.show),
    ("/c/{company}/arrange/own", own.show),
    ("/c/{company}/slides.css", see.style),
    ("/c/{company}/font/{at:int}-{weight:int}", see.font),
    ("/c/{company}/make", make.show),
    ("/c/{company}/make/work", make.work),
    ("/c/{company}/make/files.zip", files.take_all),
    ("/c/{company}/make/files/{name}", files.take),
    ("/c/{company}/make/files/{name}/pages", files.show_pages),
    ("/c/{company}/make/files/{name}/pages/{mark}/{number:int}-{width:int}.png", files.picture),
    ("/c/{company}/make/archives/{name}", files.take_archive),
    ("/c/{company}/make/sheets", sheets.give_out),
    ("/c/{company}/make/changes", comparing.show),
    ("/c/{company}/make/changes.pdf", comparing.paper),
)
"""What is shown, by address."""
FORMS: tuple[tuple[str, Take], ...] = (
    ("/c/{company}/q/{slot}", fill.save),
    ("/c/{company}/q/{slot}/draft", fill.draft),
    ("/c/{company}/undo", fill.undo),
    ("/c/{company}/arrange/slides/{slide}", arrange.place),
    ("/c/{company}/arrange/slides/{slide}/notes", arrange.speak),
    ("/c/{company}/arrange/look", arrange.look),
    ("/c/{company}/arrange/logo", arrange.logo),
    ("/c/{company}/arrange/undo", arrange.undo),
    ("/c/{company}/arrange/own", own.save),
    ("/c/{company}/arrange/own/draft", own.draft),
    ("/companies", start.make_new),
    ("/c/{company}/renew", start.make_next),
    ("/c/{company}/make/build", make.build),
    ("/c/{company}/make/archive", make.archive),
    ("/c/{company}/make/verify", make.verify),
    ("/c/{company}/make/stop", make.stop),
    ("/c/{company}/make/answers", sheets.take_in),
)
"""What is taken, by address: nothing else changes a file."""
_FIELDS, _FILES = 2_000, 20
_PART = 2 * 1024 * 1024
"""Bytes of one field that is no file."""


def application(studio: Studio) -> Guard:
    """The studio, behind its guard."""
    routes = [Route(path, _told(show), methods=["GET"]) for path, show in PAGES]
    routes += [Route(path, _taken(take), methods=["POST"]) for path, take in FORMS]
    app = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=STATIC))],
        exception_handlers={HTTPException: _refused, OSError: _gone, ClientDisconnect: _given_up},
    )
    app.state.studio = studio
    return Guard(app, studio.door)


def _told(show: Show) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(show, request)

    return endpoint


def _taken(take: Take) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_PART) as form:
            if not is_ours(request.headers.get(HEADER) or form.get(FIELD), request.state.csrf):
                raise HTTPException(403)
            return await run_in_threadpool(take, request, form)

    return endpoint


def _refused(request: Request, problem: Exception) -> Response:
    """Why there is nothing to see, in words."""
    assert isinstance(problem, HTTPException)
    return page("refused.html.j2", request, problem.status_code, status_code=problem.status_code)


def _gone(request: Request, problem: Exception) -> Response:
    """A file that was there a moment ago is not, or cannot be read."""
    return page("refused.html.j2", request, 409, status_code=409)


def _given_up(request: Request, problem: Exception) -> Response:
    """What was sent is too much, or came too slowly: nobody reads on."""
    return Response(status_code=408)
