"""Random orders that are the same everywhere and always.

The numbers come from SHA-256 of a seed and a counter (as in NIST SP 800-90A's Hash_DRBG, without its reseeding), the
orders from Fisher and Yates' shuffle (Knuth, TAOCP 2, 3.4.2, algorithm P), so no library's choice of generator and no
hash of the interpreter comes in.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

V = TypeVar("V")

_BYTES = 8
_WHOLE = 1 << (8 * _BYTES)


@dataclass(slots=True)
class Shuffler:
    """A source of orders for one seed."""

    seed: str
    _drawn: int = field(default=0)

    def order(self, values: Sequence[V]) -> tuple[V, ...]:
        """The values in an order of their own."""
        shuffled = list(values)
        for last in range(len(shuffled) - 1, 0, -1):
            other = self._below(last + 1)
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return tuple(shuffled)

    def other_order(self, values: Sequence[V]) -> tuple[V, ...]:
        """The values in an order that is not the given one, where there is another."""
        shuffled = self.order(values)
        return (*shuffled[1:], *shuffled[:1]) if shuffled == tuple(values) else shuffled

    def _below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1, each as likely: what would favour some is drawn again."""
        fair = _WHOLE - _WHOLE % limit
        while True:
            digest = sha256(f"{self.seed}\n{self._drawn}".encode()).digest()
            self._drawn += 1
            number = int.from_bytes(digest[:_BYTES], "big")
            if number < fair:
                return number % limit
