"""What an output was made with, besides its inputs: all that decides its bytes."""

import hashlib
import json
import platform
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from deckgen.writers import OUTPUTS, Options

if TYPE_CHECKING:  # a build that has nothing to do loads no stage
    from deckgen.model.publication import Publication

_LIBRARIES = (
    "python-pptx", "weasyprint", "uharfbuzz", "budoux", "jinja2", "pyyaml", "openpyxl",
    "fonttools", "lxml", "pillow", "pydyf", "tinycss2", "tinyhtml5", "xlsxwriter", "zxing-cpp",
)  # fmt: skip
STAMP = "%Y-%m-%dT%H:%M:%SZ"
"""The form of a time in a record, for `datetime.strptime`."""


@cache
def tools() -> Mapping[str, str]:
    """The versions of Python, of what packs the files, and of each library that writes into them."""
    return {
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: _version(name) for name in _LIBRARIES},
    }


def source_digest(deckgen: str, libraries: Mapping[str, str], inputs: Mapping[str, str]) -> str:
    """One checksum for the program, its libraries and all inputs: outputs with the same one belong together."""
    whole = json.dumps([deckgen, dict(libraries), dict(inputs)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def settings(publication: "Publication", options: Options, unit: str) -> dict[str, object]:
    """What was asked of a build, and the time that is written into the files, for one output's entry in the record."""
    course = publication.course
    chosen = {
        "theme": publication.theme.name,
        "draft": course.is_draft,
        "public": course.is_public,
        "language": course.language,
    }
    if course.version:
        chosen["version"] = course.version
    if publication.other:
        chosen["slides"] = publication.other.course.language
    made = {"stamp": f"{publication.stamp:{STAMP}}", **chosen, **_plain(asdict(options))}
    return made | ({"system": _system_parts()} if unit == "pages" else {})


def _system_parts() -> object:
    from deckgen.writers.pdf.loading import system_parts  # a deck needs nothing of the handouts

    return system_parts()


def differing_parts(made: Mapping[str, Any], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The system's libraries that an output was made with and that are others `now`: name, then, now."""
    for name, then in made.get("system", {}).items():
        if now.get(name) != then:
            yield name, then, now.get(name) or "@nothing"


def options_of(made: Mapping[str, object]) -> Options | None:
    """The options among an output's settings; None where they are not those that this deckgen knows."""
    known = {field.name for field in fields(Options)}
    given = {name: value for name, value in made.items() if name not in _OTHERS}
    if given.keys() != known:
        return None
    values: Any = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Options(**values)


SUPERSEDED = "superseded"
"""Marks, in a record, a file of an earlier build in whose place a later one made files with other names."""
_ALWAYS = ("from", "stamp", "theme", "draft", "public", "language", "slides", "version")
"""Settings that decide every output."""
_OTHERS = frozenset((*_ALWAYS, "system", "lists"))


def serves(output: Mapping[str, Any], wanted: Mapping[str, object]) -> bool:
    """Whether a file in a record is what a build with these settings would make, as far as those decide it.

    `wanted` has `from`, the inputs' checksum, as well.
    """
    options = OUTPUTS[output["output"]].options
    chosen = [field.name for field in fields(Options) if field.name in options]
    return all(output["made"].get(name) == wanted.get(name) for name in (*_ALWAYS, *chosen))


def is_current(output: Mapping[str, Any]) -> bool:
    """Whether no later build has made files of other names in the place of this one."""
    return not output.get(SUPERSEDED)


def is_of(output: Mapping[str, Any], edition: str, *, draft: bool, public: bool) -> bool:
    """Whether an output is of an edition, by how the names of its files begin, and as much of a draft or public."""
    same = (output["made"]["draft"], output["made"]["public"]) == (draft, public)
    return same and output["name"].startswith(f"{edition}_")


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
        for name, value in values.items()
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
