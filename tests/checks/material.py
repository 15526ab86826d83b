"""What checks find in the small course of the merge's tests, with values of a company added to it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from deckgen.checks import OtherCompany, Subject, run, subject_of
from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.merge import merge
from deckgen.merge.completeness import overview
from deckgen.messages import message_of
from tests.merge import material
from tests.merge.material import example_of

AS_OF = date(2026, 11, 23)

SLOTS = {
    "company.name": "type: text",
    "company.short_name": "type: text, required: optional",
    "edition.fiscal_year": "type: integer",
    "edition.version": "type: text",
    "edition.issued_on": "type: date",
    "edition.next_review": "type: date, required: optional",
    "edition.history": "type: history, required: optional",
    "legal_as_of": "type: date, required: optional",
    "people.privacy_manager": "type: contact, required: optional",
    "people.auditor": "type: contact, required: optional",
    "desk.consultation": "type: contact, required: optional",
    "emergency.primary": "type: contact, required: optional",
    "emergency.deputy": "type: contact, required: optional",
    "emergency.after_hours": "type: contact, required: optional",
    "emergency.system_admin": "type: contact, required: optional",
    "a.text": "type: text, required: optional",
    "a.rich": "type: rich, required: optional",
    "a.list": "type: list, required: optional",
    "a.steps": "type: steps, required: optional",
    "a.ruling": "type: ruling, required: optional",
    "b.list": "type: list, required: optional",
    "company.name_kana": "type: text, required: optional",
}
DECLARED = "\n".join(
    f"- {{ name: {name}, label: 枠{number}, help: 書く。, owner: 係{number}, example: {example_of(rest)}, {rest} }}"
    for number, (name, rest) in enumerate(SLOTS.items())
)
OWNERS = {name: f"係{number}" for number, name in enumerate(SLOTS)}

SHOWING = "- kind: rules\n  id: showing\n  title: すべて\n  notes: 確かめます。\n  rules:\n" + "".join(
    f"    - {{ heading: {name}, icon: phone, content: {{ slot: {name} }} }}\n"
    for name, kind in SLOTS.items()
    if not name.startswith(("company", "edition", "b."))
)
"""A slide that shows every slot but those of the edition and b.list."""


def subject(
    company: str = "",
    slides: str = "",
    *,
    base: str = material.COMPANY,
    course: str = material.COURSE,
    others: tuple[OtherCompany, ...] = (),
    draft: bool = False,
    files: Mapping[str, str] | None = None,
) -> Subject:
    """The small course with more slides, and the small company with more values."""
    source, profile = material.read(
        SHOWING + slides, company, course=course, base=base, files={"slots": DECLARED, **(files or {})}
    )
    try:
        merged = merge(source, profile, draft=draft, report=Report())
    except Stop:
        merged = None
    shown = {row.slot.name: row.slides for row in overview(source, profile)}
    return subject_of(source, profile, merged, shown, others)


def findings(of: Subject, as_of: date | None = AS_OF, *, draft: bool = False) -> list[Diagnostic]:
    """What all checks find."""
    return list(run(of, as_of, draft=draft))


def told(found: list[Diagnostic], *codes: str) -> list[str]:
    """The messages of the findings with these codes, each with its line and whoever has to act."""
    lines = []
    for one in found:
        if one.code in codes:
            values = dict(one.values)
            assert one.place is not None
            assert Path(one.place.file).suffix == ".yaml"
            lines.append(f"{one.place.line} {values['owner']}: {message_of(one, 'en')}")
    return lines
