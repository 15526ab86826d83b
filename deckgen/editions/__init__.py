"""A year and the next: editions archived, proved, made again, compared, and renewed."""
