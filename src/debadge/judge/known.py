"""Judging with hindsight cut off: only what had been published by a day.

What is left out: measures, listings, exceptions, suspensions, ends, proceedings, statements, published reasons, ties
between parties, suppliers of badges and the model rules of badges. What stays: who somebody is (a name, the country of a
legal person, the maker behind it) and how a text is read (signals, prefixes, model grammars). Their sources say where we
read it; they bear no day from which it was so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from debadge.judge.law import Law
from debadge.model.party import Badge, Party
from debadge.model.regime import InForce, Listing, Measure, Proceeding, Regime
from debadge.model.signal import Signal
from debadge.model.source import Source


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that was not public by the day, or whose source bears no date."""

    fact: str
    dated: bool


def known_by(regimes: Sequence[Regime], law: Law, day: date) -> tuple[tuple[Regime, ...], Law, tuple[LeftOut, ...]]:
    """The same knowledge without facts whose source was published later, or bears no date; these are returned.

    A regime of which no measure was public is no regime yet. The law keeps all of its regimes that were public, also where
    ``regimes`` are some of them; what is left out is told of ``regimes`` alone.
    """
    cut = _Cut(day)
    kept = tuple(cut.regime(regime) for regime in regimes)
    parties = {name: cut.party(party) for name, party in law.parties.items()}
    negatives = tuple(one for one in law.negatives if cut.is_public(one.source))  # they decide nothing
    badges = {name: cut.badge(badge) for name, badge in law.badges.items()}
    others = _Cut(day)
    public = {id_: one for id_, one in ((r.id, others.regime(r)) for r in law.regimes.values()) if one.measures}
    law = replace(law, regimes=public, parties=parties, badges=badges, negatives=negatives)
    return tuple(regime for regime in kept if regime.measures), law, tuple(dict.fromkeys(cut.left))


class _Cut:
    """Takes facts apart at a day, and notes what it leaves out."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.left: list[LeftOut] = []

    def is_public(self, source: Source | None) -> bool:
        """A fact without a source of its own stands and falls with what it is part of."""
        return source is None or (source.published is not None and source.published <= self.day)

    def keeps(self, source: Source | None, fact: str) -> bool:
        if self.is_public(source):
            return True
        self.left.append(LeftOut(fact, source is not None and source.published is not None))
        return False

    def regime(self, regime: Regime) -> Regime:
        name = regime.id
        measures = tuple(self._measure(m) for m in regime.measures if self.keeps(m.source, f"{name}/{m.id}"))
        cases = tuple(self._case(c, name) for c in regime.proceedings if self.keeps(c.source, f"{name}: {c.forum}"))
        statements = tuple(s for s in regime.statements if self.keeps(s[2], f"{name}: {s[0]}"))
        return replace(
            regime,
            measures=measures,
            proceedings=cases,
            statements=statements,
            clauses=tuple(c for c in regime.clauses if self.keeps(c.source, f"{name}: {c.at}")),
            duties=tuple(d for d in regime.duties if self.keeps(d.source, f"{name}/{d.id}")),
            history=tuple(e for e in regime.history if self.keeps(e.source, f"{name}: {e.day}")),
            published_reasons=regime.published_reasons and self.keeps(regime.reasons_source, f"{name}: reasons"),
            sources={key: source for key, source in regime.sources.items() if self.is_public(source)},
        )

    def _measure(self, measure: Measure) -> Measure:
        name = f"{measure.regime}/{measure.id}"
        named = {
            party: self._listing(listing, name)
            for party, listing in measure.entity.named.items()
            if self.keeps(listing.source, f"{name}: {party}")
        }
        exceptions = tuple(e for e in measure.exceptions if self.keeps(e.source, f"{name}: {e.id}"))
        entity = replace(measure.entity, named=named)
        return replace(measure, entity=entity, exceptions=exceptions, in_force=self._in_force(measure.in_force, name))

    def _listing(self, listing: Listing, name: str) -> Listing:
        if self.keeps(listing.until_source, f"{name}: {listing.party}, until"):
            return listing
        return replace(listing, until=None, until_source=None)

    def _in_force(self, days: InForce, name: str) -> InForce:
        stops = tuple(s for s in days.suspensions if self.keeps(s.source, f"{name}: {s.start}"))
        days = replace(days, suspensions=stops)
        if self.keeps(days.until_source, f"{name}, until"):
            return days
        return replace(days, until=None, until_source=None)

    def _case(self, case: Proceeding, name: str) -> Proceeding:
        """A case whose end was not public was open."""
        if self.keeps(case.until_source, f"{name}: {case.forum}, until"):
            return case
        return replace(case, until=None, status="open", until_source=None)

    def party(self, party: Party) -> Party:
        """A party with the ties, shares and supplies that had been told by the day."""
        ties = [tie for tie in party.ties if self.keeps(tie.source, f"{party.id} < {tie.owner}")]
        return replace(
            party,
            ties=tuple(
                tie
                if self.keeps(tie.share_source, f"{party.id} < {tie.owner}: share")
                else replace(tie, share=None, at_least=None, at_most=None, share_as_of=None, share_source=None)
                for tie in ties
            ),
            supplies=tuple(s for s in party.supplies if self.keeps(s.source, f"{party.id} < {s.maker}")),
        )

    def badge(self, badge: Badge) -> Badge:
        """Without a supplier, the model numbers that point to it say nothing either."""
        edges = tuple(e for e in badge.edges if self.keeps(e.source, f"{badge.id} < {e.maker}"))
        makers = {None, *(edge.maker for edge in edges)}
        told = (line for line in badge.lines if self._keeps_line(line, badge.id))
        return replace(badge, edges=edges, lines=tuple(line for line in told if line.says.get("maker") in makers))

    def _keeps_line(self, line: Signal, badge: str) -> bool:
        published = line.cited.published
        if published is not None and published <= self.day.isoformat():
            return True
        self.left.append(LeftOut(f"{badge}: {line.id}", published is not None))
        return False
