"""Whether a regime's clauses and its encoding cover each other: no measure without its words, no word without its fate."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.model.regime import Regime


def parts(regime: Regime) -> tuple[str, ...]:
    """The names by which clauses call what a file encodes: measures, their exceptions, duties."""
    measures = [measure.id for measure in regime.measures]
    ways = [f"{measure.id}/{way.id}" for measure in regime.measures for way in measure.exceptions]
    return (*measures, *ways, *(duty.id for duty in regime.duties))


def wrong_names(regime: Regime) -> Iterator[str]:
    """Clauses, duties and measures that name a part which the file does not have; ids that two parts share."""
    known = parts(regime)
    if len(set(known)) < len(known):
        yield "a measure and a duty share an id, or two exceptions of one measure do"
    for clause in regime.clauses:
        for name in set(clause.encoded) - set(known):
            yield f"clause `{clause.at}` is encoded by `{name}`, which this file does not have"
    measures = {measure.id for measure in regime.measures}
    for duty in regime.duties:
        for name in set(duty.of) - measures:
            yield f"duty `{duty.id}` comes with `{name}`, which is no measure of this file"
    for measure in regime.measures:
        for name in set(measure.beside) - measures:
            yield f"measure `{measure.id}` stands beside `{name}`, which is no measure of this file"


def without_words(regime: Regime) -> Iterator[str]:
    """Parts that no clause speaks of: nobody could check them against the text."""
    told = {name for clause in regime.clauses for name in clause.encoded}
    for name in parts(regime):
        if name not in told:
            yield f"regimes/{regime.id}: no clause says what `{name}` carries out"
