"""Document properties (ECMA-376 part 2, 11; part 1, 22.2): what the file says about itself; never the clock."""

from datetime import UTC

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckgen.model.publication import Publication
from deckgen.text.editions import version_named, year_in_short
from deckgen.writers.pptx.formats import format_of
from deckgen.writers.pptx.package import DeckPackage
from deckgen.writers.pptx.xml import HEADER, LOCALES, text

_LONGEST = 255
"""The longest text of a property that Office shows and python-pptx takes."""
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def write_properties(package: DeckPackage, publication: Publication) -> None:
    """Title, company, language, edition and time; the company and how much there is."""
    _set_core(package, publication)
    # python-pptx has no class for these.
    extended = package.add("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _extended(publication))
    package.relate_to(extended, RT.EXTENDED_PROPERTIES)


def _set_core(package: DeckPackage, publication: Publication) -> None:
    course, core = publication.course, package.core_properties
    edition = f"{year_in_short(course.edition, course.words)} {version_named(course.edition, course.words)}"
    keywords = (course.short_name, edition, course.id, course.edition.confidentiality)
    core.title = _shortened(course.title.plain)
    core.subject = _shortened(f"{course.company_name} {edition}")
    core.author = core.last_modified_by = _shortened(course.company_name)
    core.keywords = _shortened(", ".join(keyword for keyword in keywords if keyword))
    core.category = _shortened(course.edition.confidentiality)
    core.content_status = course.words.say("draft" if course.is_draft else "final")
    core.version = _shortened(course.edition.version)
    core.language, core.revision = LOCALES[course.language], 1
    core.created = core.modified = publication.stamp.astimezone(UTC)


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"


def _extended(publication: Publication) -> str:
    deck = publication.deck
    pages, size = len(deck.pages), format_of(deck.width, deck.height)
    called = text(publication.words.say(size.title, ratio=size.ratio))
    return (
        f'{HEADER}<Properties xmlns="{_APP}"><TotalTime>0</TotalTime><Application>deckgen</Application>'
        f"<PresentationFormat>{called}</PresentationFormat><Slides>{pages}</Slides><Notes>{pages}</Notes>"
        f"<HiddenSlides>0</HiddenSlides><Company>{text(publication.course.company_name)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )
