"""The fixed point of shares against an obvious slow reference, and what must hold of any holdings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.bench.holdings import SHAPES

from debadge.model.party import UNKNOWN_HOLDER, Tie
from debadge.model.regime import Affiliates
from debadge.model.source import Source
from debadge.parties.graph import Graph
from debadge.parties.shares import Holdings, Threshold

DAY = date(2026, 1, 1)
NAMED = frozenset("AB")
PARTIES = "ABCDEFGH"
SOURCE = Source(key="s", title="synthetic", url=None, published=None, read=DAY, grade="primary")
REACHES = (Affiliates(kind="share", share=50), Affiliates(kind="share", share=10, strictly_over=True))


@st.composite
def holdings(draw: st.DrawFn) -> list[Tie]:
    """Ties among eight parties; known stakes in one party stay within 100 percent."""
    ties: list[Tie] = []
    room = dict.fromkeys(PARTIES, 100)
    for _ in range(draw(st.integers(0, 14))):
        owned = draw(st.sampled_from(PARTIES))
        share = draw(st.one_of(st.none(), st.sampled_from((5, 10, 11, 25, 30, 49, 50, 60))))
        if share is not None and share > room[owned]:
            continue
        tie = Tie(
            owner=draw(st.sampled_from((*PARTIES, UNKNOWN_HOLDER))),
            owned=owned,
            relation=draw(st.sampled_from(("affiliate", "affiliate", "subsidiary", "controlled"))),
            share=share,
            start=None,
            until=None,
            verified=draw(st.booleans()),
            share_verified=draw(st.booleans()),
            source=SOURCE,
        )
        room[owned] -= int(tie.bounds()[0])
        ties.append(tie)
    return ties


def stake(owner: str, owned: str, share: float | None) -> Tie:
    return Tie(
        owner=owner,
        owned=owned,
        relation="affiliate",
        share=share,
        start=None,
        until=None,
        verified=True,
        share_verified=True,
        source=SOURCE,
    )


def slow(ties: Sequence[Tie], reach: Affiliates, *, sure: bool) -> set[str]:
    """Who is reached, by asking everybody again until nobody is added; for each the sum anew, nothing remembered."""
    members, reached = set(NAMED), set[str]()
    while True:
        more = {party for party in PARTIES if enough([t for t in ties if t.owned == party], members, reach, sure=sure)}
        if more <= reached:
            return reached
        reached |= more
        members |= more


def enough(ties: Sequence[Tie], members: set[str], reach: Affiliates, *, sure: bool) -> bool:
    inside = [t for t in ties if t.owner in members]
    controlling = [t for t in inside if t.relation != "affiliate" and (t.verified or not sure)]
    if not inside or (reach.strictly_over and controlling):
        return bool(inside)
    outside = sum(t.bounds()[0] for t in ties if t.owner not in members and t.owner != UNKNOWN_HOLDER)
    loose = [t for t in ties if t.owner == UNKNOWN_HOLDER]
    low = sum(t.bounds()[0] for t in inside)
    high = min(sum(t.bounds()[1] for t in (*inside, *loose)), 100 - outside)
    total = low if sure else max(low, high)
    assert reach.share is not None
    return total > reach.share if reach.strictly_over else total >= reach.share


@given(holdings(), st.sampled_from(REACHES))
def test_agrees_with_the_slow_reference(ties: list[Tie], reach: Affiliates) -> None:
    reached = Graph(ties).reached(NAMED, DAY, reach)
    assert reached.surely.reached == slow(ties, reach, sure=True)
    assert reached.possibly.reached == slow(ties, reach, sure=False)


@given(holdings(), st.sampled_from(("any", "control", "silent", "excluded", "share")))
def test_everybody_at_once_and_one_at_a_time_have_the_same_answers(ties: list[Tie], kind: str) -> None:
    reach = Affiliates(kind=kind, share=50 if kind == "share" else None)
    graph = Graph(ties)
    reached = graph.reached(NAMED, DAY, reach)
    others = [party for party in PARTIES if party not in NAMED]
    assert {p: reached.answer(p) for p in others} == {p: graph.standing(p, NAMED, DAY, reach).answer for p in others}


@given(holdings(), st.sampled_from(REACHES), st.randoms(use_true_random=False))
def test_order_of_ties_does_not_matter(ties: list[Tie], reach: Affiliates, shuffled: random.Random) -> None:
    mixed = shuffled.sample(ties, len(ties))
    asked = [[g.standings(party, NAMED, DAY, reach) for party in PARTIES] for g in (Graph(ties), Graph(mixed))]
    assert [[(s.answer, s.named, s.behind, s.surely, s.possibly) for s in one] for one in asked[0]] == [
        [(s.answer, s.named, s.behind, s.surely, s.possibly) for s in one] for one in asked[1]
    ]


@given(holdings(), st.sampled_from(REACHES))
def test_sure_is_possible_and_bounds_are_in_order(ties: list[Tie], reach: Affiliates) -> None:
    reached = Graph(ties).reached(NAMED, DAY, reach)
    assert reached.surely.reached <= reached.possibly.reached
    assert all(0 <= low <= high <= 100 for low, high in map(reached.bounds, PARTIES))


@given(holdings(), st.sampled_from(REACHES), st.sampled_from(PARTIES[2:]), st.sampled_from((None, 5.0, 50.0)))
def test_one_more_stake_of_a_named_party_takes_nobody_out(
    ties: list[Tie], reach: Affiliates, owned: str, share: float | None
) -> None:
    before = Graph(ties).reached(NAMED, DAY, reach)
    after = Graph([*ties, stake("A", owned, share)]).reached(NAMED, DAY, reach)
    assert before.surely.reached <= after.surely.reached
    assert before.possibly.reached <= after.possibly.reached


@given(holdings(), st.sampled_from(REACHES), st.sampled_from(PARTIES))
def test_stake_of_a_stranger_takes_nobody_out_who_is_surely_in(ties: list[Tie], reach: Affiliates, owned: str) -> None:
    before = Graph(ties).reached(NAMED, DAY, reach)
    after = Graph([*ties, stake("stranger", owned, 30.0)]).reached(NAMED, DAY, reach)
    assert before.surely.reached == after.surely.reached
    assert before.possibly.reached >= after.possibly.reached  # what strangers hold is not left for the named


def test_half_of_half_twenty_times_over_is_still_half() -> None:
    ties = [stake("A" if n == 0 else f"t{n}", f"t{n + 1}", 50.0) for n in range(20)]
    assert Graph(ties).reached(NAMED, DAY, REACHES[0]).bounds("t20") == (50, 50)


class Counted(dict[str, Any]):
    """A mapping that counts how often it is asked."""

    asked = 0

    def get(self, key: str, default: Any = None) -> Any:
        self.asked += 1
        return super().get(key, default)


@pytest.mark.parametrize("shape", SHAPES)
def test_each_holder_is_looked_at_once_whatever_the_shape(shape: str) -> None:
    holdings = Holdings(SHAPES[shape](3000))
    holdings._of = counted = Counted(holdings._of)
    told = holdings.possibly(frozenset({"p0"}), Threshold.of(50, strictly_over=False))
    assert counted.asked == len(told.members) > 40
