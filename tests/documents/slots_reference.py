"""Writes the reference of a course's slots into the documents, between the two lines that mark its place.

Usage: python -m tests.documents.slots_reference     (from the root of the checkout; a test sees to it that it was run)
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.merge.completeness import appearances
from deckgen.model.course import CourseSource
from deckgen.model.slots import SlotDeclaration
from deckgen.readers.course import read_course

ROOT = Path(__file__).parents[2]
COURSES = ROOT / "source" / "courses"
COURSE, SECOND = COURSES / "telework-privacy", COURSES / "phishing-mail"

_REQUIRED = {"always": "必須", "certified": "付与事業者は必須", "optional": "任意"}


def by_owner(course: CourseSource) -> str:
    """A table: who is asked for what."""
    owners = dict.fromkeys(slot.owner for slot in course.slots)
    rows = [
        (
            owner,
            str(len(asked)),
            "、".join(f"{slot.label}{'' if slot.required == 'always' else '＊'}" for slot in asked),
        )
        for owner in owners
        for asked in [[slot for slot in course.slots if slot.owner == owner]]
    ]
    return _table(("担当", "項目の数", "項目（＊は任意、または付与事業者だけが必須）"), rows)


def every_slot(course: CourseSource) -> str:
    """A section for each slot."""
    shown = appearances(course)
    return "\n\n".join(_section(slot, shown[slot.name]) for slot in course.slots)


def _section(slot: SlotDeclaration, slides: tuple[str, ...]) -> str:
    facts = [_REQUIRED[slot.required], f"担当：{slot.owner}", f"型：{slot.type}{_bounds(slot)}"]
    facts.append(f"表示先：{'、'.join(f'`{slide}`' for slide in slides)}" if slides else "表示先：なし（記録用）")
    lines = [f"### `{slot.name}` {slot.label}", "", "・".join(facts), "", slot.help, ""]
    if slot.options:
        lines += ["選べる値：" + "、".join(f"`{option.value}`（{option.label}）" for option in slot.options), ""]
    if slot.default:
        lines += ["書かなければ、次を使います。", "", *(f"- {entry}" for entry in slot.default), ""]
    return "\n".join([*lines, "```yaml", *_as_in_a_profile(slot), "```"])


def _bounds(slot: SlotDeclaration) -> str:
    low, high = slot.minimum, slot.maximum
    if low is None and high is None:
        return ""
    return f"（{'' if low is None else low}〜{'' if high is None else high}）"


def _as_in_a_profile(slot: SlotDeclaration) -> list[str]:
    """The example below its keys."""
    *groups, key = slot.name.split(".")
    indent = "  " * len(groups)
    lines = [f"{'  ' * depth}{group}:" for depth, group in enumerate(groups)]
    example = slot.example.rstrip().splitlines()
    if len(example) == 1 and not example[0].startswith("- ") and slot.type != "rich":
        return [*lines, f"{indent}{key}: {example[0]}"]
    mark = " |" if slot.type == "rich" else ""
    return [*lines, f"{indent}{key}:{mark}", *(f"{indent}  {line}" for line in example)]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def of_the_second_course(course: CourseSource) -> str:
    """A section for each slot that only the second course has."""
    known = {slot.name for slot in course.slots}
    second = read_course(SECOND, Report())
    return every_slot(replace(second, slots=tuple(slot for slot in second.slots if slot.name not in known)))


PARTS: dict[str, tuple[str, Callable[[CourseSource], str]]] = {
    "slots by owner": ("README.ja.md", by_owner),
    "every slot": ("docs/slots.md", every_slot),
    "slots of phishing-mail": ("docs/slots.md", of_the_second_course),
}
"""By the name of the marks: the document and what stands in it, made from the first course."""


def with_part(document: str, name: str, text: str) -> str:
    """The document with the text between the marks of that name."""
    begin, end = f"<!-- {name}: made by tests/documents/slots_reference.py -->", f"<!-- end of {name} -->"
    found = re.search(f"{re.escape(begin)}.*{re.escape(end)}", document, re.DOTALL)
    if found is None:
        raise ValueError(f"no marks for {name}")
    return f"{document[: found.start()]}{begin}\n\n{text}\n\n{end}{document[found.end() :]}"


def main() -> None:
    """Bring all documents up to date."""
    course = read_course(COURSE, Report())
    for name, (file, make) in PARTS.items():
        path = ROOT / file
        path.write_text(with_part(path.read_text("utf-8"), name, make(course)), "utf-8")


if __name__ == "__main__":
    main()
