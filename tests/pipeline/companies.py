"""Small companies to build, in a workspace of their own."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SMALL = ROOT / "tests" / "cli" / "workspace"


def workspace(folder: Path) -> Path:
    """A small course with one complete company, and the themes of the house."""
    shutil.copytree(_SMALL, folder)
    shutil.copytree(ROOT / "themes", folder / "themes")
    return folder


def add_company(folder: Path, name: str) -> Path:
    """One more company like the first, under a name of its own."""
    profile = folder / "source" / "companies" / f"{name}.yaml"
    text = (profile.parent / "mihon.yaml").read_text("utf-8")
    profile.write_text(text.replace("株式会社みほん商事", f"株式会社{name}"), encoding="utf-8")
    return profile
