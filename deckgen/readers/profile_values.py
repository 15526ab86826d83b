"""The values of slots in a profile, read along their dotted names."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from deckgen.diagnostics import Place
from deckgen.messages.spelling import closest
from deckgen.model.freshness import Review
from deckgen.model.slots import SlotDeclaration, SourceFilling
from deckgen.model.text import Source
from deckgen.model.training import Training
from deckgen.readers.freshness import REVIEWED_ON, parted, read_review
from deckgen.readers.layers import EXTENDS, Layer, of_other_courses
from deckgen.readers.leaves import is_empty, is_void
from deckgen.readers.misplaced import Misplaced
from deckgen.readers.profile_versions import VERSIONS
from deckgen.readers.slot_values import first_placeholder, read_slot
from deckgen.readers.training import read_training
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, Node, kind_of

RESERVED = (
    EXTENDS, "course", "version", VERSIONS, "company_id", "theme", "certified", "sample", "brand_colour", REVIEWED_ON,
    "freshness", "characters_per_minute", "reveal", "slides", "quiz", "record", "print", "language",
)  # fmt: skip
"""Keys of a profile that are no slots."""

RECORD = "record"


@dataclass(slots=True)
class Values:
    """Walks a profile along the dotted names of the slots."""

    context: Context
    slots: dict[str, SlotDeclaration]
    are_all: bool = True
    """Whether the course declares no others."""
    fillings: dict[str, SourceFilling] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    placeholders: dict[str, Place] = field(default_factory=dict)
    reviews: dict[tuple[str, str], Review] = field(default_factory=dict)
    """By file and dotted path: of slots, of groups, and "" for the whole file."""
    elsewhere: dict[str, list[str]] = field(default_factory=dict)
    """By file that is about another course: what this course has no slot for."""

    def read(self, tree: Mapping, layers: Iterable[Layer]) -> None:
        """Read all slots below the top of a profile; lines in a wrong column are looked for in each of its files."""
        top = Place(tree.place.file)
        self.places = dict.fromkeys(self.slots, top)
        misplaced = Misplaced(frozenset(self.slots), frozenset(RESERVED), self.context.report)
        told: set[str] = set()
        self.elsewhere = {file: [] for file in of_other_courses(tuple(layers))}
        for layer in layers:
            if self.are_all and layer.tree.place.file not in self.elsewhere:
                told |= misplaced.tell(layer.tree)
            self._reviews_in("", layer.tree)
        for key, entry in tree.entries.items():
            if key not in RESERVED and key not in told:
                self._read(key, entry)

    def read_record(self, node: Node, context: Context) -> Training[Source] | None:
        """The particulars of the training, without what still has its placeholder: its dotted name is remembered.

        None where they are faulty.
        """
        with suppress(Faulty):
            return self._record(node, context)
        return None

    def _record(self, node: Node, context: Context) -> Training[Source]:
        if not isinstance(node, Mapping):
            return read_training(node, context)
        written = {key: first_placeholder(entry.value) for key, entry in node.entries.items()}
        self.placeholders.update({f"{RECORD}.{key}": each.place for key, each in written.items() if each})
        kept = {key: entry for key, entry in node.entries.items() if not written[key]}
        return read_training(Mapping(kept, node.place), context)

    def _read(self, name: str, entry: Entry) -> None:
        if slot := self.slots.get(name):
            self._fill(slot, entry.value)
            return
        below = [known for known in self.slots if known.startswith(f"{name}.")]
        if not below:
            self._unknown(name, entry)
            return
        self.places.update(dict.fromkeys(below, entry.key.place))
        if isinstance(entry.value, Mapping):
            for key, inner in entry.value.entries.items():
                if key != REVIEWED_ON:
                    self._read(f"{name}.{key}", inner)
        elif not is_empty(entry.value):
            self.context.fault("wrong-type", entry.value.place, expected="@mapping", found=kind_of(entry.value))

    def _fill(self, slot: SlotDeclaration, node: Node) -> None:
        self.places[slot.name] = node.place
        node, review = parted(node, slot.type, self.context)
        self._review(slot.name, review)
        if is_void(node):
            return
        if placeholder := first_placeholder(node):
            self.placeholders[slot.name] = placeholder.place
            self.places[slot.name] = placeholder.place
            return
        try:
            self.fillings[slot.name] = read_slot(node, slot, self.context)
        except Faulty:
            return

    def _reviews_in(self, path: str, tree: Mapping) -> None:
        """The days that a file tells of its groups: they are about what stands in this file, and nothing else."""
        self._review(path, tree.entries.get(REVIEWED_ON))
        for key, entry in tree.entries.items():
            name = f"{path}.{key}" if path else key
            is_group = any(slot.startswith(f"{name}.") for slot in self.slots)
            if is_group and isinstance(entry.value, Mapping):
                self._reviews_in(name, entry.value)

    def _review(self, path: str, entry: Entry | None) -> None:
        if entry and (review := read_review(entry, self.context)):
            self.reviews[review.place.file, path] = review

    def _unknown(self, name: str, entry: Entry) -> None:
        if (others := self.elsewhere.get(entry.key.place.file)) is not None:
            others.append(name)
            return
        if not self.are_all:
            return
        from deckgen.readers.synonyms import synonym  # what a sound file never needs

        parent, _, key = name.rpartition(".")
        siblings = list(dict.fromkeys((*_children(parent, self.slots), *(() if parent else RESERVED))))
        elsewhere = next((slot for slot in self.slots if slot.endswith(f".{key}")), "")
        suggestion = elsewhere or self._labelled(parent, key) or synonym(key, siblings) or closest(key, siblings)
        self.context.report.add("slot-key-unknown", entry.key.place, key=name, suggestion=suggestion)

    def _labelled(self, parent: str, label: str) -> str:
        """The key below a dotted path whose slot people call so."""
        prefix = f"{parent}." if parent else ""
        names = {slot.label: name for name, slot in self.slots.items() if name.startswith(prefix)}
        return names.get(label, "")[len(prefix) :]


def _children(parent: str, slots: dict[str, SlotDeclaration]) -> Iterator[str]:
    """The keys that may stand below a dotted path."""
    prefix = f"{parent}." if parent else ""
    for name in slots:
        if name.startswith(prefix):
            yield name[len(prefix) :].split(".")[0]
