"""emergency: what to do first, with whom to call beside it; every other number; what to say; who reports outside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby

from deckgen.layout.blocks import Block, Words
from deckgen.layout.cards import Card, Passage
from deckgen.layout.choosing import Choice, OneLine
from deckgen.layout.content.contacts import ContactTable, duty
from deckgen.layout.context import Context
from deckgen.layout.fillings import contact_passages, content, joined_headings, part_of, passages, units_of
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, PAPER, PRIMARY, outline
from deckgen.layout.parts import disc, flow_chain, heading
from deckgen.layout.splitting import Unit, continued_heading, grouped, whole_units
from deckgen.layout.stacking import Column, Row, Stack, equal_row
from deckgen.model.course import Course
from deckgen.model.pieces import ContactRow
from deckgen.model.slides import EmergencySlide
from deckgen.model.slots import Case, Contact, Filling, Items, Prose, step_numbers
from deckgen.model.text import Text, plain_text
from deckgen.units import mm, pt
from deckgen.wording import Wording

_NOTHING: Items[Text] = Items(())
_ACTIONS, _CONTACTS, _REPORT, _FLOWS = range(4)


@dataclass(frozen=True, slots=True)
class Step:
    """A step, or what is done in one case alone."""

    number: int | None
    """None for what is done in one case alone."""
    position: int
    """In the list, from 1."""
    entry: Text | Case[Text]


@dataclass(frozen=True, slots=True)
class Line:
    """Whom to reach."""

    position: int
    """Among the slide's contacts, from 1."""
    row: ContactRow[Text, Filling]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(EmergencySlide[Text, Filling]):
    """An emergency slide, or what one page shows of it."""

    actions: Filling
    report_items: Filling
    steps: tuple[Step, ...]
    calls: tuple[Line, ...]
    """Whom to call first: by day, and at night."""
    others: tuple[Line, ...]
    told: Text
    """The heading over what to say."""


def prepare(slide: EmergencySlide[Text, Filling], course: Course) -> Slide:
    """The slide with its steps numbered, and with whom to call first apart from the others."""
    actions = slide.actions or _NOTHING
    entries = actions.items if isinstance(actions, Items) else ()
    numbers = enumerate(zip(step_numbers(entries), entries, strict=True), 1)
    lines = [Line(position, row) for position, row in enumerate(slide.contacts, 1)]
    calls = [line for line in lines if line.position == 1 or line.row.after_hours]
    said = {each.name: getattr(slide, each.name) for each in fields(slide)}
    return Slide(
        **said | {"actions": actions, "report_items": slide.report_items or _NOTHING},
        steps=tuple(Step(number, position, entry) for position, (number, entry) in numbers),
        calls=tuple(calls),
        others=tuple(line for line in lines if line not in calls),
        told=plain_text(course.words.say("tell-first")),
    )


def compose(slide: Slide, context: Context) -> Block:
    """Whatever the page holds of it, in order of urgency."""
    blocks = [*_sections(slide, context)]
    return blocks[0] if len(blocks) == 1 else Stack(blocks, gap=pt(10), spare="fill")


def _sections(slide: Slide, context: Context) -> Iterator[Block]:
    if context.is_first:
        yield from _at_once(context.kit, slide)
    elif _has(slide.actions):
        yield _steps(context.kit, slide.steps) if slide.steps else content(context.kit, slide.actions, "actions")
    others = [ContactTable(context.kit, [line.row for line in slide.others], "contacts")] if slide.others else []
    report = [_report(slide, context)] if _has(slide.report_items) or slide.flows else []
    if context.is_first and others and report and not slide.flows and _are_short(slide.others):
        yield Choice([Stack([*others, *report], gap=pt(10), spare="fill"), equal_row([*others, *report], mm(6))])
    else:
        yield from (*others, *report)


def _are_short(lines: Sequence[Line]) -> bool:
    """Whether half a page is wide enough for whom to reach: a name and a number, and nothing beside them."""
    contacts = [line.row.contact for line in lines]
    return all(
        isinstance(each, Contact) and each.phone and not (each.mail or each.hours or each.note) for each in contacts
    )


def part_title(slide: Slide, words: Wording) -> Text | None:
    """What stands on a further page."""
    headings = [plain_text(words.say("first-steps") + words.say("continued"))] if _has(slide.actions) else []
    headings += [plain_text(words.say("other-contacts"))] if slide.others else []
    headings += [slide.told] if _has(slide.report_items) else []
    return joined_headings([*headings, *(flow.heading for flow in slide.flows)], words)


def _has(filling: Filling) -> bool:
    return not isinstance(filling, Items) or bool(filling.items)


# At once ------------------------------------------------------------------------------------------------------------


def _at_once(kit: Kit, slide: Slide) -> Iterator[Block]:
    """The first step with the numbers to call beside it, and the further steps below; or all steps beside the numbers,
    where those would take too much of the page's height. Nothing where a company has neither.
    """
    ways: list[Block] = []
    beside = [*_deadline(kit, slide.deadline), *_calls(kit, slide)]
    side = Stack(beside, gap=pt(8), spare="fill")
    if not _has(slide.actions):
        yield from [side] if beside else []
        return
    steps = _steps(kit, slide.steps) if slide.steps else content(kit, slide.actions, "actions")
    if slide.steps and slide.steps[0].number and slide.calls:
        first = _first_call(kit, slide)
        rest = slide.steps[1:]
        ways.append(Stack([first, _steps(kit, rest)], gap=pt(8), growing=1) if rest else first)
    ways.append(Row([Column(steps, share=1.55), Column(side, share=1.0)], gutter=mm(7)) if beside else steps)
    yield Choice(ways)


def _first_call(kit: Kit, slide: Slide) -> Block:
    """The first step and until when, at the left; whom to call, by day and at night, at the right."""
    step = slide.steps[0]
    assert not isinstance(step.entry, Case)
    style = TextStyle("heading", bold=True, colour=INK, pitch=1.3, marker="1.", mark=DANGER)
    told = [Passage(Words(kit, [step.entry], style, "")), *_until(kit, slide.deadline)]
    left = Card(kit, told, "action-1", fill=kit.soft("danger"), stroke=outline("danger", 2),
                padding=(pt(14), pt(10), pt(10), pt(10)), radius=pt(8), anchor="middle")  # fmt: skip
    calls = equal_row(_calls(kit, slide), pt(8))
    return Row([Column(left, share=1.0), Column(calls, share=0.75 * len(slide.calls))], gutter=pt(8))


def _until(kit: Kit, deadline: Filling | None) -> list[Passage]:
    if deadline is None:
        return []
    label = TextStyle("label", bold=True, colour=MUTED, pitch=1.25)
    named = Passage(Words(kit, [plain_text(kit.say("report-deadline"))], label, ""), kit.em("body", 0.5))
    return [named, *_when(kit, deadline, 0)]


def _when(kit: Kit, deadline: Filling, gap: int) -> list[Passage]:
    if not isinstance(deadline, Prose):
        return passages(kit, deadline, "deadline", gap=gap)
    style = TextStyle("heading", bold=True, colour=DANGER, pitch=1.3)
    return [Passage(Words(kit, [deadline.text], style, ""), gap)]


def _deadline(kit: Kit, deadline: Filling | None) -> list[Block]:
    if deadline is None:
        return []
    named = heading(kit, plain_text(kit.say("report-deadline")), "deadline")
    card = Card(kit, [named, *_when(kit, deadline, pt(5))], "deadline", fill=kit.soft("danger"),
                stroke=outline("danger", 2), padding=(pt(14), pt(9), pt(12), pt(9)), radius=pt(8), anchor="middle",
                icon=disc(kit, "clock-exclamation", "deadline", "danger"), side="head", gutter=pt(9))  # fmt: skip
    return [card]


def _calls(kit: Kit, slide: Slide) -> list[Block]:
    peers = _numbers(slide.calls)
    return [_call(kit, line, peers) for line in slide.calls]


def _call(kit: Kit, line: Line, peers: Sequence[Text]) -> Block:
    """A card: for what, whom, the number in large type, the rest."""
    name, contact = f"contact-{line.position}", line.row.contact
    told = [duty(kit, line.row.duty)]
    if isinstance(contact, Contact):
        told += contact_passages(kit, contact, name, peers=peers, largest="title")
    else:
        told += passages(kit, contact, name, "small", gap=pt(2))
    return Card(kit, told, name, fill=PAPER, stroke=outline("danger", 2 if line.position == 1 else 1.25),
                padding=(pt(12), pt(8), pt(10), pt(8)), radius=pt(8), anchor="middle")  # fmt: skip


# Steps --------------------------------------------------------------------------------------------------------------


def _steps(kit: Kit, steps: Sequence[Step]) -> Block:
    """Steps below one another; cases that follow one another side by side, as only one of them holds."""
    blocks: list[Block] = []
    for is_case, group in groupby(steps, key=lambda step: isinstance(step.entry, Case)):
        alike = [*group]
        blocks += [_cases(kit, alike)] if is_case else [_step(kit, step) for step in alike]
    return Stack(blocks, gap=pt(7), spare="fill" if any(not step.number for step in steps) else "even")


def _step(kit: Kit, step: Step) -> Block:
    assert isinstance(step.entry, Text)
    assert step.number
    first = step.number == 1
    style = TextStyle("body", bold=first, marker="1.", start=step.number, mark=DANGER if first else PRIMARY)
    return Card(kit, [Passage(Words(kit, [step.entry], style, ""))], f"action-{step.position}",
                padding=(pt(12), pt(7), pt(12), pt(7)), anchor="middle")  # fmt: skip


def _cases(kit: Kit, steps: Sequence[Step]) -> Block:
    """A lane for each case, in rows of at most three."""
    lanes = [_lane(kit, step) for step in steps]
    gap = pt(8)
    per_row = 2 if len(lanes) == 4 else 3
    rows = [equal_row(lanes[start : start + per_row], gap) for start in range(0, len(lanes), per_row)]
    return Stack(rows, gap=gap, spare="even")


def _lane(kit: Kit, step: Step) -> Block:
    assert isinstance(step.entry, Case)
    style = TextStyle(bold=True, colour=DANGER, pitch=1.3, is_heading=True)
    when = Passage(OneLine(kit, step.entry.when, ("body", "small"), style, ""))
    what = Passage(Words(kit, [step.entry.do], TextStyle("body"), ""), kit.em("small", 0.25))
    return Card(kit, [when, what], f"action-{step.position}", fill=PAPER, stroke=outline("danger", 1.25),
                padding=(pt(12), pt(9), pt(12), pt(9)), radius=pt(8))  # fmt: skip


def _numbers(lines: Sequence[Line]) -> tuple[Text, ...]:
    """The numbers of one list: all have one size, as none is more important for being shorter."""
    contacts = (line.row.contact for line in lines)
    return tuple(contact.phone for contact in contacts if isinstance(contact, Contact) and contact.phone)


# The report ---------------------------------------------------------------------------------------------------------


def _report(slide: Slide, context: Context) -> Block:
    """What to say at the left, the two ways of reporting at the right."""
    kit = context.kit
    columns: list[Column] = []
    if _has(slide.report_items):
        is_titled = not (context.is_first or slide.flows or slide.others or _has(slide.actions))
        columns.append(Column(_told(kit, slide, is_titled=is_titled), share=1.0))
    if slide.flows:
        chains: list[Block] = [
            flow_chain(kit, flow, f"flow-{index}", "danger" if index == 1 else "secondary")
            for index, flow in enumerate(slide.flows, 1)
        ]
        columns.append(Column(Stack(chains, gap=pt(10), spare="even"), share=1.6))
    return Row(columns, gutter=mm(6))


def _told(kit: Kit, slide: Slide, *, is_titled: bool) -> Block:
    """What to say, under its heading, unless that is the title of the page already."""
    name, pad = "report-items", pt(14)
    items = slide.report_items
    listed = replace(items, ordered=False) if isinstance(items, Items) else items
    told = passages(kit, listed, name, gap=kit.em("body", 0.6))
    if not is_titled:
        told.insert(0, heading(kit, slide.told, name))
    icon = disc(kit, "phone-call", name, times=2.6 if is_titled else 1.7)
    return Card(kit, told, name, padding=(pt(16), pad, pad, pad), radius=pt(8), icon=icon,
                anchor="middle" if is_titled else "top", side="beside" if is_titled else "head",
                gutter=pt(16 if is_titled else 9))  # fmt: skip


# Dividing -----------------------------------------------------------------------------------------------------------


def units(slide: Slide) -> tuple[Unit, ...]:
    """The steps, the further numbers, what to say, who reports: each together as long as a page holds it."""
    actions = units_of(slide.actions, _ACTIONS) if _has(slide.actions) else ()
    report = units_of(slide.report_items, _REPORT) if _has(slide.report_items) else ()
    contacts = whole_units(_CONTACTS, len(slide.others), weight=80)
    flows = whole_units(_FLOWS, len(slide.flows), weight=120)
    return tuple(grouped(section) for section in (actions, contacts, report, flows) if section)


def take(slide: Slide, kept: Sequence[Unit], words: Wording) -> Slide:
    """The slide with only some of its units; whom to call first stays with whatever opens it."""

    def mine(group: int) -> list[Unit]:
        return [unit for unit in kept if unit.key[0] == group]

    def filling(whole: Filling, group: int) -> Filling:
        return part_of(whole, mine(group)) if mine(group) else _NOTHING

    actions = filling(slide.actions, _ACTIONS)
    entries = actions.items if isinstance(actions, Items) else ()
    steps = (slide.steps[unit.key[1]] for unit in mine(_ACTIONS)) if slide.steps else ()
    return replace(
        slide,
        actions=actions,
        steps=tuple(replace(step, entry=entry) for step, entry in zip(steps, entries, strict=False)),
        others=tuple(slide.others[unit.key[1]] for unit in mine(_CONTACTS)),
        report_items=filling(slide.report_items, _REPORT),
        told=continued_heading(slide.told, mine(_REPORT), words) if mine(_REPORT) else slide.told,
        flows=tuple(slide.flows[unit.key[1]] for unit in mine(_FLOWS)),
    )
