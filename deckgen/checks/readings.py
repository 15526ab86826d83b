"""How a company's name is read: katakana, as registers and forms ask for it."""

import re

from deckgen.checks.finding import Findings, finding
from deckgen.checks.slots import NAME_KANA
from deckgen.checks.subject import Subject

_OTHERS = re.compile(r"[ぁ-ゖ\u3400-\u9fff\uf900-\ufaff々]")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def find(subject: Subject) -> Findings:
    """A reading with hiragana or kanji in it."""
    reading = subject.text(NAME_KANA)
    if reading is None or not _OTHERS.search(reading):
        return
    katakana = reading.translate(_TO_KATAKANA)
    suggestion = "" if _OTHERS.search(katakana) else katakana
    place, owner = subject.place_of(NAME_KANA), subject.owner_of(NAME_KANA)
    yield finding("reading-not-katakana", place, owner=owner, found=reading, suggestion=suggestion)
