"""The slide kinds, as a course writes them and as the layout takes them.

Every kind is generic in `T`, its text (`Source` before the merge, `Text` after it), and where a slot can stand, in `S`,
its content (`SlotRef | SourceFilling` before, `Filling` after). The field docstrings are the reference that editors
show.

`T | None` without a default is written in every course, and empty for a company that left its slot empty.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from deckgen.diagnostics import Keys
from deckgen.model.blocks import AnyBlock, ContentColumn
from deckgen.model.bounds import Minutes, Share
from deckgen.model.pieces import (
    Bar,
    Callout,
    ContactRow,
    Figure,
    Flow,
    Group,
    Point,
    Question,
    Reference,
    Scene,
    Setting,
    Spot,
    Topic,
)
from deckgen.model.slots import Image, Photo
from deckgen.model.spoken import IconName, Spoken, Words

T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(Generic[T]):
    """What every slide has."""

    id: str
    """Short name in lower case, unique in the course: other places refer to the slide by it."""
    title: T
    """The heading: says the slide's message."""
    notes: T
    """Speaker notes, read aloud as they stand. Paragraphs are parted by an empty line; `- ` begins a list item."""
    written: T | None = None
    """What participants read in their handout in place of the notes: the same without what is only said aloud."""
    cues: T | None = None
    """For the trainer only: timing, what to ask, which answer to expect."""
    minutes: Minutes = 0
    """How long the slide takes."""
    optional: bool = False
    """True where a company may leave the slide out."""
    reveal: bool = False
    """True where answers come on a click in the deck: causes, verdicts, conclusions, what to talk about one by one."""
    covers: tuple[str, ...] = ()
    """Ids of the course's requirements that this slide meets."""
    keys: Keys = field(default_factory=Keys, compare=False, repr=False)


# Kinds --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSlide(Slide[T]):
    """The first slide: course title, company, fiscal year, edition, date, confidentiality mark, logo."""

    kind: Literal["cover"] = "cover"
    subtitle: T | None = None
    scene: Scene | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlide(Slide[T], Generic[T, S]):
    """A message with two to five points, each with an icon."""

    kind: Literal["text"] = "text"
    lead: T | None = None
    points: tuple[Point[T], ...]
    callout: Callout[T, S] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSlide(Slide[T], Generic[T, S]):
    """What no other kind is made for: blocks, in one column or in two or three side by side."""

    kind: Literal["content"] = "content"
    lead: T | None = None
    columns: tuple[ContentColumn[T, S], ...] = ()
    """One to three columns."""
    blocks: tuple[AnyBlock[T, S], ...] = ()
    """The blocks of a slide that has one column, in the place of `columns`."""

    @property
    def every_block(self) -> tuple[AnyBlock[T, S], ...]:
        """The blocks of all columns."""
        return (*(block for column in self.columns for block in column.blocks), *self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSlide(Slide[T]):
    """The parts of the course with their minutes: made from the section slides."""

    kind: Literal["agenda"] = "agenda"
    lead: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivesSlide(Slide[T]):
    """What people can do at the end: one card each."""

    kind: Literal["objectives"] = "objectives"
    lead: T | None = None
    goals: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSlide(Slide[T], Generic[T, S]):
    """What people take away: one card each, and what they do from today on."""

    kind: Literal["closing"] = "closing"
    lead: T | None = None
    takeaways: tuple[T, ...]
    callout: Callout[T, S] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakSlide(Slide[T]):
    """A break, with its length from `minutes`; no handout shows it."""

    kind: Literal["break"] = "break"
    text: T | None = None
    """When and where it goes on."""
    icon: IconName = "coffee"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsSlide(Slide[T], Generic[T, S]):
    """Time for questions, and whom to ask afterwards."""

    kind: Literal["questions"] = "questions"
    text: T | None = None
    """What may be asked, or how."""
    contact: S | None = None
    """Whom to ask afterwards."""
    icon: IconName = "messages"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSlide(Slide[T]):
    """A divider; numbered by its order."""

    kind: Literal["section"] = "section"
    lead: T | None = None
    icon: IconName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMapSlide(Slide[T]):
    """From one place to others: what changes on the way."""

    kind: Literal["change-map"] = "change-map"
    lead: T | None = None
    person: Spot[T] | None
    """Who is concerned, e.g. a worried worker."""
    origin: Spot[T]
    destinations: tuple[Spot[T], ...]
    changes: tuple[Point[T], ...]
    luggage: T | None
    """What travels along, drawn as a tag on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSlide(Slide[T]):
    """An incident: picture, what happened, why."""

    kind: Literal["case"] = "case"
    setting: T | None
    """Where it happened and what lay behind it, in a few words."""
    scene: Scene | None = None
    photo: Photo[T] | None = None
    """A picture file in the place of the scene."""
    incidents: tuple[T, ...]
    causes: tuple[T, ...]
    source: T | None = None
    """Where the case was published, with a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSlide(Slide[T]):
    """Figures as a native bar chart, with large numbers beside it and the message under it."""

    kind: Literal["chart"] = "chart"
    alt: Spoken
    """What the chart shows, for people who cannot see it."""
    unit: Words
    bars: tuple[Bar[T], ...]
    basis: T | None = None
    """What is counted, when, which bars are left out, and what the shares are shares of."""
    figures: tuple[Figure[T], ...] = ()
    message: T | None
    source: T | None
    """Publisher and publication."""
    published_on: date
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskMapSlide(Slide[T]):
    """Settings side by side with the risks of each."""

    kind: Literal["risk-map"] = "risk-map"
    lead: T | None = None
    settings: tuple[Setting[T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistSlide(Slide[T], Generic[T, S]):
    """What to do, in groups, each item with a box to tick."""

    kind: Literal["checklist"] = "checklist"
    groups: tuple[Group[T], ...]
    callout: Callout[T, S] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionSlide(Slide[T], Generic[T, S]):
    """A question to talk about, with prompts; handouts give room to write."""

    kind: Literal["discussion"] = "discussion"
    question: T
    prompts: S | None
    steps: tuple[T, ...] = ()
    """How the talk goes, e.g. three minutes alone, five in the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckSlide(Slide[T]):
    """Questions that staff ask themselves before they act."""

    kind: Literal["self-check"] = "self-check"
    lead: T | None = None
    questions: tuple[Question[T], ...]
    verdict: T | None
    """What to do if one answer is no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoFlowsSlide(Slide[T]):
    """One to three chains of steps."""

    kind: Literal["two-flows"] = "two-flows"
    flows: tuple[Flow[T], ...]
    conclusion: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsSlide(Slide[T], Generic[T, S]):
    """A few topics with the company's own text under each."""

    kind: Literal["topics"] = "topics"
    lead: T | None = None
    topics: tuple[Topic[T, S], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesSlide(Slide[T], Generic[T, S]):
    """The company's rules, one card each."""

    kind: Literal["rules"] = "rules"
    lead: T | None = None
    rules: tuple[Topic[T, S], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencySlide(Slide[T], Generic[T, S]):
    """What to do first, what to say, whom to call, and who reports outside."""

    kind: Literal["emergency"] = "emergency"
    actions: S | None
    deadline: S | None
    """Until when the report inside must be made."""
    report_items: S | None
    contacts: tuple[ContactRow[T, S], ...]
    flows: tuple[Flow[T], ...] = ()
    """The report inside and the report outside, kept apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencesSlide(Slide[T]):
    """Publications to read on."""

    kind: Literal["references"] = "references"
    references: tuple[Reference[T], ...]
    credit: T | None = None
    """Whom the material owes what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSlide(Slide[T]):
    """A table; its header repeats where it runs on."""

    kind: Literal["table"] = "table"
    lead: T | None = None
    columns: tuple[T, ...]
    widths: tuple[Share, ...] = ()
    """Relative widths of the columns; by what stands in them where left out."""
    rows: tuple[tuple[T, ...], ...]
    row_headers: bool = True
    """True where the first cell of a row names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSlide(Slide[T]):
    """One large picture with a caption: a scene or a file."""

    kind: Literal["picture"] = "picture"
    scene: Scene | None = None
    file: Image | None = None
    """A PNG or JPEG inside the folder of the YAML file."""
    alt: Spoken | None = None
    """What the file shows; needed with `file`."""
    caption: T | None = None


AnySlide = (
    CoverSlide[T] | TextSlide[T, S] | ContentSlide[T, S] | AgendaSlide[T] | ObjectivesSlide[T] | SectionSlide[T]
    | BreakSlide[T] | QuestionsSlide[T, S] | ClosingSlide[T, S] | ChangeMapSlide[T] | CaseSlide[T] | ChartSlide[T]
    | RiskMapSlide[T] | ChecklistSlide[T, S] | DiscussionSlide[T, S] | SelfCheckSlide[T] | TwoFlowsSlide[T]
    | TopicsSlide[T, S] | RulesSlide[T, S] | EmergencySlide[T, S] | ReferencesSlide[T] | TableSlide[T]
    | PictureSlide[T]
)  # fmt: skip
