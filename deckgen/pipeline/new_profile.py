"""A new profile: every slot of a course with what it asks, ready to be filled in; and the schemas of all files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.merge.values import is_required
from deckgen.messages.terms import reason
from deckgen.model.course import CourseSource
from deckgen.model.slots import PLACEHOLDERS, SlotDeclaration
from deckgen.pipeline.material import check_name, course_named
from deckgen.pipeline.workspace import Workspace, find_workspace, only_course
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.schema import Kind, schema_text
from deckgen.readers.translation import is_translated_into
from deckgen.wording import Language, say

# A new profile -------------------------------------------------------------------------------------------------------

_NAMED_KEYS = ("duty", "role", "phone")
_CONTACT_KEYS = ("role", "phone", "mail", "hours", "note")


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What was written."""

    path: Path
    course: str
    slots: int
    blanks: int
    """Slots that hold the placeholder."""
    placeholder: str


def write_new_profile(
    path: Path, course: str | None, *, certified: bool, report: Report, language: Language | None = None
) -> NewProfile:
    """Write a profile to fill in; a file that exists is never touched. Raises Stop.

    `language` is the one for its help and its material, where the course has it; the course's own where None.
    """
    workspace = find_workspace(path.parent, report)
    if path.suffix not in (".yaml", ".yml"):
        suggestion = shown(path.with_name(f"{path.stem}.yaml")) if path.stem else ""
        report.add("profile-name", None, name=path.name, suggestion=suggestion)
        raise Stop
    check_name(path, report)
    source = course_named(course or only_course(workspace, report), workspace, report)
    if language and language != source.language:
        if is_translated_into(source.files, language):
            source = course_named(source.id, workspace, report, language=language)
        else:
            report.add("new-language", None, course=source.id, language=language, found=source.language)
    write_new(path, blank_text(path, source, workspace, certified=certified), report)
    blanks = sum(is_required(slot, is_certified=certified) and not slot.default for slot in source.slots)
    return NewProfile(path, source.id, len(source.slots), blanks, PLACEHOLDERS[source.language])


def blank_text(path: Path, source: CourseSource, workspace: Workspace, *, certified: bool) -> str:
    """What a new profile says that is to lie at `path`."""
    return blank_profile(source, _schema(path.parent, source.id, workspace), certified=certified)


def _schema(folder: Path, course: str, workspace: Workspace) -> str:
    """Where an editor finds the schema, seen from the profile's folder: the course's own, or the common one."""
    schemas = workspace.schemas
    own = schemas / f"company-{course}.schema.json"
    schema = own if own.is_file() else schemas / "company.schema.json"
    try:
        return Path(os.path.relpath(schema, folder.resolve())).as_posix()
    except (OSError, ValueError):  # the working folder is gone, or the schema is on another drive
        return schema.as_uri()


def write_new(path: Path, text: str, report: Report) -> None:
    """Write a profile where there is none. Raises Stop."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as problem:
        report.add("profile-exists", None, path=path)
        raise Stop from problem
    except OSError as problem:
        report.add("profile-unwritable", None, path=path, reason=reason(problem))
        raise Stop from problem


# The text -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """Slots and groups below one key, in the order of the course."""

    members: "dict[str, SlotDeclaration | _Group]" = field(default_factory=dict)

    def put(self, keys: list[str], slot: SlotDeclaration) -> None:
        first, *rest = keys
        if not rest:
            self.members[first] = slot
            return
        group = self.members.setdefault(first, _Group())
        assert isinstance(group, _Group)  # no slot lies inside another: the reader of courses sees to it
        group.put(rest, slot)


def blank_profile(course: CourseSource, schema: str, *, certified: bool) -> str:
    """The text of a profile: required slots hold the placeholder, all others are commented out."""
    top = _Group()
    for slot in course.slots:
        top.put(slot.name.split("."), slot)
    writer = _Writer(course.language, certified)
    lines = [*writer.head(course, schema), *writer.members(top, ""), *writer.tail(course)]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines, with what they mean in the language of the course."""

    language: Language
    is_certified: bool

    def _said(self, key: str, indent: str = "", **values: object) -> Iterator[str]:
        yield from _comment(self._say(key, **values), indent)

    def _say(self, key: str, **values: object) -> str:
        return say(f"profiles.{key}", self.language, **values)

    def head(self, course: CourseSource, schema: str) -> Iterator[str]:
        yield f"# yaml-language-server: $schema={schema}"
        yield from self._said("about", course=course.title.text)
        yield "#"
        for key in ("how-to-fill", "how-to-leave-out", "how-to-take-in", "how-to-keep"):
            yield from self._said(key, placeholder=PLACEHOLDERS[self.language])
        yield ""
        yield f"course: {course.id}"
        yield from [f"language: {course.language}"] if course.is_translated else []
        yield ""
        yield from self._said("certified")
        yield from self._said("certified-true")
        yield f"certified: {'true' if self.is_certified else 'false'}"
        yield ""
        yield from self._said("look")
        yield "#theme: standard"
        yield '#brand_colour: "#0b5c8a"'
        yield ""
        yield from self._said("reviewed")
        yield from self._said("reviewed-old")
        yield f"#{REVIEWED_ON}: 2026-11-02"

    def members(self, group: _Group, indent: str) -> Iterator[str]:
        for key, member in group.members.items():
            yield ""
            if isinstance(member, _Group):
                yield f"{indent}{key}:"
                inner = list(self.members(member, f"{indent}  "))
                yield from inner[1:]  # the first slot stands right below its group
            else:
                yield from self._slot(key, member, indent)

    def _slot(self, key: str, slot: SlotDeclaration, indent: str) -> Iterator[str]:
        required = self._say(f"required.{slot.required}")
        yield from self._said(
            "slot", indent, label=slot.label, required=required, owner=slot.owner, kind=self._kind(slot)
        )
        yield from _comment(slot.help, indent)
        if slot.options:
            options = [self._say("option", value=option.value, label=option.label) for option in slot.options]
            yield from self._said("options", indent, options=say("comma", self.language).join(options))
        if slot.default:
            yield from self._said("default", indent, default=say("slash", self.language).join(slot.default))
        yield from self._example(slot.example, indent)
        is_open = is_required(slot, is_certified=self.is_certified) and not slot.default
        for line in _blank(key, slot, PLACEHOLDERS[self.language]):
            yield f"{indent}{line}" if is_open else f"#{indent}{line}"

    def _kind(self, slot: SlotDeclaration) -> str:
        """What is asked for, how many entries a list takes, or which numbers an integer."""
        low, high = slot.minimum, slot.maximum
        kind, is_number = self._say(f"type.{slot.type}"), slot.type in ("integer", "number")
        if slot.unit or slot.columns:
            told = slot.unit or say("comma", self.language).join(slot.columns)
            kind = f"{kind}{say('bracketed', self.language, text=told)}"
        if (low is None and high is None) or (low == 1 and high is None and not is_number):
            return kind
        ends = {"first": "" if low is None else low, "last": "" if high is None else high}
        return self._say("numbers" if is_number else "entries", kind=kind, range=say("range", self.language, **ends))

    def _example(self, example: str, indent: str) -> Iterator[str]:
        lines = example.rstrip().splitlines()
        if len(lines) == 1 and not lines[0].startswith("- "):
            yield from self._said("example", indent, example=lines[0])
        elif lines:
            yield from self._said("example-below", indent)
            yield from _comment("\n".join(f"  {line}" for line in lines), indent)

    def tail(self, course: CourseSource) -> Iterator[str]:
        optional = ", ".join(slide.id for slide in course.slides if slide.optional)
        yield ""
        yield from self._said("more")
        yield from self._said("more-where")
        yield "#slides:"
        if optional:
            yield f"#  leave_out: [{optional}]"
        yield "#  notes:"
        yield f"#    - slide: {course.slides[0].id}"
        yield f"#      add: {self._say('more-notes')}"
        yield ""
        yield from self._said("record")
        yield "#record:"
        yield f"#  plan: {self._say('record-plan')}"
        yield f"#  method: {self._say('record-method')}"
        yield "#  expected: 48"
        yield f"#  staff: {self._say('record-staff')}"
        yield f"#  approvals: [{self._say('record-approvals')}]"


def _comment(text: str, indent: str) -> Iterator[str]:
    """Every line of a text as a comment, whatever the text holds."""
    yield from (f"{indent}# {line}".rstrip() for line in text.splitlines())


def _blank(key: str, slot: SlotDeclaration, placeholder: str) -> list[str]:
    """The value to fill in, in the shape that its reader expects."""
    match slot.type:
        case "contact":
            used = [part for part in _CONTACT_KEYS if f"\n{part}:" in f"\n{slot.example}"]
            return [f"{key}:", *(f"  {part}: {placeholder}" for part in used or ("role", "phone"))]
        case "ruling":
            return [f"{key}:", f"  decision: {placeholder}", "  conditions:", f"    - {placeholder}"]
        case "history":
            parts = ("version", "issued_on", "summary")
            return [f"{key}:", *(f"  {'-' if part == parts[0] else ' '} {part}: {placeholder}" for part in parts)]
        case "steps" | "list":
            return [f"{key}:", *[f"  - {placeholder}"] * max(1, slot.minimum or 1)]
        case "rich":
            return [f"{key}: |", f"  {placeholder}"]
        case "contacts":
            return [f"{key}:", *(f"  {'-' if part == 'duty' else ' '} {part}: {placeholder}" for part in _NAMED_KEYS)]
        case "table":
            return [f"{key}:", f"  - [{', '.join([placeholder] * len(slot.columns))}]"]
        case "picture":
            return [f"{key}:", f"  file: {placeholder}", f"  alt: {placeholder}"]
        case "text" | "integer" | "number" | "date" | "choice" | "yes-no" | "url" | "image":
            return [f"{key}: {placeholder}"]


# JSON Schema of the YAML files ---------------------------------------------------------------------------------------
# That of a profile depends on its course.

__all__ = ["Kind", "schema_of"]


def schema_of(kind: Kind, course: str | None, start: Path, report: Report) -> str:
    """The schema of a kind of file as JSON text; courses are looked for from the folder `start`. Raises Stop."""
    if kind != "company":
        return schema_text(kind)
    workspace = find_workspace(start, report)
    return schema_text(kind, course_named(course or only_course(workspace, report), workspace, report))
