"""Commands that people are told to type begin as theirs did."""

import pytest

from deckgen.cli.called import as_called, called


@pytest.mark.parametrize(
    ("platform", "program", "name"),
    [
        ("win32", "C:/Users/a/site-packages/deckgen/__main__.py", "py -m deckgen"),
        ("win32", "C:/Users/a/Scripts/deckgen.exe", "deckgen"),
        ("linux", "/usr/lib/python3/dist-packages/deckgen/__main__.py", "deckgen"),
        ("darwin", "/Users/a/deckgen/bin/deckgen", "deckgen"),
    ],
)
def test_on_windows_the_launcher_is_named_where_it_ran_the_package(platform: str, program: str, name: str) -> None:
    assert called(platform, program) == name


def test_commands_are_renamed_and_nothing_else() -> None:
    told = "次に `deckgen check acme` を。deckgen が `deckgen` を見つけ、\n  deckgen verify a.zip\nとします。"
    assert as_called(told, "py -m deckgen") == (
        "次に `py -m deckgen check acme` を。deckgen が `deckgen` を見つけ、\n  py -m deckgen verify a.zip\nとします。"
    )
