"""The set that was written by hand: JSON lines with a name, whom it means, and what would be right to answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from debadge.model.party import Party
from tools.accuracy.names.query import ORIGINS, PACK, SCRIPTS, WANTED, Query, Ref
from tools.accuracy.names.register import Register, key

FOLDER = Path(__file__).parent
FILES = tuple(sorted(FOLDER.glob("hand-*.jsonl")))
KEYS = {"query", "country", "entity", "list_name", "kind", "script", "origin", "want", "note"}


def lines() -> Iterator[tuple[str, dict[str, Any]]]:
    """(place, line) of every file."""
    for path in FILES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", json.loads(line)


def mistake(told: Mapping[str, Any], parties: Mapping[str, Party]) -> str | None:
    """What is wrong with a line; None if nothing is."""
    wrong = [
        (set(told) - KEYS, "an unknown key"),
        (told.get("want") not in WANTED, "`want`"),
        (told.get("origin") not in ORIGINS, "`origin`"),
        (told.get("script") not in SCRIPTS, "`script`"),
        (told.get("entity") is not None and told["entity"] not in parties, "no such party"),
        (not told.get("query") or not told.get("kind"), "`query` or `kind` is missing"),
        (
            told.get("want") in {"match", "affiliate", "cannot_tell"}
            and not (told.get("entity") or told.get("list_name")),
            "nobody is named",
        ),
        (told.get("want") in {"no_match", "refused"} and told.get("list_name"), "a negative names a row"),
    ]
    return next((what for is_wrong, what in wrong if is_wrong), None)


def queries(register: Register, parties: Mapping[str, Party]) -> Iterator[Query]:
    """The lines as queries; those about a row of a list that is not here are left out."""
    for place, told in lines():
        if wrong := mistake(told, parties):
            raise ValueError(f"{place}: {wrong}; see hand.py for what a line holds")
        refs = _refs(told, register, parties)
        if told["want"] in {"no_match", "refused"}:
            refs = set()
        elif not refs:
            continue
        yield Query(
            text=told["query"],
            want=told["want"],
            kind=told["kind"],
            origin=told["origin"],
            script=told["script"],
            country=told.get("country"),
            refs=frozenset(refs),
            names=register.keys(refs),
        )


def _refs(told: Mapping[str, Any], register: Register, parties: Mapping[str, Party]) -> set[Ref]:
    if told.get("list_name"):
        return register.named(told["list_name"])
    if not told.get("entity"):
        return set()
    refs = register.same_party((PACK, told["entity"]))
    if told["want"] in {"affiliate", "cannot_tell"}:
        refs |= {(PACK, owner) for owner in owners(told["entity"], parties)}
    return refs


def owners(party: str, parties: Mapping[str, Party]) -> set[str]:
    """Who stands over a party by its ties, as far up as they go."""
    found: set[str] = set()
    waiting = [party]
    while waiting:
        above = {tie.owner for tie in parties[waiting.pop()].ties if tie.owner in parties}
        waiting += sorted(above - found)
        found |= above
    return found


def keys_twice() -> list[str]:
    """Queries that stand in the files more than once with the same country."""
    seen: set[tuple[str, str | None]] = set()
    twice = []
    for place, told in lines():
        name = (key(told["query"]) + told["query"], told.get("country"))
        twice += [f"{place}: {told['query']}"] if name in seen else []
        seen.add(name)
    return twice
