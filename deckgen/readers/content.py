"""What stands in a slide where a slot can stand: a reference to a slot, or content written in place.

`{slot: rules.wifi}`, running text, a list, `{steps: […]}`, `{decision: …, conditions: […]}`, or a contact `{role: …}`.
"""

import unicodedata
from typing import Any, cast

from deckgen.messages.spelling import closest
from deckgen.model.course import SourceContent
from deckgen.model.slots import Case, Items, Prose, Ruling, SlotRef, Verdict
from deckgen.model.text import Source
from deckgen.readers.contacts import read_contact
from deckgen.readers.context import Context
from deckgen.readers.shapes import leaf, listed, read_all, read_entries, read_source, words
from deckgen.readers.synonyms import synonym
from deckgen.readers.tree import Mapping, Node, Sequence

VERDICTS: dict[str, Verdict] = {
    "allowed": "allowed",
    "可": "allowed",
    "conditional": "conditional",
    "条件付き": "conditional",
    "forbidden": "forbidden",
    "不可": "forbidden",
}
"""The words for a decision, as they may stand in a file."""

_OTHER_WORDS = {
    "可": frozenset({
        "はい", "○", "◯", "〇", "◎", "ok", "yes", "true", "可能", "許可", "許可する", "認める", "する", "あり",
    }),
    "条件付き": frozenset({
        "△", "▲", "条件つき", "条件付", "条件あり", "一部可", "一部許可", "要申請", "要承認", "要許可",
        "申請制", "承認制", "許可制",
    }),
    "不可": frozenset({
        "いいえ", "×", "✕", "ng", "no", "false", "禁止", "原則禁止", "禁止する", "不可能", "不許可", "許可しない",
        "認めない", "しない", "なし",
    }),
}  # fmt: skip
_CASE = ("when", "do")
_FORMS = ("slot", "steps", "decision", "role")


@leaf("S")
def read_content(node: Node, context: Context) -> SourceContent:
    """Content of any form; its keys tell which."""
    if isinstance(node, Sequence):
        return read_items(node, context)
    if not isinstance(node, Mapping):
        return read_prose(node, context)
    if "slot" in node.entries:
        values = read_entries(node, {"slot": words_of("@slot")}, ["slot"], context)
        return SlotRef(values["slot"], node.entries["slot"].value.place)
    if "steps" in node.entries:
        readers = {"steps": read_steps}
        return cast("Items[Source]", read_entries(node, readers, ["steps"], context)["steps"])
    if "decision" in node.entries:
        return read_ruling(node, context)
    if "role" in node.entries:
        return read_contact(node, context)
    keys = ", ".join(node.entries)
    suggestion = closest(next(iter(node.entries), ""), _FORMS)
    raise context.fault("content-form", node.place, keys=keys or "@nothing", suggestion=suggestion)


def words_of(expected: str) -> Any:
    """A reader of a text that names something."""
    return lambda node, context: words(node, context, expected).strip()


def read_prose(node: Node, context: Context) -> Prose[Source]:
    """Running text."""
    return Prose(read_source(node, context))


def read_items(node: Node, context: Context) -> Items[Source]:
    """A list of texts."""
    return Items(read_all(listed(node, context), read_source, context))


def read_steps(node: Node, context: Context) -> Items[Source]:
    """What is done one after the other, with what is done in one case alone among it."""
    return Items(read_all(listed(node, context), _read_step, context), ordered=True)


def _read_step(node: Node, context: Context) -> Source | Case[Source]:
    if not isinstance(node, Mapping) or not any(key in _CASE or synonym(key, _CASE) for key in node.entries):
        return read_source(node, context)
    return Case(**read_entries(node, dict.fromkeys(_CASE, read_source), _CASE, context))


def read_verdict(node: Node, context: Context) -> Verdict:
    """A decision: 可, 条件付き or 不可."""
    text = words(node, context, "@decision").strip()
    if text not in VERDICTS:
        options, suggestion = ", ".join(VERDICTS), verdict_of(text) or closest(text, VERDICTS)
        raise context.fault("unknown-choice", node.place, found=text, options=options, suggestion=suggestion)
    return VERDICTS[text]


def verdict_of(text: str) -> str:
    """The decision that a word stands for, as it is written in a file; empty where it stands for none."""
    word = unicodedata.normalize("NFKC", text).strip("。.「」 ").lower().removesuffix("です")
    if word in VERDICTS:
        return word
    return next((verdict for verdict, others in _OTHER_WORDS.items() if word in others), "")


def _read_conditions(node: Node, context: Context) -> tuple[Source, ...]:
    return read_all(listed(node, context), read_source, context)


def read_ruling(node: Node, context: Context) -> Ruling[Source]:
    """A decision with its conditions."""
    readers = {"decision": read_verdict, "conditions": _read_conditions}
    values = read_entries(node, readers, ["decision"], context)
    conditions = values.get("conditions", ())
    if values["decision"] == "conditional" and not conditions:
        raise context.fault("ruling-conditions", node.place)
    return Ruling(values["decision"], conditions)
