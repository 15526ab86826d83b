"""What appears on a click (ECMA-376 part 1, 19.5): an entrance effect for each thing, those of one click together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

_VISIBLE = (
    "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="visible"/></p:to></p:set>'
)
_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_TURNS = (
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
    '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
)


@dataclass(frozen=True, slots=True)
class Appearing:
    """A shape that appears."""

    identifier: int
    has_text: bool
    """True for what PowerPoint lists as a build of its paragraphs, here of all at once."""
    has_ground: bool
    """True where its ground comes with the text."""


def timing(clicks: Mapping[int, Sequence[Appearing]]) -> str:
    """The timing of a slide by its clicks; nothing for a slide that is there at once."""
    if not clicks:
        return ""
    numbers = count(1)
    root, sequence = next(numbers), next(numbers)
    steps = "".join(_click(clicks[click], numbers) for click in sorted(clicks))
    builds = "".join(map(_build, [each for click in sorted(clicks) for each in clicks[click] if each.has_text]))
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot">'
        '<p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        f'<p:cTn id="{sequence}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>'
        f"{_TURNS}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{f'<p:bldLst>{builds}</p:bldLst>' if builds else ''}</p:timing>"
    )


def _click(shown: Sequence[Appearing], numbers: Iterator[int]) -> str:
    waiting, together = next(numbers), next(numbers)
    effects = "".join(_effect(each, numbers, is_first=not index) for index, each in enumerate(shown))
    return (
        f'<p:par><p:cTn id="{waiting}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{together}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn>'
        "</p:par></p:childTnLst></p:cTn></p:par>"
    )


def _effect(shown: Appearing, numbers: Iterator[int], *, is_first: bool) -> str:
    """PowerPoint's entrance effect “Appear”, number 1 of its class."""
    group = ' grpId="0"' if shown.has_text else ""
    begins = "clickEffect" if is_first else "withEffect"
    return (
        f'<p:par><p:cTn id="{next(numbers)}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{group} '
        f'nodeType="{begins}">{_NOW}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{next(numbers)}" dur="1" fill="hold">'
        f'{_NOW}</p:cTn><p:tgtEl><p:spTgt spid="{shown.identifier}"/></p:tgtEl>{_VISIBLE}'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _build(shown: Appearing) -> str:
    ground = ' animBg="1"' if shown.has_ground else ""
    return f'<p:bldP spid="{shown.identifier}" grpId="0"{ground}/>'
