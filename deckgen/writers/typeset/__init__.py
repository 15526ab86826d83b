"""Setting type on paper: lengths, lines of text, nodes of a page description, for handouts and all other documents."""
