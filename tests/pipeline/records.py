"""Records of builds, as deckgen writes them."""

import json
from pathlib import Path
from typing import Any

from deckgen.pipeline.outputs import digest
from deckgen.pipeline.recorded import RECORD


def entry(name: str, data: bytes, **more: Any) -> dict[str, Any]:
    """One output of a record, with these bytes."""
    made = {"from": "0" * 64, "stamp": "2026-11-02T12:00:00Z", "theme": "standard", "draft": False, "public": False,
            "pdf": "ua", "forms": []}  # fmt: skip
    return {"name": name, "sha256": digest(data), "output": "deck", "slides": 2, "made": made} | more


def record(*outputs: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A record of these outputs."""
    edition = {"company": "mihon", "course": "passwords", "fiscal_year": 2026, "version": "1.0", "theme": "standard"}
    told = {"deckgen": "0.1.0", "profile": "source/companies/mihon.yaml", "draft": False, "public": False, **edition}
    lists = {"default_outputs": ["deck"], "outputs": list(outputs), "inputs": {}, "libraries": {}, "diagnostics": []}
    return {**told, **lists, "kept": {}, "content": {"company": {"name": "株式会社みほん商事"}}} | more


def write_record(folder: Path, *outputs: dict[str, Any], **more: Any) -> None:
    """Leave a record in a folder."""
    (folder / RECORD).write_text(json.dumps(record(*outputs, **more)), encoding="utf-8")
