"""How people call deckgen on this computer, in what they are told to type."""

import re
import sys
from pathlib import PurePath

_TO_TYPE = re.compile(r"(?:(?<=`)|(?<=^  ))deckgen(?= )", re.MULTILINE)


def called(platform: str, program: str) -> str:
    """What begins a command: on Windows the launcher, where it ran the package and no `deckgen.exe` need be found."""
    by_launcher = platform == "win32" and PurePath(program).name == "__main__.py"
    return "py -m deckgen" if by_launcher else "deckgen"


def as_called(text: str, name: str = "") -> str:
    """A text whose commands begin in the way that this very process was called, or with another name."""
    return _TO_TYPE.sub(name or called(sys.platform, sys.argv[0]), text)
