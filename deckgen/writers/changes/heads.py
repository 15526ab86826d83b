"""What a comparison is about, in words."""

from collections import Counter
from collections.abc import Iterator

from deckgen.model.changes import Comparison, Side
from deckgen.text.dates import fiscal_year
from deckgen.wording import Language, Wording
from deckgen.writers.changes.words import CHANGES, pick, value_words


def title_of(comparison: Comparison) -> str:
    """Whose material it is, and what it is called."""
    new = comparison.new
    return f"{new.company}　{new.course}" if new.company else new.course


def edition_words(side: Side, language: Language) -> str:
    """An edition in one line: year, version, day of issue, and whether it is a draft or for the public."""
    return ("、" if language == "ja" else ", ").join(part for part in _edition(side, language) if part)


def _edition(side: Side, language: Language) -> Iterator[str]:
    is_japanese = language == "ja"
    if side.fiscal_year:
        yield fiscal_year(side.fiscal_year, Wording("ja")) if is_japanese else f"FY{side.fiscal_year}"
    if side.version:
        yield f"第{side.version}版" if is_japanese else f"version {side.version}"
    if side.issued_on:
        yield f"{value_words(side.issued_on, (), language)}発行" if is_japanese else f"issued {side.issued_on}"
    if not side.version or side.scope == "course":
        yield f"教材 {side.course_edition}" if is_japanese else f"course edition {side.course_edition}"
    if side.is_draft:
        yield "下書き" if is_japanese else "draft"
    if side.is_public:
        yield "公開用" if is_japanese else "for the public"


def size_words(side: Side, language: Language) -> str:
    """How many slides there are, and how long they take where that is said."""
    if language == "ja":
        return f"スライド{side.slides}枚" + (f"、{side.minutes:g}分" if side.minutes else "")
    return f"{side.slides} slides" + (f", {side.minutes:g} min" if side.minutes else "")


def reason_words(side: Side, language: Language) -> str:
    """What the history of editions says of the versions that a side is about."""
    if language == "ja":
        return "\n".join(f"第{version}版：{summary}" for version, summary in side.reasons)
    return "; ".join(f"version {version}: {summary}" for version, summary in side.reasons)


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
    looked_at = reviewed(comparison)
    if not looked_at:
        return _changes(comparison, language)
    if language == "ja":
        return f"{_changes(comparison, language).rstrip('。')}。ほかに、見直して変えなかったもの{looked_at}件"
    return f"{_changes(comparison, language).rstrip('.')}; looked at and left as it was: {looked_at}"


def _changes(comparison: Comparison, language: Language) -> str:
    found = counts(comparison)
    if not found:
        return "変更点はありません。" if language == "ja" else "Nothing differs."
    each = [f"{pick(words, language)} {found[change]}" for change, words in CHANGES.items() if found[change]]
    if language == "ja":
        return f"変更点{found.total()}件（{'、'.join(part.replace(' ', '') for part in each)}）"
    return f"{found.total()} difference{'' if found.total() == 1 else 's'}: {', '.join(each)}"
