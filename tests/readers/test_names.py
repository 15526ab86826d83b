"""The names of a company, from the head of its profile."""

from pathlib import Path

import pytest

from deckgen.readers.company_names import company_names

ROOT = Path(__file__).parents[2]


def names(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return company_names(path)


def test_the_full_name_and_the_short_one_are_read() -> None:
    path = ROOT / "source" / "companies" / "midori-seiki.yaml"
    assert company_names(path) == ("株式会社みどり丘精機", "みどり丘精機")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("company: { name: 株式会社みほん, name_kana: ミホン }", ("株式会社みほん",)),
        ("company:\n  logo: a.png\n  short_name: みほん\n", ("みほん",)),
        ("course: a\noutputs: [name, b]\nx: { name: 別 }\ncompany: { name: みほん }\n", ("みほん",)),
        ("company: { name: 要記入 }", ()),
        ("company: { name: }", ()),
        ("company: みほん", ()),
        ("company: { owner: { name: 別 }, name: みほん }", ("みほん",)),
        ("name: みほん", ()),
        ("- company", ()),
        ("", ()),
        ("company: { name: 'み", ()),
    ],
)
def test_names_are_those_below_company(text: str, found: tuple[str, ...], tmp_path: Path) -> None:
    assert names(tmp_path, text) == found


def test_what_comes_after_the_names_need_not_be_sound(tmp_path: Path) -> None:
    assert names(tmp_path, "company:\n  name: みほん\nrules: { a: [\n") == ("みほん",)


def test_what_cannot_be_read_has_no_names(tmp_path: Path) -> None:
    assert company_names(tmp_path / "none.yaml") == ()
    assert company_names(tmp_path) == ()
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\x00company")
    assert company_names(tmp_path / "b.yaml") == ()
