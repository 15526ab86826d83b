"""The package that a PowerPoint file is (ECMA-376 part 2), read as what it may be: a stranger's.

Nothing is unpacked onto the disk, no address is followed, and no XML with a document type of its own is taken.
"""

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

FILE_LIMIT = 100_000_000
"""Bytes of the file."""
TOTAL_LIMIT = 300_000_000
"""Bytes of all its parts, unpacked."""
PARTS_LIMIT = 4_000
XML_LIMIT = 16_000_000
"""Bytes of one part that is XML."""
RATIO_LIMIT = 200
"""How many times its packed size a part may be that is larger than a megabyte."""
_LARGE = 1_000_000
_FARTHEST = 2**32
_TYPES, _RELATIONS = "[Content_Types].xml", "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = frozenset(
    (
        *(f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"
          for kind in ("presentation", "template", "slideshow")),
        *(f"application/vnd.ms-powerpoint.{kind}.macroEnabled.main+xml"
          for kind in ("presentation", "template", "slideshow")),
    )
)  # fmt: skip
P, A, R = (
    f"{{http://schemas.openxmlformats.org/{name}}}"
    for name in ("presentationml/2006/main", "drawingml/2006/main", "officeDocument/2006/relationships")
)
"""Namespaces as lxml writes them before names."""


class Unusable(Exception):
    """A template that no deck can be built on: the finding's code, and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part."""

    id: str
    type: str
    """The last word of its type, e.g. `slideLayout`."""
    full_type: str
    target: str
    """Name of the part it leads to; empty where it leads out of the file or to nothing."""
    is_external: bool


@dataclass(frozen=True, eq=False)
class Package:
    """The parts of a file, each unpacked when it is asked for."""

    sizes: Mapping[str, ZipInfo] = field(repr=False)
    archive: ZipFile = field(repr=False)
    trees: dict[str, etree._Element] = field(default_factory=dict, repr=False)

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises Unusable where it is missing or cannot be unpacked."""
        try:
            return self.archive.read(self.sizes[name])
        except (KeyError, BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
            raise Unusable("template-part-broken", part=name) from error

    def tree(self, name: str) -> etree._Element:
        """A part that is XML, parsed once. Raises Unusable."""
        if name not in self.trees:
            self.trees[name] = self._parsed(name)
        return self.trees[name]

    def _parsed(self, name: str) -> etree._Element:
        data = self.data(name)
        if len(data) > XML_LIMIT:
            raise Unusable("template-too-large", part=name, size=len(data), limit=XML_LIMIT)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser, base_url=name)
        except etree.XMLSyntaxError as error:
            raise Unusable("template-part-broken", part=name) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unusable("template-doctype", part=name)
        return root

    def links(self, name: str) -> tuple[Link, ...]:
        """The relationships of a part, or of the package for an empty name."""
        folder, file = posixpath.split(name)
        listed = f"{folder.rstrip('/')}/_rels/{file}.rels"
        if listed not in self.sizes:
            return ()
        found = self.tree(listed).iter(f"{{{_RELATIONS}}}Relationship")
        return tuple(self._link(each, folder or "/") for each in found)

    def _link(self, element: etree._Element, folder: str) -> Link:
        full = element.get("Type", "")
        is_external = element.get("TargetMode") == "External"
        target = posixpath.normpath(posixpath.join(folder, unquote(element.get("Target", "")).partition("#")[0]))
        found = target if not is_external and target in self.sizes else ""
        return Link(element.get("Id", ""), full.rpartition("/")[2], full, found, is_external)

    def related(self, name: str, type_: str) -> str:
        """The part that one has a relationship of a type to; empty where there is none."""
        return next((link.target for link in self.links(name) if link.type == type_ and link.target), "")

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        tree = self.tree(f"/{_TYPES}")
        overrides = tree.iter(f"{{{_TYPES_NS}}}Override")
        by_name = {each.get("PartName", ""): each.get("ContentType", "") for each in overrides}
        by_ending = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in tree.iter(f"{{{_TYPES_NS}}}Default")
        }
        return by_name, by_ending

    def content_type(self, name: str) -> str:
        """The content type of a part; empty where the package does not tell."""
        by_name, by_ending = self._types
        return by_name.get(name) or by_ending.get(name.rpartition(".")[2].lower(), "")

    @cached_property
    def presentation(self) -> str:
        """The name of the part that lists masters and slides. Raises Unusable where the file is no presentation."""
        name = self.related("", "officeDocument")
        if self.content_type(name) not in _MAIN:
            raise Unusable("template-format")
        if not self.tree(name).tag.startswith(P):
            raise Unusable("template-strict")
        return name

    def masters(self) -> Iterator[tuple[str, int]]:
        """Each slide master in order: its part's name, and its id."""
        links = {link.id: link.target for link in self.links(self.presentation)}
        for listed in self.tree(self.presentation).iter(f"{P}sldMasterId"):
            if target := links.get(listed.get(f"{R}id", "")):
                yield target, whole(listed, "id", 2**31)

    def layouts(self, master: str) -> Iterator[str]:
        """The names of a master's layouts in order."""
        links = {link.id: link.target for link in self.links(master)}
        for listed in self.tree(master).iter(f"{P}sldLayoutId"):
            if target := links.get(listed.get(f"{R}id", "")):
                yield target


def whole(element: etree._Element, name: str, otherwise: int = 0) -> int:
    """A number among the attributes of a part's element. Raises Unusable where it is none, or far too large."""
    try:
        found = int(element.get(name) or otherwise)
    except ValueError as error:
        raise broken(element) from error
    if abs(found) > _FARTHEST:
        raise broken(element)
    return found


def broken(element: etree._Element) -> Unusable:
    """What to raise where an element of a part is not as it must be."""
    return Unusable("template-part-broken", part=element.getroottree().docinfo.URL or "")


def open_package(path: Path) -> Package:
    """The package in a file. Raises Unusable where it is none, or larger than a template can be."""
    try:
        with path.open("rb") as file:
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise Unusable("template-missing") from error
    if len(data) > FILE_LIMIT:
        raise Unusable("template-too-large", part="@file", size=len(data), limit=FILE_LIMIT)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError) as error:
        raise Unusable("template-format") from error
    _check_sizes(archive)
    package = Package({f"/{info.filename.lstrip('/')}": info for info in archive.infolist()}, archive)
    if f"/{_TYPES}" not in package.sizes:
        raise Unusable("template-format")
    _ = package.presentation
    return package


def _check_sizes(archive: ZipFile) -> None:
    listed = archive.infolist()
    if len(listed) > PARTS_LIMIT:
        raise Unusable("template-too-large", part="@parts", size=len(listed), limit=PARTS_LIMIT)
    total = sum(info.file_size for info in listed)
    if total > TOTAL_LIMIT:
        raise Unusable("template-too-large", part="@file", size=total, limit=TOTAL_LIMIT)
    for info in listed:
        if info.file_size > max(_LARGE, RATIO_LIMIT * info.compress_size):
            raise Unusable("template-too-large", part=info.filename[:100], size=info.file_size, limit=_LARGE)
