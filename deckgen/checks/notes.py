"""Speaker notes: no longer than can be said in the slide's minutes. That there are any is seen to when they are read.

A slide that runs on over several pages has its minutes once, and its notes once: it is judged as a whole.
"""

from deckgen.checks.finding import Findings, finding
from deckgen.checks.subject import Subject
from deckgen.diagnostics import Place
from deckgen.model.course import MergedSlide
from deckgen.model.text import Text


def find(subject: Subject) -> Findings:
    """Slides with too much to say; a slide without minutes takes what it takes."""
    pace = subject.profile.characters_per_minute
    for slide in subject.slides:
        count, place = spoken(slide.notes), _place(slide, subject)
        if slide.minutes and count > slide.minutes * pace:
            told = {"minutes": f"{slide.minutes:g}", "needed": f"{_halves(count / pace):g}", "count": count}
            yield finding("notes-too-long", place, owner=subject.owner, slide=slide.id, pace=pace, **told)


def spoken(text: Text) -> int:
    """Characters that are read aloud: without spaces, marks and the readings of kanji."""
    return sum(not character.isspace() for run in text.runs for character in run.text)


def _halves(minutes: float) -> float:
    """Minutes rounded up to halves, as courses give them."""
    return -(-minutes // 0.5) / 2


def _place(slide: MergedSlide, subject: Subject) -> Place:
    """Where the notes stand that the company wrote last, else those of the course."""
    own = [change.place for change in subject.profile.notes_changes if change.slide_id == slide.id]
    return own[-1] if own else slide.notes.place
