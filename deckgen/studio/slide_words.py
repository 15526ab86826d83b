"""What forms of slides call the fields of the model, and what may be chosen in them."""

from deckgen.wording import Language, say, words_in


def label_of(name: str, language: Language) -> str:
    """A field, by the name that the model gives it: what comparisons of editions call it, where forms have no word."""
    key = f"field-{name}"
    is_ours = key in words_in(language, "arrange")
    label = say(f"arrange.{key}" if is_ours else f"changes.field.{name}", language)
    return label[:1].upper() + label[1:]


def help_of(name: str, language: Language) -> str:
    """What a field is for; empty where its name says it."""
    return words_in(language, "arrange").get(f"help-{name}", "")


def option_of(option: str, language: Language) -> str:
    """What may be chosen; the option itself where it is a word already."""
    return words_in(language, "arrange").get(f"option-{option}", option)
