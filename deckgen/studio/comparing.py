"""Comparing: an edition that went out, or last year's profile, beside the profile as it is now."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from deckgen.pipeline.workers import Lost
from deckgen.studio.asking import in_words
from deckgen.studio.desk import Desk
from deckgen.studio.files import archives_of, attached
from deckgen.studio.pages import page
from deckgen.studio.studio import Studio, desk_of, name_of, refuse_roles, studio_of
from deckgen.studio.works import Answer, Progress, change_paper, compare_editions

_Made = TypeVar("_Made")
_YEAR = re.compile(r"-[0-9]{4}$")


@dataclass(frozen=True, slots=True)
class Side:
    """Something to compare with: its name in an address, and where it lies."""

    name: str
    path: Path
    is_archive: bool


def sides_of(studio: Studio, desk: Desk) -> tuple[Side, ...]:
    """What the profile can be compared with: archives of the company, then its profiles of other years."""
    kept = (Side(name, path, is_archive=True) for name, path in archives_of(studio, desk.path.stem).items())
    base = _YEAR.sub("", desk.path.stem)
    others = (
        Side(path.name, path, is_archive=False)
        for name, path in sorted(studio.profiles().items(), reverse=True)
        if _YEAR.sub("", name) == base and path != desk.path
    )
    return (*kept, *others)


def show(request: Request) -> Response:
    """The differences on the screen."""
    desk, side = desk_of(request), _side(request)
    studio = studio_of(request)
    answer = _asked(request, compare_editions, side, desk)
    told = [in_words(found, studio.language) for found in answer.findings]
    made = answer.made
    company, name = desk.path.stem, name_of(request)
    return page("compare.html.j2", request, company=company, name=name, side=side, compared=made, told=told)


def paper(request: Request) -> Response:
    """The differences as PDF, for whoever approves them."""
    desk, side = desk_of(request), _side(request)
    answer = _asked(request, change_paper, side, desk)
    if answer.made is None:
        raise HTTPException(409)
    return attached(f"{desk.path.stem}_changes.pdf", answer.made)


def _side(request: Request) -> Side:
    """The other side that the address names. Raises HTTPException."""
    refuse_roles(request)
    sides = sides_of(studio_of(request), desk_of(request))
    wanted = request.query_params.get("old", "")
    side = next((each for each in sides if each.name == wanted), None)
    if side is None:
        raise HTTPException(404)
    return side


def _asked(
    request: Request, do: Callable[[Path, Path, Progress], Answer[_Made]], side: Side, desk: Desk
) -> Answer[_Made]:
    """What a worker answers. Raises HTTPException where it was ended."""
    try:
        answer: Answer[_Made] = studio_of(request).workshop.ask(do, side.path, desk.path)
    except Lost as problem:
        raise HTTPException(409) from problem
    return answer
