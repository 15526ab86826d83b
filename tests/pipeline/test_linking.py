"""Addresses of a material asked, and days written back where they answered."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from deckgen.checks import Subject, subject_of
from deckgen.checks.addresses import addresses_of, find_unreachable
from deckgen.diagnostics import Report
from deckgen.merge import merge
from deckgen.model.links import Answer
from deckgen.pipeline.checking import ask_links, write_checked
from deckgen.readers.company import load_profile, read_profile
from deckgen.readers.course import read_course
from tests.links.site import Site, anywhere, running
from tests.merge.material import COMPANY, COURSE, COVER, SLOTS

DAY = date(2026, 11, 23)
COURSE_SLIDE = """
# よく使う手引き
- kind: references
  id: refs
  title: 参考
  notes: "[別の頁]({site}/status/404)も読みます。"
  references:
    - {{ title: 一,  publisher: 省, url: "{site}/one",  checked_on: 2026-05-01 }}   # 春に確認
    - title: 二
      publisher: 省
      url: {site}/status/403
      checked_on: 2026-05-02
    - {{ title: 三, publisher: 省, url: {site}/to/301/new, checked_on: "2026-05-03" }}
    - {{ title: 四, publisher: 省, checked_on: 2026-05-04 }}
"""
COMPANY_SLIDE = """
slides:
  add:
    - after: refs
      slide:
        kind: references
        id: own
        title: 当社の参考
        notes: 文
        references:
          - {{ title: 五, publisher: 当社, url: {site}/five, checked_on: 2026-05-05 }}
"""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def subject(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Subject:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    url = site.url("")
    files = {
        "course": COURSE,
        "slots": SLOTS,
        "slides": COVER + COURSE_SLIDE.format(site=url),
        "mihon": COMPANY + COMPANY_SLIDE.format(site=url),
    }
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    report = Report()
    source = read_course(tmp_path, report)
    profile = read_profile(load_profile(tmp_path / "mihon.yaml", report), source, report)
    return subject_of(source, profile, merge(source, profile, draft=False, report=report), {})


def asked(subject: Subject, report: Report) -> dict[str, Answer]:
    return ask_links(subject, report, lambda done, total: None, pause=0, may_ask=anywhere)


def test_every_address_is_asked_and_those_that_do_not_answer_are_told(subject: Subject, site: Site) -> None:
    report = Report()
    answers = asked(subject, report)
    assert [(url.removeprefix(site.url("")), answer.outcome) for url, answer in answers.items()] == [
        ("/status/404", "dead"),
        ("/one", "fine"),
        ("/status/403", "refused"),
        ("/to/301/new", "moved"),
        ("/five", "fine"),
    ]
    assert [(one.code, one.place.line if one.place else 0) for one in report] == [
        ("link-dead", 8),
        ("link-refused", 13),
        ("link-moved", 15),
    ]


def test_the_day_is_written_where_an_address_answered_and_nowhere_else(subject: Subject, tmp_path: Path) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml")}
    written = write_checked(subject, asked(subject, Report()), DAY, Report())
    assert {Path(file).name: count for file, count in written.items()} == {"slides.yaml": 2, "mihon.yaml": 1}
    expected = dict(before)
    for name, days in {"slides": ["2026-05-01", "2026-05-03"], "mihon": ["2026-05-05"]}.items():
        for day in days:
            path = tmp_path / f"{name}.yaml"
            expected[path] = expected[path].replace(day, "2026-11-23")
    assert {path: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml")} == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in before)


def test_nothing_is_written_unless_it_is_asked_for(subject: Subject, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.glob("*.yaml")}
    asked(subject, Report())
    assert {path: path.read_bytes() for path in tmp_path.glob("*.yaml")} == before


def test_a_day_that_stands_there_already_is_not_written_again(subject: Subject) -> None:
    answers = asked(subject, Report())
    write_checked(subject, answers, DAY, Report())
    assert write_checked(subject, answers, DAY, Report()) == {}


def test_a_file_that_was_broken_meanwhile_is_left_as_it_is(subject: Subject, tmp_path: Path) -> None:
    answers = asked(subject, Report())
    (tmp_path / "slides.yaml").write_text("- {", encoding="utf-8")
    report = Report()
    write_checked(subject, answers, DAY, report)
    assert [one.code for one in report] == ["file-changed"]
    assert (tmp_path / "slides.yaml").read_text(encoding="utf-8") == "- {"


def test_a_file_that_cannot_be_written_stays_whole(subject: Subject, tmp_path: Path) -> None:
    answers = asked(subject, Report())
    before = (tmp_path / "slides.yaml").read_bytes()
    report = Report()
    with no_room():
        assert write_checked(subject, answers, DAY, report) == {}
    assert {one.code for one in report} == {"file-unwritable"}
    assert (tmp_path / "slides.yaml").read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.suffix != ".yaml"] == []


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process may have a byte."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_link_to_a_file_stays_a_link(subject: Subject, tmp_path: Path) -> None:
    answers = asked(subject, Report())
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "slides.yaml").rename(kept / "slides.yaml")
    (tmp_path / "slides.yaml").symlink_to(kept / "slides.yaml")
    write_checked(subject, answers, DAY, Report())
    assert (tmp_path / "slides.yaml").is_symlink()
    assert "2026-11-23" in (kept / "slides.yaml").read_text(encoding="utf-8")


def test_a_network_that_is_not_there_is_told_once(subject: Subject) -> None:
    addresses = [address.url for address in addresses_of(subject)]
    silent = {url: Answer("dead", url, "@host-unknown") for url in addresses}
    elsewhere = {**silent, "https://www.mihon.jp/": Answer("dead", "https://www.mihon.jp/", "@timeout")}
    assert [one.code for one in find_unreachable(subject, elsewhere)] == ["links-offline"]
    one_site = [one.code for one in find_unreachable(subject, silent)]
    assert one_site == ["link-dead"] * len(addresses), "one site may be down"
    spoken = {**elsewhere, "https://www.mihon.jp/": Answer("dead", "https://www.mihon.jp/", "HTTP 404", 404)}
    assert "links-offline" not in [one.code for one in find_unreachable(subject, spoken)]
