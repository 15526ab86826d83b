"""Web addresses that the material prints or links to."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from deckgen.checks.subject import Findings, Subject, finding
from deckgen.diagnostics import Place
from deckgen.model.links import Address, Answer, Outcome
from deckgen.model.pieces import Reference
from deckgen.model.slots import Image
from deckgen.model.spoken import place_of
from deckgen.model.text import Text
from deckgen.model.walking import field_names

_WEB = re.compile(r"https?://[^\s<>\"「」『』（）、。\u3000]+", re.IGNORECASE)


def find_insecure(subject: Subject) -> Findings:
    """Addresses whose pages come unencrypted."""
    for address in addresses_of(subject):
        if address.url.lower().startswith("http://"):
            yield finding("link-insecure", address.place, owner=owner_of(address, subject), url=address.url)


def find_unreachable(subject: Subject, answers: Mapping[str, Answer]) -> Findings:
    """Addresses that did not answer, or answered from elsewhere; one finding where the network itself is missing."""
    if _are_offline(answers):
        yield finding("links-offline", None, owner=subject.owner, count=len(answers))
        return
    for address in addresses_of(subject):
        answer = answers[address.url]
        if answer.outcome in _CODES:
            told = {"url": address.url, "found": answer.found, "reason": answer.reason}
            yield finding(_CODES[answer.outcome], address.place, owner=owner_of(address, subject), **told)


def _are_offline(answers: Mapping[str, Answer]) -> bool:
    """Whether none of several sites has said anything at all."""
    sites = {_site(url) for url in answers}
    return len(sites) > 1 and all(answer.outcome == "dead" and not answer.has_spoken for answer in answers.values())


def _site(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # somebody's slip of the pen
        return url


_CODES: dict[Outcome, str] = {
    "forwarded": "link-forwarded",
    "moved": "link-moved",
    "refused": "link-refused",
    "dead": "link-dead",
    "unasked": "link-unasked",
}


def owner_of(address: Address, subject: Subject) -> str:
    """Who wrote the text that an address stands in."""
    own = (piece.owner for piece in subject.pieces if piece.source.place == address.place)
    return next(own, subject.owner)


def addresses_of(subject: Subject) -> Iterator[Address]:
    """Every web address, each once at each place."""
    course = subject.course
    if course:
        parts = (course.title, course.slides, course.fillings, course.quiz, course.training)
        yield from dict.fromkeys(_walk(parts))


def _walk(part: Any) -> Iterator[Address]:
    if isinstance(part, Text):
        yield from (Address(url, part.place) for url in _in_text(part))
    elif isinstance(part, tuple):
        for inner in part:
            yield from _walk(inner)
    elif not isinstance(part, (Image, Place)):
        if isinstance(part, Reference) and part.url:
            yield Address(part.url, place_of(part.url, part.place), part.place)
        for name in field_names(type(part)):
            yield from _walk(getattr(part, name))


def _in_text(text: Text) -> Iterator[str]:
    for run in text.runs:
        if run.link:
            if _WEB.match(run.link):
                yield run.link
        else:
            yield from (match.group().rstrip(".,;:!?)") for match in _WEB.finditer(run.text))
