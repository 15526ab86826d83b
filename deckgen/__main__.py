"""`python -m deckgen`."""

import sys

from deckgen.cli import command

sys.exit(command())
