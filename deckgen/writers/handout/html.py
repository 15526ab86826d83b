"""The page description: the theme's templates filled with sheets. Every text is a value and is written escaped."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Literal

from deckgen.model.publication import Publication
from deckgen.model.theme import Face, Fonts, Supplement, Theme
from deckgen.text.fonts import FontSet, font_set
from deckgen.writers.handout import cover
from deckgen.writers.handout.running import running_head
from deckgen.writers.handout.sheets import Sheet
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.pdf.templates import render
from deckgen.writers.typeset import paper
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.nodes import Looks
from deckgen.writers.typeset.prose import Setter


def describe(
    publication: Publication,
    kind: Literal["handout", "trainer"],
    sheets: tuple[Sheet, ...],
    setter: Setter,
    looks: Looks,
    resources: Resources,
) -> str:
    """The whole handout as HTML."""
    course, theme = publication.course, publication.theme
    return filled(
        theme,
        "handout.html.j2",
        resources,
        language=course.language,
        title=f"{course.title.plain} {_NAMES[kind]}",
        stamp=f"{publication.stamp:%Y-%m-%dT%H:%M:%SZ}",
        kind=kind,
        company=course.company_name,
        head=running_head(course, kind, setter),
        sheets=sheets,
        count=len(sheets),
        looks=looks.rules(),
        paper=paper,
        history_columns=[f"{number(width)}pt" for width in (cover.VERSION_WIDTH, cover.DATE_WIDTH)],
        stylesheets=[resources.add_sheet(path) for path in theme.stylesheets],
    )


_NAMES = {"handout": "配布資料", "trainer": "講師用資料"}


def filled(theme: Theme, file: str, resources: Resources, /, **values: object) -> str:
    """A template of a theme filled with values and with the theme's colours and fonts.

    Raises ThemeFault where it cannot be. The supplement goes along only where the text has a character that it alone
    holds.
    """
    colours = {role: f"#{value.lower()}" for role, value in theme.colours.items()}
    families: list[Fonts | Supplement] = [theme.fonts]
    html = render(theme.templates, file, **values, colours=colours, **_fonts(families, resources))
    more, fonts = theme.fonts.supplement, font_set(theme.fonts)
    if more is not None and (resources.needs_supplement or fonts.supplemented(html)):
        html = render(theme.templates, file, **values, colours=colours, **_fonts([*families, more], resources))
    head, body, rest = html.partition("<body")
    return head + body + _TEXT.sub(lambda text: _in_print(text[0], fonts), rest)


def _in_print(escaped: str, fonts: FontSet) -> str:
    from markupsafe import escape

    return escape(fonts.in_print(unescape(escaped))) if "&" in escaped else fonts.in_print(escaped)


_TEXT = re.compile(r"(?<=>)[^<>]+")
"""What stands between tags: attributes hold addresses, and words that are heard."""


def _fonts(families: Sequence[Fonts | Supplement], resources: Resources) -> dict[str, object]:
    """Names of families, and of each font its family, its address and its weight."""
    fonts = [(family.family, *_font(face, resources)) for family in families for face in (family.regular, family.bold)]
    return {"families": [family.family for family in families], "fonts": fonts}


def _font(face: Face, resources: Resources) -> tuple[str, int]:
    return resources.add_font(face.path.read_bytes()), 700 if face.bold else 400
