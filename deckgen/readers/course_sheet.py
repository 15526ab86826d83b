"""What course.yaml says."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Any

from deckgen.diagnostics import Report
from deckgen.messages.spelling import closest
from deckgen.model.course import OutputName, Requirement
from deckgen.model.freshness import Limits, Pace
from deckgen.model.spoken import Words
from deckgen.model.text import Source
from deckgen.model.versions import Audience, Version
from deckgen.readers import (
    freshness,  # noqa: F401 - the leaves that course.yaml has: months and paces
    own_words,  # noqa: F401
)
from deckgen.readers.overlay import below
from deckgen.readers.shapes import reader_of, required_keys
from deckgen.readers.tree import Context, Faulty, Mapping, Node, Scalar, Sequence
from deckgen.wording import NO_WORDS, Language, OwnWords


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSheet:
    """What course.yaml says."""

    title: Source
    """The title of the course."""
    edition: str
    """Edition of the course material itself, e.g. "2026.1"."""
    language: Language = "ja"
    """Language of the material (BCP 47)."""
    words: OwnWords = NO_WORDS
    """Words of the course's own, in the place of those that slides and papers have of themselves."""
    outputs: tuple[OutputName, ...] = ("deck", "handout", "trainer")
    """What `build` makes when nothing else is asked for."""
    requirements: tuple[Requirement, ...] = ()
    """What the training must cover."""
    audiences: tuple[Audience, ...] = ()
    """People for whom parts of the course are made: `only:` and `not:` name them."""
    versions: tuple[Version, ...] = ()
    """The course for other times and people, out of the same files; the first is built where none is asked for."""
    law: Source | None = None
    """The file with the figures and articles of the law that the texts name, inside the course folder."""
    slots: Source
    """The file with the slot declarations, inside the course folder."""
    slides: tuple[Source, ...]
    """The files with the slides, inside the course folder, in order."""
    quiz: Source | None = None
    """The file with the comprehension test, inside the course folder."""
    owner: Words | None = None
    """The staff role that looks after the material as a whole; who does the training where left out."""
    freshness: Limits | None = None
    """Months after which things have to be looked at again; a company may tighten them."""
    characters_per_minute: Pace | None = None
    """How fast a trainer is taken to read the notes aloud; as the language is read where left out."""


_KEYS = {field.name for field in fields(CourseSheet)}


_WORD = re.compile(r"^ *([a-z_]+)", re.MULTILINE)
"""What may be a key in a text that cannot be read."""


def read_sheet(tree: Mapping, context: Context, lost: tuple[str, ...]) -> tuple[CourseSheet, frozenset[str]]:
    """What a course.yaml says, and the keys of which it may say more than could be read.

    What is wrong with it is reported; where parts of its text are lost, no key is missed in it.
    """
    told, nothing = Report(), Source("", tree.place)
    outer, context = context.report, replace(context, report=told)
    lacks = _meant(tree, lost)
    try:
        sheet: CourseSheet = reader_of(CourseSheet)(tree, context)
    except Faulty:
        sound = _sound(tree, replace(context, report=Report(), said=[]))
        lacks |= (tree.entries.keys() | required_keys(CourseSheet)) - sound.keys()
        sheet = CourseSheet(**{"title": nothing, "edition": "", "slots": nothing, "slides": (), **sound})
    outer.extend(each for each in told if not lost or (each.code, each.place) != ("missing-key", tree.place))
    return sheet, frozenset(lacks)


def _meant(tree: Mapping, lost: Iterable[str]) -> set[str]:
    """Keys that are not there, and are meant by those that nobody knows or in what is lost of the text."""
    absent, words = _KEYS - tree.entries.keys(), [_WORD.findall(each) for each in lost]
    unknown = {*tree.entries, *(first for first, *_ in filter(None, words))} - _KEYS
    meant = [closest(each, absent) for each in unknown]
    return absent if "" in meant else absent & {*meant, *chain(*words)}


def _sound(tree: Mapping, context: Context) -> dict[str, Any]:
    """What is sound of a course.yaml, by key."""
    values: dict[str, Any] = {}
    for field in fields(CourseSheet):
        shape: Any = field.type
        if entry := tree.entries.get(field.name):
            with suppress(Faulty):
                values[field.name] = reader_of(shape)(entry.value, context)
    return values


_OF_TESTS = ("quiz", "answers")
"""Outputs that are made of a test."""


def check_outputs(tree: Node, *, has_test: bool, report: Report) -> None:
    """Report an empty list of outputs in the tree of course.yaml, and outputs of a test that the course has not."""
    outputs = below(tree, "outputs")
    items = outputs.items if isinstance(outputs, Sequence) else []
    if isinstance(outputs, Sequence) and not items:
        report.add("list-empty", outputs.place)
    for each in items:
        if isinstance(each, Scalar) and each.text.strip() in _OF_TESTS and not has_test:
            report.add("output-without-test", each.place, output=each.text.strip())
