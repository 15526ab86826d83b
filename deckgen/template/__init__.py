"""A company's own PowerPoint template: read within bounds, understood by its geometry, made into a theme."""
