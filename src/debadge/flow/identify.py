"""`debadge identify`: one answer per subject of a file of observations, in input order; nothing is joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from debadge.correlate.derive import derive
from debadge.flow.world import World
from debadge.identify.channels import group_of
from debadge.model.errors import FileError, InputError
from debadge.model.observation import Kept, Reject, keep
from debadge.sources.interface import EvidenceFile, ReadContext
from debadge.sources.read import read_file


@dataclass(slots=True)
class Identified:
    """The subjects of a file and what each is; rows are worked out as they are asked for."""

    groups: list[list[Kept]]
    world: World
    rejects: list[Reject] = field(default_factory=list)
    unlisted: int = 0  # observations of fields that say nothing about a maker; kept and matched by nothing

    @property
    def subjects(self) -> int:
        """How many answers there are."""
        return len(self.groups)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The answers in the order in which their subjects first stand in the file (DESIGN.md section 5)."""
        for several in self.groups:
            found = self.world.identifier.identify("", [(kept.id, kept.seen) for kept in (*several, *derive(several))])
            yield {"subject": several[0].seen.subject.plain(), **found.plain()}


def identify(source: Path | BinaryIO, world: World) -> Identified:
    """Read observations and group them by ``subject.ref``; a subject without one by all its keys.

    Raises:
        InputError: There is no such file.
        FileError: It cannot be read as observations; ``given`` has its place.
    """
    file = (
        EvidenceFile(name=source.name, path=source)
        if isinstance(source, Path)
        else EvidenceFile(name="standard input", held=source.read())
    )
    if isinstance(source, Path) and not source.is_file():
        raise InputError(f"{source}: no such file")
    told = read_file(file, ReadContext(columns=world.columns, format="observations"))
    if told.error:
        raise FileError(told.error.reason, place=file.name, **told.error.given)
    groups: dict[object, list[Kept]] = {}
    unlisted = 0
    for seen in told.observations:
        groups.setdefault(seen.subject.ref or seen.subject, []).append(keep(file.name, seen))
        unlisted += group_of(seen.field) is None
    return Identified(list(groups.values()), world, list(told.rejects), unlisted)
