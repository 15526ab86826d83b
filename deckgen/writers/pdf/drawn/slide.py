"""A slide that is drawn: what a document needs to show it."""

from dataclasses import dataclass, field
from hashlib import sha256

from deckgen.model.frames import Picture
from deckgen.writers.pdf.drawn.content import HERE, FontKey, UsedFont
from deckgen.writers.pdf.drawn.elements import Element


@dataclass(frozen=True, slots=True)
class DrawnSlide:
    """A slide as a stream of operators. Lengths are points from its corner, downwards."""

    title: str
    width: float
    height: float
    data: bytes = field(repr=False)
    """Operators, with `HERE` for the number of each marked content."""
    count: int
    """Of its marked contents."""
    tree: tuple[Element, ...]
    used: dict[FontKey, UsedFont]
    pictures: dict[str, Picture]
    """By the name that the stream has for them."""
    language: str = ""
    """Of its texts, where that is another one than the paper's."""

    def numbered(self, first: int) -> bytes:
        """The operators, their marked contents counted from `first`."""
        start, *rest = self.data.split(HERE.encode())
        return start + b"".join(b"%d%b" % (number, part) for number, part in enumerate(rest, first))


def picture_name(data: bytes) -> str:
    """What the engine calls a picture: the same one has the same name in every document."""
    return f"i{sha256(data).hexdigest()[:24]}1"
