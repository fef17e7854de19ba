"""Observations as JSON lines. Everything that depends on the order of files or lines stands under `locator`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from json.encoder import encode_basestring as quoted
from operator import itemgetter
from typing import Any

from debadge.model.errors import InputError
from debadge.model.observation import Kept, Observation, Origin, Subject


def number(observations: Iterable[Kept]) -> list[Kept]:
    """Sorted by id; equal observations are told apart by number, in the order of their places."""
    kept = sorted(observations, key=itemgetter(0))
    start = 0
    for here, after in enumerate(kept[1:], 1):
        if after.id != kept[start].id:
            start = here
        elif here + 1 == len(kept) or kept[here + 1].id != after.id:
            kept[start : here + 1] = _numbered(kept[start : here + 1])
    return kept


def _numbered(alike: Iterable[Kept]) -> list[Kept]:
    by_place = sorted(alike, key=lambda told: (told.seen.origin.locator, told.file))
    return [told if n == 1 else told._replace(id=f"{told.id}-{n}") for n, told in enumerate(by_place, 1)]


def lines(kept: Iterable[Kept]) -> Iterator[str]:
    """One JSON line for each, in the order given."""
    for id_, file, seen, text in kept:
        row = "" if seen.subject.row is None else f',"row":{quoted(seen.subject.row)}'
        yield f'{{"id":"{id_}","locator":{{"at":{quoted(seen.origin.locator)},"file":{quoted(file)}{row}}},{text[1:]}\n'


def parse(text: Iterable[str], name: str) -> Iterator[tuple[str, Observation]]:
    """(file, observation) of a run folder.

    Raises:
        InputError: A line that is not one of ours; names file and line.
    """
    for count, line in enumerate(text, 1):
        try:
            told = json.loads(line)
            yield told["locator"]["file"], _observation(told)
        except (ValueError, KeyError, TypeError) as bad:
            raise InputError(
                f"{name}:{count}: not an observation of a run folder ({bad}); was the file edited?"
            ) from bad


def _observation(told: Mapping[str, Any]) -> Observation:
    place = told["locator"]
    return Observation(
        subject=Subject(**told["subject"], row=place.get("row")),
        field=told["field"],
        value=told["value"],
        origin=Origin(**told["origin"], locator=place["at"]),
        raw=told["raw"],
        collected=datetime.fromisoformat(told["collected"]) if told["collected"] else None,
    )
