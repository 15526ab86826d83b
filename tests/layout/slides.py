"""A course with a slide of every kind, its texts supplied from outside: by hand, or by hypothesis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.blocks import ContentColumn
from deckgen.model.course import Course, Edition, MergedSlide, Part, Session
from deckgen.model.pieces import (
    Bar,
    ContactRow,
    Figure,
    Group,
    Question,
    Reference,
    Setting,
    Topic,
)
from deckgen.model.slides import (
    AgendaSlide,
    BreakSlide,
    CaseSlide,
    ChangeMapSlide,
    ChartSlide,
    ChecklistSlide,
    ClosingSlide,
    ContentSlide,
    CoverSlide,
    DiscussionSlide,
    EmergencySlide,
    ObjectivesSlide,
    PictureSlide,
    QuestionsSlide,
    ReferencesSlide,
    RiskMapSlide,
    RulesSlide,
    SectionSlide,
    SelfCheckSlide,
    TableSlide,
    TextSlide,
    TopicsSlide,
    TwoFlowsSlide,
)
from deckgen.model.slots import Filling, History, Items, Missing, Prose
from deckgen.model.text import Paragraph, Run, Text, plain_text
from tests.layout import content_blocks
from tests.layout.supply import CHECKED, ICON, SCENE, Supply, image


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields that every slide has."""

    supply: Supply
    id: str
    notes: Text = field(default_factory=lambda: plain_text("ゆっくり読みます。"))

    @property
    def fields(self) -> dict[str, object]:
        return {"id": self.id, "title": self.supply.title(), "notes": self.notes, "minutes": 2.0}


Maker = Callable[[Supply, dict[str, object]], MergedSlide]


def _cover(s: Supply, f: dict[str, object]) -> MergedSlide:
    return CoverSlide(**f, subtitle=s.optional(), scene=SCENE if s.maybe() else None)  # type: ignore[arg-type]


def _text(s: Supply, f: dict[str, object]) -> MergedSlide:
    callout = s.callout() if s.maybe() else None
    return TextSlide(**f, lead=s.optional(), points=s.points(1, 6), callout=callout)  # type: ignore[arg-type]


def _content(s: Supply, f: dict[str, object]) -> MergedSlide:
    def column() -> ContentColumn[Text, Filling]:
        kinds = [s.choose([*content_blocks.MAKERS]) for _ in range(s.count(1, 3))]
        return ContentColumn(blocks=tuple(content_blocks.MAKERS[kind](s) for kind in kinds))

    columns = tuple(column() for _ in range(s.count(1, 3)))
    return ContentSlide(**f, lead=s.optional(), columns=columns)  # type: ignore[arg-type]


def _agenda(s: Supply, f: dict[str, object]) -> MergedSlide:
    return AgendaSlide(**f, lead=s.optional())  # type: ignore[arg-type]


def _section(s: Supply, f: dict[str, object]) -> MergedSlide:
    return SectionSlide(**f, lead=s.optional(), icon=s.icon())  # type: ignore[arg-type]


def _change_map(s: Supply, f: dict[str, object]) -> MergedSlide:
    return ChangeMapSlide(
        **f,  # type: ignore[arg-type]
        lead=s.optional(),
        person=s.spot(),
        origin=s.spot(),
        destinations=tuple(s.spot() for _ in range(s.count(1, 4))),
        changes=s.points(1, 5),
        luggage=s.heading(),
    )


def _case(s: Supply, f: dict[str, object]) -> MergedSlide:
    return CaseSlide(
        **f,  # type: ignore[arg-type]
        setting=s.heading(),
        scene=SCENE,
        incidents=s.lines(1, 3),
        causes=s.lines(1, 4),
        source=s.optional(),
    )


def _chart(s: Supply, f: dict[str, object]) -> MergedSlide:
    bars = tuple(
        Bar(label=s.heading(), value=1234.5 * index, share=12.3 if s.maybe() else None, highlight=index == 1)
        for index in range(1, s.count(1, 6) + 1)
    )
    figures = tuple(Figure(value=s.placed(f"{n},322件"), label=s.heading()) for n in range(s.count(0, 6)))
    return ChartSlide(
        **f,  # type: ignore[arg-type]
        alt="件数の棒グラフ",
        unit="件",
        bars=bars,
        figures=figures,
        message=s.line(),
        source=s.line(),
        published_on=date(2025, 8, 29),
        checked_on=CHECKED,
    )


def _risk_map(s: Supply, f: dict[str, object]) -> MergedSlide:
    settings = tuple(Setting(label=s.heading(), icon=ICON, risks=s.points(1, 7)) for _ in range(s.count(1, 3)))
    return RiskMapSlide(**f, lead=s.optional(), settings=settings)  # type: ignore[arg-type]


def _checklist(s: Supply, f: dict[str, object]) -> MergedSlide:
    groups = tuple(Group(heading=s.heading(), icon=ICON, items=s.lines(1, 5)) for _ in range(s.count(1, 5)))
    return ChecklistSlide(**f, groups=groups, callout=s.callout() if s.maybe() else None)  # type: ignore[arg-type]


def _discussion(s: Supply, f: dict[str, object]) -> MergedSlide:
    prompts: Filling = Items(s.lines(1, 8)) if s.maybe() else Missing("話し合いの題", Place("slots.yaml", 9, 1))
    return DiscussionSlide(**f, question=s.heading(), prompts=prompts, steps=s.lines(0, 4))  # type: ignore[arg-type]


def _self_check(s: Supply, f: dict[str, object]) -> MergedSlide:
    questions = tuple(Question(question=s.line(), hint=s.optional()) for _ in range(s.count(1, 6)))
    return SelfCheckSlide(**f, lead=s.optional(), questions=questions, verdict=s.line())  # type: ignore[arg-type]


def _objectives(s: Supply, f: dict[str, object]) -> MergedSlide:
    return ObjectivesSlide(**f, lead=s.optional(), goals=s.lines(1, 7))  # type: ignore[arg-type]


def _closing(s: Supply, f: dict[str, object]) -> MergedSlide:
    return ClosingSlide(**f, lead=s.optional(), takeaways=s.lines(1, 7), callout=s.callout())  # type: ignore[arg-type]


def _break(s: Supply, f: dict[str, object]) -> MergedSlide:
    return BreakSlide(**f, text=s.optional())  # type: ignore[arg-type]


def _questions(s: Supply, f: dict[str, object]) -> MergedSlide:
    contact = s.contact() if s.maybe() else None
    return QuestionsSlide(**f, text=s.optional(), contact=contact)  # type: ignore[arg-type]


def _two_flows(s: Supply, f: dict[str, object]) -> MergedSlide:
    return TwoFlowsSlide(**f, flows=(s.flow(), s.flow()), conclusion=s.optional())  # type: ignore[arg-type]


def _topic(s: Supply) -> Topic[Text, Filling]:
    return Topic(heading=s.heading(), icon=ICON, content=s.filling())


def _topics(s: Supply, f: dict[str, object]) -> MergedSlide:
    topics = tuple(_topic(s) for _ in range(s.count(1, 5)))
    return TopicsSlide(**f, lead=s.optional(), topics=topics)  # type: ignore[arg-type]


def _rules(s: Supply, f: dict[str, object]) -> MergedSlide:
    rules = tuple(_topic(s) for _ in range(s.count(1, 6)))
    return RulesSlide(**f, lead=s.optional(), rules=rules)  # type: ignore[arg-type]


def _emergency(s: Supply, f: dict[str, object]) -> MergedSlide:
    rows: tuple[ContactRow[Text, Filling], ...] = tuple(
        ContactRow(duty=s.line(), contact=s.contact(), after_hours=s.maybe() and n == 2) for n in range(s.count(1, 8))
    )
    return EmergencySlide(
        **f,  # type: ignore[arg-type]
        actions=s.steps(),
        deadline=Prose(s.line()),
        report_items=Items(s.lines(1, 8)),
        contacts=rows,
        flows=(s.flow(), s.flow()) if s.maybe() else (),
    )


def _references(s: Supply, f: dict[str, object]) -> MergedSlide:
    references = tuple(
        Reference(
            title=s.line(),
            publisher=s.line(),
            edition=s.optional(),
            url=f"https://www.example.go.jp/guide/{n}" if s.maybe() else None,
            checked_on=CHECKED,
            note=s.optional(),
        )
        for n in range(s.count(1, 7))
    )
    return ReferencesSlide(**f, references=references, credit=s.optional())  # type: ignore[arg-type]


def _table(s: Supply, f: dict[str, object]) -> MergedSlide:
    columns = s.count(1, 4)
    rows = tuple(tuple(s.line() for _ in range(columns)) for _ in range(s.count(1, 9)))
    return TableSlide(
        **f,  # type: ignore[arg-type]
        lead=s.optional(),
        columns=tuple(s.heading() for _ in range(columns)),
        widths=tuple(1.0 + n for n in range(columns)) if s.maybe() else (),
        rows=rows,
        row_headers=s.maybe(),
    )


def _picture(s: Supply, f: dict[str, object]) -> MergedSlide:
    if s.maybe():
        return PictureSlide(**f, scene=SCENE, caption=s.optional())  # type: ignore[arg-type]
    picture = image(*((8, 4) if s.maybe() else (3, 90)))
    return PictureSlide(**f, file=picture, alt="写真", caption=s.optional())  # type: ignore[arg-type]


MAKERS: dict[str, Maker] = {
    "cover": _cover, "text": _text, "content": _content,
    "objectives": _objectives, "closing": _closing, "break": _break, "questions": _questions,
    "agenda": _agenda, "section": _section, "change-map": _change_map, "case": _case,
    "chart": _chart, "risk-map": _risk_map, "checklist": _checklist, "discussion": _discussion,
    "self-check": _self_check, "two-flows": _two_flows, "topics": _topics, "rules": _rules, "emergency": _emergency,
    "references": _references, "table": _table, "picture": _picture,
}  # fmt: skip


def slide(kind: str, supply: Supply, slide_id: str = "slide-1") -> Any:
    """A slide of a kind; of any type, so that tests may change what only that kind has."""
    return MAKERS[kind](supply, Frame(supply, slide_id).fields)


def parts_of(slides: Sequence[MergedSlide]) -> tuple[Part, ...]:
    """The parts as the merge makes them: each section slide opens one."""
    groups: list[list[MergedSlide]] = [[]]
    for each in slides:
        if each.kind == "section" and groups[-1]:
            groups.append([])
        groups[-1].append(each)
    return tuple(
        Part(
            title=group[0].title,
            minutes=sum(each.minutes for each in group),
            slide_ids=tuple(each.id for each in group),
            numbered=group[0].kind == "section",
        )
        for group in groups
        if group
    )


def course(*slides: MergedSlide, **values: object) -> Course:
    """A course of some slides, handed out by a company of no particular length of name."""
    known: dict[str, object] = {
        "id": "privacy",
        "title": plain_text("個人情報の取扱い"),
        "edition": Edition(
            fiscal_year=2026, version="1.2", issued_on=date(2026, 11, 2), next_review=None, confidentiality="社外秘"
        ),
        "course_edition": "2026.1",
        "company_id": "midori",
        "company_name": "みどり精機株式会社",
        "short_name": "みどり精機",
        "logo": None,
        "session": Session(),
        "history": History(()),
        "slides": slides,
        "parts": parts_of(slides),
        "requirements": (),
        "is_draft": False,
    }
    return Course(**(known | values))  # type: ignore[arg-type]


def text(*paragraphs: str | Paragraph) -> Text:
    """Running text."""
    made = (each if isinstance(each, Paragraph) else Paragraph((Run(each),)) for each in paragraphs)
    return Text(tuple(made), Place("course.yaml", 9, 5))
