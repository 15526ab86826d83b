"""Names of other companies: what one was sent may show that it was copied from another's material."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import OtherCompany, Subject
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME

_LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合名会社|合資会社|(?:一般|公益)(?:社団|財団)法人|[(（][株有同][)）]|[㈱㈲]"
)
_LEAST = 3
"""Characters of a name that can be told from common words."""
_LEAST_BARE = 4
"""The same where a legal form was taken off."""
_MOST_FILES = 3
_MASK = "\x00"


def find(subject: Subject) -> Findings:
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
