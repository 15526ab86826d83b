"""Writes docs/words.md: the words that a course may have its own for.

Usage: python -m tests.documents.words_reference     (from the root of the checkout; a test sees to it that it was run)
"""

# ruff: noqa: E501 - lines of the page are as long as those of the other documents

from collections.abc import Iterator
from pathlib import Path

from deckgen.wording import open_words, words_in

PAGE = Path(__file__).parents[2] / "docs" / "words.md"

_HEAD = """# Words of slides and papers

What deckgen itself says on slides and papers, in each language that a course may be in (`language:` in `course.yaml`). A course
changes any of them under `words:`; see [writing-a-course.md](writing-a-course.md). What stands in braces is put in, and has to
be in a course's own word too; in Japanese, `{month}` of a date holds 月 already. A word cannot be empty, and words in narrow
places have to be short. This page is made by `tests/documents/words_reference.py`.

| key | ja | en |
| --- | --- | --- |
"""


def page() -> str:
    """The page as it should be."""
    return _HEAD + "".join(_rows())


def _rows() -> Iterator[str]:
    for key in open_words():
        told = (f"`{words_in(language)[key]}`".replace("|", "\\|") for language in ("ja", "en"))
        yield f"| `{key}` | {' | '.join(told)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
