"""Proving that an archive is whole, and that what it keeps can be made again from what it was made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from deckgen import __version__
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import (
    INPUTS,
    OUTPUTS,
    SUMS,
    Fault,
    Held,
    faults,
    in_order,
    open_archive,
    pack,
    read_sums,
    told_in,
)
from deckgen.editions.rebuild import rebuild
from deckgen.pipeline.editions import recorded_prefix
from deckgen.pipeline.making import tools
from deckgen.pipeline.outputs import digest
from deckgen.pipeline.recorded import RECORD, AnyRecord
from deckgen.pipeline.workspace import refuse_missing
from deckgen.readers.files import is_file

Wholeness = Literal["whole", "damaged", "missing", "extra"]
"""As its checksum says; without the file; without a checksum, or without a place in an archive."""
Origin = Literal["", "same", "different", "edited", "not-tried"]
"""Of an input: whether the build read these bytes. Of an output: whether these bytes were made again."""

_FINDINGS: dict[Wholeness, str] = {
    "damaged": "archive-file-damaged",
    "missing": "archive-file-missing",
    "extra": "archive-file-extra",
}
_TOLD_AT_MOST = 3
_NO_ARCHIVES = frozenset({".yaml", ".yml", ".json", ".pptx", ".pdf", ".xlsx"})
"""Endings of what has to do with an edition and is no archive."""
"""Programs that a message names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one file."""

    name: str
    wholeness: Wholeness
    origin: Origin = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A program that is not the one that made the edition."""

    name: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of an archive."""

    path: Path
    sha256: str
    """Of the archive itself: compare it with what was noted when it was made."""
    edition: Mapping[str, str]
    """`company`, `course`, `fiscal_year`, `version`, `deckgen`."""
    files: tuple[Verdict, ...]
    other_versions: tuple[Version, ...]
    """Where there are any, nothing is made again."""
    engine_missing: bool
    is_as_noted: bool | None = None
    """Whether the archive has the checksum that was noted when it was made; None where none was given."""

    @property
    def is_whole(self) -> bool:
        """Whether every file is what the archive itself says of it.

        Who changes a file can change that as well: only a checksum that was noted elsewhere shows it, or, as far as
        the inputs are known to be right, that they make the outputs again.
        """
        return all(file.wholeness == "whole" for file in self.files)


def verify(path: Path, report: Report, progress: Callable[[str], None], noted: str | None = None) -> Verified:
    """Judge an archive; whatever is wrong is in the report as well. Raises Stop where it cannot be opened safely.

    `noted` is the SHA-256 in lower hexadecimal that was noted when the archive was made.
    """
    progress("checksums")
    refuse_missing(path, report)
    if path.is_dir() or (path.suffix.lower() in _NO_ARCHIVES and is_file(path)):
        report.add("archive-expected", None, path=shown(path))
        raise Stop
    with told_in(path, report):
        held = open_archive(path)
        is_as_noted = _as_noted(path, held, noted, report)
        found = _Judge(path, held, read_sums(held), held.edition(), report).judged(progress)
        return replace(found, is_as_noted=is_as_noted)


def _as_noted(path: Path, held: Held, noted: str | None, report: Report) -> bool | None:
    if noted is None:
        return None
    found = digest(held.data)
    if found != noted:
        report.add("archive-checksum-other", None, path=shown(path), noted=noted, found=found)
    return found == noted


class _Judge:
    """Compares the parts of one archive with one another."""

    def __init__(self, path: Path, held: Held, listed: Mapping[str, str], record: AnyRecord, report: Report) -> None:
        self._path = path
        self._held = held
        self._listed = listed
        self._report = report
        self._edition = {
            "company": record["company"],
            "course": record["course"],
            "fiscal_year": str(record["fiscal_year"]),
            "version": record["version"],
            "deckgen": record["deckgen"],
        }
        prefix = recorded_prefix(record)
        self._inputs = record["inputs"]
        ours = [each for each in record["outputs"] if each["name"].startswith(f"{prefix}_")]
        self._outputs = {each["name"]: each for each in ours if not each["made"]["draft"]}
        self._others = tuple(self._other_versions(record["libraries"]))

    def judged(self, progress: Callable[[str], None]) -> Verified:
        """All verdicts."""
        wholeness = dict(self._wholeness())
        origins, engine_missing = dict[str, Origin](), False
        if all(found == "whole" for found in wholeness.values()):
            self._check_bytes()
            origins = dict(self._origins())
            made, engine_missing = self._made_again(origins, progress)
            origins |= made
        files = (Verdict(name, found, origins.get(name, "")) for name, found in wholeness.items())
        return Verified(
            path=self._path,
            sha256=digest(self._held.data),
            edition=self._edition,
            files=tuple(files),
            other_versions=self._others,
            engine_missing=engine_missing,
        )

    # Whole ---------------------------------------------------------------------------------------

    def _wholeness(self) -> Iterator[tuple[str, Wholeness]]:
        """Each file against the list of checksums, and against what the record says is there."""
        expected = {RECORD, *(INPUTS + name for name in self._inputs), *(OUTPUTS + name for name in self._outputs)}
        known = {*self._held.members, *self._listed}
        wrong: dict[str, Fault] = dict.fromkeys(expected - known, "missing")
        wrong |= dict.fromkeys(known - expected, "extra")
        for name, fault in faults(self._held, self._listed):
            if fault == "missing" or name not in wrong:
                wrong[name] = fault
        for name in in_order((known | expected) - {SUMS}):
            found: Wholeness = wrong.get(name, "whole")
            if found != "whole":
                self._report.add(_FINDINGS[found], None, path=shown(self._path), name=name)
            yield name, found

    def _check_bytes(self) -> None:
        """Every byte of the archive belongs to a file, or to the way in which files are packed."""
        members = self._held.members
        sound = {name: data for name in in_order(members) if (data := members[name]) is not None}
        if pack(sound) != self._held.data:
            self._report.add("archive-bytes", None, path=shown(self._path))

    # Made again ----------------------------------------------------------------------------------

    def _origins(self) -> Iterator[tuple[str, Origin]]:
        """Each file against its checksum in the record of the build."""
        for name, data in self._held.below(INPUTS).items():
            if digest(data) == self._inputs[name]:
                yield INPUTS + name, "same"
            else:
                self._report.add("archive-input-other", None, path=shown(self._path), name=name)
                yield INPUTS + name, "different"
        for name, data in self._held.below(OUTPUTS).items():
            if digest(data) != self._outputs[name]["sha256"]:
                self._report.add("archive-output-other", None, path=shown(self._path), name=name)
                yield OUTPUTS + name, "edited"
            elif self._outputs[name].get("edited"):
                yield OUTPUTS + name, "edited"

    def _made_again(
        self, origins: Mapping[str, Origin], progress: Callable[[str], None]
    ) -> tuple[dict[str, Origin], bool]:
        """The outputs made again where that says something; and whether this computer lacks the PDF engine."""
        wanted = [name for name in self._outputs if OUTPUTS + name not in origins]
        if self._others:
            told = self._others[:_TOLD_AT_MOST]
            then, now = (", ".join(f"{each.name} {getattr(each, when)}" for each in told) for when in ("then", "now"))
            self._report.add("verify-other-versions", None, then=then, now=now)
        if self._others or "different" in origins.values():
            return {OUTPUTS + name: "not-tried" for name in wanted}, False
        record = self._held.record()
        outputs = [output for output in record["outputs"] if output["name"] in wanted]
        rebuilt = rebuild(self._held.below(INPUTS), record, outputs, self._report, progress)
        made: dict[str, Origin] = {}
        for name in wanted:
            known, checksum = self._outputs[name]["sha256"], rebuilt.checksums.get(name)
            found: Origin = "not-tried" if checksum is None else "same" if checksum == known else "different"
            if found == "different":
                self._report.add("archive-output-different", None, path=shown(self._path), name=name)
            made[OUTPUTS + name] = found
        return made, rebuilt.engine_missing

    def _other_versions(self, libraries: Mapping[str, str]) -> Iterator[Version]:
        then = {"deckgen": self._edition["deckgen"], **libraries}
        now = {"deckgen": __version__, **tools()}
        for name in {**then, **now}:
            if then.get(name, "") != now.get(name, ""):
                yield Version(name, str(then.get(name, "")), now.get(name, ""))
