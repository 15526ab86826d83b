"""Titles that tell slides apart."""

from tests.checks.material import findings, subject, told

SLIDE = "- {{ kind: section, id: {name}, title: {title}, notes: 文 }}\n"


def titles(*given: str) -> list[str]:
    slides = "".join(SLIDE.format(name=f"s{at}", title=title) for at, title in enumerate(given, 1))
    return told(findings(subject("", slides), None), "title-twice")


def test_two_slides_of_one_title_are_told_at_the_second() -> None:
    (line,) = titles("まとめ", "ルール", "まとめ")
    assert line.endswith("the slide s3 has the same title as s1")


def test_a_space_makes_no_other_title() -> None:
    assert len(titles("事故 事例", "事故事例")) == 1


def test_titles_of_their_own_are_fine() -> None:
    assert titles("はじめに", "まとめ") == []


NAMED = "- {{ kind: section, id: {name}, title: {title}, notes: {notes} }}\n"


def absent(notes: str, left: str) -> list[str]:
    slides = NAMED.format(name="s1", title="事例1　送り間違い", notes=notes) + (
        f"- {{ kind: section, id: s2, optional: true, title: {left}, notes: 文 }}\n"
    )
    return told(findings(subject("slides: { leave_out: [s2] }\n", slides), None), "slide-named-absent")


def test_a_text_that_names_a_slide_which_is_left_out_is_told() -> None:
    (line,) = absent("後の「注意すること」で話します。", "注意すること")
    assert line.endswith("注意すること is named here, and no slide of that title is shown (s2)")
    (line,) = absent("事例2と比べます。", "事例2　紛失")
    assert "事例2 is named here" in line


def test_a_word_that_is_also_a_title_and_the_label_of_a_shown_slide_name_nothing() -> None:
    assert absent("後で注意することを話します。", "注意すること") == []
    assert absent("事例1と事例20を比べます。", "事例2　紛失") == []
    assert absent("事例1と比べます。", "事例1　紛失") == []
