"""How a run ends when something happens that no command foresees: one sentence, never a traceback."""

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from deckgen import __version__
from deckgen.cli.interrupts import interrupts_kept
from deckgen.cli.printing import INTERRUPTED, NOBODY_READS, OWN_FAULT, PART_MISSING, PROBLEMS
from deckgen.messages.terms import in_words, reason
from deckgen.wording import Language, say

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what cannot be written shows as an escape."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def guarded(run: Callable[[], int], arguments: Sequence[str], language: Language) -> int:
    """Run a command to its exit code, whatever happens."""
    try:
        with interrupts_kept():
            return _finished(run)
    except KeyboardInterrupt:
        _stop_writing()
        _tell("\r\x1b[K" if sys.stderr.isatty() else "", say("commands.interrupted", language))
        return INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return NOBODY_READS
    except OSError as problem:
        if problem.errno not in _NO_ROOM:
            return _unusable(problem, arguments, language)
        _stop_writing()  # what the pipeline writes is under its own eyes: this was standard output
        _tell(say("commands.unprintable", language, reason=in_words(reason(problem), language)))
        return PROBLEMS
    except ModuleNotFoundError as problem:
        if problem.name is None or problem.name.partition(".")[0] == "deckgen":
            return _own_fault(problem, arguments, language)
        _tell(say("commands.library-missing", language, name=problem.name))
        return PART_MISSING
    except Exception as problem:
        return _own_fault(problem, arguments, language)


def _unusable(problem: OSError, arguments: Sequence[str], language: Language) -> int:
    """The system does not let us at a file: that is told with its name, whoever asked for it."""
    if problem.filename is None:
        return _own_fault(problem, arguments, language)
    path = os.fsdecode(problem.filename) if isinstance(problem.filename, (str, bytes)) else str(problem.filename)
    _tell(say("commands.unusable", language, path=path, reason=in_words(reason(problem), language)))
    return PROBLEMS


def _finished(run: Callable[[], int]) -> int:
    try:
        code = run()
    except SystemExit as end:  # how the parser ends help and wrong usage
        code = end.code if isinstance(end.code, int) else 0
    sys.stdout.flush()  # here, where a reader who has gone can still be met with grace
    return code


def _tell(*texts: str) -> None:
    with suppress(OSError):  # nobody may be listening
        sys.stderr.write("".join(texts) + "\n")


def _stop_writing() -> None:
    """Let what is still in the buffer of standard output go nowhere, so that the end of Python need not wait."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _own_fault(problem: Exception, arguments: Sequence[str], language: Language) -> int:
    kind = type(problem).__name__
    told = f"{kind}: {problem}".splitlines()[0][:200] if str(problem) else kind
    log = _write_log(problem, arguments) or say("commands.no-log", language)
    _tell(say("commands.fault", language, problem=told, log=log))
    return OWN_FAULT


def _write_log(problem: Exception, arguments: Sequence[str]) -> Path | None:
    """What a maintainer needs to find the fault, in the system's folder for temporary files."""
    import platform
    import tempfile
    import traceback

    lines = [
        f"deckgen {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
        f"arguments: {list(arguments)}\n\n",
        *traceback.format_exception(problem),
    ]
    try:
        descriptor, name = tempfile.mkstemp(prefix="deckgen-", suffix=".log")
        with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123 - by descriptor
            file.writelines(lines)
    except OSError:
        return None
    return Path(name)
