"""Looking into a written deck."""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from deckgen.model.frames import Item
from deckgen.model.publication import Publication
from deckgen.writers.pptx.deck import render
from tests.writers.pptx.sample import page_of, publication

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}


def parts(data: bytes) -> dict[str, bytes]:
    """Every file of a package by its name, in the order of the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(of: Publication) -> dict[str, bytes]:
    """The files of the deck that is written for a publication."""
    return parts(render(of).data)


def slide_with(*items: Item) -> "Xml":
    """The slide that is written for a page with these items."""
    return Xml(written(publication(page_of(*items)))["ppt/slides/slide1.xml"])


class Xml:
    """A part as a tree, asked by XPath."""

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data)

    def all(self, path: str) -> list[etree._Element]:
        found = self.root.xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, etree._Element)]

    def one(self, path: str) -> etree._Element:
        found = self.all(path)
        assert len(found) == 1, f"{len(found)} elements at {path}"
        return found[0]

    def values(self, path: str) -> list[str]:
        """Attributes or texts at a path."""
        found = self.root.xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [str(value) for value in found]


def sheet_of(book: dict[str, bytes]) -> Xml:
    """The first sheet of a workbook, with its texts in the cells where the workbook shares them."""
    cells, shared = Xml(book["xl/worksheets/sheet1.xml"]), Xml(book["xl/sharedStrings.xml"]).all("//s:si")
    for cell in cells.all("//s:c[@t='s']"):
        (value,) = cell
        cell.replace(value, deepcopy(shared[int(str(value.text))]))
    return cells


def relationships(files: dict[str, bytes]) -> Iterator[tuple[str, str, bool]]:
    """For each relationship: the name of the relationships part, the target as written, whether it lies outside."""
    for name, data in files.items():
        if name.endswith(".rels"):
            for row in Xml(data).all("//rel:Relationship"):
                yield name, str(row.get("Target")), row.get("TargetMode") == "External"
