"""A colour of the template for each role of a theme: read against the ground that it really stands on."""

from collections.abc import Iterable, Iterator, Sequence
from colorsys import rgb_to_hls
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.model.box import Box
from deckgen.model.colours import channels, contrast, luminance, shaded, tinted
from deckgen.model.theme import ColourRole
from deckgen.template.colours import Palette
from deckgen.template.ground import Ground
from deckgen.template.sheet import Offer
from deckgen.units import pt

LEAST = 4.5
"""WCAG 2.2, 1.4.3."""
_LARGE = 3.0
_NUMBER = 3
"""Width of a slide's number in times its size."""
PALE = 0.9
"""How far grounds in a role's colour are from it: they carry text in that colour."""
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_HUES: dict[ColourRole, tuple[float, float, str]] = {
    "danger": (340, 14, "B4232A"),
    "warning": (18, 52, "A84A00"),
    "safe": (90, 175, "2B7233"),
}
"""Degrees of the colour circle that a role's colour lies between, and what it is where the template has none."""
_GREY = 0.15
"""Saturation below which a colour has no hue to speak of."""
How = Literal["own", "shade", "other", "added"]


@dataclass(frozen=True, slots=True)
class Role:
    """The colour of a role: `own` as the template has it, a `shade` of it, `other` than was wanted, or `added`."""

    role: ColourRole
    colour: str
    """`RRGGBB`."""
    name: str
    """What it is in the template's palette; `#RRGGBB` where it is not in it."""
    how: How
    instead: str = ""
    """What was wanted, `accent1`, where the colour is a shade of it or another one."""
    found: float = 0.0
    """The contrast of that."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What texts stand on: most of it, and the darkest and brightest of it."""

    main: str
    extremes: tuple[str, str]

    def least(self, colour: str) -> float:
        """The contrast of a colour to the part where it is read worst."""
        return min(contrast(colour, each) for each in {self.main, *self.extremes})

    @property
    def is_dark(self) -> bool:
        """Whether bright texts are read better than dark ones."""
        return contrast("FFFFFF", self.main) > contrast("000000", self.main)


def roles_of(palette: Palette, grounds: Grounds, text: str, title: str) -> tuple[Role, ...]:
    """A colour for each role; `text` and `title` are the template's own of them."""
    return tuple(_Chooser(palette, grounds).roles(text, title))


@dataclass(frozen=True)
class _Chooser:
    palette: Palette
    grounds: Grounds
    surface: str = ""
    """`RRGGBB` of cards; empty as long as it is not chosen."""

    def roles(self, text: str, title: str) -> Iterator[Role]:
        """In the order of the model."""
        main = self._text(text)
        surface = self._surface(main)
        yield main
        yield self._role("background", self.grounds.main)
        yield self._ink(title, main)
        yield surface
        yield from replace(self, surface=surface.colour).on_cards(main)

    def on_cards(self, main: Role) -> Iterator[Role]:
        """Those that are read on the page, on cards, and on a pale ground of their own."""
        leading = list(self._accents())
        yield leading[0]
        yield leading[1]
        for role in _HUES:
            yield self._meaning(role)
        yield self._muted(main)
        yield self._shaded("link", "hlink")
        yield self._shaded("visited", "folHlink")

    def _role(self, role: ColourRole, colour: str, how: How = "own", instead: str = "", found: float = 0) -> Role:
        return Role(role, colour, self.palette.name_of(colour), how, instead, found)

    def _text(self, wanted: str) -> Role:
        if self.grounds.least(wanted) >= LEAST:
            return self._role("text", wanted)
        others = [*(self.palette.colours[name] for name in ("tx1", "bg1", "tx2", "bg2")), "000000", "FFFFFF"]
        best = max(others, key=self.grounds.least)
        return self._role("text", best, "other", self.palette.name_of(wanted), self.grounds.least(wanted))

    def _least(self, colour: str) -> float:
        """The contrast of a colour to what it is read worst on: the page, a card, or its own pale ground."""
        others = (self.surface, tinted(colour, PALE, self.grounds.is_dark)) if self.surface else ()
        return min(self.grounds.least(colour), *(contrast(colour, each) for each in others), 21)

    def _ink(self, title: str, text: Role) -> Role:
        for colour in (title, self.palette.colours["tx2"]):
            if self.grounds.least(colour) >= LEAST:
                return self._role("ink", colour)
        return self._role("ink", text.colour, "other", self.palette.name_of(title), self.grounds.least(title))

    def _surface(self, text: Role) -> Role:
        """A ground for cards: a little off the page, and as good to read on."""
        main = self.grounds.main
        nearby = [self.palette.colours["bg2"], shaded(main, 0.95), shaded(main, 0.9, 0.1), shaded(main, 0.9)]
        fit = (each for each in nearby if 1.04 < contrast(each, main) < 1.5 and contrast(each, text.colour) >= LEAST)
        return self._role("surface", next(fit, main))

    def _accents(self) -> Iterator[Role]:
        """Primary and secondary: the first two accents with a hue of their own, as they are or in a shade."""
        roles: tuple[ColourRole, ...] = ("primary", "secondary")
        hued = [name for name in _ACCENTS if _saturation(self.palette.colours[name]) >= _GREY]
        others = [name for name in _ACCENTS if name not in hued]
        names = [*self._unlike(hued), *hued, *others]
        for role, name in zip(roles, dict.fromkeys(names), strict=False):
            yield self._shaded(role, name)

    def _unlike(self, names: Sequence[str]) -> Iterator[str]:
        """The first name, then the first of another hue."""
        if names:
            yield names[0]
            first = _hue(self.palette.colours[names[0]])
            yield from [name for name in names[1:] if _apart(first, _hue(self.palette.colours[name])) > 25][:1]

    def _shaded(self, role: ColourRole, name: str) -> Role:
        """A colour of the scheme, or the nearest shade of it that can be read."""
        plain = self.palette.colours[name]
        shades = self.palette.shades(name, darker=not self.grounds.is_dark)
        found = next((shade for shade in shades if self._least(shade) >= LEAST), None)
        ratio = self._least(plain)
        if found is None:
            text = max(("000000", "FFFFFF"), key=self.grounds.least)
            return self._role(role, text, "other", name, ratio)
        return self._role(role, found) if found == plain else self._role(role, found, "shade", name, ratio)

    def _meaning(self, role: ColourRole) -> Role:
        """A colour that means something: the accent of that hue, else one of ours."""
        first, last, ours = _HUES[role]
        for name in _ACCENTS:
            colour = self.palette.colours[name]
            if _saturation(colour) > 2 * _GREY and _lies(_hue(colour), first, last):
                return self._shaded(role, name)
        return self._role(role, self._readable(ours), "added")

    def _readable(self, colour: str) -> str:
        lifts = (step / 50 for step in range(50))
        shades = (shaded(colour, 1 - lift, lift if self.grounds.is_dark else 0) for lift in lifts)
        plain = max(("000000", "FFFFFF"), key=self.grounds.least)
        return next((shade for shade in shades if self._least(shade) >= LEAST), plain)

    def _muted(self, text: Role) -> Role:
        """Text, drawn back as far as it can still be read."""
        plus = 0.35 if luminance(text.colour) < luminance(self.grounds.main) else 0.0
        for share in (0.65, 0.75, 0.85, 0.95):
            paler = shaded(text.colour, share, (1 - share) if plus else 0)
            if self._least(paler) >= LEAST:
                return self._role("muted", paler)
        return self._role("muted", text.colour)


def footer_of(ground: Ground, offer: Offer, palette: Palette) -> tuple[Box, str]:
    """Where a footer stands, and in what colour: the template's own, or what of its colours is read best there.

    Where nothing can be read on all of its place, since an edge crosses it, it keeps to one side.
    """
    box = offer.place.box
    colour, found = _read_best(ground, offer, box, palette)
    if found < _LARGE:
        side = ground.largest_free(box, is_clear=True)
        if side.width * 2 > box.width and side.height * 2 > box.height:
            return side, _read_best(ground, offer, side, palette)[0]
    return box, colour


def _read_best(ground: Ground, offer: Offer, box: Box, palette: Palette) -> tuple[str, float]:
    """A colour for what stands in a box, and its contrast where that is least.

    A number stands on a few millimetres of its place, often on a mark of the template's own.
    """
    if offer.type == "sldNum":
        width = min(box.width, round(pt(offer.size * _NUMBER)))
        spare = {"ctr": (box.width - width) // 2, "r": box.width - width}.get(offer.align, 0)
        box = replace(box, x=box.x + spare, width=width)
    extremes = {ground.colour(box), *ground.extremes(box)}

    def least(colour: str) -> float:
        return min(contrast(colour, each) for each in extremes)

    wanted = (*(palette.colours[name] for name in ("tx1", "bg1", "tx2", "bg2")), "000000", "FFFFFF")
    best = offer.colour if least(offer.colour) >= LEAST else max(wanted, key=least)
    return best, least(best)


def _hue(colour: str) -> float:
    return rgb_to_hls(*channels(colour))[0] * 360


def _saturation(colour: str) -> float:
    """How much of a hue somebody sees: chroma, from 0 to 1."""
    values = channels(colour)
    return max(values) - min(values)


def _apart(one: float, other: float) -> float:
    return min(abs(one - other), 360 - abs(one - other))


def _lies(hue: float, first: float, last: float) -> bool:
    return first <= hue <= last if first <= last else hue >= first or hue <= last


def colour_findings(roles: Iterable[Role]) -> Iterator[tuple[str, dict[str, object]]]:
    """Code and values of a finding for each colour that is not the template's own."""
    for role in roles:
        values: dict[str, object] = {"role": role.role, "used": f"#{role.colour}"}
        if role.how in ("shade", "other"):
            shown = {"wanted": role.instead, "found": f"{role.found:.1f}", "least": f"{LEAST:g}"}
            yield ("template-colour-shaded" if role.how == "shade" else "template-colour-other"), {**values, **shown}
        elif role.how == "added":
            yield "template-colour-added", values
