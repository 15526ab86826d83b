"""New values put into a profile where the old ones stand: nothing else moves, comments and order stay.

Entries of a list that stay the same keep their lines; what is new is written as the house writes it. The parser's own
marks tell where a value begins and ends, so the file is taken as it is, with its line ends.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import yaml

from deckgen.model.questions import Plain
from deckgen.model.slots import SlotDeclaration, traits_of
from deckgen.readers.freshness import REVIEWED_ON
from deckgen.readers.yaml_edit import MARK, Tied, YamlEdit, below, entry_at, frozen, plain
from deckgen.readers.yaml_text import STEP, Bare, after_dash, after_key, in_flow, scalar_text
from deckgen.wording import LANGUAGES, Language

_OF_FLOW = re.compile(r"[,\[\]{}\n]")
"""Signs that end a plain text in braces or brackets."""
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(rf"{_WHOLE.pattern}(?:\.[0-9]{{1,15}})?")
_YES_OR_NO = re.compile("yes|no|true|false")


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one slot, or of a group's day of review."""

    name: str
    """Dotted path of the slot or of the group."""
    slot: SlotDeclaration | None = None
    value: "Plain | None" = None
    """The slot's new value, without its day of review; None where nothing is left of it."""
    is_new_value: bool = False
    """False where its day of review alone changes."""
    reviewed_on: date | None = None


def spliced(data: bytes, changes: Sequence[Change], order: Sequence[str], language: Language | None = None) -> bytes:
    """The profile with all changes made; `order` has the names of all slots, in which new ones are put.

    `language` is the one that new values are in: where the profile says something by language, that one changes alone.
    The order of the changes does not matter. Raises Tied, with the name of the slot, where one cannot be made.
    """
    text = data.decode("utf-8")
    mark = MARK if text.startswith(MARK) else ""
    text = text.removeprefix(MARK)
    for change in sorted(changes, key=lambda each: (_rank(each.name, order), each.name)):
        if change.is_new_value:
            text = _Splicer(text, order, language).put(change)
        if change.reviewed_on:
            text = _Splicer(text, order, language).review(change)
    return (mark + text).encode()


def _rank(name: str, order: Sequence[str]) -> int:
    """Where a slot, or the first slot of a group, stands among all."""
    return next((at for at, each in enumerate(order) if each == name or each.startswith(f"{name}.")), len(order))


def _is_spoken(node: Any) -> bool:
    """Whether a value is told by language."""
    is_mapping = isinstance(node, yaml.MappingNode) and bool(node.value)
    return is_mapping and {key.value for key, _ in node.value} <= set(LANGUAGES)


def _typed(value: "Plain | None", slot: SlotDeclaration) -> "Plain | None":
    """The value of a slot; a number, or a yes or a no, as YAML has it and not as a text that looks so."""
    words = {"integer": _WHOLE, "number": _DECIMAL, "yes-no": _YES_OR_NO}.get(slot.type)
    return Bare(value) if words and isinstance(value, str) and words.fullmatch(value) else value


@dataclass(slots=True)
class _Splicer(YamlEdit):
    """Changes one value of a text."""

    order: Sequence[str] = ()
    language: Language | None = None
    inside: frozenset[int] = field(default=frozenset(), init=False)
    """Where scalars begin that stand in braces or brackets."""

    def __post_init__(self) -> None:
        YamlEdit.__post_init__(self)
        flows = (node for node in below(self.root) if getattr(node, "flow_style", False))
        self.inside = frozenset(each.start_mark.index for node in flows for each in below(node))

    def put(self, change: Change) -> str:
        """The text with the new value of a slot."""
        slot, name = change.slot, change.name
        assert slot is not None
        value = _typed(change.value, slot)
        found = self._find(name)
        if found is None:
            if value is not None:
                self._add(name, value)
            return self.made()
        parent, key, node = found
        self.refuse_ties(key, node)
        if change.value is not None and self.language is None and any(map(_is_spoken, below(node))):
            raise Tied(name)  # nobody has said in which language the new value is
        inner = traits_of(slot.type).reviewed_under
        if inner and (entry := entry_at(node, inner)):
            parent, (key, node) = node, entry
        if value is None:
            self._remove(parent, key, node)
        else:
            self._change(key, node, value, keeps=(REVIEWED_ON,))
        return self.made()

    def review(self, change: Change) -> str:
        """The text with a day of review of a slot or a group."""
        found = self._find(change.name)
        if found is None:
            return self.text
        _, key, node = found
        self.refuse_ties(key, node)
        day = change.reviewed_on.isoformat() if change.reviewed_on else ""
        if entry := entry_at(node, REVIEWED_ON):
            self._replace_scalar(entry[1], day)
        elif change.slot and (_is_spoken(node) or not isinstance(node, yaml.MappingNode) or not node.value):
            self._review_value(key, node, traits_of(change.slot.type).reviewed_under, day)
        elif isinstance(node, yaml.MappingNode) and node.value:
            self._add_first(node, f"{REVIEWED_ON}: {day}")
        return self.made()

    def _review_value(self, key: Any, node: Any, inner: str | None, day: str) -> None:
        """A day for a value that has no keys of its own to stand among; for one by language, in each of them."""
        parts = [value for _, value in node.value] if _is_spoken(node) else []
        if inner or not parts:
            self._wrap(key, node, inner or "items", day)
            return
        for each in parts:
            if entry := entry_at(each, REVIEWED_ON):
                self._replace_scalar(entry[1], day)
            elif isinstance(each, yaml.MappingNode):
                self._add_first(each, f"{REVIEWED_ON}: {day}")

    # Finding -------------------------------------------------------------------------------------

    def _find(self, name: str) -> tuple[Any, Any, Any] | None:
        """The mapping that has a slot, its key and its value."""
        node, rest = self.root, name
        while isinstance(node, yaml.MappingNode):
            best = next(
                ((key, value) for key, value in node.value if rest == key.value or rest.startswith(f"{key.value}.")),
                None,
            )
            if best is None:
                return None
            key, value = best
            if key.value == rest:
                return node, key, value
            node, rest = value, rest[len(key.value) + 1 :]
        return None

    # Changing ------------------------------------------------------------------------------------

    def _change(self, key: Any, node: Any, new: Plain, keeps: tuple[str, ...] = ()) -> None:
        """Change the value of a key as little as it takes."""
        match node, new:
            case yaml.MappingNode(), _ if _is_spoken(node):
                self._change_spoken(node, new, keeps)
            case yaml.ScalarNode(), str():
                self._change_scalar(node, new, key.start_mark.column)
            case yaml.MappingNode(), dict() if node.value and self._takes(node, new, keeps):
                self._change_mapping(node, new, keeps)
            case yaml.SequenceNode(), list() if node.value and self._takes(node, new, keeps):
                self._change_list(node, new)
            case _:
                self._replace(key, node, new)

    def _change_spoken(self, node: Any, new: Plain, keeps: tuple[str, ...] = ()) -> None:
        """Change what is said in one language; it comes behind the others where it was not said yet."""
        if self._plain(node) == new:
            return
        language = str(self.language)
        if entry := entry_at(node, language):
            self._change(*entry, new, keeps)
        elif node.flow_style:
            at = self.end(node.value[-1][1])
            self.splices.append((at, at, f", {language}: {in_flow(new)}"))
        else:
            self._add_after(node.value[-1][1], node.start_mark.column, language, new)

    def _plain(self, node: Any) -> Plain:
        """What a node says in the language of the new values, else in the first that it has."""
        if _is_spoken(node):
            return self._plain((entry_at(node, str(self.language)) or node.value[0])[1])
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return {key.value: self._plain(value) for key, value in node.value}
        return plain(node)

    def _takes(self, node: Any, new: Plain, keeps: tuple[str, ...]) -> bool:
        """Whether a collection can be changed part by part: in braces or brackets only if none comes or goes."""
        if not node.flow_style:
            return True
        if isinstance(node, yaml.MappingNode):
            return {key.value for key, _ in node.value} - {*keeps} == set(new)
        return len(node.value) == len(new)

    def _change_scalar(self, node: Any, new: str, column: int) -> None:
        if node.value.strip() != new:
            self._replace_scalar(node, new, column)

    def _replace_scalar(self, node: Any, new: str, column: int = 0) -> None:
        begin, end = node.start_mark.index, self.end(node)
        gap = " " if begin == end and self.text[begin - 1 : begin] in (":", "-") else ""
        if begin in self.inside and _OF_FLOW.search(new):
            written = in_flow(new)
        else:
            written = scalar_text(new, column, self.line_end, like=self.text[begin:end])
        self.splices.append((begin, end, gap + written))

    def _change_mapping(self, node: Any, new: dict[str, Plain], keeps: tuple[str, ...]) -> None:
        there = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in there.items():
            if name in new:
                self._change(key, value, new[name])
            elif name not in keeps:
                self._remove(node, key, value)
        before = None
        for name, value in new.items():
            if name in there:
                before = there[name][1]
            elif before is None:
                self._add_first(node, f"{name}:{after_key(value, node.start_mark.column, self.line_end)}")
            else:
                self._add_after(before, node.start_mark.column, name, value)

    def _change_list(self, node: Any, new: list[Plain]) -> None:
        """Keep the entries that stay, change those that have another in their place, add and remove the others."""
        old = [self._plain(item) for item in node.value]
        pairs = SequenceMatcher(None, list(map(frozen, old)), list(map(frozen, new)), autojunk=False).get_opcodes()
        for _, first, last, low, high in pairs:
            if (first, last) == (low, high) and old[first:last] == new[low:high]:
                continue
            same = min(last - first, high - low)
            for at in range(same):
                self._change_item(node, first + at, new[low + at])
            for at in range(first + same, last):
                self._remove_item(node.value[at])
            if high > low + same:
                self._add_items(node, first + same, new[low + same : high])

    def _change_item(self, node: Any, at: int, new: Plain) -> None:
        item = node.value[at]
        if self._plain(item) == new:
            return
        column = node.start_mark.column
        if _is_spoken(item):
            self._change_spoken(item, new)
        elif isinstance(item, yaml.ScalarNode) and isinstance(new, str):
            self._change_scalar(item, new, column)
        elif isinstance(item, yaml.MappingNode) and isinstance(new, dict) and self._has_same_keys(item, new):
            self._change_mapping(item, new, ())
        elif node.flow_style:
            self.splices.append((item.start_mark.index, self.end(item), in_flow(new)))
        else:
            written = after_dash(new, column, self.line_end)
            self.splices.append((self._dash(item) + 1, self.end(item), written))

    def _has_same_keys(self, item: Any, new: dict[str, Plain]) -> bool:
        return {key.value for key, _ in item.value} == set(new)

    def _add_items(self, node: Any, at: int, new: list[Plain]) -> None:
        column = node.start_mark.column
        if at == 0:
            begin = self._dash(node.value[0])
            lines = (f"-{after_dash(each, column, self.line_end)}{self.line_end}{' ' * column}" for each in new)
        else:
            begin = self.end_of_line(self.end(node.value[at - 1]))
            lines = (f"{self.line_end}{' ' * column}-{after_dash(each, column, self.line_end)}" for each in new)
        self.splices.append((begin, begin, "".join(lines)))

    def _remove_item(self, item: Any) -> None:
        begin = self.begin_of_line(self._dash(item))
        self.splices.append((begin, self.next_line(self.end(item)), ""))

    def _remove(self, parent: Any, key: Any, node: Any) -> None:
        """Remove a key with its lines; in braces, where it may share them, it stays with nothing.

        Of a value that is said in other languages, too, what it says in the language of the new values goes alone.
        """
        if self.language and _is_spoken(node) and {each.value for each, _ in node.value} != {self.language}:
            if entry := entry_at(node, self.language):
                self._remove_said(node, *entry)
            return
        if parent.flow_style or parent.start_mark.index == key.start_mark.index != self._begin_of_text(key):
            self.splices.append((key.end_mark.index + 1, self.end(node), ' ""'))
            return
        self.splices.append((self.begin_of_line(key.start_mark.index), self.next_line(self.end(node)), ""))

    def _remove_said(self, node: Any, key: Any, value: Any) -> None:
        """Remove one of several languages; in braces with the comma beside it."""
        if not node.flow_style:
            self._remove(node, key, value)
            return
        at = next(number for number, (each, _) in enumerate(node.value) if each is key)
        if at:
            self.splices.append((self.end(node.value[at - 1][1]), self.end(value), ""))
        else:
            self.splices.append((key.start_mark.index, node.value[1][0].start_mark.index, ""))

    def _begin_of_text(self, node: Any) -> int:
        """Where the text of a node's line begins."""
        line = self.begin_of_line(node.start_mark.index)
        return line + len(self.text[line:]) - len(self.text[line:].lstrip(" "))

    def _replace(self, key: Any, node: Any, new: Plain) -> None:
        """Another form of value in the place of the old one."""
        begin = self.text.index(":", key.end_mark.index) + 1
        after = after_key(new, key.start_mark.column, self.line_end)
        if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and node.flow_style:
            after = " " + in_flow(new)
        self.splices.append((begin, max(begin, self.end(node)), after))

    # Adding --------------------------------------------------------------------------------------

    def _add(self, name: str, value: Plain) -> None:
        """A slot that the profile has not got: in its group, behind the slot that comes before it in the course."""
        node, rest, path = self.root, name, ""
        while "." in rest:
            group, _, inner = rest.partition(".")
            entry = entry_at(node, group)
            if entry is None or not isinstance(entry[1], yaml.MappingNode) or not entry[1].value:
                break
            node, rest, path = entry[1], inner, f"{path}{group}."
        *groups, last = rest.split(".")
        whole: Plain = value
        for part in reversed([*groups[1:], last] if groups else []):
            whole = {part: whole}
        first = groups[0] if groups else last
        if (entry := entry_at(node, first)) is not None:  # there, and empty
            self._replace(entry[0], entry[1], whole)
            return
        if node.flow_style:
            raise Tied(name)
        self._add_key(node, path, first, whole)

    def _add_key(self, node: Any, path: str, name: str, value: Plain) -> None:
        keys = list(dict.fromkeys(each[len(path) :].split(".")[0] for each in self.order if each.startswith(path)))
        earlier = keys[: keys.index(name)] if name in keys else keys
        there = {key.value: inner for key, inner in node.value}
        before = next((there[each] for each in reversed(earlier) if each in there), None)
        column = node.start_mark.column
        if before is not None:
            self._add_after(before, column, name, value, gap=self.line_end if not path else "")
            return
        later = next((key for key, _ in node.value if key.value in keys), None)
        if later is None:
            self._add_after(node.value[-1][1], column, name, value, gap=self.line_end if not path else "")
            return
        written = f"{name}:{after_key(value, column, self.line_end)}{self.line_end}{' ' * column}"
        self.splices.append((later.start_mark.index, later.start_mark.index, written))

    def _add_after(self, before: Any, column: int, name: str, value: Plain, gap: str = "") -> None:
        at = self.end_of_line(self.end(before))
        written = f"{self.line_end}{gap}{' ' * column}{name}:{after_key(value, column, self.line_end)}"
        self.splices.append((at, at, written))

    def _add_first(self, node: Any, written: str) -> None:
        """A key above the others of a mapping."""
        if node.flow_style:
            at = node.start_mark.index + 1
            self.splices.append((at, at, f" {written},"))
            return
        at = node.start_mark.index
        self.splices.append((at, at, f"{written}{self.line_end}{' ' * node.start_mark.column}"))

    def _wrap(self, key: Any, node: Any, inner: str, day: str) -> None:
        """Give a value that is no mapping a key of its own, below the day of its review."""
        column = key.start_mark.column + STEP
        head = f"{self.line_end}{' ' * column}{REVIEWED_ON}: {day}{self.line_end}{' ' * column}{inner}:"
        begin, end = self.text.index(":", key.end_mark.index) + 1, self.end(node)
        first = self.end_of_line(begin)
        is_below = node.start_mark.index > first  # the value begins on a line of its own
        shift = column + STEP - node.start_mark.column if is_below and isinstance(node, yaml.SequenceNode) else STEP
        at = first if is_below else begin
        self.splices.append((at, at, head))
        for line in re.finditer(r"\n(?=[^\r\n])", self.text[first:end]):
            place = first + line.end()
            self.splices.append((place, place, " " * shift))

    # Places --------------------------------------------------------------------------------------

    def _dash(self, item: Any) -> int:
        return self.text.rindex("-", 0, max(item.start_mark.index, 1))
