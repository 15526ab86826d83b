"""Slide layouts drawn from pages: pages of one kind whose placeholders are arranged alike share one.

So every placeholder lies where its layout has it and looks as its layout says: PowerPoint's Reset changes nothing, and
a new slide of a layout looks like those that are there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckgen.model.frames import (
    Filling,
    Item,
    LayoutPlaceholder,
    ParagraphLook,
    Shape,
    SlideLayout,
    TextBody,
    TextBox,
    shape_of,
)
from deckgen.model.looks import holds_taller_lines, looks_of, unspaced
from deckgen.units import pt
from deckgen.wording import Wording

_LEVELS = 5
"""List levels of a placeholder that may look each its own way: as many as PowerPoint offers to type."""
_FEWEST = 3
"""List levels that a body placeholder has at least."""
_HANGING = 1.1
"""Room for a bullet as a multiple of the size."""
_NOTHING = 0.01
"""pt."""
_FOOTERS = frozenset(("footer", "date", "slide-number"))

Gaps = dict[tuple[ParagraphLook, ParagraphLook], float]
"""pt between a paragraph and the next, by their looks."""
Backdrop = Callable[[str], SlideLayout]
"""What all slide layouts of a kind have behind their placeholders."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A placeholder that serves some texts."""

    shape: Shape
    """Without its text."""
    looks: tuple[ParagraphLook, ...]
    """Of the texts' paragraphs, in the order they come in, without the space around them."""
    gaps: Gaps
    is_exact: bool
    """Whether one of the texts would leave the placeholder in a font with taller lines."""
    words: str = ""
    """What a footer says."""

    def with_other(self, other: "Offer") -> "Offer | None":
        """A placeholder that serves the texts of both; None where a list level would have to look two ways."""
        looks = tuple(dict.fromkeys((*self.looks, *other.looks)))
        known = {_role(look) for look in self.looks}
        clash = any(_role(look) in known for look in looks[len(self.looks) :])
        gaps = self.gaps | other.gaps
        agree = all(gaps[pair] == gap for pair, gap in self.gaps.items())
        agree = agree and (gaps == self.gaps or _tell(looks, gaps))
        if self.shape != other.shape or clash or len(looks) > max(_LEVELS, len(self.looks)) or not agree:
            return None
        is_exact = self.is_exact or other.is_exact
        return replace(self, looks=looks, gaps=gaps, is_exact=is_exact)

    def placeholder(self, words: Wording) -> LayoutPlaceholder:
        """The placeholder as the layout has it."""
        looks = _spaced(self.looks, self.gaps)
        if self.kind == "body" and looks:
            looks += tuple(_deeper(looks[-1], len(looks)))
        prompts = tuple(self._prompts(words))
        return LayoutPlaceholder(shape=self.shape, looks=looks, prompts=prompts, is_exact=self.is_exact)

    @property
    def kind(self) -> str:
        """The type of the placeholder."""
        assert self.shape.placeholder
        return self.shape.placeholder.type

    def _prompts(self, words: Wording) -> Iterator[str]:
        if self.kind in _FOOTERS:
            yield self.words
        elif self.kind == "body":
            heads = [look.is_heading for look in self.looks[:2]]
            yield from (words.say("prompt-heading" if is_heading else "prompt-text") for is_heading in heads)
        else:
            yield words.say(f"prompt-{self.kind}")


def _role(look: ParagraphLook) -> tuple[object, ...]:
    """What a paragraph of this look is, whatever its size and its colour."""
    return (look.is_heading, look.bold, look.marker, look.level)


def _deeper(last: ParagraphLook, known: int) -> Iterator[ParagraphLook]:
    """List levels below the last that texts have, in its type and colour, for what somebody adds."""
    step = pt(last.size * _HANGING)
    for level in range(1, max(2, _FEWEST - known + 1)):
        left = last.left + level * step
        bullet = replace(last, marker="-", level=level, left=left, hanging=step, bold=False, is_heading=False)
        yield replace(bullet, mark=None, start=1, space_after=0.0)


def _spaced(looks: Sequence[ParagraphLook], gaps: Gaps) -> tuple[ParagraphLook, ...]:
    """The looks with the space around them: above a paragraph the least that it is apart from any, the rest below the
    other one.
    """
    above = {look: min((gap for (_, lower), gap in gaps.items() if lower == look), default=0.0) for look in looks}
    below = {upper: round(gap - above[lower], 2) for (upper, lower), gap in gaps.items() if gap > above[lower]}
    return tuple(replace(look, space_before=above[look], space_after=below.get(look, 0.0)) for look in looks)


def _tell(looks: Sequence[ParagraphLook], gaps: Gaps) -> bool:
    """Whether the space around levels can say how far apart they are, whichever follows which."""
    spaced = dict(zip(looks, _spaced(looks, gaps), strict=True))
    return all(
        abs(spaced[upper].space_after + spaced[lower].space_before - gap) < _NOTHING
        for (upper, lower), gap in gaps.items()
    )


def offers(items: Iterable[Item]) -> tuple[Offer, ...]:
    """What a layout has to offer for these items."""
    return tuple(_offer(item) for item in items if isinstance(item, TextBox | Shape | Filling) and item.placeholder)


def _offer(item: TextBox | Shape | Filling) -> Offer:
    body = shape_of(item).body or TextBody(())
    shape = replace(shape_of(item), name="", alt=None, click=0, leads_to="", body=replace(body, paragraphs=()))
    looks = looks_of(body)
    bare = [unspaced(look) for look in looks]
    gaps = {pair: look.space_before for pair, look in zip(pairwise(bare), looks[1:], strict=True)}
    words = "".join(run.text for paragraph in body.paragraphs for run in paragraph.runs)
    is_exact = not holds_taller_lines(body, item.box.height)
    return Offer(shape, tuple(dict.fromkeys(bare)), gaps, is_exact, words)


# Layouts -------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Arrangement:
    """Placeholders of one kind of slide that lie and look in one way."""

    name: str
    """Of the layout."""
    offers: tuple[Offer, ...]

    @property
    def bodies(self) -> int:
        """How many body placeholders it has."""
        return sum(offer.kind == "body" for offer in self.offers)

    def takes_in(self, others: Sequence[Offer]) -> bool:
        """Whether texts at the same places can fill its placeholders too; if so, they do from now on."""
        merged = [mine.with_other(other) for mine, other in zip(self.offers, others, strict=True)]
        found = tuple(offer for offer in merged if offer)
        if len(found) < len(others):
            return False
        self.offers = found
        return True


class Arrangements:
    """The arrangements that the pages of a deck have, kind by kind."""

    def __init__(self) -> None:
        self.by_kind: dict[str, list[Arrangement]] = {}
        self._by_place: dict[tuple[object, ...], list[Arrangement]] = {}

    def name_for(self, kind: str, items: Iterable[Item]) -> str:
        """The name of the layout for a page of a kind."""
        return self.name_of(kind, offers(items))

    def name_of(self, kind: str, wanted: tuple[Offer, ...]) -> str:
        """The name of the layout of a kind that has this to offer."""
        alike = self._by_place.setdefault((kind, *(offer.shape for offer in wanted)), [])
        found = next((each for each in alike if each.takes_in(wanted)), None)
        return found.name if found else self._new(kind, wanted, alike)

    def _new(self, kind: str, wanted: tuple[Offer, ...], alike: list[Arrangement]) -> str:
        of_kind = self.by_kind.setdefault(kind, [])
        made = Arrangement(f"{kind}-{len(of_kind) + 1}" if of_kind else kind, wanted)
        alike.append(made)
        of_kind.append(made)
        return made.name

    def layouts(self, backdrop: Backdrop, words: Wording) -> Iterator[SlideLayout]:
        """A slide layout for each."""
        for kind, arrangements in self.by_kind.items():
            for arrangement, title in zip(arrangements, _titles(kind, arrangements, words), strict=True):
                placeholders = tuple(offer.placeholder(words) for offer in arrangement.offers)
                yield replace(backdrop(kind), name=arrangement.name, title=title, placeholders=placeholders)


def _titles(kind: str, arrangements: Sequence[Arrangement], words: Wording) -> Iterator[str]:
    """What PowerPoint lists the layouts of a kind under: its name, with what tells them apart."""
    name, bodies = words.say(f"layout-{kind}"), [arrangement.bodies for arrangement in arrangements]
    are_counted = len(set(bodies)) > 1
    named = Counter[str]()
    for each in bodies:
        title = words.say("layout-of", name=name, count=each) if are_counted and each > 1 else name
        named[title] += 1
        yield f"{title} {named[title]}" if named[title] > 1 else title
