"""Text before the merge (`Source`) and after it (`Text`).

Slides are generic in their text type, so a slide that still holds `{{ values }}` cannot reach the layout:
layout takes `Slide[Text, Filling]`, and only the merge makes those.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from deckgen.diagnostics import Place

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Source:
    """A scalar of the material as it was typed: may hold `{{ values }}` (course only) and inline marks."""

    text: str
    """The scalar after hygiene (see CONTENT: hazards of Japanese source text)."""
    place: Place
    """Where the scalar begins."""
    is_template: bool = True
    """True for course text. Company text is data and is never rendered as a template."""
    raw: str = field(default="", repr=False, compare=False)
    """The scalar as it stands in its file, from `place` on."""
    slot: str = ""
    """The slot that stands in the place of a text; `text` then asks for its value. Empty for every other text."""

    def place_of(self, part: str, occurrence: int = 0) -> Place:
        """Where a part of the text stands in the file; the scalar's own place if it is written in another way there."""
        offset = -1
        for _ in range(occurrence + 1):
            offset = self.raw.find(part, offset + 1)
            if offset < 0:
                return self.place
        return within(self.place, self.raw, offset)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one appearance."""

    text: str
    strong: bool = False
    link: str | None = None
    """The address the run points to, or None."""
    ruby: str | None = None
    """The reading (furigana) of the run, or None."""

    @property
    def written_out(self) -> "Run":
        """The same with its reading in brackets behind the word, for where no reading can stand above it."""
        return Run(f"{self.text}（{self.ruby}）", self.strong, self.link) if self.ruby else self


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One logical paragraph. Line breaks inside it are the layout's business."""

    runs: tuple[Run, ...]
    marker: str | None = None
    """None for plain text, "-" for an unordered list item, "1." for an ordered one."""
    level: int = 0
    """Depth of a list item, from 0."""

    @property
    def plain(self) -> str:
        """The characters alone, readings left out."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Text:
    """Merged text: values filled in, inline marks parsed; what the layout measures and the writers write."""

    paragraphs: tuple[Paragraph, ...]
    place: Place = NOWHERE

    @property
    def plain(self) -> str:
        """The characters alone, paragraphs joined by line feeds."""
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of all paragraphs in order."""
        return tuple(run for paragraph in self.paragraphs for run in paragraph.runs)

    @property
    def written_out(self) -> "Text":
        """The same with readings in brackets behind their words."""
        if not any(run.ruby for run in self.runs):
            return self
        paragraphs = self.paragraphs
        return Text(
            tuple(replace(each, runs=tuple(run.written_out for run in each.runs)) for each in paragraphs), self.place
        )


def stretch(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """What of some runs stands between two offsets. A reading stays with the part that holds its word's end."""
    found: list[Run] = []
    offset = 0
    for run in runs:
        first, last = max(start - offset, 0), min(end - offset, len(run.text))
        if first < last:
            ruby = run.ruby if last == len(run.text) else None
            found.append(Run(run.text[first:last], run.strong, run.link, ruby))
        offset += len(run.text)
    return tuple(found)


def within(place: Place, raw: str, offset: int) -> Place:
    """The place of an offset in a stretch of a file that begins at `place`."""
    line = raw.count("\n", 0, offset)
    if not line:
        return Place(place.file, place.line, place.column + offset)
    return Place(place.file, place.line + line, offset - raw.rfind("\n", 0, offset))


def plain_text(text: str, place: Place = NOWHERE) -> Text:
    """Text of one paragraph and one run, taken literally."""
    return Text((Paragraph((Run(text),)),), place)


def join(texts: Iterable[Text], separator: str) -> Text:
    """One paragraph of several texts with a separator between them; place of the first."""
    runs: list[Run] = []
    place = NOWHERE
    for index, text in enumerate(texts):
        if not index:
            place = text.place
        elif separator:
            runs.append(Run(separator))
        runs.extend(text.runs)
    return Text((Paragraph(tuple(runs)),), place)
