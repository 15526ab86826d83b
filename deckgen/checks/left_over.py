"""What is left over in a company's texts: reminders, samples, another company's name, what no slide shows."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckgen.checks.subject import AUDITOR, TRAINING, Findings, OtherCompany, Piece, Subject, finding, is_of_emergency
from deckgen.diagnostics import Diagnostic
from deckgen.model.slots import PLACEHOLDERS
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.text.phones import example_numbers, made_up_numbers
from deckgen.text.stand_ins import Kind, stand_ins

# What somebody meant to write later, and what stands in for it -------------------------------------------------------

_LATER = re.compile(
    "|".join([*PLACEHOLDERS.values(), "(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z]|リスト|アプリ|管理|一覧)"])
)
_CODES: dict[Kind, str] = {
    "undecided": "text-undecided",
    "sign": "text-stand-in",
    "none": "text-none",
    "yes-no": "text-yes-no",
}
_SLIPS = frozenset("…・")
"""What gets into a list by a slip of the hand: nobody writes one dot for what he does not know."""


def find_unfinished(subject: Subject) -> Findings:
    """Reminders to write something, and what offices write in its place."""
    for name, place in subject.profile.placeholders.items():
        if name.startswith(f"{TRAINING}."):
            named = {"slot": name, "label": _label(name, subject)}
            found = PLACEHOLDERS[subject.course.language if subject.course else "ja"]
            yield finding("value-unfinished", place, owner=subject.owner, found=found, **named)
    for piece in subject.pieces:
        if match := _LATER.search(piece.text):
            yield _left(piece, match.group(), subject)
            continue
        for each in stand_ins(piece.text, piece.form):
            yield _told(_code(piece, each.kind), piece, each.found)


def _left(piece: Piece, found: str, subject: Subject) -> Diagnostic:
    """A reminder, with the name of the value that it stands in, where that has one."""
    if not piece.slot:
        return _told("text-unfinished", piece, found)
    named = {"slot": piece.slot, "label": _label(piece.slot, subject)}
    return finding("value-unfinished", piece.source.place_of(found), owner=piece.owner, found=found, **named)


def _label(name: str, subject: Subject) -> str:
    key = name.removeprefix(f"{TRAINING}.")
    return f"@record-{key}" if key != name else subject.label_of(name)


def _code(piece: Piece, kind: Kind) -> str:
    if is_of_emergency(piece.slot) and piece.text.strip() not in _SLIPS:
        return "emergency-stand-in"
    return "cell-none" if kind == "none" and piece.form == "cell" else _CODES[kind]


def _told(code: str, piece: Piece, found: str) -> Diagnostic:
    return finding(code, piece.source.place_of(found), owner=piece.owner, found=found)


# Numbers and addresses of examples, which reach nobody ---------------------------------------------------------------

_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_+-][A-Za-z0-9_.+-]*@|https?://)?"
    r"(?:[A-Za-z0-9-]+\.)*"
    r"(?:example[0-9]?\.(?:com|net|org|(?:(?:co|ne|or|ac|go|gr|ed|lg)\.)?jp)|[A-Za-z0-9-]+\.(?:example|invalid|test))"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE,
)
"""Domain names that are nobody's: RFC 2606, and those that JPRS keeps for examples below .jp."""


_LIKE_EXAMPLE = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:https?://)?(?:[A-Za-z0-9-]+@)?(?:www\.)?"
    r"(?:x{2,}|(?:your|my)?-?(?:company|domain)|kaisha|hoge|hogehoge|foo|sample|dummy|test|abc|aaa|○+)"
    r"\.(?:co\.jp|or\.jp|ne\.jp|jp|com|net|org)(?![A-Za-z0-9-])"
    r"|(?<![A-Za-z0-9_.-])(?:x{2,}|hoge|foo|dummy|sample|○+|◯+)@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_.+-]+@|https?://)(?:[A-Za-z0-9-]+\.)*example\.[A-Za-z.]+",
    re.IGNORECASE,
)
"""Domain names that somebody may have, and that forms give as an example."""


def find_samples(subject: Subject) -> Findings:
    """Every text of the company's with such a number or address, unless the company itself is a sample.

    A course shows such an address where it means one: in a false mail, say.
    """
    if subject.profile.is_sample:
        return
    for piece in (piece for piece in subject.pieces if not piece.is_of_course):
        for code, found in _in(piece):
            yield finding(code, piece.source.place_of(found), owner=piece.owner, found=found)


def _in(piece: Piece) -> Iterator[tuple[str, str]]:
    like = "emergency-stand-in" if is_of_emergency(piece.slot) else "example-left"
    numbers = [*made_up_numbers(piece.text)]
    addresses = [match.span() for match in _ADDRESS.finditer(piece.text)]
    yield from (("sample-number", piece.text[start:end]) for start, end in numbers)
    yield from (("sample-address", piece.text[start:end]) for start, end in addresses)
    told = {start for start, _ in (*numbers, *addresses)}
    others = (*example_numbers(piece.text), *(match.span() for match in _LIKE_EXAMPLE.finditer(piece.text)))
    yield from ((like, piece.text[start:end]) for start, end in others if start not in told)


# Names of other companies --------------------------------------------------------------------------------------------
# What one was sent may show that it was copied from another's material.

_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合名会社|合資会社|(?:一般|公益)(?:社団|財団)法人|[(（][株有同][)）]|[㈱㈲]"
)
_LEAST = 3
"""Characters of a name that can be told from common words."""
_LEAST_BARE = 4
"""The same where a legal form was taken off."""
_MOST_FILES = 3
_MASK = "\x00"


def find_companies(subject: Subject) -> Findings:
    """Each text of the company or its course that names a company with a profile beside this one's."""
    own = [name for name in (subject.text(COMPANY_NAME), subject.text(SHORT_NAME)) if name]
    masks = sorted({form for name in own for form in _forms(name)}, key=len, reverse=True)
    texts = [_without(masks, piece.text) for piece in subject.pieces]
    whole = "\n".join(texts)
    files: dict[tuple[str, str], list[str]] = {}
    for other, name in _named(subject.others, set(masks), whole):
        files.setdefault((name, other.names[0]), []).append(other.file)
    for (name, company), named in files.items():  # a company may have a profile for each year
        for piece, text in zip(subject.pieces, texts, strict=True):
            if name in text:
                told = {"found": name, "company": company, "file": _listed(named)}
                yield finding("other-company", piece.source.place_of(name), owner=piece.owner, **told)


def _listed(files: list[str]) -> str:
    """The first few of some files."""
    more = len(files) - _MOST_FILES
    return ", ".join(files[:_MOST_FILES]) + (f" +{more}" if more > 0 else "")


def _named(others: Iterable[OtherCompany], own: set[str], whole: str) -> Iterator[tuple[OtherCompany, str]]:
    """The companies that the texts name, each by the longest form of its name that is there."""
    begun = {whole[at : at + _LEAST] for at in range(len(whole))}
    for other in others:
        forms = {form for name in other.names for form in _forms(name) if form[:_LEAST] in begun}
        found = max((form for form in forms - own if form in whole), key=len, default=None)
        if found:
            yield other, found


@lru_cache(maxsize=100_000)
def _forms(name: str) -> frozenset[str]:
    """A name as it may stand in a text: whole, and without its legal form."""
    bare = _LEGAL_FORMS.sub("", name).strip()
    spelt = {name.strip(): _LEAST, bare: _LEAST if bare == name.strip() else _LEAST_BARE}
    return frozenset(form for form, least in spelt.items() if len(form) >= least)


def _without(masks: Iterable[str], text: str) -> str:
    """The text without the company's own names, so that みどり丘 is not found in みどり丘サービス."""
    for mask in masks:
        text = text.replace(mask, _MASK)
    return text


# What a company wrote and its material shows nowhere -----------------------------------------------------------------

_FOR_CHECKS = frozenset({AUDITOR})
"""Slots that are asked for so that a check can be made."""


def find_unshown(subject: Subject) -> Findings:
    """Slots that are filled in and stand on none of the slides; what a shorter version lacks, the whole course has."""
    if subject.source.variant:
        return
    for slot in subject.source.slots:
        is_filled = slot.name in subject.profile.fillings
        if is_filled and not subject.shown.get(slot.name) and slot.name not in _FOR_CHECKS:
            place = subject.place_of(slot.name)
            yield finding("slot-unshown", place, owner=slot.owner, slot=slot.name, label=slot.label)
