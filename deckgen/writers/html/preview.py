"""All slides with their notes in one file that needs nothing else: fonts, pictures and styles are inside."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from deckgen.model.frames import Page
from deckgen.model.publication import Publication
from deckgen.model.theme import Theme
from deckgen.writers.html.prose import prose
from deckgen.writers.html.slide import SLIDE_CSS, slide_html
from deckgen.writers.html.web_fonts import family_css, font_css
from deckgen.writers.pdf.levels import slide_level
from deckgen.writers.pdf.papers import Mark, edition_words, marks_of
from deckgen.writers.pdf.templates import render as filled
from deckgen.writers.rendered import Rendered

_TEMPLATE, _SHEET, _SCRIPT = "preview.html.j2", "preview.css", "preview.js"
_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ttf": "font/ttf"}
_NAMED = re.compile(rf"""url\(\s*["']?([^"')]+({"|".join(map(re.escape, _TYPES))}))["']?\s*\)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide with what is told of it."""

    number: int
    title: str
    level: int
    """Of the slide's title; what is told of it has headings of the next one."""
    slide: Markup
    notes: Markup
    cues: Markup
    links: tuple[tuple[str, str], ...]
    """Label and address of each."""
    minutes: str
    """Empty for participants, and for the further pages of a slide."""


@dataclass(frozen=True, slots=True)
class Section:
    """The slides of one part of the course."""

    title: str
    slides: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What the template shows."""

    language: str
    course: str
    company: str
    edition: str
    marks: tuple[Mark, ...]
    sections: tuple[Section, ...]
    count: int
    """Of slides."""


def render(publication: Publication, *, with_cues: bool = False) -> Rendered:
    """The file; cues and times are in the trainer's only. Raises ThemeFault where the theme's template fails."""
    theme, view = publication.theme, _view(publication, with_cues=with_cues)
    script = _first_of(theme, _SCRIPT)
    plain = _styles(theme)
    signs = _filled(publication, view, plain, script)
    html = _filled(publication, view, font_css(theme.fonts, signs, signs) + plain, script)
    return Rendered(html.encode(), view.count)


def _filled(publication: Publication, view: PreviewView, style: str, script: str) -> str:
    return filled(
        publication.theme.previews,
        _TEMPLATE,
        view=view,
        say=publication.words.say,
        style=Markup(style),  # noqa: S704 - of the theme and of deckgen; no text of the material is in it
        script=Markup(script),  # noqa: S704
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def _digest(text: str) -> str:
    """By which the page's own policy lets a style or a script in (CSP 3, 2.3.1)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


def _styles(theme: Theme) -> str:
    colours = "".join(f"--{role}: #{value.lower()}; " for role, value in theme.colours.items())
    ratio = round(theme.grid.page_width / theme.grid.page_height, 4)
    root = f":root {{ {colours}{family_css(theme.fonts)}; --ratio: {ratio} }}\n"
    sheets = (path for folder in reversed(theme.previews) if (path := folder / _SHEET).is_file())
    return "".join((root, SLIDE_CSS, *map(_whole, sheets)))


def _whole(sheet: Path) -> str:
    """A style sheet with the pictures and fonts that it names inside; its reader saw to it that they lie beside it."""
    return _NAMED.sub(lambda named: f"url({_inside(sheet.parent / named[1])})", sheet.read_text("utf-8"))


def _inside(file: Path) -> str:
    return f"data:{_TYPES[file.suffix.lower()]};base64,{b64encode(file.read_bytes()).decode('ascii')}"


def _first_of(theme: Theme, name: str) -> str:
    """The file of a name that lies uppermost; nothing where there is none."""
    found = (path.read_text("utf-8") for folder in theme.previews if (path := folder / name).is_file())
    return next(found, "")


def _view(publication: Publication, *, with_cues: bool) -> PreviewView:
    course, pages = publication.course, publication.deck.pages
    parts = groupby(pages, key=lambda page: page.part)
    return PreviewView(
        language=course.language,
        course=course.title.plain,
        company=course.company_name,
        edition=edition_words(course.edition, course.words),
        marks=marks_of(
            course.edition.confidentiality,
            course.words,
            is_draft=course.is_draft,
            reader="trainer" if with_cues else "participant",
        ),
        sections=tuple(
            Section(course.parts[part].title.plain, tuple(_shown(page, publication, with_cues) for page in of_part))
            for part, of_part in parts
        ),
        count=len(pages),
    )


def _shown(page: Page, publication: Publication, with_cues: bool) -> Shown:
    notes = page.notes if with_cues or page.written is None else page.written
    cues = page.cues if with_cues else ()
    level, say = 1 + slide_level(page), publication.words.say
    is_first, (at, pages) = page.continuation[0] == 1, page.continuation
    return Shown(
        number=page.number,
        title=page.title if pages == 1 else page.title + say("counter", at=at, of=pages),
        level=level,
        slide=slide_html(page, publication.deck, publication.theme, level),
        notes=prose(notes),
        cues=prose(cues),
        links=page.links,
        minutes=say("minutes", count=f"{page.minutes:g}") if with_cues and is_first and page.minutes else "",
    )
