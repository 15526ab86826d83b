"""Text bodies of the frames: lines stay as measured, lists nest, links are cut at line ends."""

from dataclasses import replace

from deckgen.model.frames import Fragment, FramedParagraph, Line
from deckgen.model.text import Run
from deckgen.units import pt
from deckgen.writers.typeset.bodies import Area, Bodies, pieces
from deckgen.writers.typeset.drawing import Painter
from deckgen.writers.typeset.lists import Draft, nest
from deckgen.writers.typeset.nodes import Group, List, Looks, Paragraph, Piece
from tests.writers.handout.sample import THEME
from tests.writers.pptx.sample import body, paragraph

AREA = Area(10, 20, 300)


def bodies(scale: float = 0.5) -> Bodies:
    return Bodies(Painter(THEME), Looks(), scale)


def of_lines(*lines: tuple[Run, ...], **changes: object) -> FramedParagraph:
    """A paragraph of lines 28 pt apart."""
    measured = tuple(
        Line(tuple(Fragment(run, 0, pt(100)) for run in line), index * pt(28), pt(28), pt(100))
        for index, line in enumerate(lines)
    )
    return replace(paragraph(""), lines=measured, **changes)  # type: ignore[arg-type]


def test_lines_are_parted_by_line_feeds_and_lose_the_spaces_at_their_ends() -> None:
    assert pieces(of_lines((Run("one "),), (Run("two"),))) == (Piece("one\ntwo"),)


def test_strong_words_are_pieces_of_their_own_unless_all_is_bold() -> None:
    line = (Run("必ず", strong=True), Run("確認"))
    assert pieces(of_lines(line)) == (Piece("必ず", is_strong=True), Piece("確認"))
    assert pieces(of_lines(line, bold=True)) == (Piece("必ず確認"),)


def test_a_link_over_two_lines_is_two_links_to_one_address() -> None:
    first, second = Run("https://example", link="https://example.jp/"), Run(".jp/", link="https://example.jp/")
    assert [(piece.text, piece.link) for piece in pieces(of_lines((first,), (second,)))] == [
        ("https://example", "https://example.jp/"),
        ("\n", None),
        (".jp/", "https://example.jp/"),
    ]


def test_a_single_paragraph_lies_where_its_first_line_was_measured() -> None:
    lowered = of_lines((Run("中"),))
    lowered = replace(lowered, lines=(replace(lowered.lines[0], top=pt(40)),))
    (node,) = bodies().place(body(lowered), AREA)
    assert isinstance(node, Paragraph)
    assert node.style == "left:10pt;top:40pt;width:300pt"


def test_looks_that_are_alike_share_a_class() -> None:
    made = bodies()
    for _ in range(2):
        made.place(body(of_lines((Run("一"),))), AREA)
    assert made.looks.rules() == (("l0", "font-size:9pt;line-height:14pt;color:#1f2a37"),)


def test_paragraphs_keep_the_space_that_was_measured_between_them() -> None:
    second = of_lines((Run("二"),))
    second = replace(second, lines=(replace(second.lines[0], top=pt(50)),))
    (group,) = bodies(1.0).place(body(of_lines((Run("一"),)), second), AREA)
    assert isinstance(group, Group)
    assert [child.style for child in group.children if isinstance(child, Paragraph)] == ["", "margin-top:22pt"]


def test_an_empty_body_is_nothing() -> None:
    assert bodies().place(body(of_lines((Run(" "),))), AREA) == []


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
