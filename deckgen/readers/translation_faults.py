"""What is wrong with a translation: values and marks of its source that are lost, words that are still Japanese.

The same is told of an entry of `i18n/en.yaml`, whoever wrote it, and of one of a PO file, which is then not taken.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from deckgen.diagnostics import Place, Report, shortened
from deckgen.model.spoken import is_still
from deckgen.model.text import NOWHERE, Run, Source
from deckgen.text.inline import parse_blocks
from deckgen.wording import Language

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<tag>.*?)%\}", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_LEFT = re.compile(r"\*\*|\]\(|｜|《|》")
"""Signs of marks that are none, in what is read as plain words."""

_QUOTED_SIGNS = 60


def quoted(text: str) -> str:
    """A text as a finding quotes it: its beginning, on one line."""
    return shortened(" ".join(text.split()), _QUOTED_SIGNS)


def tell_faults(source: str, source_place: Place, text: str, place: Place, language: Language, report: Report) -> bool:
    """Report what is wrong with a translation into a language, at its place; whether anything is.

    An empty source is one that nobody knows: then the language of the words alone is looked at.
    """
    faults = list(_faults_of(source, text, language))
    for code, values in faults:
        report.add(code, place, **values, source=str(source_place), text=quoted(text))
    return bool(faults)


def _faults_of(source: str, text: str, language: Language) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The codes of what is wrong, with values of their own."""
    lost, added = _difference(_values(source) | _torn(text), _values(text)) if source else ("", "")
    if lost:
        yield "translation-values-lost", {"lost": lost, "added": added or "@nothing"}
    elif added:
        yield "translation-values-added", {"added": added}
    if source and (wrong := _broken(source, text)):
        yield "translation-marks", {"found": wrong}
    elif source and (missing := _links_lost(source, text)):
        yield "translation-link", {"found": missing}
    if is_still(_TAG.sub("", text), language):
        yield "translation-still", {"language": language}


def _difference(source: set[str], text: set[str]) -> tuple[str, str]:
    return ", ".join(sorted(source - text)), ", ".join(sorted(text - source))


def _values(text: str) -> set[str]:
    """The values that a text shows or asks for; how often does not matter."""
    found: set[str] = set()
    for match in _TAG.finditer(text):
        names = _NAME.findall(_QUOTED.sub("", match["value"] or match["tag"] or ""))
        if match["tag"] is None:
            found.update(f"{{{{ {name} }}}}" for name in names)
        elif names:
            found.add(f"{{% {' '.join([_word(match['tag']), *names])} %}}")
    return found


def _torn(text: str) -> set[str]:
    """What a text lacks for all that is opened to be closed."""
    words = [_word(match["tag"]) for match in _TAG.finditer(text) if match["tag"] is not None]
    depth = words.count("if") - words.count("endif")
    return {"{% endif %}"} if depth > 0 else {"{% if %}"} if depth < 0 else set()


def _word(tag: str) -> str:
    """The first word of what stands between the signs of a tag."""
    return (tag.strip("-+ \n").split() or [""])[0]


def _broken(source: str, text: str) -> str:
    """The sign of a mark that the source has whole and the translation has not; empty where there is none."""
    ours, theirs = (_runs(each) for each in (text, source))
    broken = _left(ours) - _left(theirs)
    return min(broken) if broken else ""


def _links_lost(source: str, text: str) -> str:
    """Links of the source that the translation has none in the place of; that may lead to another address."""
    ours, theirs = (_links(_runs(each)) for each in (text, source))
    lost = [f"[{label}]({address})" for address, label in theirs.items() if address not in ours]
    return ", ".join(lost) if len(ours) < len(theirs) else ""


def _links(runs: list[Run]) -> dict[str, str]:
    """Labels by address."""
    return {run.link: run.text for run in runs if run.link}


def _left(runs: list[Run]) -> Counter[str]:
    return Counter(sign.group() for run in runs for sign in _LEFT.finditer(run.text))


def _runs(text: str) -> list[Run]:
    plain = _TAG.sub("x", text)
    made = parse_blocks(plain, Source(plain, NOWHERE, is_template=False), Report())
    return [run for run in made.runs if run.text]
