"""The workbook needs no PDF engine: where the engine's libraries are missing, only the PDF is."""

import os
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook

ROOT = Path(__file__).parents[3]


def test_the_workbook_is_written_where_the_pdf_engine_cannot_be_loaded(tmp_path: Path) -> None:
    package = tmp_path / "lacking" / "weasyprint"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("import cffi\ncffi.FFI().dlopen('libpango-0.0-missing')\n", encoding="utf-8")
    profile = ROOT / "source" / "companies" / "hinata-design.yaml"
    command = ["-m", "deckgen", "build", str(profile), "--only", "record", "--out", str(tmp_path / "out")]
    paths = os.pathsep.join(map(str, (package.parent, ROOT)))
    done = subprocess.run(
        [sys.executable, *command, "--lang", "en"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "libpango-0.0-missing" in done.stderr
    (path,) = (tmp_path / "out").rglob("*_record.*")
    assert load_workbook(path).sheetnames == ["実施報告", "受講者名簿"]
