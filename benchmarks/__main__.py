"""`make bench`: whole commands, timed by turns, beside other tools on the same slides and notes."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import machine, many, printing, tools
from benchmarks.aims import verdicts
from benchmarks.measuring import CommandFailedError, rounds, run
from benchmarks.scaling import Series, series

RESULTS = Path(__file__).parent / "results"
LENGTHS = {("deck",): (25, 250, 1_000), ("deck", "handout"): (25, 250)}
"""Slides by outputs; with the handout only as many as are printed in a sitting, unless all are asked for."""


def main() -> int:
    """Measure, print, and keep the figures as JSON."""
    if sys.argv[1:2] == ["many"]:
        return many.main(sys.argv[2:])
    if sys.argv[1:2] == ["keystrokes"]:
        from benchmarks import keystrokes  # needs a browser, which the others do without

        return keystrokes.main(sys.argv[2:])
    given = _arguments()
    told: dict[str, Any] = {"machine": machine.described()}
    print("   ".join(f"{name} {value}" for name, value in told["machine"].items()), end="\n\n", flush=True)
    if machine.is_busy():
        print("The machine is busy: look at the ratios, which are taken in turns, rather than at the times.\n")
    with TemporaryDirectory(prefix="deckgen-bench-") as folder:
        _measure(given, Path(folder), told)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"\nAll figures: {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="rounds of each comparison (default: 7)")
    parser.add_argument("--before", type=Path, help="a checkout of an earlier deckgen, its libraries in .venv")
    parser.add_argument("--all", action="store_true", help="handouts of 1,000 slides too: takes minutes")
    return parser.parse_args()


def _measure(given: argparse.Namespace, folder: Path, told: dict[str, Any]) -> None:
    cases = tools.sample_cases(folder, given.before)
    timed = rounds(cases, given.runs)
    peaks = {case.name: run(case, watched=True).peak for case in cases}
    print(printing.comparison(timed, peaks), end="\n\n", flush=True)
    grown = [_series(outputs, given.runs, folder, all_lengths=given.all) for outputs in LENGTHS]
    print(printing.growth(grown), end="\n\n")
    found = verdicts(timed, peaks, grown)
    print(printing.aims(found))
    told["runs"] = {name: [asdict(each) for each in of_case] for name, of_case in timed.items()}
    told["peaks"] = peaks
    told["growth"] = [asdict(each) for each in grown]
    told["aims"] = [asdict(each) for each in found]


def _series(outputs: tuple[str, ...], runs: int, folder: Path, *, all_lengths: bool) -> Series:
    lengths = LENGTHS["deck",] if all_lengths else LENGTHS[outputs]
    return series(outputs, lengths, max(1, runs // 2), folder)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CommandFailedError as problem:
        sys.exit(f"A command that is measured failed: {problem}")
