"""A template as the theme.yaml of a theme: every line says where it comes from, and a person may correct it."""

from collections.abc import Callable, Iterator
from math import floor

from deckgen.model.box import Box
from deckgen.model.template import PageKind
from deckgen.template.found import Found
from deckgen.template.layouts import FULL_HEIGHT, Chosen
from deckgen.template.logos import Logo
from deckgen.template.roles import Role
from deckgen.units import to_mm, to_pt

Say = Callable[..., str]
"""A word for comments by its key, with the values in it."""

BASE = "standard"
"""The theme that has all that a template has not."""

_SCALE = (
    (42, 30, 24, 22, 18.5, 16),
    (40, 28, 22, 20, 18, 15),
    (40, 28, 21, 19, 18, 14.5),
    (38, 28, 20, 18, 18, 14),
    (34, 26, 18, 18, 18, 14),
    (30, 24, 18, 18, 18, 14),
)
"""pt of display, title, heading, body, small and label on a page of the usual height."""
_LARGER = ((42, 30, 26, 24, 20, 17), (42, 30, 28, 26, 22, 18))
_ROLES = ("display", "title", "heading", "body", "small", "label")
_TITLE_PITCH = 1.28
_LABEL = 14


def theme_yaml(found: Found, name: str, title: str, file: str, say: Say) -> str:
    """The text of theme.yaml for a template in a file beside it."""
    return "\n".join(_Writer(found, say).lines(name, title, file)) + "\n"


def quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def logo_file(logo: Logo) -> str:
    """What the file of a logo is called beside theme.yaml."""
    return f"logo{logo.ending}"


class _Writer:
    def __init__(self, found: Found, say: Say) -> None:
        self.found = found
        self.say = say
        self.share = found.size[1] / FULL_HEIGHT

    def lines(self, name: str, title: str, file: str) -> Iterator[str]:
        """Every line in order."""
        width, height = (f"{to_mm(side):.9g}" for side in self.found.size)
        yield f"# {self.say('template.yaml-head', file=file)}"
        yield f"name: {quoted(name)}"
        yield f"title: {quoted(title)}"
        yield f"extends: {BASE}  # {self.say('template.yaml-extends')}"
        yield ""
        yield f"# {self.say('template.yaml-page')}"
        yield f"page: {{ width: {width}, height: {height} }}"
        yield ""
        yield "template:"
        yield f"  file: {quoted(file)}"
        if logo := self.found.logo:
            sure = self.say("template.sure" if logo.is_sure else "template.unsure")
            said = self.say("template.yaml-logo", layout=logo.layout, sure=sure)
            yield f"  logo: {quoted(logo_file(logo))}  # {said}"
        yield from self._opening("cover")
        yield from self._opening("section")
        yield from self._content()
        yield ""
        yield from self._scale()
        yield ""
        yield from self._colours()
        yield ""
        yield from self._fonts()

    def _layout(self, key: str, page: Chosen) -> str:
        sure = self.say("template.sure" if page.is_sure else "template.unsure")
        said = self.say("template.yaml-layout", layout=page.sheet.name or "–", sure=sure)
        return f"    {key}: {quoted(page.sheet.part)}  # {said}"

    def _opening(self, kind: PageKind) -> Iterator[str]:
        page = self.found.pages[kind]
        yield f"  # {self.say(f'template.yaml-{kind}')}"
        yield f"  {kind}:"
        yield self._layout("layout", page)
        yield f"    title: {_area(page.title)}  # {self._where(page.title, page.candidate.title.place.box)}"
        if page.subtitle and page.under:
            yield f"    subtitle: {_area(page.under)}  # {self._where(page.under, page.subtitle.place.box)}"
        yield f"    area: {_area(page.area)}  # {self.say('template.yaml-free')}"
        yield f'    ground: "#{page.ground}"  # {self.say("template.yaml-ground")}'
        yield f'    ink: "#{page.ink}"  # {self._named(page, page.ink)}'
        text = self.found.text_on(kind)
        yield f'    text: "#{text}"  # {self._named(page, text)}'

    def _content(self) -> Iterator[str]:
        page, plain = self.found.pages["content"], self.found.pages["plain"]
        assert page.mark
        yield f"  # {self.say('template.yaml-content')}"
        yield "  content:"
        yield self._layout("layout", page)
        yield self._layout("plain", plain)
        yield f"    title: {_area(page.title)}  # {self._where(page.title, page.candidate.title.place.box)}"
        yield f"    area: {_area(page.area)}  # {self.say('template.yaml-free')}"
        yield f"    mark: {_area(page.mark)}  # {self.say('template.yaml-mark')}"
        yield f'    ink: "#{page.ink}"  # {self._named(page, page.ink)}'
        text = self.found.text_on("content")
        yield f'    text: "#{text}"  # {self._named(page, text)}'

    def _where(self, box: Box, placeholder: Box) -> str:
        return self.say("template.yaml-placeholder" if box == placeholder else "template.yaml-placeholder-changed")

    def _named(self, page: Chosen, colour: str) -> str:
        name = page.sheet.palette.name_of(colour)
        if name.startswith("#"):
            return self.say("template.yaml-own-colour")
        return self.say("template.yaml-scheme", name=self._spoken(name))

    def _spoken(self, name: str) -> str:
        """`accent1 75` in words: the colour, and how much darker or lighter."""
        base, _, way = name.partition(" ")
        times, _, plus = way.partition("+")
        if plus:
            return self.say("template.lighter", name=base, share=int(plus))
        return self.say("template.darker", name=base, share=100 - int(times)) if times else base

    def _scale(self) -> Iterator[str]:
        yield f"# {self.say('template.yaml-scale', share=round(self.share * 100))}"
        yield "scale:"
        yield from self._steps(_SCALE)
        yield "larger:"
        yield from self._steps(_LARGER)
        yield f"smallest: {self._points(_LABEL):g}"

    def _steps(self, scale: tuple[tuple[float, ...], ...]) -> Iterator[str]:
        for step in scale:
            sizes = (f"{role}: {self._size(role, points):g}" for role, points in zip(_ROLES, step, strict=True))
            yield f"  - {{ {', '.join(sizes)} }}"

    def _size(self, role: str, points: float) -> float:
        size = self._points(points)
        return min(size, self._two_lines) if role == "title" else size

    @property
    def _two_lines(self) -> float:
        """The size at which a title's place holds two lines."""
        return floor(to_pt(self.found.pages["content"].title.height) / 2 / _TITLE_PITCH * 2) / 2

    def _points(self, points: float) -> float:
        return floor(points * self.share * 2) / 2

    def _colours(self) -> Iterator[str]:
        yield f"# {self.say('template.yaml-colours')}"
        yield "colours:"
        yield from (f'  {role.role}: "#{role.colour}"  # {self._from(role)}' for role in self.found.roles)

    def _from(self, role: Role) -> str:
        name = self.say("template.yaml-own-colour") if role.name.startswith("#") else self._spoken(role.name)
        match role.how:
            case "own":
                return self.say("template.yaml-scheme", name=name) if not role.name.startswith("#") else name
            case "added":
                return self.say("template.yaml-added")
            case _:
                return self.say("template.yaml-shaded", name=name, wanted=role.instead, found=f"{role.found:.1f}")

    def _fonts(self) -> Iterator[str]:
        faces = self.found.typefaces
        yield f"# {self.say('template.yaml-fonts')}"
        yield "fonts:"
        yield f"  latin: {quoted(faces.latin)}"
        remark = "" if faces.is_named else f"  # {self.say('template.yaml-no-japanese')}"
        yield f"  east_asian: {quoted(faces.japanese)}{remark}"
        yield f"embed_fonts: none  # {self.say('template.yaml-embedding')}"


def _area(box: Box) -> str:
    left, top, width, height = (f"{to_mm(value):.5g}" for value in (box.x, box.y, box.width, box.height))
    return f"{{ left: {left}, top: {top}, width: {width}, height: {height} }}"
