"""Keeping an edition: what it was made from, what was made, the record and checksums, in one file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from pathlib import Path

from deckgen import __version__
from deckgen.diagnostics import Report, Stop, shown
from deckgen.editions.archives import INPUTS, MOST_BYTES, OUTPUTS, SUMS, Unsound, is_safe, pack, sums, unpack
from deckgen.messages.terms import reason
from deckgen.model.choice import AS_WRITTEN, Choice
from deckgen.pipeline.archived import DAMAGED, archive_path, first_of
from deckgen.pipeline.editions import recorded_prefix
from deckgen.pipeline.making import is_current, options_of, serves, source_digest, tools
from deckgen.pipeline.material import COMPANY, THEME
from deckgen.pipeline.outputs import as_json, digest
from deckgen.pipeline.outputs_now import as_found, is_kept_edit, lists_others, own_name
from deckgen.pipeline.placing import clear_away, only_build, write_file
from deckgen.pipeline.recorded import RECORD, Damaged, RecordedOutput, read_record
from deckgen.pipeline.request import Request, folder_of
from deckgen.pipeline.workspace import Workspace, find_workspace, profile_path, refuse_others, report_missing
from deckgen.readers.files import is_file


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive that was written, or was there with the same papers."""

    path: Path
    sha256: str
    inputs: int
    outputs: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose edition is to be kept, and how."""

    company: str
    """Path of a profile, or its name among the companies."""
    out: Path | None = None
    """Where the outputs are; `output/` of the workspace where None."""
    theme: Path | None = None
    """The folder of a theme that lies outside of the workspace."""
    choice: Choice = AS_WRITTEN
    force: bool = False
    """True to keep files that are not as they were built."""


def archive(wanted: Wanted, report: Report) -> Archived:
    """Keep the edition that was built last. Raises Stop; an archive that exists is never replaced."""
    profile, workspace = locate(wanted.company, report)
    out = wanted.out or workspace.output
    folder = folder_of(profile, out, wanted.choice)
    if not (folder / RECORD).exists():
        told = {"folder": shown(folder), "profile": shown(profile), "options": wanted.choice.options}
        report.add("archive-not-built", None, **told)
        raise Stop
    with only_build(folder, profile.stem, report):
        renewals = _Edition(wanted, profile, workspace, folder, report).renewals()
    for request in renewals:
        _renew(request, report)
    with only_build(folder, profile.stem, report):
        edition = _Edition(wanted, profile, workspace, folder, report)
        return _written(archive_path(out, edition.company, edition.prefix), edition.members(), report)


def _renew(request: Request, report: Report) -> None:
    """Make the record of training again. Raises Stop."""
    from deckgen.pipeline.build import build  # most editions are archived as they were built

    own = Report()
    try:
        built = build(request, own, lambda step: None)
    except Stop:
        report.extend(own)
        raise
    report.add("archive-renewed", None, names=", ".join(file.path.name for file in built.files))


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
        try:
            record = read_record(folder)
        except Damaged:
            record = None
        if record is None or not is_safe(record["company"]):
            report.add("record-unreadable", None, path=shown(folder / RECORD))
            raise Stop
        self._record = record
        self._inputs = record["inputs"]
        self._source = source_digest(record["deckgen"], record["libraries"], self._inputs)
        self.company = record["company"]
        self.prefix = recorded_prefix(record)
        self._recorded = {output["name"]: output for output in record["outputs"] if self._is_ours(output)}
        self._outputs = list(filter(self._is_ours, as_found(folder, record["outputs"])))

    def _is_ours(self, output: RecordedOutput) -> bool:
        """Whether an output is of this edition; a draft is of none, nor is what lies about since other settings."""
        is_final = not output["made"]["draft"] and is_current(output)
        return output["name"].startswith(f"{self.prefix}_") and is_final

    @cached_property
    def _data(self) -> Mapping[str, bytes | None]:
        """The inputs as they lie there now; None for one that cannot be had."""
        return {name: self._read(self._place_of(name)) if is_safe(name) else None for name in self._inputs}

    def renewals(self) -> Sequence[Request]:
        """The builds that make the record of training again, where its list of files is all that is amiss.

        That is so after the new file took the name of an edited one, and wherever else what lies there is settled.
        """
        is_settled = all(output["name"] == own_name(output["name"]) for output in self._outputs)
        unchanged = {name: digest(data) for name, data in self._data.items() if data is not None}
        if not is_settled or source_digest(__version__, tools(), unchanged) != self._source:
            return ()
        requests = (self._renewal(output) for output in self._outputs if self._is_to_renew(output))
        return list(dict.fromkeys(request for request in requests if request))

    def _is_to_renew(self, output: RecordedOutput) -> bool:
        is_as_built = not output.get("edited") and output["made"]["from"] == self._source
        can_be_listed = all(serves(each, output["made"]) for each in self._beside(output))
        return lists_others(output) and is_as_built and can_be_listed and not self._lists_what_is_kept(output)

    def _renewal(self, output: RecordedOutput) -> Request | None:
        made, options = output["made"], options_of(output["made"])
        theme = self._wanted.theme or self._workspace.place_of(f"themes/{made['theme']}/theme.yaml").parent
        if options is None or not is_file(theme / "theme.yaml"):
            return None
        return Request(
            self._profile,
            (output["output"],),
            self._wanted.out,
            str(theme),
            options=options,
            public=made["public"],
            choice=self._wanted.choice,
        )

    def members(self) -> dict[str, bytes]:
        """All files of the archive but for the list of checksums. Raises Stop."""
        if not self._outputs:
            self._report.add("archive-nothing-final", None, folder=shown(self._folder))
            raise Stop
        amiss = Report()
        inputs = {INPUTS + name: data for name, data in sorted(self._kept_inputs(amiss))}
        outputs = {OUTPUTS + name: data for name, data in sorted(self._kept_outputs(amiss))}
        self._report.extend(amiss)
        if len(amiss) and not self._wanted.force:
            self._report.add("archive-refused", None, company=self._profile.stem)
            raise Stop
        return {RECORD: self._kept_record(), **inputs, **outputs}

    def _kept_record(self) -> bytes:
        """The record, of this edition alone: nothing of other builds that the same folder has seen."""
        told = {name: value for name, value in self._record.items() if name != "kept"}
        return as_json(told | {"outputs": self._outputs})

    def _kept_inputs(self, amiss: Report) -> Iterator[tuple[str, bytes]]:
        for name, data in self._data.items():
            if data is None:
                amiss.add("archive-input-missing", None, name=name)
                continue
            if digest(data) != self._inputs[name]:
                amiss.add("archive-input-changed", None, name=name)
            yield name, data

    def _place_of(self, name: str) -> Path:
        """Where an input lies that the record names."""
        folder, _, rest = name.partition("/")
        if folder == COMPANY:
            return self._profile.parent / rest
        if folder == THEME and self._wanted.theme:
            return self._wanted.theme.parent / rest
        return self._workspace.place_of(name)

    def _kept_outputs(self, amiss: Report) -> Iterator[tuple[str, bytes]]:
        lying = {own_name(output["name"]) for output in self._outputs if output["name"] == own_name(output["name"])}
        for name in dict.fromkeys(map(own_name, self._recorded)):
            if name not in lying:
                amiss.add("archive-output-missing", None, name=name)
        for output in self._outputs:
            data = self._read(self._folder / output["name"]) or b""
            self._judge(output, data, amiss)
            yield output["name"], data
        if lacking := [name for name in self._record["default_outputs"] if name not in self._made()]:
            amiss.add("archive-incomplete", None, outputs=", ".join(lacking))

    def _judge(self, output: RecordedOutput, data: bytes, amiss: Report) -> None:
        """Tell what is amiss with one output; an edit that a build has seen and kept is not."""
        name = output["name"]
        is_edited = output.get("edited", False)
        if name != own_name(name):
            amiss.add("archive-unsettled", None, name=own_name(name), new=name)
        elif digest(data) != output["sha256"] or (is_edited and not is_kept_edit(output, self._recorded)):
            amiss.add("archive-output-edited", None, name=name)
        elif is_edited:
            self._report.add("archive-output-kept", None, name=name)
        if output["made"]["from"] != self._source:
            amiss.add("archive-output-stale", None, name=name)
        elif not self._lists_what_is_kept(output):
            amiss.add("archive-record-outdated", None, name=name)

    def _made(self) -> set[str]:
        """The kinds of output that were made; what is for the public stands for no other, unless there is no other."""
        made = [*self._recorded.values(), *self._outputs]
        ordinary = {output["output"] for output in made if not output["made"]["public"]}
        return ordinary or {output["output"] for output in made}

    def _beside(self, output: RecordedOutput) -> list[RecordedOutput]:
        """What an output that lists others has to list."""
        public = output["made"]["public"]
        others = (each for each in self._outputs if each["name"] == own_name(each["name"]) and not lists_others(each))
        return [each for each in others if each["made"]["public"] == public]

    def _lists_what_is_kept(self, output: RecordedOutput) -> bool:
        """Whether an output that lists others lists those that are kept with it, made with the same settings."""
        beside = self._beside(output)
        sums = {each["name"]: each["sha256"] for each in beside}
        is_whole = sums == output["made"].get("lists", {}) and all(serves(each, output["made"]) for each in beside)
        return is_whole or not lists_others(output)

    def _read(self, path: Path) -> bytes | None:
        with suppress(OSError), path.open("rb") as file:
            return file.read(MOST_BYTES)
        return None


def _unpacked(kept: bytes) -> Mapping[str, bytes | None]:
    """The members of an archive; none where it is damaged."""
    try:
        members = unpack(kept)
    except Unsound:
        return {}
    return {} if None in members.values() else members


def _differing(before: Mapping[str, bytes | None], members: Mapping[str, bytes]) -> list[str]:
    """The outputs in which an archive that was kept differs, else the inputs.

    Papers and what they were made from are the edition. How a record says that they came about, one after the other or
    all at once, is not: it changes from build to build while every file stays as it is.
    """
    kept = [name for name in {**members, **before} if name.startswith((INPUTS, OUTPUTS))]
    differing = [name for name in kept if before.get(name) != members.get(name)]
    outputs = [name.removeprefix(OUTPUTS) for name in differing if name.startswith(OUTPUTS)]
    return sorted(outputs or differing)


def _are_only_for_the_public(names: Sequence[str], before: Mapping[str, bytes | None], prefix: str) -> bool:
    """Whether these outputs came later, and are copies for the public: the edition itself is as it was kept."""
    return all(name.startswith(f"{prefix}_public_") and OUTPUTS + name not in before for name in names)


def _written(target: Path, members: Mapping[str, bytes], report: Report) -> Archived:
    """Write the archive, unless it is there already; a damaged one gets another name."""
    data = pack({**members, SUMS: sums(members)})
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_away(target.parent)
        _set_aside(target, report)
        if is_new := not target.exists():
            write_file(target, data)
        elif (kept := target.read_bytes()) != data:
            _tell_other(target, kept, members, report)
            data, members = kept, {name: held for name, held in _unpacked(kept).items() if held is not None}
    except OSError as problem:
        report.add("output-unwritable", None, folder=shown(target.parent), reason=reason(problem))
        raise Stop from problem
    inputs, outputs = (sum(name.startswith(folder) for name in members) for folder in (INPUTS, OUTPUTS))
    return Archived(target, digest(data), inputs, outputs, is_new)


def _set_aside(target: Path, report: Report) -> None:
    """Give a damaged archive another name. Raises OSError."""
    if target.exists() and not _unpacked(target.read_bytes()):
        names = (target.with_name(f"{target.stem}{DAMAGED}{number}.zip") for number in chain([""], count(2)))
        other = next(path for path in names if not path.exists())
        target.rename(other)
        report.add("archive-set-aside", None, path=shown(target), other=other.name)


def _tell_other(target: Path, kept: bytes, members: Mapping[str, bytes], report: Report) -> None:
    """Tell in what an archive that stays is another than this one. Raises Stop unless the edition is the same."""
    before = _unpacked(kept)
    names = _differing(before, members)
    if not names:
        return
    if _are_only_for_the_public(names, before, target.stem):
        report.add("archive-lacks", None, path=shown(target), names=first_of(names))
        return
    report.add("archive-exists", None, path=shown(target), names=first_of(names))
    raise Stop
