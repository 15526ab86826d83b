"""Arguments that several commands share."""

import argparse
from pathlib import Path

from deckgen.cli.printing import words


def add_profile(parser: argparse.ArgumentParser, language: str) -> None:
    """The company profile."""
    parser.add_argument("profile", type=Path, help=words("profile", language))


def add_theme(parser: argparse.ArgumentParser, language: str) -> None:
    """`--theme`."""
    parser.add_argument("--theme", metavar="NAME|DIR", help=words("theme", language))


def add_draft(parser: argparse.ArgumentParser, language: str) -> None:
    """`--draft`."""
    parser.add_argument("--draft", action="store_true", help=words("draft", language))


def add_findings(parser: argparse.ArgumentParser, language: str) -> None:
    """`--format` and `--verbose`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("format", language))
    parser.add_argument("-v", "--verbose", action="store_true", help=words("verbose", language))
