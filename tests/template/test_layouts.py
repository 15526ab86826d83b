"""Layouts are found by their placeholders and by what is free on them; what would not do is refused with its reason."""

from pathlib import Path

import pytest

from deckgen.template.found import Found, look_at
from deckgen.template.package import Unusable
from deckgen.units import to_mm
from tests.template.made import LAYOUTS, MASTER, Edit, before, made, rectangle, replaced

BLACK = '<a:solidFill><a:srgbClr val="101820"/></a:solidFill>'


def on_master(shape: str) -> dict[str, Edit]:
    return {MASTER: before("<p:sp>", shape)}


def refused(path: Path) -> Unusable:
    with pytest.raises(Unusable) as caught:
        look_at(path)
    return caught.value


def role(found: Found, name: str) -> str:
    return next(each.name for each in found.roles if each.role == name)


def test_content_keeps_clear_of_a_panel_of_the_master(tmp_path: Path) -> None:
    found = look_at(made(tmp_path / "own.potx", on_master(rectangle(210, 0, 44, 191, BLACK))))
    area = found.pages["content"].area
    assert to_mm(area.x + area.width) <= 210


def test_what_the_master_shows_does_not_count_where_a_layout_hides_it(tmp_path: Path) -> None:
    edits = on_master(rectangle(210, 0, 44, 191, BLACK))
    plain = look_at(made(tmp_path / "plain.potx"))
    hidden = {LAYOUTS.format(2): replaced(("<p:sldLayout ", '<p:sldLayout showMasterSp="0" '))}
    found = look_at(made(tmp_path / "own.potx", {**edits, **hidden}))
    assert found.pages["content"].area == plain.pages["content"].area


def test_a_dark_page_has_bright_texts_of_the_template_s_own_scheme(tmp_path: Path) -> None:
    dark = look_at(made(tmp_path / "own.potx", {MASTER: replaced(('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"'))}))
    assert (role(dark, "text"), role(dark, "background")) == ("tx1", "bg1")
    assert dark.grounds.is_dark


def test_a_template_without_room_is_refused_with_its_layout(tmp_path: Path) -> None:
    fault = refused(made(tmp_path / "own.potx", on_master(rectangle(20, 60, 214, 60, BLACK))))
    assert fault.code == "template-area-small"
    assert "layout" in fault.values


def test_a_template_without_layouts_is_refused(tmp_path: Path) -> None:
    def without(text: str) -> str:
        start, end = text.index("<p:sldLayoutIdLst>"), text.index("</p:sldLayoutIdLst>")
        return text[:start] + text[end + len("</p:sldLayoutIdLst>") :]

    assert refused(made(tmp_path / "own.potx", {MASTER: without})).code == "template-no-layouts"


def test_a_lower_page_has_smaller_type_in_step(tmp_path: Path) -> None:
    from deckgen.template.adopt import theme_yaml

    size = {"ppt/presentation.xml": replaced(('cy="6858000"', 'cy="5143500"'))}
    found = look_at(made(tmp_path / "own.potx", size))
    said = theme_yaml(found, "ours", "Ours", "template.potx", lambda key, **values: key)
    assert "page: { width: 254, height: 142.875 }" in said
    assert "smallest: 10.5" in said


def test_a_cover_s_subtitle_keeps_off_a_mark_beside_it(tmp_path: Path) -> None:
    beside = {LAYOUTS.format(1): before("<p:sp>", rectangle(217, 105, 20, 30, BLACK))}
    plain, found = (look_at(made(tmp_path / name, edits)) for name, edits in (("a.potx", {}), ("b.potx", beside)))
    own, under = plain.pages["cover"].under, found.pages["cover"].under
    assert own is not None
    assert under is not None
    assert to_mm(own.right) > 214
    assert to_mm(under.right) <= 214
