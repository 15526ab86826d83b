"""What a process remembers of files by their names alone, to be forgotten when the files change.

A process that builds many companies reads a theme once. Caches whose results depend on its fonts, icons or templates
are declared here, so that all of them are emptied together.
"""

from collections import deque
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")
_EMPTY: list[Callable[[], None]] = []


def of_files(maxsize: int | None = None) -> Callable[[Callable[_Given, _Found]], Callable[_Given, _Found]]:
    """Remember what a function returns, until `forget`; `maxsize` results at most, all of them without it.

    Arguments must be hashable, as for `functools.lru_cache`.
    """

    def remembering(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
        remembered = lru_cache(maxsize)(function)
        _EMPTY.append(remembered.cache_clear)
        return remembered  # type: ignore[return-value]  # the library's type has lost the parameters

    return remembering


def of_newest(most: int) -> Callable[[Callable[_Given, _Found]], Callable[_Given, _Found]]:
    """Remember what a function returned for its newest arguments, until `forget`.

    Arguments need not be hashable: they are compared, one by one, which is worth it where there is much to be done.
    """

    def remembering(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
        newest: deque[tuple[object, _Found]] = deque(maxlen=most)
        _EMPTY.append(newest.clear)

        @wraps(function)
        def remembered(*given: _Given.args, **named: _Given.kwargs) -> _Found:
            wanted = given, named
            for known, found in tuple(newest):
                if known == wanted:
                    return found
            made = function(*given, **named)
            newest.append((wanted, made))
            return made

        return remembered

    return remembering


def forget() -> None:
    """Empty every cache that depends on files: somebody changed one, or nobody watches it any longer."""
    for empty in _EMPTY:
        empty()
