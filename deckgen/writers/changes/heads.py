"""What a comparison is about, in words."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from deckgen.model.changes import Change, Comparison, Side
from deckgen.text.dates import fiscal_year
from deckgen.wording import Language, Wording, say
from deckgen.writers.changes.words import day_words

WAYS: tuple[Change, ...] = get_args(Change)
"""What can become of an entry, in the order in which it is counted."""


def title_of(comparison: Comparison, language: Language) -> str:
    """Whose material it is, and what it is called."""
    new = comparison.new
    return say("gap", language).join(name for name in (new.company, new.course) if name)


def edition_words(side: Side, language: Language) -> str:
    """An edition in one line: year, version, day of issue, and whether it is a draft or for the public."""
    return say("comma", language).join(_edition(side, language))


def _edition(side: Side, language: Language) -> Iterator[str]:
    if side.fiscal_year:
        yield fiscal_year(side.fiscal_year, Wording(language))
    if side.version:
        yield say("changes.version", language, version=side.version)
    if side.issued_on:
        yield issue_words(side, language)
    if not side.version or side.scope == "course":
        yield say("changes.course-edition", language, edition=side.course_edition)
    if side.is_draft:
        yield say("changes.draft", language)
    if side.is_public:
        yield say("changes.public", language)


def issue_words(side: Side, language: Language) -> str:
    """2027年11月1日発行."""
    return say("changes.issued", language, date=day_words(side.issued_on, language))


def size_words(side: Side, language: Language) -> str:
    """How many slides there are, and how long they take where that is said."""
    slides = say("changes.slides", language, count=side.slides)
    minutes = say("changes.minutes", language, count=f"{side.minutes:g}")
    return say("comma", language).join((slides, minutes)) if side.minutes else slides


def reason_words(side: Side, language: Language) -> str:
    """What the history of editions says of the versions that a side is about, a line each."""
    told = ((say("changes.version", language, version=version), summary) for version, summary in side.reasons)
    return "\n".join(say("named", language, name=name, value=summary) for name, summary in told)


def counts(comparison: Comparison) -> Counter[str]:
    """How many entries there are of each change; what was only looked at did not change."""
    changed = (section for section in comparison.sections if section.kind != "reviews")
    return Counter(entry.change for section in changed for entry in section.entries)


def reviewed(comparison: Comparison) -> int:
    """How many things were looked at and left as they were."""
    reviews = (section for section in comparison.sections if section.kind == "reviews")
    return sum(len(entry.details) for section in reviews for entry in section.entries)


def count_words(comparison: Comparison, language: Language) -> str:
    """`変更点12件（追加3、変更9）。ほかに、見直して変えなかったもの20件`."""
    told = _changes(comparison, language)
    looked_at = reviewed(comparison)
    if not looked_at:
        return told
    return say("changes.and-reviewed", language, changes=told.removesuffix(say("full-stop", language)), count=looked_at)


def _changes(comparison: Comparison, language: Language) -> str:
    found = counts(comparison)
    if not found:
        return say("changes.nothing", language)
    each = (
        say("changes.count", language, change=say(f"changes.change.{way}", language), count=found[way])
        for way in WAYS
        if found[way]
    )
    number = "one-difference" if found.total() == 1 else "differences"
    return say(f"changes.{number}", language, count=found.total(), each=say("comma", language).join(each))
