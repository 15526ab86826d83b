"""Company profiles that strain the layout, made from a sample profile: long texts, many entries, awkward words."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

Profile = dict[str, Any]

# What is left as it is: identifiers, choices, numbers, and what has a form of its own (dates, phones, addresses).
_FIXED = {
    "course", "theme", "brand_colour", "confidentiality", "version", "issued_on", "ppc_route", "decision",
    "logo", "phone", "mail", "after", "kind", "type", "id", "icon", "name_kana", "slide",
}  # fmt: skip

LONG_RULE = "お客様からお預かりした名簿を社外で取り扱う必要が生じた従業者は所属する部署の長に対して" * 8
LONG_URL = "https://portal.example.co.jp/rules/telework/privacy/2026/" + "/".join(f"section-{n}" for n in range(1, 16))
LONG_WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunte"[:60]


def long(times: int) -> Callable[[Profile], Profile]:
    """Every text that a company writes, so many times as long; names and other short labels at most three times."""
    labels = ("name", "short_name", "title", "date", "place", "trainer", "approvals")
    at_most = dict.fromkeys(labels, min(times, 3))

    def longer(value: Any, factor: int = times) -> Any:
        if isinstance(value, str):
            return value * factor
        if isinstance(value, list):
            return [longer(entry, factor) for entry in value]
        if isinstance(value, dict):
            return {
                key: entry if _is_fixed(key, entry) else longer(entry, at_most.get(key, times))
                for key, entry in value.items()
            }
        return value

    def change(profile: Profile) -> Profile:
        changed: Profile = longer(profile)
        return changed

    return change


def _is_fixed(key: str, value: Any) -> bool:
    return key in _FIXED and isinstance(value, str)


def many(profile: Profile) -> Profile:
    """Forty entries in every list that has no upper bound, forty contacts, forty rules."""
    rules: dict[str, Any] = profile["rules"]
    for name, rule in rules.items():
        entries = rule
        if isinstance(rule, dict):
            entries = next(value for key, value in rule.items() if key in ("conditions", "items"))
        if not isinstance(entries, list):
            continue  # the day on which somebody looked at all of them
        entries[:] = [f"{name}の決まり{number}：{entries[number % len(entries)]}" for number in range(1, 41)]
    profile["discussion"]["prompts"] = [f"問い{number}：どうすればよかったでしょうか。" for number in range(1, 41)]
    rows = [[f"第{n}工場の連絡先", f"03-0000-{n:04}", f"renraku-{n:02}@example.co.jp"] for n in range(1, 41)]
    _add_slide(profile, {
        "kind": "table", "id": "all-contacts", "title": "各工場の連絡先を確かめます", "minutes": 1,
        "columns": ["窓口", "電話", "メール"], "rows": rows, "notes": "自分の工場の窓口を確かめます。",
    })  # fmt: skip
    return profile


def awkward(profile: Profile) -> Profile:
    """A rule of 300 and more characters without punctuation, long addresses, words of 60 letters."""
    texts = [
        LONG_RULE,
        f"くわしくは{LONG_URL}を見ます。",
        f"合言葉は{LONG_WORD}です。",
        f"[規程]({LONG_URL})を読みます。",
    ]
    for entries in _lists(profile["rules"]):
        entries[:] = [*texts, LONG_WORD]
    profile["discussion"]["prompts"] = [*texts]
    profile["emergency"]["first_actions"] = [*texts]
    profile["desk"]["consultation"]["role"] = LONG_WORD
    profile["pms"] = {name: "\n\n".join(texts) for name in ("policy", "benefits", "roles", "consequences")}
    _add_slide(profile, {
        "kind": "table", "id": "awkward-table", "title": LONG_WORD, "minutes": 1, "lead": LONG_URL,
        "columns": [LONG_WORD, "説明", LONG_URL], "rows": [[LONG_WORD, LONG_RULE, LONG_URL]], "notes": LONG_RULE,
    })  # fmt: skip
    return profile


MARKED = "[社内**サイト**の**｜規程《きてい》**](https://www.example.co.jp/rules)と漢字《かんじ》"


def marked(profile: Profile) -> Profile:
    """A link, bold type and readings, one inside the other, before every text that a company writes for its readers."""
    plain = ("name", "short_name", "title", "date", "place", "trainer", "approvals", "plan", "period", "hours")

    def with_marks(value: Any) -> Any:
        if isinstance(value, str):
            return MARKED + value
        if isinstance(value, list):
            return [with_marks(entry) for entry in value]
        if isinstance(value, dict):
            return {
                key: entry if key in plain or _is_fixed(key, entry) else with_marks(entry)
                for key, entry in value.items()
            }
        return value

    changed: Profile = with_marks(profile)
    return changed


MISSING = (
    "😀👨‍👩‍👧👍🏽🇯🇵☎️1️⃣か\u3099あ\u20ddสวัสดี"
    "\ue000葛\U000e0100漢\U000e0110العربية\u2009\u2011𝒜ﬁ㌔ﾊﾟ\u3164e\u0301\u0302\u0327"
)


def without_glyphs(profile: Profile) -> Profile:
    """Signs that no font of a theme has, joined, marked and chosen forms of signs, behind every text.

    The date of a session keeps its form: the cover has one line for it, and a longer one is refused.
    """

    def with_signs(value: Any) -> Any:
        if isinstance(value, str):
            text = value.rstrip("\n")
            return text + MISSING + value[len(text) :]
        if isinstance(value, list):
            return [with_signs(entry) for entry in value]
        if isinstance(value, dict):
            return {
                key: entry if key == "date" or _is_fixed(key, entry) else with_signs(entry)
                for key, entry in value.items()
            }
        return value

    changed: Profile = with_signs(profile)
    return changed


def empty(profile: Profile) -> Profile:
    """A profile of which nothing is written yet but the company's name and the edition."""
    return {key: profile[key] for key in ("course", "certified", "company", "edition")}


def _lists(value: Any) -> Iterator[list[Any]]:
    """Every list below a value."""
    if isinstance(value, list):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _lists(entry)


def _add_slide(profile: Profile, slide: dict[str, Any]) -> None:
    profile.setdefault("slides", {}).setdefault("add", []).append({"after": "rules", "slide": slide})


def write(sample: Path, change: Callable[[Profile], Profile], folder: Path) -> Path:
    """Write a changed copy of a sample profile into a folder, with the pictures that belong to it."""
    profile: Profile = yaml.safe_load(sample.read_text(encoding="utf-8"))
    folder.mkdir(parents=True)
    if sample.with_suffix("").is_dir():
        shutil.copytree(sample.with_suffix(""), folder / sample.stem)
    target = folder / sample.name
    target.write_text(yaml.safe_dump(change(profile), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return target
