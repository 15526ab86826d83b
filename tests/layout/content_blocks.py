"""A block of every type, its texts supplied from outside, as the slides of `tests/layout/slides.py` are."""

from collections.abc import Callable
from typing import Any

from deckgen.model.blocks import (
    Branch,
    CalloutBlock,
    ChartBlock,
    ComparisonBlock,
    ContactBlock,
    Definition,
    DefinitionsBlock,
    Event,
    FiguresBlock,
    LinkBlock,
    ListBlock,
    PeopleBlock,
    Person,
    PictureBlock,
    PointsBlock,
    QuestionBlock,
    QuoteBlock,
    RulesBlock,
    Series,
    Side,
    StepsBlock,
    TableBlock,
    TextBlock,
    TimelineBlock,
)
from deckgen.model.pieces import ContactRow, Figure, Topic
from deckgen.model.slots import Filling, Missing, Prose
from deckgen.model.text import Text, plain_text
from tests.layout.supply import ICON, SCENE, Supply, image

Maker = Callable[[Supply], Any]


def _text(s: Supply) -> TextBlock[Text, Filling]:
    filling: Filling = Prose(s.blocks()) if s.maybe() else Missing("連絡先", s.line().place)
    return TextBlock(heading=s.optional(), text=filling)


def _list(s: Supply) -> ListBlock[Text]:
    items: tuple[Text | Branch[Text], ...] = (s.line(), Branch(text=s.line(), items=s.lines(1, 4)), *s.lines(0, 8))
    return ListBlock(heading=s.optional(), items=items, ordered=s.maybe())


def _points(s: Supply) -> PointsBlock[Text]:
    return PointsBlock(heading=s.optional(), points=s.points(1, 6))


def _callout(s: Supply) -> CalloutBlock[Text, Filling]:
    return CalloutBlock(text=s.line(), icon=ICON, contact=s.contact() if s.maybe() else None)


def _steps(s: Supply) -> StepsBlock[Text]:
    return StepsBlock(heading=s.optional(), steps=s.points(1, 6))


def _timeline(s: Supply) -> TimelineBlock[Text]:
    events = tuple(Event(when=s.placed(f"{9 + n}:00"), text=s.line()) for n in range(s.count(1, 8)))
    return TimelineBlock(heading=s.optional(), events=events)


def _comparison(s: Supply) -> ComparisonBlock[Text]:
    form = s.choose(["do-dont", "before-after", "plain"])
    sides = tuple(Side(heading=s.heading(), items=s.lines(1, 6)) for _ in range(2))
    return ComparisonBlock(heading=s.optional(), form=form, sides=sides)  # type: ignore[arg-type]


def _figures(s: Supply) -> FiguresBlock[Text]:
    figures = tuple(Figure(value=s.placed(f"{n},322件"), label=s.heading()) for n in range(s.count(1, 6)))
    return FiguresBlock(heading=s.optional(), figures=figures, source=s.optional())


def _quote(s: Supply) -> QuoteBlock[Text]:
    return QuoteBlock(heading=s.optional(), text=s.line(), by=s.optional())


def _table(s: Supply) -> TableBlock[Text]:
    columns = s.count(1, 3)
    rows = tuple(tuple(s.line() for _ in range(columns)) for _ in range(s.count(1, 9)))
    heads = tuple(s.heading() for _ in range(columns))
    return TableBlock(heading=s.optional(), columns=heads, rows=rows, row_headers=s.maybe())


def _chart(s: Supply) -> ChartBlock[Text]:
    categories = tuple(s.heading() for _ in range(s.count(1, 6)))
    form = s.choose(["bar", "column", "line", "pie", "stacked"])
    names = [s.heading() for _ in range(1 if form == "pie" else s.count(1, 4))]
    values = tuple(12.5 * (at + 1) for at in range(len(categories)))
    series = tuple(Series(name=name, values=values) for name in names)
    return ChartBlock(
        heading=s.optional(),
        form=form,  # type: ignore[arg-type]
        alt="件数のグラフ",
        unit="件",
        categories=categories,
        series=series,
        source=s.optional(),
    )


def _picture(s: Supply) -> PictureBlock[Text]:
    if s.maybe():
        return PictureBlock(heading=s.optional(), scene=SCENE, caption=s.optional(), credit=s.optional())
    return PictureBlock(file=image(), alt="写真", caption=s.optional())


def _definitions(s: Supply) -> DefinitionsBlock[Text]:
    definitions = tuple(Definition(term=s.heading(), meaning=s.line()) for _ in range(s.count(1, 6)))
    return DefinitionsBlock(heading=s.optional(), definitions=definitions)


def _question(s: Supply) -> QuestionBlock[Text]:
    return QuestionBlock(
        heading=s.optional(), question=s.line(), choices=s.lines(0, 5), answer=plain_text("答えは手がかりに出ます")
    )


def _link(s: Supply) -> LinkBlock[Text]:
    return LinkBlock(heading=s.optional(), title=s.heading(), url="https://www.example.co.jp/form", text=s.optional())


def _people(s: Supply) -> PeopleBlock[Text]:
    def person() -> Person[Text]:
        return Person(role=s.heading(), name=s.optional(), duty=s.optional(), icon=ICON)

    head = person() if s.maybe() else None
    return PeopleBlock(heading=s.optional(), head=head, people=tuple(person() for _ in range(s.count(1, 7))))


def _contact(s: Supply) -> ContactBlock[Text, Filling]:
    rows: tuple[ContactRow[Text, Filling], ...] = tuple(
        ContactRow(duty=s.line(), contact=s.contact()) for _ in range(s.count(1, 5))
    )
    return ContactBlock(heading=s.optional(), contacts=rows)


def _rules(s: Supply) -> RulesBlock[Text, Filling]:
    rules = tuple(Topic(heading=s.heading(), icon=ICON, content=s.filling()) for _ in range(s.count(1, 6)))
    return RulesBlock(heading=s.optional(), rules=rules)


MAKERS: dict[str, Maker] = {
    "text": _text, "list": _list, "points": _points, "steps": _steps, "timeline": _timeline, "comparison": _comparison,
    "figures": _figures, "quote": _quote, "table": _table, "chart": _chart, "picture": _picture,
    "definitions": _definitions, "callout": _callout, "question": _question,
    "link": _link, "people": _people, "contact": _contact, "rules": _rules,
}  # fmt: skip
