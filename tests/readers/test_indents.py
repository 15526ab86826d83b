"""A line that starts in the wrong column is the line that is named.

Lines of both sample companies are moved in turn, by each of the ways in which hands and other programs move them: each
by one space more, some by the other ways. `make conformance` moves every line by every way.
"""

from pathlib import Path

import pytest

from deckgen.diagnostics import Report
from tests.readers.sweeps import COMPANIES, MOVES, Desk, rates, read, shown

EVERY = {"one space more": 1, "one space fewer": 2}
"""One of how many lines is moved, in the ways of most hands."""


@pytest.fixture(scope="module", params=COMPANIES)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk.of(request.param, tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("name", MOVES)
def test_a_line_in_the_wrong_column_is_named_in_19_of_20_and_never_silent(desk: Desk, name: str) -> None:
    found = rates(desk, MOVES[name], every=EVERY.get(name, 9))
    print(f"{desk.path.stem}: {name}: {found}")
    assert found.silent == ()
    assert found.blamed == ()
    assert found.told > found.same
    assert found.named >= 0.95 * found.told


def test_the_line_of_a_group_that_is_gone_is_told_and_mostly_where_it_stood(tmp_path: Path) -> None:
    desk = Desk.of("hinata-design", tmp_path)
    heads = [index for index, line in enumerate(desk.lines) if line.endswith(":")]
    silent, named = [], 0
    for index in heads:
        report = Report()
        profile = read(desk.path, [*desk.lines[:index], *desk.lines[index + 1 :]], report)
        if profile and shown(profile, report):
            silent.append(desk.lines[index])
        named += any(one.place and one.place.line == index + 1 for one in report)
    print(f"{named}/{len(heads)} named")
    assert silent == []
    assert named >= 0.85 * len(heads)
