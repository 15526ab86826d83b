"""From YAML files to the model; every problem with file, line and column."""
