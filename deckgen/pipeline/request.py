"""What a build is asked for, and what it answers. Loads nothing of the stages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Diagnostic
from deckgen.writers import Options


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for."""

    profile: Path
    only: tuple[str, ...] = ()
    """Names of outputs; the course's own list where empty."""
    out: Path | None = None
    theme: str | None = None
    draft: bool = False
    force: bool = False
    """True to build although nothing changed, and to replace what was changed by hand."""
    options: Options = Options()
    public: bool = False
    """True to leave personal telephone numbers out."""
    as_of: date | None = None
    """The day by which to judge whether the material is fresh; None: it is not judged, whatever the day."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: Path
    output: str
    unit: str
    """What it has `pages` of: `slides`, `pages` or `sheets`."""
    pages: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a later build needs to know of an output that was made."""

    files: tuple[str, ...]
    """Names; none where there is nothing to make of the course."""
    findings: tuple[Diagnostic, ...]
    """What its writer found."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, or found made."""

    folder: Path
    files: tuple[Written, ...]
    engine_missing: bool
    is_unchanged: bool = False
    """True where the files of an earlier build are still what this one would make."""
