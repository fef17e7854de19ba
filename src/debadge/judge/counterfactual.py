"""What would have to be different: the smallest sets of facts that change an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from debadge.judge.judge import answer
from debadge.judge.law import Law
from debadge.judge.matter import Matter
from debadge.judge.shared import reads
from debadge.model.days import Window
from debadge.model.regime import Measure, Regime
from debadge.model.situation import Fact, Situation
from debadge.model.words import Outcome

MAX_TRIES = 4000  # pairs of facts; a measure asks at most some fifteen facts with a handful of values each
OTHER_MAKER = "another_maker"
OTHER_PLACE = "XX"  # no country: a place of which the measure does not speak


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
    matter = Matter.of(regime, measure, as_of, law)
    now = answer(matter, situation).outcome
    ways = {name: tuple(_alternatives(name, situation, measure, words)) for name in reads(measure)}
    for size in (1, 2):
        found, tries = [], 0
        for names in combinations([name for name, values in ways.items() if values], size):
            for values in product(*(ways[name] for name in names)):
                tries += 1
                if tries > MAX_TRIES:
                    break
                changed = _with(situation, dict(zip(names, values, strict=True)))
                outcome = answer(matter, changed).outcome
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


_YES_OR_NO = frozenset({"routes_traffic", "on_core_network", "controlled_us_content", "personal_data", "certificate"})


def _alternatives(
    name: str, situation: Situation, measure: Measure, words: Mapping[str, Sequence[Any]]
) -> Iterator[Any]:
    """Values that a fact could have instead; for makers and days those that the measure itself speaks of."""
    now = situation[name].value
    if name in {"act", "actor"} and now is not None:
        return iter(())  # they are the question; another question has another answer
    if name == "brand":
        maker = situation["maker"].value
        own = (maker,) if now is not None and maker is not None else ()  # if it bore its maker's own badge
        return (value for value in own if value != now)
    spoken_of = (True, False) if name in _YES_OR_NO else _spoken_of(name, measure)
    if spoken_of is None:
        several = words.get(name, ())
        spoken_of = several if name in {"act", "controller"} else tuple((word,) for word in several)
    return (value for value in spoken_of if value != now)


def _spoken_of(name: str, measure: Measure) -> Sequence[Any] | None:
    """Values of which the measure itself speaks; None: any word of the vocabulary."""
    test = measure.entity
    match name:
        case "maker" | "entity" | "supplier":
            return (*test.named, OTHER_MAKER)
        case "maker_country":
            return (*test.countries, *test.countries_argued, OTHER_PLACE)
        case "made_in":
            return (*test.made_in, *test.made_outside, OTHER_PLACE)
        case "component" | "jurisdiction":
            return ()
        case "acquired":
            return _around(measure.acquired_after or measure.acquired_until)
        case "authorised":
            return _around(measure.authorised_before)
        case "claims":
            return tuple((str(way.when["claims"]),) for way in measure.exceptions if "claims" in way.when)
        case _:
            return None


def _around(cutoff: date | None) -> tuple[Window, ...]:
    """The day of a cut-off and its neighbours."""
    if cutoff is None:
        return ()
    return tuple(Window(day, day) for day in (cutoff - timedelta(days=1), cutoff, cutoff + timedelta(days=1)))
