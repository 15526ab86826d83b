"""What a build is asked for, and what it answers. Loads nothing of the stages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deckgen.diagnostics import Diagnostic
from deckgen.model.choice import AS_WRITTEN, Choice
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
    choice: Choice = AS_WRITTEN
    as_of: date | None = None
    """The day by which to judge whether the material is fresh; None: it is not judged, whatever the day."""

    def folder(self, output: Path) -> Path:
        """Where the files go; `output` is the workspace's folder of outputs."""
        return folder_of(self.profile, self.out or output, self.choice)


def folder_of(profile: Path, out: Path, choice: Choice) -> Path:
    """Where the files of a company lie that are of one choice; `out` is the folder of all companies."""
    return out / profile.stem / choice.folder


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
