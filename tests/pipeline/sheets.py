"""Sheets of questions of the sample company: asked, filled in as people do, collected."""

import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from deckgen.diagnostics import Report, Stop
from deckgen.messages import message_of
from deckgen.pipeline.asking import Wanted, ask
from deckgen.pipeline.collecting import Collected, collect

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 29)
QUESTIONS = "質問"
KEY, NOW, ANSWER, REVIEWED = 1, 3, 4, 7
"""Columns from 1."""
FIRST = 5
"""The first row of questions."""


def midori(folder: Path) -> Path:
    """The profile of the sample company in a workspace of its own."""
    companies = folder / "companies"
    shutil.copytree(ROOT / "source" / "companies", companies)
    shutil.copy(companies / "midori-seiki" / "logo.png", companies / "midori-seiki" / "logo-2027.png")
    for name in ("courses", "themes"):
        (folder / name).mkdir()
    return companies / "midori-seiki.yaml"


def asked(profile: Path, **wanted: Any) -> dict[str, Path]:
    """The workbooks by role."""
    out = wanted.pop("out", profile.parents[1] / "ask")
    if wanted.get("is_new"):
        wanted.setdefault("course", "telework-privacy")
    made = ask(Wanted(profile=profile, out=out, as_of=wanted.pop("as_of", DAY), **wanted), Report())
    return {each.owner: each.path for each in made}


def rows(path: Path) -> dict[str, int]:
    """The row of each key."""
    sheet = load_workbook(path)[QUESTIONS]
    return {str(sheet.cell(row, KEY).value): row for row in range(FIRST, sheet.max_row + 1)}


def fill(path: Path, answers: Mapping[str, object], days: Mapping[str, object] | None = None) -> Path:
    """Type answers, and days of review, into a workbook."""
    book = load_workbook(path)
    sheet, at = book[QUESTIONS], rows(path)
    for column, typed in ((ANSWER, answers), (REVIEWED, days or {})):
        for key, value in typed.items():
            sheet.cell(at[key], column).value = value
    book.save(path)
    return path


def collected(profile: Path, *files: Path, apply: bool = True) -> tuple[Collected | None, list[str]]:
    """What came of the workbooks, and what was found, each with its place."""
    report = Report()
    try:
        done = collect(str(profile), files, DAY, apply=apply, report=report)
    except Stop:
        done = None
    return done, [
        f"{found.place.file.rpartition('!')[2]}: {message_of(found, 'en')}" for found in report if found.place
    ]


def outcomes(done: Collected | None) -> dict[str, str]:
    """What became of each answer, by key."""
    return {line.decision.key: line.decision.outcome for line in done.lines} if done else {}


def changed(key: str, now: object) -> object:
    """Another answer for a cell that has one; None to leave it alone."""
    special = {
        "company.logo": "midori-seiki/logo-2027.png",
        "company.name_kana": "カブシキガイシャミドリガハラセイキ",
        "edition.fiscal_year": 2027,
        "edition.version": "3.0",
        "edition.issued_on": datetime(2027, 11, 1),
        "edition.next_review": datetime(2028, 10, 20),
        "edition.confidentiality": "関係者外秘",
        "edition.history[new].version": "3.0",
        "edition.history[new].issued_on": datetime(2027, 11, 1),
        "edition.history[new].summary": "連絡先を改めた。",
        "legal_as_of": datetime(2026, 11, 2),
        "external.ppc_route": "事業を所管する大臣（権限の委任先）",
    }
    if key in special:
        return special[key]
    if key.startswith("edition.history") or not now or now == "未記入":
        return None
    if key.endswith(".decision"):
        return "可"
    if key.endswith(".phone"):
        return f"{str(now)[:-2]}5{str(now)[-1]}"
    return f"x{now}" if key.endswith(".mail") else f"{now}（改）"


def change_all(path: Path) -> dict[str, object]:
    """Change every answer of a workbook; what was typed, by key."""
    sheet = load_workbook(path)[QUESTIONS]
    found = {key: changed(key, sheet.cell(row, NOW).value) for key, row in rows(path).items()}
    typed = {key: value for key, value in found.items() if value is not None}
    fill(path, typed)
    return typed
