"""Frozen types that pass between the stages; they know no file format."""
