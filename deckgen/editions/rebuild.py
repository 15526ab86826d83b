"""Making the outputs of an archived edition again, in a folder of its own, from nothing but what the archive holds."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deckgen.diagnostics import Report, Stop
from deckgen.editions.archives import Unsound, is_safe
from deckgen.editions.unpacked import errors_in, unpacked
from deckgen.model.choice import Choice
from deckgen.model.publication import Publication
from deckgen.pipeline.build import file_prefix
from deckgen.pipeline.making import STAMP, differing_parts, options_of
from deckgen.pipeline.material import THEME, publish, read_material, with_slides
from deckgen.pipeline.outputs import digest
from deckgen.pipeline.outputs_now import made_file, own_name
from deckgen.pipeline.recorded import RECORD, Record, RecordedOutput
from deckgen.readers.theme import read_theme
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.pdf.loading import load_engine, system_parts
from deckgen.writers.rendered import EngineMissing, File, MadeFile, ThemeFault

_OWN = ("from", "lists", "system")
"""Settings of one output that do not decide how it is made together with others."""


@dataclass(slots=True)
class Rebuilt:
    """What was made again."""

    checksums: dict[str, str] = field(default_factory=dict)
    """SHA-256 by the name of the output in the record; those that could not be made are not in it."""
    engine_missing: bool = False


def rebuild(
    inputs: Mapping[str, bytes],
    record: Record,
    wanted: Sequence[RecordedOutput],
    report: Report,
    progress: Callable[[str], None],
) -> Rebuilt:
    """Make the wanted outputs of a record again; why one cannot be made is in the report."""
    rebuilt = Rebuilt()
    with unpacked(inputs) as folder:
        own = Report()
        for settings, outputs in _alike(wanted):
            maker = _Maker(folder, record, settings, own, report, rebuilt, progress)
            maker.make(outputs)
        report.extend(errors_in(own, folder, "inputs"))
    return rebuilt


def _alike(wanted: Sequence[RecordedOutput]) -> Iterator[tuple[Mapping[str, Any], list[RecordedOutput]]]:
    """The outputs that one build can make, with its settings."""
    groups: dict[str, list[RecordedOutput]] = {}
    for output in wanted:
        settings = {name: value for name, value in output["made"].items() if name not in _OWN}
        groups.setdefault(json.dumps(settings, sort_keys=True), []).append(output)
    for key, outputs in groups.items():
        yield json.loads(key), outputs


@dataclass(slots=True)
class _Maker:
    """One build: outputs that were made with the same settings."""

    folder: Path
    record: Record
    settings: Mapping[str, Any]
    of_material: Report
    """Takes what is found of the inputs."""
    report: Report
    """Takes what is found of this computer."""
    rebuilt: Rebuilt
    progress: Callable[[str], None]

    def make(self, outputs: Sequence[RecordedOutput]) -> None:
        try:
            options = options_of(self.settings)
            publication = self._publication({output["output"] for output in outputs})
        except Stop:
            return
        except (KeyError, TypeError, ValueError) as problem:
            raise Unsound("archive-record", name=RECORD) from problem
        if options is None:
            return
        kinds = dict.fromkeys(output["output"] for output in outputs)
        for kind in kinds:
            listed = [output for output in outputs if output["output"] == kind]
            self._make_kind(kind, listed, options.applied(publication), options)

    def _publication(self, outputs: Collection[str]) -> Publication:
        """Raises Stop where the inputs do not make an edition."""
        self.progress("layout")
        if not is_safe(self.record["profile"]):
            raise ValueError(self.record["profile"])
        theme = self._theme(self.settings["theme"])
        choice = Choice(*(self.settings.get(key) for key in ("language", "slides", "version")))
        material = read_material(self.folder / self.record["profile"], theme, self.of_material, choice)
        draft, public = self.settings["draft"], self.settings["public"]
        made = publish(material, draft=draft, public=public, report=self.of_material, outputs=outputs)
        made = with_slides(made, material.profile.path, theme, choice, self.of_material)
        stamp = datetime.strptime(self.settings["stamp"], STAMP).replace(tzinfo=UTC)
        return replace(made, stamp=stamp)

    def _theme(self, name: str) -> str:
        """The folder of the theme of this name. Raises Stop."""
        for sheet in sorted(self.folder.glob("*/*/theme.yaml")):
            unheard = Report()
            try:
                if read_theme(sheet.parent, unheard, self.folder / "themes").name == name:
                    return str(sheet.parent)
            except Stop:
                continue
        self.report.add("theme-missing", None, theme=name, folder=THEME, found="", suggestion="")
        raise Stop

    def _make_kind(
        self, kind: str, outputs: Sequence[RecordedOutput], publication: Publication, options: Options
    ) -> None:
        """Make one kind of output, unless the system's libraries are others than when it was made."""
        self.progress(kind)
        try:
            if any("system" in output["made"] for output in outputs):
                load_engine()
                if self._differs(outputs):
                    return
            files = OUTPUTS[kind].render(publication, options, self._listed(outputs[0]))
        except EngineMissing as problem:
            self.rebuilt.engine_missing = True
            self.report.add("engine-missing", None, part=problem.part, command=problem.command)
            files = problem.files
        except ThemeFault as problem:
            self.report.add("theme-template-failed", problem.place, **problem.values)
            raise Stop from problem
        self._note(files, outputs, file_prefix(publication.course))

    def _differs(self, outputs: Sequence[RecordedOutput]) -> bool:
        other = next(differing_parts(outputs[0]["made"], system_parts()), None)
        if other:
            part, then, now = other
            names = ", ".join(output["name"] for output in outputs)
            self.report.add("verify-other-system", None, names=names, part=part, then=then, now=now)
        return bool(other)

    def _listed(self, output: RecordedOutput) -> tuple[MadeFile, ...]:
        """The files that an output lists, as the record knows them."""
        known = {each["name"]: made_file(each) for each in self.record["outputs"]}
        lists = output["made"].get("lists", {})
        return tuple(replace(known[name], sha256=checksum) for name, checksum in lists.items() if name in known)

    def _note(self, files: Sequence[File], outputs: Sequence[RecordedOutput], prefix: str) -> None:
        """Keep the checksum of each file under the name that it has in the record."""
        made = {prefix + file.ending: digest(file.rendered.data) for file in files}
        for output in outputs:
            name = own_name(output["name"])
            if name in made:
                self.rebuilt.checksums[output["name"]] = made[name]
