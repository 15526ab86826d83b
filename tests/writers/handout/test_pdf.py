"""The file that is handed out: what it says, in which order, to whom, and that it is the same every time."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.writers.pdf.levels import mm
from tests.writers.handout.reading import Kind, opened, outline_of, printed, read_aloud, sample_pdf
from tests.writers.handout.sample import FONT_SET

# The engine leaves the colour profile of archive files open.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")
ROOT = Path(__file__).parents[3]
SLIDE = (
    "一つ目の見出し持ち出す前に必ず上長の承認を得ます。•最小限にする–紙も同じ3.止める4.知らせるくわしくは案内<A&B>へ。"
    "二重に確認自宅の回線役割電話情報管理者03-0000-0000誤配達・誤交付3,172件（41.4％）誤送信2,250件（29.4％）紛失866件"
)
NOTES = "解説皆さん、個人情報こじんじょうほうの話です。•会社で•自宅で"


def test_slide_and_notes_are_text_in_the_order_of_reading() -> None:
    assert SLIDE in printed(sample_pdf())
    text = read_aloud(sample_pdf())
    assert text.index("一つ目の見出し") < text.index(NOTES)


def test_cues_and_times_are_in_the_trainers_file_only() -> None:
    participant, trainer = read_aloud(sample_pdf("handout")), read_aloud(sample_pdf("trainer"))
    assert "進行質問は最後に受けます。" in trainer
    assert "3分開始から1分→4分（全4分）" in trainer
    assert "講師用" in printed(sample_pdf("trainer"))
    participant += printed(sample_pdf())
    for word in ("質問は", "最後に受けます", "進行", "開始から", "講師用"):
        assert word not in participant


@pytest.mark.parametrize("kind", ["handout", "trainer"])
def test_every_sheet_says_whose_it_is_and_which_edition(kind: Kind) -> None:
    with opened(sample_pdf(kind)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            text = page.extract_text()
            for part in ("みどり精機株式会社", "社外秘", "令和8年度（2026年度）版", "第1.2版", f"{number} / 2"):
                assert part in text


def test_the_file_names_title_company_language_and_the_time_it_was_given() -> None:
    with opened(sample_pdf()) as pdf:
        assert pdf.metadata["Title"] == "テレワーク時の個人情報の取扱い 配布資料"
        assert pdf.metadata["Author"] == "みどり精機株式会社"
        assert pdf.metadata["CreationDate"] == pdf.metadata["ModDate"] == "D:20260401120000Z"
        assert pdf.doc.catalog["Lang"] == b"ja"
        assert pdf.doc.catalog["ViewerPreferences"]["DisplayDocTitle"]


def test_the_outline_has_the_course_and_its_slides() -> None:
    assert outline_of(sample_pdf()) == [(1, "表紙"), (2, "一つ目の見出し")]


def test_it_is_a4_and_leaves_the_punched_side_free() -> None:
    with opened(sample_pdf()) as pdf:
        for page in pdf.pages:
            assert (round(page.width, 1), round(page.height, 1)) == (595.3, 841.9)
            assert min(char["x0"] for char in page.chars) >= mm(20)


def test_fonts_are_embedded_and_subset() -> None:
    with opened(sample_pdf()) as pdf:
        names = {char["fontname"] for page in pdf.pages for char in page.chars}
        assert {name.partition("+")[2] for name in names} == {"BIZ-UDPGothic", "BIZ-UDPGothic-Bold"}
    assert len(sample_pdf()) < 200_000


def test_a_line_on_paper_is_as_wide_as_it_was_measured() -> None:
    with opened(sample_pdf()) as pdf:
        chars = pdf.pages[1].chars
    first = next(char for char in chars if char["text"] == "皆")
    last = next(char for char in chars if char["text"] == "。" and char["top"] == first["top"])
    assert last["x1"] - first["x0"] == pytest.approx(11 * FONT_SET.width("皆さん、個人情報の話です。"), abs=0.1)


def test_texts_of_a_slide_keep_their_place() -> None:
    """The picture is 170 mm wide, a slide 960 pt: one point of the slide is about half a point on paper."""
    scale = mm(170) / 960
    with opened(sample_pdf()) as pdf:
        first = next(char for char in pdf.pages[1].chars if char["text"] == "一")
    assert first["x0"] == pytest.approx(mm(25) + 17 * 72 / 25.4 * scale, abs=0.6)
    assert first["size"] == pytest.approx(30 * scale, abs=0.01)


SCRIPT = """
import sys
from tests.writers.handout.sample import publication
from deckgen.writers.handout import render
sys.stdout.buffer.write(render(publication(), sys.argv[1], sys.argv[2]).data)
"""


@pytest.mark.parametrize(("kind", "variant"), [("handout", "ua"), ("trainer", "archive")])
def test_another_process_elsewhere_makes_the_same_bytes(kind: Kind, variant: str, tmp_path: Path) -> None:
    surroundings = os.environ | {
        "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C",
        "TMPDIR": str(tmp_path), "SOURCE_DATE_EPOCH": "0",
    }  # fmt: skip
    command = [sys.executable, "-c", SCRIPT, kind, variant]
    other = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=True).stdout
    assert digest(other) == digest(sample_pdf(kind, variant))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_nothing_in_the_file_tells_where_it_was_made() -> None:
    data = sample_pdf()
    with opened(data) as pdf:
        objects = [pdf.doc.getobj(number) for number in range(1, pdf.doc.xrefs[0].trailer["Size"])]
    readable = data + b"".join(each.get_data() for each in objects if hasattr(each, "get_data"))
    assert b"WeasyPrint" in readable
    for leak in (str(ROOT).encode(), b"file:", b"deckgen:", b"theme.invalid", b"weasyprint-"):
        assert leak not in readable
