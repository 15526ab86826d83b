"""The sample handouts as HTML, against what was looked at and found right, printed and on screen.

`DECKGEN_UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is committed.
"""

import os
import re
from pathlib import Path

import pytest

from deckgen.writers.handout import page_description
from tests.writers.handout.sample import publication

GOLDEN = Path(__file__).parent / "golden"
BLOCKS = re.compile(r"(?=<(?:section|main|div|p|h[1-3]|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)\b)")


def files() -> dict[str, str]:
    """HTML of both kinds, and the drawings that they name."""
    found: dict[str, str] = {}
    for kind in ("handout", "trainer"):
        html, resources = page_description(publication(), kind)
        found[f"{kind}.html"] = BLOCKS.sub("\n", html)
        for address in dict.fromkeys(re.findall(r"deckgen:\d+", html)):
            resource = resources.get(address)
            if resource.type == "image/svg+xml":
                name = f"{kind}-{address.partition(':')[2]}.svg"
                found[name] = resource.data.decode().replace("><", ">\n<")
    return found


FILES = files()


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_page_description_is_as_it_was_found_right(name: str) -> None:
    path = GOLDEN / name
    if os.environ.get("DECKGEN_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(FILES[name], encoding="utf-8")
    assert FILES[name] == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)
