"""A small publication made by hand: every kind of item once, on two pages and three layouts."""

import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from struct import pack
from typing import Any

from deckgen.model.course import Course, Edition, Part, Session
from deckgen.model.frames import (
    Box,
    Cell,
    ChartBar,
    ChartBox,
    Cluster,
    Colour,
    Connector,
    Deck,
    Fragment,
    FramedParagraph,
    Icon,
    Item,
    LayoutPlaceholder,
    Line,
    Page,
    Picture,
    Placeholder,
    Shape,
    SlideLayout,
    Stroke,
    TableBox,
    TextBody,
    TextBox,
    shape_of,
)
from deckgen.model.looks import looks_of, unspaced
from deckgen.model.publication import Publication
from deckgen.model.slots import History
from deckgen.model.text import Paragraph, Run, plain_text
from deckgen.model.theme import CardForm, Face, Fonts, Grid, PaperForm, Sizes, Theme
from deckgen.units import mm, pt

ICONS = Path(__file__).parent / "icons"
WIDTH, HEIGHT = 12_192_000, 6_858_000

COLOURS = {
    "text": "1F2A37", "background": "FFFFFF", "ink": "12324A", "surface": "F1F5F8", "primary": "0B5C8A",
    "secondary": "00736A", "warning": "A84A00", "danger": "B4232A", "safe": "2B7233", "muted": "55626F",
    "link": "0B5C8A", "visited": "5B4B8A",
}  # fmt: skip

SIZES: Sizes = {"display": 40, "title": 30, "heading": 22, "body": 20, "small": 17, "label": 15}

THEME = Theme(
    name="sample",
    title="見本",
    grid=Grid(WIDTH, HEIGHT, mm(17), mm(15), mm(22), mm(41), mm(173), mm(178), mm(6), mm(6)),
    scale=(SIZES,),
    smallest=14,
    colours=COLOURS,  # type: ignore[arg-type]
    fonts=Fonts(
        family="BIZ UDPGothic",
        latin="BIZ UDPGothic",
        east_asian="BIZ UDPゴシック",
        regular=Face(Path("regular.ttf"), bold=False),
        bold=Face(Path("bold.ttf"), bold=True),
        line_height=1.4,
        office="BIZ UDPゴシック",
    ),
    icons=(ICONS,),
    card=CardForm(
        width=mm(210),
        height=mm(297),
        margin=mm(4),
        scale=(SIZES,),
        card_width=mm(91),
        card_height=mm(55),
        across=2,
        down=5,
        bleed=mm(3),
    ),
    poster=PaperForm(
        width=mm(210),
        height=mm(297),
        margin=mm(8),
        scale=(SIZES,),
    ),
    files=(),
)


def paragraph(*runs: Run | str, size: float = 18, **look: Any) -> FramedParagraph:
    """A paragraph measured as one line, each character as wide as its size."""
    whole = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    hanging = pt(size * 1.5) if look.get("marker") else 0
    line = measured(whole, size, hanging + look.get("level", 0) * pt(size))
    known: dict[str, Any] = {"bold": False, "colour": Colour("text"), "align": "left", "pitch": size * 1.4}
    return FramedParagraph(runs=whole, lines=(line,), size=size, hanging=hanging, **(known | look))


def measured(runs: tuple[Run, ...], size: float, left: int = 0) -> Line:
    fragments = []
    x = left
    for run in runs:
        fragments.append(Fragment(run, x, pt(size * len(run.text))))
        x += fragments[-1].width
    return Line(tuple(fragments), 0, pt(size * 1.4), x - left)


def body(*paragraphs: FramedParagraph, **look: Any) -> TextBody:
    return TextBody(paragraphs, **look)


def title(*lines: str) -> TextBox:
    framed = replace(
        paragraph("".join(lines), size=30, bold=True, colour=Colour("ink")),
        lines=tuple(measured((Run(line),), 30) for line in lines),
        hard_breaks=True,
    )
    return TextBox(
        box=Box(mm(17), mm(15), mm(304), mm(22)),
        name="sample/title",
        body=body(framed, anchor="middle"),
        placeholder=Placeholder("title"),
    )


def footers(number: int) -> tuple[TextBox, ...]:
    label: dict[str, Any] = {"size": 15, "colour": Colour("muted")}
    return (
        TextBox(
            box=Box(mm(17), mm(178), mm(60), mm(7)),
            name="page/date",
            body=body(paragraph("2026年4月1日", **label)),
            placeholder=Placeholder("date"),
        ),
        TextBox(
            box=Box(mm(80), mm(178), mm(180), mm(7)),
            name="page/footer",
            body=body(paragraph("みどり精機株式会社 社外秘", align="center", **label)),
            placeholder=Placeholder("footer"),
        ),
        TextBox(
            box=Box(mm(281), mm(178), mm(40), mm(7)),
            name="page/number",
            body=body(paragraph(str(number), align="right", **label)),
            placeholder=Placeholder("slide-number"),
        ),
    )


def png(width: int = 8, height: int = 4) -> bytes:
    """A plain green picture."""
    rows = b"".join(b"\0" + b"\x20\x80\x40" * width for _ in range(height))
    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


LIST = TextBox(
    box=Box(mm(17), mm(41), mm(140), mm(80)),
    name="sample/points",
    placeholder=Placeholder("body", 1),
    body=body(
        paragraph("持ち出す前に", Run("必ず", strong=True), "上長の承認を得ます。"),
        paragraph("最小限にする", marker="-", space_before=6),
        paragraph("紙も同じ", marker="-", level=1, space_before=6),
        paragraph("止める", marker="1.", number=3, space_before=6),
        paragraph("知らせる", marker="1.", number=4, space_before=6),
        paragraph("くわしくは", Run("案内 <A&B>", link="https://example.jp/?a=1&b=2"), "へ。", space_before=6),
    ),
)
SHAPE = Shape(
    box=Box(mm(165), mm(41), mm(60), mm(24)),
    name="sample/card",
    geometry="rounded",
    fill=Colour("primary", 0.85),
    stroke=Stroke(Colour("primary"), pt(1)),
    radius=pt(6),
    body=body(paragraph("二重に確認", align="center"), insets=(pt(8), pt(4), pt(8), pt(4)), anchor="middle"),
)
CARD = Shape(
    box=Box(mm(17), mm(125), mm(140), mm(40)),
    name="sample/point",
    geometry="rounded",
    fill=Colour("surface"),
    radius=pt(6),
    placeholder=Placeholder("body", 1),
    body=body(
        paragraph("書類", size=22, bold=True, is_heading=True),
        paragraph("持ち出さない", marker="-", space_before=6),
        insets=(pt(12), pt(8), pt(12), pt(8)),
    ),
)
"""A heading and the text below it in one shape."""
CLUSTER = Cluster(
    box=Box(mm(230), mm(41), mm(90), mm(60)),
    name="sample/scene",
    alt="時計からクラウドへ矢印が伸びる",
    items=(
        Icon(box=Box(mm(232), mm(50), mm(20), mm(20)), name="scene/clock", icon="clock", colour=Colour("danger")),
        Connector(
            box=Box(mm(255), mm(52), mm(25), mm(8)),
            name="scene/arrow",
            start=(mm(280), mm(52)),
            end=(mm(255), mm(60)),
            stroke=Stroke(Colour("muted"), pt(2), dashed=True),
            arrow=True,
        ),
        Shape(box=Box(mm(285), mm(50), mm(30), mm(20)), name="scene/cloud", geometry="cloud", fill=Colour("surface")),
        TextBox(box=Box(mm(232), mm(75), mm(80), mm(8)), name="scene/label", body=body(paragraph("自宅の回線"))),
    ),
)
TABLE = TableBox(
    box=Box(mm(17), mm(125), mm(140), mm(20)),
    name="sample/contacts",
    alt="連絡先の一覧",
    column_widths=(mm(60), mm(80)),
    row_heights=(mm(10), mm(10)),
    rows=(
        (
            Cell(
                body=body(paragraph("役割", size=15, bold=True), anchor="middle"), header=True, fill=Colour("surface")
            ),
            Cell(body=body(paragraph("電話", size=15, bold=True)), header=True, fill=Colour("surface")),
        ),
        (
            Cell(body=body(paragraph("情報管理者", size=15), insets=(pt(4), 0, pt(4), 0)), header=True),
            Cell(body=body(paragraph("03-0000-0000", size=15))),
        ),
    ),
    header_column=True,
    rule=Stroke(Colour("muted", 0.5), pt(0.75)),
)
CHART = ChartBox(
    box=Box(mm(165), mm(105), mm(155), mm(65)),
    name="sample/chart",
    alt="誤配達が最も多い",
    title="事故の報告",
    unit="件",
    bars=(
        ChartBar(
            label="誤配達・誤交付", value=3172, value_text="3,172件（41.4％）", colour=Colour("primary"), share=41.4
        ),
        ChartBar(label="誤送信", value=2250, value_text="2,250件（29.4％）", colour=Colour("muted", 0.4), share=29.4),
        ChartBar(label="紛失", value=866, value_text="866件", colour=Colour("muted", 0.4)),
    ),
    size=15,
    label_width=pt(15 * 7),
    value_width=pt(15 * 11.3),
)
PICTURE = Picture(
    box=Box(mm(17), mm(150), mm(32), mm(16)), name="sample/logo", data=png(), format="png", alt="会社のロゴ"
)
BADGE = Icon(box=Box(mm(60), mm(150), mm(12), mm(12)), name="sample/badge", icon="badge", colour=Colour("safe"))
ITEMS: tuple[Item, ...] = (title("一つ目の", "見出し"), LIST, SHAPE, CLUSTER, TABLE, CHART, PICTURE, BADGE, *footers(2))


def offered(item: TextBox | Shape, *prompts: str) -> LayoutPlaceholder:
    """The placeholder that offers what a text has."""
    shape = shape_of(item)
    assert shape.body
    empty = replace(shape, name="", body=replace(shape.body, paragraphs=()))
    looks = tuple(dict.fromkeys(unspaced(look) for look in looks_of(shape.body)))
    return LayoutPlaceholder(shape=empty, prompts=prompts, looks=looks)


SUBTITLE = TextBox(
    box=Box(mm(17), mm(60), mm(300), mm(30)),
    name="cover/subtitle",
    body=body(paragraph("テレワークの", Run("手引き", link="https://example.jp/"), colour=Colour("background"))),
    placeholder=Placeholder("subtitle"),
)
BODY = offered(replace(LIST, body=body(paragraph("本文", size=20, marker="-"))), "本文")
FOOTERS = tuple(offered(item, "みどり精機株式会社 社外秘") for item in footers(1))
HEAD = offered(title("見出し"), "ここに入力")
MASTER = SlideLayout(
    name="master",
    kind="master",
    title="",
    background=Colour("background"),
    placeholders=(HEAD, BODY, *FOOTERS),
)
LAYOUTS = (
    SlideLayout(
        name="cover",
        kind="cover",
        title="表紙",
        background=Colour("ink"),
        decorations=(
            Shape(box=Box(0, 0, mm(8), HEIGHT), name="cover/band", geometry="rectangle", fill=Colour("secondary")),
        ),
        placeholders=(HEAD, *FOOTERS, offered(SUBTITLE, "副題")),
    ),
    SlideLayout(
        name="title-only",
        kind="title-only",
        title="タイトルのみ",
        background=Colour("background"),
        placeholders=(HEAD, *FOOTERS),
    ),
    SlideLayout(
        name="text",
        kind="text",
        title="タイトルと本文",
        background=Colour("background"),
        decorations=(
            Connector(
                box=Box(mm(17), mm(38), mm(304), 0),
                name="layout/rule",
                start=(mm(17), mm(38)),
                end=(mm(321), mm(38)),
                stroke=Stroke(Colour("primary"), pt(1.5)),
            ),
        ),
        placeholders=(HEAD, *FOOTERS, BODY),
    ),
)

COVER = Page(
    slide_id="cover",
    number=1,
    title="表紙",
    layout="cover",
    kind="cover",
    items=(
        title("表紙"),
        SUBTITLE,
    ),
    notes=(),
    cues=(),
    minutes=1,
    part=0,
)
SAMPLE = Page(
    slide_id="sample",
    number=2,
    title="一つ目の見出し",
    layout="text",
    kind="text",
    items=ITEMS,
    notes=(
        Paragraph((Run("皆さん、"), Run("個人情報", ruby="こじんじょうほう"), Run("の話です。"))),
        Paragraph((Run("会社で"),), marker="-"),
        Paragraph((Run("自宅で"),), marker="-"),
    ),
    cues=(Paragraph((Run("質問は", strong=True), Run("最後に受けます。"))),),
    minutes=3,
    part=1,
)

COURSE = Course(
    id="telework-privacy",
    title=plain_text("テレワーク時の個人情報の取扱い"),
    edition=Edition(
        fiscal_year=2026, version="1.2", issued_on=date(2026, 4, 1), next_review=None, confidentiality="社外秘"
    ),
    course_edition="2025.1",
    company_id="midori",
    company_name="みどり精機株式会社",
    short_name="みどり精機",
    logo=None,
    session=Session(),
    history=History(()),
    slides=(),
    parts=(
        Part(title=plain_text("表紙"), minutes=1, slide_ids=("cover",), numbered=False),
        Part(title=plain_text("はじめに & 目的"), minutes=3, slide_ids=("sample",), numbered=True),
    ),
    requirements=(),
    is_draft=False,
)


def publication(
    *pages: Page, course: Course = COURSE, theme: Theme = THEME, layouts: tuple[SlideLayout, ...] = LAYOUTS
) -> Publication:
    """The two pages of the sample, or others."""
    deck = Deck(width=WIDTH, height=HEIGHT, master=MASTER, layouts=layouts, pages=pages or (COVER, SAMPLE))
    return Publication(course, deck, theme, datetime(2026, 4, 1, 12, tzinfo=UTC))


def page_of(*items: Item) -> Page:
    """The sample page with other items."""
    return replace(SAMPLE, number=1, part=0, items=items)
