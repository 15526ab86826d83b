"""Paragraphs in a row become paragraphs and nested lists."""

from deckgen.writers.typeset.lists import Draft, nest
from deckgen.writers.typeset.nodes import List, Paragraph, Piece


def draft(text: str, marker: str | None = "-", level: int = 0, position: int = 0) -> Draft:
    return Draft((Piece(text),), marker=marker, level=level, position=position, indent=10.0 * (level + 1), hanging=8)


def outline(made: object) -> object:
    """A list as nested tuples of its texts."""
    if isinstance(made, List):
        return (
            "ol" if made.ordered else "ul",
            *[(item.label + item.pieces[0].text, *map(outline, item.children)) for item in made.items],
        )
    assert isinstance(made, Paragraph)
    return made.pieces[0].text


def test_deeper_items_are_lists_inside_the_item_before_them() -> None:
    drafts = [
        draft("一"),
        draft("内", level=1),
        draft("奥", level=2),
        draft("外", level=1),
        draft("二"),
        draft("文", None),
    ]
    assert [outline(part) for part in nest(drafts)] == [
        ("ul", ("•一", ("ul", ("–内", ("ul", ("・奥",))), ("–外",))), ("•二",)),
        "文",
    ]


def test_a_change_of_marker_begins_a_new_list() -> None:
    drafts = [draft("一"), draft("先", "1.", position=3), draft("後", "1.", position=4)]
    assert [outline(part) for part in nest(drafts)] == [("ul", ("•一",)), ("ol", ("3.先",), ("4.後",))]


def test_an_item_stands_in_from_the_item_that_holds_it() -> None:
    (made,) = nest([draft("一"), draft("内", level=1)])
    assert isinstance(made, List)
    assert made.items[0].style == "margin-top:0pt;padding-left:10pt"
    assert made.items[0].children[0].items[0].style == "margin-top:0pt;padding-left:10pt"
    assert made.items[0].label_style == "width:8pt;margin-left:-8pt"


def test_each_marker_has_the_label_that_the_deck_shows() -> None:
    drafts = [Draft((Piece("項目"),), marker=marker, position=2) for marker in ("-", "1.", "[]")]
    labels = [items.items[0].label for draft in drafts for items in nest([draft]) if isinstance(items, List)]
    assert labels == ["•", "2.", "□"]
