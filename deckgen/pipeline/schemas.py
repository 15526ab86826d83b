"""JSON Schema of the YAML files; that of a profile depends on its course."""

from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.material import course_named
from deckgen.pipeline.workspace import find_workspace, only_course
from deckgen.readers.schema import Kind, schema_text

__all__ = ["Kind", "schema_of"]


def schema_of(kind: Kind, course: str | None, start: Path, report: Report) -> str:
    """The schema of a kind of file as JSON text; courses are looked for from the folder `start`. Raises Stop."""
    if kind != "company":
        return schema_text(kind)
    workspace = find_workspace(start, report)
    return schema_text(kind, course_named(course or only_course(workspace, report), workspace, report))
