"""What the heading of a comparison says of each content."""

from collections.abc import Mapping

from deckgen.changes.trees import plain
from deckgen.model.changes import Side
from deckgen.model.content import Content, Fields, Tree


def side_of(content: Content, since: str = "") -> Side:
    """A content in a few words; its reasons are those since another version, else that of its own."""
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
        slides=sum(slide.pages for slide in content.slides),
        minutes=sum(slide.minutes for slide in content.slides),
        confidentiality=_words(content.edition, "confidentiality"),
        reasons=tuple(_reasons(content, since)),
        approvals=tuple(map(plain, map(str, _series(content.training, "approvals")))),
        language=_words(content.course, "language") or "ja",
    )


def _reasons(content: Content, since: str) -> list[tuple[str, str]]:
    """Why the edition is as it is, by its history: the entries above that of another version, else its own."""
    own = _words(content.edition, "version")
    entries = [entry for entry in content.history if isinstance(entry, Mapping)]
    told = [(_words(entry, "version"), _words(entry, "summary")) for entry in entries]
    versions = [version for version, _ in told]
    if since != own and since in versions:
        return told[: versions.index(since)]
    return [each for each in told if each[0] == own][:1]


def _words(values: Fields, name: str) -> str:
    return plain(str(values.get(name, "")))


def _series(values: Fields, name: str) -> tuple[Tree, ...]:
    value = values.get(name, ())
    return value if isinstance(value, tuple) else (value,)
