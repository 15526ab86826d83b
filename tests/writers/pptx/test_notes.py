"""Notes pages."""

from dataclasses import replace

from deckgen.model.text import Paragraph, Run
from deckgen.writers.pptx.notes_fit import findings
from tests.writers.pptx.reading import Xml, written
from tests.writers.pptx.sample import COVER, SAMPLE, publication

NOTES = "ppt/notesSlides/notesSlide{}.xml"


def notes(number: int = 2) -> Xml:
    return Xml(written(publication())[NOTES.format(number)])


def test_notes_come_first_then_the_cues_under_their_heading() -> None:
    paragraphs = notes().all("//p:sp[.//p:ph/@type='body']//a:p")
    texts = ["".join(map(str, paragraph.itertext())) for paragraph in paragraphs]
    assert texts == [
        "皆さん、個人情報（こじんじょうほう）の話です。",
        "会社で",
        "自宅で",
        "進行メモ（講師用）",
        "質問は最後に受けます。",
    ]


def test_lists_stay_lists() -> None:
    xml = notes()
    assert len(xml.all("//a:p[a:pPr/a:buChar]")) == 2


def test_a_page_without_notes_still_has_a_notes_page() -> None:
    xml = notes(1)
    assert xml.values("//p:sp[.//p:ph/@type='body']//a:t/text()") == []
    assert xml.values("//p:ph/@type") == ["sldImg", "body", "hdr", "dt", "ftr", "sldNum"]


def test_a_page_without_cues_has_no_heading_for_them() -> None:
    files = written(publication(COVER, replace(SAMPLE, cues=())))
    assert "進行メモ" not in files[NOTES.format(2)].decode()


def test_the_fields_of_the_page_are_filled() -> None:
    xml = notes()
    fields = {
        placeholder: "".join(xml.values(f"//p:sp[.//p:ph/@type='{placeholder}']//a:t/text()"))
        for placeholder in ("hdr", "dt", "ftr", "sldNum")
    }
    assert fields == {
        "hdr": "みどり精機株式会社 社外秘",
        "dt": "2026年4月1日発行",
        "ftr": "テレワーク時の個人情報の取扱い 2026年度 第1.2版",
        "sldNum": "2",
    }


def test_links_in_notes_lead_somewhere() -> None:
    linked = replace(SAMPLE, notes=(Paragraph((Run("案内", link="https://example.jp/"),)),))
    files = written(publication(COVER, linked))
    assert Xml(files[NOTES.format(2)]).all("//a:hlinkClick")
    assert b"https://example.jp/" in files["ppt/notesSlides/_rels/notesSlide2.xml.rels"]


def test_slide_and_notes_page_know_each_other() -> None:
    files = written(publication())
    assert b"../notesSlides/notesSlide2.xml" in files["ppt/slides/_rels/slide2.xml.rels"]
    assert b"../slides/slide2.xml" in files["ppt/notesSlides/_rels/notesSlide2.xml.rels"]


def sizes_of(notes: tuple[Paragraph, ...]) -> list[str]:
    files = written(publication(replace(SAMPLE, number=1, part=0, notes=notes)))
    return Xml(files[NOTES.format(1)]).values("//p:sp[.//p:ph/@type='body']//a:lvl1pPr/a:defRPr/@sz")


def test_long_notes_are_set_smaller_until_they_fit_their_page() -> None:
    paragraph = Paragraph((Run("これは講師がそのまま読み上げる文です。" * 4),))
    assert sizes_of((paragraph,)) == []
    assert sizes_of((paragraph,) * 12) == ["1000"]


def test_notes_are_never_smaller_than_ten_points_and_what_runs_off_their_page_is_told() -> None:
    """The limit that is told does fit."""
    sentence = "これは講師がそのまま読み上げる文です。"
    long = replace(SAMPLE, number=1, part=0, notes=(Paragraph((Run(sentence * 160),)),), cues=())
    assert sizes_of(long.notes) == ["1000"]
    (found,) = findings(publication(long))
    assert found.code == "notes-page-full"
    told = dict(found.values)
    assert told["found"] == str(len(sentence) * 160)
    shorter = replace(long, notes=(Paragraph((Run((sentence * 160)[: int(told["limit"])]),)),))
    assert not list(findings(publication(shorter)))


def test_every_field_is_tied_to_one_of_the_notes_master() -> None:
    files = written(publication())
    on_master = set(_fields(Xml(files["ppt/notesMasters/notesMaster1.xml"])))
    assert set(_fields(notes())) - {("sldImg", None)} <= on_master


def test_printed_handouts_say_whose_they_are() -> None:
    texts = Xml(written(publication())["ppt/handoutMasters/handoutMaster1.xml"]).values("//a:t/text()")
    assert texts == [
        "みどり精機株式会社 社外秘",
        "2026年4月1日発行",
        "テレワーク時の個人情報の取扱い 2026年度 第1.2版",
        "‹#›",
    ]


def _fields(xml: Xml) -> list[tuple[str | None, str | None]]:
    return [(tag.get("type"), tag.get("idx")) for tag in xml.all("//p:ph")]
