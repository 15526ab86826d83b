"""Placeholders: which one of its slide layout a text fills (ECMA-376 part 1, 19.3.1.36)."""

from deckgen.model.frames import Box, LayoutName, Placeholder, SlideLayout

_TAGS = {
    "subtitle": '<p:ph type="subTitle" idx="13"/>',
    "date": '<p:ph type="dt" sz="half" idx="10"/>',
    "footer": '<p:ph type="ftr" sz="quarter" idx="11"/>',
    "slide-number": '<p:ph type="sldNum" sz="quarter" idx="12"/>',
}


def placeholder_tag(placeholder: Placeholder, layout: LayoutName) -> str:
    """The element that ties a shape to a placeholder; slide and layout agree on it."""
    match placeholder.type:
        case "title":
            return '<p:ph type="ctrTitle"/>' if layout == "cover" else '<p:ph type="title"/>'
        case "body":
            return f'<p:ph type="body" idx="{placeholder.index}"/>'
        case _:
            return _TAGS[placeholder.type]


def offered_boxes(layout: SlideLayout) -> dict[str, Box]:
    """The box of each placeholder that a layout offers, by the placeholder's tag."""
    return {placeholder_tag(offer.placeholder, layout.name): offer.box for offer in layout.placeholders}
