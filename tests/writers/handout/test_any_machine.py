"""Any machine, same bytes, same glyphs: a PDF is set with the theme's fonts and nothing that the machine has."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from deckgen.writers.handout import render
from tests.layout.themes import STANDARD
from tests.writers.handout.sample import FOLDER, THEME, page, publication

ROOT = Path(__file__).parents[3]
WITH_SUPPLEMENT = replace(THEME, fonts=STANDARD.fonts)
TEXTS = {
    "an emoji": ("注意😀です", "注意〓です"),
    "a family of several people": ("家族👨‍👩‍👧です", "家族〓です"),
    "a hand with a skin tone": ("👍🏽よし", "〓よし"),
    "a flag": ("🇯🇵へ", "〓へ"),
    "a sign with the form of an emoji": ("☎\ufe0fと☎\ufe0e", "☎と☎"),
    "a form of a kanji that the fonts hold": ("葛\U000e0100飾区", "葛\U000e0100飾区"),
    "a form of a kanji that the fonts lack": ("漢\U000e0110字", "漢字"),
    "a voiced sound in two characters": ("か\u3099ん", "がん"),
    "a combining circle": ("あ\u20ddと", "〓と"),
    "another script": ("สวัสดีと", "〓〓〓〓と"),
    "a thin space and a hyphen that holds": ("A\u2009B\u2011C", "AB‐C"),
    "a private character of the company": ("\ue000商店", "〓商店"),
    "a kanji of a name that the supplement holds": ("𠮷田", "𠮷田"),
    "a joiner and a mark of direction": ("あ\u200dい\u2060う\u200fえ", "あいうえ"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_sign_without_a_glyph_is_printed_as_a_geta(name: str) -> None:
    written, expected = TEXTS[name]
    with pdfplumber.open(BytesIO(render(publication(page(written), theme=WITH_SUPPLEMENT)).data)) as pdf:
        chars = pdf.pages[0].chars
    assert "".join(char["text"] for char in chars).replace(" ", "").count(expected) >= 1
    assert {char["fontname"].split("+")[1] for char in chars} <= {"BIZ-UDPGothic", "BIZ-UDPGothic-Bold"} | {
        f"Noto-Sans-CJK-JP-Supplement{weight}" for weight in ("", "-Bold")
    }


NO_FONTS = "<fontconfig></fontconfig>"
OTHER_FONTS = f"""<fontconfig><dir>/usr/share/fonts</dir><dir>{FOLDER / "fonts"}</dir>
<match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
<match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>DejaVu Sans</string></edit></match>
</fontconfig>"""
PRINT = """
import sys
from deckgen.writers.handout import render
from tests.writers.handout.sample import page, publication
sys.stdout.buffer.write(render(publication(page("注意😀と☎️と𠮷田とABC"))).data)
"""


def printed(config: str, folder: Path) -> bytes:
    """A handout as it is made by a process to which this is all that the machine has of fonts."""
    file = folder / "fonts.conf"
    file.write_text(f'<?xml version="1.0"?>{config}', encoding="utf-8")
    around = os.environ | {"FONTCONFIG_FILE": str(file), "XDG_CACHE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", PRINT], env=around, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_the_fonts_and_the_rules_of_the_machine_change_no_byte(tmp_path: Path) -> None:
    without = printed(NO_FONTS, tmp_path)
    assert without[:5] == b"%PDF-"
    assert printed(OTHER_FONTS, tmp_path) == without
