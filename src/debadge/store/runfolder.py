"""The files of a run folder, from and to bytes; written so that a kill leaves no run.json beside files of another run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from debadge.model.assessment import Assessment
from debadge.model.errors import InputError, ToldError
from debadge.model.ids import canonical
from debadge.model.situation import Situation, facts_text
from debadge.store.observations import lines
from debadge.store.whole import BYTES_AT_ONCE, write_whole

SCHEMA_VERSION = 1
RUN, OBSERVATIONS, ASSETS, IDENTIFICATIONS, SITUATIONS, FINDINGS, DEADLINES, COVERAGE, REJECTS = (
    "run.json",
    "observations.jsonl",
    "assets.jsonl",
    "identifications.jsonl",
    "situations.jsonl",
    "findings.jsonl",
    "deadlines.jsonl",
    "coverage.json",
    "rejects.jsonl",
)
REPORTS = {"findings.csv": "csv", "report.html": "html"}
_BESIDE = ("lists", "decisions")  # may lie there beforehand (store/lists.py, store/decisions.py)
_OURS = frozenset(
    {RUN, OBSERVATIONS, ASSETS, IDENTIFICATIONS, SITUATIONS, FINDINGS, DEADLINES, COVERAGE, REJECTS, *REPORTS, *_BESIDE}
)  # a run that was interrupted leaves some of them


def records(assessment: Assessment) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Every file of records, piece by piece; the same assessment gives the same bytes."""
    for name, told in _records(assessment):
        yield name, _encoded(told)


def _encoded(told: Iterable[str]) -> Iterator[bytes]:
    """In pieces of about a megabyte: a line of findings may name a hundred thousand things, one of assets names one."""
    batch, size = [], 0
    for line in told:
        batch.append(line)
        size += len(line)
        if size >= BYTES_AT_ONCE:
            yield "".join(batch).encode()
            batch, size = [], 0
    yield "".join(batch).encode()


def _records(assessment: Assessment) -> Iterator[tuple[str, Iterable[str]]]:
    yield OBSERVATIONS, lines(assessment.observations.values())
    yield ASSETS, (f"{asset.text()}\n" for asset in assessment.assets)
    yield IDENTIFICATIONS, (f"{found.text(id_)}\n" for id_, found in sorted(assessment.identifications.items()))
    yield SITUATIONS, (_situations(id_, several) for id_, several in sorted(assessment.situations.items()))
    yield FINDINGS, (_line(group.plain()) for group in assessment.groups)
    yield DEADLINES, (_line(one.plain()) for one in assessment.deadlines)
    yield COVERAGE, [_page(assessment.coverage.plain())]
    yield REJECTS, (_line(reject.plain()) for reject in assessment.rejects)


def _situations(asset: str, several: tuple[Situation, ...]) -> str:
    """The facts that all acts share stand once; what an act adds or changes stands with it."""
    first, *others = several or (Situation(),)
    shared = {
        name: fact for name, fact in first.facts.items() if all(other.facts.get(name) is fact for other in others)
    }
    acts = ",".join(
        facts_text({name: fact for name, fact in one.facts.items() if name not in shared}) for one in several
    )
    return f'{{"acts":[{acts}],"asset":"{asset}","facts":{facts_text(shared)}}}\n'


def run_page(told: Mapping[str, Any]) -> Iterator[bytes]:
    """run.json: arguments, organisation, pack and inputs."""
    return _encoded([_page({"schema_version": SCHEMA_VERSION, **told})])


def _line(value: Mapping[str, Any]) -> str:
    return f"{canonical(value)}\n"


def _page(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def write(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write each file under a draft name and move it into place.

    Raises:
        InputError: The folder cannot be made or written, or holds files that are not a run's.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strangers = sorted(p.name for p in folder.iterdir() if p.name not in _OURS and not _is_draft(p))
        if strangers and not (folder / RUN).exists():
            raise ToldError("error.folder_of_others", folder=folder, name=strangers[0])
        (folder / RUN).unlink(missing_ok=True)  # from here to the end there is no whole run
        for name, content in files:
            write_whole(folder / name, content)
    except OSError as bad:
        raise ToldError("error.folder_unwritable", folder=folder, why=bad.strerror or bad) from bad


def _is_draft(path: Path) -> bool:
    """Whether a kill left it; also the small files that a system keeps in every folder."""
    return path.name.startswith(".")


def read_run(folder: Path) -> dict[str, Any]:
    """run.json of a folder.

    Raises:
        InputError: No run folder, or of a form that this version does not read.
    """
    path = folder / RUN
    if not path.is_file():
        raise ToldError("error.no_run", folder=folder, name=RUN)
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as bad:
        raise ToldError("error.run_unreadable", path=path, why=bad) from bad
    if not isinstance(told, dict) or told.get("schema_version") != SCHEMA_VERSION:
        version = told.get("schema_version") if isinstance(told, dict) else "?"
        raise ToldError("error.run_of_other_form", path=path, version=version, ours=SCHEMA_VERSION)
    return told


def kept_files(folder: Path) -> tuple[str, ...]:
    """The files of a run that hold what it found, sorted; reports are made from them."""
    names = (RUN, OBSERVATIONS, ASSETS, IDENTIFICATIONS, SITUATIONS, FINDINGS, DEADLINES, COVERAGE, REJECTS)
    return tuple(sorted(name for name in names if (folder / name).is_file()))


def read_jsonl(path: Path) -> list[Any]:
    """The lines of one file of a run folder.

    Raises:
        InputError: Not readable; names file and line.
    """
    rows = []
    try:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    rows.append(json.loads(line))
                except ValueError as bad:
                    raise InputError(f"{path}:{number}: not JSON ({bad}); was the run folder edited?") from bad
    except (OSError, UnicodeDecodeError) as bad:
        raise InputError(f"{path}: cannot be read ({bad})") from bad
    return rows
