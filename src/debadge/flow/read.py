"""Evidence files into observations, with an account of every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

from debadge.flow.assess import Evidence
from debadge.flow.remark import unknown_words
from debadge.flow.swept import asked
from debadge.flow.world import World
from debadge.judge.situate import Words
from debadge.knowledge.columns import check_mapping, read_mapping
from debadge.model.coverage import FileCoverage
from debadge.model.errors import ToldError
from debadge.model.ids import digest_bytes
from debadge.model.observation import Observation, Reject
from debadge.report.interface import formats as report_formats
from debadge.sources import discover
from debadge.sources.interface import EvidenceFile, ReadContext
from debadge.sources.limits import MAX_NOTES
from debadge.sources.read import FileReading, read_all, read_file
from debadge.sources.walk import mapping_files
from debadge.text.folding import fold

PERSONAL = "personal_device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a person says about how to read."""

    as_format: str | None = None
    mapping: tuple[str, ...] = ()  # target=column
    mapping_file: str | None = None
    dates: str | None = None  # dmy | mdy | ymd
    standard_input: bytes | None = None  # what `-` among the paths stands for


def read(paths: Sequence[Path], world: World, how: Reading) -> Evidence:
    """Read every evidence file below the paths.

    Raises:
        InputError: A mapping that names nothing, or no path that exists; a file that cannot be read is no exception but counted.
    """
    observations: list[tuple[str, Observation]] = []
    rejects: list[Reject] = []
    files: list[FileCoverage] = []
    personal = 0
    context = _context(paths, world, how)
    _check_some_exist(paths)
    understood: set[tuple[str, str]] = set()
    for told in _readings(paths, context, how.standard_input):
        seen = list(told.observations)
        observations += zip(repeat(told.name), seen, strict=False)
        rejects.extend(told.rejects)
        files.append(_account(told, seen, world.words))
        personal += sum(skip.units for skip in told.skips if skip.reason.endswith(PERSONAL))
        understood |= {(target, fold(heading)) for heading, target in told.understood.items()}
    _check_used(context.mapping, understood)
    return Evidence(observations=observations, rejects=rejects, files=files, personal=personal)


def _check_some_exist(paths: Sequence[Path]) -> None:
    """Where some are missing each is told and counted; where all are, the question itself was mistyped."""
    if not any(path.exists() or str(path) == "-" for path in paths):
        raise ToldError("error.no_path", paths=", ".join(map(str, paths)))


def _check_used(mapping: Mapping[str, str], understood: set[tuple[str, str]]) -> None:
    """A column that no file has was misspelt; where no file was understood at all, each says so itself."""
    for target, heading in mapping.items():
        if understood and (target, fold(heading)) not in understood:
            raise ToldError("error.map_unused", target=target, heading=heading)


def _readings(paths: Sequence[Path], context: ReadContext, standard_input: bytes | None) -> Iterator[FileReading]:
    files = [path for path in paths if str(path) != "-"]
    if len(files) < len(paths):
        content = standard_input or b""
        told = read_file(EvidenceFile(name="standard input", held=content), context)
        yield replace(told, digest=digest_bytes(content), size=len(content))
    yield from read_all(files, context)


def rows_context(world: World, how: Reading, table: str) -> ReadContext:
    """What a person says of one list of rows: purchases or names.

    Raises:
        InputError: A mapping that names nothing.
    """
    columns = world.columns
    given = dict(_pair(text) for text in how.mapping)
    saved = read_mapping(Path(how.mapping_file), columns, table) if how.mapping_file else {}
    mapping = {**saved, **check_mapping(given, columns, "--map", table)}
    return ReadContext(columns=columns, mapping=mapping, dates=how.dates, format=how.as_format)


def _context(paths: Sequence[Path], world: World, how: Reading) -> ReadContext:
    columns = world.columns
    given = dict(_pair(text) for text in how.mapping)
    saved = read_mapping(Path(how.mapping_file), columns) if how.mapping_file else {}
    folders = {path.parent: read_mapping(path, columns) for path in mapping_files(paths)}
    return ReadContext(
        columns=columns,
        mapping={**saved, **check_mapping(given, columns, "--map")},
        folder_mappings=folders,
        dates=how.dates,
        format=how.as_format,
    )


def _pair(text: str) -> tuple[str, str]:
    target, equals, column = text.partition("=")
    if not equals or not target.strip() or not column.strip():
        raise ToldError("error.map_malformed", text=text)
    return target.strip(), column.strip()


def _account(told: FileReading, seen: Sequence[Observation], words: Words) -> FileCoverage:
    notes = [*told.notes, *unknown_words(seen, told.understood, words)]
    last = max({o.collected for o in seen if o.collected}, default=None)
    swept = tuple(span for sweep in told.sweeps for span in asked(sweep))
    return FileCoverage(
        name=told.name,
        format=told.format,
        digest=told.digest or "",
        observations=len(seen),
        records=told.accepted,
        rejected=told.rejected,
        skipped=Counter(skip.reason for skip in told.skips),
        secret_columns=tuple(sorted({*told.dropped, *told.cut})),
        unread_columns=told.left_over,
        record_kind=told.record_kind,
        swept=swept,
        method=told.sweeps[0].tool.split()[0] if told.sweeps else None,
        last=last.date().isoformat() if last else None,
        error=told.error,
        same_as=told.same_as,
        notes=tuple(note.plain() for note in notes[:MAX_NOTES]),
        more_notes=told.more_notes + max(len(notes) - MAX_NOTES, 0),
    )


def formats() -> dict[str, list[tuple[str, str]]]:
    """What check reads and writes: (name, id of the sentence about it)."""
    modules = [discover.importer(name) for name in discover.formats()]
    return {
        "reads": [(module.NAME, module.DESCRIPTION) for module in modules],
        "writes": [(name, f"format.{name}") for name in report_formats()],
    }
