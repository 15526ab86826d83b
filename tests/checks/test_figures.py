"""Figures of charts that cannot be."""

import pytest

from tests.checks.material import findings, subject
from tests.merge import material

CHART = """
- kind: content
  id: parts
  title: 内訳
  notes: 話します。
  blocks: [{{ type: chart, form: {form}, alt: 図, unit: "{unit}", categories: [甲, 乙], series: [{series}] }}]
"""
BARS = """
- kind: chart
  id: bars
  title: 割合
  notes: 話します。
  alt: 図
  unit: 件
  bars: [{{ label: 甲, value: 8, share: {first} }}, {{ label: 乙, value: 5, share: {second} }}]
  {basis}
  message: 多い
  source: 調べ
  published_on: 2026-10-01
  checked_on: 2026-11-01
"""


def codes(slides: str) -> set[str]:
    return {found.code for found in findings(subject(slides=slides))}


def told(form: str, unit: str, *rows: str) -> set[str]:
    series = ", ".join(f"{{ name: 系列{at}, values: {row} }}" for at, row in enumerate(rows, 1))
    return codes(CHART.format(form=form, unit=unit, series=series)) & {"chart-of-nothing", "shares-over-whole"}


@pytest.mark.parametrize(
    ("form", "unit", "rows", "found"),
    [
        ("pie", "件", ["[0, 0]"], {"chart-of-nothing"}),
        ("pie", "％", ["[70, 60]"], {"shares-over-whole"}),
        ("stacked", "%", ["[70, 10]", "[60, 10]"], {"shares-over-whole"}),
        ("pie", "%", ["[50.5, 50]"], set()),
        ("pie", "件", ["[70, 60]"], set()),
        ("column", "%", ["[70, 60]"], set()),
        ("stacked", "%", ["[70, 10]", "[30, 90]"], set()),
        ("bar", "件", ["[0, 0]"], set()),
    ],
)
def test_parts_that_make_no_whole_are_told(form: str, unit: str, rows: list[str], found: set[str]) -> None:
    assert told(form, unit, *rows) == found


def test_shares_of_bars_are_no_more_than_the_whole_unless_there_were_several_answers() -> None:
    assert "bar-shares-over-whole" in codes(BARS.format(first=80, second=50, basis=""))
    assert "bar-shares-over-whole" not in codes(BARS.format(first=80, second=50, basis="basis: 100人、複数回答"))
    assert "bar-shares-over-whole" not in codes(BARS.format(first=80, second=20, basis=""))


def test_a_course_that_is_to_have_cards_needs_a_slide_for_emergencies() -> None:
    wants = material.COURSE + "outputs: [deck, card]\n"
    assert "output-unmade" in {found.code for found in findings(subject(course=wants))}
    assert "output-unmade" not in {found.code for found in findings(subject())}
