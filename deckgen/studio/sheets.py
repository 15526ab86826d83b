"""Questions that go out as workbooks, a staff role each, and the answers that come back."""

import base64
import binascii
from collections.abc import Sequence
from datetime import date
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from deckgen.diagnostics import by_place
from deckgen.editions.archives import pack
from deckgen.pipeline.asking import Wanted
from deckgen.pipeline.workers import Lost
from deckgen.readers.answers import BYTES_LIMIT
from deckgen.studio.asking import in_words
from deckgen.studio.files import attached
from deckgen.studio.pages import page
from deckgen.studio.sheet_works import OUTCOMES, Gathered, gather, write_sheets
from deckgen.studio.studio import desk_of, name_of, refuse_roles, studio_of
from deckgen.studio.works import Answer
from deckgen.wording import say

Uploaded = Sequence[tuple[str, bytes]]
"""Names and bytes of workbooks."""
_MOST = 20
"""Workbooks at a time."""


def give_out(request: Request) -> Response:
    """One workbook, or those of several roles in one file."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    asked = request.query_params
    wanted = Wanted(
        profile=desk.path,
        owner=asked.get("owner") or None,
        stale="stale" in asked,
        until=_day(asked.get("until", "")),
        as_of=studio.day(),
    )
    answer: Answer[dict[str, bytes]] = _asked(request, write_sheets, wanted)
    files = answer.made or {}
    if len(files) == 1:
        return attached(*next(iter(files.items())))
    if files:
        return attached(f"{desk.path.stem}_questions.zip", pack(files))
    return _told(request, answer, is_asking=True)


def _day(text: str) -> date | None:
    """A day as a browser sends it; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def take_in(request: Request, form: FormData) -> Response:
    """Show what came back; written only once that was seen, by the button below it."""
    refuse_roles(request)
    files = _kept(form) if "apply" in form else _uploaded(form)
    answer = _asked(request, gather, desk_of(request).path, files, studio_of(request).day(), "apply" in form)
    return _told(request, answer, files)


def _uploaded(form: FormData) -> Uploaded:
    """The workbooks that came by a form; of a large one as much as tells that it is too large."""
    sent = [each for each in form.getlist("answers") if isinstance(each, UploadFile) and each.filename]
    return [(each.filename or "", each.file.read(BYTES_LIMIT + 1)) for each in sent[:_MOST]]


def _kept(form: FormData) -> Uploaded:
    """The workbooks that a page was shown for, as it kept them. Raises HTTPException for anything else."""
    names, contents = form.getlist("name"), form.getlist("content")
    if len(names) != len(contents) or len(names) > _MOST:
        raise HTTPException(400)
    try:
        return [
            (str(name), base64.b64decode(str(content), validate=True))
            for name, content in zip(names, contents, strict=True)
        ]
    except binascii.Error as problem:
        raise HTTPException(400) from problem


def _asked(request: Request, do: Any, *arguments: object) -> Any:
    """What a worker answers. Raises HTTPException where it was ended."""
    try:
        return studio_of(request).workshop.ask(do, *arguments)
    except Lost as problem:
        raise HTTPException(409) from problem


def _told(request: Request, answer: Answer[Any], files: Uploaded = (), *, is_asking: bool = False) -> Response:
    language = studio_of(request).language
    gathered: Gathered | None = None if is_asking else answer.made
    counted = ""
    if gathered:
        counted = say("commands.collect-counts", language, **gathered.counts, reviewed=gathered.reviewed)
    return page(
        "sheets.html.j2",
        request,
        company=desk_of(request).path.stem,
        name=name_of(request),
        is_asking=is_asking,
        gathered=gathered,
        outcomes={outcome: say(f"commands.outcome-{outcome}", language) for outcome in OUTCOMES},
        counted=counted,
        kept=[(name, base64.b64encode(data).decode()) for name, data in files],
        told=[in_words(found, language) for found in by_place(answer.findings)],
        places=[found.place.file if found.place else "" for found in by_place(answer.findings)],
        heads=[say(f"commands.head-{head}", language) for head in ("item", "old", "new", "outcome", "cell")],
    )
