"""Breaking a title into even lines that end with a phrase (BudouX finds them), and an address behind its signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.model.text import Run
from deckgen.text import kinsoku
from deckgen.text.fonts import FontSet, clusters
from deckgen.text.setting import set_lines

if TYPE_CHECKING:
    from budoux import Parser


@cache
def _parser() -> "Parser":
    from budoux import load_default_japanese_parser  # loads its model: only titles of two lines need it

    return load_default_japanese_parser()


CLAUSE_ENDS = ("/", "、", "。", "！", "？", "：", "）", "」", "』")
"""What a line of a title ends with best."""
_PARTICLES = frozenset("のにをはがへとでもや")
_STOPS = tuple(",;:.!?–")
"""What a line of a title ends with best where words are parted by spaces."""
_LEANING = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "his", "her", "its", "their", "of",
    "to", "in", "on", "at", "by", "for", "from", "with", "into", "about", "as", "than", "and", "or", "nor", "but",
    "if", "when", "while", "where", "who", "which", "what", "how", "not", "no", "be", "is", "are", "was", "were",
    "do", "does", "did", "can", "may", "must", "should", "will",
})  # fmt: skip
"""Words that lean on the next one: a line that ends with one leaves a reader hanging."""
_CLOSING = "）」』"
_ADDRESS = re.compile(r"https?://[!-~]+")
_WORD_START = re.compile(r"(?<=[ぁ-ゖ一-鿿々])(?=[ァ-ヺ0-9A-Za-z])|(?<=[：・、）])(?=[^、。）])|(?<=[ 　])(?=\S)")
"""Where a word begins inside a long phrase, as far as signs show it."""
_JOINT = re.compile(r"(?<=[/.\-_?&=])(?![/.\-_?&=])")
"""Where a reader expects an address to go on in the next line: after a sign, and after the last of several."""
_MOST_LINES = 6
"""No title has more; text that takes more is filled, since looking for the even way takes time with the cube of it."""


def balance(text: str, measure: float, fonts: FontSet, *, bold: bool = True) -> list[str]:
    """Lines of a title, each within `measure` em, as few as possible, as even as phrases allow."""
    greedy = [line.text for line in set_lines((Run(text),), measure, bold, fonts, are_kept=True)]
    if not 1 < len(greedy) <= _MOST_LINES:
        return greedy
    parts = _JOINT.split(text) if _ADDRESS.fullmatch(text) else _phrases(text)
    best = _even_lines(parts, len(greedy), measure, fonts, bold)
    return best if best and all(_fits(line, measure, fonts, bold) for line in best) else greedy


def phrase_lines(text: str, measure: float, count: int, fonts: FontSet, *, bold: bool = False) -> list[str] | None:
    """So many lines of a text, as even as may be, each within `measure` em and ending with a phrase; None where there
    are none.
    """
    lines = _even_lines(_words(_phrases(text), measure, fonts, bold), count, measure, fonts, bold)
    return lines if lines and all(_fits(line, measure, fonts, bold) for line in lines) else None


def _words(phrases: Iterable[str], measure: float, fonts: FontSet, bold: bool) -> list[str]:
    """The phrases, but words in place of those that no line holds."""
    return [word for phrase in phrases for word in (_split(phrase) if fonts.room(phrase, bold) > measure else [phrase])]


def _split(phrase: str) -> Iterator[str]:
    """The words of a phrase, as far as signs show them."""
    cuts = [match.start() for match in _WORD_START.finditer(phrase) if _may_end(phrase, match.start())]
    for start, end in pairwise([0, *cuts, len(phrase)]):
        yield phrase[start:end]


def _fits(line: str, measure: float, fonts: FontSet, bold: bool) -> bool:
    """Whether a line holds with the room that other programs put between Japanese and Latin."""
    return len(set_lines((Run(line),), measure, bold, fonts, are_kept=True)) == 1


@lru_cache(maxsize=2_000)
def phrase_ends(text: str) -> frozenset[int]:
    """Offsets at which a phrase of the text ends. No phrase begins with the particle of the word before it.

    Words that spaces part hold together by themselves in every program: there, any end that a line may have will do.
    """
    if is_spaced(text):
        return frozenset(range(1, len(text) + 1))
    ends, offset = set(), 0
    for phrase in _parser().parse(text):
        offset += len(phrase)
        ends.add(offset)
    return frozenset(end for end in ends if not _is_particle(text, end) and _may_end(text, end))


def is_spaced(text: str) -> bool:
    """Whether the words of a text are parted by spaces, as those of English are."""
    return max(text, default="") < kinsoku.EAST_ASIAN


def _may_end(text: str, at: int) -> bool:
    """Whether a line may end there by kinsoku: the parser may part one bracket from the next."""
    return at == len(text) or kinsoku.may_break(text[at - 1], text[at], text[at - 2] if at > 1 else "")


def _is_particle(text: str, at: int) -> bool:
    """Whether a particle stands there behind a word or a bracket: a kana that begins no word in kana (のぞき見)."""
    if text[at : at + 1] not in _PARTICLES or not (text[at - 1].isalnum() or text[at - 1] in _CLOSING):
        return False
    return text[at] == "を" or not "ぁ" <= text[at + 1 : at + 2] <= "ゖ"


def keep_phrases(lines: Sequence[str]) -> bool:
    """Whether the lines of a text all end with a phrase."""
    ends = phrase_ends("".join(lines)) if len(lines) > 1 else frozenset()
    return all(sum(map(len, lines[:count])) in ends for count in range(1, len(lines)))


def _phrases(text: str) -> list[str]:
    """Phrases that may stand at a line's start and end: BudouX's, less the cuts that kinsoku forbids."""
    ends = phrase_ends(text)
    phrases, phrase, offset = [], "", 0
    before = previous = ""
    for cluster in clusters(text):
        if offset in ends and phrase and kinsoku.may_break(before, cluster, previous):
            phrases.append(phrase)
            phrase = ""
        phrase += cluster
        offset += len(cluster)
        previous, before = before, cluster
    return [*phrases, phrase]


def _even_lines(phrases: list[str], count: int, measure: float, fonts: FontSet, bold: bool) -> list[str] | None:
    """The split into `count` lines whose widths differ least; None where no split fits.

    A line that ends inside a clause counts like one that is off by half its length, and one that ends with a word that
    leans on the next by all of it: a little unevenness is better than a word torn from what it belongs to.
    """
    widths = [fonts.width(phrase, bold) for phrase in phrases]
    rooms = [fonts.room(phrase, bold) for phrase in phrases]
    ideal = sum(widths) / count
    torn = [(ideal * _tearing(phrase)) ** 2 for phrase in phrases]
    ends = _best_ends(widths, rooms, torn, count, measure)
    if ends is None:
        return None
    starts = [0, *ends[:-1]]
    return ["".join(phrases[start:end]) for start, end in zip(starts, ends, strict=True)]


def _tearing(phrase: str) -> float:
    """What a line's end behind a phrase costs, in lengths of a line."""
    word = phrase.rstrip()
    if word.endswith(CLAUSE_ENDS) or (is_spaced(word) and word.endswith(_STOPS)):
        return 0.0
    return 1.0 if word.lower() in _LEANING else 0.5


def _best_ends(
    widths: list[float], rooms: list[float], torn: list[float], count: int, measure: float
) -> list[int] | None:
    ideal = sum(widths) / count
    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    for line in range(1, count + 1):
        for end in range(1, len(widths) + 1):
            for start in range(end):
                known = best.get((line - 1, start))
                if known is None or sum(rooms[start:end]) > measure:
                    continue
                cost = known[0] + (sum(widths[start:end]) - ideal) ** 2 + torn[end - 1]
                if (line, end) not in best or cost < best[line, end][0]:
                    best[line, end] = (cost, [*known[1], end])
    found = best.get((count, len(widths)))
    return found[1] if found else None
