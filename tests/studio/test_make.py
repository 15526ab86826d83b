"""Making: builds at work, what they found, their files, what is kept and compared."""

import hashlib
import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image as Pictures

from deckgen.editions.archives import OUTPUTS, open_archive
from tests.studio.client import Answer, Client, studio_in

MAKE = "/c/mihon/make"
BUILD = f"{MAKE}/build"
DECK = "2026FY_passwords_v1.0_deck.pptx"
HANDOUT = "2026FY_passwords_v1.0_handout.pdf"
LAST = 120
"""Seconds after which a work that does not end fails its test."""


def done(visitor: Client) -> Answer:
    """The page as it is when the work at hand has ended."""
    until = time.monotonic() + LAST
    while (job := visitor.studio.workshop.job("mihon")) and job.state == "running":
        assert time.monotonic() < until
        time.sleep(0.02)
    return visitor.get(MAKE)


def built(visitor: Client, *outputs: str, **chosen: str) -> Answer:
    """The page after a build."""
    fields = [("output", name) for name in outputs] + list(chosen.items())
    assert visitor.post_all(BUILD, fields).status == 303
    return done(visitor)


def folder_of(small: Path) -> Path:
    return small / "output" / "mihon"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".pdf", ".pptx", ".xlsx"))


def test_before_the_first_build_there_is_nothing_to_take_away(visitor: Client) -> None:
    page = visitor.get(MAKE)
    assert page.has("まだ何も作っていません")
    assert not page.has("files.zip")
    assert visitor.get(f"{MAKE}/files.zip").status == 404
    assert visitor.get(f"{MAKE}/work").has("まだ何も作っていません")


@pytest.mark.slow
def test_a_build_makes_what_the_command_makes(visitor: Client, small: Path) -> None:
    page = built(visitor, "deck", "handout")
    assert names_in(folder_of(small)) == [DECK, HANDOUT]
    assert page.has("2個のファイルを作りました")
    assert page.has(rf'href="{MAKE}/files/{DECK}".*?枚.*?KB')
    again = built(visitor, "deck", "handout")
    assert again.has("変わりがない")


def test_a_choice_goes_into_the_build_and_is_there_the_next_time(visitor: Client, small: Path) -> None:
    page = built(visitor, "handout", draft="on", public="on", handout="full", duplex="yes")
    assert names_in(folder_of(small)) == ["2026FY_passwords_v1.0_draft_public_handout.pdf"]
    assert page.has('name="public" checked')
    assert page.has('value="full" selected')
    assert page.has('value="yes" selected')
    assert page.has('class="mark">下書き<.*class="mark">公開用<')


def test_what_no_form_offers_is_not_chosen(visitor: Client, small: Path) -> None:
    page = built(visitor, "deck", "../../etc", handout="huge", duplex="maybe", forms="A,B,../C")
    assert page.has("1個のファイルを作りました")
    assert names_in(folder_of(small)) == [DECK]


def test_an_incomplete_profile_is_offered_as_a_draft_and_each_gap_leads_to_its_question(
    visitor: Client, small: Path
) -> None:
    profile = small / "source/companies/mihon.yaml"
    profile.write_text(profile.read_text("utf-8").replace("ヘルプデスク", "要記入"), "utf-8")
    page = visitor.get(MAKE)
    assert page.has('name="draft" checked')
    assert page.has("下書きだけ作れます")
    failed = built(visitor, "deck")
    assert failed.has("作れませんでした.*前に作ったファイルはそのままです")
    found = re.search(r'href="/c/mihon\?by=owner&amp;group=([^"]+)#q-desk.help"', failed.text)
    assert found
    draft = built(visitor, "deck", draft="on")
    assert draft.has("1個のファイルを作りました")
    assert draft.text.count("#q-desk.help") == 1


def test_while_a_build_runs_the_page_tells_the_step_and_needs_no_script(visitor: Client) -> None:
    visitor.post_all(BUILD, [])
    running = visitor.get(MAKE)
    assert running.has('<noscript><meta http-equiv="refresh" content="2"></noscript>')
    assert running.has('<progress max="1?[0-9]"')
    part = visitor.get(f"{MAKE}/work", part=True, at="-1")
    assert part.has('hx-trigger="every') or part.headers.get("hx-retarget") == "#made"
    assert not done(visitor).has("http-equiv")
    whole = visitor.get(f"{MAKE}/work", part=True, at="3")
    assert whole.headers["hx-retarget"] == "#made"
    assert whole.has("終わりました")


def test_one_company_is_built_once_at_a_time(visitor: Client) -> None:
    visitor.post_all(BUILD, [])
    first = visitor.studio.workshop.job("mihon")
    visitor.post_all(BUILD, [("output", "deck")])
    assert visitor.studio.workshop.job("mihon") is first
    done(visitor)


def test_a_build_that_is_stopped_leaves_what_was_there(visitor: Client, small: Path) -> None:
    built(visitor, "deck")
    before = {path: path.read_bytes() for path in folder_of(small).iterdir() if path.is_file()}
    profile = small / "source/companies/mihon.yaml"
    profile.write_text(profile.read_text("utf-8").replace("みほん商事", "みほん物産"), "utf-8")
    visitor.post_all(BUILD, [])
    assert visitor.post(f"{MAKE}/stop", {}).status == 303
    page = visitor.get(MAKE)
    assert page.has("途中でやめました.*前に作ったファイルはそのままです")
    assert {path: path.read_bytes() for path in before} == before
    assert built(visitor, "deck").has("1個のファイルを作りました")


def test_a_worker_that_is_killed_is_told_and_replaced(visitor: Client) -> None:
    visitor.post_all(BUILD, [])
    until = time.monotonic() + LAST
    job = visitor.studio.workshop.job("mihon")
    assert job
    while job.hand is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    job.hand.end()
    assert done(visitor).has("作業が途中で止まりました")
    assert built(visitor, "deck").has("1個のファイルを作りました")


# Files ---------------------------------------------------------------------------------------------------------------


def test_files_are_taken_away_as_they_were_built(visitor: Client, small: Path) -> None:
    built(visitor, "deck", "handout")
    deck = visitor.get(f"{MAKE}/files/{DECK}")
    assert deck.body == (folder_of(small) / DECK).read_bytes()
    assert deck.headers["content-disposition"] == f"attachment; filename*=UTF-8''{DECK}"
    whole = visitor.get(f"{MAKE}/files.zip")
    with zipfile.ZipFile(io.BytesIO(whole.body)) as kept:
        assert sorted(kept.namelist()) == [DECK, HANDOUT]
        assert kept.read(DECK) == deck.body


@pytest.mark.parametrize(
    "name",
    [
        "build.json", ".lock", "..", "../mihon/build.json", "%2e%2e%2fbuild.json", "..%5cbuild.json", "secret.pdf",
        "/etc/passwd", f"{DECK}%00.pdf", f"./{DECK}", "",
    ],
)  # fmt: skip
def test_what_the_record_does_not_name_is_not_handed_out(visitor: Client, small: Path, name: str) -> None:
    built(visitor, "deck")
    (folder_of(small) / "secret.pdf").write_bytes(b"%PDF-1.7 secret")
    for tail in ("", "/pages", "/pages/0000000000000000/1-400.png"):
        assert visitor.get(f"{MAKE}/files/{name}{tail}").status in (404, 307)
    assert visitor.get(f"{MAKE}/archives/{name}").status in (404, 307)


def test_a_link_in_the_place_of_a_file_leads_nowhere(visitor: Client, small: Path) -> None:
    built(visitor, "deck")
    (folder_of(small) / DECK).unlink()
    (folder_of(small) / DECK).symlink_to("/etc/passwd")
    assert visitor.get(f"{MAKE}/files/{DECK}").status == 404


def test_pages_of_a_paper_are_pictures_of_bounded_width(visitor: Client, small: Path) -> None:
    built(visitor, "handout")
    pages = visitor.get(f"{MAKE}/files/{HANDOUT}/pages")
    found = re.findall(r'<img src="([^"]+)" loading="lazy" alt="(\d+)ページ"', pages.text)
    assert found
    picture = visitor.get(found[0][0])
    assert picture.headers["content-type"] == "image/png"
    assert Pictures.open(io.BytesIO(picture.body)).width == 400
    mark = hashlib.sha256((folder_of(small) / HANDOUT).read_bytes()).hexdigest()[:16]
    base = f"{MAKE}/files/{HANDOUT}/pages"
    assert visitor.get(f"{base}/{mark}/1-1200.png").status == 200
    for wrong in (f"{mark}/0-400.png", f"{mark}/999-400.png", f"{mark}/1-9000.png", f"{'0' * 16}/1-400.png"):
        assert visitor.get(f"{base}/{wrong}").status == 404


def test_a_deck_has_no_pages_to_look_at(visitor: Client) -> None:
    built(visitor, "deck")
    assert visitor.get(f"{MAKE}/files/{DECK}/pages").status == 404


def test_an_edited_file_is_kept_and_both_are_told(visitor: Client, small: Path) -> None:
    built(visitor, "deck")
    (folder_of(small) / DECK).write_bytes(b"edited")
    profile = small / "source/companies/mihon.yaml"
    profile.write_text(profile.read_text("utf-8").replace("みほん商事", "みほん物産"), "utf-8")
    page = built(visitor, "deck")
    assert page.has("新しく作ったもの.*手で直したもの")
    assert (folder_of(small) / DECK).read_bytes() == b"edited"


# Editions ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_an_edition_is_archived_proved_and_compared(visitor: Client, small: Path) -> None:
    built(visitor)
    visitor.post(f"{MAKE}/archive", {})
    page = done(visitor)
    (archive,) = (folder_of(small) / "archive").glob("*.zip")
    assert page.has(f"保管しました：{archive.name}.*SHA-256 {hashlib.sha256(archive.read_bytes()).hexdigest()}")
    assert OUTPUTS + DECK in open_archive(archive).members
    assert visitor.get(f"{MAKE}/archives/{archive.name}").body == archive.read_bytes()
    visitor.post(f"{MAKE}/verify", {})
    assert done(visitor).has(f"欠けも破損もありません：{archive.name}.*{DECK}.*再現した")
    profile = small / "source/companies/mihon.yaml"
    profile.write_text(profile.read_text("utf-8").replace("業務用と私用で、別のもの", "毎回、新しいもの"), "utf-8")
    changes = visitor.get(f"{MAKE}/changes", old=archive.name)
    assert changes.has("<del>.*業務用.*</del>")
    assert changes.has("<ins>.*新しい.*</ins>")
    paper = visitor.get(f"{MAKE}/changes.pdf", old=archive.name)
    assert paper.body.startswith(b"%PDF-")
    for wrong in ("", "../../build.json", "/etc/passwd", f"../archive/{archive.name}", "mihon.yaml"):
        assert visitor.get(f"{MAKE}/changes", old=wrong).status == 404


def test_a_damaged_archive_is_told(visitor: Client, small: Path) -> None:
    built(visitor)
    visitor.post(f"{MAKE}/archive", {})
    done(visitor)
    (archive,) = (folder_of(small) / "archive").glob("*.zip")
    data = bytearray(archive.read_bytes())
    data[data.index(b"ppt/slides/slide1.xml") + 60] ^= 0xFF
    archive.write_bytes(bytes(data))
    visitor.post(f"{MAKE}/verify", {})
    assert done(visitor).has("正しい状態ではありません")


# Who may ------------------------------------------------------------------------------------------------------------


def test_a_staff_role_neither_makes_nor_takes(small: Path) -> None:
    client = studio_in(small).enter("情報システム", "mihon")
    for path in (MAKE, f"{MAKE}/work", f"{MAKE}/files.zip", f"{MAKE}/files/{DECK}", f"{MAKE}/changes", "/c/mihon/row"):
        assert client.get(path).status == 403
    for path in ("build", "archive", "verify", "stop"):
        assert client.post(f"{MAKE}/{path}", {}).status == 403
    assert client.post("/c/mihon/renew", {"year": "2027"}).status == 403
    assert client.post("/companies", {"name": "acme"}).status == 403
    assert not (small / "output").exists() or not any((small / "output").iterdir())
