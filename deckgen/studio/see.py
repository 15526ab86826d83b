"""Seeing: the slides as the build will draw them, from the same frames."""

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.model.theme import Face
from deckgen.studio.pages import page
from deckgen.studio.reading import Reading
from deckgen.studio.studio import desk_of, reading_of, refuse_roles
from deckgen.writers.html import SLIDE_CSS, slide_html
from deckgen.writers.html.prose import prose
from deckgen.writers.html.web_fonts import families_of, family_css

_YEAR = "private, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Slide:
    """A page of the deck to look at."""

    number: int
    id: str
    title: str
    html: Markup
    counter: tuple[int, int]
    """Which page of how many the slide has."""
    step: int
    """Of the type scale: 0 is the regular size, more is smaller."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Some slides, or why there are none."""

    slides: tuple[Slide, ...]
    can_be_laid_out: bool


def seen(reading: Reading, wanted: Collection[str] | None = None) -> Seen:
    """The pages of some slides; of all without them."""
    publication = reading.publication
    if publication is None:
        return Seen((), can_be_laid_out=False)
    pages = (each for each in publication.deck.pages if wanted is None or each.slide_id in wanted)
    return Seen(tuple(_slide(each, publication) for each in pages), can_be_laid_out=True)


def _slide(each: Page, publication: Publication) -> Slide:
    html = slide_html(each, publication.deck, publication.theme, 3)
    return Slide(each.number, each.slide_id, each.title, html, each.continuation, each.step)


def show(request: Request) -> Response:
    """All slides, small; or one large, with its notes."""
    refuse_roles(request)
    desk = desk_of(request)
    reading = reading_of(request)
    found = seen(reading)
    return page("slides.html.j2", request, company=desk.path.stem, name=reading.name, seen=found, stamp=reading.stamp)


def show_one(request: Request) -> Response:
    """One slide large, with its notes and cues."""
    refuse_roles(request)
    desk = desk_of(request)
    reading = reading_of(request)
    number = request.path_params["number"]
    publication = reading.publication
    if publication is None or not 1 <= number <= len(publication.deck.pages):
        raise HTTPException(404)
    each = publication.deck.pages[number - 1]
    return page(
        "slide.html.j2",
        request,
        company=desk.path.stem,
        name=reading.name,
        slide=_slide(each, publication),
        notes=prose(each.notes),
        cues=prose(each.cues),
        count=len(publication.deck.pages),
        stamp=reading.stamp,
    )


# What every slide needs ----------------------------------------------------------------------------------------------


def style(request: Request) -> Response:
    """The look of slides, with the theme's fonts."""
    desk = desk_of(request)
    reading = reading_of(request)
    if reading.material is None:
        raise HTTPException(404)
    fonts = reading.material.theme.fonts
    rules = "".join(
        f'@font-face {{ font-family: "{family.family}"; font-weight: {weight}; '
        f"src: url(/c/{desk.path.stem}/font/{at}-{weight}) }}\n"
        for at, family in enumerate(families_of(fonts))
        for weight in (400, 700)
    )
    css = f"{rules}.slide {{ {family_css(fonts)}; font-family: var(--family) }}\n{SLIDE_CSS}"
    return Response(css, media_type="text/css")


def font(request: Request) -> Response:
    """A font file of the theme."""
    reading = reading_of(request)
    at, weight = request.path_params["at"], request.path_params["weight"]
    families = families_of(reading.material.theme.fonts) if reading.material else ()
    if at >= len(families) or weight not in (400, 700):
        raise HTTPException(404)
    face: Face = families[at].bold if weight == 700 else families[at].regular
    return Response(face.path.read_bytes(), media_type="font/ttf", headers={"cache-control": "private, max-age=3600"})
