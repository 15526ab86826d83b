"""Many companies: the cost of each in a batch and by itself, memory over a long batch, and what a rerun costs."""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory

import yaml

from benchmarks import machine, printing
from benchmarks.aims import Verdict
from benchmarks.material import COURSE, ROOT, SAMPLE, numbered
from benchmarks.measuring import Case, CommandFailedError, Run, run
from deckgen.diagnostics import Report
from deckgen.pipeline.material import publish, read_material
from deckgen.writers import OUTPUTS, Options

RESULTS = Path(__file__).parent / "results"
FEW = 10
"""Companies of the short batch, and of those that are timed stage by stage."""
OPERATORS = 17_793
"""Companies that hold the PrivacyMark: what a whole scheme would take."""
CLUSTER = 64
"""Processors."""
MOST_PER_COMPANY = 1 / 4
LEAST_SPEED_UP = 1.8
MOST_RERUN = 1 / 50
MOST_SINGLE_RERUN = 1 / 5
MOST_GROWTH = 1.05
_PYTHON = (sys.executable, "-m", "deckgen")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; seconds and bytes."""

    companies: int
    cold: tuple[Run, ...]
    """Builds of one company each, in a process of their own."""
    single_rerun: tuple[Run, ...]
    """The same with nothing to do."""
    part: int
    """Companies that are built in one worker and in two, one run beside the other."""
    one: Run
    """Those in one worker."""
    two: Run
    """Those in two workers."""
    few: Run
    """The first companies in two workers."""
    all: Run
    """All companies in two workers."""
    rerun: Run
    """The same with nothing to do."""
    stages: dict[str, float]
    """Seconds of processor time of a company that is not the first, by what they went into."""

    @property
    def cold_busy(self) -> float:
        """Processor time of a single build."""
        return median(each.busy for each in self.cold)

    @property
    def per_company(self) -> float:
        """Processor time of a company in a batch."""
        return self.one.busy / self.part

    @property
    def speed_up(self) -> float:
        """How much sooner two workers are done than one."""
        return self.one.seconds / self.two.seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks many", description=__doc__)
    parser.add_argument("--companies", type=int, default=200, help="companies of the batch (default: 200)")
    parser.add_argument("--only", default="", help="outputs (default: those of the course)")
    parser.add_argument("--part", type=int, default=40, help="built by one worker too (default: 40)")
    given = parser.parse_args(arguments)
    told = machine.described()
    print("   ".join(f"{name} {value}" for name, value in told.items()), end="\n\n", flush=True)
    if machine.is_busy():
        print("The machine is busy: look at processor times rather than at times by the clock.\n", flush=True)
    with TemporaryDirectory(prefix="deckgen-bench-") as folder:
        figures = _measure(generate(given.companies, Path(folder)), given.part, _only(given.only))
    print(_told(figures))
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-many.json"
    path.write_text(json.dumps({"machine": told, **asdict(figures)}, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def generate(count: int, folder: Path) -> Path:
    """A workspace with so many companies; each has its own number in every text, so that none is met twice."""
    companies = folder / "source" / "companies"
    companies.mkdir(parents=True)
    shutil.copytree(ROOT / "source" / "courses" / COURSE, folder / "source" / "courses" / COURSE)
    shutil.copytree(ROOT / "themes", folder / "themes")
    for other in SAMPLE.parent.iterdir():
        if other.suffix not in (".yaml", ".yml"):
            (shutil.copytree if other.is_dir() else shutil.copy2)(other, companies / other.name)
    profile = yaml.load(SAMPLE.read_text("utf-8"), Loader=yaml.CBaseLoader)
    for number in range(1, count + 1):
        text = yaml.dump(numbered(profile, number), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (companies / f"company-{number:05}.yaml").write_text(text, "utf-8")
    return folder


def _only(given: str) -> tuple[str, ...]:
    return ("--only", given) if given else ()


def _measure(folder: Path, part: int, only: tuple[str, ...]) -> Figures:
    profiles = sorted((folder / "source" / "companies").glob("*.yaml"))
    first = profiles[:part]
    _timed("warming up", _build(profiles[0], folder / "warm", only))
    cold = [_timed("one build", _build(path, folder / "cold", only)) for path in profiles[:3]]
    single = [_timed("one build, nothing to do", _build(path, folder / "cold", only)) for path in profiles[:3]]
    one = _timed(f"{len(first)} companies, 1 worker", _batch(first, folder / "one", 1, only))
    two = _timed(f"{len(first)} companies, 2 workers", _batch(first, folder / "two", 2, only))
    few = _timed(f"{FEW} companies, 2 workers", _batch(profiles[:FEW], folder / "few", 2, only))
    whole = _timed(f"{len(profiles)} companies, 2 workers", _batch(profiles, folder / "all", 2, only))
    rerun = _timed(f"{len(profiles)} companies, nothing to do", _batch(profiles, folder / "all", 2, only))
    stages = _stages(profiles[: FEW + 1], only[1].split(",") if only else ())
    return Figures(len(profiles), tuple(cold), tuple(single), len(first), one, two, few, whole, rerun, stages)


def _timed(name: str, case: Case) -> Run:
    measured = run(case)
    print(f"{name}: {measured.seconds:.2f} s, processor {measured.busy:.2f} s", flush=True)
    return measured


def _build(profile: Path, out: Path, only: tuple[str, ...]) -> Case:
    return Case("build", ((*_PYTHON, "build", str(profile), "--out", str(out), *only),), ())


def _batch(profiles: Sequence[Path], out: Path, jobs: int, only: tuple[str, ...]) -> Case:
    command = (*_PYTHON, "batch", *map(str, profiles), "--out", str(out), "-j", str(jobs), *only)
    return Case("batch", (command,), ())


def _stages(profiles: Sequence[Path], only: Sequence[str]) -> dict[str, float]:
    """Means over all profiles but the first, which finds everything cold."""
    spent: dict[str, list[float]] = {}
    for path in profiles:
        report = Report()
        with _clocked("read", spent):
            material = read_material(path, None, report)
        with _clocked("merge and layout", spent):
            publication = publish(material, draft=False, report=report)
        for name in only or material.course.outputs:
            if not OUTPUTS[name].lacking(publication.course):
                with _clocked(name, spent):
                    OUTPUTS[name].render(publication, Options(), ())
    return {name: mean(times[1:]) for name, times in spent.items()}


@contextmanager
def _clocked(name: str, spent: dict[str, list[float]]) -> Iterator[None]:
    begun = time.process_time()
    yield
    spent.setdefault(name, []).append(time.process_time() - begun)


def _told(figures: Figures) -> str:
    whole = sum(figures.stages.values())
    rows = [("a company that is not the first", "processor", "share")]
    rows += [(name, f"{spent * 1e3:.0f} ms", f"{spent / whole:.0%}") for name, spent in figures.stages.items()]
    per_second = figures.companies / figures.all.seconds
    return "\n\n".join(
        (
            f"\n{per_second:.2f} companies per second in two workers",
            printing.table(rows),
            printing.aims(_verdicts(figures)),
            _estimates(figures),
        )
    )


def _verdicts(figures: Figures) -> list[Verdict]:
    share = figures.per_company / figures.cold_busy
    growth = figures.all.peak / figures.few.peak
    rerun = figures.rerun.seconds / figures.all.seconds
    single = median(each.busy for each in figures.single_rerun) / figures.cold_busy
    return [
        Verdict(
            f"a company in a batch takes at most {MOST_PER_COMPANY:g} of the processor time of a single build",
            f"{share:.2f} ({figures.per_company:.2f} of {figures.cold_busy:.2f} s)",
            share <= MOST_PER_COMPANY,
        ),
        Verdict(
            f"two workers are at least {LEAST_SPEED_UP:g} times as fast as one",
            f"{figures.speed_up:.2f}",
            figures.speed_up >= LEAST_SPEED_UP,
        ),
        Verdict(
            f"two workers take no more memory after {figures.companies} companies than after {FEW}",
            f"{figures.all.peak / 1e6:.0f} MB after {figures.few.peak / 1e6:.0f} MB",
            growth <= MOST_GROWTH,
        ),
        Verdict(f"a rerun with nothing to do takes at most {MOST_RERUN:g}", f"{rerun:.3f}", rerun <= MOST_RERUN),
        Verdict(
            f"a single build with nothing to do takes at most {MOST_SINGLE_RERUN:g}",
            f"{single:.3f}",
            single <= MOST_SINGLE_RERUN,
        ),
    ]


def _estimates(figures: Figures) -> str:
    """From processor time and the share of it that two workers really got; nobody has built so many."""
    efficiency = min(1.0, figures.speed_up / 2)
    hours = {cores: OPERATORS * figures.per_company / cores / efficiency / 3600 for cores in (2, CLUSTER)}
    return "\n".join(
        f"estimate: {OPERATORS:,} companies on {cores} processors in {spent:.1f} hours"
        for cores, spent in hours.items()
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CommandFailedError as problem:
        sys.exit(f"A command that is measured failed: {problem}")
