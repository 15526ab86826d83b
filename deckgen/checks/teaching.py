"""What a course teaches with: texts that can be read and said, titles that tell slides apart, answers that test."""

import re
from collections.abc import Sequence
from itertools import chain

from deckgen.checks.subject import Findings, Piece, Subject, finding
from deckgen.diagnostics import Place, shown
from deckgen.model.course import MergedSlide, Original
from deckgen.model.quiz import MultipleItem, SingleItem, TrueFalseItem
from deckgen.model.slots import Prose
from deckgen.model.standard_slots import COMPANY_NAME
from deckgen.model.text import Text
from deckgen.text import columns
from deckgen.text.choices import others_meant

# Texts of a company ---------------------------------------------------------------------------------------------------

_NAME = 40
"""Full-width signs of a name: less than two lines of the cover hold. Registered names seldom have more."""
_ENTRY = 200
"""Characters of an entry or a line: half a slide at the least size of what is read, as in a card beside others."""
_PROSE = 400
"""Characters of running text: a whole slide at that size, some ten lines of forty."""
_UNSEEN = re.compile(r"\]\(\S*?\)|《[^》]*》|[*\s]")
"""Of a text with marks what nobody reads as its characters: targets of links, readings, the marks of strong words."""


def find_long_texts(subject: Subject) -> Findings:
    """Names and texts so long that nobody reads them, though they could be laid out."""
    for piece in subject.pieces:
        if piece.slot == COMPANY_NAME:
            yield from _long_name(piece)
        elif piece.slot in subject.profile.fillings:
            yield from _long_text(piece, subject)


def _long_name(piece: Piece) -> Findings:
    wide = -(-columns.width(piece.text) // 2)
    if wide > _NAME:
        yield finding("name-long", piece.source.place, owner=piece.owner, count=wide, most=_NAME)


def _long_text(piece: Piece, subject: Subject) -> Findings:
    count = len(_UNSEEN.sub("", piece.text))
    most = _PROSE if isinstance(subject.profile.fillings[piece.slot], Prose) else _ENTRY
    if count > most:
        told = {"label": subject.label_of(piece.slot), "slot": piece.slot, "count": count, "most": most}
        yield finding("text-long", piece.source.place, owner=piece.owner, **told)


# Speaker notes -------------------------------------------------------------------------------------------------------
# No longer than can be said in the slide's minutes. That there are any is seen to when they are read. A slide that
# runs on over several pages has its minutes once, and its notes once: it is judged as a whole.


def find_long_notes(subject: Subject) -> Findings:
    """Slides with too much to say; a slide without minutes takes what it takes."""
    pace = subject.profile.characters_per_minute
    for slide in subject.slides:
        count, place = spoken(slide.notes), _place_of_notes(slide, subject)
        if slide.minutes and count > slide.minutes * pace:
            told = {"minutes": f"{slide.minutes:g}", "needed": f"{_halves(count / pace):g}", "count": count}
            yield finding("notes-too-long", place, owner=subject.owner, slide=slide.id, pace=pace, **told)


def spoken(text: Text) -> int:
    """Characters that are read aloud: without spaces, marks and the readings of kanji."""
    return sum(not character.isspace() for run in text.runs for character in run.text)


def _halves(minutes: float) -> float:
    """Minutes rounded up to halves, as courses give them."""
    return -(-minutes // 0.5) / 2


def _place_of_notes(slide: MergedSlide, subject: Subject) -> Place:
    """Where the company, else an edition, wrote the notes or the minutes last, else where the course has the notes."""
    own = [change.place for change in subject.profile.notes_changes if change.slide_id == slide.id]
    minutes = (each.place for each in _originals(slide, subject) if each.path == f"{slide.id}.minutes")
    layers = _layers(subject)
    return own[-1] if own else min((slide.notes.place, *minutes), key=lambda place: layers.get(place.file, -1))


def _originals(slide: MergedSlide, subject: Subject) -> Sequence[Original]:
    """What editions, and the company, take the place of on a slide."""
    changed = subject.profile.changed.get(slide.id)
    return [*chain(*subject.source.originals.values()), *(changed.originals if changed else ())]


def _layers(subject: Subject) -> dict[str, int]:
    """The files of the course, those of the latest edition first; a company's own are none of them."""
    return {shown(path): number for number, path in enumerate(subject.source.files)}


# Titles of slides ----------------------------------------------------------------------------------------------------
# Each of its own, since readers of screens and of lists tell slides apart by nothing else.


def find_same_titles(subject: Subject) -> Findings:
    """Slides with the title of one before them."""
    first: dict[str, MergedSlide] = {}
    layers = _layers(subject)
    for slide in subject.slides:
        other = first.setdefault("".join(slide.title.plain.split()), slide)
        if other is not slide:
            pair = ((slide, other), (other, slide))
            # Of a course, the company's own title, else that of the edition, is the one to change.
            late, early = min(pair, key=lambda two: layers.get(two[0].title.place.file, -1))
            yield finding("title-twice", late.title.place, owner=subject.owner, slide=late.id, other=early.id)


# Answers of the test -------------------------------------------------------------------------------------------------
# Who marks every statement alike gets none of them for nothing.

_FEW = 2
"""So many statements may well have the same answer."""


def find_one_sided(subject: Subject) -> Findings:
    """A test whose statements are all right, or all wrong."""
    quiz = subject.course.quiz if subject.course else None
    statements = [item for item in quiz.items if isinstance(item, TrueFalseItem)] if quiz else []
    if len(statements) > _FEW and len({item.answer for item in statements}) == 1:
        answer = "○" if statements[0].answer else "×"
        yield finding("quiz-one-sided", statements[0].place, owner=subject.owner, count=len(statements), answer=answer)


# Choices are shuffled: one that speaks of others by where they stand, or by their letters, is true of others then.


def find_placed_choices(subject: Subject) -> Findings:
    """Choices that name others by where they stand."""
    quiz = subject.course.quiz if subject.course else None
    items = [item for item in quiz.items if isinstance(item, SingleItem | MultipleItem)] if quiz else []
    for item in items:
        for text in (choice.text for choice in item.choices):
            if found := others_meant(text.plain):
                yield finding("quiz-choice-placed", text.place, owner=subject.owner, item=item.id, found=found)
