"""A comparison with everything in it."""

from dataclasses import replace

from deckgen.changes import compare
from deckgen.model.changes import Comparison, Echo, Entry, Section
from deckgen.model.content import Content, ContentSlide, ContentSlot, Fields

_COURSE = {"id": "telework", "title": "テレワークの研修", "edition": "2026.1"}
_COMPANY = {"id": "mihon", "name": "株式会社みほん", "short_name": "みほん"}


def _contact(phone: str) -> ContentSlot:
    return ContentSlot(name="desk.help", label="相談窓口", type="contact", value={"role": "窓口", "phone": phone})


def _rule(verdict: str, *conditions: str, reviewed_on: str = "2026-10-01") -> ContentSlot:
    value: Fields = {"verdict": verdict, "conditions": conditions}
    return ContentSlot(name="rules.wifi", label="Wi-Fiのルール", type="ruling", value=value, reviewed_on=reviewed_on)


def _slide(name: str, title: str, **more: object) -> ContentSlide:
    return ContentSlide(id=name, kind="text", title=title, minutes=2, **more)  # type: ignore[arg-type]


OLD = Content(
    scope="company",
    course=_COURSE,
    company=_COMPANY,
    edition={"fiscal_year": 2026, "version": "1.0", "issued_on": "2026-11-02", "confidentiality": "社外秘"},
    slots=(
        _rule("conditional", "自宅はWPA2以上とする。", "駅の公衆Wi-Fiにはつながない。"),
        _contact("03-0000-0001"),
        ContentSlot(name="rules.mail", label="メール", type="list", value=("宛先を読む。",), reviewed_on="2026-09-01"),
    ),
    slides=(
        _slide(
            "a", "始めます", body={"lead": "<b>重要</b>な話です。", "icon": "users"}, notes=("皆さん、こんにちは。",)
        ),
        _slide("b", "決まり", body={"rules": ({"content": {"slot": "rules.wifi"}},)}),
        _slide("c", "消える話"),
        _slide("d", "終わります"),
    ),
)
NEW = Content(
    scope="company",
    course=_COURSE,
    company=_COMPANY,
    edition={"fiscal_year": 2027, "version": "2.0", "issued_on": "2027-11-01", "confidentiality": "社外秘"},
    slots=(
        _rule("forbidden", "自宅はWPA3とする。", reviewed_on="2027-10-01"),
        _contact("03-0000-0002"),
        ContentSlot(name="rules.mail", label="メール", type="list", value=("宛先を読む。",), reviewed_on="2027-09-01"),
    ),
    slides=(
        _slide("d", "終わります"),
        _slide("a", "始めます", body={"lead": "<b>大切</b>な話です。", "icon": "home"}, notes=("皆さん、おはよう。",)),
        _slide("b", "決まり", body={"rules": ({"content": {"slot": "rules.wifi"}},)}),
        _slide("e", "*新しい*話", body={"lead": "前置き"}),
    ),
)
SAMPLE: Comparison = compare(OLD, NEW)
SAME: Comparison = compare(OLD, OLD)
ECHOED: Comparison = replace(
    SAMPLE,
    new=replace(SAMPLE.new, reasons=(("2.0", "期限を改めた。"), ("1.1", "連絡先を改めた。"))),
    sections=(Section("rules", (Entry("deadline", "期限", "changed", (), echoes=(Echo("notes", "a", "始めます"),)),)),),
)
"""With reasons, and with a change that the notes of a slide repeat."""
