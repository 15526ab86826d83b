"""The command line: arguments, exit codes, printing; nothing else."""

from deckgen.cli.main import main

__all__ = ["main"]
