"""What differs between two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.changes.differences import pieces, tokens
from tests.changes.contents import TEXTS

SIGNS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


def shown(old: str, new: str) -> str:
    return "".join(SIGNS[piece.kind][0] + piece.text + SIGNS[piece.kind][1] for piece in pieces(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "前日までに「持ち出し申請」を出し、課長の承認を受ける。",
            "前日までに電子申請を出し、部長の承認を受ける。",
            "前日までに[-「持ち出し申請」を-]{+電子申請を+}出し、[-課長の-]{+部長の+}承認を受ける。",
        ),
        ("気づいてから30分以内", "気づいてから60分以内", "気づいてから[-30-]{+60+}分以内"),
        ("事故受付（情報管理課）", "事故受付（総務課）", "事故受付（[-情報管理課-]{+総務課+}）"),
        ("03-0000-0005", "03-0000-0055", "[-03-0000-0005-]{+03-0000-0055+}"),
        ("privacy@example.co.jp", "kojin@example.co.jp", "[-privacy-]{+kojin+}@example.co.jp"),
        ("2025年9月26日時点の法令", "2026年10月1日時点の法令", "[-2025年9月26日-]{+2026年10月1日+}時点の法令"),
        ("返却を登録する。", "返却を登録し、消去する。", "返却を[-登録する-]{+登録し、消去する+}。"),
    ],
)
def test_differences_are_phrases_numbers_and_words(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_texts_with_little_in_common_stand_one_after_the_other() -> None:
    assert (
        shown("録画は主催者が断ってから行う。", "添付を開かない。")
        == "[-録画は主催者が断ってから行う。-]{+添付を開かない。+}"
    )


def test_a_crumb_between_two_changes_is_part_of_them() -> None:
    assert shown("朝まで待たず、守衛室に電話する", "朝まで待たずに、総務課に電話する") == (
        "朝まで[-待たず、守衛室に-]{+待たずに、総務課に+}電話する"
    )


@given(st.text(max_size=30) | TEXTS, st.text(max_size=30) | TEXTS)
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in found if piece.kind != "deleted") == new


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {piece.kind for piece in pieces(text, text)} == {"same"}


@given(st.text(max_size=40))
def test_no_character_is_lost_in_tokens(text: str) -> None:
    assert "".join(tokens(text)) == text
