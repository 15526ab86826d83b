"""PowerPoint: the frames as native, editable slides (ECMA-376)."""
