"""One tree over another: what stands above, and where each part comes from."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from deckgen.readers.overlay import digest_of, laid_over, overrides, spread
from deckgen.readers.tree import Context, Entry, Mapping, Node, Scalar, Sequence
from deckgen.readers.yaml_tree import parse

BASE = """
title: 題
points:
  - { heading: 一, body: 本文一 }
  - { heading: 二, body: 本文二 }
causes: [甲, { entry: 乙, only: short }]
callout: { text: 覚える, icon: star }
"""


def over(own: str, base: str = BASE) -> tuple[object, Report, Node]:
    """What comes of two texts, as plain values; what was reported; and the tree."""
    report = Report()
    context = Context(report, Path(), is_template=False)
    tree = parse(own, "own", report)
    assert isinstance(tree, Mapping)
    made = laid_over(parse(base, "base", report), spread(tree, context), context)
    return plain(made), report, made


def plain(node: Node) -> object:
    match node:
        case Mapping():
            return {key: plain(entry.value) for key, entry in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return None if node.is_null else node.text


@pytest.mark.parametrize(
    ("own", "key", "made"),
    [
        ("title: 別の題", "title", "別の題"),
        ("title:", "title", None),
        ("lead: 前書き", "lead", "前書き"),
        ("callout: { text: 忘れない }", "callout", {"text": "忘れない", "icon": "star"}),
        ("callout.text: 忘れない", "callout", {"text": "忘れない", "icon": "star"}),
        ("points: [{ heading: 三 }]", "points", [{"heading": "三"}]),
        ("points.2.body: 別の文", "points", [{"heading": "一", "body": "本文一"}, {"heading": "二", "body": "別の文"}]),
        ("points.1:", "points", [{"heading": "二", "body": "本文二"}]),
        ("causes.1: 丙", "causes", ["丙", {"entry": "乙", "only": "short"}]),
        ("causes.2: 丙", "causes", ["甲", {"entry": "丙", "only": "short"}]),
        ("causes.3: 丙", "causes", ["甲", {"entry": "乙", "only": "short"}, "丙"]),
        ("{ causes.1: , causes.2: 丙 }", "causes", [{"entry": "丙", "only": "short"}]),
    ],
)
def test_what_is_written_above_takes_the_place_of_what_stands_below(own: str, key: str, made: object) -> None:
    found, report, _ = over(own)
    assert isinstance(found, dict)
    assert found[key] == made
    assert not list(report)


def test_each_part_keeps_the_place_where_it_was_written() -> None:
    _, _, made = over("\npoints.2.body: 別の文")
    assert isinstance(made, Mapping)
    points = made.entries["points"].value
    assert isinstance(points, Sequence)
    places = [entry.value.place for point in points.items for entry in entries(point)]
    assert [(place.file, place.line) for place in places] == [("base", 4), ("base", 4), ("base", 5), ("own", 2)]


def entries(node: Node) -> list[Entry]:
    assert isinstance(node, Mapping)
    return list(node.entries.values())


def test_a_number_of_no_entry_is_told() -> None:
    assert [found.code for found in over("points.4.body: 文")[1]] == ["change-number"]


def test_what_is_overridden_is_known_by_its_path_and_by_what_it_was() -> None:
    report = Report()
    base, own = (
        parse(BASE, "base", report),
        parse("{ title: 題二, points: { 2: { body: 別 } }, new: 新 }", "own", report),
    )
    found = list(overrides(base, own))
    assert [each.path for each in found] == ["title", "points.2.body"]
    same, other = parse("本文二", "x", report), parse("本文三", "x", report)
    assert found[1].digest == digest_of(same) != digest_of(other)
