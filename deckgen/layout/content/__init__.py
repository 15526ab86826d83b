"""The blocks that slides of several kinds are made of."""
