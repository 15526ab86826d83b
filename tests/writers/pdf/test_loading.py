"""The PDF engine: loaded when it is needed, quietly, and missed with a clear word."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def run(code: str, *folders: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (*folders, ROOT)))}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


LOAD = """
from deckgen.writers.handout import EngineMissing
from deckgen.writers.pdf.loading import load_engine
try:
    load_engine()
except EngineMissing as problem:
    print(problem.part, '|', problem.command)
"""


def test_importing_the_writer_does_not_load_the_engine() -> None:
    result = run(
        "import sys, deckgen.writers.handout; print([m for m in ('weasyprint', 'PIL', 'pptx') if m in sys.modules])"
    )
    assert result.stdout == "[]\n", result.stderr


def test_a_missing_library_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    package = tmp_path / "weasyprint"
    package.mkdir()
    # The real search for a library that is nowhere, with the real package's habit of printing advice.
    (package / "__init__.py").write_text(
        "import cffi\nprint('advice')\ncffi.FFI().dlopen('libpango-0.0-missing')\n", encoding="utf-8"
    )
    result = run(LOAD, tmp_path)
    assert result.stderr == ""
    part, _, command = result.stdout.strip().partition(" | ")
    assert part == "libpango-0.0-missing"
    assert "install" in command


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("import tinyhtml5_of_nobody", encoding="utf-8")
    assert run(LOAD, tmp_path).stdout.startswith("tinyhtml5_of_nobody | pip install")


def test_the_library_search_of_python_is_as_it_was_once_the_engine_is_loaded() -> None:
    code = "import ctypes.util as u; before = u.find_library\n" + LOAD + "print(u.find_library is before)"
    result = run(code)
    assert result.stdout == "True\n", result.stderr


def test_the_garbage_collector_runs_again_after_a_handout_is_made() -> None:
    code = (
        "import gc\nfrom tests.writers.handout.sample import publication, page\n"
        "from deckgen.writers.handout import render\nrender(publication())\nprint(gc.isenabled())"
    )
    assert run(code).stdout == "True\n"


def test_what_cuts_fonts_is_loaded_when_it_is_used_and_not_before() -> None:
    code = (
        LOAD
        + "import sys, weasyprint.pdf.fonts as engine\nprint('fontTools.subset' in sys.modules)\n"
        + "print(engine.subset.Options.__name__, 'fontTools.subset' in sys.modules)\n"
        + "from fontTools.subset import Options\nprint(Options is engine.subset.Options)\n"
    )
    assert run(code).stdout == "False\nOptions True\nTrue\n"


def test_the_engine_can_still_take_one_weight_of_a_variable_font() -> None:
    code = LOAD + (
        "import weasyprint.pdf.fonts as engine\nfrom fontTools.fontBuilder import FontBuilder\n"
        "made = FontBuilder(1000)\nmade.setupGlyphOrder(['.notdef'])\nmade.setupCharacterMap({})\n"
        "made.setupGlyf({'.notdef': __import__('fontTools.ttLib.tables._g_l_y_f', fromlist='x').Glyph()})\n"
        "made.setupHorizontalMetrics({'.notdef': (500, 0)})\nmade.setupHorizontalHeader()\n"
        "made.setupNameTable({'familyName': 'F', 'styleName': 'R'})\nmade.setupOS2()\nmade.setupPost()\n"
        "made.setupFvar([('wght', 400, 400, 700, 'Weight')], [])\nmade.setupGvar({})\n"
        "print('fvar' in made.font, 'fvar' in engine.instantiateVariableFont(made.font, {'wght': 700}))\n"
    )
    result = run(code)
    assert result.stdout == "True False\n", result.stderr
