"""An edition follows the one before it."""

import pytest

from deckgen.checks.editions import is_newer
from tests.checks.material import findings, subject, told

CODES = ("history-version", "history-day", "version-not-newer", "issue-not-newer")


def edition(version: str, issued: str, *history: tuple[str, str]) -> list[str]:
    entries = "".join(f"    - {{ version: '{v}', issued_on: {day}, summary: 改めた。 }}\n" for v, day in history)
    base = (
        "course: course\ncompany: { name: 株式会社みほん }\nedition:\n  fiscal_year: 2026\n"
        f"  version: '{version}'\n  issued_on: {issued}\n" + (f"  history:\n{entries}" if entries else "")
    )
    return [line.partition(": ")[2] for line in told(findings(subject(base=base), None), *CODES)]


def test_an_edition_that_heads_its_history_and_is_newer_is_fine() -> None:
    assert edition("2.0", "2026-11-02", ("2.0", "2026-11-02"), ("1.10", "2026-04-06")) == []
    assert edition("1.0", "2026-11-02", ("1.0", "2026-11-02")) == []
    assert edition("1.0", "2026-11-02") == []


def test_an_edition_that_its_history_does_not_list_is_told() -> None:
    assert edition("2.0", "2026-11-02", ("1.0", "2025-11-04")) == [
        "the newest entry of the history is version 1.0, the edition is version 2.0"
    ]


def test_a_new_day_under_an_old_version_is_told() -> None:
    assert edition("1.0", "2026-11-02", ("1.0", "2025-11-04")) == [
        "the history says that version 1.0 was issued on 2025-11-04, the edition says 2026-11-02"
    ]


def test_a_version_that_goes_back_is_told() -> None:
    assert edition("1.9", "2026-11-02", ("1.9", "2026-11-02"), ("1.10", "2026-04-06")) == [
        "version 1.9 is not newer than the edition before, 1.10"
    ]


@pytest.mark.parametrize("day", ["2026-04-06", "2026-04-05"])
def test_a_day_that_goes_back_is_told(day: str) -> None:
    assert edition("2.0", day, ("2.0", day), ("1.0", "2026-04-06")) == [
        f"the day of issue {day} is not after that of version 1.0, 2026-04-06"
    ]


def test_an_edition_is_compared_with_the_last_one_that_the_history_lists() -> None:
    assert "version 1.0 is not newer than the edition before, 2.0" in edition(
        "1.0", "2026-11-02", ("2.0", "2026-04-06")
    )


@pytest.mark.parametrize(
    ("version", "last", "newer"),
    [
        ("1.10", "1.9", True),
        ("1.9", "1.10", False),
        ("2", "1.9", True),
        ("1.0", "1.0", False),
        ("1.0.1", "1.0", True),
        ("第3版", "第2版", True),
        ("秋", "春", True),
        ("春", "春", False),
        ("2026.1", "初版", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, last: str, newer: bool) -> None:
    assert is_newer(version, last) is newer


@pytest.mark.parametrize(("version", "meant"), [("第2版", "2"), ("Ver.２．１", "2.1"), ("初版", ""), ("1-2-3-4版", "")])
def test_a_version_in_another_form_is_told_alone_with_what_was_meant(version: str, meant: str) -> None:
    base = (
        "course: course\ncompany: { name: 株式会社みほん }\nedition:\n  fiscal_year: 2026\n"
        f"  version: '{version}'\n  issued_on: 2026-11-02\n"
        "  history: [{ version: '1.0', issued_on: 2026-11-02, summary: 改めた。 }]\n"
    )
    (found,) = (each for each in findings(subject(base=base), None) if "version" in each.code)
    assert (found.code, dict(found.values)["suggestion"]) == ("version-form", meant)


def years(year: int, issued: str) -> list[str]:
    base = (
        "course: course\ncompany: { name: 株式会社みほん }\n"
        f"edition: {{ fiscal_year: {year}, version: '1.0', issued_on: {issued} }}\n"
    )
    return told(findings(subject(base=base), None), "fiscal-year")


@pytest.mark.parametrize("issued", ["2026-01-01", "2026-04-01", "2026-11-02", "2027-03-31"])
def test_an_edition_is_issued_in_its_fiscal_year_or_shortly_before(issued: str) -> None:
    assert years(2026, issued) == []


@pytest.mark.parametrize("issued", ["2025-12-31", "2027-04-01"])
def test_an_edition_issued_in_another_fiscal_year_is_told(issued: str) -> None:
    assert years(2026, issued) == [
        "3 係2: the edition is for fiscal year 2026 (2026-04-01 to 2027-03-31), its day of issue is " + issued
    ]
