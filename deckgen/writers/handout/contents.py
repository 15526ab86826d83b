"""What companies put into slots, as texts on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.model.slots import Case, Contact, Filling, Items, Missing, Prose, Ruling, told
from deckgen.model.text import Paragraph, Text, plain_text
from deckgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to reach."""

    duty: Text | None
    """For what; None where the page says it."""
    role: Text
    phone: Text | None = None
    details: tuple[Text, ...] = ()
    """Mail, hours, and what else to know."""
    at_night: bool = False
    """Whether it stands in for the first number at night and on holidays."""


def call_of(filling: Filling, words: Wording, duty: Text | None = None, *, at_night: bool = False) -> Call:
    """Whom a filling names; what is no contact stands in the place of the role."""
    if not isinstance(filling, Contact):
        return Call(duty, content_text(filling, words), at_night=at_night)
    details = tuple(text for text in (filling.mail, filling.hours, filling.note) if text)
    return Call(duty, filling.role, filling.phone, details, at_night)


def content_text(filling: Filling, words: Wording) -> Text:
    """A filling as paragraphs and lists; a decision's conditions without the decision."""
    match filling:
        case Prose(text):
            return text
        case Items(items, ordered):
            return Text(tuple(_entries(items, "1." if ordered else "-", words)))
        case Ruling(_, conditions):
            return Text(tuple(_entries(conditions, "-", words)))
        case Contact():
            call = call_of(filling, words)
            return Text(tuple(_lines(text for text in (call.role, call.phone, *call.details) if text)))
        case Missing(label):
            return plain_text(words.say("missing", label=label))


def _entries(items: tuple[Text | Case[Text], ...], marker: str, words: Wording) -> Iterator[Paragraph]:
    for item in items:
        first, *further = told(item, words).paragraphs
        yield first if isinstance(item, Case) else replace(first, marker=marker)
        yield from further


def _lines(texts: Iterator[Text]) -> Iterator[Paragraph]:
    for text in texts:
        yield from text.paragraphs
