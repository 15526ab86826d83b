"""A line that starts in the wrong column is the line that is named.

Lines of both sample companies are moved in turn, by each of the ways in which hands and other programs move them: each
by one space more, some by the other ways. `make conformance` moves every line by every way.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from deckgen.diagnostics import Report, Stop
from deckgen.readers.lines import read_lines
from deckgen.readers.yaml_tree import parse
from tests.readers.sweeps import COMPANIES, MOVES, Desk, rates, read, shown

pytestmark = pytest.mark.slow

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


DASHES = ("・", "－", "ー", "-", "–", "-\u3000", "● ", "* ", "*", "+")
"""What people type in the place of a hyphen and a space."""


def lists_of(lines: list[str]) -> Iterator[list[int]]:
    """Indices of the entries of each list that stands on lines of its own; texts after `|` have none."""
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].endswith("|"):
            while end < len(lines) and lines[end][: len(lines[at]) - len(lines[at].lstrip()) + 1].isspace():
                end += 1
        elif entry := re.match(" *- (?!- )", lines[at]):
            while end < len(lines) and lines[end].startswith((entry[0], " " * len(entry[0]), "    #")):
                end += 1
            yield [index for index in range(at, end) if lines[index].startswith(entry[0])]
        at = end


@pytest.mark.parametrize("sign", DASHES)
def test_the_first_line_of_a_list_that_has_another_sign_for_its_dash_is_named(desk: Desk, sign: str) -> None:
    lists = list(lists_of(desk.lines))
    entries = [[index] for each in lists for index in each][len(sign) :: 4]
    for indices in [*lists, *entries]:
        report = Report()
        lines = [
            re.sub("^( *)- ", rf"\1{sign}", line) if index in indices else line for index, line in enumerate(desk.lines)
        ]
        read(desk.path, lines, report)
        told = [found.place.line for found in report if found.code == "yaml-dash" and found.place]
        assert told == [indices[0] + 1], lines[indices[0]]


@pytest.mark.parametrize(("instead", "columns"), [("- -", 2), ("- ・", 2), ("- *", 2), ("-- ", 0)])
def test_the_sign_that_stands_for_a_dash_of_a_row_of_cells_is_named(tmp_path: Path, instead: str, columns: int) -> None:
    desk = Desk.of("midori-seiki", tmp_path)
    rows = [index for index, line in enumerate(desk.lines) if line.lstrip().startswith("- - ")]
    assert len(rows) == 4
    for index in rows:
        report, line = Report(), desk.lines[index]
        read(desk.path, [*desk.lines[:index], line.replace("- - ", instead), *desk.lines[index + 1 :]], report)
        places = [found.place for found in report if found.code == "yaml-dash" and found.place]
        assert [(place.line, place.column) for place in places] == [(index + 1, line.index("-") + columns + 1)]


def test_a_text_that_begins_with_bullets_on_its_key_s_line_is_told_how_to_keep_them(tmp_path: Path) -> None:
    desk, report = Desk.of("midori-seiki", tmp_path), Report()
    at = desk.lines.index("  benefits: |")
    read(desk.path, [*desk.lines[:at], "  benefits: ・信用", "    ・受注", *desk.lines[at + 1 :]], report)
    assert "yaml-text-list" in {found.code for found in report}


# Comments -----------------------------------------------------------------------------------------------------------

FAULTS: dict[str, Callable[[str], str]] = {
    "no colon": lambda line: re.sub(r"^(\s*(?:- )*\w+): ?", r"\1 ", line),
    "no space after the colon": lambda line: re.sub(r"^(\s*(?:- )*\w+): (?=[^\s#])", r"\1:", line),
    "a full-width colon": lambda line: re.sub(r"^(\s*(?:- )*\w+): ?", r"\1：", line),
    "one space more": lambda line: f" {line}",
    "one space fewer": lambda line: line.removeprefix(" "),
    "a tab": lambda line: f"\t{line}",
    "no dash": lambda line: re.sub(r"^(\s*)- ", r"\1", line),
}


def named_in(lines: list[str]) -> list[int]:
    """The lines that are named as wrong in the YAML of a profile."""
    report = Report()
    with suppress(Stop):
        parse("\n".join(lines), "a.yaml", report)
    return [one.place.line for one in report if one.place]


@pytest.mark.parametrize("comment", ["   # 例、役職: 部長", " #", "  # - 一覧"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_comment_behind_a_key_or_a_value_changes_nothing_of_the_line_that_is_named(
    desk: Desk, name: str, comment: str
) -> None:
    written = {line.number for line in read_lines("\n".join(desk.lines))}
    plain = re.compile(r"\s*(?:- )*\w+:(?: [^\s\"'|>\[{][^\n]*)?")
    commented = [
        f"{line}{comment}" if number in written and plain.fullmatch(line) else line
        for number, line in enumerate(desk.lines, start=1)
    ]
    assert named_in(commented) == named_in(desk.lines) == []
    for number in sorted(written)[len(name) % 11 :: 11]:
        bare, beside = (
            named_in([*lines[: number - 1], FAULTS[name](lines[number - 1]), *lines[number:]])
            for lines in (desk.lines, commented)
        )
        assert beside == bare, commented[number - 1]
