"""The smallest set of questions, held to brute force where that is possible and to its own bound where it is not."""

from __future__ import annotations

import random
from collections import Counter
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.cases import planner
from debadge.cases.planner import plan, settled

Needs = dict[frozenset[str], int]


def needs_of(seed: int, questions: int, findings: int, *, skewed: bool) -> Needs:
    """Findings that ask one to four questions each, some asked much oftener than others."""
    chance = random.Random(seed)  # noqa: S311  # instances, no secrets
    told: Counter[frozenset[str]] = Counter()
    for _ in range(findings):
        count = chance.choice((1, 1, 2, 2, 3, 4))
        picks = (chance.paretovariate(1) - 1 if skewed else chance.randrange(questions) for _ in range(count))
        told[frozenset(f"q{min(int(pick), questions - 1):04d}" for pick in picks)] += 1
    return dict(told)


def fewest(needs: Needs, target: int) -> int:
    """By trying every set."""
    questions = sorted(frozenset[str]().union(*needs))
    number = {question: 1 << at for at, question in enumerate(questions)}
    groups = [(sum(number[one] for one in asked), weight) for asked, weight in needs.items()]
    enough = (
        chosen.bit_count()
        for chosen in range(1 << len(questions))
        if sum(weight for mask, weight in groups if mask & chosen == mask) >= target
    )
    return min(enough)


@pytest.mark.parametrize("seed", range(40))
def test_plan_is_the_smallest_where_all_can_be_tried(seed: int) -> None:
    needs = needs_of(seed, 4 + seed % 8, 40, skewed=bool(seed % 2))
    share = (0.5, 0.8, 0.95, 1.0)[seed % 4]
    target = ceil(share * sum(needs.values()))
    told = plan(needs, share)
    assert told.settles >= target
    assert len(told.questions) == told.bound == fewest(needs, target)


@pytest.mark.parametrize("seed", range(25))
def test_priced_plan_is_near_the_smallest_and_its_bound_is_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "EXACT", 0)
    needs = needs_of(seed, 12, 60, skewed=bool(seed % 2))
    share = (0.6, 0.8, 0.95)[seed % 3]
    target = ceil(share * sum(needs.values()))
    told, best = plan(needs, share), fewest(needs, target)
    assert told.settles >= target
    assert told.bound <= best <= len(told.questions) <= max(best + 1, 1.2 * best)


@pytest.mark.parametrize(("questions", "skewed"), [(60, True), (300, True), (300, False)])
def test_plan_of_many_findings_is_within_a_fifth_of_the_bound(questions: int, *, skewed: bool) -> None:
    told = plan(needs_of(1, questions, 10_000, skewed=skewed))
    assert told.settles >= 9_500
    assert len(told.questions) <= 1.2 * told.bound


@given(
    st.dictionaries(st.frozensets(st.sampled_from("abcdefghijklmnopqrs"), max_size=4), st.integers(1, 9), max_size=25)
)
def test_plan_tells_what_it_settles(needs: Needs) -> None:
    told = plan(needs, 1.0)
    open_ = {asked: weight for asked, weight in needs.items() if asked}
    assert told.total == told.settles == sum(open_.values())
    for at, done in enumerate(told.settled, 1):
        assert done == settled(open_, frozenset(told.questions[:at]))


def test_nothing_open_needs_no_question() -> None:
    assert plan({}) == plan({frozenset(): 9}) == ((), (), 0, 0)
