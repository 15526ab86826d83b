"""Where a text should stand: `{ slots: … }` for `{ slot: … }`, `{ entri: … }` for `{ entry: … }`."""

import re
from collections.abc import Iterable, Iterator

from deckgen.messages.spelling import closest
from deckgen.readers.tree import ENTRY, Context, Faulty, Mapping, Node, Scalar, Sequence

_IN_PLACE_OF_A_TEXT = ("slot", ENTRY)
_KEY = re.compile("[a-z_]+")
"""What was meant as a key; any other is the beginning of a sentence with a colon."""


def check_misnamed(node: Node, context: Context) -> None:
    """Report keys that nothing knows in the place of a text, and a list too deep. Raises Faulty for each of them."""
    found = [*_misspelt(node), *_of_paragraphs(node)]
    for key, known in found:
        told = {"known": ", ".join(known), "suggestion": closest(key.text, known)}
        context.report.add("unknown-key", key.place, key=key.text, **told)
    if isinstance(node, Mapping) and {"text", "items"} <= node.entries.keys():
        raise context.fault("list-too-deep", node.place)
    if found:
        raise Faulty


def paragraphs(node: Node) -> Iterable[Node]:
    """The entries of a list that stands in the place of a text, since it is parted into paragraphs."""
    return node.items if isinstance(node, Sequence) and any(isinstance(each, Scalar) for each in node.items) else ()


def _misspelt(node: Node) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    key = _first_key(node)
    if key and key.text not in _IN_PLACE_OF_A_TEXT and closest(key.text, _IN_PLACE_OF_A_TEXT):
        yield key, _IN_PLACE_OF_A_TEXT


def _of_paragraphs(node: Node) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    for key in map(_first_key, paragraphs(node)):
        if key and _KEY.fullmatch(key.text):
            yield key, (ENTRY,)


def _first_key(node: Node) -> Scalar | None:
    return next((entry.key for entry in node.entries.values()), None) if isinstance(node, Mapping) else None
