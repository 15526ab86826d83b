"""A small course and a small company, to which a test adds what it is about."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Report, Stop
from deckgen.merge import merge
from deckgen.messages import message_of
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import Asked, read_course

COURSE = """
title: "{{ company.short_name }}の研修"
edition: "2026.1"
requirements:
  - { id: policy, label: 方針, source: 規程, applies: certified }
  - { id: basics, label: 基本, source: 規程 }
slots: slots.yaml
slides: [slides.yaml]
"""

COVER = """
- { kind: cover, id: cover, title: 研修, notes: 始めます。, covers: [policy, basics], minutes: 1.5 }
"""

COMPANY = """
course: course
company: { name: 株式会社みほん }
edition: { fiscal_year: 2026, version: "1.0", issued_on: 2026-11-02 }
"""

_SLOTS = {
    "company.name": "type: text",
    "company.short_name": "type: text, required: optional",
    "edition.fiscal_year": "type: integer",
    "edition.version": "type: text",
    "edition.issued_on": "type: date",
    "edition.next_review": "type: date, required: optional",
    "edition.confidentiality": "type: choice, required: optional, options: [{ value: internal, label: 社外秘 }]",
    "edition.history": "type: history, required: optional",
    "session.place": "type: text, required: optional",
    "session.date": "type: text, required: optional",
    "a.text": "type: text, required: optional",
    "a.rich": "type: rich, required: optional",
    "a.date": "type: date, required: optional",
    "a.list": "type: list, required: optional",
    "a.steps": "type: steps, required: optional",
    "a.default": "type: steps, required: optional, default: ['**いつ**', どこで]",
    "a.ruling": "type: ruling, required: optional",
    "a.contact": "type: contact, required: optional",
    "a.certified": "type: text, required: certified",
    "b.opened": "type: integer, unit: 人, required: optional",
    "b.number": "type: integer, required: optional",
    "b.law": "type: integer, unit: 号, required: optional",
    "b.rate": "type: number, unit: '%', required: optional",
    "b.done": "type: yes-no, required: optional",
    "b.page": "type: url, required: optional",
    "b.rows": "type: table, columns: [機器, 台数], required: optional",
    "b.desks": "type: contacts, required: optional",
    "b.photo": "type: picture, required: optional",
    "b.scan": "type: image, required: optional",
}
_EXAMPLES = {
    "integer": "'12'",
    "number": "'12'",
    "date": "'2026-11-02'",
    "choice": "internal",
    "yes-no": "'yes'",
    "url": "'https://example.jp/'",
    "list": "'- 例'",
    "steps": "'- 例'",
    "ruling": "'decision: allowed'",
    "contact": "'{ role: 窓口, phone: 03-0000-0001 }'",
    "contacts": "'- { duty: 夜, role: 守衛室, phone: 03-0000-0001 }'",
    "table": "'- [例, 5台]'",
    "history": "'- { version: \"1.0\", issued_on: 2026-11-02, summary: 作った。 }'",
}
"""By type; of all others it is 例."""


def example_of(rest: str) -> str:
    """An example that a slot takes which is declared so: `type: date, required: optional`."""
    return _EXAMPLES.get(rest.removeprefix("type: ").partition(",")[0], "例")


SLOTS = "\n".join(
    f"- {{ name: {name}, label: 枠{number}, help: 書く。, owner: 総務, example: {example_of(rest)}, {rest} }}"
    for number, (name, rest) in enumerate(_SLOTS.items())
)


@dataclass(frozen=True)
class Outcome:
    """What a merge made, and what it found."""

    course: Course | None
    report: Report

    @property
    def found(self) -> list[str]:
        return [f"{finding.code}: {message_of(finding, 'en')}" for finding in self.report]

    @property
    def made(self) -> Course:
        assert self.course is not None, self.found
        return self.course


def read(
    slides: str = "",
    company: str = "",
    *,
    course: str = COURSE,
    cover: str = COVER,
    base: str = COMPANY,
    files: Mapping[str, str] | None = None,
    asked: Asked | None = None,
) -> tuple[CourseSource, Profile]:
    """The small course with more slides and `files`, and the small company (`base`) with more values."""
    material = {"course": course, "slots": SLOTS, "slides": cover + slides, "mihon": base + company, **(files or {})}
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "course"
        folder.mkdir()
        for file, text in material.items():
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        try:
            source = read_course(folder, report, None, asked)
            return source, read_profile(load_profile(folder / "mihon.yaml", report), source, report)
        except Stop:
            raise AssertionError([message_of(finding, "en") for finding in report]) from None


def merged(
    slides: str = "",
    company: str = "",
    *,
    course: str = COURSE,
    cover: str = COVER,
    base: str = COMPANY,
    draft: bool = False,
) -> Outcome:
    """The small course merged with the small company."""
    source, profile = read(slides, company, course=course, cover=cover, base=base)
    report = Report()
    try:
        return Outcome(merge(source, profile, draft=draft, report=report), report)
    except Stop:
        return Outcome(None, report)
