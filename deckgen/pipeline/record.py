"""build.json: what was built, from what, with what."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from deckgen import __version__
from deckgen.diagnostics import Report, by_place
from deckgen.messages import to_json
from deckgen.model.course import Course
from deckgen.model.publication import Publication
from deckgen.pipeline.content import company_content, with_pages
from deckgen.pipeline.content_form import to_plain
from deckgen.pipeline.editions import prefix_of
from deckgen.pipeline.making import (
    SUPERSEDED,
    differing_parts,
    is_current,
    is_of,
    serves,
    settings,
    source_digest,
    tools,
)
from deckgen.pipeline.material import Material, input_files, input_name
from deckgen.pipeline.outputs import Destination, Output, as_json, digest
from deckgen.pipeline.outputs_now import as_found, is_outdated, lists_others, made_file, own_name
from deckgen.pipeline.recorded import RecordedOutput, known_record
from deckgen.pipeline.request import Remembered, Request
from deckgen.pipeline.unchanged import OF_ONE_BUILD, digest_now, kept_after, tell_left
from deckgen.writers import OUTPUTS, Options
from deckgen.writers.rendered import File, MadeFile, Rendered


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that was made, with its place."""

    output: str
    """The kind of output that it belongs to."""
    source: File
    made: Output
    destination: Destination
    lists: Mapping[str, str]
    """SHA-256 by the names of the files that it lists."""

    @property
    def name(self) -> str:
        """The name that it has where nobody's edits are in the way."""
        return self.made.name

    @property
    def rendered(self) -> Rendered:
        """What its writer handed back."""
        return self.source.rendered

    @property
    def file(self) -> MadeFile:
        """The file that lies under its name after the build, as the record of training lists it."""
        checksum = self.destination.edited or digest(self.made.data)
        is_edited = bool(self.destination.edited)
        return MadeFile(self.name, checksum, self.source.unit, self.rendered.pages, is_edited)


def build_record(
    folder: Path,
    placed: Sequence[Placed],
    idle: Collection[Path],
    material: Material,
    publication: Publication,
    request: Request,
    remembered: Mapping[str, Remembered | None],
    report: Report,
) -> bytes:
    """The record of a build as JSON.

    Outputs of earlier builds that this one did not make stay in it as they lie there, but for the `idle` ones, which
    are to go.
    """
    course = publication.course
    content = company_content(course, material.course, material.profile, publication.theme)
    inputs, libraries = _inputs(material), tools()
    source = source_digest(__version__, libraries, inputs)
    earlier = _earlier(folder, idle)
    entries: dict[str, dict[str, Any]] = {}
    for each in placed:
        made = {"from": source, **settings(publication, request.options, each.source.unit)}
        entries |= _entries(each, made, earlier.get(each.name, {}))
    _tell_other_system(earlier, entries, report)
    changed = {name for name, entry in entries.items() if earlier.get(name, {}).get("sha256") != entry["sha256"]}
    names = {*entries, *(each.name for each in placed)}
    for name, entry in earlier.items():
        if entry["output"] in remembered and name not in names and _is_of(entry, course):
            entry[SUPERSEDED] = True
    outputs = sorted((earlier | entries).values(), key=lambda output: str(output["name"]))
    tell_left(folder, (each for each in outputs if each["output"] in remembered and _is_of(each, course)), report)
    _mark_outdated(outputs)
    record = {
        "deckgen": __version__,
        "company": course.company_id,
        "profile": input_name(material.profile.path, material),
        "course": course.id,
        "course_edition": course.course_edition,
        "fiscal_year": course.edition.fiscal_year,
        "version": course.edition.version,
        **({"marks": list(course.marks)} if course.marks else {}),
        "draft": course.is_draft,
        "public": course.is_public,
        "theme": publication.theme.name,
        "default_outputs": [name for name in material.course.outputs if not OUTPUTS[name].lacking(course)],
        "outputs": outputs,
        "inputs": inputs,
        "libraries": libraries,
        "diagnostics": [to_json(found, "ja") for found in by_place(report) if found.code not in OF_ONE_BUILD],
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


def _entries(placed: Placed, made: Mapping[str, Any], earlier: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What the record tells of a file that was made, and of the edited one that keeps its name."""
    entry = {"output": placed.output, placed.source.unit: placed.rendered.pages}
    new, found = digest(placed.made.data), dict[str, dict[str, Any]]()
    if not placed.destination.is_declined:
        name = placed.destination.path.name
        lists = {"lists": dict(placed.lists)} if placed.lists else {}
        found[name] = {"name": name, "sha256": new, **entry, "made": {**made, **lists}}
    if placed.destination.edited:
        lists = {name: value for name, value in earlier.get("made", {}).items() if name == "lists"}
        edited = {"name": placed.name, "sha256": placed.destination.edited, **entry, "made": {**made, **lists}}
        found[placed.name] = edited | {"edited": True, "offered": new}
    return found


def _mark_outdated(outputs: Sequence[dict[str, Any]]) -> None:
    sums = {output["name"]: output["sha256"] for output in outputs}
    for output in outputs:
        output.pop("outdated", None)
        if is_outdated(cast("RecordedOutput", output), sums):
            output["outdated"] = True


def made_before(
    folder: Path, prefix: str, material: Material, publication: Publication, options: Options
) -> Iterator[MadeFile]:
    """The files of earlier builds whose names begin with `prefix`, made with the same inputs and settings.

    Left out are those that list others themselves, and those beside a file that somebody edited.
    """
    wanted = {
        "from": source_digest(__version__, tools(), _inputs(material)),
        **settings(publication, options, "sheets"),
    }
    record = known_record(folder)
    for output in as_found(folder, record["outputs"]) if record else ():
        is_ours = output["name"].startswith(prefix) and output["name"] == own_name(output["name"])
        if is_ours and is_current(output) and not lists_others(output) and serves(output, wanted):
            yield made_file(output)


def _is_of(entry: Mapping[str, Any], course: Course) -> bool:
    """Whether an output is of the same edition, and as much of a draft or for the public as this course is."""
    return is_of(entry, prefix_of(course), draft=course.is_draft, public=course.is_public)


def _told_before(folder: Path, record: Mapping[str, Any]) -> dict[str, Any]:
    """What the folder's record tells of the edition itself, where this build, of the same inputs, tells less of it.

    A draft, or a card for the public, made after the outputs themselves is thus no end of what they say.
    """
    known = cast("dict[str, Any]", known_record(folder))
    is_same = known and all(known[name] == record[name] for name in ("deckgen", "libraries", "inputs", "theme"))
    if is_same and (known["draft"], known["public"]) < (record["draft"], record["public"]):
        return {name: known[name] for name in ("draft", "public", "diagnostics", "content")}
    return {}


def _earlier(folder: Path, idle: Collection[Path]) -> dict[str, dict[str, Any]]:
    """The outputs in the folder's record whose files are still there and are to stay."""
    record = known_record(folder)
    found = as_found(folder, record["outputs"]) if record else []
    return {output["name"]: dict(output) for output in found if folder / output["name"] not in idle}


def _inputs(material: Material) -> dict[str, str]:
    """SHA-256 of each input by its name."""
    return {name: digest_now(path) for name, path in input_files(material).items()}
