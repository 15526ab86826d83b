"""What the record says, whatever it is written on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.model.publication import Publication
from deckgen.model.text import Text
from deckgen.model.training import Person, Sitting
from deckgen.text.dates import japanese_date
from deckgen.text.editions import issue_named, version_named, year_named
from deckgen.writers.handout.durations import duration
from deckgen.writers.rendered import MadeFile

NAME = "教育実施報告書"
EXPECTED, REPORTED = "対象人数", "報告日"
EDITED = "手直しあり"
"""Of a file that somebody changed after it was made, in the place of its number of pages."""
APPROVALS = ("作成", "確認", "承認")
"""Who seals a report where the company says nothing else."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A part of the training."""

    title: str
    slides: str
    """Numbers of its slides."""
    minutes: float

    @property
    def time(self) -> str:
        """The minutes as people say them."""
        return duration(self.minutes)


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


PRESENT, ABSENT, MADE_UP, UNTRAINED, RATE = "当日の出席", "当日の欠席", "うち補講を受けた人", "未受講", "受講率"
SAT, PASSED, PASSED_LATER, FAILED, PASS_RATE, MEAN = (
    "受験した人", "合格した人", "うち再試験で合格した人", "不合格の人", "合格率", "平均点（1回目）",
)  # fmt: skip
SESSIONS, SESSION_COLUMNS = "実施した回", ("回", "日", "時間", "場所", "講師", "対象", "受講者")
ABSENTEES = "欠席した人"


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

    @property
    def approvals(self) -> tuple[str, ...]:
        """Labels of the boxes for seals, in order."""
        return tuple(label.plain for label in self.publication.course.training.approvals) or APPROVALS

    @property
    def edition(self) -> str:
        """The edition of the material, with that of the course that it was made from."""
        course = self.publication.course
        edition = course.edition
        own = f"{year_named(edition)}版　{version_named(edition)}（{issue_named(edition)}）"
        return f"{own}　教材の版：{course.course_edition}"

    def particulars(self) -> tuple[tuple[str, str], ...]:
        """Labels with values; an empty value is filled in later."""
        course = self.publication.course
        training, session = course.training, course.session
        sittings = training.sessions
        return (
            ("文書番号", _plain(training.number)),
            (REPORTED, japanese_date(training.reported_on) if training.reported_on else ""),
            ("宛先", _plain(training.addressee)),
            ("教育の名称", course.title.plain),
            ("教育計画", _plain(training.plan)),
            ("実施日・期間", _plain(training.period) or session.date or _once(_day(each) for each in sittings)),
            ("場所", session.place or _once(_plain(each.place) for each in sittings)),
            ("方法", _plain(training.method)),
            ("講師", session.trainer or _once(_plain(each.trainer) for each in sittings)),
            ("対象者", _plain(training.audience)),
            (EXPECTED, f"{self.expected}人" if self.expected else ""),
            ("理解度の確認", self.understanding),
            ("資料の版", self.edition),
            ("記録の保管", _plain(training.retention)),
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
        return told or (f"{quiz.title.plain}（{len(quiz.items)}問、{quiz.pass_points}点以上で合格）" if quiz else "")

    def sessions(self) -> tuple[Session, ...]:
        """The sessions one by one, where there is more than one."""
        sittings = self.publication.course.training.sessions
        return tuple(_session(number, each) for number, each in enumerate(sittings, 1)) if len(sittings) > 1 else ()

    def lessons(self) -> tuple[Lesson, ...]:
        """The parts of the training with their slides and minutes."""
        return tuple(
            Lesson(part.title.plain, self.publication.numbers(part.slide_ids), part.minutes)
            for part in self.publication.course.parts
        )

    @property
    def minutes(self) -> float:
        """Of the whole training."""
        return sum(part.minutes for part in self.publication.course.parts)

    def topics(self) -> tuple[Topic, ...]:
        """What this company's training must cover, and where it does."""
        return tuple(
            Topic(requirement.label, requirement.source, "、".join(self._covering(requirement.id)))
            for requirement in self.publication.course.requirements
        )

    def attendance(self) -> tuple[Result, ...]:
        """How many attended; absent is who was not there on the day, whether trained since or not."""
        expected = Result(EXPECTED, "人", str(self.expected or ""))
        people = (PRESENT, ABSENT, MADE_UP, UNTRAINED)
        return (expected, *(Result(name, "人") for name in people), Result(RATE, "％"))

    def test(self) -> tuple[Result, ...]:
        """How many passed; nothing where there is no test."""
        quiz = self.publication.course.quiz
        if not quiz:
            return ()
        line = Result(f"合格点（{len(quiz.items)}点満点）", "点", str(quiz.pass_points))
        people = (PASSED, PASSED_LATER, FAILED, SAT)
        return (line, *(Result(name, "人") for name in people), Result(PASS_RATE, "％"), Result(MEAN, "点"))

    def remarks(self) -> tuple[tuple[str, str], ...]:
        """Labels with what is written there beforehand."""
        return (
            (ABSENTEES, ""),
            ("補講（日・方法）", self.makeup),
            ("再教育", self.retraining),
            ("評価・気づいたこと", ""),
            ("次回に向けた改善", ""),
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
                yield f"{self.publication.numbers((slide.id,))}「{slide.title.plain}」"


def _plain(text: Text | None) -> str:
    return text.plain if text else ""


def _once(values: Iterable[str]) -> str:
    """Values in a row, each once."""
    return "、".join(dict.fromkeys(filter(None, values)))


def _day(sitting: Sitting[Text]) -> str:
    day = japanese_date(sitting.date) if sitting.date else ""
    return f"{day} {_plain(sitting.time)}".strip()


def _session(number: int, sitting: Sitting[Text]) -> Session:
    told = (_plain(each) for each in (sitting.time, sitting.place, sitting.trainer, sitting.audience))
    return Session(number, sitting.date, *told)
