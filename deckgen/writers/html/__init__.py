"""Slides as HTML: one slide for whoever shows it in a page of its own, or all of them with their notes in one file."""

from deckgen.writers.html.preview import render
from deckgen.writers.html.slide import SLIDE_CSS, slide_html
from deckgen.writers.html.web_fonts import font_css

__all__ = ["SLIDE_CSS", "font_css", "render", "slide_html"]
