"""What is found in a template: pages, colours, fonts, and what stays behind."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen.model.colours import contrast
from deckgen.model.template import PageKind
from deckgen.template.fonts import Typefaces, typefaces_of
from deckgen.template.layouts import Chosen, choose, page_size
from deckgen.template.logos import Logo, logo_of
from deckgen.template.notes import notes_master_of
from deckgen.template.package import Package, open_package
from deckgen.template.roles import LEAST, Grounds, Role, roles_of

_BEHIND = {
    "slide": "slides", "vbaProject": "macros", "customXml": "custom-xml", "customProperties": "custom-xml",
    "tags": "tags", "printerSettings": "printer-settings", "handoutMaster": "handout-master",
    "revisionInfo": "revisions",
    "commentAuthors": "comments", "oleObject": "objects", "externalLink": "outside", "notesMaster": "notes-master",
}  # fmt: skip
"""Terms for what a deck does not take over, by the last words of the types of relationships."""


@dataclass(frozen=True)
class Found:
    """A template as it was understood."""

    path: Path
    package: Package
    size: tuple[int, int]
    pages: Mapping[PageKind, Chosen]
    grounds: Grounds
    """Of the content of slides."""
    roles: tuple[Role, ...]
    typefaces: Typefaces
    layouts: int
    """How many there are."""
    behind: Mapping[str, int]
    """How many of what stay behind, by term."""
    logo: Logo | None

    def text_on(self, kind: PageKind) -> str:
        """`RRGGBB` of what else is said on a page than its title: the template's own, or what can be read there."""
        page = self.pages[kind]
        palette = page.sheet.palette.colours
        grounds = {page.ground, *(page.candidate.ground.extremes(page.under) if page.under else ())}
        if kind in ("content", "plain") and page.mark:
            grounds = set(page.candidate.ground.extremes(page.mark))
        own = page.subtitle.colour if page.subtitle else page.ink
        wanted = (own, page.ink, *(palette[name] for name in ("tx1", "bg1")), "000000", "FFFFFF")
        fit = (colour for colour in wanted if min(contrast(colour, each) for each in grounds) >= LEAST)
        return next(fit, page.ink)


def look_at(path: Path) -> Found:
    """Read a template and understand it. Raises Unusable."""
    package = open_package(path)
    pages = choose(package)
    content = pages["content"]
    grounds = Grounds(content.ground, content.candidate.ground.extremes(content.area))
    text = content.body.colour if content.body else content.ink
    theme = package.related(content.sheet.master, "theme")
    return Found(
        path=path,
        package=package,
        size=page_size(package),
        pages=pages,
        grounds=grounds,
        roles=roles_of(content.sheet.palette, grounds, text, content.ink),
        typefaces=typefaces_of(package.tree(theme) if theme else None),
        layouts=sum(1 for master, _ in package.masters() for _ in package.layouts(master)),
        behind=Counter(_behind(package)),
        logo=logo_of(package, content, pages["cover"]),
    )


def _behind(package: Package) -> Iterator[str]:
    keeps_notes = notes_master_of(package) is not None
    for name in ("", package.presentation):
        links = (link for link in package.links(name) if link.type != "notesMaster" or not keeps_notes)
        yield from (_BEHIND[link.type] for link in links if link.type in _BEHIND)
    for master, _ in package.masters():
        for name in (master, *package.layouts(master)):
            for link in package.links(name):
                if link.is_external:
                    yield "outside"
                elif link.type in _BEHIND:
                    yield _BEHIND[link.type]
