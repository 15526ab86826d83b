"""The documents, and what stands in their blocks."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block: its language, and its lines."""

_COMMAND = re.compile(r"^(?:\s*|\s*\.venv\S)?(?:py -m )?(deckgen [^#>\n]*)", re.MULTILINE)


def text_of(name: str) -> str:
    """A document, by its path in the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def commands(document: str) -> Iterator[str]:
    """The lines of blocks that call deckgen, as long as they are no more than a name."""
    fenced = "\n".join(body for language, body in FENCE.findall(document) if language == "sh")
    indented = "\n".join(re.findall(r"^    (\S.*)$", FENCE.sub("", document), re.MULTILINE))
    for command in _COMMAND.findall(f"{fenced}\n{indented}"):
        if "…" not in command:
            yield command.strip()
