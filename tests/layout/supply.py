"""Where the texts and the choices of slides come from that tests make up."""

import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from struct import pack
from typing import get_args

from deckgen.diagnostics import Place
from deckgen.model.pieces import Callout, Flow, Point, Scene, SceneArrow, SceneIcon, SceneLabel, SceneShape, Spot
from deckgen.model.slots import Case, Contact, Filling, Image, Items, Missing, Prose, Ruling, Verdict
from deckgen.model.text import Text, plain_text

CHECKED = date(2026, 9, 1)
ICON = "info-circle"
SCENE = Scene(
    alt="会社の外で画面をのぞかれている",
    height=60,
    parts=(
        SceneShape(shape="cloud", at=(5, 5), size=(30, 20), tone="primary", label="社外"),
        SceneIcon(icon=ICON, at=(60, 30), size=20, tone="danger"),
        SceneArrow(start=(35, 15), end=(55, 25), dashed=True),
        SceneLabel(text="個人情報", at=(60, 50), width=40, strong=True),
    ),
)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def png(width: int = 8, height: int = 4) -> bytes:
    """A plain picture."""
    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x20\x80\x40" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def image(width: int = 8, height: int = 4) -> Image:
    """A picture as the reader hands it over."""
    place = Place("profile.yaml", 3, 9)
    return Image(path=Path("logo.png"), data=png(width, height), format="png", width=width, height=height, place=place)


class Supply:
    """Where the texts and the choices of a slide come from. This one: what was given, else the same short words."""

    def __init__(self, *texts: str, many: int = 2) -> None:
        self._texts = list(texts)
        self._many = many

    def line(self) -> Text:
        """A text of one paragraph."""
        return plain_text(self._texts.pop(0) if self._texts else "確かめます", Place("course.yaml", 7, 3))

    def heading(self) -> Text:
        """A short text that the layout sets large."""
        return self.line()

    def title(self) -> Text:
        """The title of a slide."""
        return plain_text("規程を守ります", Place("course.yaml", 5, 3))

    def blocks(self) -> Text:
        """Running text."""
        return self.line()

    def count(self, least: int, most: int) -> int:
        """How many entries a list gets."""
        return max(least, min(self._many, most))

    def maybe(self) -> bool:
        """Whether a field that may be left out is there."""
        return True

    def choose(self, options: Sequence[str]) -> str:
        """One of some."""
        return options[0]

    def placed(self, text: str) -> Text:
        """A text of its own."""
        return plain_text(text, Place("course.yaml", 8, 3))

    # What these make up ----------------------------------------------------------------------

    def lines(self, least: int, most: int) -> tuple[Text, ...]:
        """A list of texts."""
        return tuple(self.line() for _ in range(self.count(least, most)))

    def optional(self) -> Text | None:
        """A text that may be left out."""
        return self.line() if self.maybe() else None

    def icon(self) -> str | None:
        """An icon that may be left out."""
        return ICON if self.maybe() else None

    def point(self) -> Point[Text]:
        return Point(heading=self.heading(), body=self.optional(), icon=self.icon())

    def points(self, least: int, most: int) -> tuple[Point[Text], ...]:
        return tuple(self.point() for _ in range(self.count(least, most)))

    def flow(self) -> Flow[Text]:
        return Flow(heading=self.heading(), icon=ICON, steps=self.points(1, 4))

    def spot(self) -> Spot[Text]:
        return Spot(label=self.heading(), icon=ICON)

    def contact(self) -> Contact[Text]:
        phone = self.placed("03-1234-5678（内線 21）") if self.maybe() else None
        return Contact(self.line(), phone, self.optional(), self.optional(), self.optional())

    def filling(self) -> Filling:
        """What a company put into a slot of any form."""
        form = self.choose(("items", "steps", "prose", "ruling", "contact", "missing"))
        if form == "prose":
            return Prose(self.blocks())
        if form == "ruling":
            verdict = VERDICTS[self.count(0, 2)]
            return Ruling(verdict, self.lines(1 if verdict == "conditional" else 0, 4))
        if form == "contact":
            return self.contact()
        if form == "missing":
            return Missing("連絡先", Place("slots.yaml", 4, 1))
        return self.steps() if form == "steps" else Items(self.lines(1, 6))

    def steps(self) -> Items[Text]:
        """Steps, with some for one case alone."""
        cases = tuple(Case(self.line(), self.line()) for _ in range(self.count(0, 4)))
        return Items((self.line(), *cases, *self.lines(0, 6)), ordered=True)

    def callout(self) -> Callout[Text, Filling]:
        return Callout(text=self.line(), icon=ICON, contact=self.contact() if self.maybe() else None)
