"""Shapes, icons, pictures, connectors, groups."""

from dataclasses import replace
from typing import get_args

import pytest

from deckgen.icons import IconMissing
from deckgen.model.frames import Box, Cluster, Colour, Connector, Geometry, Icon, QrCode, Shape, Stroke, TextBox
from deckgen.units import pt
from deckgen.writers.pptx.shapes import fit, text_margins
from tests.writers.pptx.reading import slide_with
from tests.writers.pptx.sample import BADGE, CARD, CLUSTER, ITEMS, PICTURE, SHAPE, body, paragraph

BOX = Box(100, 200, 400_000, 300_000)


def shape(**look: object) -> Shape:
    return Shape(**({"box": BOX, "name": "s", "geometry": "rectangle"} | look))  # type: ignore[arg-type]


def test_items_keep_their_order_and_their_names() -> None:
    slide = slide_with(*ITEMS)
    top = slide.values("/p:sld/p:cSld/p:spTree/*/*[1]/p:cNvPr/@name")
    assert top == [item.name for item in ITEMS]


def test_every_shape_has_an_id_of_its_own() -> None:
    identifiers = slide_with(*ITEMS).values("//p:cNvPr/@id")
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("geometry", get_args(Geometry))
def test_every_geometry_has_an_outline(geometry: Geometry) -> None:
    properties = slide_with(shape(geometry=geometry, fill=Colour("primary"))).one("//p:sp/p:spPr")
    outline = properties[1]
    assert outline.tag.endswith("custGeom" if geometry == "tag" else "prstGeom")


def test_a_radius_becomes_a_share_of_the_shorter_side() -> None:
    slide = slide_with(shape(geometry="rounded", radius=30_000))
    assert slide.values("//a:gd/@fmla") == ["val 10000"]


def test_a_radius_is_never_more_than_half_a_side() -> None:
    slide = slide_with(shape(geometry="rounded", radius=9_000_000))
    assert slide.values("//a:gd/@fmla") == ["val 50000"]


def test_a_shape_without_fill_or_line_has_none() -> None:
    properties = slide_with(shape()).one("//p:sp/p:spPr")
    assert [child.tag.rpartition("}")[2] for child in properties] == ["xfrm", "prstGeom", "noFill", "ln"]
    assert properties[3][0].tag.endswith("noFill")


def test_a_description_is_kept_and_what_shows_nothing_is_marked_decorative() -> None:
    slide = slide_with(PICTURE, BADGE, shape(alt="丸い印"), shape(), SHAPE)
    assert slide.values("//p:cNvPr/@descr") == ["会社のロゴ", "丸い印"]
    marked = slide.values("//p:cNvPr[.//adec:decorative[@val='1']]/@name")
    assert marked == ["sample/badge", "s"]


def test_a_group_with_text_in_it_is_not_decorative() -> None:
    silent = replace(CLUSTER, alt=None)
    mute = Cluster(box=BOX, name="mute", items=(shape(),))
    marked = slide_with(silent, mute).values("//p:grpSp/p:nvGrpSpPr/p:cNvPr[.//adec:decorative]/@name")
    assert marked == ["mute"]


def test_a_group_shares_the_coordinates_of_its_slide() -> None:
    transform = slide_with(CLUSTER).one("//p:grpSpPr[../p:nvGrpSpPr/p:cNvPr/@name='sample/scene']/a:xfrm")
    offset, extent, child_offset, child_extent = transform
    assert offset.items() == child_offset.items()
    assert extent.items() == child_extent.items()


@pytest.mark.parametrize(
    ("start", "end", "flips"),
    [
        ((0, 0), (10, 20), (None, None)),
        ((10, 0), (0, 20), ("1", None)),
        ((0, 20), (10, 0), (None, "1")),
        ((10, 20), (0, 0), ("1", "1")),
    ],
)
def test_a_connector_runs_from_its_start_to_its_end(
    start: tuple[int, int], end: tuple[int, int], flips: tuple[str | None, str | None]
) -> None:
    arrow = Connector(
        box=Box(0, 0, 10, 20),
        name="c",
        start=start,
        end=end,
        stroke=Stroke(Colour("muted"), 12_700, dashed=True),
        arrow=True,
    )
    slide = slide_with(arrow)
    transform = slide.one("//p:cxnSp//a:xfrm")
    assert (transform.get("flipH"), transform.get("flipV")) == flips
    assert slide.values("//a:ext[@cx]/@cx")[-1:] == ["10"]
    assert slide.values("//a:tailEnd/@type") == ["triangle"]
    assert slide.values("//p:cxnSp//a:prstDash/@val") == ["dash"]


def test_an_icon_is_a_freeform_whose_pen_goes_with_its_size() -> None:
    slide = slide_with(Icon(box=Box(0, 0, 240_000, 240_000), name="i", icon="clock", colour=Colour("danger")))
    line = slide.one("//p:spPr/a:ln")
    assert (line.get("w"), line.get("cap")) == ("20000", "rnd")
    assert slide.values("//p:spPr/a:ln//a:schemeClr/@val") == ["accent4"]
    assert slide.values("//a:path/@fill") == ["none", "none"]
    assert {(path.get("w"), path.get("h")) for path in slide.all("//a:path")} == {("24000", "24000")}


def test_a_code_is_a_freeform_of_one_path_that_covers_its_dark_modules() -> None:
    code = QrCode(box=BOX, name="code", colour=Colour("ink"), side=3, stretches=((0, 0, 2), (2, 2, 1)), alt="案内")
    slide = slide_with(code)
    (path,) = slide.all("//p:sp/p:spPr/a:custGeom/a:pathLst/a:path")
    assert (path.get("w"), path.get("h")) == ("3", "3")
    corners = [(point.get("x"), point.get("y")) for point in slide.all("//a:path//a:pt")]
    assert corners == [("0", "0"), ("2", "0"), ("2", "1"), ("0", "1"), ("2", "2"), ("3", "2"), ("3", "3"), ("2", "3")]
    assert slide.values("//p:sp/p:spPr/a:solidFill/a:schemeClr/@val") == ["tx2"]
    assert slide.values("//p:cNvPr[@name='code']/@descr") == ["案内"]


def test_the_filled_parts_of_an_icon_are_filled_and_not_stroked() -> None:
    slide = slide_with(BADGE)
    assert [(path.get("fill"), path.get("stroke")) for path in slide.all("//a:path")] == [
        ("none", None),
        (None, "0"),
        ("none", None),
    ]
    assert slide.values("//p:spPr/a:solidFill/a:schemeClr/@val") == ["accent5"]


def test_an_icon_that_the_theme_lacks_is_named_with_what_it_may_be() -> None:
    with pytest.raises(IconMissing) as caught:
        slide_with(replace(BADGE, icon="clok"))
    assert caught.value.close == ("clock",)


def test_insets_make_up_for_the_room_that_rounded_corners_take() -> None:
    card = shape(geometry="rounded", radius=30_000, body=body(paragraph("文"), insets=(20_000, 10_000, 20_000, 10_000)))
    corner = text_margins(card)[0]
    assert corner == pytest.approx(30_000 * 0.29289, abs=2)
    assert fit(card).insets == (20_000 - corner, 10_000 - corner, 20_000 - corner, 10_000 - corner)
    assert not fit(card).keep_lines


def test_text_too_wide_for_an_ellipse_is_not_wrapped_again() -> None:
    wide = shape(geometry="ellipse", body=body(paragraph("三文字", size=10)))
    assert fit(wide).keep_lines
    assert slide_with(wide).one("//p:sp//a:bodyPr").get("wrap") == "none"


def test_text_that_has_room_in_an_ellipse_stays_soft() -> None:
    short = shape(geometry="ellipse", body=body(paragraph("1", size=10)))
    assert slide_with(short).one("//p:sp//a:bodyPr").get("wrap") == "square"


def test_a_text_box_is_a_text_box() -> None:
    box = TextBox(box=BOX, name="t", body=body(paragraph("文"), insets=(pt(1), 0, 0, 0)))
    assert slide_with(box).one("//p:cNvSpPr[@txBox='1']") is not None


@pytest.mark.parametrize(("height", "is_kept"), [(pt(30), True), (pt(80), False)])
def test_a_label_without_room_for_a_second_line_is_never_wrapped(height: int, is_kept: bool) -> None:
    label = shape(box=Box(0, 0, pt(200), height), body=body(paragraph("条件付きで可", align="center", size=18)))
    assert fit(label).keep_lines == is_kept


def test_a_card_is_a_placeholder_with_a_ground_of_its_own_that_shrinks_what_is_added_to_it() -> None:
    slide = slide_with(CARD)
    (place,) = slide.all("//p:sp/p:nvSpPr/p:nvPr/p:ph")
    assert (place.get("type"), place.get("idx")) == ("body", "1")
    assert slide.values("//p:spPr/a:prstGeom/@prst") == ["roundRect"]
    assert slide.values("//p:spPr/a:solidFill/a:schemeClr/@val") == ["bg2"]
    assert len(slide.all("//a:bodyPr/a:normAutofit")) == 1
    assert slide.values("//a:p/a:r/a:t/text()") == ["書類", "持ち出さない"]
