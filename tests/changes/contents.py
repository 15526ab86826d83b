"""Contents to compare: made by hand, and any there could be."""

from typing import Any

from hypothesis import strategies as st

from deckgen.model.content import Content, ContentSlide, ContentSlot, Tree

WORDS = st.sampled_from(
    [
        "個人情報",
        "を守る",
        "課長の",
        "承認を受ける",
        "。",
        "、",
        "PC",
        "30分以内",
        "USB",
        "電話する",
        "「申請」",
        "2026年",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map("".join)
LEAVES = TEXTS | st.integers(0, 99) | st.booleans()
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4).map(tuple)
        | st.dictionaries(st.sampled_from(("heading", "body", "items", "role")), inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)


def named(strategy: Any, names: str) -> Any:
    """Records with a name each, no name twice, in any order."""
    return st.lists(st.sampled_from(names), unique=True, max_size=4).flatmap(
        lambda found: st.tuples(*(strategy(name) for name in found))
    )


def slides(name: str) -> st.SearchStrategy[ContentSlide]:
    return st.builds(
        ContentSlide,
        id=st.just(name),
        kind=st.sampled_from(("text", "chart")),
        title=TEXTS,
        minutes=st.integers(0, 3),
        body=st.dictionaries(st.sampled_from(("lead", "points", "rows")), TREES, max_size=2),
        notes=st.lists(TEXTS, max_size=3).map(tuple),
        cues=st.lists(TEXTS, max_size=2).map(tuple),
    )


def slots(name: str) -> st.SearchStrategy[ContentSlot]:
    return st.builds(
        ContentSlot,
        name=st.just(name),
        label=st.just(f"枠{name}"),
        type=st.sampled_from(("list", "contact")),
        value=TREES,
        reviewed_on=st.sampled_from(("", "2026-10-01", "2027-10-01")),
    )


CONTENTS: st.SearchStrategy[Content] = st.builds(
    Content,
    scope=st.just("company"),
    course=st.fixed_dictionaries({"id": st.just("telework"), "title": TEXTS}),
    edition=st.fixed_dictionaries({"fiscal_year": st.integers(2026, 2028), "version": st.sampled_from(("1.0", "2.0"))}),
    slots=named(slots, "vwxyz"),
    slides=named(slides, "abcde"),
)


def content(*slides: ContentSlide, slots: tuple[ContentSlot, ...] = (), **more: Any) -> Content:
    """A company's content with these slides."""
    return Content(scope="company", course={"id": "c", "title": "研修"}, slides=slides, slots=slots, **more)


def slide(name: str, title: str = "題", **more: Any) -> ContentSlide:
    """A slide of text."""
    return ContentSlide(id=name, kind=more.pop("kind", "text"), title=title, **more)
