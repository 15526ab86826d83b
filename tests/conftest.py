"""What all tests share."""

import gc
import os
import signal
import sys

from hypothesis import settings

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# As a user has it: Python keeps its byte code, also where a container's settings say no. Without it every command that
# a test starts compiles deckgen anew, which takes ten times as long as the command itself.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A shell lets what it starts in the background ignore interrupts; every command that a test starts would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Modules, themes and builds stay to the end: to look through them for garbage all the time takes an eighth of it.
gc.set_threshold(100_000, 20, 100)
