"""Times as people say them."""


def duration(minutes: float) -> str:
    """Minutes as words: 3分, 2分30秒."""
    whole, rest = divmod(round(minutes * 60), 60)
    if whole and rest:
        return f"{whole}分{rest}秒"
    return f"{rest}秒" if rest else f"{whole}分"
