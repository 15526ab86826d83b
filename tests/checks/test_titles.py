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
