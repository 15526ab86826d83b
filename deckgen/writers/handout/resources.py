"""What the PDF engine may fetch: what was put here under an address of its own, and nothing else."""

from dataclasses import dataclass, field
from pathlib import Path

SCHEME = "deckgen:"


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

    def add(self, data: bytes, media_type: str) -> str:
        """Keep a file; its address. What is there already keeps its address."""
        address = self._addresses.get(data)
        if address is None:
            address = self._addresses[data] = f"{SCHEME}{len(self._files)}"
            self._files[address] = Resource(data, media_type)
        return address

    def add_file(self, path: Path, media_type: str) -> str:
        """Keep a file of the theme; its address. Raises OSError where it cannot be read."""
        return self.add(path.read_bytes(), media_type)

    def get(self, address: str) -> Resource:
        """The file at an address. Raises LookupError where there is none."""
        return self._files[address]
