"""The slides of the studio are those of the build."""

import re
from pathlib import Path

from deckgen.diagnostics import Report
from deckgen.pipeline.material import publish, read_material
from deckgen.writers.html import slide_html
from tests.studio.client import studio_in, workspace_in

PROFILE = Path("source/companies/midori-seiki.yaml")


def test_every_slide_is_drawn_from_the_frames_of_the_build(tmp_path: Path) -> None:
    folder = workspace_in(tmp_path)
    page = studio_in(folder).enter().get("/c/midori-seiki/slides")
    material = read_material(folder / PROFILE, None, Report())
    publication = publish(material, draft=False, report=Report())
    for each in publication.deck.pages:
        assert slide_html(each, publication.deck, publication.theme, 3) in page.text, each.title


def test_a_slide_is_shown_with_its_notes_and_cues(tmp_path: Path) -> None:
    client = studio_in(workspace_in(tmp_path)).enter()
    page = client.get("/c/midori-seiki/slides/5")
    assert page.has("話す言葉")
    assert page.has(re.escape('rel="next" href="/c/midori-seiki/slides/6"'))


def test_what_is_missing_is_shown_as_a_gap_in_a_draft(tmp_path: Path) -> None:
    folder = workspace_in(tmp_path)
    path = folder / PROFILE
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(short_name: ).*", r"\1要記入", text), encoding="utf-8")
    page = studio_in(folder).enter().get("/c/midori-seiki/slides")
    assert page.has("下書き")


def test_the_look_of_slides_names_fonts_that_are_there(tmp_path: Path) -> None:
    client = studio_in(workspace_in(tmp_path)).enter()
    style = client.get("/c/midori-seiki/slides.css")
    addresses = re.findall(r"url\(([^)]+)\)", style.text)
    assert len(addresses) == 4
    assert all(client.get(address).headers["content-type"] == "font/ttf" for address in addresses)
