"""Keeping an edition: what it was made from, what was made, the record and checksums, in one file."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Report, Stop
from deckgen.messages import has_errors
from deckgen.messages.terms import reason
from deckgen.pipeline.archived import archive_path, first_of
from deckgen.pipeline.archives import INPUTS, OUTPUTS, SUMS, sums
from deckgen.pipeline.editions import edition_prefix
from deckgen.pipeline.inputs import COMPANY, THEME
from deckgen.pipeline.making import is_current, serves, source_digest
from deckgen.pipeline.mistaken import refuse_others, report_missing
from deckgen.pipeline.outputs import RECORD, as_json, digest, own_name
from deckgen.pipeline.placing import only_build, write_file
from deckgen.pipeline.workspace import Workspace, find_workspace, profile_path
from deckgen.pipeline.zips import MOST_BYTES, Unsound, is_safe, pack, unpack
from deckgen.readers.files import is_file, shown
from deckgen.writers import OUTPUTS as KINDS


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive that was written, or was there with these very bytes."""

    path: Path
    sha256: str
    inputs: int
    outputs: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose edition is to be kept, and how."""

    company: str
    """Path of a profile, or its name in `source/companies`."""
    out: Path | None = None
    """Where the outputs are; `output/` of the workspace where None."""
    theme: Path | None = None
    """The folder of a theme that lies outside of the workspace."""
    force: bool = False
    """True to keep files that are not as they were built."""


def archive(wanted: Wanted, report: Report) -> Archived:
    """Keep the edition that was built last. Raises Stop; an archive that exists is never replaced."""
    profile, workspace = locate(wanted.company, report)
    out = wanted.out or workspace.output
    folder = out / profile.stem
    if not is_file(folder / RECORD):
        report.add("archive-not-built", None, folder=shown(folder), profile=shown(profile))
        raise Stop
    with only_build(folder, profile.stem, report):
        edition = _Edition(wanted, profile, workspace, folder, report)
        members = edition.members()
    return _written(archive_path(out, edition.company, edition.prefix), members, report)


def locate(company: str, report: Report) -> tuple[Path, Workspace]:
    """The profile that is named by its path or by its bare name, and its workspace. Raises Stop."""
    path = profile_path(company)
    workspace = find_workspace(path.parent, report)
    refuse_others(path, report)
    if not is_file(path):
        report_missing(path, workspace, report)
        raise Stop
    return path, workspace


class _Edition:
    """The edition that a folder's record is about."""

    def __init__(self, wanted: Wanted, profile: Path, workspace: Workspace, folder: Path, report: Report) -> None:
        self._wanted = wanted
        self._profile = profile
        self._workspace = workspace
        self._folder = folder
        self._report = report
        self._data = (folder / RECORD).read_bytes()
        try:
            self._record: dict[str, Any] = json.loads(self._data)
            self.company = str(self._record["company"])
            self.prefix = edition_prefix(*(self._record[name] for name in ("fiscal_year", "course", "version")))
            self._inputs: dict[str, str] = dict(self._record["inputs"])
            self._outputs = [output for output in self._record["outputs"] if self._is_ours(output)]
            self._default = list(self._record["default_outputs"])
            self._source = source_digest(self._record["deckgen"], self._record["libraries"], self._inputs)
            if not is_safe(self.company) or not is_safe(self.prefix):
                raise ValueError(self.company)
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            report.add("record-unreadable", None, path=shown(folder / RECORD))
            raise Stop from problem

    def _is_ours(self, output: Mapping[str, Any]) -> bool:
        """Whether an output is of this edition; a draft is of none, nor is what lies about since other settings."""
        is_final = not output["made"]["draft"] and is_current(output)
        return output["name"].startswith(f"{self.prefix}_") and is_final

    def members(self) -> dict[str, bytes]:
        """All files of the archive but for the list of checksums. Raises Stop."""
        if not self._outputs:
            self._report.add("archive-nothing-final", None, folder=shown(self._folder))
            raise Stop
        before = len(self._report)
        inputs = {INPUTS + name: data for name, data in sorted(self._kept_inputs())}
        outputs = {OUTPUTS + name: data for name, data in sorted(self._kept_outputs())}
        if len(self._report) > before and not self._wanted.force:
            self._report.add("archive-refused", None, company=self._profile.stem)
        if has_errors(self._report, before):
            raise Stop
        return {RECORD: self._kept_record(), **inputs, **outputs}

    def _kept_record(self) -> bytes:
        """The record, of this edition alone: nothing of other builds that the same folder has seen."""
        told = {name: value for name, value in self._record.items() if name != "kept"}
        return as_json(told | {"outputs": self._outputs})

    def _kept_inputs(self) -> Iterator[tuple[str, bytes]]:
        for name, checksum in self._inputs.items():
            data = self._read(self._place_of(name)) if is_safe(name) else None
            if data is None:
                self._report.add("archive-input-missing", None, name=name)
                continue
            if digest(data) != checksum:
                self._report.add("archive-input-changed", None, name=name)
            yield name, data

    def _place_of(self, name: str) -> Path:
        """Where an input lies that the record names."""
        folder, _, rest = name.partition("/")
        if folder == COMPANY:
            return self._profile.parent / rest
        if folder == THEME and self._wanted.theme:
            return self._wanted.theme.parent / rest
        return self._workspace.root / name

    def _kept_outputs(self) -> Iterator[tuple[str, bytes]]:
        for output in self._outputs:
            name = output["name"]
            data = self._read(self._folder / name) if is_safe(name) and "/" not in name else None
            if data is None:
                self._report.add("archive-output-missing", None, name=name)
                continue
            if digest(data) != output["sha256"]:
                self._report.add("archive-output-edited", None, name=name)
            elif output["made"]["from"] != self._source:
                self._report.add("archive-output-stale", None, name=name)
            elif not self._lists_what_is_kept(output):
                self._report.add("archive-record-outdated", None, name=name)
            yield name, data
        if lacking := [name for name in self._default if name not in self._made()]:
            self._report.add("archive-incomplete", None, outputs=", ".join(lacking))

    def _made(self) -> set[str]:
        """The kinds of output that are there; what is for the public stands for no other, unless there is no other."""
        ordinary = {output["output"] for output in self._outputs if not output["made"]["public"]}
        return ordinary or {output["output"] for output in self._outputs}

    def _lists_what_is_kept(self, output: Mapping[str, Any]) -> bool:
        """Whether an output that lists others lists those that are kept with it, made with the same settings."""
        if not KINDS[output["output"]].lists_others:
            return True
        beside = [
            each
            for each in self._outputs
            if each["made"]["public"] == output["made"]["public"] and not KINDS[each["output"]].lists_others
        ]
        names = {own_name(each["name"]) for each in beside}
        return names == set(output["made"].get("lists", ())) and all(serves(each, output["made"]) for each in beside)

    def _read(self, path: Path) -> bytes | None:
        with suppress(OSError), path.open("rb") as file:
            return file.read(MOST_BYTES)
        return None


def _others(kept: bytes, members: Mapping[str, bytes]) -> str:
    """The outputs in which an archive that was kept differs, else all that differs; `-` where it cannot be read."""
    try:
        before = unpack(kept)
    except Unsound:
        return "-"
    differing = [name for name in {**members, **before} if name != SUMS and before.get(name) != members.get(name)]
    outputs = [name.removeprefix(OUTPUTS) for name in differing if name.startswith(OUTPUTS)]
    named = sorted(outputs or differing)
    return first_of(named) or "-"


def _written(target: Path, members: Mapping[str, bytes], report: Report) -> Archived:
    """Write the archive, unless it is there already."""
    data = pack({**members, SUMS: sums(members)})
    inputs, outputs = (sum(name.startswith(folder) for name in members) for folder in (INPUTS, OUTPUTS))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        is_new = not target.exists()
        if is_new:
            write_file(target, data)
        elif (kept := target.read_bytes()) != data:
            report.add("archive-exists", None, path=shown(target), names=_others(kept, members))
            raise Stop
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(target.parent), reason=reason(problem))
        raise Stop from problem
    return Archived(target, digest(data), inputs, outputs, is_new)
