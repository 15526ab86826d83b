"""A browser, and a studio in front of it whose pages ask no other machine for anything."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conformance.studio.served import Served, chromium, served
from tests.studio.client import workspace_in

# Seconds are not judged here: a machine that does much else takes its time.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = chromium(playwright)
        yield made
        made.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Both sample companies; a file of tests that wants others has a fixture of this name."""
    return workspace_in(tmp_path / "研修 の場所", "midori-seiki", "hinata-design")


@pytest.fixture
def studio(workspace: Path) -> Iterator[Served]:
    with served(workspace) as running:
        yield running
        hosts = {urlsplit(address).netloc for address in running.asked}
        assert hosts <= {urlsplit(running.base).netloc, ""}, "a request left this machine"
        if running.process.poll() is None:  # a page whose studio was killed may complain
            assert not [address for address in running.asked if address.startswith("error")]
