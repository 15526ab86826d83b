"""Templates of a theme: filled in within bounds, a theme's own before those that it is laid upon."""

from pathlib import Path

import pytest

from deckgen.wording import Wording
from deckgen.writers.pdf.templates import render
from deckgen.writers.rendered import ThemeFault


def fault(folder: Path, text: str) -> ThemeFault:
    (folder / "a.j2").write_text(text, encoding="utf-8")
    with pytest.raises(ThemeFault) as caught:
        render((folder,), "a.j2", name="値", say=Wording("ja").say)
    assert Path(caught.value.place.file).name == "a.j2"
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("一\n{{ nobody.name }}", 2, "@template-unknown"),
        ("一\n二\n{{ 1 / 0 }}", 3, "@template-value"),
        ("{{ name.__class__.__mro__ }}", 1, "@template-value"),
        ("一\n{{ name | nofilter }}", 2, "@template-unknown"),
        ("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}", 1, "@template-too-much"),
        ("{{ 'あ' * 10**9 }}", 1, "@template-too-much"),
        ("{{ 9 ** 9 ** 9 }}", 1, "@template-too-much"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "@template-too-much"),
        ("{% include 'a.j2' %}", 1, "@template-too-much"),
    ],
)
def test_what_cannot_be_filled_in_is_told_at_its_line(text: str, line: int, reason: str, tmp_path: Path) -> None:
    found = fault(tmp_path, text)
    assert (found.place.line, found.values["reason"]) == (line, reason)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{ nobody }}", "nobody"),
        ("{{ name.place }}", "place"),
        ("{{ say('nothing') }}", "nothing"),
        ("{{ name | nofilter }}", "nofilter"),
    ],
)
def test_a_name_that_there_is_not_is_told(text: str, name: str, tmp_path: Path) -> None:
    assert fault(tmp_path, text).values["found"] == f" ({name})"


def test_a_theme_that_has_one_template_of_its_own_takes_the_others_from_its_base(tmp_path: Path) -> None:
    own, base = tmp_path / "own", tmp_path / "base"
    for folder, name in ((own, "a.j2"), (base, "a.j2"), (base, "b.j2")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(folder.name)
    assert [render((own, base), name) for name in ("a.j2", "b.j2")] == ["own", "base"]
