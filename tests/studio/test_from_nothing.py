"""A company that is new: what a profile's template holds is filled in, or is gone."""

import re
from pathlib import Path

import pytest

from deckgen.model.slots import PLACEHOLDERS
from deckgen.studio.desk import Desk
from tests.studio.client import TODAY, Client, studio_in, workspace_in
from tests.studio.test_fill import forms_of, profile_of

pytestmark = pytest.mark.slow

CONTACT = {"role": "相談窓口", "phone": "03-0000-0004", "mail": "soudan@example.co.jp", "hours": "", "note": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return workspace_in(tmp_path / "研修 の場所")


@pytest.fixture
def client(folder: Path) -> Client:
    client = studio_in(folder).enter()
    made = client.post("/companies", {"name": "acme", "course": "telework-privacy"}, part=False)
    assert made.status == 303
    return client


def state_of(folder: Path, slot: str) -> str:
    reading = Desk(profile_of(folder, "acme")).reading(TODAY)
    return next(row.state for row in reading.rows if row.slot.name == slot)


def written(folder: Path, slot: str) -> object:
    return Desk(profile_of(folder, "acme")).reading(TODAY).value_of(slot)


def test_what_is_left_empty_of_a_contact_is_gone_from_the_file(client: Client, folder: Path) -> None:
    form = forms_of(client, "acme")["desk.consultation"]
    client.post("/c/acme/q/desk.consultation", form | {f"desk.consultation.{k}": v for k, v in CONTACT.items()})
    assert written(folder, "desk.consultation") == {part: text for part, text in CONTACT.items() if text}
    assert state_of(folder, "desk.consultation") == "filled"


def test_a_step_needs_no_case(client: Client, folder: Path) -> None:
    form = forms_of(client, "acme")["emergency.first_actions"]
    client.post("/c/acme/q/emergency.first_actions", form | {"emergency.first_actions[0]": "電話する。"})
    assert PLACEHOLDERS["ja"] not in str(written(folder, "emergency.first_actions"))


def test_a_form_that_was_sent_empty_asks_on(client: Client, folder: Path) -> None:
    for slot, form in forms_of(client, "acme").items():
        before = state_of(folder, slot)
        client.post(f"/c/acme/q/{slot}", form)
        assert state_of(folder, slot) in (before, "missing"), slot


def test_how_far_each_role_has_come_and_undo_follow_a_save(client: Client) -> None:
    form = forms_of(client, "acme")["company.name"]
    said = client.post("/c/acme/q/company.name", form | {"company.name": "株式会社さくら物流"})
    assert said.has(r'<span[^>]*id="n-0"[^>]*hx-swap-oob="outerHTML"[^>]*>1／3')
    assert said.has(r'<button[^>]*id="undo"[^>]*hx-swap-oob="outerHTML"[^>]*>')
    assert not re.search(r'id="undo"[^>]*disabled', said.text)


def test_a_company_without_a_name_is_called_as_its_file(client: Client) -> None:
    for page in ("", "/slides", "/slides/1", "/arrange", "/arrange/own", "/make"):
        said = client.get(f"/c/acme{page}")
        assert said.has(r'<span class="whose">acme</span>'), page


def test_one_wrong_value_hides_no_other_finding(client: Client) -> None:
    before = client.get("/c/acme", by="owner", group="情報システム").text.count('class="told')
    form = forms_of(client, "acme")["edition.issued_on"]
    client.post("/c/acme/q/edition.issued_on", form | {"edition.issued_on": "12026-11-02"})
    assert client.get("/c/acme", by="owner", group="情報システム").text.count('class="told') == before


@pytest.mark.parametrize(
    "lines",
    [
        "theme: nonsense\n",
        "brand_colour: red\n",
        "slides:\n  add:\n    - after: cover\n      slide:\n        kind: nonsense\n        title: 題\n",
        "slides:\n  add:\n    - 一行\n  notes: 文\n",
        "record:\n  expected: たくさん\n",
        "words: 文\n",
        "no_such_key: 1\n",
    ],
)
def test_whatever_cannot_be_read_the_rest_can_be_filled_in(client: Client, folder: Path, lines: str) -> None:
    path = profile_of(folder, "acme")
    path.write_text(path.read_text("utf-8") + "\n" + lines, "utf-8")
    assert client.get("/c/acme").has('data-slot="company.name"')
    for page in ("/slides", "/arrange", "/make"):
        assert client.get(f"/c/acme{page}").status == 200, page


def test_a_file_that_is_no_yaml_is_told_on_every_page(client: Client, folder: Path) -> None:
    profile_of(folder, "acme").write_text("company: [\n", "utf-8")
    for page in ("", "/slides", "/arrange", "/arrange/own", "/make", "/make/sheets"):
        assert client.get(f"/c/acme{page}").status in (200, 404), page
