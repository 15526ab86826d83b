"""Plain references to values: the same outcome as the template engine, and what is left to it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Report
from deckgen.merge.references import put_in
from deckgen.merge.templates import Templates
from deckgen.merge.values import Leaf
from deckgen.model.text import NOWHERE, Source

VALUES: dict[str, Leaf] = {
    "company.name": "株式会社**みどり**",
    "company.short_name": "",
    "edition.fiscal_year": 2026,
    "edition.issued_on": date(2026, 11, 2),
    "legal_as_of": "2026年10月1日",
    "desk.phone": "03-0000-0000\n- 内線",
}

PLAIN = [
    "{{ company.name }}の研修",
    "{{company.name}}{{ legal_as_of }}",
    "{{ edition.issued_on }}",
    "{{ edition.issued_on | era_date }}と{{ edition.fiscal_year|fiscal_year }}",
    '{{ company.short_name or "当社" }}',
    '{{ company.name or "当社" }}と{{ edition.issued_on or "" }}',
    "一行目\n{{ desk.phone }}\n",
    "報告{% if company.short_name %}と{{ company.short_name }}{% endif %}は",
    "{% if legal_as_of %}、{{ legal_as_of }}{% endif %}です",
    "{# 注 #} { {{ legal_as_of }} }",
]
LEFT = [
    "{{ company.nam }}",
    "{{ company }}",
    "{{ company.name | upper }}",
    "{{ company.name | default('x') }}",
    "{{ company.short_name or 'x' }}",
    '{{ company.short_name or "a\\"b" }}',
    "{{{ legal_as_of }}}",
    "{{ legal_as_of",
    "{% if legal_as_of %}あ{% else %}い{% endif %}",
    "{% if not legal_as_of %}あ{% endif %}",
    "{% if legal_as_of %}{% if legal_as_of %}あ{% endif %}{% endif %}",
    "{% if nothing %}あ{% endif %}",
    "{% if legal_as_of %}{{ nothing }}{% endif %}",
    "{{% if legal_as_of %}あ{% endif %}",
    "{{- legal_as_of -}}",
    '{{ legal_as_ofor "当社" }}',
]


def by_engine(text: str) -> tuple[str, int]:
    report = Report()
    return Templates(VALUES, report).render(Source(text, NOWHERE)), len(report)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_references_come_out_as_the_engine_has_them(text: str) -> None:
    assert (put_in(text, VALUES), 0) == by_engine(text)


@pytest.mark.parametrize("text", LEFT)
def test_everything_else_is_left_to_the_engine(text: str) -> None:
    assert put_in(text, VALUES) is None


PIECES = [
    *VALUES,
    "{{",
    "}}",
    "{",
    "}",
    "{%",
    "%}",
    "{#",
    "|",
    " ",
    "date",
    "or",
    '"当社"',
    "if",
    "endif",
    "。",
    "\n",
    "-",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_text_comes_out_in_two_ways(text: str) -> None:
    put = put_in(text, VALUES)
    assert put is None or (put, 0) == by_engine(text)
