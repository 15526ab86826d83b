"""Words: complete in every language, each used, none written anywhere else."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import deckgen
from deckgen.wording import LANGUAGES, Language, OwnWords, Wording, say, words_in
from deckgen.wording.filling import placeholders

PACKAGE = Path(deckgen.__file__).parent
TEMPLATES = [*PACKAGE.parent.glob("themes/*/paper/*.j2"), *PACKAGE.parent.glob("themes/*/html/*.j2")]
PAGES = sorted((PACKAGE / "studio" / "templates").glob("*.j2"))
"""Of the studio, whose words have a file of their own."""
SCRIPTS = [*(PACKAGE / "studio" / "static").glob("studio.js"), *PACKAGE.parent.glob("themes/*/html/*.js")]
SAID = re.compile(r"[\u3041-\u309f\u30a1-\u30fa\u30fc\u3400-\u9fff]|[「」『』【】〔〕、。：｜　〜○×％]")
"""Signs of Japanese words, and those that stand between or around them."""
TYPED = (
    "要記入", "社員番号", "所属", "氏名", "（内線1234）", "（内線2203）", "24時間", "2025年度に起きた事例",
    "14:00〜15:30", "22:00〜翌0:30", "可, 条件付き", "不可",
)  # fmt: skip
"""What somebody is told to type, or finds typed, whose material is in Japanese."""
SIGNS = re.compile(r"[\W_]*\Z")
_SPOKEN = re.compile(r"""\bsay\(\s*["']([a-z0-9._-]+)["']\s*(?:[,)]|if\b)""")
_SPOKEN_BEGUN = re.compile(r"""\bsay\(\s*["']([a-z._-]+-)["']\s*~""")


FILES = sorted(path.stem for path in (PACKAGE / "wording" / "ja").glob("[a-z]*.py"))
JAPANESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def test_every_language_has_the_same_files() -> None:
    for language in LANGUAGES:
        assert sorted(path.stem for path in (PACKAGE / "wording" / language).glob("[a-z]*.py")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_every_language_has_the_same_words(file: str) -> None:
    ja, en = (words_in(language, file) for language in LANGUAGES)
    assert list(ja) == list(en)
    if file != "hints":  # where nothing stands the page says it all
        assert [key for words in (ja, en) for key, word in words.items() if not word] in ([], ["between-quoted"])


@pytest.mark.parametrize("file", FILES)
def test_a_word_takes_the_same_values_in_every_language(file: str) -> None:
    ja, en = ({key: placeholders(word) for key, word in words_in(each, file).items()} for each in LANGUAGES)
    assert {key: (ja[key], en[key]) for key in ja if ja[key] != en[key]} == {}


@pytest.mark.parametrize("file", FILES)
def test_english_words_hold_no_japanese_sign(file: str) -> None:
    found = {key: re.sub("|".join(TYPED), "", word) for key, word in words_in("en", file).items()}
    assert {key: word for key, word in found.items() if JAPANESE.search(word)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_and_papers_say_nothing_that_only_one_course_is_about(language: str) -> None:
    subject = re.compile("個人情報|テレワーク|メール|personal|privacy|telework|phishing", re.IGNORECASE)
    assert {key: word for key, word in words_in(language, "papers").items() if subject.search(word)} == {}


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that stands in a file of Python."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def _literals(path: Path) -> frozenset[str]:
    """The texts in a file of Python, but for docstrings and for patterns, which read texts and say nothing."""
    silent = {
        id(inner)
        for node in _nodes(path)
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or _is_pattern(node)
        for inner in ast.walk(node)
    }
    texts = (node for node in _nodes(path) if isinstance(node, ast.Constant) and id(node) not in silent)
    return frozenset(node.value for node in texts if isinstance(node.value, str))


def _is_pattern(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "re.split")


def _sources(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in sorted((PACKAGE / room).rglob("*.py"))]


ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name not in ("wording", "__pycache__"))
_PAPERS = ("layout", "writers", "text", "merge", "model")
"""Rooms that say what slides and papers say."""


@cache
def _begun(*rooms: str) -> frozenset[str]:
    """What texts that are put together begin with, where they go on with the name of a kind."""
    joined = (node for path in _sources(*rooms) for node in _nodes(path))
    firsts = (node.values[0] for node in joined if isinstance(node, ast.JoinedStr) and node.values)
    texts = {first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)}
    return frozenset(t for t in texts if re.fullmatch(r"@?[a-z.-]+[a-z][-.]", t) and t not in _ALL_OF_A_FILE)


_ALL_OF_A_FILE = {f"{file}." for file in FILES}
FAMILIES = ("alt-", "how-", "kind-", "layout-", "prompt-", "decision-", "unit-", "verdict-")
"""Beginnings of keys of papers that go on with the name of a kind."""


def test_every_word_of_slides_and_papers_is_used() -> None:
    texts = {text for path in _sources(*_PAPERS) for text in _literals(path)}
    spoken = (re.findall(r'"([a-z-]+)"', path.read_text("utf-8")) for path in TEMPLATES)
    used = texts.union(*spoken) | {"date", "months", "staff-owner"}
    assert {key for key in words_in("ja") if key not in used and not key.startswith(FAMILIES)} == set()


@pytest.mark.parametrize("file", [file for file in FILES if file not in ("papers", "messages", "icons")])
def test_every_other_word_is_used(file: str) -> None:
    """But for messages, whose codes tests/messages looks for, for the meanings of icons, and for words of fields and
    values, named by data."""
    texts = {text for path in _sources(*ROOMS) for text in _literals(path)}
    pages = [path.read_text("utf-8") for path in (*TEMPLATES, *PAGES)]
    used = texts.union(*map(_SPOKEN.findall, pages))
    begun = tuple(_begun(*ROOMS).union(*map(_SPOKEN_BEGUN.findall, pages)))
    forms = {key: (key, f"@{key}", f"{file}.{key}") for key in words_in("en", file)}
    unused = {key for key, each in forms.items() if not used & {*each} and not any(e.startswith(begun) for e in each)}
    assert unused - SAID_BY_NAME == set()


SAID_BY_NAME = {
    "one-slides", "one-pages", "one-sheets", "input-same", "input-different",
    "output-same", "output-different", "output-not-tried",
}  # fmt: skip
"""Sentences of the command line whose keys are put together of two names."""


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = {key for path in _sources(*ROOMS) for key in _asked(path)}
    asked |= {key for path in TEMPLATES for key in _SPOKEN.findall(path.read_text("utf-8"))}
    told = {key for path in PAGES for key in _SPOKEN.findall(path.read_text("utf-8"))}
    asked |= {key if "." in key else f"studio.{key}" for key in told}
    known = {key if file == "papers" else f"{file}.{key}" for file in FILES for key in words_in("ja", file)}
    assert len(asked) > 300
    assert asked - known == set()


def _asked(path: Path) -> Iterator[str]:
    """The keys of words that a file asks for by name; those of a command's printer are of its own file."""
    for node in _nodes(path):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called, key = ast.unparse(node.func), str(node.args[0].value)
            if called in ("printer.say", "self._printer.say", "printer.heading"):
                yield f"commands.{key}"
            elif called == "self._say" and path.parent.name == "changes":
                yield f"changes.{key}"
            elif called == "self._say" and path.name == "new_profile.py":
                yield f"profiles.{key}"
            elif called.rpartition(".")[2] in ("say", "_say"):
                yield key


@pytest.mark.parametrize("path", [*TEMPLATES, *PAGES, *SCRIPTS], ids=lambda path: "/".join(path.parts[-3:]))
def test_no_template_has_words_of_its_own(path: Path) -> None:
    assert SAID.findall(path.read_text("utf-8")) == []


def test_no_room_but_that_of_words_has_any() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in _sources(*ROOMS)
        for text in _literals(path)
        if SAID.search(text) and not SIGNS.match(text)
    }
    assert found == set(READ)


READ = {
    "checks/contacts.py": "an extension in a telephone number",
    "merge/public.py": "what stands around a telephone number",
    "merge/values.py": "units of numbers that name something",
    "model/slots.py": "what a new profile says where somebody has to write",
    "readers/contacts.py": "an extension in a telephone number, and words beside one",
    "readers/renewal.py": "years by the era",
    "readers/scalars.py": "names of colours, yes and no, days and numbers as people type them",
    "readers/slot_values.py": "decisions",
    "readers/spoken.py": "names of languages as people write them",
    "readers/synonyms.py": "other names of keys",
    "readers/theme_checks.py": "a sign between two roles",
    "readers/training.py": "headings of staff lists",
    "readers/typed.py": "a dash",
    "text/choices.py": "how a choice of a test speaks of others",
    "text/clock.py": "hours",
    "text/dates.py": "years by the era: no other language has them",
    "text/hygiene.py": "signs that look like others",
    "text/kinsoku.py": "where lines may break",
    "text/phones.py": "signs in telephone numbers",
    "text/phrases.py": "where phrases end",
    "text/stand_ins.py": "what people write where they do not know yet",
    "text/stray.py": "marks that are no text",
    "text/years.py": "days and years",
}
"""Files that know Japanese, and what of it: nearly all read it, and say nothing."""


def test_values_come_into_a_word_as_they_are() -> None:
    assert say("missing", "ja", label="{name}") == "要記入：{name}"
    assert say("counter", "en", at=2, of=3) == " (2/3)"


def test_a_course_s_own_word_takes_the_place_of_ours() -> None:
    words = Wording("ja", OwnWords((("incidents", "発生したこと"),)))
    assert words.say("incidents") == "発生したこと"
    assert words.say("causes") == "原因"


_ESCAPED = re.compile(r"\{\{\s*(?:\{\w+\}|[\w-]+)\s*:")
"""Two braces around a key: what a format string would need, and what no YAML may have."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_what_a_word_shows_of_a_file_can_be_pasted_into_one(file: str, language: Language) -> None:
    shown = words_in(language, file)
    assert {key: word for key, word in shown.items() if _ESCAPED.search(word)} == {}
