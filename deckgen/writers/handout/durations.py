"""Times as people say them."""

from deckgen.wording import Wording


def duration(minutes: float, words: Wording) -> str:
    """Minutes as words: 3分, 2分30秒."""
    whole, rest = divmod(round(minutes * 60), 60)
    if whole and rest:
        return words.say("minutes-and-seconds", minutes=whole, seconds=rest)
    return words.say("seconds", count=rest) if rest else words.say("minutes", count=whole)
