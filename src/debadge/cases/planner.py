"""Which questions to ask: the smallest set whose answers settle most of what is open.

A finding is settled when everything that it asks is answered; a set of questions settles those that ask nothing else. For few
questions all sets are tried. For many, prices decide: at a price for each question the best set is found exactly (`closure`),
and no set can settle more than the price allows, which is the bound that is told with the plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import ceil
from typing import NamedTuple

from debadge.cases.closure import Closure

SHARE = 0.95  # of what can be settled: the last ones cost a question each
EXACT = 14  # questions up to which every set is tried
_PRICES = 20  # tried to enclose the one that fits
_SUBSETS = 6  # questions of a finding up to which its parts are looked up: 64 parts

Asked = frozenset[str]


class Plan(NamedTuple):
    """Questions in the order in which they are best asked."""

    questions: tuple[str, ...]
    settled: tuple[int, ...]  # by the first question, by the first two …
    total: int  # open findings
    bound: int  # questions that no plan for as much can do without

    @property
    def settles(self) -> int:
        """How many findings all of them settle."""
        return self.settled[-1] if self.settled else 0


def plan(needs: Mapping[Asked, int], share: float = SHARE) -> Plan:
    """The smallest set of questions that settles a share of the open findings.

    Args:
        needs: What findings ask, and how many ask just that; one that asks nothing is not open.
        share: Of the findings that are to be settled, from 0 to 1.
    """
    known = {asked: weight for asked, weight in sorted(needs.items(), key=lambda one: sorted(one[0])) if asked}
    total = sum(known.values())
    target = ceil(share * total)
    questions = sorted(frozenset[str]().union(*known))
    if len(questions) <= EXACT:
        chosen = _smallest(known, questions, target)
        bound = len(chosen)
    else:
        chosen, bound = _priced(known, questions, target)
    inside = {asked: weight for asked, weight in known.items() if asked <= chosen}
    order = [*dict.fromkeys((*_greedy(inside), *sorted(chosen)))]
    return Plan(tuple(order), tuple(_settled_by(order, inside)), total, bound)


def settled(needs: Mapping[Asked, int], asked: Asked) -> int:
    """How many findings a set of questions settles."""
    return sum(weight for one, weight in needs.items() if one <= asked)


def _settled_by(order: Iterable[str], needs: Mapping[Asked, int]) -> Iterator[int]:
    place = {question: at for at, question in enumerate(order)}
    weights = [0] * len(place)
    for asked, weight in needs.items():
        weights[max(place[one] for one in asked)] += weight
    done = 0
    for weight in weights:
        done += weight
        yield done


def _smallest(needs: Mapping[Asked, int], questions: list[str], target: int) -> Asked:
    """By trying: of the smallest sets that settle enough the one that settles most, the first of equal ones."""
    for size in range(len(questions)):
        best = max(map(frozenset, combinations(questions, size)), key=lambda asked: settled(needs, asked))
        if settled(needs, best) >= target:
            return best
    return frozenset(questions)


def _priced(needs: Mapping[Asked, int], questions: list[str], target: int) -> tuple[Asked, int]:
    """A small set, and how many questions none can do without."""
    number = {question: at for at, question in enumerate(questions)}
    closure = Closure([*needs.values()], [sorted(number[one] for one in asked) for asked in needs], len(questions))
    low, high, bound = 0.0, float(sum(needs.values()) + 1), 0  # at the first price all are bought, at the second none
    enough, few = frozenset(questions), frozenset[str]()
    for _ in range(_PRICES):
        price = (low + high) / 2
        bought = frozenset(questions[at] for at in closure.best(price))
        gained = settled(needs, bought)
        bound = max(bound, ceil((target - gained) / price + len(bought) - 1e-6))
        if gained >= target:
            low, enough = price, bought
        else:
            high, few = price, bought
        if len(enough) - len(few) <= 1:
            break
    filled = _filled(needs, target, few)
    chosen = min((_pruned(needs, target, one) for one in (enough, filled)), key=lambda one: (len(one), sorted(one)))
    return chosen, min(bound, len(chosen))


def _filled(needs: Mapping[Asked, int], target: int, asked: Asked) -> Asked:
    """With questions more, those first that settle most, until enough is settled."""
    left = dict[Asked, int]()
    for one, weight in needs.items():
        left[one - asked] = left.get(one - asked, 0) + weight
    order = [*asked, *_greedy({one: weight for one, weight in left.items() if one})]
    place = {question: at for at, question in enumerate(order)}
    size = next((at for at, done in enumerate(_settled_by(place, needs), 1) if done >= target), len(order))
    return frozenset(order[:size])


def _pruned(needs: Mapping[Asked, int], target: int, asked: Asked) -> Asked:
    """Without questions that are not needed, the least useful first."""
    inside = {one: weight for one, weight in needs.items() if one <= asked}
    of: dict[str, list[Asked]] = defaultdict(list)
    for one in inside:
        for question in one:
            of[question].append(one)
    spare = sum(inside.values()) - target
    for question in sorted(asked, key=lambda one: (sum(inside[other] for other in of[one]), one)):
        lost = sum(inside.get(other, 0) for other in of[question])
        if lost <= spare:
            spare -= lost
            asked -= {question}
            for other in of[question]:
                inside.pop(other, None)
    return asked


def _greedy(needs: Mapping[Asked, int]) -> Iterator[str]:
    """All questions, so that much is settled early: what settles most for each question more comes first."""
    left, of = dict(needs), dict[str, set[Asked]]()
    for one in left:
        for question in one:
            of.setdefault(question, set()).add(one)
    heap = [(-_worth(left, one), sorted(one)) for one in left]
    heapify(heap)
    while heap:
        worth, listed = heappop(heap)
        one = frozenset(listed)
        if one not in left or -worth < _worth(left, one):  # it is worth more by now, and stands in the heap with that
            continue
        yield from listed
        for old in set[Asked]().union(*(of.pop(question, set()) for question in listed)):
            weight, less = left.pop(old), old - one
            for question in less:
                of[question].discard(old)
            if less:
                left[less] = left.get(less, 0) + weight
                for question in less:
                    of[question].add(less)
                heappush(heap, (-_worth(left, less), sorted(less)))


def _worth(left: Mapping[Asked, int], one: Asked) -> float:
    """How many findings a set settles for each of its questions."""
    if len(one) > _SUBSETS:
        return left.get(one, 0) / len(one)
    parts = (frozenset(part) for size in range(1, len(one) + 1) for part in combinations(sorted(one), size))
    return sum(left.get(part, 0) for part in parts) / len(one)
