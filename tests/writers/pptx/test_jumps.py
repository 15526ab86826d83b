"""Texts that lead to another slide."""

from dataclasses import replace

from tests.writers.pptx.reading import Xml, relationships, written
from tests.writers.pptx.sample import COVER, SAMPLE, SHAPE, page_of, publication, title


def test_a_text_that_leads_to_a_slide_names_it() -> None:
    cover = replace(COVER, items=(title("表紙"), replace(SHAPE, leads_to="sample")))
    files = written(publication(cover, SAMPLE))
    (click,) = Xml(files["ppt/slides/slide1.xml"]).all("//p:cNvPr/a:hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"
    targets = [target for name, target, _ in relationships(files) if name.endswith("/slide1.xml.rels")]
    assert "slide2.xml" in [target.rpartition("/")[2] for target in targets]


def test_a_text_that_leads_to_a_slide_that_is_not_there_leads_nowhere() -> None:
    files = written(publication(page_of(title("題"), replace(SHAPE, leads_to="gone"))))
    assert not Xml(files["ppt/slides/slide1.xml"]).all("//a:hlinkClick")
