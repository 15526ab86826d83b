"""The theme part (ECMA-376 part 1, 14.2.7 and 20.1.6): colours and fonts of theme.yaml; flat fills, no effects."""

from deckgen.model.theme import Theme
from deckgen.writers.pptx.colours import SCHEME
from deckgen.writers.pptx.xml import HEADER, NS_A, attribute

_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""On a slide the first four go by other names; the master's colour map joins the two."""
_PLACEHOLDER_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = f"{_PLACEHOLDER_FILL * 3}"
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PLACEHOLDER_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (9525, 19050, 28575)
)
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_part(theme: Theme) -> str:
    """The theme part of a master."""
    colours = "".join(
        f'<a:{_SLOTS.get(name, name)}><a:srgbClr val="{theme.colours[role]}"/></a:{_SLOTS.get(name, name)}>'
        for role, name in SCHEME.items()
    )
    fonts = _fonts(theme)
    name = attribute(theme.title or theme.name)
    return (
        f'{HEADER}<a:theme xmlns:a="{NS_A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme><a:fontScheme name="{name}">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_FLAT}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{_FLAT}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _fonts(theme: Theme) -> str:
    latin, east_asian = attribute(theme.fonts.latin), attribute(theme.fonts.east_asian)
    return (
        f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="{east_asian}"/>'
    )
