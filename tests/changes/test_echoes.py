"""A changed value that the course's texts repeat is one change, told where it was made."""

from deckgen.changes import compare
from deckgen.model.changes import Comparison, Echo, Entry
from deckgen.model.content import Content, ContentSlot
from tests.changes.contents import content, slide

OLD, NEW = "気づいてから30分以内", "気づいてから20分以内"


def edition(deadline: str, *, note: str = "", year: int = 2026, short_name: str = "みほん", **more: object) -> Content:
    """A company's deadline, year and name as slides, notes and test repeat them."""
    item = {"id": "when", "question": "いつまでですか。", "explanation": f"期限は「{deadline}」です。"}
    return content(
        slide("call", "電話します", notes=(f"{short_name}の期限は、「{deadline}」です。", note or "急ぎます。")),
        slide("year", "今年のこと", body={"lead": f"{year}年度の資料です。"}),
        slots=(ContentSlot(name="emergency.deadline", label="期限", type="text", value=deadline),),
        company={"id": "a", "name": "株式会社みほん", "short_name": short_name},
        edition={"fiscal_year": year, "version": "2.0"},
        quiz={"items": (item,)},
        **more,
    )


def entries(found: Comparison) -> dict[str, Entry]:
    return {entry.subject: entry for entry in found.entries}


def test_texts_that_repeat_a_changed_value_are_named_at_its_entry_and_have_none_of_their_own() -> None:
    found = entries(compare(edition(OLD), edition(NEW)))
    assert list(found) == ["emergency.deadline"]
    assert found["emergency.deadline"].echoes == (
        Echo("notes", "call", "電話します"),
        Echo("quiz", "when", "いつまでですか。"),
    )


def test_a_text_that_was_written_anew_besides_keeps_its_entry() -> None:
    found = entries(compare(edition(OLD), edition(NEW, note="落ち着いて話します。")))
    assert [detail.new for detail in found["call"].details] == ["落ち着いて話します。"]


def test_a_text_in_which_several_values_changed_is_an_echo_of_each() -> None:
    found = entries(compare(edition(OLD), edition(NEW, short_name="見本社")))
    assert list(found) == ["emergency.deadline", "company"]
    assert Echo("notes", "call", "電話します") in found["emergency.deadline"].echoes
    assert found["company"].echoes == (Echo("notes", "call", "電話します"),)


def test_a_new_year_echoes_in_the_words_in_which_it_is_told() -> None:
    found = entries(compare(edition(OLD), edition(OLD, year=2027)))
    assert list(found) == ["edition"]
    assert found["edition"].echoes == (Echo("texts", "year", "今年のこと"),)


def test_the_reasons_of_an_edition_are_what_its_history_says_since_the_one_before() -> None:
    history = tuple({"version": version, "summary": f"{version}の理由"} for version in ("3.0", "2.1", "2.0", "1.0"))
    old = edition(OLD, history=history[2:])
    new = edition(OLD, history=history)
    newer = Content(**{name: getattr(new, name) for name in new.__slots__} | {"edition": {"version": "3.0"}})
    found = compare(old, newer)
    assert found.old.reasons == (("2.0", "2.0の理由"),)
    assert found.new.reasons == (("3.0", "3.0の理由"), ("2.1", "2.1の理由"))


def test_slides_are_counted_as_the_deck_numbers_its_pages() -> None:
    old = content(slide("a", pages=2), slide("b", pages=3), slide("c"))
    new = content(slide("a", pages=2), slide("c"))
    found = compare(old, new)
    assert (found.old.slides, found.new.slides) == (6, 3)
    assert entries(found)["b"].old_position == 3
