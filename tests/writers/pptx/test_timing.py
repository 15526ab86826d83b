"""What appears on a click while a slide is shown."""

from dataclasses import replace

from tests.writers.pptx.reading import slide_with
from tests.writers.pptx.sample import BADGE, CLUSTER, LIST, PICTURE, SHAPE, TABLE, title

TITLE = title("見出し")


def test_a_slide_that_is_there_at_once_has_no_timing() -> None:
    assert not slide_with(TITLE, SHAPE, CLUSTER).all("//p:timing")


def test_each_click_shows_what_belongs_to_it_together() -> None:
    first = replace(SHAPE, click=1), replace(BADGE, click=1)
    slide = slide_with(TITLE, replace(CLUSTER, click=2), *first, PICTURE)
    names = {str(each.get("id")): each.get("name") for each in slide.all("//p:cNvPr")}
    shown = [names[spid] for spid in slide.values("//p:set//p:spTgt/@spid")]
    assert shown == ["sample/card", "sample/badge", "sample/scene"]
    assert slide.values("//p:cTn[@presetID]/@nodeType") == ["clickEffect", "withEffect", "clickEffect"]
    assert slide.values("//p:cTn/p:stCondLst/p:cond[@delay='indefinite']/@delay") == ["indefinite", "indefinite"]


def test_every_effect_is_an_entrance_and_every_node_has_its_number() -> None:
    slide = slide_with(replace(LIST, click=1), replace(SHAPE, click=2), replace(TABLE, click=3))
    assert set(slide.values("//p:cTn/@presetClass")) == {"entr"}
    numbers = slide.values("//p:cTn/@id")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_texts_are_built_as_a_whole_with_their_ground() -> None:
    slide = slide_with(replace(LIST, click=1), replace(SHAPE, click=1), replace(TABLE, click=1))
    builds = [(each.get("grpId"), each.get("animBg")) for each in slide.all("//p:bldLst/p:bldP")]
    assert builds == [("0", None), ("0", "1")]
    assert slide.values("//p:cTn[@presetID]/@grpId") == ["0", "0"]
