"""Icons read from SVG files."""

from pathlib import Path

import pytest
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path as parse_by_font_tools

from deckgen import icons
from deckgen.icons.path_data import parse_path

THEME = Path(__file__).parents[2] / "themes" / "standard" / "icons"

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">'
    "{}</svg>"
)


def drawn(folder: Path, content: str, name: str = "thing") -> icons.Drawing:
    (folder / f"{name}.svg").write_text(SVG.format(content), encoding="utf-8")
    return icons.load((folder,), name)


def corners(drawing: icons.Drawing) -> list[tuple[str, tuple[float, float] | None]]:
    return [
        (segment.kind, segment.points[-1] if segment.points else None)
        for path in drawing.paths
        for segment in path.segments
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", "M1 2 L3 4"),
        ("m1 2 3 4", "M1 2 L4 6"),
        ("M1 2h3v-1", "M1 2 L4 2 L4 1"),
        ("M1 2H5V0", "M1 2 L5 2 L5 0"),
        ("M1 1l2 0l0 2zl1 1", "M1 1 L3 1 L3 3 Z L2 2"),
        ("M0 0c1 1 2 2 3 0s2 -2 3 0", "M0 0 C1 1 2 2 3 0 C4 -2 5 -2 6 0"),
        ("M0 0q3 3 6 0t6 0", "M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0"),
        ("M0 0t6 0", "M0 0 C0 0 2 0 6 0"),
        ("M1-2.5.5-1e1", "M1 -2.5 L0.5 -10"),
        ("M0 0A0 5 0 0 1 4 4", "M0 0 L4 4"),
        ("M4 4a2 2 0 1 1 0 0", "M4 4"),
    ],
)
def test_path_data_becomes_absolute_lines_and_curves(data: str, expected: str, tmp_path: Path) -> None:
    assert icons.svg_path(drawn(tmp_path, f'<path d="{data}"/>')) == expected


def test_flags_of_an_arc_need_no_space(tmp_path: Path) -> None:
    tight = drawn(tmp_path, '<path d="M2 2a3 3 0 016 0"/>')
    assert tight.paths == drawn(tmp_path, '<path d="M2 2a3 3 0 0 1 6 0"/>', "loose").paths
    assert corners(tight)[-1] == ("C", (8.0, 2.0))


def test_a_half_circle_bulges_to_the_side_its_sweep_says(tmp_path: Path) -> None:
    up = drawn(tmp_path, '<path d="M2 10a5 5 0 0 1 10 0"/>', "up")
    down = drawn(tmp_path, '<path d="M2 10a5 5 0 0 0 10 0"/>', "down")
    assert corners(up)[1] == ("C", (7.0, 5.0))
    assert corners(down)[1] == ("C", (7.0, 15.0))


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<line x1="1" y1="2" x2="3" y2="4"/>', [("M", (1, 2)), ("L", (3, 4))]),
        ('<polyline points="1,2 3,4 5 6"/>', [("M", (1, 2)), ("L", (3, 4)), ("L", (5, 6))]),
        ('<polygon points="1,2 3,4"/>', [("M", (1, 2)), ("L", (3, 4)), ("Z", None)]),
        (
            '<rect x="1" y="2" width="3" height="4"/>',
            [("M", (1, 2)), ("L", (4, 2)), ("L", (4, 6)), ("L", (1, 6)), ("Z", None)],
        ),
        (
            '<circle cx="12" cy="12" r="9"/>',
            [("M", (3, 12)), ("C", (12, 3)), ("C", (21, 12)), ("C", (12, 21)), ("C", (3, 12)), ("Z", None)],
        ),
        (
            '<ellipse cx="12" cy="12" rx="9" ry="3"/>',
            [("M", (3, 12)), ("C", (12, 9)), ("C", (21, 12)), ("C", (12, 15)), ("C", (3, 12)), ("Z", None)],
        ),
    ],
    ids=["line", "polyline", "polygon", "rectangle", "circle", "ellipse"],
)
def test_basic_shapes_are_drawn(
    element: str, expected: list[tuple[str, tuple[float, float] | None]], tmp_path: Path
) -> None:
    assert corners(drawn(tmp_path, element)) == expected


def test_a_rounded_rectangle_has_four_curves(tmp_path: Path) -> None:
    kinds = [kind for kind, _ in corners(drawn(tmp_path, '<rect x="4" y="4" width="16" height="16" rx="3"/>'))]
    assert kinds == ["M", "L", "C", "L", "C", "L", "C", "L", "C", "Z"]


def test_what_is_not_painted_is_not_drawn(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, '<path stroke="none" d="M0 0h24v24H0z" fill="none"/><path d="M1 1h2"/>')
    assert len(drawing.paths) == 1


def test_filled_and_stroked_parts_are_told_apart(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, '<path d="M1 1h2"/><path d="M5 5h2v2z" fill="currentColor" stroke="none"/>')
    assert icons.svg_path(drawing) == "M1 1 L3 1"
    assert icons.svg_fill_path(drawing) == "M5 5 L7 5 L7 7 Z"
    assert drawing.is_stroked
    assert drawing.is_filled


@pytest.mark.parametrize(
    "content",
    [
        '<path d="M1 1h2" transform="scale(2)"/>',
        "<text>A</text>",
        '<image href="x.png"/>',
        '<path d="L1 1"/>',
        '<path d="M1"/>',
        '<path d="M1 1 w"/>',
        '<circle cx="a" cy="1" r="1"/>',
        "",
    ],
    ids=["transform", "text", "image", "no move", "number missing", "no command", "no number", "empty"],
)
def test_what_cannot_be_drawn_is_an_error(content: str, tmp_path: Path) -> None:
    with pytest.raises(icons.IconInvalid, match=r"thing\.svg"):
        drawn(tmp_path, content)


def test_a_file_that_is_no_svg_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.svg").write_bytes(b"<svg")
    with pytest.raises(icons.IconInvalid):
        icons.load((tmp_path,), "broken")


def test_a_document_type_declaration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bomb.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', encoding="utf-8")
    with pytest.raises(icons.IconInvalid, match="icon-doctype"):
        icons.load((tmp_path,), "bomb")


def test_a_missing_icon_brings_names_that_look_alike(tmp_path: Path) -> None:
    for name in ("device-laptop", "device-mobile", "home"):
        (tmp_path / f"{name}.svg").write_text(SVG.format('<path d="M1 1h2"/>'), encoding="utf-8")
    assert icons.exists((tmp_path,), "home")
    assert not icons.exists((tmp_path,), "laptop")
    assert icons.names((tmp_path,)) == ("device-laptop", "device-mobile", "home")
    with pytest.raises(icons.IconMissing) as caught:
        icons.load((tmp_path,), "device-laptp")
    assert caught.value.close[0] == "device-laptop"


@pytest.mark.parametrize("name", ["../home", "/etc/passwd", "Home", "", "home.svg", "a b"])
def test_a_name_never_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "icons"
    folder.mkdir()
    (tmp_path / "home.svg").write_text(SVG.format('<path d="M1 1h2"/>'), encoding="utf-8")
    assert not icons.exists((folder,), name)


def test_every_icon_of_the_theme_can_be_drawn_inside_its_square() -> None:
    assert icons.names((THEME,))
    for name in icons.names((THEME,)):
        drawing = icons.load((THEME,), name)
        ends = [point for path in drawing.paths for segment in path.segments for point in segment.points[-1:]]
        assert all(-0.5 <= x <= drawing.width + 0.5 and -0.5 <= y <= drawing.height + 0.5 for x, y in ends), name


def test_a_font_library_reads_the_same_outlines() -> None:
    """Of icons that are all paths: other shapes have tests of their own."""
    for name in icons.names((THEME,)):
        svg = (THEME / f"{name}.svg").read_text(encoding="utf-8")
        if any(f"<{shape}" in svg for shape in ("circle", "ellipse", "line", "polygon", "polyline", "rect")):
            continue
        mine, theirs = RecordingPen(), RecordingPen()
        parse_by_font_tools(icons.svg_path(icons.load((THEME,), name)), mine)
        for line in svg.split("<path")[1:]:
            if 'stroke="none"' not in line:
                parse_by_font_tools(line.split(' d="')[1].split('"')[0], theirs)
        assert bounds(mine) == pytest.approx(bounds(theirs), abs=0.02), name


def bounds(recording: RecordingPen) -> tuple[float, ...]:
    pen = ControlBoundsPen(None)
    recording.replay(pen)
    assert pen.bounds is not None
    return tuple(pen.bounds)


def test_numbers_are_not_made_up() -> None:
    with pytest.raises(ValueError, match="takes 2 numbers"):
        parse_path("M1 2 L3")
