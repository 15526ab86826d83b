"""The outputs of a record as they lie in their folder now: as built, edited since, put beside, or gone."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from deckgen.diagnostics import Report, shown
from deckgen.model.choice import Choice
from deckgen.pipeline.placing import digest_file
from deckgen.pipeline.recorded import RecordedOutput, known_record, pages_of
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import MadeFile

_BESIDE_IN_NAME = re.compile(r"\.new[0-9]*(?=\.[a-z]+$)")
"""In the name of a file that was put beside one that somebody had edited."""


def made_file(output: RecordedOutput) -> MadeFile:
    """As the record of training lists it."""
    unit, count = pages_of(output)
    return MadeFile(output["name"], output["sha256"], unit, count, output.get("edited", False))


def own_name(name: str) -> str:
    """The name that an output has where it need not stand beside an edited one."""
    return _BESIDE_IN_NAME.sub("", name)


def as_found(folder: Path, outputs: Sequence[RecordedOutput]) -> list[RecordedOutput]:
    """The outputs as they lie there now, under the names that they have now.

    What was put beside an edited file and then took its name is that output, unedited; what is as no build made it is
    edited; what is gone is left out.
    """
    built = {(own_name(each["name"]), each["sha256"]): each for each in outputs if not each.get("edited")}
    named = {own_name(each["name"]): each for each in outputs} | {each["name"]: each for each in outputs}
    found: list[RecordedOutput] = []
    for name, output in named.items():
        if checksum := _digest_of(folder / name):
            made = built.get((own_name(name), checksum))
            as_edited: RecordedOutput = {**output, "name": name, "sha256": checksum, "edited": True}
            found.append({**made, "name": name} if made else as_edited)
    return found


def is_kept_edit(output: RecordedOutput, recorded: Mapping[str, RecordedOutput]) -> bool:
    """Whether a build has seen the file as somebody had changed it, and kept it so."""
    known = recorded.get(output["name"])
    return known is not None and known.get("edited", False) and known["sha256"] == output["sha256"]


def lists_others(output: RecordedOutput) -> bool:
    """Whether an output names other files with their checksums: the record of training."""
    return OUTPUTS[output["output"]].lists_others


def is_outdated(output: RecordedOutput, sums: Mapping[str, str]) -> bool:
    """Whether an output lists what does not lie there so; `sums` are SHA-256 by name."""
    return any(sums.get(name) != checksum for name, checksum in output["made"].get("lists", {}).items())


def tell_outdated(folder: Path, profile: Path, choice: Choice, report: Report) -> None:
    """Warn of records of training in a folder that list files which do not lie there, or not so."""
    record = known_record(folder)
    found = as_found(folder, record["outputs"]) if record else []
    sums = {output["name"]: output["sha256"] for output in found}
    if names := [output["name"] for output in found if is_outdated(output, sums)]:
        told = {"names": ", ".join(names), "folder": shown(folder)}
        report.add("record-outdated", None, profile=shown(profile), options=choice.options, **told)


def _digest_of(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none that can be read."""
    with suppress(OSError):
        return digest_file(path) if path.is_file() else None
    return None
