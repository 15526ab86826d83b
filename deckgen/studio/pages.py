"""Pages of the studio: templates filled with what they show. Every text of a company is a text, whatever it holds."""

from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from deckgen.studio.guard import FIELD
from deckgen.wording import Language, say

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def words(key: str, language: Language, /, **values: object) -> str:
    """A word of the studio, or of a file of words that is named before it."""
    return say(key if "." in key else f"studio.{key}", language, **values)


def filled(template: str, request: Request, /, **shown: Any) -> str:
    """A template, or a part of a page, with what it shows."""
    language: Language = request.app.state.studio.language
    return (
        _environment()
        .get_template(template)
        .render(
            say=partial(_said, language),
            language=language,
            csrf=request.state.csrf,
            csrf_field=FIELD,
            role=request.state.role,
            **shown,
        )
    )


def _said(language: Language, key: str, /, **values: object) -> str:
    return words(key, language, **values)


def page(template: str, request: Request, /, status: int = 200, **shown: Any) -> HTMLResponse:
    """A template as an answer."""
    return HTMLResponse(filled(template, request, **shown), status)


def is_part(request: Request) -> bool:
    """Whether a script of ours asks for a part of a page; else the browser asks for a page."""
    return request.headers.get("hx-request") == "true"
