"""What a profile says in several languages: `{ ja: …, en: … }` wherever a text, a list or a contact may stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckgen.diagnostics import Place, Report, shortened
from deckgen.model.spoken import JAPANESE
from deckgen.readers.tree import Entry, Mapping, Node, Scalar, Sequence
from deckgen.wording import LANGUAGES, Language

_MEANT: dict[str, Language] = {
    **dict.fromkeys(("ja", "jp", "jpn", "ja_jp", "ja-jp", "japanese", "日本語", "和文"), "ja"),
    **dict.fromkeys(("en", "eng", "en_gb", "en-gb", "en_us", "en-us", "english", "英語", "英文"), "en"),
}
"""What people write for a language."""
_CODE = re.compile(r"[a-z]{2}([-_][a-z]{2,4})?", re.IGNORECASE)


def is_spoken(node: Node) -> bool:
    """Whether a value is told by language."""
    return isinstance(node, Mapping) and bool(node.entries) and node.entries.keys() <= set(LANGUAGES)


def _is_nearly_spoken(node: Mapping) -> bool:
    """Whether a value is told by language, and by one at least that there is not."""
    keys = [key.casefold() for key in node.entries]
    is_meant = any(key in _MEANT for key in keys)
    return is_meant and not is_spoken(node) and all(key in _MEANT or _CODE.fullmatch(key) for key in keys)


def _corrected(node: Mapping, report: Report) -> Mapping:
    """The value with the languages that there are; the others are reported."""
    kept: dict[str, Entry] = {}
    for key, entry in node.entries.items():
        meant = _MEANT.get(key.casefold(), "")
        if key not in LANGUAGES:
            told = {"found": key, "known": ", ".join(LANGUAGES), "suggestion": meant}
            report.add("language-unknown", entry.key.place, **told)
        if meant:
            kept.setdefault(meant, entry)
    return Mapping(kept, node.place)


def languages_in(node: Node) -> set[str]:
    """The languages in which any part of a value is told."""
    match node:
        case Scalar():
            return set()
        case Sequence():
            inner = node.items
        case Mapping():
            inner = [entry.value for entry in node.entries.values()]
    own = set(node.entries) if isinstance(node, Mapping) and is_spoken(node) else set()
    return own.union(*map(languages_in, inner))


def in_language(node: Mapping, language: Language, report: Report) -> Mapping:
    """A profile as it is in one language; what it does not say in that one is in the first that it has, and told."""
    return Mapping(
        {key: Entry(entry.key, _chosen(entry.value, language, report)) for key, entry in node.entries.items()},
        node.place,
    )


def only_in(node: Mapping, language: Language) -> Mapping:
    """A profile with nothing but what it says in one language, or in none."""
    kept = ((key, entry.key, _only(entry.value, language)) for key, entry in node.entries.items())
    return Mapping({key: Entry(name, value) for key, name, value in kept if value is not None}, node.place)


def _only(node: Node, language: Language) -> Node | None:
    match node:
        case Mapping() if is_spoken(node):
            entry = node.entries.get(language)
            return _only(entry.value, language) if entry else None
        case Mapping():
            return only_in(node, language)
        case Sequence():
            return replace(node, items=[item for each in node.items if (item := _only(each, language)) is not None])
    return node


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
        case Mapping() if _is_nearly_spoken(node):
            return _chosen(_corrected(node, report), language, report)
        case Mapping():
            return in_language(node, language, report)


def report_japanese(said: Iterable[Scalar], tree: Mapping, language: Language, report: Report) -> None:
    """Report Japanese texts in a profile that is read in another language, unless they are said to be of that one."""
    found = [node for node in said if JAPANESE.search(node.text)]
    meant = set(_meant(tree, language)) if found else set()
    for node in found:
        if node.place not in meant:
            report.add("language-other", node.place, language=language, text=shortened(" ".join(node.text.split()), 60))


def _meant(node: Node, language: Language, *, is_meant: bool = False) -> Iterator[Place]:
    """Where the texts stand that are told for one language, or in its place: that is a finding of its own."""
    match node:
        case Scalar():
            yield from [node.place] if is_meant else []
        case Sequence():
            for item in node.items:
                yield from _meant(item, language, is_meant=is_meant)
        case Mapping():
            told = (language if language in node.entries else next(iter(node.entries))) if is_spoken(node) else ""
            for key, entry in node.entries.items():
                yield from _meant(entry.value, language, is_meant=is_meant or key == told)
