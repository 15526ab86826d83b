"""What a profile says in several languages: `{ ja: …, en: … }` wherever a text, a list or a contact may stand."""

from dataclasses import replace

from deckgen.diagnostics import Report
from deckgen.readers.tree import Entry, Mapping, Node, Scalar, Sequence
from deckgen.wording import LANGUAGES, Language


def is_spoken(node: Node) -> bool:
    """Whether a value is told by language."""
    return isinstance(node, Mapping) and bool(node.entries) and node.entries.keys() <= set(LANGUAGES)


def in_language(node: Mapping, language: Language, report: Report) -> Mapping:
    """A profile as it is in one language; what it does not say in that one is in the first that it has, and told."""
    return Mapping(
        {key: Entry(entry.key, _chosen(entry.value, language, report)) for key, entry in node.entries.items()},
        node.place,
    )


def _chosen(node: Node, language: Language, report: Report) -> Node:
    match node:
        case Scalar():
            return node
        case Sequence():
            return replace(node, items=[_chosen(item, language, report) for item in node.items])
        case Mapping() if is_spoken(node):
            entry = node.entries.get(language)
            if entry is None:
                (first, entry), *_ = node.entries.items()
                report.add("language-lacking", node.place, language=language, found=first)
            return _chosen(entry.value, language, report)
        case Mapping():
            return in_language(node, language, report)
