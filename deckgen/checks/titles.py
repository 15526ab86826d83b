"""Titles of slides: each of its own, since readers of screens and of lists tell slides apart by nothing else."""

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject


def find(subject: Subject) -> Findings:
    """Slides with the title of one before them."""
    first: dict[str, str] = {}
    for slide in subject.slides:
        title = "".join(slide.title.plain.split())
        other = first.setdefault(title, slide.id)
        if other != slide.id:
            yield finding("title-twice", slide.title.place, owner=subject.owner, slide=slide.id, other=other)
