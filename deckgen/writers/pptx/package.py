"""The package that a deck is (ECMA-376 part 2): python-pptx's own, without its searches and without the clock.

For each part that is added, python-pptx looks through all parts for a free name, and for each relationship through all
that its part has: every slide would take longer than the one before. Here names are counted, and the relationships of
the part that lists the slides are set all at once.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import IO

from pptx.opc.oxml import CT_Relationships
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.spec import image_content_types
from pptx.package import Package
from pptx.parts.image import ImagePart

from deckgen.model.frames import Picture
from deckgen.writers.pptx.archive import ReproducibleWriter


class DeckPackage(Package):
    """A package that starts empty, names its parts by counting, and saves to the same bytes on every day."""

    def __init__(self) -> None:
        super().__init__(BytesIO())
        self._numbers: Counter[str] = Counter()
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
        return PackURI(tmpl % self._numbers[tmpl])

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
