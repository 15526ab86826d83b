"""`deckgen template`."""

import argparse
from pathlib import Path

from deckgen.cli.arguments import add_format
from deckgen.cli.printing import FINE, PROBLEMS, Printer
from deckgen.cli.usage import Parser
from deckgen.diagnostics import Report, Stop, shown
from deckgen.model.box import Box
from deckgen.pipeline.template import adopt_template, inspect_template
from deckgen.template.found import Found
from deckgen.units import to_mm
from deckgen.wording import say

EXAMPLE = "deckgen template adopt company.potx --name ours"
ACTIONS = ("inspect", "adopt")


def arguments(parser: Parser) -> None:
    """Declare the command's arguments."""
    language = parser.language
    parser.add_argument("action", metavar="ACTION", choices=ACTIONS, help=say("commands.template-action", language))
    parser.add_argument("file", metavar="FILE", type=Path, help=say("commands.template-file", language))
    parser.add_argument("--name", metavar="NAME", help=say("commands.template-name", language))
    parser.add_argument("--force", action="store_true", help=say("commands.template-force", language))
    add_format(parser)


def run(given: argparse.Namespace, printer: Printer) -> int:
    """Look at a template, or make a theme of it."""
    report = Report()
    try:
        if given.action == "inspect":
            found, files = inspect_template(given.file, report), list[str]()
        else:
            adopted = adopt_template(given.file, given.name or "", printer.language, report, force=given.force)
            found, files = adopted.found, [shown(file) for file in adopted.files]
    except Stop:
        printer.findings(report)
        printer.document(report, template=None)
        return PROBLEMS
    printer.document(report, template=_document(found), made=files)
    if not printer.for_machines:
        if not files:
            _tell(found, printer)
        printer.findings(report, with_infos=True)
        if files:
            _told(given.name, files, printer)
    return FINE


def _told(name: str, files: list[str], printer: Printer) -> None:
    printer.line(say("template.adopted", printer.language, name=name))
    for file in files:
        printer.line(f"  {file}")
    printer.line(say("template.adopted-next", printer.language, file=files[-1], name=name))


def _tell(found: Found, printer: Printer) -> None:
    """What was found, for people."""

    def line(key: str, **values: object) -> None:
        printer.line(say(f"template.{key}", printer.language, **values))

    width, height = (f"{to_mm(side):.6g}" for side in found.size)
    masters = len(list(found.package.masters()))
    line("size", width=width, height=height, masters=masters, layouts=found.layouts)
    for kind, page in found.pages.items():
        sure = say("template.sure" if page.is_sure else "template.kind-unsure", printer.language)
        name = say(f"template.kind-{kind}", printer.language)
        line("page", kind=name, layout=page.sheet.name, sure=sure, part=page.sheet.part)
        line("page-title", area=_area(page.title, printer))
        share = page.area.width * page.area.height / (found.size[0] * found.size[1])
        line("page-area", area=_area(page.area, printer), share=round(share * 100))
    line("colours")
    for role in found.roles:
        line("colour", role=role.role, colour=role.colour, source="" if role.name.startswith("#") else role.name)
    line("fonts", latin=found.typefaces.latin, japanese=found.typefaces.japanese)
    if found.behind:
        names = (say(f"template.{key}", printer.language, count=count) for key, count in found.behind.items())
        line("behind", names=say("comma", printer.language).join(names))


def _area(box: Box, printer: Printer) -> str:
    sides = {"left": box.x, "top": box.y, "width": box.width, "height": box.height}
    return say("template.area", printer.language, **{key: f"{to_mm(side):.4g}" for key, side in sides.items()})


def _document(found: Found) -> dict[str, object]:
    """What was found, for machines: lengths in mm."""
    return {
        "width": round(to_mm(found.size[0]), 3),
        "height": round(to_mm(found.size[1]), 3),
        "pages": {
            kind: {
                "layout": page.sheet.name,
                "part": page.sheet.part,
                "sure": page.is_sure,
                "title": _sides(page.title),
                "area": _sides(page.area),
            }
            for kind, page in found.pages.items()
        },
        "colours": {
            role.role: {"colour": f"#{role.colour}", "name": role.name, "how": role.how} for role in found.roles
        },
        "fonts": {"latin": found.typefaces.latin, "japanese": found.typefaces.japanese},
        "left_behind": dict(found.behind),
    }


def _sides(box: Box) -> dict[str, float]:
    return {
        key: round(to_mm(side), 2)
        for key, side in (("left", box.x), ("top", box.y), ("width", box.width), ("height", box.height))
    }
