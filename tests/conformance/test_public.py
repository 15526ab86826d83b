"""A public edition of a sample company whose personal numbers stand everywhere, read back from every file it has."""

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from html import unescape
from pathlib import Path

import pytest

from tests.conformance.builds import COMPANIES
from tests.conformance.judges import ROOT

SPELT = (
    "090-0000-0000",
    "０９０－００００－００００",
    "090・0000・0000",
    "090 - 0000 - 0000",
    "0 9 0 0 0 0 0 0 0 0 0",
    "(090)0000-0000",
    "090/0000/0000",
    "090_0000_0000",
    "+81 90 0000 0000",
    "09000000000",
    "090\u00a00000\u00a00000",
    "090\u20600000\u20600000",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every output of a company that writes the number of its night watch in each way, in each kind of text."""
    out = tmp_path_factory.mktemp("public")
    text = (COMPANIES / "midori-seiki.yaml").read_text(encoding="utf-8")
    steps = "".join(f"    - 守衛室は{spelt}へ電話する。\n" for spelt in SPELT)
    text = text.replace("  suspicious_mail:\n", f"  suspicious_mail:\n{steps}")
    text = text.replace("夜間と休日は、守衛室に電話します。", "夜間と休日は、守衛室（090・0000・0000）に電話します。")
    text = text.replace("守衛室の番号に電話して", "守衛室の番号[ここ](tel:090%2D0000%2D0000)、090 0000 0000に電話して")
    profile = COMPANIES / "public-edition.yaml"
    profile.write_text(text, encoding="utf-8")
    try:
        command = [sys.executable, "-m", "deckgen", "build", str(profile), "--public", "--out", str(out)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    finally:
        profile.unlink()
    return out / "public-edition"


def text_of(path: Path) -> str:
    """All the text of a file, hidden or shown, its tags taken out."""
    if path.suffix == ".pdf":
        text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
        return text + path.read_bytes().decode("latin-1")
    if path.suffix in (".pptx", ".xlsx"):
        with zipfile.ZipFile(path) as parts:
            texts = [parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith((".xml", ".rels"))]
        return "\n".join(f"{text}\n{re.sub('<[^>]*>', '', text)}" for text in map(unescape, texts))
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)


def test_no_number_that_was_removed_is_in_any_file(folder: Path) -> None:
    files = sorted(path for path in folder.iterdir() if path.suffix in (".pdf", ".pptx", ".xlsx", ".json"))
    assert len(files) > 8
    for path in files:
        digits = re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKC", text_of(path)).replace("+81", "0"))
        assert "09000000000" not in digits, path.name
        assert "社外秘" not in text_of(path), path.name


def test_every_paper_that_sends_people_to_the_number_says_where_it_is(folder: Path) -> None:
    for ending in ("card.pdf", "handout.pdf", "trainer.pdf", "answers.pdf"):
        (path,) = folder.glob(f"*_{ending}")
        assert "社内用の資料" in "".join(text_of(path).split()), ending
