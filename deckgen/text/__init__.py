"""Text: fonts, measuring, line breaking, inline marks, hygiene. Knows no slide and no output format."""
