"""Observations as JSON lines. Everything that depends on the order of files or lines stands under `locator`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from json.encoder import encode_basestring as quoted
from typing import Any

from debadge.model.errors import InputError
from debadge.model.observation import Kept, Observation, Origin, Subject, content_id


def number(observations: Iterable[tuple[str, Observation]]) -> list[Kept]:
    """Ids for (file, observation), sorted; equal observations are told apart by number, in the order of their places."""
    alike: dict[str, list[tuple[str, Observation]]] = {}
    for file, seen in observations:
        alike.setdefault(seen.content(), []).append((file, seen))
    kept = []
    for text, several in alike.items():
        id_ = content_id(text)
        if len(several) > 1:
            several.sort(key=lambda told: (told[1].origin.locator, told[0]))
        kept += [Kept(f"{id_}-{n}" if n > 1 else id_, file, seen, text) for n, (file, seen) in enumerate(several, 1)]
    kept.sort(key=lambda told: told[0])
    return kept


def lines(kept: Iterable[Kept]) -> Iterator[str]:
    """One JSON line each, in the order given."""
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
