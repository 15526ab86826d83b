"""Whether a build would make again what an earlier one left: found out from build.json, without any of the stages.

The record keeps, by key, what each request found and made; a key stands for everything that decides the outputs. What
lies in a folder is thus known to be what a build would make, or it is built. Profiles that lie beside a company's own
are no inputs: they decide no byte, and `check` looks at them anew each time.
"""

import ctypes
import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from deckgen import __version__
from deckgen.diagnostics import Diagnostic, Report, Stop, shown
from deckgen.messages import to_json
from deckgen.pipeline.archived import archive_path, tell_archived
from deckgen.pipeline.editions import recorded_prefix
from deckgen.pipeline.making import is_current, is_of, source_digest, tools
from deckgen.pipeline.outputs_now import own_name
from deckgen.pipeline.placing import digest_file, is_settled
from deckgen.pipeline.recorded import Kept, RecordedOutput, finding_of, known_record, pages_of
from deckgen.pipeline.request import Built, Remembered, Request, Written
from deckgen.pipeline.workspace import find_workspace
from deckgen.writers import OUTPUTS

Plain = dict[str, Any]
_SYSTEM_PARTS = (
    (("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"), "pango_version", ctypes.c_int),
    (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string", ctypes.c_char_p),
)
"""Files of a library, the function that tells its version, and what that function returns."""


OF_ONE_BUILD = frozenset({
    "output-edited", "output-kept", "output-left", "output-other-system", "record-set-aside", "engine-missing",
})  # fmt: skip
"""What is found of a folder or a computer, not of the material; it is found anew, as the output is not relied on."""


class _Unknown(Exception):
    """It cannot be established that nothing changed."""


def unchanged(request: Request, report: Report) -> Built | None:
    """What an earlier build left, with its findings in the report; None where there is anything to build."""
    if request.force:
        return None
    try:
        out = request.out or find_workspace(request.profile.parent, Report()).output
        folder = request.folder(out)
        if not is_settled(folder):
            return None
        record = known_record(folder)
        if record is None:
            return None
        kept = record["kept"][key_of(request, _inputs_now(request, record["inputs"]))]
        if kept["profile"] != shown(request.profile):
            return None  # the places in its findings were written for another working folder
        edition = recorded_prefix(record)
        wanted = request.only or kept["default"]
        asked_for = [kept["outputs"][name] for name in request.only]
        if any(known and not known["files"] for known in asked_for):
            return None  # what is asked for by name, and cannot be made, is an error
        files, findings = _as_made(folder, kept, record["outputs"], wanted)
    except (_Unknown, Stop, OSError, ValueError, KeyError):
        return None
    report.extend(findings)
    asked = (each for each in record["outputs"] if each["output"] in wanted)
    ours = (each for each in asked if is_of(each, edition, draft=request.draft, public=request.public))
    tell_left(folder, ours, report)
    if not request.draft:
        known = {output["name"]: output["sha256"] for output in record["outputs"]}
        path = archive_path(out, record["company"], edition)
        names = [own_name(file.path.name) for file in files]
        tell_archived(path, {name: known[name] for name in names}, report)
    return Built(folder, files, engine_missing=False, is_unchanged=True)


def tell_left(folder: Path, outputs: Iterable[Mapping[str, Any]], report: Report) -> None:
    """Warn of those that lie in the folder though a later build, with other options, made others in their place."""
    left = [each["name"] for each in outputs if not is_current(each) and own_name(each["name"]) == each["name"]]
    if names := sorted(name for name in left if (folder / name).exists()):
        report.add("output-left", None, folder=shown(folder), names=", ".join(names))


def key_of(request: Request, inputs: Mapping[str, str]) -> str:
    """A checksum over all that decides what a request makes and says, but for the names of outputs it asks for."""
    asked = {
        "from": source_digest(__version__, tools(), inputs),
        "code": own_code(),
        "system": _system_parts(),
        "epoch": os.environ.get("SOURCE_DATE_EPOCH", ""),
        "theme": request.theme,
        "draft": request.draft,
        "public": request.public,
        "as_of": str(request.as_of),
        "choice": asdict(request.choice),
        "options": asdict(request.options),
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def kept_after(
    folder: Path,
    request: Request,
    inputs: Mapping[str, str],
    default: Iterable[str],
    made: Mapping[str, Remembered | None],
    changed: Collection[str],
    report: Report,
) -> Plain:
    """What the record keeps of requests after this build: by key, what they found and made.

    `made` has an entry for each output that was asked for and made; None where its files are not to be relied on.
    `changed` are the names of files that had other bytes before: what was known of them is dropped.
    Requests of other inputs are dropped: their outputs are not what a build would make now.
    """
    source = source_digest(__version__, tools(), inputs)
    key = key_of(request, inputs)
    earlier = {name: kept for name, kept in _kept(folder).items() if kept.get("from") == source}
    for kept in earlier.values():  # what lists the files would list others now
        kept["outputs"] = {
            name: output
            for name, output in kept["outputs"].items()
            if not OUTPUTS[name].lists_others and output and not set(changed).intersection(output["files"])
        }
    own = {finding for output in made.values() if output for finding in output.findings}
    entry = {
        "from": source,
        "profile": shown(request.profile),
        "default": list(default),
        "findings": [to_json(found, "ja") for found in report if found not in own and found.code not in OF_ONE_BUILD],
        "outputs": earlier.get(key, {}).get("outputs", {}) | {name: _plain(output) for name, output in made.items()},
    }
    return {**earlier, key: entry}


def _plain(output: Remembered | None) -> Plain | None:
    if output is None:
        return None
    return {"files": list(output.files), "findings": [to_json(found, "ja") for found in output.findings]}


def _kept(folder: Path) -> dict[str, Plain]:
    record = known_record(folder)
    kept: Mapping[str, Any] = record.get("kept", {}) if record else {}
    return {key: dict(entry) for key, entry in kept.items()}


def _inputs_now(request: Request, recorded: Mapping[str, str]) -> dict[str, str]:
    """SHA-256 of each recorded input as it is now. Raises _Unknown where one is missing, or a theme has other files."""
    workspace = find_workspace(request.profile.parent, Report())
    company = request.profile.resolve().parent
    theme = Path(request.theme or "").resolve().parent
    paths: dict[str, Path] = {}
    for name in recorded:
        first, _, rest = name.partition("/")
        path = workspace.place_of(name)
        if not path.is_file() and first in ("company", "theme"):
            path = (company if first == "company" else theme) / rest
        paths[name] = path
    if not any(os.path.samefile(path, request.profile) for path in paths.values()):  # noqa: PTH121
        raise _Unknown
    _same_theme_files(paths.values())
    return {name: digest_now(path) for name, path in paths.items()}


def _same_theme_files(paths: Iterable[Path]) -> None:
    """Every file of a theme's folder is an input, so a new one is a change."""
    known = {str(path) for path in paths}
    for folder in (Path(path).parent for path in known if Path(path).name == "theme.yaml"):
        if not known.issuperset(_files_below(folder)):
            raise _Unknown


def _files_below(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (os.path.join(place, name) for name in names)  # noqa: PTH118 - thousands of them


def _as_made(
    folder: Path, kept: Kept, outputs: Iterable[RecordedOutput], wanted: Iterable[str]
) -> tuple[tuple[Written, ...], list[Diagnostic]]:
    """The files of the wanted outputs and all that was found. Raises _Unknown where one is not as it was made."""
    recorded = {output["name"]: output for output in outputs}
    findings = list(map(finding_of, kept["findings"]))
    files: list[Written] = []
    for name in sorted(wanted, key=lambda name: OUTPUTS[name].lists_others):
        known = kept["outputs"][name]
        if known is None:
            raise _Unknown
        findings += map(finding_of, known["findings"])
        files += (_written(folder, recorded[file]) for file in known["files"])
        findings += (_pending(folder, recorded, file) for file in known["files"] if own_name(file) != file)
    return tuple(files), findings


def _pending(folder: Path, recorded: Mapping[str, RecordedOutput], file: str) -> Diagnostic:
    """What is told of a file beside one that somebody edited. Raises _Unknown where that is not as it was then."""
    edited = recorded[own_name(file)]
    if not edited.get("edited") or digest_now(folder / edited["name"]) != edited["sha256"]:
        raise _Unknown
    return Diagnostic("output-edited", None, (("name", edited["name"]), ("kept", file)))


def _written(folder: Path, output: RecordedOutput) -> Written:
    listed = {output["name"]: output["sha256"], **output["made"].get("lists", {})}
    if not is_current(output) or any(digest_now(folder / name) != known for name, known in listed.items()):
        raise _Unknown
    unit, pages = pages_of(output)
    return Written(folder / output["name"], output["output"], unit, pages)


def digest_now(path: Path) -> str:
    """SHA-256 of a file; one that is as it was when this process read it is not read again."""
    known = path.stat()
    return _digest(path, known.st_mtime_ns, known.st_size, known.st_ino)


@lru_cache(maxsize=10_000)
def _digest(path: Path, changed: int, size: int, inode: int) -> str:
    return digest_file(path)


@cache
def own_code() -> str:
    """A checksum over deckgen's own sources: its version alone does not tell one state of a checkout from another."""
    root = Path(__file__).parents[1]
    whole = hashlib.sha256()
    for path in sorted(_files_below(root)):
        if path.endswith(".py"):
            whole.update(Path(path).relative_to(root).as_posix().encode() + b"\0" + Path(path).read_bytes())
    return whole.hexdigest()


@cache
def _system_parts() -> tuple[str, ...]:
    """Versions of the system's libraries that shape the PDFs, where they have the names they commonly have."""
    return tuple(_version_of(names, function, kind) for names, function, kind in _SYSTEM_PARTS)


def _version_of(names: Iterable[str], function: str, kind: type) -> str:
    for name in names:
        with suppress(OSError, AttributeError):
            tell = getattr(ctypes.CDLL(name), function)
            tell.restype = kind
            return str(tell())
    return ""
