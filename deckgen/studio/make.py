"""Making: a build with its options, what it found by staff role, its files; archive and proof of an edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from deckgen.diagnostics import Diagnostic, Severity, by_place
from deckgen.editions.archives import INPUTS
from deckgen.messages import severity_of
from deckgen.messages.owners import grouped, owner_of
from deckgen.model.printing import HandoutForm
from deckgen.pipeline.recorded import Record, known_record
from deckgen.pipeline.request import Request as BuildRequest
from deckgen.pipeline.workers import task_of
from deckgen.studio.asking import Told, in_words
from deckgen.studio.comparing import sides_of
from deckgen.studio.files import archives_of, folder_of, made_files
from deckgen.studio.pages import page
from deckgen.studio.reading import Reading, is_gap
from deckgen.studio.studio import Studio, desk_of, refuse_roles, studio_of
from deckgen.studio.works import archive_company, build_company, verify_newest
from deckgen.studio.workshop import Job, Work
from deckgen.wording import say
from deckgen.writers import OUTPUTS, Options

FORMS = ("", "A,B", "A,B,C")
"""Which forms of the test are offered; one without a name where empty."""
_FOR_ALL = "default"
"""Of an option: as the company has it in its profile."""

# What is chosen ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """How a build is to be made."""

    outputs: tuple[str, ...] = ()
    """Names; all of the course where empty."""
    draft: bool = False
    public: bool = False
    handout: HandoutForm | None = None
    duplex: bool | None = None
    forms: str = ""
    force: bool = False
    """Whether files that somebody edited are made anew."""

    @property
    def options(self) -> Options:
        """What of it the writers are told."""
        return Options(forms=tuple(filter(None, self.forms.split(","))), handout=self.handout, duplex=self.duplex)


def _chosen(form: FormData, known: tuple[str, ...]) -> Choice:
    """The choice in a form; what it does not offer counts as not chosen."""
    outputs = tuple(name for name in known if name in form.getlist("output"))
    handout, duplex, forms = (str(form.get(name, "")) for name in ("handout", "duplex", "forms"))
    return Choice(
        outputs=() if outputs == known else outputs,
        draft="draft" in form,
        public="public" in form,
        handout=_handout(handout),
        duplex={"yes": True, "no": False}.get(duplex),
        forms=forms if forms in FORMS else "",
        force="force" in form,
    )


def _handout(name: str) -> HandoutForm | None:
    forms: tuple[HandoutForm, ...] = get_args(HandoutForm)
    return next((form for form in forms if form == name), None)


def _before(record: Record | None, *, is_ready: bool) -> Choice:
    """What was chosen the last time, as far as a record tells; a draft while anything is missing or wrong."""
    made = [output["made"] for output in record["outputs"] if not output.get("superseded")] if record else []
    newest = made[-1] if made else None
    if record is None or newest is None:
        return Choice(draft=not is_ready)
    forms = next((",".join(each["forms"]) for each in made if each["forms"]), "")
    return Choice(
        draft=not is_ready,
        public=record["public"],
        handout=newest.get("handout"),
        duplex=newest.get("duplex"),
        forms=forms if forms in FORMS else "",
    )


# The page ------------------------------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """The whole page."""
    refuse_roles(request)
    studio = studio_of(request)
    studio.workshop.warm()
    return page("make.html.j2", request, **_shown(request))


def work(request: Request) -> Response:
    """How far the work at hand has come; at its end all that it changed."""
    refuse_roles(request)
    company = desk_of(request).path.stem
    job = studio_of(request).workshop.job(company)
    if job and job.state == "running":
        if request.query_params.get("at") == str(job.at):
            return Response(status_code=204)
        return page("work.html.j2", request, company=company, job=job, doing=_doing(request, job))
    answer = page("made.html.j2", request, is_finished=True, **_shown(request))
    answer.headers["hx-retarget"] = "#made"
    answer.headers["hx-reswap"] = "innerHTML"
    return answer


def _shown(request: Request) -> dict[str, Any]:
    studio, desk = studio_of(request), desk_of(request)
    company = desk.path.stem
    reading = desk.reading(studio.day())
    record = known_record(folder_of(request))
    job = studio.workshop.job(company)
    material = reading.material
    is_ready = reading.is_complete and not any(severity_of(found.code) == "error" for found in reading.findings)
    choice = _before(record, is_ready=is_ready)
    return {
        "company": company,
        "name": reading.name,
        "stamp": reading.stamp,
        "is_ready": is_ready,
        "is_readable": material is not None,
        "outputs": outputs_of(reading),
        "choice": choice,
        "form_choices": FORMS,
        "job": job,
        "doing": _doing(request, job) if job else "",
        "result": job.result if job and job.state == "done" else None,
        "result_told": _result_told(job, studio),
        "verdicts": tuple(_verdicts(job, studio)),
        "roles": _roles(reading, job, studio),
        "files": made_files(folder_of(request)),
        "edition": f"{record['fiscal_year']}-{record['version']}" if record else "",
        "archives": [(name, path.stat().st_size) for name, path in archives_of(studio, company).items()],
        "sides": sides_of(studio, desk),
        "owners": tuple(dict.fromkeys(question.slot.owner for question in reading.questions)),
    }


def outputs_of(reading: Reading) -> tuple[str, ...]:
    """The outputs of the course, in the order in which they are made."""
    wanted = reading.material.course.outputs if reading.material else ()
    return (
        *(name for name in wanted if not OUTPUTS[name].lists_others),
        *(name for name in wanted if OUTPUTS[name].lists_others),
    )


def _doing(request: Request, job: Job) -> str:
    """What is done just now, in words."""
    language = studio_of(request).language
    return say(f"commands.doing-{job.step}", language) if job.step else say("studio.doing-begin", language)


# What was found ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """A finding with the address of its question; empty for one that is about no question."""

    told: Told
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Role:
    """What a staff role has to look at."""

    name: str
    """Empty for what is about no question."""
    errors: int
    warnings: int
    items: tuple[Item, ...]
    infos: tuple[Item, ...]


def _roles(reading: Reading, job: Job | None, studio: Studio) -> tuple[Role, ...]:
    owners = {question.slot.name: question.slot.owner for question in reading.questions}

    def owner(found: Diagnostic) -> str:
        return owners.get(reading.slot_of(found), "") or owner_of(found)

    return tuple(
        Role(
            group.owner,
            group.count(Severity.ERROR),
            group.count(Severity.WARNING),
            tuple(_items(group.findings, reading, studio, with_infos=False)),
            tuple(_items(group.findings, reading, studio, with_infos=True)),
        )
        for group in grouped(_findings(reading, job), "", owner)
    )


def _findings(reading: Reading, job: Job | None) -> list[Diagnostic]:
    """What is wrong with the profile as it is now, and what the build of it just found beside that."""
    is_fresh = job is not None and job.work.kind == "build" and job.work.stamp == reading.stamp
    built = job.result.findings if job and is_fresh and job.state == "done" else ()
    now = [found for found in reading.findings if not (job and built and job.work.is_draft and is_gap(found))]
    return list(dict.fromkeys((*now, *built)))


def _items(findings: list[Diagnostic], reading: Reading, studio: Studio, *, with_infos: bool) -> Iterator[Item]:
    for found in findings:
        if (severity_of(found.code) is Severity.INFO) is with_infos:
            yield _item(found, reading, studio)


def _item(found: Diagnostic, reading: Reading, studio: Studio) -> Item:
    told = in_words(found, studio.language)
    name = reading.slot_of(found)
    question = next((each for each in reading.questions if each.slot.name == name), None)
    if question is None:
        return Item(told, "", "")
    query = urlencode({"by": "owner", "group": question.slot.owner})
    return Item(told, question.slot.label, f"/c/{reading.path.stem}?{query}#q-{name}")


def _result_told(job: Job | None, studio: Studio) -> tuple[Told, ...]:
    """What a finished work other than a build found."""
    if job is None or job.state != "done" or job.work.kind == "build":
        return ()
    return tuple(in_words(found, studio.language) for found in by_place(job.result.findings))


def _verdicts(job: Job | None, studio: Studio) -> Iterator[tuple[str, str, str]]:
    """What was found of each file of an archive, in words; what it was made from shares a row where it is whole."""
    if job is None or job.state != "done" or job.work.kind != "verify" or job.result.made is None:
        return
    language = studio.language
    fine = 0
    for file in job.result.made.files:
        is_input = file.name.startswith(INPUTS)
        if is_input and file.wholeness == "whole" and file.origin in ("", "same"):
            fine += 1
            continue
        side = "input" if is_input else "output"
        origin = say(f"commands.{side}-{file.origin}", language) if file.origin else ""
        yield file.name, say(f"commands.whole-{file.wholeness}", language), origin
    if fine:
        yield INPUTS + say("commands.inputs-count", language, count=fine), say("commands.whole-whole", language), ""


# What is begun -------------------------------------------------------------------------------------------------------


def build(request: Request, form: FormData) -> Response:
    """Begin a build."""
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    reading = desk.reading(studio.day())
    known = outputs_of(reading)
    choice = _chosen(form, known)
    wanted = BuildRequest(
        desk.path,
        only=choice.outputs,
        draft=choice.draft,
        force=choice.force,
        options=choice.options,
        public=choice.public,
    )
    made = tuple(name for name in known if not choice.outputs or name in choice.outputs)
    steps = ("read", "layout", *made, "saving")
    return _begun(
        request, Work("build", build_company, (task_of(wanted),), steps, reading.stamp, is_draft=choice.draft)
    )


def archive(request: Request, form: FormData) -> Response:
    """Begin to keep the edition that was built last."""
    return _of_edition(request, "archive")


def verify(request: Request, form: FormData) -> Response:
    """Begin to prove the newest archive."""
    return _of_edition(request, "verify")


def _of_edition(request: Request, kind: Literal["archive", "verify"]) -> Response:
    refuse_roles(request)
    studio, desk = studio_of(request), desk_of(request)
    do = archive_company if kind == "archive" else verify_newest
    steps = () if kind == "archive" else ("checksums", "read", "layout", *OUTPUTS)
    return _begun(request, Work(kind, do, (desk.path,), steps, desk.reading(studio.day()).stamp))


def _begun(request: Request, wanted: Work) -> Response:
    company = desk_of(request).path.stem
    studio_of(request).workshop.begin(company, wanted)  # where one is at hand, that one is shown
    return RedirectResponse(f"/c/{company}/make#work", 303)


def stop(request: Request, form: FormData) -> Response:
    """End the work at hand: what was there before stays."""
    refuse_roles(request)
    company = desk_of(request).path.stem
    studio_of(request).workshop.stop(company)
    return RedirectResponse(f"/c/{company}/make#work", 303)
