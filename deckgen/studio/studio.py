"""What one run of the studio knows: where the companies lie, in which language it speaks, whose profiles are open."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request

from deckgen.pipeline.workspace import Workspace, profiles_in
from deckgen.studio.desk import Desk
from deckgen.studio.guard import Door
from deckgen.studio.reading import Reading
from deckgen.studio.states import States
from deckgen.studio.workshop import Workshop
from deckgen.wording import Language


@dataclass(slots=True)
class Studio:
    """One run of the studio."""

    workspace: Workspace
    language: Language
    door: Door
    day: Callable[[], date]
    """By which to judge whether the material is fresh: today, wherever somebody asks."""
    workshop: Workshop = field(default_factory=Workshop)
    states: States = field(default_factory=States)
    _desks: dict[str, Desk] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def profiles(self) -> dict[str, Path]:
        """The companies' profiles by id."""
        try:
            return {path.stem: path for path in profiles_in(self.workspace.companies)}
        except OSError:
            return {}

    def desk(self, company: str) -> Desk:
        """The desk of a company: only names that the folder has lead anywhere. Raises HTTPException."""
        path = self.profiles().get(company)
        if path is None:
            raise HTTPException(404)
        with self._lock:
            return self._desks.setdefault(company, Desk(path))


def studio_of(request: Request) -> Studio:
    """The studio that a request is for."""
    found: Studio = request.app.state.studio
    return found


def desk_of(request: Request) -> Desk:
    """The desk of the company in the address. Raises HTTPException where there is none, or it is another's business."""
    company = request.path_params["company"]
    if request.state.company not in ("", company):
        raise HTTPException(403)
    return studio_of(request).desk(company)


def reading_of(request: Request) -> Reading:
    """The profile of the company in the address, as it stands. Raises HTTPException as `desk_of`."""
    return desk_of(request).reading(studio_of(request).day())


def name_of(request: Request) -> str:
    """What the company in the address is called."""
    return reading_of(request).name


def refuse_roles(request: Request) -> None:
    """Raises HTTPException for somebody who was asked for a staff role's answers only."""
    if request.state.role:
        raise HTTPException(403)
