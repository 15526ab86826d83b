"""`words:` of course.yaml: words of a course's own, in the place of those that slides and papers have of themselves."""

import re
from math import ceil

from deckgen.messages.spelling import closest
from deckgen.readers.leaves import leaf, words
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, Scalar, kind_of
from deckgen.text.columns import width as columns
from deckgen.wording import OwnWords, open_words, words_in
from deckgen.wording.filling import placeholders

_MOST, _TIMES = 40, 2
"""Characters of a word, or times the characters of the longest of ours: what is longer leaves no room for the rest."""
_NARROW = {"yes": 3, "no": 3, "minutes": 2, "part": 8, "name": 12, "department": 12}
"""Full-width signs, two letters each, of words that stand in a narrow column or before a blank."""

_VALUES = re.compile(r"\{[a-z]+\}")


@leaf(OwnWords)
def read_own_words(node: Node, context: Context) -> OwnWords:
    """Words by their keys; each names the values that ours does."""
    if not isinstance(node, Mapping):
        raise context.fault("wrong-type", node.place, expected="@mapping", found=kind_of(node))
    found: list[tuple[str, str]] = []
    is_faulty = False
    for key, entry in node.entries.items():
        try:
            found.append((key, _word(key, entry, context)))
        except Faulty:
            is_faulty = True
    if is_faulty:
        raise Faulty
    return OwnWords(tuple(found))


def _word(key: str, entry: Entry, context: Context) -> str:
    known = open_words()
    if key not in known:
        raise context.fault("word-unknown", entry.key.place, key=key, suggestion=closest(key, known))
    written = words(entry.value, context, "@text")
    assert isinstance(entry.value, Scalar)
    context.said.append(entry.value)
    word = written.rstrip("\n").replace("\n", " ")
    ours = [words_in(language)[key] for language in ("ja", "en")]
    needed, named = placeholders(ours[0]), placeholders(word)
    if needed != named:
        told = {"key": key, "needed": _listed(needed), "found": _listed(named)}
        raise context.fault("word-values", entry.value.place, **told)
    found, limit = len(word), max(_MOST, _TIMES * max(map(len, ours)))
    if key in _NARROW:
        found, limit = ceil(columns(_VALUES.sub("", word)) / 2), _NARROW[key]
    if found > limit:
        raise context.fault("word-length", entry.value.place, key=key, found=found, limit=limit)
    return word


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "@nothing"
