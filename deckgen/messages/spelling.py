"""Which known word a misspelt one stands for."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most likely stands for, or an empty string."""
    folded = {candidate.casefold(): candidate for candidate in known}
    typed = unicodedata.normalize("NFKC", word).casefold()  # full-width letters are the letters
    found = difflib.get_close_matches(typed, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def closest_slide(word: str, titles: Mapping[str, str]) -> str:
    """The name of the slide that `word` most likely stands for, or an empty string.

    People who have seen the slides only call them by their titles, or by a number. `titles` are those of all slides by
    name, in order.
    """
    typed = unicodedata.normalize("NFKC", word).strip()
    if typed.isdecimal():
        return next((name for number, name in enumerate(titles, 1) if str(number) == typed), "")
    by_title = {title: name for name, title in titles.items()}
    holding = [name for name, title in titles.items() if typed and typed in title]
    if len(holding) == 1:
        return holding[0]
    return closest(word, titles) or by_title.get(closest(word, by_title), "")
