"""The clock is read in one place: what is made, and what is found, depends on the day that somebody passes in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import deckgen

PACKAGE = Path(deckgen.__file__).parent
CLOCK = PACKAGE / "cli" / "clock.py"
READING = {"today", "now", "utcnow", "localtime", "gmtime", "ctime"}
MODULE_TIME = {"time", "time_ns"}
"""Functions of the module `time` that tell the day; those that measure durations are free."""


def readings(source: str) -> Iterator[str]:
    """The calls in a module that read the clock."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="time"), attr=name)) if name in MODULE_TIME:
                yield f"time.{name}"
            case ast.Call(func=ast.Attribute(attr=name)) if name in READING:
                yield name
            case ast.ImportFrom(module="time", names=names):
                yield from (f"time.{each.name}" for each in names if each.name in MODULE_TIME)


def test_only_the_command_line_reads_the_clock() -> None:
    found = {path: list(readings(path.read_text(encoding="utf-8"))) for path in PACKAGE.rglob("*.py")}
    assert {path: calls for path, calls in found.items() if calls} == {CLOCK: ["today"]}


def test_readings_of_the_clock_are_seen() -> None:
    source = "date.today()\ndatetime.now(UTC)\ntime.time()\nfrom time import time\ntime.monotonic()\ntime.sleep(1)\n"
    assert sorted(readings(source)) == ["now", "time.time", "time.time", "today"]
