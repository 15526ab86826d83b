"""Taking an Embedded OpenType file apart, as a program does that shows a deck."""

from dataclasses import dataclass
from struct import unpack_from


@dataclass(frozen=True)
class Eot:
    """An Embedded OpenType file, taken apart."""

    version: int
    flags: int
    panose: bytes
    charset: int
    italic: int
    weight: int
    licence: int
    magic: int
    ranges: tuple[int, ...]
    checksum: int
    reserved: tuple[int, ...]
    names: tuple[str, ...]
    """Family, style, version, full name, web addresses."""
    font: bytes


def taken_apart(data: bytes) -> Eot:
    """By the order of the W3C submission; the sizes have to agree with what is there."""
    size, font_size, version, flags = unpack_from("<4L", data)
    weight, licence, magic = unpack_from("<LHH", data, 28)
    names, at = [], 80
    for _ in range(5):
        padding, length = unpack_from("<2H", data, at)
        assert padding == 0
        names.append(data[at + 4 : at + 4 + length].decode("utf-16-le"))
        at += 4 + length
    assert size == len(data) == at + font_size
    return Eot(
        version, flags, data[16:26], data[26], data[27], weight, licence, magic,
        unpack_from("<6L", data, 36), unpack_from("<L", data, 60)[0], unpack_from("<4L", data, 64),
        tuple(names), data[at:],
    )  # fmt: skip


def embedded(files: dict[str, bytes]) -> list[Eot]:
    """The fonts of a deck, regular and bold."""
    return [taken_apart(files[f"ppt/fonts/font{number}.fntdata"]) for number in (1, 2)]
