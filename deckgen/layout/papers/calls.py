"""What the emergency slide says, in short: whom to call, what to do first, what to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from deckgen.diagnostics import Place
from deckgen.model.course import Course
from deckgen.model.pieces import ContactRow
from deckgen.model.slides import EmergencySlide
from deckgen.model.slots import Contact, Filling, Items, Missing, Prose, told
from deckgen.model.text import NOWHERE, Text, plain_text
from deckgen.wording import Wording

_BRACKET = re.compile(r"[（(]")


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call."""

    duty: str
    """For what, e.g. 夜間・休日."""
    role: str = ""
    number: str = ""
    hours: str = ""
    note: str = ""
    """What to do instead of calling, or besides."""
    place: Place = NOWHERE
    at_night: bool = False
    """Whether it stands in for the first number at night and on holidays."""

    @property
    def details(self) -> tuple[str, ...]:
        """Who answers, when, and what else to know, as far as there is any."""
        return tuple(text for text in (self.role, self.hours, self.note) if text)


@dataclass(frozen=True, slots=True)
class Emergency:
    """What must be at hand."""

    actions: tuple[Text, ...]
    deadline: str
    """Empty where the company names none."""
    calls: tuple[Call, ...]
    """The first one first, whom to call at night next, then all others as the slide has them."""
    report_items: tuple[Text, ...]
    place: Place = NOWHERE
    """Of the slide."""
    deadline_place: Place = NOWHERE
    report_place: Place = NOWHERE


def emergency_of(course: Course) -> Emergency | None:
    """What the course's first emergency slide says; None where it has none.

    Readings stand behind their words: lines of a card are too close to have any above them.
    """
    slide = next((slide for slide in course.slides if isinstance(slide, EmergencySlide)), None)
    if slide is None:
        return None
    words = course.words
    calls = tuple(_call(row, words) for row in slide.contacts)
    calls = (*calls[:1], *sorted(calls[1:], key=lambda call: not call.at_night))
    return Emergency(
        actions=with_night_line(_entries(slide.actions, words), calls, words),
        deadline="".join(entry.plain for entry in _entries(slide.deadline, words)),
        calls=calls,
        report_items=_entries(slide.report_items, words),
        place=slide.title.place,
        deadline_place=_place_of(slide.deadline, slide.title.place, words),
        report_place=_place_of(slide.report_items, slide.title.place, words),
    )


def _entries(filling: Filling | None, words: Wording) -> tuple[Text, ...]:
    match filling:
        case Items(items=items):
            return tuple(told(entry, words).written_out for entry in items)
        case Prose(text=text):
            return (text.written_out,)
        case Missing(label=label, place=place):
            return (plain_text(words.say("missing", label=label), place),)
        case _:
            return ()


def with_night_line(actions: tuple[Text, ...], calls: Sequence[Call], words: Wording) -> tuple[Text, ...]:
    """The steps; the first one that has somebody called says whom to call when that desk is closed."""
    night = next((call for call in calls[1:] if call.at_night and (call.role or call.number)), None)
    if night is None:
        return actions
    position = next((index for index, action in enumerate(actions) if _sends_to(action, calls[0], night)), None)
    if position is None:
        return actions
    added = _with_end(
        actions[position], words.say("at-night", duty=night.duty, name=_name(night.role) or night.number), words
    )
    return (*actions[:position], added, *actions[position + 1 :])


def _sends_to(action: Text, first: Call, night: Call) -> bool:
    text = action.plain
    return bool(first.role) and _name(first.role) in text and _name(night.role or night.number) not in text


def _name(role: str) -> str:
    """A role without what its brackets add."""
    return _BRACKET.split(role)[0].strip()


def _with_end(action: Text, added: str, words: Wording) -> Text:
    """A step with words behind it, inside of its full stop."""
    *before, last = action.paragraphs
    *runs, end = last.runs
    stop = words.say("full-stop")
    ended = replace(end, text=end.text.removesuffix(stop) + added + stop)
    return replace(action, paragraphs=(*before, replace(last, runs=(*runs, ended))))


def numbered(actions: Sequence[Text]) -> list[tuple[int | None, Text]]:
    """The steps with their numbers; what is done in one case alone has a bullet and no number."""
    counted = count(1)
    return [(None if _has_bullet(action) else next(counted), action) for action in actions]


def _has_bullet(action: Text) -> bool:
    return action.paragraphs[0].marker is not None


def _place_of(filling: Filling | None, otherwise: Place, words: Wording) -> Place:
    """Where somebody wrote what fills a slot: in the profile, where a company did."""
    match filling:
        case Missing(place=place):
            return place
        case _:
            return next((text.place for text in _entries(filling, words) if text.place.file), otherwise)


def _call(row: ContactRow[Text, Filling], words: Wording) -> Call:
    contact = row.contact
    if not isinstance(contact, Contact):
        return Call(
            row.duty.plain,
            note="".join(entry.plain for entry in _entries(contact, words)),
            place=_place_of(contact, row.duty.place, words),
            at_night=row.after_hours,
        )
    texts = {name: getattr(contact, name) for name in ("role", "phone", "hours", "note")}
    found = {name: text.plain if text else "" for name, text in texts.items()}
    mail = contact.mail.plain if contact.mail and not contact.phone else ""
    note = words.say("gap").join(text for text in (found["note"], mail) if text)
    return Call(
        row.duty.plain, found["role"], found["phone"], found["hours"], note, contact.role.place, row.after_hours
    )
