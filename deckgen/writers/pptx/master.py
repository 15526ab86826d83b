"""The slide master and the slide layouts (ECMA-376 part 1, 19.3.1.42 and 19.3.1.39)."""

from typing import Literal

from deckgen.model.frames import Align, Box, Colour, Deck, LayoutPlaceholder, Placeholder, SlideLayout
from deckgen.model.theme import SizeRole, Theme
from deckgen.wording import Language
from deckgen.writers.pptx.canvas import Canvas, transform
from deckgen.writers.pptx.items import draw, placeholder_tag
from deckgen.writers.pptx.shapes import fill
from deckgen.writers.pptx.text import Look, body_properties, bullet_levels, plain_level, plain_levels
from deckgen.writers.pptx.xml import HEADER, LOCALES, NAMESPACES, attribute, spoken, text

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
TREE_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
NUMBER_FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
_MasterKind = Literal["title", "body", "date", "footer", "slide-number"]
_KINDS = {"cover": "title", "section": "secHead", "title-only": "titleOnly", "body-1": "tx", "body-2": "twoColTx"}
_PROMPTS = {
    "title": "enter-title",
    "body": "enter-text",
    "date": "place-date",
    "footer": "place-footer",
}
"""Keys of what a placeholder asks for."""
_NAMES = {
    "title": "prompt-title",
    "subtitle": "prompt-subtitle",
    "body": "prompt-text",
    "date": "place-date",
    "footer": "place-footer",
    "slide-number": "place-number",
}
"""Keys of what placeholders are called."""


def background(colour: Colour) -> str:
    """A plain background."""
    return f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def layout_part(layout: SlideLayout, canvas: Canvas) -> str:
    """One slide layout: background, decorations, placeholders."""
    kind = f' type="{_KINDS[layout.name]}"' if layout.name in _KINDS else ""
    shapes = draw(layout.decorations, canvas) + "".join(
        _offer(offer, _layout_tag(offer, layout), canvas) for offer in layout.placeholders
    )
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{attribute(layout.title)}">'
        f"{background(layout.background)}<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _layout_tag(offer: LayoutPlaceholder, layout: SlideLayout) -> str:
    """The slides' tag, plus the word that the prompt is the layout's own."""
    tag = placeholder_tag(offer.placeholder, layout.name)
    is_prompted = offer.placeholder.type in ("title", "subtitle", "body")
    return tag.replace("<p:ph ", '<p:ph hasCustomPrompt="1" ') if is_prompted else tag


def master_part(deck: Deck, theme: Theme, canvas: Canvas, layout_ids: str) -> str:
    """The slide master, with the five placeholders that every master has."""
    shapes = "".join(
        _offer(offer, _master_tag(offer.placeholder), canvas) for offer in _master_placeholders(deck, theme)
    )
    return (
        f"{HEADER}<p:sldMaster {NAMESPACES}><p:cSld>{background(Colour('background'))}"
        f"<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>{_text_styles(deck, theme, canvas.language)}</p:sldMaster>"
    )


def _text_styles(deck: Deck, theme: Theme, language: Language) -> str:
    title = _offered(deck, "title")
    scale, factor = theme.scale[0], theme.fonts.line_height
    heading = (
        Look(title.size, title.pitch, title.bold, title.colour, title.align, font="mj")
        if title
        else Look(scale["title"], scale["title"] * factor, bold=True, font="mj")
    )
    body = tuple(Look(scale[role], scale[role] * factor) for role in ("body", "small", "label"))
    other = Look(scale["body"], pitch=None)
    return (
        f"<p:txStyles><p:titleStyle>{plain_level(heading, language)}</p:titleStyle>"
        f"<p:bodyStyle>{bullet_levels(body, language)}</p:bodyStyle>"
        f"<p:otherStyle>{plain_levels(other, language)}</p:otherStyle></p:txStyles>"
    )


def _master_placeholders(deck: Deck, theme: Theme) -> list[LayoutPlaceholder]:
    """Title, body, date, footer, number: as the ordinary layouts have them, else from the grid."""
    return [_offered(deck, fallback.placeholder.type) or fallback for fallback in _from_grid(theme)]


def _offered(deck: Deck, kind: str) -> LayoutPlaceholder | None:
    """The placeholder of a type as the plainest layout that has it offers it."""
    order = ("body-1", "title-only", "body-2", "body-3", "body-4", "section", "cover")
    for layout in sorted(deck.layouts, key=lambda layout: order.index(layout.name)):
        for offer in layout.placeholders:
            if offer.placeholder.type == kind:
                return offer
    return None


def _from_grid(theme: Theme) -> tuple[LayoutPlaceholder, ...]:
    grid, scale, factor = theme.grid, theme.scale[0], theme.fonts.line_height
    width = grid.page_width - 2 * grid.margin
    third = width // 3
    body_height = grid.body_bottom - grid.body_top
    footers = [Box(grid.margin + third * n, grid.footer_top, third, grid.footer_height) for n in range(3)]
    regions: tuple[tuple[_MasterKind, Box, SizeRole, Align], ...] = (
        ("title", Box(grid.margin, grid.title_top, width, grid.title_height), "title", "left"),
        ("body", Box(grid.margin, grid.body_top, width, body_height), "body", "left"),
        ("date", footers[0], "label", "left"),
        ("footer", footers[1], "label", "center"),
        ("slide-number", footers[2], "label", "right"),
    )
    return tuple(
        LayoutPlaceholder(
            placeholder=Placeholder(kind, 1 if kind == "body" else 0),
            box=box,
            prompt="",
            size=scale[role],
            pitch=round(scale[role] * factor, 1),
            bold=kind == "title",
            colour=Colour("text"),
            align=align,
        )
        for kind, box, role, align in regions
    )


def _master_tag(placeholder: Placeholder) -> str:
    """On a master a placeholder is known by its type; indices matter on layouts and slides."""
    return {
        "title": '<p:ph type="title"/>',
        "body": '<p:ph type="body" idx="1"/>',
        "date": '<p:ph type="dt" sz="half" idx="2"/>',
        "footer": '<p:ph type="ftr" sz="quarter" idx="3"/>',
        "slide-number": '<p:ph type="sldNum" sz="quarter" idx="4"/>',
    }[placeholder.type]


def _offer(offer: LayoutPlaceholder, tag: str, canvas: Canvas) -> str:
    kind = offer.placeholder.type
    font = "mj" if kind == "title" else "mn"
    look = Look(offer.size, offer.pitch, offer.bold, offer.colour, offer.align, font=font)
    name = canvas.say(_NAMES[kind]) + (f" {offer.placeholder.index}" if offer.placeholder.index else "")
    body = body_properties((0, 0, 0, 0), offer.anchor, shrinks=kind == "body")
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{tag}</p:nvPr>'
        f'</p:nvSpPr><p:spPr>{transform(offer.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body}<a:lstStyle>{_levels(kind, look, canvas.language)}</a:lstStyle>{_prompt(offer, canvas)}"
        "</p:txBody></p:sp>"
    )


def _levels(kind: str, look: Look, language: Language) -> str:
    return bullet_levels((look,), language) if kind == "body" else plain_level(look, language)


def _prompt(offer: LayoutPlaceholder, canvas: Canvas) -> str:
    kind = offer.placeholder.type
    run = f"<a:rPr {spoken(canvas.language)}/>"
    if kind == "slide-number":
        return f"<a:p>{NUMBER_FIELD}{run}<a:t>‹#›</a:t></a:fld></a:p>"
    content = text(offer.prompt or (canvas.say(_PROMPTS[kind]) if kind in _PROMPTS else ""))
    return (
        f"<a:p><a:r>{run}<a:t>{content}</a:t></a:r></a:p>"
        if content
        else f'<a:p><a:endParaRPr lang="{LOCALES[canvas.language]}"/></a:p>'
    )
