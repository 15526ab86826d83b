"""All icons that slides may name, as one page for the browser: what each looks like, its name, what it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.icons import load, names, svg_fill_path, svg_path
from deckgen.model.theme import Theme
from deckgen.wording import Language, say, words_in
from deckgen.writers.pdf.templates import render as filled
from deckgen.writers.rendered import Rendered

_TEMPLATE = "icons.html.j2"
_EXAMPLE = "lock"


@dataclass(frozen=True, slots=True)
class ShownIcon:
    """An icon on the page."""

    name: str
    words: str
    """What it stands for; empty for icons that do not come with deckgen."""
    width: float
    height: float
    pen: float
    """Width of the pen, in the units of the square."""
    stroked: str
    filled: str


@dataclass(frozen=True, slots=True)
class IconGroup:
    """Icons from one place."""

    title: str
    icons: tuple[ShownIcon, ...]


@dataclass(frozen=True, slots=True)
class IconsView:
    """What the template shows."""

    language: Language
    title: str
    how: str
    """How to use a name, and to find one."""
    groups: tuple[IconGroup, ...]
    example: str
    """A name that is on the page."""


def groups_of(theme: Theme, own: Sequence[Path], course: str, language: Language) -> tuple[IconGroup, ...]:
    """The icons of a course, if it has any, and those of the theme. Raises IconInvalid for a file of the theme."""
    told = [(say("commands.icons-of-course", language, course=course), tuple(own))] if own else []
    told.append((say("commands.icons-of-theme", language, theme=theme.name), theme.icons))
    ours = frozenset(names(theme.icons))
    groups = [
        (heading, [name for name in names(folders) if folders is theme.icons or name not in ours], folders)
        for heading, folders in told
    ]
    return tuple(
        IconGroup(heading, tuple(_shown(folders, name, language) for name in found))
        for heading, found, folders in groups
        if found
    )


def _shown(folders: tuple[Path, ...], name: str, language: Language) -> ShownIcon:
    drawing = load(folders, name)
    return ShownIcon(
        name=name,
        words=words_in(language, "icons").get(name, ""),
        width=drawing.width,
        height=drawing.height,
        pen=drawing.stroke_width,
        stroked=svg_path(drawing),
        filled=svg_fill_path(drawing),
    )


def render(theme: Theme, groups: tuple[IconGroup, ...], language: Language) -> Rendered:
    """The page. Raises ThemeFault where the theme's template fails."""
    shown = [icon.name for group in groups for icon in group.icons]
    example = _EXAMPLE if _EXAMPLE in shown else next(iter(shown), "")
    title, how = say("commands.icons-title", language), say("commands.icons-how", language)
    view = IconsView(language, title, how, groups, example)
    return Rendered(filled(theme.previews, _TEMPLATE, view=view).encode(), 1)
