"""The studio: the same commands for a browser. What it knows is in the files, and it has no stage of its own."""
