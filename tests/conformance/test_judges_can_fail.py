"""A judge that finds nothing is worth something only if it finds faults where faults are."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from deckgen.writers.pdf.loading import load_engine
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.workbook import workbook
from tests.conformance import fit, ground, pages, reading, workbooks
from tests.conformance.builds import COMPANIES, build
from tests.conformance.judges import ROOT, fonts_seen, open_xml_errors, pdf_verdicts
from tests.writers.paper.sample import publication

LONG = "小さすぎる箱に長い文章を入れると、下にはみ出します。"


def deck(tmp_path: Path, draw: Callable[[Any], None]) -> Path:
    """A deck of one slide, 720 pt by 405 pt, that `draw` puts shapes on."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(720), Pt(405)
    draw(presentation.slides.add_slide(presentation.slide_layouts[6]))
    file = tmp_path / "deck.pptx"
    presentation.save(str(file))
    return file


def write(frame: Any, text: str) -> None:
    frame.word_wrap = True
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(18)


def box(shapes: Any, name: str, left: float, top: float, width: float, height: float, text: str) -> Any:
    shape = shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
    shape.name = name
    write(shape.text_frame, text)
    return shape


def table(slide: Any, text: str) -> None:
    frame = slide.shapes.add_table(1, 2, Pt(50), Pt(50), Pt(300), Pt(40))
    frame.name = "table"
    write(frame.table.cell(0, 0).text_frame, "短い")
    write(frame.table.cell(0, 1).text_frame, text)


# --- ground ---


@pytest.mark.usefixtures("libreoffice")
def test_the_ground_judge_finds_text_on_decoration_and_text_that_cannot_be_read(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        panel = slide.slide_layout.slide_master.shapes._spTree
        bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(100), Pt(720), Pt(60))
        bar.fill.solid()
        bar.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
        panel.append(bar._element)
        box(slide.shapes, "clear", 50, 200, 300, 40, "白い地の文")
        box(slide.shapes, "crossing", 50, 88, 300, 40, "境目の文")
        box(slide.shapes, "dark", 50, 115, 300, 40, "濃い地の文")
        cover = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(500), Pt(90), Pt(100), Pt(100))
        cover.fill.solid()
        cover.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1

    (found,) = ground.judge([deck(tmp_path, draw)])
    assert not [each for each in found if "白い地の文" in each]
    assert [each for each in found if "「境目の文」 crosses an edge" in each]
    assert [each for each in found if "「濃い地の文」 has a contrast of 2" in each]
    assert [each for each in found if "its shapes cover" in each]


# --- reading -----------------------------------------------------------------------------------


def test_the_reading_judge_accepts_text_of_18_pt_and_labels_of_14(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        box(slide.shapes, "rules/rule-1", 50, 50, 300, 60, "読む文")
        label = box(slide.shapes, "rules/source", 50, 120, 300, 40, "出典")
        label.text_frame.paragraphs[0].runs[0].font.size = Pt(14)

    assert reading.too_small(deck(tmp_path, draw)) == []


def test_the_reading_judge_finds_small_text_in_shapes_groups_tables_and_list_styles(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        box(slide.shapes, "text", 50, 50, 300, 60, "箱").text_frame.paragraphs[0].runs[0].font.size = Pt(17)
        group = slide.shapes.add_group_shape()
        inner = box(group.shapes, "source", 400, 50, 200, 40, "組の中")
        inner.text_frame.paragraphs[0].runs[0].font.size = Pt(13)
        table(slide, "表")
        cell = slide.shapes[-1].table.cell(0, 1).text_frame.paragraphs[0].runs[0]
        cell.font.size = Pt(12)
        styled = box(slide.shapes, "styled", 50, 200, 300, 40, "型")
        styled.text_frame.paragraphs[0].runs[0].font.size = None
        style = styled._element.txBody.find(qn("a:lstStyle"))
        level = style.makeelement(qn("a:lvl1pPr"), {})
        level.append(style.makeelement(qn("a:defRPr"), {"sz": "1600"}))
        style.append(level)

    found = [line.split("「")[1].split(" pt")[0] for line in reading.too_small(deck(tmp_path, draw))]
    assert found == ["箱」 has 17", "組の中」 has 13", "表」 has 12", "型」 has 16"]


def test_the_reading_judge_finds_slides_of_one_title_and_slides_without(tmp_path: Path) -> None:
    presentation: Any = Presentation()
    for title in ("一つ目", "二つ目", "一つ目"):
        presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text_frame.text = title
    presentation.slides.add_slide(presentation.slide_layouts[6])
    file = tmp_path / "deck.pptx"
    presentation.save(str(file))
    assert reading.same_titles(file) == ["一つ目", ""]


def arrow(shapes: Any, description: str = "") -> Any:
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(50), Pt(50), Pt(150), Pt(50))
    line._element.nvCxnSpPr.cNvPr.set("descr", description)
    return line


def two_arrows(slide: Any) -> None:
    """The first tells of both."""
    arrow(slide.shapes, "図：2段階の流れ")
    arrow(slide.shapes)


def title_as_description(slide: Any) -> None:
    slide.shapes.clone_placeholder(slide.slide_layout.slide_master.slide_layouts[5].placeholders[0])
    slide.shapes.title.text_frame.text = "報告の流れ"
    arrow(slide.shapes, "報告の流れ")


def group_told_twice(slide: Any) -> None:
    group = slide.shapes.add_group_shape()
    group._element.nvGrpSpPr.cNvPr.set("descr", "図：会社の外")
    box(group.shapes, "scene-1", 400, 50, 200, 40, "会社の外")


UNTOLD: dict[str, tuple[Callable[[Any], object], list[str]]] = {
    "nothing where an arrow tells of all": (two_arrows, []),
    "arrows without a word": (lambda slide: arrow(slide.shapes), ["slide 1: arrows that nothing describes"]),
    "a block arrow without a word": (
        lambda slide: slide.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, 0, 0, Pt(50), Pt(50)),
        ["slide 1: arrows that nothing describes"],
    ),
    "a group without a word": (
        lambda slide: box(slide.shapes.add_group_shape().shapes, "text", 50, 50, 200, 40, "組の中"),
        ["slide 1: Group 1 is not described"],
    ),
    "words of a group that is described": (
        group_told_twice,
        ["slide 1: scene-1 is read again in a group that is described"],
    ),
    "a description that stands twice": (
        lambda slide: [arrow(slide.shapes, "図：流れ"), arrow(slide.shapes, "図：流れ")],
        ["slide 1: 「図：流れ」 is read twice"],
    ),
    "a description that is the title": (title_as_description, ["slide 1: 「報告の流れ」 is the title"]),
}


@pytest.mark.parametrize(("draw", "expected"), UNTOLD.values(), ids=UNTOLD.keys())
def test_the_reading_judge_finds(draw: Callable[[Any], None], expected: list[str], tmp_path: Path) -> None:
    assert reading.undescribed(deck(tmp_path, draw)) == expected


# --- fit ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("libreoffice")
def test_the_fit_judge_accepts_a_deck_in_which_everything_fits(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        box(slide.shapes, "one", 50, 50, 300, 60, "二行に\nなる文章")
        linked = box(slide.shapes, "two", 50, 120, 300, 40, "となりの箱 with a link")
        linked.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.jp/"
        group = slide.shapes.add_group_shape()
        box(group.shapes, "in a group", 400, 50, 200, 40, "組の中")
        group.left, group.width, group.height = Pt(450), Pt(220), Pt(44)

    assert fit.judge([deck(tmp_path, draw)]) == [[]]


FAULTS: dict[str, tuple[Callable[[Any], object], str]] = {
    "a box too small": (
        lambda slide: box(slide.shapes, "small", 50, 50, 120, 30, LONG),
        "」 leaves its shape below by ",
    ),
    "a word too long for its box": (
        lambda slide: setattr(box(slide.shapes, "wide", 50, 50, 60, 40, "W" * 20).text_frame, "word_wrap", False),
        "leaves its shape to the right by ",
    ),
    "text beside the slide": (
        lambda slide: box(slide.shapes, "away", 690, 50, 200, 40, "紙の外へ"),
        "leaves the slide to the right by ",
    ),
    "two texts on one spot": (
        lambda slide: (
            box(slide.shapes, "upper", 50, 50, 200, 40, "上の文字"),
            box(slide.shapes, "lower", 60, 58, 200, 40, "下の文字"),
        ),
        "upper: 「上の文字」 collides with lower: 「下の文字」",
    ),
    "a table cell too small": (lambda slide: table(slide, LONG), "table (row 1, column 2): 「"),
}


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize(("draw", "sentence"), FAULTS.values(), ids=FAULTS.keys())
def test_the_fit_judge_finds(draw: Callable[[Any], None], sentence: str, tmp_path: Path) -> None:
    (problems,) = fit.judge([deck(tmp_path, draw)])
    assert problems
    assert all(problem.startswith("slide 1, ") for problem in problems)
    assert any(sentence in problem for problem in problems)


@pytest.mark.usefixtures("libreoffice")
def test_the_fit_judge_finds_text_that_autofit_would_have_shrunk(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        frame = box(slide.shapes, "shrunk", 50, 50, 120, 30, LONG).text_frame
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE

    (problems,) = fit.judge([deck(tmp_path, draw)])
    assert any("shrunk" in problem and "leaves its shape below" in problem for problem in problems)


@pytest.mark.usefixtures("libreoffice")
def test_the_fit_judge_finds_text_that_is_never_printed(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        shape = box(slide.shapes, "hidden", 50, 50, 200, 40, "見えない文字")
        shape._element.nvSpPr.cNvPr.set("hidden", "1")

    (problems,) = fit.judge([deck(tmp_path, draw)])
    assert problems == ["slide 1, hidden: 0 of 6 characters are printed"]


@pytest.mark.usefixtures("libreoffice")
def test_the_fit_judge_prints_with_the_fonts_that_the_layout_measured() -> None:
    theme = ROOT / "themes" / "standard" / "theme.yaml"  # The other themes extend it.
    fonts = yaml.safe_load(theme.read_text(encoding="utf-8"))["fonts"]
    measured = {Path(fonts["regular"]).name, Path(fonts["bold"]).name}
    assert fonts_seen(fonts["latin"]) == measured
    assert fonts_seen(fonts["east_asian"]) == measured


@pytest.mark.usefixtures("other_font")
def test_the_fit_judge_finds_text_that_fits_in_its_own_font_alone(tmp_path: Path) -> None:
    theme = tmp_path / "tight"
    theme.mkdir()
    lines = ("name: tight", "title: 自分の書体だけ", "extends: standard", "fit: own-font")
    (theme / "theme.yaml").write_text("\n".join(lines), encoding="utf-8")
    options = ("--theme", str(theme), "--only", "deck", "--draft")
    made = build(COMPANIES / "midori-seiki.yaml", tmp_path / "output", *options).deck
    assert fit.judge([made]) == [[]]
    (problems,) = fit.judge([made], ())
    assert any("table (row" in problem and "leaves its shape below" in problem for problem in problems)
    assert len(problems) > 10


# --- workbooks --------------------------------------------------------------------------------


@pytest.mark.usefixtures("libreoffice")
def test_the_judge_of_sums_finds_those_that_stop_where_the_table_once_ended(tmp_path: Path) -> None:
    sound, fixed, stale = (tmp_path / f"{name}.xlsx" for name in ("sound", "fixed", "stale"))
    data = workbook(Contents(publication(), ())).data
    for path in (sound, fixed, stale):
        path.write_bytes(data)
    rewrite(fixed, "名簿[出欠]", "受講者名簿!$G$6:$G$10")
    rewrite(stale, "<v>0</v>", "<v>7</v>")
    nothing, missed, wrong = workbooks.judge([sound, fixed, stale], tmp_path)
    assert nothing == []
    assert "filled in, 当日の出席: 2, not 4" in missed
    assert "stored, 当日の出席: 0, not 7" in wrong


def test_the_judge_of_merges_finds_a_cell_that_is_merged_with_itself(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    path.write_bytes(workbook(Contents(publication(), ())).data)
    assert workbooks.lone_merges(path) == []
    rewrite(path, '<mergeCell ref="B7:G7"/>', '<mergeCell ref="B7"/>')
    assert workbooks.lone_merges(path) == ["B7"]


def rewrite(path: Path, old: str, new: str) -> None:
    """Put another text into the report of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            is_report = name == "xl/worksheets/sheet1.xml"
            archive.writestr(name, part.decode().replace(old, new) if is_report else part)


# --- pages of handouts -------------------------------------------------------------------------

PAGE = "<style>@page { size: A4; margin: 25mm } p { position: absolute; margin: 0 }</style>"


def printed(tmp_path: Path, body: str) -> Path:
    file = tmp_path / "page.pdf"
    load_engine().HTML(string=PAGE + body).write_pdf(file)
    return file


def test_the_page_judge_accepts_text_within_the_margins(tmp_path: Path) -> None:
    body = '<p style="top: 0">A line</p><p style="top: 10mm">Another line</p>'
    assert pages.judge(printed(tmp_path, body)) == []


def test_the_page_judge_finds_text_in_the_binding(tmp_path: Path) -> None:
    (problem,) = pages.judge(printed(tmp_path, '<p style="left: -10mm">punched</p>'))
    assert problem.startswith("page 1, 「punched」 leaves the margins to the left by 14.")


def test_the_page_judge_finds_texts_that_collide(tmp_path: Path) -> None:
    body = '<p style="top: 0">first</p><p style="top: 1mm">second</p>'
    (problem,) = pages.judge(printed(tmp_path, body))
    assert problem.startswith("page 1, 「first」 collides with 「second」")


# --- Open XML SDK ------------------------------------------------------------------------------


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_judge_finds_an_attribute_out_of_its_schema(tmp_path: Path) -> None:
    def draw(slide: Any) -> None:
        shape = box(slide.shapes, "wrong", 50, 50, 100, 40, "文字")
        shape.text_frame._txBody.bodyPr.set("anchor", "sideways")

    (error,) = open_xml_errors(deck(tmp_path, draw))
    assert "anchor" in error
    assert "/ppt/slides/slide1.xml" in error


@pytest.mark.usefixtures("open_xml_sdk")
def test_the_open_xml_judge_accepts_a_sound_deck_and_no_broken_one(tmp_path: Path) -> None:
    sound = deck(tmp_path, lambda slide: box(slide.shapes, "sound", 50, 50, 100, 40, "文字"))
    assert open_xml_errors(sound) == []
    sound.write_bytes(sound.read_bytes()[:5000])
    assert open_xml_errors(sound) != []


# --- veraPDF -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("verapdf")
def test_the_pdf_judge_finds_an_untagged_file_and_a_file_that_is_none(tmp_path: Path) -> None:
    untagged, none = tmp_path / "untagged.pdf", tmp_path / "none.pdf"
    load_engine().HTML(string='<html lang="en"><title>Page</title><p>Text</p></html>').write_pdf(untagged)
    none.write_bytes(b"no PDF at all")
    for_screen_readers, for_archives, broken = pdf_verdicts([("ua1", untagged), ("2a", untagged), ("ua1", none)])
    assert any("clause 7.1" in failure for failure in for_screen_readers.failures)
    assert any("clause 6.7" in failure for failure in for_archives.failures)
    assert broken.checks == 0
    assert broken.failures


@pytest.mark.usefixtures("verapdf")
def test_the_pdf_judge_accepts_a_tagged_file(tmp_path: Path) -> None:
    tagged = tmp_path / "tagged.pdf"
    load_engine().HTML(string='<html lang="en"><title>Page</title><h1>Text</h1></html>').write_pdf(
        tagged, pdf_variant="pdf/ua-1"
    )
    (verdict,) = pdf_verdicts([("ua1", tagged)])
    assert verdict.checks > 0
    assert verdict.failures == ()
