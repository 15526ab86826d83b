"""Records: `dataclasses.dataclass` with slots, at a tenth of its price when a program starts.

The standard decorator compiles up to eight methods for each class as it is defined, and loads the compiler's tools for
it: for deckgen's two hundred records that was nearly half of what a deck took. Here the methods are shared, and a
class gets its own `__init__` when its first instance is made. Type checkers see the standard library; at run time the
names below mean the same for what deckgen uses of them, and the standard `fields`, `replace`, `asdict` and
`is_dataclass` take records too.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
else:
    from deckgen.records.fields import MISSING, Field, field
    from deckgen.records.making import dataclass, fields, is_dataclass, replace

__all__ = ["MISSING", "Field", "dataclass", "field", "fields", "is_dataclass", "replace"]
