"""What may hang on a wall: personal telephone numbers are taken out, wherever they stand; nobody is named."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from deckgen.diagnostics import Place
from deckgen.model.company import Profile
from deckgen.model.course import Course
from deckgen.model.slots import Contact, Image
from deckgen.model.text import Paragraph, Run, Source, Text, plain_text
from deckgen.model.training import StaffList
from deckgen.text.phones import is_personal, personal_numbers

MASK = "（番号非公開）"
"""What stands in running text where a number was."""
_SHARED = (
    "emergency.primary",
    "desk.consultation",
    "emergency.deputy",
    "people.privacy_manager",
    "people.training_lead",
)
"""Whose line is named instead of a personal one, the first that is shared."""


def without_personal_numbers(course: Course, profile: Profile) -> Course:
    """The course with every personal number masked; a contact that loses its number names a shared line instead."""
    return cast("Course", replace(_Masker(_instead(profile)).masked(course), is_public=True))


def _instead(profile: Profile) -> str:
    for name in _SHARED:
        contact = profile.fillings.get(name)
        if isinstance(contact, Contact) and contact.phone and not is_personal(contact.phone.text):
            return f"{_role(contact)}（{contact.phone.text}）へ"
    return "会社の代表番号へ"


def _role(contact: Contact[Source]) -> str:
    """The role without what stands in brackets after it."""
    return contact.role.text.split("（")[0]


class _Masker:
    """Walks the frozen values of a course and rebuilds what holds a number."""

    def __init__(self, instead: str) -> None:
        self._instead = instead

    def masked(self, part: Any) -> Any:
        match part:
            case Paragraph():
                return replace(part, runs=tuple(_runs(part.runs)))
            case Contact() if part.phone and is_personal(part.phone.plain):
                return self._record(self._rerouted(part))
            case str():
                return _text(part)
            case tuple():
                return tuple(map(self.masked, part))
            case Image() | Place():
                return part
            case StaffList():
                return None
        return self._record(part) if is_dataclass(part) and not isinstance(part, type) else part

    def _record(self, part: Any) -> Any:
        changed = {}
        for field in fields(part):
            value = getattr(part, field.name)
            masked = self.masked(value)
            if masked is not value and masked != value:
                changed[field.name] = masked
        return replace(part, **changed) if changed else part

    def _rerouted(self, contact: Contact[Text]) -> Contact[Text]:
        """The contact without its number: what it says besides gives way to the shared line."""
        assert contact.phone
        return replace(contact, phone=None, hours=None, note=plain_text(self._instead, contact.phone.place))


def _text(text: str) -> str:
    made, done = "", 0
    for start, end in personal_numbers(text):
        made += text[done:start] + MASK
        done = end
    return made + text[done:]


def _runs(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs of a paragraph, a number that goes on over several runs masked as one."""
    runs = tuple(runs)
    numbers = [*personal_numbers("".join(run.text for run in runs))]
    offset = 0
    for run in runs:
        link = None if run.link and is_personal(run.link.partition(":")[2]) else run.link
        text = _masked_part(run.text, offset, numbers)
        offset += len(run.text)
        if text or not run.text:
            ruby = None if run.ruby and text != run.text else run.ruby
            yield replace(run, text=text, link=link, ruby=ruby and _text(ruby))


def _masked_part(text: str, offset: int, numbers: Iterable[tuple[int, int]]) -> str:
    """One run's text; the mask stands in the run where the number begins."""
    made, done = "", 0
    for start, end in ((start - offset, end - offset) for start, end in numbers):
        if end <= 0 or start >= len(text):
            continue
        made += text[done : max(start, 0)] + (MASK if start >= 0 else "")
        done = min(end, len(text))
    return made + text[done:]
