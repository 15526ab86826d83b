"""An Open Packaging Conventions package (ECMA-376 part 2): parts, relationships, and the zip file around them.

Written here because a general library searches all parts and relationships for each one it adds; with names and ids
that count up, the cost of a part does not depend on how many there are. The same parts give the same bytes.
"""

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from deckgen.writers.pptx.xml import HEADER, attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PACKED = (".png", ".jpeg", ".xlsx")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 4
"""Of zlib: larger levels take twice the time for two per cent of the size."""


@dataclass(slots=True)
class Relations:
    """The relationships of one part; the same target gets the same id."""

    source: str = "/"
    """Name of the part they start from; "/" for the package."""
    found: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a part (by its name) or an address. `kind` is the last step of its type."""
        key = (kind, target, external)
        return self.found.setdefault(key, f"rId{len(self.found) + 1}")

    def xml(self) -> str:
        """The relationships part."""
        rows = "".join(self._row(identifier, *key) for key, identifier in self.found.items())
        return f'{HEADER}<Relationships xmlns="{_PACKAGE}relationships">{rows}</Relationships>'

    def _row(self, identifier: str, kind: str, target: str, external: bool) -> str:
        base = f"{_PACKAGE}relationships/metadata/" if kind == "core-properties" else _OFFICE
        place = target if external else posixpath.relpath(target, posixpath.dirname(self.source))
        mode = ' TargetMode="External"' if external else ""
        return f'<Relationship Id="{identifier}" Type="{base}{kind}" Target="{attribute(place)}"{mode}/>'


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package."""

    name: str
    """Absolute, e.g. `/ppt/slides/slide1.xml`."""
    content_type: str | None
    """None: the type that goes with the name's ending."""
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Package:
    """Parts in the order in which they are written."""

    relations: Relations = field(default_factory=Relations)
    parts: list[Part] = field(default_factory=list)

    def add(self, name: str, content_type: str | None, data: bytes | str, relations: Relations | None = None) -> None:
        """Add a part, and its relationships where it has any."""
        self.parts.append(Part(name, content_type, data.encode() if isinstance(data, str) else data))
        if relations and relations.found:
            folder, file = posixpath.split(name)
            self.parts.append(Part(f"{folder}/_rels/{file}.rels", None, relations.xml().encode()))

    def to_bytes(self) -> bytes:
        """The zip file: content types and package relationships first, every date the same."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            _store(archive, "[Content_Types].xml", self._content_types().encode())
            _store(archive, "_rels/.rels", self.relations.xml().encode())
            for part in self.parts:
                _store(archive, part.name[1:], part.data)
        return buffer.getvalue()

    def _content_types(self) -> str:
        used = {"rels", "xml"} | {part.name.rpartition(".")[2] for part in self.parts}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _DEFAULTS.items()
            if ending in used
        )
        overrides = "".join(
            f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
            for part in self.parts
            if part.content_type
        )
        return f'{HEADER}<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'


def _store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    # The platform would stand here otherwise, and files made on Windows and Linux would differ.
    entry.create_system = 0
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=_LEVEL)
