"""Observations as JSON lines. Everything that depends on the order of files or lines stands under `locator`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from debadge.model.errors import InputError
from debadge.model.ids import canonical
from debadge.model.observation import Observation, Origin, Subject


class Kept(NamedTuple):
    """An observation, its numbered id, and the file it came from."""

    id: str
    file: str
    seen: Observation


def number(observations: Iterable[tuple[str, Observation]]) -> list[Kept]:
    """Ids for (file, observation); equal observations are told apart by number, in the order of their places."""
    found = sorted(((o.id(), o.origin.locator, file, n, o) for n, (file, o) in enumerate(observations)), key=lambda told: told[:4])
    seen: Counter[str] = Counter()
    kept = []
    for id_, _, file, _, observation in found:
        seen[id_] += 1
        kept.append(Kept(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", file, observation))
    return kept


def lines(kept: Iterable[Kept]) -> Iterator[str]:
    """One JSON line each, in the order of ids."""
    for id_, file, seen in kept:
        place = {"file": file, "at": seen.origin.locator}
        if seen.subject.row is not None:
            place["row"] = seen.subject.row
        yield f'{{"id":"{id_}","locator":{canonical(place)},{canonical(seen.content())[1:]}\n'


def parse(text: Iterable[str], name: str) -> Iterator[Kept]:
    """The observations of a run folder.

    Raises:
        InputError: A line that is not one of ours; names file and line.
    """
    for count, line in enumerate(text, 1):
        try:
            told = json.loads(line)
            yield Kept(told["id"], told["locator"]["file"], _observation(told))
        except (ValueError, KeyError, TypeError) as bad:
            raise InputError(f"{name}:{count}: not an observation of a run folder ({bad}); was the file edited?") from bad


def _observation(told: Mapping[str, Any]) -> Observation:
    place = told["locator"]
    return Observation(subject=Subject(**told["subject"], row=place.get("row")), field=told["field"], value=told["value"],
                       origin=Origin(**told["origin"], locator=place["at"]), raw=told["raw"],
                       collected=datetime.fromisoformat(told["collected"]) if told["collected"] else None)
