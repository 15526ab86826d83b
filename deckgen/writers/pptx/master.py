"""The slide master and the slide layouts (ECMA-376 part 1, 19.3.1.42 and 19.3.1.39)."""

from collections.abc import Iterator

from deckgen.model.frames import Colour, LayoutPlaceholder, ParagraphLook, SlideLayout
from deckgen.model.theme import Theme
from deckgen.wording import Language
from deckgen.writers.pptx import placeholders
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.items import draw
from deckgen.writers.pptx.placeholders import Offered
from deckgen.writers.pptx.shapes import fill, fit
from deckgen.writers.pptx.text import all_levels, level_properties, plain_levels
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
_KINDS = {"cover": "title", "section": "secHead", "title-only": "titleOnly", "words": "tx"}
"""The kinds of layouts that have a type of their own (ECMA-376 part 1, 19.7.15)."""
_NAMES = {
    "title": "prompt-title",
    "subtitle": "prompt-subtitle",
    "body": "prompt-text",
    "picture": "prompt-picture",
    "table": "prompt-table",
    "chart": "prompt-chart",
    "date": "place-date",
    "footer": "place-footer",
    "slide-number": "place-number",
}
"""Keys of what placeholders are called."""
_ON_MASTER = {
    "title": '<p:ph type="title"/>',
    "body": '<p:ph type="body" idx="1"/>',
    "date": '<p:ph type="dt" sz="half" idx="2"/>',
    "footer": '<p:ph type="ftr" sz="quarter" idx="3"/>',
    "slide-number": '<p:ph type="sldNum" sz="quarter" idx="4"/>',
}
"""On a master a placeholder is known by its type; indices matter on layouts and slides."""
_FOOTERS = frozenset(("date", "footer", "slide-number"))


def background(colour: Colour) -> str:
    """A plain background."""
    return f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def layout_part(layout: SlideLayout, canvas: Canvas) -> str:
    """One slide layout: background, decorations, and of its placeholders what the master does not say."""
    kind = f' type="{_KINDS[layout.kind]}"' if layout.kind in _KINDS else ""
    shapes = draw(layout.decorations, canvas) + "".join(
        _offer(offer, _tag(offer, layout.kind), _on_master(offer, canvas), canvas) for offer in layout.placeholders
    )
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES}{kind} preserve="1" userDrawn="1"><p:cSld name="{attribute(layout.title)}">'
        f"{background(layout.background)}<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _tag(offer: LayoutPlaceholder, kind: str) -> str:
    """The slides' tag, plus the word that the prompt is the layout's own."""
    is_prompt = offer.placeholder.type not in _FOOTERS and offer.prompts
    return placeholders.tag(offer.placeholder, kind, 'hasCustomPrompt="1" ' if is_prompt else "")


def _on_master(offer: LayoutPlaceholder, canvas: Canvas) -> Offered | None:
    """What the master says of a layout's placeholder: it has one of each type, for all of that type."""
    kind = offer.placeholder.type
    return next((said for placeholder, said in canvas.offered.items() if placeholder.type == kind), None)


def master_part(master: SlideLayout, theme: Theme, canvas: Canvas, layout_ids: str) -> str:
    """The slide master, with the five placeholders that every master has."""
    shapes = "".join(_offer(offer, _ON_MASTER[offer.placeholder.type], None, canvas) for offer in master.placeholders)
    return (
        f"{HEADER}<p:sldMaster {NAMESPACES}><p:cSld>{background(master.background)}"
        f"<p:spTree>{TREE_ROOT}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>{_text_styles(master, theme, canvas.language)}</p:sldMaster>"
    )


def _text_styles(master: SlideLayout, theme: Theme, language: Language) -> str:
    looks = {offer.placeholder.type: offer.looks for offer in master.placeholders}
    other = ParagraphLook(theme.scale[0]["body"], pitch=None)
    return (
        f"<p:txStyles><p:titleStyle>{level_properties(looks['title'][0], 1, language, 'mj')}</p:titleStyle>"
        f"<p:bodyStyle>{all_levels(looks['body'], language)}</p:bodyStyle>"
        f"<p:otherStyle>{plain_levels(other, language)}</p:otherStyle></p:txStyles>"
    )


def _offer(offer: LayoutPlaceholder, tag: str, master: Offered | None, canvas: Canvas) -> str:
    kind, shape = offer.placeholder.type, offer.shape
    ground = master.shape if master else None
    name = canvas.say(_NAMES[kind]) + (f" {offer.placeholder.index}" if offer.placeholder.index else "")
    levels = "".join(_levels(offer, master, canvas.language))
    return (
        f'<p:sp><p:nvSpPr>{canvas.names(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{tag}</p:nvPr>'
        f"</p:nvSpPr><p:spPr>{placeholders.properties(shape, ground)}</p:spPr>"
        f"<p:txBody>{placeholders.body(shape, ground, fit(shape))}<a:lstStyle>{levels}</a:lstStyle>"
        f"{''.join(_prompts(offer, canvas))}</p:txBody></p:sp>"
    )


def _levels(offer: LayoutPlaceholder, master: Offered | None, language: Language) -> Iterator[str]:
    """The levels that look otherwise than the master's."""
    said = master.levels.looks if master else ()
    font = "mj" if offer.placeholder.type == "title" else "mn"
    for level, look in enumerate(offer.looks):
        if offer.is_exact or said[level : level + 1] != (look,):
            yield level_properties(look, level + 1, language, font, is_exact=offer.is_exact)


def _prompts(offer: LayoutPlaceholder, canvas: Canvas) -> Iterator[str]:
    run = f"<a:rPr {spoken(canvas.language)}/>"
    if offer.placeholder.type == "slide-number":
        yield f"<a:p>{NUMBER_FIELD}{run}<a:t>‹#›</a:t></a:fld></a:p>"
        return
    for level, prompt in enumerate(offer.prompts):
        depth = f'<a:pPr lvl="{level}"/>' if level else ""
        yield f"<a:p>{depth}<a:r>{run}<a:t>{text(prompt)}</a:t></a:r></a:p>"
    if not offer.prompts:
        yield f'<a:p><a:endParaRPr lang="{LOCALES[canvas.language]}"/></a:p>'
