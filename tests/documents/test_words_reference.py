"""The page of words."""

from tests.documents.words_reference import PAGE, page


def test_the_page_of_words_is_as_the_words_are() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: .venv/bin/python -m tests.documents.words_reference"
