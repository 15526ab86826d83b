"""A new profile: every slot of a course with what it asks, ready to be filled in; and the schemas of all files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Report, Stop, shown
from deckgen.merge.values import PLACEHOLDER, is_required
from deckgen.messages.terms import reason
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration, SlotType
from deckgen.pipeline.material import check_name, course_named
from deckgen.pipeline.workspace import Workspace, find_workspace, only_course
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.schema import Kind, schema_text

# A new profile -------------------------------------------------------------------------------------------------------

_TYPES: dict[SlotType, str] = {
    "text": "一行の文",
    "rich": "文章",
    "integer": "整数",
    "date": "日付（年-月-日）",
    "choice": "選択",
    "image": "画像ファイル（PNG・JPEG）",
    "contact": "連絡先",
    "steps": "手順（上から順に行うこと）",
    "list": "一覧",
    "ruling": "判断（decision）と条件（conditions）",
    "history": "版の一覧",
}
_REQUIRED = {"always": "必須", "certified": "プライバシーマーク付与事業者は必須", "optional": "任意"}
_CONTACT_KEYS = ("role", "phone", "mail", "hours", "note")


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What was written."""

    path: Path
    course: str
    slots: int
    blanks: int
    """Slots that hold the placeholder."""


def write_new_profile(path: Path, course: str | None, *, certified: bool, report: Report) -> NewProfile:
    """Write a profile to fill in; a file that exists is never touched. Raises Stop."""
    workspace = find_workspace(path.parent, report)
    if path.suffix not in (".yaml", ".yml"):
        suggestion = shown(path.with_name(f"{path.stem}.yaml")) if path.stem else ""
        report.add("profile-name", None, name=path.name, suggestion=suggestion)
        raise Stop
    check_name(path, report)
    source = course_named(course or only_course(workspace, report), workspace, report)
    write_new(path, blank_text(path, source, workspace, certified=certified), report)
    blanks = sum(is_required(slot, is_certified=certified) and not slot.default for slot in source.slots)
    return NewProfile(path, source.id, len(source.slots), blanks)


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
    """The text of a profile in which required slots say 要記入 and all others are commented out."""
    top = _Group()
    for slot in course.slots:
        top.put(slot.name.split("."), slot)
    lines = [*_head(course, schema, certified=certified), *_members(top, "", certified), *_tail(course)]
    return "\n".join(lines) + "\n"


def _head(course: CourseSource, schema: str, *, certified: bool) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield from _comment(f"会社のプロファイル：{course.title.text}", "")
    yield "#"
    yield f"# ・「{PLACEHOLDER}」を、自社の内容に書きかえます。行の左端の空白（字下げ）は変えないでください。"
    yield "# ・連絡先（contact）のうち使わない行（mail、hours など）は、行ごと消します。"
    yield "# ・行頭に # の付いた項目は任意です。使うときは、# を1文字消してから書きます。"
    yield "# ・この説明（# と空白で始まる行）は、残しても消してもかまいません。"
    yield ""
    yield f"course: {course.id}"
    yield ""
    yield "# プライバシーマークの付与事業者は true、そうでなければ false です。"
    yield "# true にすると「プライバシーマーク付与事業者は必須」の項目も必須になります。"
    yield f"certified: {'true' if certified else 'false'}"
    yield ""
    yield "# 見た目を変えるとき：テーマの名前と、会社の色（引用符で囲みます）"
    yield "#theme: standard"
    yield '#brand_colour: "#0b5c8a"'
    yield ""
    yield "# 内容を最後に確かめた日（年-月-日）。まとまりの先頭や、項目ごとにも書けます。"
    yield "# 古くなると、`deckgen check` が知らせます。"
    yield f"#{REVIEWED_ON}: 2026-11-02"


def _members(group: _Group, indent: str, certified: bool) -> Iterator[str]:
    for key, member in group.members.items():
        yield ""
        if isinstance(member, _Group):
            yield f"{indent}{key}:"
            inner = list(_members(member, f"{indent}  ", certified))
            yield from inner[1:]  # the first slot stands right below its group
        else:
            yield from _slot(key, member, indent, certified)


def _slot(key: str, slot: SlotDeclaration, indent: str, certified: bool) -> Iterator[str]:
    kind = _TYPES[slot.type] + _bounds(slot)
    yield from _comment(f"{slot.label}（{_REQUIRED[slot.required]}、担当：{slot.owner}、{kind}）", indent)
    yield from _comment(slot.help, indent)
    if slot.options:
        listed = "、".join(f"{option.value}（{option.label}）" for option in slot.options)
        yield from _comment(f"選べる値：{listed}", indent)
    if slot.default:
        yield from _comment("書かなければ、次を使います：" + "／".join(slot.default), indent)
    yield from _example(slot.example, indent)
    is_open = is_required(slot, is_certified=certified) and not slot.default
    for line in _blank(key, slot):
        yield f"{indent}{line}" if is_open else f"#{indent}{line}"


def _bounds(slot: SlotDeclaration) -> str:
    """How many entries a list takes, or which numbers an integer."""
    low, high = slot.minimum, slot.maximum
    unit = "" if slot.type == "integer" else "個"
    if (low is None and high is None) or (low, high, unit) == (1, None, "個"):
        return ""
    return f"、{'' if low is None else low}〜{'' if high is None else high}{unit}"


def _example(example: str, indent: str) -> Iterator[str]:
    lines = example.rstrip().splitlines()
    if len(lines) == 1 and not lines[0].startswith("- "):
        yield from _comment(f"例：{lines[0]}", indent)
    elif lines:
        yield from _comment("例：", indent)
        yield from _comment("\n".join(f"  {line}" for line in lines), indent)


def _comment(text: str, indent: str) -> Iterator[str]:
    """Every line of a text as a comment, whatever the text holds."""
    yield from (f"{indent}# {line}".rstrip() for line in text.splitlines())


def _blank(key: str, slot: SlotDeclaration) -> list[str]:
    """The value to fill in, in the shape that its reader expects."""
    match slot.type:
        case "contact":
            used = [part for part in _CONTACT_KEYS if f"\n{part}:" in f"\n{slot.example}"]
            return [f"{key}:", *(f"  {part}: {PLACEHOLDER}" for part in used or ("role", "phone"))]
        case "ruling":
            return [f"{key}:", f"  decision: {PLACEHOLDER}", "  conditions:", f"    - {PLACEHOLDER}"]
        case "history":
            parts = ("version", "issued_on", "summary")
            return [f"{key}:", *(f"  {'-' if part == parts[0] else ' '} {part}: {PLACEHOLDER}" for part in parts)]
        case "steps" | "list":
            return [f"{key}:", *[f"  - {PLACEHOLDER}"] * max(1, slot.minimum or 1)]
        case "rich":
            return [f"{key}: |", f"  {PLACEHOLDER}"]
        case "text" | "integer" | "date" | "choice" | "image":
            return [f"{key}: {PLACEHOLDER}"]


def _tail(course: CourseSource) -> Iterator[str]:
    optional = ", ".join(slide.id for slide in course.slides if slide.optional)
    yield ""
    yield "# ほかに、スライド（slides）、確認テスト（quiz）、研修の記録（record）を自社に合わせられます。"
    yield "# 書き方は docs/slots.md にあります。下は、スライドを外し、ノートに書き足すときの例です。"
    yield "#slides:"
    if optional:
        yield f"#  leave_out: [{optional}]"
    yield "#  notes:"
    yield f"#    - slide: {course.slides[0].id}"
    yield "#      add: ここに、自社の言葉で書き足します。"
    yield ""
    yield "# 研修の記録（実施報告と受講者名簿）に前もって刷ること（任意）。書かない欄は空欄になります。"
    yield "#record:"
    yield "#  plan: 年度の教育計画書の名前と承認日"
    yield "#  method: 集合研修"
    yield "#  expected: 48"
    yield "#  staff: 名簿.csv   # 社員番号・所属・氏名の列がある、CSVかExcelの名簿（gitには入れない）"
    yield "#  approvals: [作成, 確認, 承認]"


# JSON Schema of the YAML files ---------------------------------------------------------------------------------------
# That of a profile depends on its course.

__all__ = ["Kind", "schema_of"]


def schema_of(kind: Kind, course: str | None, start: Path, report: Report) -> str:
    """The schema of a kind of file as JSON text; courses are looked for from the folder `start`. Raises Stop."""
    if kind != "company":
        return schema_text(kind)
    workspace = find_workspace(start, report)
    return schema_text(kind, course_named(course or only_course(workspace, report), workspace, report))
