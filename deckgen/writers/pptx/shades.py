"""Shades of a dark theme: what is pale on a white page is dark on a dark one.

Slides are composed with the shades of a white page, `lumMod` and `lumOff` (ECMA-376 part 1, 20.1.2.3.20 and .21); on a
dark page the luminance is raised less.
"""

import re
from collections.abc import Callable
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml

from deckgen.model.colours import is_dark, lifted
from deckgen.model.theme import Theme

_RAISED = re.compile(r'(?<=<a:lumOff val=")\d+(?="/>)')
_WHOLE = 100_000

Recolour = Callable[[str], str]


def deepener(theme: Theme) -> Recolour | None:
    """What puts composed XML into a theme's shades; None where these are the shades of a white page."""
    if not is_dark(theme.colours):
        return None
    return lambda content: _RAISED.sub(lambda found: str(round(lifted(int(found[0]) / _WHOLE, True) * _WHOLE)), content)


def recolour_charts(slide: Part, recolour: Recolour) -> None:
    """Put the charts of a slide into other colours."""
    for relation in slide.rels.values():
        if relation.reltype == RT.CHART:
            _recolour(relation.target_part, recolour)


def _recolour(chart: Any, recolour: Recolour) -> None:
    composed = etree.tostring(chart._element, encoding="unicode")  # noqa: SLF001 - it has no call for its XML
    chart._element = parse_xml(recolour(composed))  # noqa: SLF001
