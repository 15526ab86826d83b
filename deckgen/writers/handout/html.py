"""The page description: the theme's templates filled with sheets. Every text is a value and is written escaped."""

from typing import Literal

from deckgen.model.publication import Publication
from deckgen.writers.handout import cover
from deckgen.writers.handout.running import running_head
from deckgen.writers.handout.sheets import Sheet
from deckgen.writers.pdf.papers import filled
from deckgen.writers.pdf.resources import Resources
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
        theme.templates,
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
