"""What is built: the sample company, and courses of any length made from the sample's slides."""

import shutil
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import yaml

from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.model.course import Course
from deckgen.pipeline.material import read_material

ROOT = Path(__file__).resolve().parents[1]
COURSE = "telework-privacy"
COMPANY = "midori-seiki"
SAMPLE = ROOT / "source" / "companies" / f"{COMPANY}.yaml"

_LEAST = 8
"""Characters of a text that gets a number: labels in pictures have no room for one."""
_ONCE = frozenset({"cover", "agenda", "section"})
"""Kinds of slides that are not copied: each of them shows the whole course."""
_SINGLE = frozenset({"id", "kind", "icon", "url", "slot", "after", "tone", "shape"})
"""Keys whose values are no text."""


def merged_sample() -> Course:
    """The sample company's course as it goes to the layout."""
    report = Report()
    material = read_material(SAMPLE, None, report)
    return merge(material.course, material.profile, draft=False, report=report)


def generate(slides: int, folder: Path) -> Path:
    """The company's profile in a workspace whose course has so many slides, of each kind the share of the sample.

    Each copy has its own number in every text: no text is met twice, so nothing that is remembered of one copy makes
    the next one cheaper.
    """
    (folder / "source" / "courses").mkdir(parents=True)
    (folder / "themes").symlink_to(ROOT / "themes")
    course = folder / "source" / "courses" / COURSE
    shutil.copytree(ROOT / "source" / "courses" / COURSE, course)
    shutil.copytree(SAMPLE.parent, folder / "source" / "companies")
    sheet = _read(course / "course.yaml")
    originals = [slide for name in sheet["slides"] for slide in _read(course / name)]
    copied = [slide for slide in originals if slide["kind"] not in _ONCE]
    copies = (_copy(slide, number) for number in count(2) for slide in copied)
    made = list(islice(chain((_copy(slide, 1) for slide in originals), copies), slides))
    sheet["slides"] = ["slides.yaml"]
    _write(course / "course.yaml", sheet)
    _write(course / "slides.yaml", made)
    return folder / "source" / "companies" / SAMPLE.name


def _copy(slide: dict[str, Any], number: int) -> dict[str, Any]:
    made: dict[str, Any] = numbered(slide, number)
    if number > 1:
        made["id"] = f"{slide['id']}-{number}"
    return made


def numbered(value: Any, number: int) -> Any:
    """The value with a number at the end of each text in it that is long enough to take one."""
    match value:
        case str() if len(value) >= _LEAST and not value.isascii():
            return f"{value.rstrip()}{number:02}"
        case list():
            return [numbered(part, number) for part in value]
        case dict():
            return {key: part if key in _SINGLE else numbered(part, number) for key, part in value.items()}
    return value


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # every scalar stays the text that was typed


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
