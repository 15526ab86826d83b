"""What deckgen tells its users about their material: one frozen record per finding.

A diagnostic carries a code and values, not prose: `deckgen.messages` holds the wording, in Japanese and English,
so that every stage can report without knowing the reader's language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from os.path import normpath
from pathlib import Path


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning asks for a look, an info records a decision."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source file; line and column count from 1. Line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Keys(dict[str, Place]):
    """Where a mapping says what it says, by its keys: in the line of the key."""

    def of(self, key: str, otherwise: Place) -> Place:
        """The place of a key; `otherwise` where it is not written."""
        return self.get(key, otherwise)


LOCATIONS = (Place, Keys)
"""Types of the fields that are not written, but tell where others are."""


def shown(path: Path) -> str:
    """A path as messages show it: relative where it lies below the working folder, and without steps there and back."""
    path = _straight(path) if ".." in path.parts else path
    if path.is_absolute():
        try:
            return str(path.relative_to(Path.cwd()))
        except (ValueError, OSError):
            pass
    return str(path)


def _straight(path: Path) -> Path:
    """`companies/../group.yaml` as `group.yaml`, where that is the same: a link may lead elsewhere."""
    straight = Path(normpath(path))
    try:
        return straight if straight.resolve() == path.resolve() else path
    except (ValueError, OSError, RuntimeError):
        return path


def shortened(text: str, most: int) -> str:
    """A text of the material as a message quotes it: not more than so many characters of it."""
    return text if len(text) <= most else f"{text[:most]}…"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code in the message catalogue, where it is, and the values its message names."""

    code: str
    place: Place | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Report:
    """Collects the findings of a run in the order in which they were found, each once."""

    found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(self, code: str, place: Place | None = None, /, **values: object) -> None:
        """Record a finding; `values` fill the message's placeholders."""
        texts = tuple((name, str(value)) for name, value in values.items())
        self.found[Diagnostic(code, place, texts)] = None

    def extend(self, findings: Iterable[Diagnostic]) -> None:
        """Take over findings that were made elsewhere."""
        self.found.update(dict.fromkeys(findings))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def by_place(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by file, line and column, as somebody goes through them; those without a place last, as they were found.

    Findings at one place keep their order.
    """
    return sorted(findings, key=lambda finding: (finding.place is None, finding.place or Place("")))


class Stop(Exception):
    """Work cannot go on: what is wrong stands in the report that the raiser was given."""
