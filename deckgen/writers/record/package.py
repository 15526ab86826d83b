"""A workbook as bytes that are the same every time."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from deckgen.writers.record.contents import Contents

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can tell."""


class _StillZip(ZipFile):
    """A zip file in which time stands still."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = ZipInfo(str(getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)), _DAY)
        entry.compress_type = ZIP_DEFLATED
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname or filename, Path(filename).read_bytes())


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
