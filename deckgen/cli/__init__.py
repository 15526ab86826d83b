"""The command line: arguments, exit codes, printing; nothing else."""

from deckgen.cli.main import command, main

__all__ = ["command", "main"]
