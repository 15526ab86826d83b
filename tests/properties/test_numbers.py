"""Every number that a file may hold is told at its place, or makes a deck whose items lie on their page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.diagnostics import Place, Report, Stop, shown
from deckgen.layout import lay_out
from deckgen.merge import merge
from deckgen.messages import has_errors
from deckgen.model.course import Course
from deckgen.model.frames import Connector, Deck
from deckgen.model.theme import Theme
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from deckgen.readers.theme import read_slide_theme
from tests.layout.slides import course, slide
from tests.layout.supply import Supply
from tests.layout.themes import ROOT, STANDARD
from tests.properties.judging import flattened
from tests.readers.test_course import COURSE, SLOTS

pytestmark = pytest.mark.slow

VALUES = (0, -1, 1e-9, 1, 10, 50, 100, 101, 1001, 1423, 10**30)
"""Nothing, less than nothing, tiny, the bounds and what is just beyond them, huge."""
SLIDES: list[dict[str, Any]] = [
    {"kind": "cover", "id": "cover", "title": "研修", "notes": "始めます。", "minutes": 2},
    {
        "kind": "picture", "id": "scene", "title": "場面", "notes": "見ます。", "minutes": 1.5,
        "scene": {
            "alt": "会社の外", "width": 100, "height": 60,
            "parts": [
                {"icon": "person", "at": [50, 30], "size": 20},
                {"shape": "rounded", "at": [5, 5], "size": [30, 20]},
                {"start": [10, 10], "end": [60, 40]},
                {"text": "自宅", "at": [50, 50], "width": 40},
            ],
        },
    },
    {
        "kind": "chart", "id": "chart", "title": "件数", "notes": "見ます。", "minutes": 1, "alt": "件数の図",
        "unit": "件", "message": "減りました。", "source": "白書", "published_on": "2026-01-05",
        "checked_on": "2026-02-05", "basis": "全体に対する割合です。",
        "bars": [{"label": "誤送信", "value": 3172, "share": 41.4}, {"label": "紛失", "value": 866}],
    },
    {
        "kind": "table", "id": "table", "title": "表", "notes": "見ます。", "minutes": 1,
        "columns": ["項目", "内容"], "widths": [1, 2], "rows": [["紛失", "届け出ます。"]],
    },
]  # fmt: skip
Path_ = tuple[str | int, ...]


def numbers(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where in some data the numbers stand."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from numbers(inner, (*path, key))


def with_number(value: Any, path: Path_, number: float) -> Any:
    """The data with another number in one place."""
    if not path:
        return number
    copied: Any = dict(value) if isinstance(value, dict) else list(value)
    copied[path[0]] = with_number(value[path[0]], path[1:], number)
    return copied


def told(report: Report, file: Path) -> bool:
    """Whether something stops the build, and each finding names a line: of the file, or of the theme below it."""
    places = [found.place or Place("") for found in report]
    files = {str(file), shown(ROOT / "themes" / "standard" / "theme.yaml")}
    return has_errors(report) and all(place.file in files and place.line for place in places)


def judge(deck: Deck) -> None:
    for page in deck.pages:
        for item in flattened(page.items):
            box = item.box
            assert isinstance(item, Connector) or (box.width > 0 and box.height > 0), item
            assert box.x >= 0, item
            assert box.y >= 0, item
            assert box.right <= deck.width, item
            assert box.bottom <= deck.height, item


def laid_out(of: Course, theme: Theme) -> None:
    """Lays a course out; what does not fit is told."""
    report = Report()
    try:
        deck = lay_out(of, theme, report)
    except Stop:
        assert has_errors(report)
    else:
        judge(deck)


SHEET = yaml.safe_load((ROOT / "themes" / "standard" / "theme.yaml").read_text(encoding="utf-8"))
SAMPLE = course(*(slide(kind, Supply()) for kind in ("section", "case")))


@pytest.mark.parametrize(
    "path", [path for path in numbers(SHEET) if path[0] not in ("scale", "larger") or path[1] == 0]
)
def test_every_number_of_a_theme_is_told_or_makes_a_deck(path: Path_, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    file = tmp_path / "own" / "theme.yaml"
    for number in VALUES:
        part = {path[0]: with_number(SHEET[path[0]], path[1:], number)}
        file.write_text(yaml.safe_dump({"name": "own", "title": "自社", "extends": "standard", **part}))
        report = Report()
        try:
            # Style sheets and templates are for papers, and say the same whatever the numbers are.
            theme = read_slide_theme(tmp_path / "own", report, ROOT / "themes")
        except Stop:
            assert told(report, file), (path, number, list(report))
        else:
            laid_out(SAMPLE, theme)


@pytest.mark.parametrize("path", [*numbers(SLIDES)])
def test_every_number_of_a_slide_is_told_or_makes_a_deck(path: Path_, tmp_path: Path) -> None:
    slides, profile = tmp_path / "slides.yaml", tmp_path / "company.yaml"
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "slots.yaml").write_text(SLOTS, encoding="utf-8")
    profile.write_text(f"course: {tmp_path.name}\ncompany: {{ name: みほん }}\n", encoding="utf-8")
    made = 0
    for number in VALUES:
        slides.write_text(yaml.safe_dump(with_number(SLIDES, path, number), allow_unicode=True), encoding="utf-8")
        report = Report()
        try:
            read = read_course(tmp_path, report)
        except Stop:
            assert told(report, slides), (path, number, list(report))
        else:
            company = read_profile(load_profile(profile, Report()), read, Report())
            laid_out(merge(read, company, draft=True, report=Report()), STANDARD)
            made += 1
    assert 0 < made < len(VALUES)
