"""Themes that lie upon each other: what they say together, and the files of their folders."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import shown
from deckgen.messages.spelling import closest
from deckgen.model.slots import Image
from deckgen.model.text import Source
from deckgen.model.theme import Embedding, Face
from deckgen.readers.files import is_file, near_file
from deckgen.readers.font_files import check_font, embedding_of, traits_of
from deckgen.readers.leaves import read_source, read_string
from deckgen.readers.pictures import BYTES_LIMIT, handed_in, read_bytes
from deckgen.readers.shelves import folder_on
from deckgen.readers.tree import Context, Entry, Faulty, Mapping, kind_of
from deckgen.readers.yaml_tree import read_tree

_TITLE = "title"
_CHAIN_LIMIT = 5
"""Themes that may extend one another."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of those that lie upon each other."""

    folder: Path
    tree: Mapping


def with_base(folder: Path, house: Sequence[Path], context: Context) -> tuple[Mapping, list[Layer]]:
    """The tree of a theme over that of the theme it extends, and the layers of it, the theme itself first."""
    layers: list[Layer] = []
    while True:
        path = folder / "theme.yaml"
        tree = read_tree(path, context.report)
        if not isinstance(tree, Mapping):
            raise context.fault("wrong-type", tree.place, expected="@mapping", found=kind_of(tree))
        layers.append(Layer(folder, tree))
        base = tree.entries.get("extends")
        if base is None:
            break
        name = read_string(base.value, context)
        shelves = _shelves(folder, house)
        having = [shelf for shelf in shelves if is_file(shelf / name / "theme.yaml")]
        found = folder_on(having, name, context.report)
        if found is None:
            others = sorted({path.parent.name for shelf in shelves for path in shelf.glob("*/theme.yaml")})
            raise context.fault("theme-base-missing", base.value.place, name=name, suggestion=closest(name, others))
        folder = found
        if any(shown(folder) == shown(layer.folder) for layer in layers) or len(layers) >= _CHAIN_LIMIT:
            chain = " → ".join([*(layer.folder.name for layer in layers), name])
            raise context.fault("theme-base-loop", base.value.place, chain=chain)
    whole = layers[-1].tree
    for layer in reversed(layers[:-1]):
        whole = _over(_for_another(whole, layer.tree), layer.tree)
    return whole, layers


def _for_another(base: Mapping, own: Mapping) -> Mapping:
    """A theme without its title where the one above has a title: it is called like the other in no language."""
    kept = {key: entry for key, entry in base.entries.items() if key != _TITLE or key not in own.entries}
    return Mapping(kept, base.place)


def _shelves(folder: Path, house: Sequence[Path]) -> Sequence[Path]:
    """Where the theme may lie that the one in a folder extends."""
    own = folder.parent.resolve()
    return house if any(own == shelf.resolve() for shelf in house) else (folder.parent, *house)


def _over(base: Mapping, tree: Mapping) -> Mapping:
    """The values of `tree` over those of `base`, mappings key by key."""
    entries = dict(base.entries)
    for key, entry in tree.entries.items():
        below = entries.get(key)
        match (below.value if below else None, entry.value):
            case Mapping() as lower, Mapping() as upper:
                entries[key] = Entry(entry.key, _over(lower, upper))
            case _:
                entries[key] = entry
    return Mapping(entries, tree.place)


class ThemeFiles:
    """Finds what a theme names, below the folder of the theme.yaml that names it."""

    def __init__(self, layers: list[Layer], context: Context) -> None:
        self._layers = layers
        self._folders = {shown(layer.folder / "theme.yaml"): layer.folder for layer in layers}
        self.context = context

    def file(self, name: Source) -> Path:
        """A file that must exist."""
        path = self._path(name)
        if not is_file(path):
            self.context.report.add(
                "file-named-missing", name.place, path=name.text, suggestion=near_file(path, name.text)
            )
        return path

    def face(self, name: Source, bold: bool, wanted: Embedding = "none") -> Face:
        """A file that must exist and be a font; as much of it goes into decks as is wanted and its licence allows."""
        path = self.file(name)
        if not is_file(path) or not check_font(path, name, self.context):
            return Face(path, bold)
        return Face(path, bold, embedding_of(path, wanted, name, self.context), traits_of(path))

    def picture(self, name: Source) -> Image | None:
        """A picture that must exist and be sound; what is wrong with it is reported."""
        path = self.file(name)
        if not is_file(path):
            return None
        with suppress(Faulty):
            data = read_bytes(path, name.place, self.context, BYTES_LIMIT + 1)
            return handed_in(data, path.name, path.parent, self.context.report, name.place)
        return None

    def folders(self, key: str) -> tuple[Path, ...]:
        """The folders that the layers name by a key, those of the base last: what one lacks, the next may have."""
        named = (layer.tree.entries[key].value for layer in self._layers if key in layer.tree.entries)
        return tuple(self._folder(read_source(node, self.context)) for node in named)

    def named(self, folder: str) -> tuple[Path, ...]:
        """The folders of that name that the layers have, those of the base last."""
        return tuple(found for layer in self._layers if (found := layer.folder / folder).is_dir())

    def sheets(self, folder: str, name: str) -> tuple[Path, ...]:
        """The style sheets of that name in them."""
        return tuple(path for found in self.named(folder) if is_file(path := found / name))

    def _folder(self, name: Source) -> Path:
        """A folder that must exist."""
        path = self._path(name)
        if not path.is_dir():
            self.context.report.add(
                "file-named-missing", name.place, path=name.text, suggestion=near_file(path, name.text)
            )
        return path

    def _path(self, name: Source) -> Path:
        folder = self._folders[name.place.file]
        path = folder / name.text
        if not path.resolve().is_relative_to(folder.resolve()):
            self.context.report.add("path-outside", name.place, path=name.text, folder=folder)
        return path

    def all(self) -> tuple[Path, ...]:
        """Every file below the folders, base theme first."""
        return tuple(
            path for layer in reversed(self._layers) for path in sorted(layer.folder.rglob("*")) if path.is_file()
        )
