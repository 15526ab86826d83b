"""Zip files that are the same on every day and every system."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _ZipPkgWriter

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
