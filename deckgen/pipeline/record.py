"""build.json: what was built, from what, with what."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from deckgen import __version__
from deckgen.diagnostics import Report, by_place
from deckgen.messages import to_json
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.content import company_content, with_pages
from deckgen.pipeline.content_form import to_plain
from deckgen.pipeline.editions import prefix_of
from deckgen.pipeline.inputs import input_files, input_name
from deckgen.pipeline.making import SUPERSEDED, differing_parts, is_current, serves, settings, source_digest, tools
from deckgen.pipeline.material import Material
from deckgen.pipeline.outputs import RECORD, Output, as_json, digest
from deckgen.pipeline.placing import digest_file
from deckgen.pipeline.request import Remembered, Request, Written
from deckgen.pipeline.unchanged import kept_after
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import MadeFile, Unit


def build_record(
    folder: Path,
    written: Sequence[Written],
    outputs: Sequence[Output],
    idle: Collection[Path],
    material: Material,
    publication: Publication,
    request: Request,
    remembered: Mapping[str, Remembered | None],
    report: Report,
) -> bytes:
    """The record of a build as JSON; `outputs` are what was written, by the names that they were to have.

    Outputs of earlier builds that this one did not make stay in it, but for the `idle` ones, which are to go.
    """
    course = publication.course
    content = company_content(course, material.course, material.profile, publication.theme)
    inputs, libraries = _inputs(material), tools()
    source = source_digest(__version__, libraries, inputs)
    entries = {
        file.path.name: {
            "name": file.path.name,
            "sha256": digest(output.data),
            "output": file.output,
            file.unit: file.pages,
            "made": {
                "from": source,
                **settings(publication, request.options, file.unit),
                **({"lists": list(file.lists)} if file.lists else {}),
            },
        }
        for file, output in zip(written, outputs, strict=True)
    }
    earlier = _earlier(folder, idle)
    _tell_other_system(earlier, entries, report)
    changed = {name for name, entry in entries.items() if earlier.get(name, {}).get("sha256") != entry["sha256"]}
    names = {*entries, *(output.name for output in outputs)}
    for name, entry in earlier.items():
        if name not in names and entry["output"] in remembered and _is_of(entry, course):
            entry[SUPERSEDED] = True
    record = {
        "deckgen": __version__,
        "company": course.company_id,
        "profile": input_name(material.profile.path, material),
        "course": course.id,
        "course_edition": course.course_edition,
        "fiscal_year": course.edition.fiscal_year,
        "version": course.edition.version,
        "draft": course.is_draft,
        "public": course.is_public,
        "theme": publication.theme.name,
        "default_outputs": [name for name in material.course.outputs if not OUTPUTS[name].lacking(course)],
        "outputs": sorted((earlier | entries).values(), key=lambda output: str(output["name"])),
        "inputs": inputs,
        "libraries": libraries,
        "diagnostics": [to_json(found, "ja") for found in by_place(report)],
        "kept": kept_after(folder, request, inputs, material.course.outputs, remembered, changed, report),
        "content": to_plain(with_pages(content, publication.deck)),
    }
    return as_json(record | _told_before(folder, record))


def _tell_other_system(
    earlier: Mapping[str, Mapping[str, Any]], entries: Mapping[str, Mapping[str, Any]], report: Report
) -> None:
    """Warn where the same material makes other bytes than it did, as the system's libraries are others than then."""
    differing: dict[tuple[str, str, str], list[str]] = {}
    for name in earlier.keys() & entries.keys():
        then, now = earlier[name], entries[name]
        if then["sha256"] != now["sha256"] and then["made"]["from"] == now["made"]["from"]:
            for other in differing_parts(then["made"], now["made"].get("system", {})):
                differing.setdefault(other, []).append(name)
    for (part, before, here), names in sorted(differing.items()):
        report.add("output-other-system", None, names=", ".join(sorted(names)), part=part, then=before, now=here)


def made_before(
    folder: Path, prefix: str, material: Material, publication: Publication, options: Options
) -> Iterator[MadeFile]:
    """The files of earlier builds whose names begin with `prefix`, made with the same inputs and settings.

    Left out are files that are not as they were built, and those that list others themselves.
    """
    wanted = {
        "from": source_digest(__version__, tools(), _inputs(material)),
        **settings(publication, options, "sheets"),
    }
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        for output in record["outputs"]:
            if OUTPUTS[output["output"]].lists_others or not is_current(output) or not serves(output, wanted):
                continue
            unit: Unit | None = next((unit for unit in get_args(Unit) if unit in output), None)
            path = folder / output["name"]
            if unit and path.name.startswith(prefix) and path.is_file() and digest_file(path) == output["sha256"]:
                yield MadeFile(path.name, output["sha256"], unit, output[unit])
    except (OSError, ValueError, KeyError, TypeError):
        return


def _is_of(entry: Mapping[str, Any], course: Course) -> bool:
    """Whether an output is of the same edition, and as much of a draft or for the public as this course is."""
    same = (entry["made"]["draft"], entry["made"]["public"]) == (course.is_draft, course.is_public)
    return same and entry["name"].startswith(f"{prefix_of(course)}_")


def _told_before(folder: Path, record: Mapping[str, Any]) -> dict[str, Any]:
    """What the folder's record tells of the edition itself, where this build, of the same inputs, tells less of it.

    A draft, or a card for the public, made after the outputs themselves is thus no end of what they say.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads((folder / RECORD).read_text("utf-8"))
        same = all(known[name] == record[name] for name in ("deckgen", "libraries", "inputs", "theme"))
        if same and (known["draft"], known["public"]) < (record["draft"], record["public"]):
            return {name: known[name] for name in ("draft", "public", "diagnostics", "content")}
    return {}


def _earlier(folder: Path, idle: Collection[Path]) -> dict[str, dict[str, Any]]:
    """The outputs in the folder's record whose files are still there and are to stay."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        found = {output["name"]: (folder / output["name"], output) for output in record["outputs"]}
        return {name: output for name, (path, output) in found.items() if path.exists() and path not in idle}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _inputs(material: Material) -> dict[str, str]:
    """SHA-256 of each input by its name."""
    return {name: digest_file(path) for name, path in input_files(material).items()}
