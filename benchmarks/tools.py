"""The commands that are measured: deckgen's, and those of other tools as far as they are installed."""

import shutil
import sys
from pathlib import Path

from benchmarks.markdown import for_marp, for_pandoc
from benchmarks.material import COMPANY, ROOT, SAMPLE, merged_sample
from benchmarks.measuring import Case
from deckgen.pipeline.build import file_prefix

DECK = "deckgen: deck"
TENTH = "deckgen: deck, the tenth in one process"
BOTH = "deckgen: deck + full handout"
ALL = "deckgen: all outputs"
AGAIN = "deckgen: all outputs, nothing changed"
BEFORE = "deckgen before: all outputs"
PANDOC = "pandoc: deck"
OFFICE = "pandoc + LibreOffice: deck + notes pages"
MARP = "Marp: deck"
MARP_BOTH = "Marp: deck + PDF with notes"

_NOTES_PAGES = 'pdf:impress_pdf_Export:{"ExportNotesPages":{"type":"boolean","value":"true"}}'
_OURS = (sys.executable, "-m", "deckgen")
_ENDINGS = {"deck": "deck.pptx", "handout": "handout.pdf"}


def sample_cases(folder: Path, before: Path | None = None) -> list[Case]:
    """The sample company's deck and handout by every tool that is there, each in a corner of the folder.

    `before`: a checkout of an earlier deckgen with its libraries in `.venv`, to compare with.
    """
    course = merged_sample()
    prefix = file_prefix(course)
    cases = [
        deckgen(DECK, SAMPLE, ("deck",), folder / "one", prefix),
        Case(TENTH, ((sys.executable, "-m", "benchmarks.tenth", str(folder / "ten")),), (), is_timed_inside=True),
        deckgen(BOTH, SAMPLE, ("deck", "handout"), folder / "two", prefix, "--handout", "full"),
        _everything(ALL, _OURS, SAMPLE, folder / "all"),
        _everything(AGAIN, _OURS, SAMPLE, folder / "again", is_forced=False),
    ]
    if before:
        profile = before / SAMPLE.relative_to(ROOT)
        cases.append(_everything(BEFORE, (str(before / ".venv" / "bin" / "deckgen"),), profile, folder / "before"))
    markdown = folder / "course.md"
    markdown.write_text(for_pandoc(course), "utf-8")
    if program := pandoc():
        deck = folder / "pandoc.pptx"
        convert = (program, "--slide-level=2", str(markdown), "--output", str(deck))
        cases.append(Case(PANDOC, (convert,), (deck,)))
        if office := shutil.which("soffice"):
            cases.append(Case(OFFICE, (convert, _notes_pages(office, deck, folder)), (deck, folder / "pandoc.pdf")))
    if program := shutil.which("marp"):
        marp = folder / "marp.md"
        marp.write_text(for_marp(course), "utf-8")
        cases += _marp(program, marp, folder)
    return cases


def _everything(name: str, program: tuple[str, ...], profile: Path, folder: Path, *, is_forced: bool = True) -> Case:
    """A build of all outputs by some deckgen."""
    command = (*program, "build", str(profile), "--out", str(folder))
    return Case(name, ((*command, "--force") if is_forced else command,), ())


def deckgen(name: str, profile: Path, outputs: tuple[str, ...], folder: Path, prefix: str, *options: str) -> Case:
    """A build of some outputs, whose names begin with `prefix`."""
    command = [sys.executable, "-m", "deckgen", "build", str(profile), "--only", ",".join(outputs)]
    command += ["--out", str(folder), "--force", *options]
    made = tuple(folder / COMPANY / f"{prefix}{_ENDINGS[output]}" for output in outputs)
    return Case(name, (tuple(command),), made)


def pandoc() -> str | None:
    """The pandoc of the Python package, else the one on the path."""
    try:
        import pypandoc
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def _notes_pages(program: str, deck: Path, folder: Path) -> tuple[str, ...]:
    """LibreOffice's PDF of a deck, each slide with its notes; with a profile of its own, made before it is timed."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    return (program, profile, "--headless", "--convert-to", _NOTES_PAGES, "--outdir", str(folder), str(deck))


def _marp(program: str, markdown: Path, folder: Path) -> list[Case]:
    deck, pdf = folder / "marp.pptx", folder / "marp.pdf"
    to_deck = (program, str(markdown), "--pptx", "--output", str(deck))
    to_pdf = (program, str(markdown), "--pdf", "--pdf-notes", "--output", str(pdf))
    return [Case(MARP, (to_deck,), (deck,)), Case(MARP_BOTH, (to_deck, to_pdf), (deck, pdf))]
