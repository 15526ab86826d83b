"""The PDF engine and what all papers need to use it: loading, fonts, files, templates, tags. It knows no paper."""
