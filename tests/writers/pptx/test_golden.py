"""Every part of the sample deck, against the XML that was looked at and found right.

`DECKGEN_UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is committed.
"""

import os
from pathlib import Path

import pytest
from lxml import etree

from tests.writers.pptx.reading import parts, written
from tests.writers.pptx.sample import publication

GOLDEN = Path(__file__).parent / "golden"
FILES = written(publication())
FILES |= {
    f"{name}/{inner}": data
    for name, book in FILES.items()
    if name.endswith(".xlsx")
    for inner, data in parts(book).items()
}
XML = {name: data for name, data in FILES.items() if name.endswith((".xml", ".rels"))}


def golden_file(name: str) -> Path:
    """Where a part's expected XML stands; dots at the front of a name would hide it."""
    return GOLDEN / name.replace("_rels/.rels", "_rels/package.rels").replace("[Content_Types]", "content-types")


def normalised(data: bytes) -> str:
    """One element a line, attributes sorted: a difference shows where it is."""
    root = etree.fromstring(etree.tostring(etree.fromstring(data), method="c14n"))
    for element in root.iter():
        # White space inside texts matters; between elements there is none.
        element.tail = None
    return etree.tostring(root, pretty_print=True, encoding="unicode")


@pytest.mark.parametrize("name", sorted(XML))
def test_part_is_as_it_was_found_right(name: str) -> None:
    path, found = golden_file(name), normalised(XML[name])
    if os.environ.get("DECKGEN_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    expected = {golden_file(name) for name in XML}
    assert {path for path in GOLDEN.rglob("*") if path.is_file()} == expected
