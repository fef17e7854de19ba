"""Whether the situations beside a regime would notice a slip: change one word or day, and see if one of them fails.

Operators (issue of the first answer): day +-1, drop role, add role, swap act, drop entity, widen product, flip exception,
drop citation; and beside them: another reading of affiliates, relabels or parts, another term or calendar of a duty. A mutant
that no longer loads is caught. Only what a file itself says is changed.
"""

from __future__ import annotations

import argparse
import copy
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from debadge.flow.world import World
from debadge.knowledge.laws import RegimeLoader
from debadge.knowledge.pack import DATA
from debadge.knowledge.situations import Case, check_case, read_cases
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.days import Window
from debadge.model.errors import KnowledgeError

Mutant = tuple[str, Any]  # (what was changed, the changed file)
DAY_KEYS = (
    "from",
    "until",
    "earliest",
    "latest",
    "announced",
    "acquired_after",
    "acquired_until",
    "authorised_before",
    "published",
)
READINGS = {
    "affiliates": ("any", "control", "silent", "excluded"),
    "relabels": ("included", "excluded", "silent"),
    "components": ("included", "excluded", "silent"),
}
CALENDARS = ("us-federal", "ca-federal", "ca-qc", "uk")


def mutants(value: dict[str, Any], world: World) -> Iterator[Mutant]:
    """Every mutant of one regime file."""
    words = world.vocabulary
    yield from _days(value)
    yield from _terms(value)
    for n, measure in enumerate(value["measures"]):
        roles = measure["binds"]["roles"]
        # a measure that binds any person binds every role: adding one changes nothing that could be noticed
        every = words.ordered["roles"] if "any_person" not in roles else tuple(roles)
        # nor does a role that the vocabulary counts among one that is there already
        every = tuple(role for role in every if role in roles or not set(words.role_kinds.get(role, ())) & set(roles))
        yield from _list(value, ("measures", n, "binds", "roles"), roles, every, "role")
        yield from _swaps(value, ("measures", n, "acts"), measure["acts"], words.ordered["acts"])
        yield from _readings(value, ("measures", n, "entity"), measure, world)
        named = measure["entity"].get("named") or {}
        for party in named:
            yield f"drop entity {measure['id']} {party}", _without(value, ("measures", n, "entity", "named", party))
            if named[party] and named[party].get("products"):
                yield from _widen(
                    value,
                    ("measures", n, "entity", "named", party, "products"),
                    named[party]["products"],
                    words.ordered["products"],
                    world,
                )
        for place, country in enumerate(measure["entity"].get("countries", ())):
            yield (
                f"drop entity {measure['id']} {country}",
                _without(value, ("measures", n, "entity", "countries", place)),
            )
        if measure.get("products"):
            yield from _widen(value, ("measures", n, "products"), measure["products"], words.ordered["products"], world)
        for m, way in enumerate(measure.get("exceptions", ())):
            yield from _flips(value, ("measures", n, "exceptions", m), way)
            yield f"drop citation {way['id']}", _without(value, ("measures", n, "exceptions", m, "source"))
        yield f"drop citation {measure['id']}", _without(value, ("measures", n, "source"))


def _readings(value: Any, path: tuple[Any, ...], measure: dict[str, Any], world: World) -> Iterator[Mutant]:
    entity = measure["entity"]
    of_party = entity.get("of") == "supplier" or {*measure["acts"]} <= world.law.counterparty_acts
    of_makers = entity.get("named") or entity.get("named_of") or entity.get("countries")
    of_goods = of_makers and not of_party  # a rule that asks who sells reads neither badge nor part
    asked = {"affiliates": of_makers, "relabels": of_goods, "components": of_goods}
    for key, words in READINGS.items():
        for word in words:
            if asked[key] and word != entity[key]:
                yield f"read {key} as {word} ({path[1]})", _with(value, (*path, key), word)


def _terms(value: Any) -> Iterator[Mutant]:
    for n, duty in enumerate(value.get("duties", ())):
        for key in ("within", "every"):
            for unit, length in (duty.get(key) or {}).items():
                for step in (-1, 1):
                    yield f"term {step:+d} {duty['id']}", _with(value, ("duties", n, key, unit), length + step)
        for other in CALENDARS if duty.get("calendar") and (duty.get("within") or duty.get("every")) else ():
            if other != duty["calendar"]:
                yield f"calendar {other} {duty['id']}", _with(value, ("duties", n, "calendar"), other)


def _days(value: Any) -> Iterator[Mutant]:
    judged = set(_named_sources([value.get(part) for part in ("measures", "duties", "proceedings")]))
    for at, day in _day_places(value):
        if at[0] == "sources" and at[1] not in judged:
            continue  # of clauses, statements and history alone: told beside the answers, never part of one
        for step in (-1, 1):
            moved = Window.parse(day).earliest + timedelta(days=step)
            yield f"day {step:+d} {'.'.join(map(str, at))}", _with(value, at, moved.isoformat())


def _named_sources(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from [item] if key == "source" else _named_sources(item)
    elif isinstance(value, list):
        for item in value:
            yield from _named_sources(item)


def _day_places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if path and path[0] in {"recheck", "situations", "history"}:
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if key in DAY_KEYS and isinstance(item, str) and not (path[:1] == ("sources",) and not _decides(path)):
                yield (*path, key), item
            else:
                yield from _day_places(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _day_places(item, (*path, n))


def _decides(path: tuple[Any, ...]) -> bool:
    return len(path) == 2  # sources.<key>.published


def _list(value: Any, path: tuple[Any, ...], now: list[str], every: tuple[str, ...], kind: str) -> Iterator[Mutant]:
    for word in now:
        yield f"drop {kind} {word} ({path[1]})", _with(value, path, [w for w in now if w != word])
    for word in every:
        if word not in now:
            yield f"add {kind} {word} ({path[1]})", _with(value, path, [*now, word])


def _swaps(value: Any, path: tuple[Any, ...], now: list[str], every: tuple[str, ...]) -> Iterator[Mutant]:
    others = [word for word in every if word not in now]
    for n, word in enumerate(now):
        for other in others:
            yield f"swap act {word} for {other} ({path[1]})", _with(value, path, [*now[:n], other, *now[n + 1 :]])


def _widen(value: Any, path: tuple[Any, ...], now: list[str], every: tuple[str, ...], world: World) -> Iterator[Mutant]:
    if "any_ict" in now:
        return  # whatever is added is among it already
    for word in every:
        # a word that the vocabulary counts among one that is there already (a router is telecommunications) adds nothing
        if word not in now and not set(world.vocabulary.product_kinds.get(word, ())) & set(now):
            yield f"widen product {word} ({'.'.join(map(str, path[1:-1]))})", _with(value, path, [*now, word])


def _flips(value: Any, path: tuple[Any, ...], way: dict[str, Any]) -> Iterator[Mutant]:
    for fact, wanted in way["if"].items():
        other = (not wanted) if isinstance(wanted, bool) else f"not_{wanted}"
        yield f"flip exception {way['id']}", _with(value, (*path, "if", fact), other)
    yield f"drop exception {way['id']}", _without(value, path)


def _with(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    changed = copy.deepcopy(value)
    here = changed
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = new
    return changed


def _without(value: Any, path: tuple[Any, ...]) -> Any:
    changed = copy.deepcopy(value)
    here = changed
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    return changed


def survives(id_: str, value: Any, cases: list[Case], world: World) -> bool:
    """Whether no situation of the file notices the change."""
    others = {name: regime for name, regime in world.law.regimes.items() if name != id_}
    try:
        regime = RegimeLoader({id_: (f"{id_}.yaml", value)}, world.vocabulary, KnowledgeError, others).load(id_)
    except KnowledgeError:
        return False
    law = replace(world.law, regimes={**world.law.regimes, id_: regime})
    return all(check_case(case, regime, law, world.vocabulary) is None for case in cases)


def prove(path: Path, world: World) -> tuple[int, list[str]]:
    """How many mutants one file has, and those that nobody notices."""
    value = read_yaml(path)
    cases = read_cases(value.pop("situations", None), path.name, world.vocabulary)
    if not cases or not survives(path.stem, value, cases, world):
        raise SystemExit(f"{path.name}: without any change its own situations fail, or there are none")
    every = list(mutants(value, world))
    return len(every), [what for what, changed in every if survives(path.stem, changed, cases, world)]


def main() -> int:
    """Print the score of every regime file and the survivors; 1 below the wanted score."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("regimes", nargs="*", help="ids (default: all)")
    arguments.add_argument("--at-least", type=float, default=97.0, help="percent that has to be caught")
    args = arguments.parse_args()
    world = World.load()
    total, alive = 0, 0
    files = {path.stem: path for path in sorted((DATA / "regimes").rglob("*.yaml"))}
    if unknown := [id_ for id_ in args.regimes if id_ not in files]:
        raise SystemExit(f"there is no regime `{unknown[0]}`; there are {', '.join(files)}")
    for path in (files[id_] for id_ in args.regimes or files):
        count, survivors = prove(path, world)
        total, alive = total + count, alive + len(survivors)
        print(f"{path.stem:34} {count - len(survivors):4} of {count:4} caught")
        for what in survivors:
            print(f"    survives: {what}")
    score = 100 * (total - alive) / total
    print(f"mutation: {total - alive} of {total} caught, {score:.1f} %")
    return 0 if score >= args.at_least else 1


if __name__ == "__main__":
    sys.exit(main())
