"""Files and folders that may not be read, or are of another kind: told with their names, never a fault of deckgen's."""

import contextlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.cli import main
from deckgen.cli.printing import OWN_FAULT
from tests.pipeline.companies import workspace

NOBODY = 65534
PLACES = (
    "source", "source/companies", "source/companies/mihon.yaml", "source/courses", "source/courses/passwords",
    "source/courses/passwords/course.yaml", "themes", "themes/standard", "themes/standard/theme.yaml",
    "themes/standard/fonts", "themes/standard/icons", "output", "output/mihon", "output/mihon/build.json",
    "output/mihon/.lock", "output/mihon/archive", "output/mihon/2026FY_passwords_v1.0_deck.pptx",
)  # fmt: skip
COMMANDS = (
    ("check", "source/companies/mihon.yaml"),
    ("slots", "source/companies/mihon.yaml"),
    ("build", "source/companies/mihon.yaml", "--only", "deck"),
    ("archive", "mihon"),
    ("renew", "mihon", "--year", "2027"),
    ("diff", "output/mihon", "source/companies/mihon.yaml"),
    ("new", "source/companies/new.yaml", "--course", "passwords"),
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose company was built, in a place that everybody may read and write."""
    root = tmp_path_factory.mktemp("closed")
    os.chmod(root.parent, 0o755)  # noqa: PTH101
    folder = workspace(root / "house")
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        for command in sorted(COMMANDS):  # another user may not be able to read what has not been imported yet
            main(list(command))
    (folder / "output/mihon/archive").mkdir(exist_ok=True)
    for path in (root, *root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    return folder


def as_somebody_else(folder: Path, *command: str) -> tuple[int, str]:
    """The exit code of a command, and what it tells, run by a user who may only do what everybody may."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        with open(reading, encoding="utf-8", errors="replace") as told:  # noqa: PTH123 - by descriptor
            text = told.read()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text
    code = OWN_FAULT
    try:
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        os.chdir(folder)
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        out = open(1, "w", encoding="utf-8", errors="replace")  # noqa: SIM115 - the process ends with it
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main([*command, "--lang", "en"])
        out.flush()
    finally:
        os._exit(code)


@contextlib.contextmanager
def closed(path: Path) -> Iterator[None]:
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(mode)


@pytest.mark.parametrize("place", PLACES)
def test_what_may_not_be_read_is_told(house: Path, place: str) -> None:
    for command in COMMANDS:
        (house / "source/companies/new.yaml").unlink(missing_ok=True)
        (house / "source/companies/mihon-2027.yaml").unlink(missing_ok=True)
        with closed(house / place):
            code, told = as_somebody_else(house, *command)
        assert code in (0, 1), (command, told)
        assert "fault in deckgen" not in told, (command, told)
        assert "Traceback" not in told
        assert code == 0 or "error" in told, (command, told)


@pytest.mark.parametrize("number", ["9" * 4301, "٣", "²", "-1", "1e3"])
@pytest.mark.parametrize("option", [("batch", "source/companies", "-j"), ("renew", "mihon", "--year")])
def test_a_number_of_any_length_and_script_is_wrong_usage(
    option: tuple[str, ...], number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*option, number, "--lang", "en"]) == 2
    assert "functools" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("key", "code"), [("version", "slide-overfull"), ("fiscal_year", "wrong-type"), ("issued_on", "wrong-type")]
)
def test_an_edition_of_four_thousand_digits_is_told_with_its_place(
    house: Path, key: str, code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house)
    text = Path("source/companies/mihon.yaml").read_text("utf-8")
    profile = Path("source/companies/digits.yaml")
    profile.write_text(re.sub(rf"{key}: .*", f'{key}: "{"9" * 4301}"', text), encoding="utf-8")
    for command in (["check", str(profile)], ["build", str(profile), "--only", "deck"], ["slots", str(profile)]):
        assert main([*command, "--lang", "en"]) in (0, 1)
    assert f"error[{code}]" in capsys.readouterr().out
    assert main(["renew", "digits", "--year", "2027"]) in (0, 1)
    profile.unlink()


def test_an_address_that_is_none_is_told_where_it_stands(
    house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(house)
    slides = Path("source/courses/passwords/slides.yaml")
    text = slides.read_text("utf-8")
    slides.write_text(text.replace("始めます。", "始めます。[x](http://[/)と[y](https://[::1)です。", 1), "utf-8")
    try:
        assert main(["check", "source/companies/mihon.yaml", "--links", "--lang", "en"]) in (0, 1)
        assert "http://[/" in capsys.readouterr().out
    finally:
        slides.write_text(text, "utf-8")
