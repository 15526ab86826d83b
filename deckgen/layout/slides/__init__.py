"""The slide kinds: one file each, one table. A new kind is its type, its file and its row here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.diagnostics import Diagnostic
from deckgen.layout.blocks import Block
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit
from deckgen.layout.slides import (
    agenda,
    cards,
    case,
    change_map,
    chart,
    checklist,
    content,
    cover,
    discussion,
    emergency,
    goals,
    pauses,
    picture,
    references,
    risk_map,
    section,
    self_check,
    table,
    text,
    two_flows,
)
from deckgen.layout.splitting import Unit
from deckgen.model.course import Course, Part
from deckgen.model.frames import Item
from deckgen.model.text import Text
from deckgen.wording import Wording


def _unprepared(slide: Any, course: Course) -> Any:
    return slide


def _no_units(slide: Any) -> tuple[Unit, ...]:
    return ()


def _as_is(slide: Any, kept: Sequence[Unit], words: Wording) -> Any:
    return slide


def _no_title(slide: Any, words: Wording) -> None:
    return None


Instead = tuple[Any, Diagnostic]
"""A slide, of whatever kind, in the place of another, and what is to be told of that."""


def _nothing_else(slide: Any, words: Wording) -> Iterable[Instead]:
    return ()


def _by_position(unit: Unit) -> int:
    return unit.key[1] + 1


def _by_group(unit: Unit) -> int:
    return unit.key[0] + 1


@dataclass(frozen=True, slots=True)
class Kind:
    """How slides of one kind are laid out. The functions take the kind's own slide type."""

    compose: Callable[[Any, Context], Block] | None = None
    """The block for the body region; None where `full_page` draws everything."""
    prepare: Callable[[Any, Course], Any] = _unprepared
    """The slide with what it takes from its course."""
    full_page: Callable[[Any, Kit, Course, Part], Iterator[Item]] | None = None
    """Draws all of a page that tells of the course around it, in one of its parts."""
    units: Callable[[Any], tuple[Unit, ...]] = _no_units
    """What may be divided between pages; nothing where empty."""
    take: Callable[[Any, Sequence[Unit], Wording], Any] = _as_is
    """The slide with only some of its units."""
    part_title: Callable[[Any, Wording], Text | None] = _no_title
    """What the title of a further page says that holds these units; None where the slide's own is true of each page."""
    instead: Callable[[Any, Wording], Iterable[Instead]] = _nothing_else
    """Other ways to show the slide, for what its own layout has no room for, the best first; running text after all."""
    numbering: Callable[[Unit], int] = _by_position
    """The number of a page's first item."""


KINDS: dict[str, Kind] = {
    "cover": Kind(full_page=cover.draw),
    "text": Kind(text.compose, units=text.units, take=text.take, numbering=_by_group),
    "content": Kind(
        content.compose,
        prepare=content.prepare,
        units=content.units,
        take=content.take,
        numbering=content.numbering,
        instead=content.instead,
    ),
    "agenda": Kind(agenda.compose, prepare=agenda.prepare, units=agenda.units, take=agenda.take),
    "objectives": Kind(
        goals.compose_objectives, units=goals.objective_units, take=goals.take_objectives, numbering=_by_group
    ),
    "closing": Kind(goals.compose_closing, units=goals.closing_units, take=goals.take_closing, numbering=_by_group),
    "section": Kind(full_page=section.draw),
    "break": Kind(pauses.compose_break),
    "questions": Kind(pauses.compose_questions),
    "change-map": Kind(change_map.compose, units=change_map.units, take=change_map.take),
    "case": Kind(case.compose, units=case.units, take=case.take),
    "chart": Kind(chart.compose, instead=chart.instead),
    "risk-map": Kind(risk_map.compose, units=risk_map.units, take=risk_map.take, numbering=_by_group),
    "checklist": Kind(checklist.compose, units=checklist.units, take=checklist.take, numbering=_by_group),
    "discussion": Kind(discussion.compose, units=discussion.units, take=discussion.take),
    "self-check": Kind(self_check.compose, units=self_check.units, take=self_check.take),
    "two-flows": Kind(two_flows.compose, units=two_flows.units, take=two_flows.take),
    "topics": Kind(
        cards.compose_topics,
        units=cards.topic_units,
        take=cards.take_topics,
        numbering=_by_group,
        part_title=cards.topics_title,
    ),
    "rules": Kind(
        cards.compose_rules,
        units=cards.rule_units,
        take=cards.take_rules,
        numbering=_by_group,
        part_title=cards.rules_title,
    ),
    "emergency": Kind(
        emergency.compose,
        prepare=emergency.prepare,
        units=emergency.units,
        take=emergency.take,
        part_title=emergency.part_title,
    ),
    "references": Kind(references.compose, units=references.units, take=references.take),
    "table": Kind(table.compose, prepare=table.prepare, units=table.units, take=table.take),
    "picture": Kind(picture.compose),
}
