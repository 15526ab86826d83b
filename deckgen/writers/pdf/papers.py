"""Papers: a template of the theme filled with what a paper says, laid out by the engine and the theme's style sheet."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Literal

from deckgen.caches import of_files
from deckgen.diagnostics import Diagnostic, Place, shortened
from deckgen.model.course import Edition
from deckgen.model.publication import Publication
from deckgen.model.standard_slots import COMPANY_NAME, SHORT_NAME
from deckgen.model.theme import Face, Fonts, Theme, printed
from deckgen.text.dates import issue_named, version_named, year_named
from deckgen.text.fonts import FontSet, font_set
from deckgen.wording import Wording
from deckgen.writers.pdf.engine import Variant, write_pdf
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.pdf.sheets import StyleSheet
from deckgen.writers.pdf.templates import render
from deckgen.writers.rendered import Rendered

Reader = Literal["participant", "trainer"]
"""For whom a paper is; each sheet of a trainer's says so."""
SHEET = "paper.css"
LOOK = "look.css.j2"
"""The theme's fonts and colours, for the style sheets to name."""
DUPLEX = "duplex.css"
"""What differs on the left pages of sheets printed on both sides."""
_HEAD_ROOM = 48.0
"""Em that a name may take in the head."""
_FRAME = 4.0
"""Em that the frame of a mark takes, with the gaps around it."""
_LEAST_SHARE = 0.3
_TOLD_AT_MOST = 40
"""Characters of a text in a message."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word in a frame, in the head of every sheet."""

    text: str
    is_strong: bool = False
    """Reversed out: white on black."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose paper it is, of which edition, and in which theme."""

    theme: Theme
    stamp: datetime
    words: Wording
    course: str
    company: str
    short_name: str
    """What the company may be called in the head."""
    edition: str
    marks: tuple[Mark, ...]
    is_duplex: bool = False
    """Whether the sheets are printed on both sides."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of one edition."""

    imprint: Imprint
    template: str
    """Name of the template and class of the paper's body, e.g. `quiz`."""
    name: str
    """What the paper is called, e.g. 確認テスト."""
    view: object
    """What the template shows: frozen values, every text a text."""
    findings: tuple[Diagnostic, ...] = ()
    """What somebody should know of it."""
    resources: Resources = field(default_factory=Resources)
    """Files that the template names."""

    def description(self) -> str:
        """The paper as HTML. Raises ThemeFault where a template of the theme cannot be filled."""
        imprint, theme = self.imprint, self.imprint.theme
        html = render(
            theme.papers,
            f"{self.template}.html.j2",
            language=imprint.words.language,
            say=imprint.words.say,
            title=f"{imprint.course} {self.name}",
            stamp=f"{imprint.stamp:%Y-%m-%dT%H:%M:%SZ}",
            company=imprint.company,
            head=running_head(imprint),
            marks=imprint.marks,
            edition=imprint.edition,
            paper=self.template,
            view=self.view,
        )
        return in_print(html, font_set(theme.fonts))

    def sheets(self, html: str) -> tuple[StyleSheet, ...]:
        """What it looks like: the theme's fonts and colours, then its style sheets; what comes later overrides."""
        theme, resources = self.imprint.theme, self.resources
        names = (SHEET, DUPLEX) if self.imprint.is_duplex else (SHEET,)
        files = (folder / name for folder in reversed(theme.papers) for name in names)
        own = [StyleSheet(path.read_text("utf-8"), resources.add_sheet(path), path) for path in files if path.is_file()]
        colours = {role: f"#{value.lower()}" for role, value in printed(theme).colours.items()}
        look = render(theme.papers, LOOK, colours=colours, **self._fonts(html))
        return (StyleSheet(look), *own)

    def _fonts(self, html: str) -> dict[str, object]:
        """Names of families for text and for headings, and of each font its family, its address and its weight.

        A supplement goes along only where the paper has a character that it alone holds.
        """
        fonts, resources = self.imprint.theme.fonts, self.resources
        wanted = (family for each in fonts.kinds for family in (each.families if _lacks(each, html) else (each,)))
        known = {family.family: family for family in (*wanted, *resources.families())}
        files = [(name, *_font(face, resources)) for name, each in known.items() for face in (each.regular, each.bold)]
        return {"families": _named(fonts, known), "headings": _named(fonts.of("heading"), known), "fonts": files}

    def render(self, variant: Variant) -> Rendered:
        """The paper as PDF. Raises EngineMissing where the PDF engine cannot be loaded."""
        html = self.description()
        made = write_pdf(html, self.sheets(html), self.resources, variant)
        return replace(made, findings=(*self.findings, *made.findings))


def paper_of(
    publication: Publication,
    template: str,
    name: str,
    view: object,
    reader: Reader = "participant",
    resources: Resources | None = None,
) -> Paper:
    """A paper of a publication."""
    findings = tuple(head_findings(publication))
    return Paper(imprint_of(publication, reader), template, name, view, findings, resources or Resources())


def imprint_of(publication: Publication, reader: Reader = "participant") -> Imprint:
    """What a publication's papers say of it."""
    course = publication.course
    return Imprint(
        theme=publication.theme,
        stamp=publication.stamp,
        words=course.words,
        course=course.title.plain,
        company=course.company_name,
        short_name=course.short_name,
        edition=edition_words(course.edition, course.words),
        marks=marks_of(course.edition.confidentiality, course.words, is_draft=course.is_draft, reader=reader),
        is_duplex=course.printing.duplex,
    )


def marks_of(
    confidentiality: str, words: Wording, *, is_draft: bool, reader: Reader = "participant"
) -> tuple[Mark, ...]:
    """The words in frames that a paper carries."""
    marks = [Mark(words.say("draft"), is_strong=True)] if is_draft else []
    if reader == "trainer":
        marks.append(Mark(words.say("for-trainer")))
    if confidentiality:
        marks.append(Mark(confidentiality))
    return tuple(marks)


def edition_words(edition: Edition, words: Wording) -> str:
    """An edition as the foot of every sheet names it."""
    year = words.say("edition-of", year=year_named(edition, words))
    return words.say("gap").join((year, version_named(edition, words), issue_named(edition, words)))


# The running head ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What the head of every sheet calls the course and its company."""

    course: str
    company: str
    share: int
    """Per cent of the head's width for the company and the marks before it."""


def running_head(imprint: Imprint) -> RunningHead:
    """Names for the head: each takes two lines beside the other at most; the company may have its short one there.

    What is longer is cut short: it stands in full on the cover, and `head_findings` tells.
    """
    fonts = font_set(imprint.theme.fonts)
    names = (imprint.company, imprint.short_name)
    company = next((name for name in names if fonts.width(name) <= _HEAD_ROOM), names[1])
    left, right = _cut(imprint.course, fonts), _cut(company, fonts)
    # Told rather than left to the engine, which would set both texts again and again on each sheet to find out.
    widths = (fonts.width(left), fonts.width(right) + sum(fonts.width(mark.text) + _FRAME for mark in imprint.marks))
    share = widths[1] / (sum(widths) or 1)
    return RunningHead(left, right, round(100 * min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)))


def head_findings(publication: Publication) -> Iterator[Diagnostic]:
    """What is cut short in the head, at its place in the material."""
    course, head = publication.course, running_head(imprint_of(publication))
    if head.company not in (course.company_name, course.short_name):
        yield text_cut("@head", course.short_name, course.place_of(SHORT_NAME, COMPANY_NAME))
    if head.course != course.title.plain:
        yield text_cut("@head", course.title.plain, course.title.place)


def _cut(text: str, fonts: FontSet) -> str:
    if fonts.width(text) <= _HEAD_ROOM:
        return text
    while text and fonts.width(f"{text}…") > _HEAD_ROOM:
        text = text[:-1]
    return f"{text}…"


def text_cut(medium: str, text: str, place: Place | None) -> Diagnostic:
    """That a text is cut short; `medium` is a term of the message catalogue."""
    return Diagnostic("text-cut", place, (("medium", medium), ("text", shortened(text, _TOLD_AT_MOST))))


# Filling in ---------------------------------------------------------------------------------------------------------


def in_print(html: str, fonts: FontSet) -> str:
    """A page description with signs in the place of those that no font can show."""
    head, body, rest = html.partition("<body")
    return head + body + _TEXT.sub(lambda text: _in_print(text[0], fonts), rest)


def _in_print(escaped: str, fonts: FontSet) -> str:
    from markupsafe import escape

    return escape(fonts.in_print(unescape(escaped))) if "&" in escaped else fonts.in_print(escaped)


_TEXT = re.compile(r"(?<=>)[^<>]+")
"""What stands between tags: attributes hold addresses, and words that are heard."""


def _named(fonts: Fonts, known: Container[str]) -> list[str]:
    return [family.family for family in fonts.families if family.family in known]


def _lacks(fonts: Fonts, html: str) -> bool:
    """Whether a page has characters that the family itself has no glyph for, and those behind it have."""
    return font_set(fonts).supplemented(html)


def _font(face: Face, resources: Resources) -> tuple[str, int]:
    return resources.add_font(_font_file(face.path)), 700 if face.bold else 400


@of_files(8)
def _font_file(path: Path) -> bytes:
    """A font, read once for all papers: there are megabytes of it, which the engine's fonts are known by."""
    return path.read_bytes()
