"""The contracts of pyproject.toml on who may import whom."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_import_keeps_the_contracts() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


FORBIDDEN = {
    "a reader that imports a writer": ("readers/wrong.py", "import deckgen.writers"),
    "a model that imports the layout": ("model/wrong.py", "import deckgen.layout"),
    "YAML outside the readers": ("merge/wrong.py", "import yaml"),
    "PowerPoint's library outside its writer": ("layout/wrong.py", "import pptx"),
    "the PDF engine outside its writer": ("writers/pptx/wrong.py", "import weasyprint"),
    "a new room that no layer names": ("attic.py", ""),
}


@pytest.mark.parametrize(("file", "line"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_an_import_against_the_contracts_is_found(file: str, line: str, tmp_path: Path) -> None:
    copy_of_the_house(tmp_path)
    (tmp_path / "deckgen" / file).write_text(line + "\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout or "deckgen.attic" in result.stdout


def copy_of_the_house(folder: Path) -> None:
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for source in (ROOT / "deckgen").rglob("*.py"):
        target = folder / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
