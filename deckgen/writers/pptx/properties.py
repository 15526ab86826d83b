"""Document properties (ECMA-376 part 2, 11; part 1, 22.2): what the file says about itself; never the clock."""

from datetime import UTC

from deckgen.model.publication import Publication
from deckgen.writers.pptx.xml import HEADER, text

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_part(publication: Publication) -> str:
    """Title, company, language, edition and time."""
    course = publication.course
    edition = f"{course.edition.fiscal_year}年度 v{course.edition.version}"
    stamp = publication.stamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    keywords = [course.short_name, edition, course.id, course.edition.confidentiality]
    fields = {
        "dc:title": course.title.plain,
        "dc:subject": f"{course.company_name} {edition}",
        "dc:creator": course.company_name,
        "cp:keywords": ", ".join(keyword for keyword in keywords if keyword),
        "cp:lastModifiedBy": course.company_name,
        "cp:revision": "1",
    }
    written = "".join(f"<{name}>{text(value)}</{name}>" for name, value in fields.items())
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    rest = {
        "cp:category": course.edition.confidentiality,
        "cp:contentStatus": "下書き" if course.is_draft else "最終版",
        "dc:language": "ja-JP",
        "cp:version": course.edition.version,
    }
    tail = "".join(f"<{name}>{text(value)}</{name}>" for name, value in rest.items() if value)
    return f"{HEADER}<cp:coreProperties {_CORE}>{written}{times}{tail}</cp:coreProperties>"


def app_part(publication: Publication) -> str:
    """The company, and how much there is."""
    pages = len(publication.deck.pages)
    return (
        f'{HEADER}<Properties xmlns="{_APP}"><TotalTime>0</TotalTime><Application>deckgen</Application>'
        f"<PresentationFormat>ワイド画面</PresentationFormat><Slides>{pages}</Slides><Notes>{pages}</Notes>"
        f"<HiddenSlides>0</HiddenSlides><Company>{text(publication.course.company_name)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )
