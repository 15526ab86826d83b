"""emergency: what to do first and whom to call, on one page; what to say and who reports outside, on the next."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.layout.blocks import Block, Column, Panel, Row, Space, Stack, Words
from deckgen.layout.contents import contact_lines, content, part_of, phone_number, units_of
from deckgen.layout.context import Context
from deckgen.layout.kit import Kit, TextStyle
from deckgen.layout.palette import DANGER, INK, MUTED, PAPER, SURFACE, TEXT, outline
from deckgen.layout.slides.parts import flow_chain, heading_row, number_badge
from deckgen.layout.splitting import Unit, whole_units
from deckgen.model.slides import ContactRow, EmergencySlide
from deckgen.model.slots import Contact, Filling, Items, Prose
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import ColourRole
from deckgen.units import mm, pt

Slide = EmergencySlide[Text, Filling]
Rows = Sequence[ContactRow[Text, Filling]]
_NOTHING: Items[Text] = Items(())
_ACTIONS, _CONTACTS, _REPORT, _FLOWS = range(4)


def compose(slide: Slide, context: Context) -> Block:
    if _has(slide.actions) or context.is_first:
        return _at_once(slide, context)
    if slide.contacts:
        return _contacts(context.kit, slide.contacts, context.start)
    return _report(slide, context)


def _has(filling: Filling) -> bool:
    return not isinstance(filling, Items) or bool(filling.items)


def _at_once(slide: Slide, context: Context) -> Block:
    """Steps at the left; until when, and the first numbers to call, at the right."""
    kit = context.kit
    steps = _steps(kit, slide.actions, context.start)
    side: list[Block] = [_deadline(kit, slide.deadline)] if context.is_first else []
    peers = _numbers(slide.contacts)
    side += [_contact(kit, row, index, peers) for index, row in enumerate(slide.contacts, 1)]
    if not side:
        return steps
    return Row([Column(steps, share=1.55), Column(Stack(side, gap=pt(8), spare="fill"), share=1.0)], gutter=mm(7))


def _deadline(kit: Kit, deadline: Filling) -> Block:
    head = heading_row(kit, "clock-exclamation", plain_text("社内への報告"), "deadline", "danger")
    body = (
        Words(kit, [deadline.text], TextStyle("heading", bold=True, colour=DANGER, pitch=1.3), "deadline")
        if isinstance(deadline, Prose)
        else content(kit, deadline, "deadline")
    )
    inner = Stack([head, body], gap=pt(5))
    return Panel(kit, inner, "deadline", fill=kit.soft("danger"), stroke=outline("danger", 2),
                 padding=(pt(14), pt(9), pt(12), pt(9)), radius=pt(8), anchor="middle")  # fmt: skip


def _steps(kit: Kit, actions: Filling, start: int) -> Block:
    if not isinstance(actions, Items):
        return content(kit, actions, "actions")
    cards = [_step(kit, text, start + index) for index, text in enumerate(actions.items)]
    return Stack(cards, gap=pt(7), spare="even")


def _step(kit: Kit, text: Text, number: int) -> Block:
    size = kit.em("heading", 1.5)
    first = number == 1
    badge = number_badge(kit, number, size, f"action-{number}-number", DANGER if first else INK)
    words = Words(kit, [text], TextStyle("body", bold=first, anchor="middle"), f"action-{number}", is_body=True)
    row = Row([Column(badge, size), Column(words)], gutter=pt(11))
    return Panel(kit, row, f"action-{number}", fill=SURFACE, padding=(pt(12), pt(7), pt(12), pt(7)), anchor="middle")


def _contacts(kit: Kit, rows: Rows, first: int) -> Block:
    """Every number to call, one below the other as in a telephone list: an eye in a hurry runs down one column."""
    peers = _numbers(rows)
    cards = [_listed(kit, row, index, peers) for index, row in enumerate(rows, first)]
    return Stack(cards, gap=pt(7), spare="even")


def _numbers(rows: Rows) -> tuple[Text, ...]:
    """The numbers of one page: all have one size, as none is more important for being shorter."""
    return tuple(row.contact.phone for row in rows if isinstance(row.contact, Contact) and row.contact.phone)


def _listed(kit: Kit, row: ContactRow[Text, Filling], index: int, peers: Sequence[Text]) -> Block:
    """For what, and who, at the left; the number in the middle; the rest at the right."""
    name = f"contact-{index}"
    whom: list[Block] = [_duty(kit, row, name)]
    if isinstance(row.contact, Contact):
        style = TextStyle("body", bold=True, colour=INK, pitch=1.25)
        whom.append(Words(kit, [row.contact.role], style, f"{name}-role"))
        how = _reached(kit, row.contact, name, peers)
    else:
        how = content(kit, row.contact, name)
    columns = [Column(Stack(whom, spare="middle"), share=1.0), Column(Stack([how], spare="middle"), share=1.85)]
    is_first = index == 1
    return Panel(kit, Row(columns, gutter=pt(16)), name, fill=kit.soft("danger") if is_first else SURFACE,
                 stroke=outline("danger", 2) if is_first else None,
                 padding=(pt(16), pt(5), pt(12), pt(5)), radius=pt(8), anchor="middle")  # fmt: skip


def _reached(kit: Kit, contact: Contact[Text], name: str, peers: Sequence[Text]) -> Block:
    if not contact.phone:
        instead = [text for text in (contact.note, contact.mail, contact.hours) if text]
        style = TextStyle("body", colour=TEXT, gap=0.1, pitch=1.3)
        return Words(kit, instead, style, f"{name}-details") if instead else Space()
    number = Stack([phone_number(kit, contact.phone, name, "title", peers)], spare="middle")
    details = [text for text in (contact.mail, contact.hours, contact.note) if text]
    style = TextStyle("label", colour=TEXT, gap=0.1, pitch=1.3, anchor="middle")
    return Row(
        [Column(number, share=1.1), Column(Words(kit, details, style, f"{name}-details") if details else Space())],
        gutter=pt(14),
    )


def _duty(kit: Kit, row: ContactRow[Text, Filling], name: str) -> Block:
    return Words(kit, [row.duty], TextStyle("label", bold=True, colour=MUTED, pitch=1.25), f"{name}-duty")


def _contact(kit: Kit, row: ContactRow[Text, Filling], index: int, peers: Sequence[Text]) -> Block:
    """A card, one of the two that stand beside the steps."""
    name = f"contact-{index}"
    if isinstance(row.contact, Contact):
        body = contact_lines(kit, row.contact, name, peers=peers)
    else:
        body = content(kit, row.contact, name, "small")
    tone: ColourRole = "danger" if index == 1 else "primary"
    inner = Stack([_duty(kit, row, name), body], gap=pt(2))
    return Panel(kit, inner, name, fill=PAPER, stroke=outline(tone, 2 if index == 1 else 1.25),
                 padding=(pt(12), pt(8), pt(10), pt(8)), radius=pt(8), anchor="middle")  # fmt: skip


def _report(slide: Slide, context: Context) -> Block:
    """What to say at the left, the two ways of reporting at the right."""
    kit = context.kit
    columns: list[Column] = []
    if _has(slide.report_items):
        style_name = "report-items"
        inner = Stack(
            [
                heading_row(kit, "phone-call", plain_text("最初の報告で伝えること"), style_name),
                content(kit, _boxed(slide.report_items), style_name, "body"),
            ],
            gap=kit.em("body", 0.6),
            growing=1,
        )
        columns.append(
            Column(Panel(kit, inner, style_name, padding=(pt(16), pt(14), pt(14), pt(14)), radius=pt(8)), share=1.0)
        )
    if slide.flows:
        chains: list[Block] = [
            flow_chain(kit, flow, f"flow-{index}", "danger" if index == 1 else "secondary")
            for index, flow in enumerate(slide.flows, 1)
        ]
        columns.append(Column(Stack(chains, gap=pt(10), spare="even"), share=1.6))
    return Row(columns, gutter=mm(6))


def _boxed(filling: Filling) -> Filling:
    return replace(filling, ordered=False) if isinstance(filling, Items) else filling


def sheets(slide: Slide) -> tuple[Slide, ...]:
    """What must be found within seconds stands alone, with the first two numbers; then every number; then what is said
    in the call, and who reports outside.
    """
    at_once = replace(slide, contacts=slide.contacts[:2], report_items=_NOTHING, flows=())
    numbers = replace(slide, actions=_NOTHING, report_items=_NOTHING, flows=())
    report = replace(slide, actions=_NOTHING, contacts=())
    further = ((numbers, bool(slide.contacts)), (report, _has(slide.report_items) or bool(slide.flows)))
    return (at_once, *(sheet for sheet, is_wanted in further if is_wanted))


def units(slide: Slide) -> tuple[Unit, ...]:
    found: tuple[Unit, ...] = units_of(slide.actions, _ACTIONS) if _has(slide.actions) else ()
    found += whole_units(_CONTACTS, len(slide.contacts))
    if _has(slide.report_items):
        found += units_of(slide.report_items, _REPORT)
    return found + whole_units(_FLOWS, len(slide.flows), weight=120)


def take(slide: Slide, kept: Sequence[Unit]) -> Slide:
    def filling(whole: Filling, group: int) -> Filling:
        mine = [unit for unit in kept if unit.key[0] == group]
        return part_of(whole, [unit.text for unit in mine if unit.text]) if mine else _NOTHING

    return replace(
        slide,
        actions=filling(slide.actions, _ACTIONS),
        contacts=tuple(slide.contacts[unit.key[1]] for unit in kept if unit.key[0] == _CONTACTS),
        report_items=filling(slide.report_items, _REPORT),
        flows=tuple(slide.flows[unit.key[1]] for unit in kept if unit.key[0] == _FLOWS),
    )
