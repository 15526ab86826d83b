"""QR codes beside every printed address."""

import re

import pytest
import segno

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


@pytest.mark.parametrize("address", [URL, "https://example.jp/" + "a" * 300])
def test_a_code_has_the_modules_of_its_address(address: str) -> None:
    data = code_svg(address)
    assert data is not None
    matrix = segno.make_qr(address, error="m", boost_error=True).matrix
    assert modules(data) == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert f'viewBox="0 0 {len(matrix)} {len(matrix)}"'.encode() in data


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
