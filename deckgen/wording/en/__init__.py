"""Words in English, a file for each place that says them."""
