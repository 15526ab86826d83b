"""What may hang on a wall: personal telephone numbers are taken out, wherever they stand; nobody is named.

A contact that loses its number names another line only if that answers at all hours of the duty. Where none does, and
where a text sends people to what was taken out, it says where the number is to be found, and somebody is told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, cast
from urllib.parse import unquote

from deckgen.diagnostics import Place, Report
from deckgen.model.company import Profile
from deckgen.model.course import Course, CourseSource
from deckgen.model.pieces import ContactRow
from deckgen.model.slots import Contact, Image
from deckgen.model.text import Paragraph, Run, Source, Text, plain_text
from deckgen.model.training import StaffList
from deckgen.model.walking import field_names
from deckgen.text.clock import cover, is_out_of_hours
from deckgen.text.phones import is_personal, personal_numbers
from deckgen.wording import Wording

_SHARED = (
    "emergency.primary",
    "desk.consultation",
    "emergency.deputy",
    "people.privacy_manager",
    "people.training_lead",
)
"""Whose line is named instead of a personal one, the first that is shared and answers at the duty's hours."""
_STAND_IN_FOR = {"emergency.deputy": "emergency.primary"}
"""Who is called because somebody else does not answer: that line is no help then."""
_CALLING = re.compile(r"電話|かけ|掛け|連絡|通報|知らせ|つなが|転送|番号|一報|報告")
_CALLS = r"[^。]{0,12}(?:かけ|掛け|電話[をすし]|連絡[をすし])"
_BY_DEVICE, _BY_HOURS = (
    re.compile(rf"(?:携帯|スマホ|当番|緊急電話){_CALLS}"),
    re.compile(rf"(?:夜間|休日|時間外){_CALLS}"),
)
_SENTENCE = re.compile(r"[^。]*")


def without_personal_numbers(course: Course, source: CourseSource, profile: Profile, report: Report) -> Course:
    """The course with every personal number masked; what lost one says where else to turn."""
    masker = _Masker(_Lines(source, profile, course.words), report)
    masked = cast("Course", masker.masked(course))
    edition = replace(course.edition, confidentiality=course.words.say("public"))
    return replace(masked, edition=edition, is_public=True)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Who can be reached by what: the company's contacts by slot, and by the place of their number."""

    source: CourseSource
    profile: Profile
    words: Wording

    def contacts(self) -> Iterator[tuple[str, Contact[Source]]]:
        for name, filling in self.profile.fillings.items():
            if isinstance(filling, Contact):
                yield name, filling

    def slot_at(self, place: Place) -> str:
        """The slot whose number stands at a place; empty for a contact of a slide's own."""
        return next((name for name, each in self.contacts() if each.phone and each.phone.place == place), "")

    def owner_of(self, place: Place) -> str:
        """Who wrote the text at a place."""
        owners = {slot.name: slot.owner for slot in self.source.slots}
        mine = (owners[name] for name, filling in self.profile.fillings.items() if place in set(_places(filling)))
        return next(mine, self.source.owner)

    def instead_of(self, slot: str, duty: str) -> str:
        """The line that answers at all hours of a duty, as an instruction; empty where none does."""
        found = dict(self.contacts())
        for name in _SHARED:
            other = found.get(name)
            if other is None or other.phone is None or name in (slot, _STAND_IN_FOR.get(slot)):
                continue
            hours = other.hours.text if other.hours else ""
            if not is_personal(other.phone.text) and cover(hours, duty):
                how = self.words.say("comma").join(filter(None, (other.phone.text, hours)))
                return self.words.say("instead", role=_role(other.role.text), how=how)
        return ""

    def lost(self) -> dict[str, bool]:
        """The roles of those who lose their number, and whether another line answers for them."""
        lost = ((name, each) for name, each in self.contacts() if each.phone and is_personal(each.phone.text))
        return {_role(each.role.text): bool(self.instead_of(name, _duty(name, each, ""))) for name, each in lost}


def _places(part: Any) -> Iterator[Place]:
    if isinstance(part, Source):
        yield part.place
    elif isinstance(part, tuple):
        for inner in part:
            yield from _places(inner)
    elif not isinstance(part, (Image, Place)):
        for name in field_names(type(part)):
            yield from _places(getattr(part, name))


def _role(role: str) -> str:
    """The role without what stands in brackets after it."""
    return re.split(r"[（(]", role)[0].strip() or role


def _duty(slot: str, contact: Contact[Any], duty: str) -> str:
    """All that tells at what hours a contact is called: the hours it gives, else what it is and is called for."""
    texts = [
        text if isinstance(text, str) else text.text if isinstance(text, Source) else text.plain
        for text in (contact.hours, contact.role)
        if text
    ]
    if contact.hours and not is_out_of_hours(f"{texts[-1]}{duty}"):
        return texts[0]
    return " ".join((*texts, duty, "夜間" if slot.endswith("after_hours") else ""))


@dataclass(slots=True)
class _Masker:
    """Walks the frozen values of a course and rebuilds what holds a number or sends people to one."""

    lines: _Lines
    report: Report
    lost: dict[str, bool] = field(init=False)
    mask: str = field(init=False)
    """What stands in running text where a number was."""

    def __post_init__(self) -> None:
        self.mask = self.lines.words.say("masked")
        self.lost = self.lines.lost()

    def masked(self, part: Any, duty: str = "") -> Any:
        match part:
            case Text():
                return self._text(part)
            case Contact():
                return self._contact(part, duty)
            case ContactRow():
                return replace(part, duty=self.masked(part.duty), contact=self.masked(part.contact, part.duty.plain))
            case str():
                return _masked_text(part, self.mask)
            case tuple():
                return tuple(map(self.masked, part))
            case Image() | Place():
                return part
            case StaffList():
                return None
        return self._record(part) if is_dataclass(part) and not isinstance(part, type) else part

    def _record(self, part: Any) -> Any:
        changed = {}
        for each in fields(part):
            value = getattr(part, each.name)
            masked = self.masked(value)
            if masked is not value and masked != value:
                changed[each.name] = masked
        return replace(part, **changed) if changed else part

    def _contact(self, contact: Contact[Text], duty: str) -> Contact[Text]:
        """A contact without its personal number: another line that answers at its hours, or where to find the number.

        Role and hours are its own as before, and no text that sends anybody anywhere.
        """
        named = {name: getattr(contact, name) for name in ("role", "mail", "hours")}
        kept = {name: _without_numbers(text, self.mask) for name, text in named.items() if text}
        if not contact.phone or not is_personal(contact.phone.plain):
            return replace(contact, **kept, note=contact.note and self._text(contact.note))
        place = contact.phone.place
        slot = self.lines.slot_at(place)
        instead = self.lines.instead_of(slot, _duty(slot, contact, duty))
        if not instead:
            self._tell("public-no-line", place, role=contact.role.plain)
        return replace(
            contact, **kept, phone=None, note=plain_text(instead or self.lines.words.say("elsewhere"), place)
        )

    def _text(self, text: Text) -> Text:
        """A text without its personal numbers; where it sends people to one, it says where that is to be found."""
        made = _without_numbers(text, self.mask)
        if made != text:
            self._tell("public-number", text.place)
            return made
        paragraphs = tuple(map(self._pointing, text.paragraphs))
        if paragraphs != text.paragraphs:
            self._tell("public-mention", text.place)
        return replace(text, paragraphs=paragraphs)

    def _pointing(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph; the first sentence that sends people to a number says at its end where that is to be found."""
        ends = [match.end() for match in _SENTENCE.finditer(paragraph.plain) if self._sends(match.group())]
        return replace(paragraph, runs=tuple(_with_masks(paragraph.runs, ends[:1], self.mask))) if ends else paragraph

    def _sends(self, sentence: str) -> bool:
        """Whether a sentence sends people to a number that was taken out, by its holder's role, device or hours."""
        stranded = [role for role, is_answered in self.lost.items() if not is_answered]
        names_one = any(role in sentence for role in stranded) and _CALLING.search(sentence)
        return bool(
            names_one or (self.lost and _BY_DEVICE.search(sentence)) or (stranded and _BY_HOURS.search(sentence))
        )

    def _tell(self, code: str, place: Place, **values: str) -> None:
        self.report.add(code, place if place.file else None, owner=self.lines.owner_of(place), **values)


def _with_masks(runs: Iterable[Run], ends: list[int], mask: str) -> Iterator[Run]:
    """The runs with the mask at some offsets, each the end of a sentence."""
    offset = 0
    for run in runs:
        last = offset + len(run.text)
        inside = [end - offset for end in ends if offset < end <= last]
        parts = [run.text[start:end] for start, end in pairwise((0, *inside, len(run.text)))]
        yield (
            replace(run, text=parts[0])
            if len(parts) == 1
            else replace(run, text=mask.join(parts), ruby=None, link=None)
        )
        offset = last


def _without_numbers(text: Text, mask: str) -> Text:
    paragraphs = (replace(each, runs=tuple(_runs(each.runs, mask))) for each in text.paragraphs)
    return replace(text, paragraphs=tuple(paragraphs))


def _masked_text(text: str, mask: str) -> str:
    made, done = "", 0
    for start, end in personal_numbers(text):
        made += text[done:start] + mask
        done = end
    return made + text[done:]


def _runs(runs: Iterable[Run], mask: str) -> Iterator[Run]:
    """The runs of a paragraph, a number that goes on over several runs masked as one."""
    runs = tuple(runs)
    numbers = [*personal_numbers("".join(run.text for run in runs))]
    offset = 0
    for run in runs:
        link = None if run.link and is_personal(unquote(run.link).partition(":")[2]) else run.link
        text = _masked_part(run.text, offset, numbers, mask)
        offset += len(run.text)
        if text or not run.text:
            ruby = None if run.ruby and text != run.text else run.ruby
            yield replace(run, text=text, link=link, ruby=ruby and _masked_text(ruby, mask))


def _masked_part(text: str, offset: int, numbers: Iterable[tuple[int, int]], mask: str) -> str:
    """One run's text; the mask stands in the run where the number begins."""
    made, done = "", 0
    for start, end in ((start - offset, end - offset) for start, end in numbers):
        if end <= 0 or start >= len(text):
            continue
        made += text[done : max(start, 0)] + (mask if start >= 0 else "")
        done = min(end, len(text))
    return made + text[done:]
