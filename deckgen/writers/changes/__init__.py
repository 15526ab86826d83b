"""Comparisons written down: for the terminal, as Markdown, for machines, and as a report for whoever approves."""
