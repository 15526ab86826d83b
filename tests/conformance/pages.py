"""Is a handout's text where it can be printed, bound and read?

python -m tests.conformance.pages HANDOUT.pdf …
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.conformance.characters import PrintedPage, collisions, printed_pages
from tests.conformance.geometry import beyond

PT_PER_MM = 72 / 25.4
BINDING = 20 * PT_PER_MM
"""The punched side, left: ISO 838 sets the holes' centres 12 mm from the edge; 20 mm keep text clear of a binder."""
EDGE = 6 * PT_PER_MM
"""The other sides: office printers leave 4 to 6 mm white."""
TOLERANCE = 0.5
"""pt. The PDF is judged as it was written, so nothing but rounding comes in between."""


def judge(pdf: Path, *, is_bound: bool = True) -> list[str]:
    """What stands outside a page's margins, and which texts collide."""
    left = BINDING if is_bound else EDGE
    return [f"page {page.number}, {problem}" for page in printed_pages(pdf) for problem in _page_problems(page, left)]


def _page_problems(page: PrintedPage, left: float) -> Iterator[str]:
    area = page.paper.inset(left=left, top=EDGE, right=EDGE, bottom=EDGE)
    for stretch in page.stretches:
        yield from (f"「{stretch.text}」 leaves the margins {side}" for side in beyond(stretch.box, area, TOLERANCE))
    for first, second, extent in collisions(page.stretches):
        one, other = page.stretches[first].text, page.stretches[second].text
        yield f"「{one}」 collides with 「{other}」, {extent}"


def main(arguments: Sequence[str]) -> int:
    """Judge PDFs and print what is wrong; 1 if anything is."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    results = {Path(argument): judge(Path(argument)) for argument in arguments}
    for pdf, problems in results.items():
        print(f"{pdf}: {len(problems)} problems" if problems else f"{pdf}: everything is in its place")
        for problem in problems:
            print(f"  {problem}")
    return int(any(results.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
