"""The poster: to be read from some steps away, the first numbers from across the room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.layout.blocks import Block, Panel, Scannable
from deckgen.layout.choosing import Lowest
from deckgen.layout.kit import Kit, Overfull, TextStyle
from deckgen.layout.links import links_of
from deckgen.layout.palette import DANGER, INK, MUTED, PAPER, outline
from deckgen.layout.papers.calls import Call, Emergency, numbered
from deckgen.layout.papers.pieces import (
    AtLeast,
    Compose,
    Fitting,
    Missing,
    Rule,
    company_line,
    edition_line,
    fitted,
    glyph,
    holds,
    kit_of,
    left_out,
    line_width,
    name_cut,
    smallest,
    step,
    words,
)
from deckgen.layout.stacking import Column, Row, Space, Stack
from deckgen.model.course import Course
from deckgen.model.frames import Box, Colour, Item, Placeholder, Stroke, WholePaper, WholeSheet
from deckgen.model.text import Text, plain_text
from deckgen.model.theme import PaperForm, Theme
from deckgen.text.qr_codes import code_of
from deckgen.units import mm, pt

_LARGE = 3
"""Numbers to be read from across the room: by day, at night, and where nobody answers."""
_CALLS_ROOM = 0.8
"""Share of the poster below its head that the numbers may take."""
_LESS_ROOM = (0.65, 0.5)
"""What they may take where the steps could not be read otherwise."""
_CODE = mm(20)
"""Side of a code, quiet zone and all."""
_ICON = mm(24)
_GAP = mm(4)
"""Between head, numbers, steps and foot."""
_TITLE = TextStyle("title", bold=True, colour=PAPER, pitch=1.3)
_LEAD = TextStyle("heading", share=0.8, bold=True, colour=PAPER, pitch=1.35)
_DUTY = TextStyle("heading", bold=True, colour=DANGER, pitch=1.3)
_NUMBER = TextStyle("display", bold=True, colour=INK, pitch=1.05)
_FURTHER = TextStyle("heading", share=0.9, bold=True, colour=INK, pitch=1.2, anchor="middle")
_LABEL = TextStyle("label", bold=True, anchor="middle")
_DETAILS = TextStyle("small", anchor="middle")
_WHO = TextStyle("label", anchor="middle")


def lay_out_poster(course: Course, emergency: Emergency, theme: Theme) -> WholePaper:
    """One sheet to hang up, and what found no room on it."""
    return _Poster(course, emergency, theme.poster, kit_of(theme, theme.poster, "poster", course.words)).paper()


@dataclass(frozen=True, slots=True)
class _Poster:
    course: Course
    emergency: Emergency
    form: PaperForm
    kit: Kit

    def paper(self) -> WholePaper:
        """The sheet."""
        head, foot, others = self._head(), self._foot(), [*self._no_room()]
        room = self.form.height - head.height(self.form.width) - foot.height(self._inner) - 3 * _GAP - self.form.margin
        until = "" if others else self._until

        def compose(kit: Kit, calls: Sequence[Call]) -> Block:
            return _numbers(kit, until, calls)

        def plan(share: float, steps: Compose[Text]) -> _Plan:
            return self._plan(compose, steps, room, share)

        ways = ((_CALLS_ROOM, self._lines), *((share, self._legible) for share in (_CALLS_ROOM, *_LESS_ROOM)))
        whole = (each for each in (plan(*way) for way in ways) if each.holds(self.emergency))
        found = next(whole, None) or plan(_CALLS_ROOM, self._steps)
        missing = left_out("@poster", self.emergency, found.shown, found.done, others)
        return WholePaper(
            sheets=(
                WholeSheet(
                    title=self.kit.say("poster-title"),
                    width=self.form.width,
                    height=self.form.height,
                    items=tuple(self._draw(head, found, foot)),
                ),
            ),
            findings=(*missing, *name_cut("@poster", self.course, self._company())),
        )

    def _plan(self, compose: Compose[Call], compose_steps: Compose[Text], room: int, share: float) -> "_Plan":
        """Numbers in a share of the room, and steps in what they leave."""
        numbers, shown = fitted(compose, self.kit, self.emergency.calls, self._inner, round(room * share))
        left = room - numbers.height(self._inner)
        steps, done = fitted(compose_steps, self.kit, self.emergency.actions, self._inner, left)
        return _Plan(numbers, shown, steps, done)

    def _draw(self, head: Block, plan: "_Plan", foot: Block) -> Iterator[Item]:
        form, inner, numbers = self.form, self._inner, plan.numbers
        end = form.height - form.margin - foot.height(inner)
        top = head.height(form.width)
        yield from head.draw(Box(0, 0, form.width, top))
        top += _GAP
        yield from numbers.draw(Box(form.margin, top, inner, numbers.height(inner)))
        top += numbers.height(inner) + _GAP
        yield from plan.steps.draw(Box(form.margin, top, inner, end - _GAP - top))
        yield from foot.draw(Box(form.margin, end, inner, foot.height(inner)))

    @property
    def _inner(self) -> int:
        """Width between the margins."""
        return self.form.width - 2 * self.form.margin

    @property
    def _until(self) -> str:
        deadline = self.emergency.deadline
        return self.kit.say("poster-deadline", deadline=deadline) if deadline else ""

    def _no_room(self) -> Iterator[Missing]:
        """The deadline, where it alone would fill the poster."""
        block = _deadline(smallest(self.kit), self._until)
        if self._until and not holds(block, self._inner, self.form.height // 4):
            yield self.emergency.deadline, self.emergency.deadline_place

    def _head(self) -> Block:
        """The title, reversed out, from edge to edge."""
        title = Fitting(self.kit, plain_text(self.kit.say("poster-title")), _TITLE, "title", Placeholder("title"))
        lines = Stack([words(self.kit, self.kit.say("poster-lead"), _LEAD, "lead"), title], spare="middle")
        row = Row([Column(glyph(self.kit, "phone-call", _ICON, "icon"), _ICON), Column(lines)], gutter=mm(8))
        side = self.form.margin
        return Panel(self.kit, row, "head", fill=INK, geometry="rectangle", padding=(side, mm(6), side, mm(6)),
                     anchor="middle")  # fmt: skip

    def _lines(self, kit: Kit, actions: Sequence[Text]) -> Block:
        """Steps of one line each, in type that can be read from some steps away. Overfull where there is no such."""
        if any(line.height(self._inner) > kit.em("body", 2) for line in self._each(kit, actions)):
            raise Overfull
        return self._legible(kit, actions)

    def _legible(self, kit: Kit, actions: Sequence[Text]) -> Block:
        """Steps in such type, with the codes of addresses to look up. Overfull below the middle of the scale."""
        if actions and kit.step > len(self.form.scale) // 2:
            raise Overfull
        steps = zip(self._each(kit, actions), actions, strict=True)
        return self._listed(kit, [_coded(kit, block, action) for block, action in steps])

    def _steps(self, kit: Kit, actions: Sequence[Text]) -> Block:
        """Steps in whatever type they find room in."""
        return self._listed(kit, self._each(kit, actions))

    def _each(self, kit: Kit, actions: Sequence[Text]) -> list[Block]:
        entries = enumerate(numbered(actions), 1)
        return [step(kit, number, action, position, pt(9)) for position, (number, action) in entries]

    def _listed(self, kit: Kit, steps: Sequence[Block]) -> Block:
        """What to do first, in order."""
        if not steps:
            return Space()
        style = replace(_DUTY, share=0.8, colour=INK, is_heading=True)
        heading = words(self.kit, self.kit.say("poster-steps"), style, "steps-heading")
        rule = Rule(kit, Stroke(INK, pt(1.5)))
        return Stack([heading, rule, Stack(steps, gap=kit.em("body", 0.6), spare="spread")], pt(5), growing=2)

    # Whose it is ------------------------------------------------------------------------------------------------------

    def _company(self) -> str:
        return company_line(self._small, self.course, _WHOSE, self._inner // 2)

    @property
    def _small(self) -> Kit:
        """What is found when it is looked for."""
        return smallest(self.kit)

    def _foot(self) -> Block:
        """Company and edition, and until when it holds."""
        review = self.course.edition.next_review
        lines = [
            edition_line(self.course),
            *([self.kit.say("next-review", date=self.kit.words.date(review))] if review else []),
        ]
        edition = Stack([words(self._small, line, _WHICH, f"edition-{index}") for index, line in enumerate(lines, 1)])
        company = Fitting(self.kit, plain_text(self._company()), _WHOSE, "company")
        row = Row([Column(company), Column(edition)], gutter=0)
        return Stack([Rule(self.kit, Stroke(Colour("muted"), pt(0.5))), row], gap=pt(5))


_WHOSE = TextStyle("label", bold=True)
_WHICH = TextStyle("heading", share=0.9, colour=MUTED, align="right")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands between head and foot."""

    numbers: Block
    shown: int
    """Numbers that found room."""
    steps: Block
    done: int
    """Steps that found room."""

    def holds(self, emergency: Emergency) -> bool:
        """Whether everything found room."""
        return self.shown == len(emergency.calls) and self.done == len(emergency.actions)


def _coded(kit: Kit, block: Block, action: Text) -> Block:
    """A step with the codes of the addresses that it names: nobody can follow a link on paper."""
    codes = [(label, code) for label, address in links_of(action) if (code := code_of(address))]
    columns = [
        Column(Scannable(kit, code, _CODE, f"code-{index}", kit.say("qr-code", name=label)), _CODE)
        for index, (label, code) in enumerate(codes, 1)
    ]
    return Row([Column(block), *columns], gutter=mm(3)) if columns else block


# Numbers --------------------------------------------------------------------------------------------------------------


def _numbers(kit: Kit, until: str, calls: Sequence[Call]) -> Block:
    """Until when, and the numbers."""
    blocks = [_deadline(kit, until)] if until else []
    blocks += [_large(kit, call, f"contact-{index}") for index, call in enumerate(calls[:_LARGE], 1)]
    further = [_listed(kit, call, f"contact-{index}") for index, call in enumerate(calls[_LARGE:], _LARGE + 1)]
    return Stack([*blocks, *([Stack(further, gap=pt(4))] if further else [])], gap=mm(2.5))


def _deadline(kit: Kit, until: str) -> Block:
    return _framed(kit, words(kit, until, replace(_DUTY, align="center"), "deadline"), "deadline")


def _framed(kit: Kit, block: Block, name: str) -> Block:
    return Panel(kit, block, name, fill=None, stroke=outline("danger", 1.75), padding=(mm(2), pt(3), mm(2), pt(3)))


def _large(kit: Kit, call: Call, name: str) -> Block:
    """A number as large as the paper is wide, its duty and who answers above it."""
    duty, details = words(kit, call.duty, _DUTY, f"{name}-duty"), kit.say("gap").join(call.details)
    if not call.number:
        told = words(kit, details, replace(_DUTY, colour=Colour("text")), f"{name}-details")
        return _framed(kit, Stack([duty, told] if details else [duty]), name)
    number = Fitting(kit, plain_text(call.number), _NUMBER, f"{name}-phone")
    if not details:
        return _framed(kit, Stack([duty, number]), name)
    who = words(kit, details, _DETAILS, f"{name}-details")
    width = line_width(kit, plain_text(call.duty), _DUTY) + mm(4)
    beside = Stack([Row([Column(duty, width), Column(AtLeast(who, mm(30)))], 0), number])
    return _framed(kit, Lowest([beside, Stack([duty, number, who])]), name)


def _listed(kit: Kit, call: Call, name: str) -> Block:
    """Any further number in a row: for what, the number, who answers."""
    duty = Column(words(kit, call.duty, _LABEL, f"{name}-duty"), share=0.27)
    who = words(kit, kit.say("gap").join(call.details), _WHO, f"{name}-details") if call.details else Space()
    if not call.number:
        return Row([duty, Column(who, share=0.73)], pt(8))
    number = Fitting(kit, plain_text(call.number), _FURTHER, f"{name}-phone")
    return Row([duty, Column(number, share=0.27), Column(who, share=0.46)], pt(8))
