"""Comparisons for machines."""

import json

from deckgen.writers.changes.machines import plain
from tests.writers.changes.sample import ECHOED, SAME, SAMPLE


def test_a_comparison_as_plain_values() -> None:
    values = json.loads(json.dumps(plain(SAMPLE)))
    assert values["diff_version"] == 1
    assert values["old"]["version"] == "1.0"
    assert values["new"]["issued_on"] == "2027-11-01"
    assert values["counts"] == {"changed": 6, "moved": 1, "removed": 1, "added": 1}
    assert values["reviewed"] == 1
    (contacts,) = (section for section in values["sections"] if section["kind"] == "contacts")
    assert contacts["entries"] == [
        {
            "subject": "desk.help",
            "label": "相談窓口",
            "change": "changed",
            "old_position": None,
            "new_position": None,
            "slides": [],
            "echoes": [],
            "details": [
                {
                    "path": ["phone"],
                    "change": "changed",
                    "old": "03-0000-0001",
                    "new": "03-0000-0002",
                    "marks_only": False,
                    "pieces": [
                        {"kind": "deleted", "text": "03-0000-0001"},
                        {"kind": "inserted", "text": "03-0000-0002"},
                    ],
                }
            ],
        }
    ]


def test_values_keep_their_names_whatever_the_language() -> None:
    rules = next(section for section in plain(SAMPLE)["sections"] if section["kind"] == "rules")  # type: ignore[attr-defined]
    assert rules["entries"][0]["details"][0]["new"] == "forbidden"


def test_nothing_that_differs() -> None:
    assert plain(SAME)["sections"] == []


def test_reasons_and_echoes_are_values_too() -> None:
    values = json.loads(json.dumps(plain(ECHOED)))
    assert values["new"]["reasons"][0] == {"version": "2.0", "summary": "期限を改めた。"}
    assert values["sections"][0]["entries"][0]["echoes"] == [{"section": "notes", "subject": "a", "label": "始めます"}]
