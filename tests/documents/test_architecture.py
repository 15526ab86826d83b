"""The two documents for people who change deckgen name what is there."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

import pytest

from tests.documents.reading import FENCE, ROOT, text_of

ARCHITECTURE, CONTRIBUTING = "docs/architecture.md", "CONTRIBUTING.md"
BOTH = (ARCHITECTURE, CONTRIBUTING)
MADE_LATER = (".venv/", "build/", "source/schema/KIND")
"""What a set-up or a command makes, and what stands for any name."""

_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:\.?[\w-]+/)+[\w.*-]*|Makefile|pyproject\.toml")
_NAME = re.compile(r"([A-Z]\w*)(?:\[\w+\]|\.\w+|=1)?")
"""A class or a table, what it is made generic with, one of its fields; or a switch that is on."""


def inline_code(name: str) -> list[str]:
    return _CODE.findall(FENCE.sub("", text_of(name)))


def commands_in(name: str) -> list[str]:
    return [line for language, body in FENCE.findall(text_of(name)) if language == "sh" for line in body.splitlines()]


def paths_in(name: str) -> Iterator[str]:
    """Paths from the root of the checkout, alone or in a command."""
    for word in (word for code in [*inline_code(name), *commands_in(name)] for word in code.split()):
        if _PATH.fullmatch(word) and not word.startswith(MADE_LATER):
            yield word


def is_there(path: str) -> bool:
    return any(ROOT.glob(path.rstrip("/")))


@cache
def sources() -> dict[str, str]:
    """Texts of the modules of deckgen and of its tests, by path."""
    files = (path for folder in ("deckgen", "tests") for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def is_defined(name: str) -> bool:
    """Whether some module defines a class or a table of that name, or reads it from the environment."""
    pattern = re.compile(rf'^(?:class )?{name}\b|environ\.get\("{name}"\)', re.MULTILINE)
    return any(pattern.search(text) for text in sources().values())


@pytest.mark.parametrize("name", BOTH)
def test_every_path_is_one_of_the_repository(name: str) -> None:
    paths = list(paths_in(name))
    assert len(paths) > 30
    assert [path for path in paths if not is_there(path)] == []


def test_a_path_that_is_gone_is_found() -> None:
    assert is_there("tests/writers/*/golden")
    assert not is_there("deckgen/attic.py")


@pytest.mark.parametrize(("name", "least"), [(ARCHITECTURE, 30), (CONTRIBUTING, 5)])
def test_every_type_table_and_switch_is_defined(name: str, least: int) -> None:
    names = {match[1] for code in inline_code(name) if "/" not in code and (match := _NAME.fullmatch(code))}
    assert len(names - {"Makefile"}) >= least
    assert [each for each in sorted(names - {"Makefile"}) if not is_defined(each)] == []


def test_every_target_of_make_is_explained_and_no_other() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", text_of("Makefile"), re.MULTILINE))
    told = {match[1] for line in commands_in(CONTRIBUTING) if (match := re.match(r"make (\w+)", line))}
    assert told == targets
    for name in BOTH:
        named = {match[1] for code in inline_code(name) if (match := re.match(r"make (\w+)", code))}
        assert named <= targets


@pytest.mark.parametrize("name", BOTH)
def test_modules_that_are_run_by_name_are_there(name: str) -> None:
    for code in [*inline_code(name), *commands_in(name)]:
        for module in re.findall(r"python -m ([\w.]+)", code):
            assert find_spec(module), module


def test_every_judge_is_explained() -> None:
    judges = {f"tests/conformance/{path.name}" for path in (ROOT / "tests" / "conformance").glob("test_*.py")}
    assert judges - set(paths_in(CONTRIBUTING)) == set()


def test_the_rooms_and_their_order_are_those_of_the_contract() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    rooms = [{room for room in re.findall(r"\w+", layer) if room != "__main__"} for layer in layers]
    shown = next(body for language, body in FENCE.findall(text_of(ARCHITECTURE)) if not language)
    assert [set(line.split()) for line in shown.splitlines()] == [each for each in rooms if each]
    named = {path.removesuffix(".py") for path in paths_in(ARCHITECTURE)}
    assert {f"deckgen/{room}" for layer in rooms for room in layer} - named == set()


@pytest.mark.parametrize(
    ("beginning", "words"),
    [("**A slide kind**", r"two.flows|TwoFlows"), ("**A slot type**", r"\bruling\b|\bRuling\b")],
)
def test_an_addition_costs_the_files_that_are_named(beginning: str, words: str) -> None:
    told = text_of(ARCHITECTURE).partition(beginning)[2].partition("\n**")[0]
    named = set(_CODE.findall(told))
    assert len(named) > 5
    known = {path for path, text in sources().items() if path.startswith("deckgen/") and re.search(words, text)}
    assert known - named == set()
