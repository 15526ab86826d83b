"""Many companies in worker processes: each by itself, whole or not at all."""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, Report, Stop
from deckgen.pipeline.batch import Crew, local_crew, profiles_of, run_batch, write_summary
from deckgen.pipeline.recorded import RECORD
from deckgen.pipeline.request import Request
from deckgen.pipeline.workers import Outcome, local_pool
from tests.pipeline.companies import ROOT, add_company, workspace

pytestmark = pytest.mark.slow

DECK = Request(Path(), ("deck",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three companies, one of which cannot be built."""
    root = workspace(tmp_path / "workspace")
    add_company(root, "sakura")
    (root / "source/companies/broken.yaml").write_text("course: passwords\ncompany: {name: 1\n", encoding="utf-8")
    return root


@pytest.fixture
def many(folder: Path) -> Path:
    """Enough companies for a batch that is not done when it is to end."""
    for each in range(24):
        add_company(folder, f"company-{each:02}")
    return folder


def silent(company: str) -> None:
    pass


def run(folder: Path, request: Request = DECK, jobs: int = 2) -> dict[str, Outcome]:
    profiles = profiles_of([folder / "source" / "companies"], Report())
    return {outcome.company: outcome for outcome in run_batch(profiles, request, local_crew(jobs), silent)}


def states(outcomes: dict[str, Outcome]) -> dict[str, str]:
    return {company: outcome.state for company, outcome in sorted(outcomes.items())}


def test_a_company_that_cannot_be_built_stops_no_other(folder: Path) -> None:
    outcomes = run(folder)
    assert states(outcomes) == {"broken": "failed", "mihon": "built", "sakura": "built"}
    assert [found.code for found in outcomes["broken"].findings] == ["yaml-bracket"]
    assert outcomes["sakura"].name == "株式会社sakura"
    assert outcomes["sakura"].edition == "2026-1.0"
    assert not (folder / "output" / "broken").exists()


def test_a_company_gets_the_same_bytes_as_when_it_is_built_alone(folder: Path) -> None:
    run(folder)
    alone = folder / "alone"
    subprocess.run(
        [sys.executable, "-m", "deckgen", "build", str(folder / "source/companies/sakura.yaml"), "--only", "deck",
         "--out", str(alone)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (made,) = (folder / "output" / "sakura").glob("*.pptx")
    assert made.read_bytes() == (alone / "sakura" / made.name).read_bytes()


def test_a_rerun_builds_what_changed_and_what_failed(folder: Path) -> None:
    run(folder)
    sakura = folder / "source/companies/sakura.yaml"
    sakura.write_text(sakura.read_text("utf-8").replace("03-0000-0001", "03-0000-0002"), encoding="utf-8")
    assert states(run(folder)) == {"broken": "failed", "mihon": "unchanged", "sakura": "built"}


def test_a_course_that_changes_between_two_companies_is_read_again(folder: Path) -> None:
    slides = folder / "source/courses/passwords/slides.yaml"
    profiles = [folder / "source/companies" / name for name in ("mihon.yaml", "sakura.yaml")]
    first = None
    for outcome in run_batch(profiles, DECK, local_crew(1), silent):
        if first is None:
            first = outcome
            time.sleep(0.2)
            slides.write_text("- kind: nonsense\n", encoding="utf-8")
        last = outcome
    assert first is not None
    # The second may have been handed out before the change; a run after it must see it in any case.
    assert last.company == "sakura"
    assert states(run(folder))["mihon"] == "failed"


def test_profiles_with_one_name_make_no_batch(folder: Path) -> None:
    other = folder / "Mihon.yml"
    other.touch()
    report = Report()
    with pytest.raises(Stop):
        profiles_of([folder / "source" / "companies", other], report)
    assert [found.code for found in report] == ["batch-same-id"]


def test_a_profile_that_is_named_twice_is_built_once(folder: Path) -> None:
    companies = folder / "source" / "companies"
    assert len(profiles_of([companies, companies / "mihon.yaml"], Report())) == 3


@pytest.mark.parametrize("link", ["a-link.yaml", "z-link.yaml"])
def test_a_link_to_a_profile_gives_way_to_the_profile_and_is_told(link: str, folder: Path) -> None:
    companies = folder / "source" / "companies"
    (companies / link).symlink_to("mihon.yaml")
    report = Report()
    assert [path.stem for path in profiles_of([companies], report) if path.stem != "broken"] == ["mihon", "sakura"]
    (told,) = report
    assert told.code == "batch-linked"
    assert dict(told.values)["company"] == "mihon"
    assert [path.stem for path in profiles_of([companies / link], Report())] == [Path(link).stem]


def test_a_folder_that_is_not_there_makes_no_batch(folder: Path) -> None:
    report = Report()
    with pytest.raises(Stop):
        profiles_of([folder / "companies", folder / "missing.yaml"], report)
    assert [found.code for found in report] == ["batch-folder-missing"]


def end_this_process() -> None:
    os._exit(9)


@contextmanager
def pool_that_loses_a_process(jobs: int) -> Iterator[Executor]:
    """As when the system ends a process for want of memory; a pool for one company stays whole."""
    with local_pool(jobs) as pool:
        if jobs > 1:
            pool.submit(end_this_process)
        yield pool


def test_companies_at_hand_when_a_process_is_lost_are_built_by_themselves(folder: Path) -> None:
    profiles = profiles_of([folder / "source" / "companies"], Report())
    outcomes = list(run_batch(profiles, DECK, Crew(pool_that_loses_a_process, 3), silent))
    found = {outcome.company: outcome for outcome in outcomes}
    assert len(outcomes) == 3
    assert states(found) == {"broken": "failed", "mihon": "built", "sakura": "built"}


def to_all(process: "subprocess.Popen[bytes]", number: int) -> None:
    """As a terminal does, or the system when it is shut down."""
    os.killpg(process.pid, number)


def to_the_first(process: "subprocess.Popen[bytes]", number: int) -> None:
    """As somebody does who knows its number."""
    process.send_signal(number)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups that get interrupts")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("send", [to_all, to_the_first])
def test_an_interrupt_leaves_whole_files_and_no_process(
    many: Path, send: Callable[["subprocess.Popen[bytes]", int], None], number: int
) -> None:
    folder = many
    command = [sys.executable, "-m", "deckgen", "batch", str(folder / "source/companies"), "-j", "2", "--lang", "en"]
    process = subprocess.Popen(
        [*command, "--only", "deck", "--summary", str(folder / "summary.csv")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(folder.glob("output/*/build.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    send(process, number)
    results, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.decode().startswith("Stopping: the companies at hand are being finished, no other is begun …\n")
    built = [path.parent for path in folder.glob("output/*/build.json")]
    assert 0 < len(built) < 26
    counted, summary, left = [line for line in results.decode().splitlines() if "warnings" not in line]
    with (folder / "summary.csv").open(encoding="utf-8-sig", newline="") as table:
        states = [row["state"] for row in csv.DictReader(table)]
    assert states.count("built") == len(built)
    assert f"companies: {len(states)} in " in counted
    assert f"built: {len(built)}, " in counted
    assert summary.startswith("The table is in ")
    assert left.startswith(f"Interrupted: companies not begun: {27 - len(states)} ")
    assert not list(folder.glob("output/*/.*.part"))
    assert all(list(place.glob("*.pptx")) for place in built)
    assert has_ended(process.pid)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups")
def test_a_batch_that_is_killed_leaves_no_process(many: Path) -> None:
    command = [sys.executable, "-m", "deckgen", "batch", str(many / "source/companies"), "-j", "2", "--only", "deck"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while not list(many.glob("output/*/build.json")) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.kill()
    assert has_ended(process.pid)


def has_ended(group: int) -> bool:
    """Whether no process of a group is left, or will be in a moment."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def test_the_table_has_a_row_for_each_company_and_no_formula(tmp_path: Path) -> None:
    outcomes = [
        Outcome("a", Path("a.yaml"), "built", "=1+1", "2026-1.0", 1.25),
        Outcome("b", Path("b.yaml"), "failed", findings=(Diagnostic("batch-empty"), Diagnostic("output-edited"))),
    ]
    path = tmp_path / "table.csv"
    write_summary(path, outcomes, Report())
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    assert rows == [
        ["company", "name", "edition", "state", "seconds", "outputs", "pages", "errors", "warnings"],
        ["a", "'=1+1", "2026-1.0", "built", "1.25", "0", "0", "0", "0"],
        ["b", "", "", "failed", "0.0", "0", "0", "1", "1"],
    ]


CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a Dask cluster on this computer."""
    if find_spec("distributed") is None:
        pytest.skip("Dask is not installed: the extra deckgen[dask]")
    program = tmp_path / "cluster.py"
    program.write_text(CLUSTER, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(program)], cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate("")


def batch(folder: Path, *options: str) -> tuple[int, str]:
    command: Sequence[str] = [sys.executable, "-m", "deckgen", "batch", "source/companies", "--lang", "en", *options]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_a_cluster_does_the_same_work(folder: Path, scheduler: str) -> None:
    code, told = batch(folder, "--only", "deck", "--scheduler", scheduler)
    assert code == 1
    assert "built: 2, unchanged: 0, failed: 1" in told
    assert "source/companies/broken.yaml:" in told
    assert (folder / "output" / "sakura" / RECORD).is_file()
    assert "built: 0, unchanged: 2, failed: 1" in batch(folder, "--only", "deck", "--scheduler", scheduler)[1]


def test_a_scheduler_that_is_not_there_is_told(folder: Path) -> None:
    if find_spec("distributed") is None:
        pytest.skip("Dask is not installed: the extra deckgen[dask]")
    code, told = batch(folder, "--scheduler", "tcp://127.0.0.1:1")
    assert code == 1
    assert told.startswith("error[scheduler-unreachable]: cannot reach the scheduler tcp://127.0.0.1:1: ")
    assert "Traceback" not in told


def test_a_name_in_another_encoding_is_told_and_has_its_row_in_the_table(folder: Path) -> None:
    profile = folder / "source" / "companies" / "mihon.yaml"
    named = profile.with_name(os.fsdecode("テスト.yaml".encode("cp932")))
    named.write_bytes(profile.read_bytes())
    for ending in ("csv", "json"):
        outcomes = [Outcome(named.stem, named, "failed"), Outcome("mihon", profile, "built")]
        write_summary(folder / f"table.{ending}", outcomes, Report())
        table = (folder / f"table.{ending}").read_text("utf-8-sig")
        assert "\\udc83e\\udc83X\\udc83g" in table
        assert "mihon" in table
    code, told = batch(folder, "--only", "deck", "--summary", "output.csv")
    assert code == 1
    assert "error[profile-name-unfit]" in told
    assert "fault in deckgen" not in told


def test_a_file_of_a_theme_with_such_a_name_is_told_with_its_place(folder: Path) -> None:
    other = folder / "themes" / "standard" / os.fsdecode("説明.txt".encode("cp932"))
    other.touch()
    outcomes = run(folder, jobs=1)
    assert [found.code for found in outcomes["mihon"].findings if found.code.startswith("input")] == [
        "input-name-unfit"
    ]
    assert outcomes["mihon"].state == "failed"


STARTING = """
import sys
from deckgen.__main__ import command

def told(event, arguments):
    if event == "import" and arguments[0] == "deckgen.cli":
        print("ready", flush=True)

sys.addaudithook(told)
sys.exit(command())
"""
"""Says "ready" from within the command, before which Python itself answers an interrupt."""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups that get interrupts")
@pytest.mark.parametrize("delay", [0.0, 0.15, 0.4, 0.9, 1.5])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_while_a_batch_starts_is_no_traceback(many: Path, number: int, delay: float) -> None:
    command = [sys.executable, "-c", STARTING, "batch", str(many / "source/companies"), "--only", "deck", "-j", "2"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        os.killpg(process.pid, number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert has_ended(process.pid)
