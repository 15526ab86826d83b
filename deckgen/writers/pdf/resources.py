"""What the PDF engine may fetch: what was put here, what lies beside a style sheet of the theme, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from deckgen.model.theme import Family, Fonts
from deckgen.writers.pdf.drawn import DrawnSlide

_MEMORY = "deckgen:"
_THEME = "https://theme.invalid/"
"""Base of the theme's addresses: of a kind that relative addresses can be resolved against, and of a name that no
network knows (RFC 2606)."""
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ttf": "font/ttf"}


class Unfetchable(Exception):
    """A style sheet of the theme names something that is not a file beside it."""

    def __init__(self, address: str) -> None:
        super().__init__(f"not a file of the theme: {address}")
        self.address = address


@dataclass(frozen=True, slots=True)
class Resource:
    """A file in memory."""

    data: bytes
    type: str
    """Its media type (RFC 6838)."""


@dataclass(slots=True)
class Resources:
    """Files by address. Addresses count up, so that they say nothing of this machine and are the same every time."""

    _files: dict[str, Resource] = field(default_factory=dict)
    _addresses: dict[bytes, str] = field(default_factory=dict)
    _folders: list[Path] = field(default_factory=list)
    slides: dict[str, tuple[DrawnSlide, Fonts]] = field(default_factory=dict)
    """Slides by address, each with the fonts that it was drawn with."""

    def add(self, data: bytes, media_type: str) -> str:
        """Keep a file; its address. What is there already keeps its address."""
        address = self._addresses.get(data)
        if address is None:
            address = self._addresses[data] = f"{_MEMORY}{len(self._files)}"
            self._files[address] = Resource(data, media_type)
        return address

    def add_font(self, data: bytes) -> str:
        """Keep a font; its address, which is the same in every document that has the same fonts before it."""
        address = self._addresses.get(data)
        if address is None:
            address = self._addresses[data] = f"{_MEMORY}font-{len(self.fonts())}"
            self._files[address] = Resource(data, _TYPES[".ttf"])
        return address

    def add_slide(self, slide: DrawnSlide, fonts: Fonts) -> str:
        """Keep a drawn slide; its address."""
        address = f"{_MEMORY}slide-{len(self.slides) + 1}"
        self.slides[address] = (slide, fonts)
        return address

    def families(self) -> Iterator[Family]:
        """The families that slides are set in, some of them several times."""
        for slide, fonts in self.slides.values():
            yield from (fonts.of(kind).families[at] for kind, _, at in slide.used)

    def add_sheet(self, path: Path) -> str:
        """Let a style sheet be fetched, with what lies in its folder; its address."""
        folder = path.parent.resolve()
        if folder not in self._folders:
            self._folders.append(folder)
        return f"{_THEME}{self._folders.index(folder)}/{path.name}"

    def fonts(self) -> tuple[tuple[str, bytes], ...]:
        """Addresses and contents of the fonts that were put here."""
        return tuple((address, file.data) for address, file in self._files.items() if file.type == _TYPES[".ttf"])

    def folders(self) -> tuple[Path, ...]:
        """Where style sheets may take files from."""
        return tuple(self._folders)

    def get(self, address: str) -> Resource:
        """The file at an address. Raises Unfetchable where there is none."""
        known = self._files.get(address)
        return known or self._beside_a_sheet(address)

    def _beside_a_sheet(self, address: str) -> Resource:
        index, _, name = unquote(address.removeprefix(_THEME)).partition("/")
        if not address.startswith(_THEME) or not index.isdecimal() or int(index) >= len(self._folders):
            raise Unfetchable(address)
        folder = self._folders[int(index)]
        path = (folder / name).resolve()
        if not path.is_relative_to(folder) or path.suffix not in _TYPES or not path.is_file():
            raise Unfetchable(address)
        return Resource(path.read_bytes(), _TYPES[path.suffix])
