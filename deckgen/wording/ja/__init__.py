"""Words in Japanese, a file for each place that says them."""
