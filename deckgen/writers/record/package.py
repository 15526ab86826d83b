"""A workbook as bytes that are the same every time."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deckgen.writers.record.contents import Contents

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell."""


_STYLES = "xl/styles.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FONT_PARTS = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign",
    "sz", "color", "name", "family", "charset", "scheme",
)  # fmt: skip
"""The parts of a font in the order that Office asks for (ECMA-376 part 1, 18.8.22); the library has one of its own."""


class _StillZip(ZipFile):
    """A zip file in which time stands still."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        name = str(getattr(zinfo_or_arcname, "filename", zinfo_or_arcname))
        entry = ZipInfo(name, _DAY)
        entry.compress_type = ZIP_DEFLATED
        super().writestr(entry, _in_order(data) if name == _STYLES else data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname or filename, Path(filename).read_bytes())


def _in_order(styles: Any) -> bytes:
    """The styles with the parts of each font in order."""
    from lxml import etree

    root = etree.fromstring(styles)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _FONT_PARTS.index(part.tag.removeprefix(_MAIN)))
    return etree.tostring(root)


def saved(book: Any, contents: Contents) -> bytes:
    """The file. Its properties tell of the edition; times are that of the edition, not of the clock."""
    from openpyxl.writer.excel import ExcelWriter

    publication = contents.publication
    course = publication.course
    stamp = publication.stamp.replace(tzinfo=None)
    properties = book.properties
    properties.title = f"{course.title.plain} {contents.edition}"
    properties.creator = properties.lastModifiedBy = course.company_name
    properties.language = course.language
    properties.created = properties.modified = stamp
    book.calculation.fullCalcOnLoad = True
    data = BytesIO()
    with _StillZip(data, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return data.getvalue()
