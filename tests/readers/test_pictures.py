"""Pictures: only sound PNG and JPEG files of bearable size, from the folder of the file that names them."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import PIL.Image
import PIL.ImageColor
import PIL.ImageFile
import pytest

from deckgen.diagnostics import Place, Report
from deckgen.messages import message_of
from deckgen.model.slots import Image
from deckgen.readers.pictures import BYTES_LIMIT, SHOWN_SIDE, read_image
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Scalar

PLACE = Place("a.yaml", 4, 9)


def read(folder: Path, name: str) -> tuple[Image | None, list[str]]:
    """The picture, or None, and what was found."""
    report = Report()
    try:
        image = read_image(Scalar(name, PLACE), Context(report, folder, is_template=False))
    except Faulty:
        image = None
    assert {finding.place for finding in report} <= {PLACE}
    return image, [message_of(finding, "en") for finding in report]


def picture(path: Path, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> Path:
    PIL.Image.new(mode, size).save(path)
    return path


@pytest.mark.parametrize(
    ("name", "mode", "form"), [("a.png", "RGBA", "png"), ("a.jpg", "RGB", "jpeg"), ("b.jpg", "L", "jpeg")]
)
def test_a_sound_picture_is_read_once_with_its_size(tmp_path: Path, name: str, mode: str, form: str) -> None:
    path = picture(tmp_path / name, mode=mode)
    image, found = read(tmp_path, name)
    assert found == []
    assert image == Image(path, path.read_bytes(), form, 40, 30, PLACE)  # type: ignore[arg-type]


def test_what_counts_is_the_content_and_not_the_ending(tmp_path: Path) -> None:
    picture(tmp_path / "a.png").rename(tmp_path / "a.jpg")
    image, _ = read(tmp_path, "a.jpg")
    assert image is not None
    assert image.format == "png"


def test_a_picture_in_a_folder_below_is_read(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    picture(tmp_path / "logos" / "a.png")
    assert read(tmp_path, "logos/../logos/a.png")[0] is not None


@pytest.mark.parametrize("name", ["../a.png", "logos/../../a.png", "/etc/hostname"])
def test_a_path_that_leaves_the_folder_is_refused_even_where_the_file_exists(tmp_path: Path, name: str) -> None:
    picture(tmp_path / "a.png")
    (tmp_path / "company" / "logos").mkdir(parents=True)
    assert read(tmp_path / "company", name) == (None, [f"the path {name} leads out of the folder"])


def test_a_symbolic_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    picture(tmp_path / "a.png")
    (tmp_path / "company").mkdir()
    (tmp_path / "company" / "a.png").symlink_to(tmp_path / "a.png")
    assert read(tmp_path / "company", "a.png") == (None, ["the path a.png leads out of the folder"])


def test_a_folder_reached_by_a_link_is_a_folder_like_any(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    picture(tmp_path / "real" / "a.png")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert read(tmp_path / "link", "a.png")[0] is not None


@pytest.mark.parametrize("name", ["none.png", ".", "a" * 5000])
def test_a_picture_that_is_not_there(tmp_path: Path, name: str) -> None:
    image, (message,) = read(tmp_path, name)
    assert image is None
    assert message.startswith("there is no picture")


def test_a_picture_is_named_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "plan.png").write_text("plan")
    assert read(tmp_path, "below/logo.png")[1] == ["there is no picture below/logo.png"]
    assert read(tmp_path, "below/../below/plan.png")[1] == ["below/../below/plan.png is not a PNG or JPEG picture"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("below\\logo.png", "below/logo.png"),
        ("below/lgoo.png", "below/logo.png"),
        ("below/logo.gif", "below/logo.png"),
        ("..\\outside.png", ""),
        ("C:\\logo.png", ""),
        ("below/plan.png", ""),
    ],
)
def test_the_picture_that_was_most_likely_meant_is_suggested(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / "home" / "below").mkdir(parents=True)
    picture(tmp_path / "home" / "below" / "logo.png")
    picture(tmp_path / "outside.png")
    report = Report()
    with pytest.raises(Faulty):
        read_image(Scalar(name, PLACE), Context(report, tmp_path / "home", is_template=False))
    (found,) = report
    assert (found.code, dict(found.values)["suggestion"]) == ("picture-missing", meant)


def test_a_text_file_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("<svg onload='alert(1)'/>")
    assert read(tmp_path, "a.png") == (None, ["a.png is not a PNG or JPEG picture"])


def test_a_gif_is_refused_under_any_name(tmp_path: Path) -> None:
    picture(tmp_path / "a.gif").rename(tmp_path / "a.png")
    assert read(tmp_path, "a.png") == (None, ["a.png is not a PNG or JPEG picture"])


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("another_library_is_lenient", [False, True])
def test_a_picture_cut_off_in_the_middle_is_refused(
    tmp_path: Path, name: str, another_library_is_lenient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PIL.ImageFile, "LOAD_TRUNCATED_IMAGES", another_library_is_lenient)
    path = tmp_path / name
    PIL.Image.effect_noise((200, 200), 80).convert("RGB").save(path)
    path.write_bytes(path.read_bytes()[:2000])
    image, (message,) = read(tmp_path, name)
    assert image is None
    assert message.startswith(f"the picture {name} is damaged: ")


def test_a_file_of_many_bytes_is_not_even_opened(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture(tmp_path / "b.png").read_bytes() + b"\0" * BYTES_LIMIT)
    image, (message,) = read(tmp_path, "a.png")
    assert image is None
    assert message.endswith("bytes, more than 5000000")


@pytest.mark.parametrize("side", [7_000, 60_000])
def test_a_small_file_of_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    )
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    image, (message,) = read(tmp_path, "a.png")
    assert image is None
    assert message.endswith("pixels, more than 40000000 in all")


CORNERS = ("red", "lime", "blue", "yellow")
"""Colours of a picture's corners, clockwise from the top left."""
HELD = {1: "0123", 2: "1032", 3: "2301", 4: "3210", 5: "0321", 6: "3012", 7: "2103", 8: "1230"}
"""For each way to hold a camera (EXIF's Orientation), which corners of the stored picture are seen, clockwise."""


def four_corners(path: Path, orientation: int, size: tuple[int, int] = (64, 32)) -> None:
    image = PIL.Image.new("RGB", size)
    half, middle = size[0] // 2, size[1] // 2
    for colour, corner in zip(CORNERS, ((0, 0), (half, 0), (half, middle), (0, middle)), strict=True):
        image.paste(colour, (*corner, corner[0] + half, corner[1] + middle))
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    image.save(path, exif=exif, quality=95)


def seen(image: Image) -> str:
    """The corners as a program sees them that heeds no note of the camera, clockwise, by their places in `CORNERS`."""
    with PIL.Image.open(io.BytesIO(image.data)) as opened:
        assert opened.getexif().get(0x0112) in (None, 1)
        right, bottom = image.width - 5, image.height - 5
        found = [opened.convert("RGB").getpixel(at) for at in ((4, 4), (right, 4), (right, bottom), (4, bottom))]
    known = [PIL.ImageColor.getrgb(colour) for colour in CORNERS]
    return "".join(str(min(range(4), key=lambda at: _distance(known[at], pixel))) for pixel in found)


def _distance(one: Any, other: Any) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("orientation", HELD)
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_photo_is_turned_once_when_it_is_read(tmp_path: Path, name: str, orientation: int) -> None:
    four_corners(tmp_path / name, orientation)
    image, found = read(tmp_path, name)
    assert found == []
    assert image is not None
    assert (image.width, image.height) == ((64, 32) if orientation < 5 else (32, 64))
    assert seen(image) == HELD[orientation]


def test_a_photo_of_more_pixels_than_can_be_seen_is_made_smaller(tmp_path: Path) -> None:
    four_corners(tmp_path / "a.jpg", 6, (4000, 3000))
    image, _ = read(tmp_path, "a.jpg")
    assert image is not None
    assert (image.width, image.height) == (1800, SHOWN_SIDE)
    assert seen(image) == HELD[6]
    assert image == read(tmp_path, "a.jpg")[0]


def test_a_drawing_with_few_colours_can_be_made_smaller(tmp_path: Path) -> None:
    drawing = PIL.Image.effect_noise((SHOWN_SIDE * 2, 40), 90).convert("P")
    drawing.save(tmp_path / "a.png")
    image, _ = read(tmp_path, "a.png")
    assert image is not None
    assert (image.width, image.height) == (SHOWN_SIDE, 20)


def test_a_note_of_the_camera_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    PIL.Image.new("RGB", (40, 30)).save(tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f")
    image, found = read(tmp_path, "a.jpg")
    assert found == []
    assert image is not None
    assert image.data == (tmp_path / "a.jpg").read_bytes()


def test_no_slot_stands_in_the_place_of_a_company_s_own_picture(tmp_path: Path) -> None:
    report, entry = Report(), Entry(Scalar("slot", PLACE), Scalar("company.logo", PLACE))
    with pytest.raises(Faulty):
        read_image(Mapping({"slot": entry}, PLACE), Context(report, tmp_path, is_template=False))
    assert [found.code for found in report] == ["wrong-type"]
