"""Paragraphs and pieces of text, as the papers take them."""

from deckgen.model.frames import FramedParagraph, TextBody
from deckgen.writers.typeset.nodes import Piece


def shown_paragraphs(body: TextBody) -> list[FramedParagraph]:
    """The body's paragraphs that show anything."""
    return [paragraph for paragraph in body.paragraphs if any(line.text.strip() for line in paragraph.lines)]


def append_piece(made: list[Piece], piece: Piece) -> None:
    """Add a piece, joined to the one before it where nothing tells them apart.

    A line's end joins plain text only: a link is one element on each line, so that each has its own place to click.
    """
    if not piece.text:
        return
    last = made[-1] if made else None
    if last and not (_is_own(last) or _is_own(piece)) and last.is_strong == piece.is_strong:
        made[-1] = Piece(last.text + piece.text, last.is_strong)
    else:
        made.append(piece)


def _is_own(piece: Piece) -> bool:
    """Whether a piece is an element that nothing joins."""
    return bool(piece.link or piece.reading)
