"""What the heading of a comparison says of each content."""

from deckgen.changes.trees import plain
from deckgen.model.changes import Side
from deckgen.model.content import Content, Fields, Tree


def side_of(content: Content) -> Side:
    """A content in a few words."""
    year = content.edition.get("fiscal_year")
    return Side(
        scope=content.scope,
        company=_words(content.company, "name"),
        course=_words(content.course, "title"),
        course_edition=_words(content.course, "edition"),
        fiscal_year=year if isinstance(year, int) else None,
        version=_words(content.edition, "version"),
        issued_on=_words(content.edition, "issued_on"),
        is_draft=content.edition.get("draft") is True,
        is_public=content.edition.get("public") is True,
        slides=len(content.slides),
        minutes=sum(slide.minutes for slide in content.slides),
        confidentiality=_words(content.edition, "confidentiality"),
        approvals=tuple(map(plain, map(str, _series(content.training, "approvals")))),
        language=_words(content.course, "language") or "ja",
    )


def _words(values: Fields, name: str) -> str:
    return plain(str(values.get(name, "")))


def _series(values: Fields, name: str) -> tuple[Tree, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else (value,)
