"""The sheet of icons: every icon that slides may name, with what it stands for."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from deckgen.cli import main
from deckgen.diagnostics import Report, Stop
from deckgen.icons import names
from deckgen.pipeline.icon_sheet import IconRequest, write_icons
from deckgen.pipeline.new_course import write_new_course
from deckgen.pipeline.new_workspace import write_workspace
from deckgen.wording import LANGUAGES, Language, words_in
from tests.layout.themes import ROOT

ICONS = names((ROOT / "themes" / "standard" / "icons",))
FORKLIFT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M3 17V7h6l4 6v4"/></svg>'


@pytest.fixture
def space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_workspace(tmp_path, "ja", Report())
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Page(HTMLParser):
    """The names on the page, and what would be fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.names = re.findall(r'<code class="name">([^<]*)</code>', text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_icon_has_its_meaning_in_both_languages(language: Language) -> None:
    words = words_in(language, "icons")
    assert tuple(words) == ICONS
    assert all(words.values())


def test_no_two_icons_stand_for_the_same_in_japanese() -> None:
    words = words_in("ja", "icons")
    assert len(set(words.values())) == len(words)


def test_the_page_shows_each_and_needs_nothing_else(space: Path) -> None:
    made = write_icons(IconRequest(space, "ja"), Report())
    assert made.path == space / "output" / "icons.html"
    text = made.path.read_text("utf-8")
    page = Page(text)
    assert tuple(page.names) == ICONS
    assert page.tags.count("svg") == len(ICONS)
    assert page.addresses == []
    assert "script" not in page.tags
    assert "鍵、パスワード、ロック" in text


def test_a_course_s_own_come_first_and_those_that_the_theme_shows_instead_do_not(space: Path) -> None:
    folder = write_new_course("depot", space, "ja", Report()).folder / "icons"
    folder.mkdir()
    for name in ("forklift", "lock"):
        (folder / f"{name}.svg").write_text(FORKLIFT, "utf-8")
    made = write_icons(IconRequest(space, "ja", course="depot"), Report())
    assert [name for name, _ in made.icons] == ["forklift", *ICONS]


def test_an_icon_of_the_course_that_cannot_be_drawn_is_told_and_nothing_written(space: Path) -> None:
    folder = write_new_course("depot", space, "ja", Report()).folder / "icons"
    folder.mkdir()
    (folder / "forklift.svg").write_text("<svg><script/></svg>", "utf-8")
    report = Report()
    with pytest.raises(Stop):
        write_icons(IconRequest(space, "ja", course="depot"), report)
    assert [found.code for found in report] == ["icon-invalid"]
    assert not (space / "output" / "icons.html").exists()


def test_the_command_lists_them_for_machines(space: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["icons", "--format", "json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == "output/icons.html"
    assert {"name": "lock", "words": "lock, password"} in told["icons"]


def test_a_theme_that_is_not_there_is_told(space: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["icons", "--theme", "standrd", "--lang", "en"]) == 1
    assert "did you mean standard?" in capsys.readouterr().err
