"""The package that a deck is (ECMA-376 part 2), the same on every day and system; what it says about itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _ZipPkgWriter
from pptx.opc.spec import image_content_types
from pptx.package import Package
from pptx.parts.image import ImagePart

from deckgen.model.frames import Picture
from deckgen.model.publication import Publication
from deckgen.text.dates import version_named, year_in_short
from deckgen.units import mm
from deckgen.writers.pptx.xml import HEADER, LOCALES, text

# Zip files that are the same on every day and every system -----------------------------------------------------------

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 4
"""Of zlib: larger levels take twice the time for two per cent of the size."""
_PACKED = (".png", ".jpeg", ".xlsx")


class ReproducibleWriter(PackageWriter):
    """python-pptx's writer of packages with another zip file under it."""

    def _write(self) -> None:
        with _Archive(self._pkg_file) as archive:
            self._write_content_types_stream(archive)
            self._write_pkg_rels(archive)
            self._write_parts(archive)


class _Archive(_ZipPkgWriter):
    """Without the clock's time and the system's name, which python-pptx's own leaves on every file."""

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        _store(self._zipf, pack_uri.membername, blob)


def repacked(data: bytes) -> bytes:
    """A zip file that another library wrote, with the same files in the same order."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            _store(archive, name, source.read(name))
    return buffer.getvalue()


def _store(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _EPOCH)
    # The platform would stand here otherwise, and files made on Windows and Linux would differ.
    entry.create_system = 0
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=_LEVEL)


# What PowerPoint calls the sizes of slides that it offers ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Format:
    """A size of slides as PowerPoint knows it."""

    title: str
    """Key of what it is called in the document's properties."""
    ratio: str = ""
    """Of width to height, where the name has it."""
    type: str | None = None
    """ST_SlideSizeType (ECMA-376 part 1, 19.7.20); None where the schema has no name for it."""


_CUSTOM = Format("size-custom")
_A4 = Format("size-a4", type="A4")
_FORMATS: tuple[tuple[float, float, Format], ...] = (
    (338.667, 190.5, Format("size-wide")),
    (254, 142.875, Format("size-screen", "16:9", "screen16x9")),
    (254, 158.75, Format("size-screen", "16:10", "screen16x10")),
    (254, 190.5, Format("size-screen", "4:3", "screen4x3")),
    (275.167, 190.5, _A4),  # PowerPoint's own A4 leaves a printer's margin.
    (297, 210, _A4),
)
_SLACK = mm(0.05)
"""What a size written in millimetres is off at most."""


def format_of(width: int, height: int) -> Format:
    """The format of slides of a size in EMU."""
    sizes = ((abs(mm(wide) - width), abs(mm(high) - height), found) for wide, high, found in _FORMATS)
    return next((found for wide, high, found in sizes if max(wide, high) <= _SLACK), _CUSTOM)


# The package that a deck is (ECMA-376 part 2) ------------------------------------------------------------------------
# For each part that is added, python-pptx looks through all parts for a free name, and for each relationship through
# all that its part has: every slide would take longer than the one before. Here names are counted, and the
# relationships of the part that lists the slides are set all at once.


class DeckPackage(Package):
    """A package that starts empty, names its parts by counting, and saves to the same bytes on every day."""

    def __init__(self) -> None:
        super().__init__(BytesIO())
        self._numbers: Counter[str] = Counter()
        self._reserved: set[str] = set()
        self._pictures: dict[str, ImagePart] = {}

    def add(self, name: str, content_type: str, content: str = "") -> Part:
        """A part with its content, or one whose `blob` is set later, when the relationships that it names are known.

        `name` may hold `%d` for the number of the part among those of its kind.
        """
        # A plain part even where python-pptx has a class for the kind: those want the content before any relationship,
        # and hold a tree of it, which takes 0.5 ms and 400 KB for a slide that is composed as text in the same time.
        uri = self.next_partname(name) if "%d" in name else PackURI(name)
        return Part(uri, content_type, self, content.encode())

    def next_partname(self, tmpl: str) -> PackURI:
        """The next name of a kind, e.g. of `/ppt/charts/chart%d.xml`: counted, not searched for."""
        self._numbers[tmpl] += 1
        name = tmpl % self._numbers[tmpl]
        return self.next_partname(tmpl) if name in self._reserved else PackURI(name)

    def reserve(self, names: Iterable[str]) -> None:
        """Keep names for parts that come from elsewhere."""
        self._reserved.update(names)

    def picture(self, picture: Picture) -> ImagePart:
        """The part that holds a picture; the same picture is stored once."""
        digest = sha256(picture.data).hexdigest()
        if digest not in self._pictures:
            name = self.next_partname(f"/ppt/media/image%d.{picture.format}")
            # The reader has told the format: python-pptx would refuse JPEG files of cameras that hold two pictures.
            self._pictures[digest] = ImagePart(name, image_content_types[picture.format], self, picture.data)
        return self._pictures[digest]

    def save(self, pkg_file: str | IO[bytes]) -> None:
        """Write the package as a zip file whose bytes depend on nothing but the parts."""
        ReproducibleWriter.write(pkg_file, self._rels, tuple(self.iter_parts()))


def relate_all(source: Part, targets: Sequence[tuple[str, Part]]) -> list[str]:
    """Relate a part to others, each with the type of its relationship, in one go as on loading; their ids."""
    listed = CT_Relationships.new()
    identifiers = [f"rId{number}" for number in range(1, len(targets) + 1)]
    for identifier, (kind, target) in zip(identifiers, targets, strict=True):
        listed.add_rel(identifier, kind, target.partname.relative_ref(source.partname.baseURI))
    source.load_rels_from_xml(listed, {target.partname: target for _, target in targets})
    return identifiers


# Document properties -------------------------------------------------------------------------------------------------
# ECMA-376 part 2, 11; part 1, 22.2: what the file says about itself; never the clock.

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
