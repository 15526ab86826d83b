"""Which known word a misspelt one stands for."""

import difflib
import unicodedata
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most likely stands for, or an empty string."""
    folded = {candidate.casefold(): candidate for candidate in known}
    typed = unicodedata.normalize("NFKC", word).casefold()  # full-width letters are the letters
    found = difflib.get_close_matches(typed, folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
