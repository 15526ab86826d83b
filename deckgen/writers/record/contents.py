"""What the record says, whatever it is written on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.model.training import Person, Sitting
from deckgen.text.dates import issue_named, version_named, year_named
from deckgen.writers.handout.contents import duration
from deckgen.writers.rendered import MadeFile

APPROVALS = ("approval-made", "approval-checked", "approval-approved")
"""Keys of who seals a report where the company says nothing else."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A part of the training."""

    title: str
    slides: str
    """Numbers of its slides."""
    minutes: float
    time: str
    """The minutes as people say them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that the training had to cover."""

    label: str
    source: str
    """The rule that asks for it."""
    slides: str
    """Numbers and titles of the slides that cover it."""


@dataclass(frozen=True, slots=True)
class Session:
    """One of several sessions; what is empty is filled in later."""

    number: int
    day: date | None
    time: str
    place: str
    trainer: str
    audience: str

    @property
    def told(self) -> tuple[str, ...]:
        """What is said of it besides its number and day."""
        return (self.time, self.place, self.trainer, self.audience)


SESSION_COLUMNS = ("session", "day", "time", "place", "trainer", "audience", "participants")
"""Keys of the columns of the table of sessions."""


@dataclass(frozen=True, slots=True)
class Result:
    """A number that is known after the training."""

    name: str
    unit: str
    known: str = ""
    """Its value where that is known beforehand."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the record says of one edition."""

    publication: Publication
    made: tuple[MadeFile, ...]

    def say(self, key: str, /, **values: object) -> str:
        """A word of the course's language."""
        return self.publication.words.say(key, **values)

    @property
    def approvals(self) -> tuple[str, ...]:
        """Labels of the boxes for seals, in order."""
        own = tuple(label.plain for label in self.publication.course.training.approvals)
        return own or tuple(map(self.say, APPROVALS))

    @property
    def edition(self) -> str:
        """The edition of the material, with that of the course that it was made from."""
        course = self.publication.course
        edition, words = course.edition, course.words
        own = self.say(
            "edition-issued",
            year=year_named(edition, words),
            version=version_named(edition, words),
            issued=issue_named(edition, words),
        )
        return self.say("of-course", edition=own, course=course.course_edition)

    def particulars(self) -> tuple[tuple[str, str], ...]:
        """Keys of labels with values; an empty value is filled in later."""
        course = self.publication.course
        training, session = course.training, course.session
        sittings = training.sessions
        return (
            ("report-number", _plain(training.number)),
            ("reported", course.words.date(training.reported_on) if training.reported_on else ""),
            ("addressee", _plain(training.addressee)),
            ("training-name", course.title.plain),
            ("plan", _plain(training.plan)),
            ("period", _plain(training.period) or session.date or self._once(self._day(each) for each in sittings)),
            ("place", session.place or self._once(_plain(each.place) for each in sittings)),
            ("method", _plain(training.method)),
            ("trainer", session.trainer or self._once(_plain(each.trainer) for each in sittings)),
            ("trainees", _plain(training.audience)),
            ("expected", self.say("people-count", count=self.expected) if self.expected else ""),
            ("understanding", self.understanding),
            ("material-edition", self.edition),
            ("retention", _plain(training.retention)),
        )

    @property
    def expected(self) -> int | None:
        """How many people have to attend, as far as that is known."""
        return self.publication.course.training.expected or len(self.people) or None

    @property
    def people(self) -> tuple[Person, ...]:
        """Who has to attend by the staff list."""
        staff = self.publication.course.training.staff
        return staff.people if staff else ()

    @property
    def understanding(self) -> str:
        """How it is checked that they understood."""
        quiz = self.publication.course.quiz
        told = _plain(self.publication.course.training.understanding)
        if told or not quiz:
            return told
        return self.say("test-told", test=quiz.title.plain, count=len(quiz.items), needed=quiz.pass_points)

    def sessions(self) -> tuple[Session, ...]:
        """The sessions one by one, where there is more than one."""
        sittings = self.publication.course.training.sessions
        return tuple(_session(number, each) for number, each in enumerate(sittings, 1)) if len(sittings) > 1 else ()

    def lessons(self) -> tuple[Lesson, ...]:
        """The parts of the training with their slides and minutes."""
        return tuple(
            Lesson(part.title.plain, self.publication.numbers(part.slide_ids), part.minutes, self.time_of(part.minutes))
            for part in self.publication.course.parts
        )

    def time_of(self, minutes: float) -> str:
        """Minutes as people say them."""
        return duration(minutes, self.publication.words)

    @property
    def minutes(self) -> float:
        """Of the whole training."""
        return sum(part.minutes for part in self.publication.course.parts)

    def topics(self) -> tuple[Topic, ...]:
        """What this company's training must cover, and where it does."""
        return tuple(
            Topic(requirement.label, requirement.source, self.say("comma").join(self._covering(requirement.id)))
            for requirement in self.publication.course.requirements
        )

    def attendance(self) -> tuple[Result, ...]:
        """How many attended; absent is who was not there on the day, whether trained since or not."""
        unit = self.say("people-unit")
        expected = Result(self.say("expected"), unit, str(self.expected or ""))
        people = map(self.say, ("present", "absent", "made-up", "untrained"))
        return (expected, *(Result(name, unit) for name in people), Result(self.say("rate"), self.say("per-cent")))

    def test(self) -> tuple[Result, ...]:
        """How many passed; nothing where there is no test."""
        quiz = self.publication.course.quiz
        if not quiz:
            return ()
        say, unit = self.say, self.say("points-unit")
        line = Result(say("pass-line", points=len(quiz.items)), unit, str(quiz.pass_points))
        people = (Result(say(key), say("people-unit")) for key in ("passed", "passed-later", "failed", "sat"))
        return (line, *people, Result(say("pass-rate"), say("per-cent")), Result(say("mean"), unit))

    def remarks(self) -> tuple[tuple[str, str], ...]:
        """Keys of labels with what is written there beforehand."""
        return (
            ("absentees", ""),
            ("makeup", self.makeup),
            ("retraining", self.retraining),
            ("evaluation", ""),
            ("improvements", ""),
        )

    @property
    def makeup(self) -> str:
        """How those who were absent are trained."""
        return _plain(self.publication.course.training.makeup)

    @property
    def retraining(self) -> str:
        """What is done with those who did not pass."""
        return _plain(self.publication.course.training.retraining)

    def _covering(self, requirement: str) -> Iterator[str]:
        for slide in self.publication.course.slides:
            if requirement in slide.covers:
                numbers = self.publication.numbers((slide.id,))
                yield self.say("slide-named", numbers=numbers, title=slide.title.plain)

    def _once(self, values: Iterable[str]) -> str:
        """Values in a row, each once."""
        return self.say("comma").join(dict.fromkeys(filter(None, values)))

    def _day(self, sitting: Sitting[Text]) -> str:
        day = self.publication.words.date(sitting.date) if sitting.date else ""
        return f"{day} {_plain(sitting.time)}".strip()


def _plain(text: Text | None) -> str:
    return text.plain if text else ""


def _session(number: int, sitting: Sitting[Text]) -> Session:
    told = (_plain(each) for each in (sitting.time, sitting.place, sitting.trainer, sitting.audience))
    return Session(number, sitting.date, *told)
