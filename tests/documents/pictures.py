"""Makes the pictures of the documents: a page of every file that a build of the sample company writes, and the first
slide of each kind and of each type of block among the examples of `docs/ja/slides.md`.

Usage: python -m tests.documents.pictures   (from the root of the checkout; needs LibreOffice, Chromium, poppler)

Another picture is another row of PICTURES; of the studio's pages, of `tests.documents.studio_pictures`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from tests.conformance import browser
from tests.conformance.judges import office_to_pdf
from tests.documents import examples, studio_pictures, template_pictures

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PROFILE = Path("companies", "midori-seiki.yaml")
NEXT_YEAR = Path("companies", "midori-seiki-2027.yaml")
CHANGES = Path("output", "changes.pdf")

SCREEN, SMALL_SCREEN, PAPER, LARGE_PAPER = 960, 480, 560, 640
"""Widths in pixels."""
COLOURS = 48
PREVIEW, PREVIEWED = "preview", "slide-7"
"""The name of the picture of the preview, and the slide that it shows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page of one file."""

    name: str
    """The picture's file name, without its ending."""
    file: str
    """How the name of the printed file ends."""
    holds: str
    """Words that only the wanted page has, or that it has first."""
    width: int = PAPER


PICTURES = (
    Picture("slide", "privacy_v2.0_deck.pptx", "気づいたら、まず電話で知らせます", SCREEN),
    Picture("handout", "privacy_v2.0_handout.pdf", "画面が変わり、違うファイルを送りました", LARGE_PAPER),
    Picture("trainer", "privacy_v2.0_trainer.pdf", "周りの耳と目に、個人情報が届きました"),
    Picture("worksheet", "privacy_v2.0_worksheet.pdf", "画面が変わり、違うファイルを送りました"),
    Picture("worksheet-discussion", "privacy_v2.0_worksheet.pdf", "みんなで、事故を防ぐ工夫を考えましょう"),
    Picture("quiz", "privacy_v2.0_quiz_A.pdf", "確認テスト"),
    Picture("answers", "privacy_v2.0_answers.pdf", "採点表"),
    Picture("record", "privacy_v2.0_record.pdf", "教育実施報告書"),
    Picture("record-results", "privacy_v2.0_record.pdf", "使った資料"),
    Picture("record-attendance", "privacy_v2.0_record.pdf", "受講者名簿"),
    Picture("workbook", "privacy_v2.0_record.xlsx", "教育実施報告書"),
    Picture("workbook-results", "privacy_v2.0_record.xlsx", "受講の結果"),
    Picture("workbook-attendance", "privacy_v2.0_record.xlsx", "受講者名簿"),
    Picture("card", "privacy_v2.0_card.pdf", "事故かも"),
    Picture("card-back", "privacy_v2.0_card.pdf", "最初にすること"),
    Picture("poster", "privacy_v2.0_poster.pdf", "まず電話で第一報"),
    Picture("questions-cover", "情報システム.xlsx", "ご記入のお願い"),
    Picture("questions", "情報システム.xlsx", "質問票", SCREEN),
    Picture("questions-next", "情報システム.xlsx", "使ってよいツール", SCREEN),
    Picture("changes", "changes.pdf", "新旧対照表"),
    Picture("changes-details", "changes.pdf", "見直したが、変えなかったもの（"),
)

EDITS = (
    ("phone: 03-0000-0005", "phone: 03-0000-0015"),
    ("会社貸与の暗号化したPCかUSBメモリーに入れる。", "会社貸与の暗号化したPCに入れる。USBメモリーは使わない。"),
    ("気づいてから30分以内", "気づいてから15分以内"),
    ("summary: 要記入", "summary: 事故受付の番号、報告の期限、持ち出しの条件を改めた。"),
    ("date: 要記入", "date: 2027年11月17日（水）14:00〜15:00"),
    ("legal_as_of: 2026-10-01", "legal_as_of: 2027-10-01"),
    *((f"reviewed_on: {day}", "reviewed_on: 2027-10-04") for day in ("2026-10-19", "2026-10-26", "2026-09-28")),
)
"""What the sample company changes a year later: what stood there, and what stands there then."""


def kinds_of_slides() -> Iterator[Picture]:
    """A row for the first example of each kind."""
    seen = set()
    for slide in examples.entries(examples.slides()):
        kind = slide["kind"]
        if kind not in seen:
            holds = slide["lead"] if kind == "section" else slide["title"]  # the agenda names the sections, too
            yield Picture(f"kind-{kind}", "examples_v1.0_deck.pptx", holds, SMALL_SCREEN)
        seen.add(kind)


def types_of_blocks() -> Iterator[Picture]:
    """A row for the example of each type of block."""
    for slide in examples.entries(examples.slides()):
        if slide["id"].startswith("block-"):
            yield Picture(slide["id"], "examples_v1.0_deck.pptx", slide["title"], SMALL_SCREEN)


def main() -> None:
    """Build the sample, print its files, and keep the pages of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        examples.write_workspace(folder)
        shutil.copytree(ROOT / "source" / "companies", folder / "companies", dirs_exist_ok=True)
        _deckgen(folder, "build", str(PROFILE), "--forms", "A,B,C")
        _deckgen(folder, "ask", str(PROFILE), "--owner", "情報システム", "--until", "2026-09-30")
        _compare_with_next_year(folder)
        _deckgen(folder, "build", str(examples.PROFILE))
        printed = dict(_print(folder))
        for picture in (*PICTURES, *kinds_of_slides(), *types_of_blocks()):
            pdf = next(pdf for file, pdf in printed.items() if file.endswith(picture.file))
            _keep(pdf, picture, folder)
        _keep_preview(folder)
        _keep_studio(folder)
        keep_template(folder / "template")


def _compare_with_next_year(folder: Path) -> None:
    _deckgen(folder, "renew", str(PROFILE), "--year", "2027")
    text = (folder / NEXT_YEAR).read_text("utf-8")
    for old, new in EDITS:
        if old not in text:
            raise ValueError(f"the sample company has no '{old}'")
        text = text.replace(old, new)
    (folder / NEXT_YEAR).write_text(text, "utf-8")
    _deckgen(folder, "diff", str(PROFILE), str(NEXT_YEAR), "--pdf", str(CHANGES))


def _deckgen(folder: Path, *arguments: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "deckgen", *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)


def _print(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name of each file that was made, with the file as PDF."""
    output = folder / "output"
    for pdf in output.rglob("*.pdf"):
        yield pdf.name, pdf
    office = sorted(path for path in output.rglob("*.*") if path.suffix in (".pptx", ".xlsx"))
    place = folder / "printed"  # not beside the workbook, whose name the record as PDF has, too
    place.mkdir()
    for file, pdf in zip(office, office_to_pdf(office, place), strict=True):
        yield file.name, pdf


def _keep(pdf: Path, picture: Picture, folder: Path) -> None:
    """One page as a picture with few colours, so that the repository stays small."""
    target = folder / picture.name
    number = str(_page_that_holds(picture.holds, pdf))
    command = ["pdftoppm", "-png", "-singlefile", "-f", number, "-l", number, "-scale-to-x", str(picture.width)]
    subprocess.run([*command, "-scale-to-y", "-1", str(pdf), str(target)], check=True)
    _frame(target.with_suffix(".png"), picture.name)


def _keep_preview(folder: Path) -> None:
    """The preview in a browser, at one of its slides."""
    _deckgen(folder, "preview", str(PROFILE))
    (page,) = folder.rglob("*_preview.html")
    shown = browser.pictured(page, PREVIEWED, folder / "preview.png", width=1280, height=860)
    _shrunk(shown, PREVIEW)


def _keep_studio(folder: Path) -> None:
    """The pages of the studio, in a new workspace."""
    _deckgen(folder, "init", "studio")
    for shown in studio_pictures.pictured(folder / "studio", folder):
        _shrunk(shown, shown.stem)


def keep_template(folder: Path) -> None:
    """A template as it comes, and a deck that is built on it."""
    folder.mkdir()
    for shown in template_pictures.pictured(folder):
        _frame(shown, shown.stem)


def _shrunk(shown: Path, name: str) -> None:
    """A picture of a screen, in the width of all screens."""
    with Image.open(shown) as whole:
        whole.resize((SCREEN, round(SCREEN * whole.height / whole.width)), Image.Resampling.LANCZOS).save(shown)
    _frame(shown, name)


def _frame(picture: Path, name: str) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with Image.open(picture) as page:
        framed = ImageOps.expand(page.convert("RGB"), border=1, fill="#c4ccd4")  # the paper's edge on a white page
        framed.quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)


def _page_that_holds(words: str, pdf: Path) -> int:
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    pages = ["".join(page.split()) for page in text.split("\f")]
    return 1 + next(index for index, page in enumerate(pages) if "".join(words.split()) in page)


if __name__ == "__main__":
    main()
