"""What would have to be different: the smallest sets of facts that change an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from debadge.judge.judge import judge_one
from debadge.judge.law import Law
from debadge.judge.shared import reads
from debadge.model.days import Window
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Fact, Situation
from debadge.model.words import Outcome

MAX_TRIES = 4000  # pairs of facts; a measure asks at most some fifteen facts with a handful of values each
OTHER_MAKER = "another_maker"


@dataclass(frozen=True, slots=True)
class Change:
    """Facts that would have to be different, and the outcome then."""

    facts: tuple[tuple[str, Any], ...]  # (name, new value)
    outcome: Outcome


def smallest_changes(
    situation: Situation, regime: Regime, measure: Measure, *, as_of: date, law: Law, words: Mapping[str, Sequence[Any]]
) -> tuple[Change, ...]:
    """Every smallest set of facts whose change gives another outcome; single facts first, then pairs.

    Args:
        situation: One subject and one act.
        regime: The legal scheme.
        measure: The one of its measures that is asked.
        as_of: The day judged.
        law: Who is who and who owns whom.
        words: fact -> the values it may have, from the vocabulary.
    """
    now = judge_one(regime, measure, situation, as_of, law).outcome
    ways = {name: tuple(_alternatives(name, situation, measure, words)) for name in reads(measure)}
    for size in (1, 2):
        found, tries = [], 0
        for names in combinations([name for name, values in ways.items() if values], size):
            for values in product(*(ways[name] for name in names)):
                tries += 1
                if tries > MAX_TRIES:
                    break
                changed = _with(situation, dict(zip(names, values, strict=True)))
                outcome = judge_one(regime, measure, changed, as_of, law).outcome
                if outcome is not now:
                    found.append(Change(tuple(zip(names, values, strict=True)), outcome))
        if found:
            return tuple(found)
    return ()


def _with(situation: Situation, new: Mapping[str, Any]) -> Situation:
    facts = {**situation.facts, **{name: Fact(value=value) for name, value in new.items()}}
    if "maker" in new and "maker_country" not in new:
        facts.pop("maker_country", None)  # it was the country of the other maker
    return replace(situation, facts=facts)


def _alternatives(
    name: str, situation: Situation, measure: Measure, words: Mapping[str, Sequence[Any]]
) -> Iterator[Any]:
    """Values that a fact could have instead; for makers and days those that the measure itself speaks of."""
    now = situation[name].value
    match name:
        case "maker" | "entity":
            candidates: Sequence[Any] = (*measure.entity.named, OTHER_MAKER)
        case "maker_country":
            candidates = (*measure.entity.countries, "XX")
        case "brand":
            maker = situation["maker"].value
            candidates = (maker,) if now is not None and maker is not None else ()  # if it bore its maker's own badge
        case "component" | "jurisdiction":
            candidates = ()
        case "act" | "actor" if now is not None:
            candidates = ()  # they are the question; another question has another answer
        case "acquired" | "authorised":
            cutoff = (
                measure.authorised_before if name == "authorised" else measure.acquired_after or measure.acquired_until
            )
            candidates = (
                ()
                if cutoff is None
                else tuple(Window(d, d) for d in (cutoff - timedelta(days=1), cutoff, cutoff + timedelta(days=1)))
            )
        case "routes_traffic" | "on_core_network" | "controlled_us_content":
            candidates = (True, False)
        case "claims":
            candidates = tuple((str(way.when["claims"]),) for way in measure.exceptions if "claims" in way.when)
        case "act" | "controller":
            candidates = words.get(name, ())
        case _:
            candidates = tuple((word,) for word in words.get(name, ()))
    return (value for value in candidates if value != now)
