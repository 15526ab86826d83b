"""What differs between two wordings: phrase by phrase, since a Japanese text has no spaces to tell its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from deckgen.model.changes import Piece
from deckgen.text.phrases import phrase_ends

_LEAST_ALIKE = 0.25
"""Below this share of common characters two texts are shown one after the other: crumbs in common help nobody."""
_CRUMB = 2
"""Characters of a stretch between two changes that is read as part of them."""
_TOKEN = re.compile(
    r"(?P<fixed>(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]+(?:[.,:/-][0-9]+)*|[A-Za-z]+|\s+)"
    r"|[^\sA-Za-z0-9、。，．！？：；「」『』（）・]+|.",
    re.DOTALL,
)
"""Dates, numbers, Latin words and spaces, which no phrase ends in; then all else up to a mark of punctuation."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The texts as one sequence of pieces that stayed, went and came."""
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if _common(matcher, before) < _LEAST_ALIKE * max(len(old), len(new)):
        return tuple(_present((old, "deleted"), (new, "inserted")))
    return tuple(_joined(_without_crumbs(_steps(matcher, before, after))))


def tokens(text: str) -> list[str]:
    """Phrases, less the marks of punctuation and the numbers in them, which stand for themselves."""
    ends = phrase_ends(text)
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        inner = () if match["fixed"] else (end for end in range(start + 1, match.end()) if end in ends)
        for end in (*inner, match.end()):
            found.append(text[start:end])
            start = end
    return found


def _common(matcher: "SequenceMatcher[str]", before: Sequence[str]) -> int:
    blocks = matcher.get_matching_blocks()
    return sum(len(token) for block in blocks for token in before[block.a : block.a + block.size])


_Step = tuple[str, str, str]
"""What stayed, what went, what came: texts, at least one of them with characters."""


def _steps(matcher: "SequenceMatcher[str]", before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    for tag, a, b, c, d in matcher.get_opcodes():
        old, new = "".join(before[a:b]), "".join(after[c:d])
        yield (old, "", "") if tag == "equal" else ("", old, new)


def _without_crumbs(steps: Iterable[_Step]) -> list[_Step]:
    """The steps with short stretches that stayed between two changes taken as part of both."""
    kept: list[_Step] = []
    waiting = ""
    for same, old, new in steps:
        if same:
            waiting = same
            if len(same) > _CRUMB or not kept:
                kept.append((same, "", ""))
                waiting = ""
        elif waiting:
            _, before, after = kept.pop()
            kept.append(("", before + waiting + old, after + waiting + new))
            waiting = ""
        else:
            kept.append(("", old, new))
    return [*kept, (waiting, "", "")] if waiting else kept


def _joined(steps: Iterable[_Step]) -> Iterator[Piece]:
    for same, old, new in steps:
        yield from _present((same, "same"), (old, "deleted"), (new, "inserted"))


def _present(*pairs: tuple[str, str]) -> Iterator[Piece]:
    return (Piece(text, kind) for text, kind in pairs if text)  # type: ignore[arg-type]
