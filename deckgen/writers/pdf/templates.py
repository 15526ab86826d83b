"""The theme's templates at work: Jinja2 in its sandbox, within bounds, its faults told at their line."""

import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckgen.caches import of_files
from deckgen.diagnostics import Place, shown
from deckgen.writers.pdf.levels import number
from deckgen.writers.pdf.marks import blocks, inline, marked
from deckgen.writers.rendered import ThemeFault

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST_CHARACTERS = 100_000_000
"""Of a page description: some hundred times that of a long course."""
_NAMED = re.compile(r"has no attribute '([^']+)'|No (?:filter|test) named '([^']+)'|'([^']+)' is undefined")
"""The name that one of the library's messages is about."""
_MOST_TURNS = 1_000_000
"""Of all loops over numbers in one template."""


@of_files(4)
def environment(folders: tuple[Path, ...]) -> "Environment":
    """The templates of a theme; what they write is escaped, and a name that is not there is an error."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Bounded(ImmutableSandboxedEnvironment):
        """A sandbox in which no sum, product or power becomes large enough to hold the machine up."""

        intercepted_binops = frozenset(("*", "**"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not all(isinstance(side, (int, float)) for side in (left, right)):
                raise OverflowError(operator)
            return super().call_binop(context, operator, left, right)

    environment = Bounded(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(folders),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"marks": inline, "blocks": blocks, "changed": marked}
    environment.filters["pt"] = lambda length: f"{number(length)}pt"
    for padding in ("center", "indent", "wordwrap"):
        del environment.filters[padding]
    return environment


def render(folders: tuple[Path, ...], file: str, /, **values: object) -> str:
    """A template filled with values. Raises ThemeFault where that fails, or becomes too much."""
    from jinja2 import TemplateSyntaxError, UndefinedError

    turns = _Turns()
    try:
        template = environment(folders).get_template(file)
        return "".join(_measured(template.generate(**values, range=turns.range)))
    except TemplateSyntaxError as problem:  # a filter or a test that there is not
        path = Path(problem.filename or file)
        place, name = Place(shown(path), problem.lineno, 1), _named(problem.message)
        raise ThemeFault(place, "@template-unknown", name, _below(path, folders)) from problem
    except UndefinedError as problem:
        raise _fault(problem, folders, file, "@template-unknown", _named(problem.message)) from problem
    except KeyError as problem:  # a word that there is not, by `say`
        raise _fault(problem, folders, file, "@template-unknown", str(problem.args[0])) from problem
    except (OverflowError, RecursionError, MemoryError) as problem:
        raise _fault(problem, folders, file, "@template-too-much") from problem
    except Exception as problem:  # a template is a program: whatever it can raise is its own fault
        raise _fault(problem, folders, file, "@template-value") from problem


class _Turns:
    """Counts the turns of all loops over numbers: two nested ones are soon more than a day holds."""

    def __init__(self) -> None:
        self.left = _MOST_TURNS

    def range(self, *bounds: int) -> Iterator[int]:
        """As Python's, as long as there are turns left. Raises OverflowError then."""
        for value in range(*bounds):
            self.left -= 1
            if self.left < 0:
                raise OverflowError("range")
            yield value


def _measured(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > _MOST_CHARACTERS:
            raise OverflowError("text")
        yield piece


def _fault(problem: BaseException, folders: Sequence[Path], file: str, reason: str, name: str = "") -> ThemeFault:
    """The fault at the last line of a template that was being filled in."""
    frames = traceback.extract_tb(problem.__traceback__)
    lines = [(frame.filename, frame.lineno) for frame in frames if frame.filename.endswith(".j2")]
    path, line = lines[-1] if lines else (file, 0)
    return ThemeFault(Place(shown(Path(path)), line or 0, 1), reason, name, _below(Path(path), folders))


def _named(message: str | None) -> str:
    found = _NAMED.search(message or "")
    return next(filter(None, found.groups())) if found else ""


def _below(path: Path, folders: Sequence[Path]) -> str:
    """The template that one takes the place of, of the theme that its own extends."""
    others = (folder / path.name for folder in reversed(folders))
    return shown(next((other for other in others if other.is_file()), path))
