"""QR codes beside every printed address."""

import re
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from deckgen.model.publication import Publication
from deckgen.model.text import Paragraph, Run
from deckgen.writers.handout.contents import code_svg
from tests.writers.handout.reading import page_description, sheets_of, texts
from tests.writers.handout.sample import page, publication
from tests.writers.pptx.sample import COVER

URL = "https://www.example.lg.jp/kurashi/cyber/joho/telework.html"


def modules(data: bytes) -> set[tuple[int, int]]:
    """The dark modules that a code's strokes cover, as column and row."""
    strokes = re.findall(r"M(\d+) (\d+)\.5h(\d+)", data.decode())
    return {(int(x) + step, int(y)) for x, y, length in strokes for step in range(int(length))}


@pytest.mark.parametrize(
    ("address", "side", "level"),
    [
        (URL, 33, "M"),
        ("https://www.example.co.jp/", 25, "M"),
        ("https://training.example.jp", 29, "Q"),  # as strong as its size allows
        ("https://example.jp/" + "a" * 300, 69, "M"),
        ("https://例え.jp/研修", 25, "Q"),
    ],
)
def test_a_code_is_read_as_its_address(address: str, side: int, level: str) -> None:
    data = code_svg(address)
    assert data is not None
    assert f'viewBox="0 0 {side} {side}"'.encode() in data
    picture = Image.new("L", (side + 8, side + 8), 255)
    for x, y in modules(data):
        picture.putpixel((x + 4, y + 4), 0)
    read = zxingcpp.read_barcode(picture.resize((4 * picture.width, 4 * picture.height)))
    assert read is not None
    assert (read.text, read.ec_level) == (address, level)


def test_an_address_too_long_for_any_code_is_printed_without_one() -> None:
    address = "https://example.jp/" + "a" * 3000
    assert code_svg(address) is None
    _, *rest = sheets_of(publication(COVER, page("一", links=(("長い案内", address),))))
    assert "QRコード" not in "".join(rest)
    assert texts("".join(rest)).replace("\n", "").count(address) == 1


def test_label_code_and_address_stand_together() -> None:
    _, sheet = sheets_of(publication(COVER, page("一", links=(("案内", URL),))))
    assert 'alt="案内のQRコード"' in sheet
    assert f'<a href="{URL}">{URL}</a>' in sheet


def test_an_address_in_the_notes_is_printed_too_and_each_once() -> None:
    notes = (
        Paragraph(
            (Run("案内", link=URL), Run("と"), Run("別の案内", link="https://example.jp/")),
        ),
    )
    _, sheet = sheets_of(publication(COVER, page("一", links=(("案内", URL),), notes=notes)))
    assert re.findall(r'alt="(.*?)のQRコード"', sheet) == ["案内", "別の案内"]


def test_an_address_in_the_cues_is_for_the_trainer() -> None:
    told = publication(COVER, page("一", cues=(Paragraph((Run("名簿", link="https://intra.example.jp/"),)),)))
    assert "intra.example.jp" not in page_description(told, "handout")[0]
    assert "名簿のQRコード" in page_description(told, "trainer")[0]


def test_addresses_beside_slides_in_another_language_are_called_as_in_that_of_the_papers() -> None:
    def linked(label: str) -> Publication:
        return publication(page("題", slide_id="first", links=((label, "https://example.jp/"),)))

    both = replace(linked("The ministry"), other=linked("厚生労働省"))
    assert [each.links for each in both.paper_pages] == [(("The ministry", "https://example.jp/"),)]
