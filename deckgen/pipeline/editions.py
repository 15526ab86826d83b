"""How the files of an edition are named."""


def edition_prefix(fiscal_year: int, course: str, version: str) -> str:
    """How the names of all files of an edition begin: `2026FY_telework-privacy_v2.0`."""
    letters = "".join(letter if letter.isalnum() or letter in ".-" else "-" for letter in version)
    return f"{fiscal_year}FY_{course}_v{letters}"
