"""What makes a translation worse than none: values and marks of its source that are lost, words that are its own."""

import re
from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Report
from deckgen.model.spoken import is_still
from deckgen.model.text import NOWHERE, Run, Source
from deckgen.text.inline import parse_blocks
from deckgen.wording import Language

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<tag>.*?)%\}", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_LEFT = re.compile(r"\*\*|\]\(|｜|《|》")
"""Signs of marks that are none, in what is read as plain words."""

Fault = tuple[str, dict[str, str]]
"""Code of a finding, and its values."""


def faults_of(source: str, text: str, language: Language) -> Iterator[Fault]:
    """What is wrong with a translation into a language."""
    lost, added = _difference(_values(source), _values(text))
    if lost or added:
        yield "po-values", {"language": language, "lost": lost or "@nothing", "added": added or "@nothing"}
    if wrong := _broken(source, text):
        yield "po-marks", {"found": wrong}
    elif missing := _links_lost(source, text):
        yield "po-link", {"found": missing}
    if is_still(_TAG.sub("", text), language):
        yield "po-language-other", {"language": language}


def _difference(source: Counter[str], text: Counter[str]) -> tuple[str, str]:
    return ", ".join(sorted(source.keys() - text.keys())), ", ".join(sorted(text.keys() - source.keys()))


def _values(text: str) -> Counter[str]:
    """The values that a text shows or asks for; how often does not matter, but what is opened has to be closed."""
    found: Counter[str] = Counter()
    depth = 0
    for match in _TAG.finditer(text):
        inside = match["value"] or match["tag"] or ""
        names = _NAME.findall(_QUOTED.sub("", inside))
        if match["tag"] is not None:
            word = (inside.strip("-+ \n").split() or [""])[0]
            depth += {"if": 1, "endif": -1}.get(word, 0)
            found.update([f"{{% {' '.join([word, *names])} %}}"] if names else [])
        else:
            found.update(f"{{{{ {name} }}}}" for name in names)
    if depth:
        found["{% endif %}" if depth < 0 else "{% if %}"] += 1
    return found


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
