"""The zip file and how its parts hang together."""

import cProfile
import io
import posixpath
import zipfile
from dataclasses import replace

from lxml import etree

from deckgen.writers.pptx.deck import render
from tests.writers.pptx.reading import Xml, relationships, written
from tests.writers.pptx.sample import COVER, PICTURE, SAMPLE, page_of, publication


def test_the_same_publication_gives_the_same_bytes() -> None:
    assert render(publication()).data == render(publication()).data


def test_pages_are_counted() -> None:
    assert render(publication()).pages == 2


def test_every_date_in_the_zip_is_the_same_and_no_platform_is_told() -> None:
    with zipfile.ZipFile(io.BytesIO(render(publication()).data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}


def test_content_types_come_first_and_no_name_comes_twice() -> None:
    with zipfile.ZipFile(io.BytesIO(render(publication()).data)) as archive:
        names = archive.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert len(names) == len(set(names))


def test_every_part_is_well_formed_and_has_a_content_type() -> None:
    files = written(publication())
    types = Xml(files["[Content_Types].xml"])
    overrides = set(types.values("//ct:Override/@PartName"))
    defaults = set(types.values("//ct:Default/@Extension"))
    for name, data in files.items():
        if name == "[Content_Types].xml":
            continue
        assert f"/{name}" in overrides or name.rpartition(".")[2] in defaults - {"xml"}, name
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    assert {name[1:] for name in overrides} <= set(files)


def test_every_relationship_leads_to_a_part_and_every_part_is_reached() -> None:
    files = written(publication())
    reached: set[str] = set()
    for name, target, is_external in relationships(files):
        if is_external:
            continue
        source = posixpath.join(posixpath.dirname(name), "..")
        reached.add(posixpath.normpath(posixpath.join(source, target)))
    content = {name for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert reached == content


def test_a_part_uses_only_ids_that_its_relationships_have() -> None:
    files = written(publication())
    for name, data in files.items():
        if not name.startswith("ppt/") or not name.endswith(".xml"):
            continue
        used = set(Xml(data).values("//@r:id | //@r:embed"))
        rels = files.get(f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels")
        known = set(Xml(rels).values("//rel:Relationship/@Id")) if rels else set()
        assert used <= known, name


def test_the_same_picture_is_stored_once() -> None:
    pages = [replace(SAMPLE, number=number) for number in (1, 2, 3)]
    media = [name for name in written(publication(*pages)) if name.startswith("ppt/media/")]
    assert media == ["ppt/media/image1.png"]


def test_a_photograph_keeps_its_bytes_whatever_the_camera_put_behind_it() -> None:
    photograph = replace(PICTURE, format="jpeg", data=b"\xff\xd8 two pictures in one")
    files = written(publication(page_of(photograph)))
    assert files["ppt/media/image1.jpeg"] == photograph.data
    assert Xml(files["[Content_Types].xml"]).values("//ct:Default[@Extension='jpeg']/@ContentType") == ["image/jpeg"]


def test_a_slide_costs_the_same_however_many_there_are() -> None:
    def calls(pages: int) -> int:
        deck = publication(*(replace(COVER, number=number) for number in range(1, pages + 1)))
        profile = cProfile.Profile()
        profile.runcall(render, deck)
        return sum(entry.callcount for entry in profile.getstats())

    calls(1)  # what is kept for further slides is made once
    few, more, many = (calls(pages) for pages in (10, 60, 210))
    assert (many - more) / 150 < 1.02 * (more - few) / 50


def test_a_hundred_pages_keep_their_order() -> None:
    pages = [replace(COVER, number=number, slide_id=f"s{number}") for number in range(1, 101)]
    files = written(publication(*pages))
    targets = {
        row.get("Id"): row.get("Target")
        for row in Xml(files["ppt/_rels/presentation.xml.rels"]).all("//rel:Relationship")
    }
    listed = Xml(files["ppt/presentation.xml"]).values("//p:sldId/@r:id")
    names = [Xml(files[f"ppt/{targets[identifier]}"]).one("//p:cSld").get("name") for identifier in listed]
    assert names == [f"s{number}" for number in range(1, 101)]
