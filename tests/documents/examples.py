"""The course that the examples of `docs/ja/slides.md` make up, and a company that fills it in."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "ja" / "slides.md"
PROFILE = Path("companies", "acme.yaml")

_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COURSE = """\
title: 書類とメールの取扱い
edition: "2026.1"
requirements:
  - { id: rules, label: 社内のルール, source: 情報管理規程 第5条 }
slots: slots.yaml
slides: [slides.yaml]
"""


def slides() -> list[str]:
    """The examples of slides, in the order of the document."""
    return [body for body in _FENCE.findall(DOCUMENT.read_text("utf-8")) if body.startswith("- kind:")]


def slots() -> list[str]:
    """The examples of slots."""
    return [body for body in _FENCE.findall(DOCUMENT.read_text("utf-8")) if body.startswith("- name:")]


def entries(examples: Sequence[str]) -> list[dict[str, Any]]:
    """Their entries as plain values."""
    return [entry for body in examples for entry in yaml.safe_load(body)]


def write_workspace(folder: Path, course_id: str = "examples") -> Path:
    """A workspace with the course of the document, and a company whose profile, which is returned, holds the slots' own
    examples.
    """
    (folder / "themes").mkdir(parents=True)
    course = folder / "courses" / course_id
    course.mkdir(parents=True)
    (course / "course.yaml").write_text(_COURSE, "utf-8")
    (course / "slots.yaml").write_text("\n".join(slots()), "utf-8")
    (course / "slides.yaml").write_text("\n".join(slides()), "utf-8")
    profile = folder / PROFILE
    (profile.parent / "acme").mkdir(parents=True)
    for name in ("logo.png", "button.png"):
        _draw_logo(profile.parent / "acme" / name)
    profile.write_text(filled_in(course_id), "utf-8")
    return profile


def _draw_logo(file: Path) -> None:
    logo = Image.new("RGB", (240, 60), "white")
    pen = ImageDraw.Draw(logo)
    pen.ellipse((2, 2, 57, 57), fill="#0b5c8a")
    pen.rounded_rectangle((72, 16, 236, 43), radius=13, fill="#0b5c8a")
    logo.save(file)


def filled_in(course_id: str, declared: Sequence[dict[str, Any]] | None = None) -> str:
    """A profile that holds the slots' own examples: of the document's slots, or of others."""
    profile: dict[str, Any] = {"course": course_id, "sample": True, "reviewed_on": "2026-11-02"}
    for slot in entries(slots()) if declared is None else declared:
        *groups, key = slot["name"].split(".")
        place = profile
        for group in groups:
            place = place.setdefault(group, {})
        is_prose = slot["type"] == "rich"
        place[key] = slot["example"] if is_prose else yaml.safe_load(str(slot["example"]))
    return yaml.safe_dump(profile, allow_unicode=True)
