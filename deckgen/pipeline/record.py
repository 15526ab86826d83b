"""build.json: what was built, from what, with what."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from deckgen import __version__
from deckgen.diagnostics import Report, by_place
from deckgen.messages import to_json
from deckgen.model.publication import Publication
from deckgen.pipeline.content import company_content
from deckgen.pipeline.content_form import to_plain
from deckgen.pipeline.inputs import input_files, input_name
from deckgen.pipeline.making import settings, source_digest, tools
from deckgen.pipeline.material import Material
from deckgen.pipeline.outputs import RECORD, digest, digest_file
from deckgen.pipeline.request import Remembered, Request, Written
from deckgen.pipeline.unchanged import kept_after
from deckgen.writers import OUTPUTS
from deckgen.writers.rendered import MadeFile, Unit


def build_record(
    folder: Path,
    written: Sequence[Written],
    contents: Sequence[bytes],
    material: Material,
    publication: Publication,
    request: Request,
    remembered: Mapping[str, Remembered | None],
    report: Report,
) -> bytes:
    """The record of a build as JSON. Outputs of earlier builds that this one did not make stay in it."""
    course = publication.course
    inputs, libraries = _inputs(material), tools()
    source = source_digest(__version__, libraries, inputs)
    outputs = {
        file.path.name: {
            "name": file.path.name,
            "sha256": digest(data),
            "output": file.output,
            file.unit: file.pages,
            "made": {
                "from": source,
                **settings(publication, request.options, file.unit),
                **({"lists": list(file.lists)} if file.lists else {}),
            },
        }
        for file, data in zip(written, contents, strict=True)
    }
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
        "outputs": sorted((_earlier(folder) | outputs).values(), key=lambda output: str(output["name"])),
        "inputs": inputs,
        "libraries": libraries,
        "diagnostics": [to_json(found, "ja") for found in by_place(report)],
        "kept": kept_after(folder, request, inputs, material.course.outputs, remembered, report),
        "content": to_plain(company_content(course, material.course, material.profile, publication.theme)),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def made_before(folder: Path, prefix: str, material: Material, publication: Publication) -> Iterator[MadeFile]:
    """The files of the folder's last build whose names begin with `prefix`, where it had the same inputs.

    Left out are files that are not as they were built, and those that list others themselves.
    """
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        same = (record["deckgen"], record["theme"]) == (__version__, publication.theme.name)
        if not same or record["inputs"] != _inputs(material):
            return
        for output in record["outputs"]:
            if OUTPUTS[output["output"]].lists_others:
                continue
            unit: Unit | None = next((unit for unit in get_args(Unit) if unit in output), None)
            path = folder / output["name"]
            if unit and path.name.startswith(prefix) and path.is_file() and digest_file(path) == output["sha256"]:
                yield MadeFile(path.name, output["sha256"], unit, output[unit])
    except (OSError, ValueError, KeyError, TypeError):
        return


def _earlier(folder: Path) -> dict[str, dict[str, object]]:
    """The outputs in the folder's record whose files are still there."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        return {output["name"]: output for output in record["outputs"] if (folder / output["name"]).exists()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _inputs(material: Material) -> dict[str, str]:
    """SHA-256 of each input by its name."""
    return {name: digest_file(path) for name, path in input_files(material).items()}
