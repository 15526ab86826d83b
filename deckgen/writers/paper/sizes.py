"""Type on paper."""

from deckgen.writers.typeset.paper import Type

TITLE = Type("title", 17, 24)
"""The title of a document."""
HEADING = Type("heading", 12, 18)
BODY = Type("body", 10.5, 16.5)
SMALL = Type("small", 9, 13.5)
LABEL = Type("label", 8, 12)
"""What a blank or a column is called."""
CODE = Type("code", 6.8, 9.6)
"""Checksums, compared mark by mark and not read."""
