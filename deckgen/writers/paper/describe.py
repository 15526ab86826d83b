"""The page description of a document on paper, and its PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.diagnostics import Diagnostic
from deckgen.model.theme import Theme
from deckgen.writers.paper.book import Book
from deckgen.writers.pdf.engine import Variant, write_pdf
from deckgen.writers.pdf.papers import edition_words, filled
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.rendered import Rendered
from deckgen.writers.typeset import paper

_TEMPLATE = "paper.html.j2"
_STYLE = "paper.css"


@dataclass(frozen=True, slots=True)
class Document:
    """A finished book and its name."""

    book: Book
    name: str
    """What it is called, e.g. 確認テスト."""
    findings: Sequence[Diagnostic] = ()
    """What somebody should know of it."""

    def description(self) -> tuple[str, Resources]:
        """The document as HTML, with the files that it names."""
        tools = self.book.tools
        publication, resources = tools.publication, tools.resources
        course, theme = publication.course, publication.theme
        html = filled(
            theme,
            theme.templates,
            _TEMPLATE,
            resources,
            language=course.language,
            title=f"{course.title.plain} {self.name}",
            stamp=f"{publication.stamp:%Y-%m-%dT%H:%M:%SZ}",
            company=course.company_name,
            edition=edition_words(course.edition),
            sheets=self.book.finished(),
            looks=tools.looks.rules(),
            paper=paper,
            stylesheets=[resources.add_sheet(path) for path in (*theme.stylesheets, _own_sheet(theme))],
        )
        return html, resources

    def render(self, variant: Variant) -> Rendered:
        """The document as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
        html, resources = self.description()
        return replace(write_pdf(html, resources, variant), findings=tuple(self.findings))


def _own_sheet(theme: Theme) -> Path:
    """The style sheet of papers other than the handouts; a theme without one takes that of its base."""
    return next(path for folder in theme.templates if (path := folder / _STYLE).is_file())
