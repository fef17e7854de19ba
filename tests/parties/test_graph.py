"""Ownership on a day: the eleven worked examples of the fact base on 50 percent rules, and what other reaches do."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.model.party import Tie
from debadge.model.regime import Affiliates
from debadge.model.source import Source
from debadge.model.words import Answer
from debadge.parties.graph import Graph

DAY = date(2026, 1, 1)
SOURCE = Source(key="s", title="synthetic", url=None, published=None, read=DAY, grade="primary")
HALF = Affiliates(kind="share", share=50)


def owns(
    owner: str,
    owned: str,
    share: float | None,
    *,
    verified: bool = True,
    start: date | None = None,
    until: date | None = None,
    relation: str = "affiliate",
) -> Tie:
    return Tie(
        owner=owner,
        owned=owned,
        relation=relation,
        share=share,
        start=start,
        until=until,
        verified=verified,
        share_verified=verified,
        source=SOURCE,
    )


EXAMPLES = [
    ("50 percent counts", [owns("L", "A", 50)], "A", Answer.YES),
    ("49 percent does not", [owns("L", "A", 49)], "A", Answer.NO),
    ("two listed owners add up", [owns("L", "C", 20), owns("M", "C", 30)], "C", Answer.YES),
    ("a captured holder passes on its whole stake", [owns("L", "A", 50), owns("A", "B", 50)], "B", Answer.YES),
    ("a holder below half passes on nothing", [owns("L", "A", 49), owns("A", "B", 100)], "B", Answer.NO),
    (
        "a captured and a listed holder add up",
        [owns("L", "A", 60), owns("A", "B", 30), owns("L", "B", 20)],
        "B",
        Answer.YES,
    ),
    (
        "two holders that are not captured",
        [owns("L", "A", 25), owns("L", "B", 25), owns("A", "C", 50), owns("B", "C", 50)],
        "C",
        Answer.NO,
    ),
    ("parties of two lists add up", [owns("L", "D", 30), owns("M", "D", 25)], "D", Answer.YES),
    (
        "a share nobody verified leaves bounds",
        [owns("L", "A", 40), owns("M", "A", None, verified=False)],
        "A",
        Answer.UNKNOWN,
    ),
    ("cross holdings come to an end", [owns("L", "A", 70), owns("A", "B", 60), owns("B", "A", 10)], "B", Answer.YES),
    (
        "before the stake was sold down",
        [owns("L", "A", 60, until=date(2026, 2, 28)), owns("L", "A", 45, start=date(2026, 3, 1))],
        "A",
        Answer.YES,
    ),
]


@pytest.mark.parametrize(("ties", "party", "answer"), [e[1:] for e in EXAMPLES], ids=[e[0] for e in EXAMPLES])
def test_half_rule(ties: list[Tie], party: str, answer: Answer) -> None:
    assert Graph(ties).standing(party, {"L", "M"}, DAY, HALF).answer is answer


def test_after_the_stake_was_sold_down() -> None:
    ties = [owns("L", "A", 60, until=date(2026, 2, 28)), owns("L", "A", 45, start=date(2026, 3, 1))]
    assert Graph(ties).standing("A", {"L"}, date(2026, 3, 1), HALF).answer is Answer.NO


def test_more_than_ten_percent_is_not_ten() -> None:
    over_ten = Affiliates(kind="share", share=10, strictly_over=True)
    answers = [Graph([owns("L", "A", share)]).standing("A", {"L"}, DAY, over_ten).answer for share in (10, 10.42)]
    assert answers == [Answer.NO, Answer.YES]


@pytest.mark.parametrize(
    ("reach", "verified", "answer"),
    [
        ("any", True, Answer.YES),
        ("any", False, Answer.UNKNOWN),
        ("silent", True, Answer.UNKNOWN),
        ("excluded", True, Answer.NO),
    ],
)
def test_reach_decides_what_a_tie_is_worth(reach: str, verified: bool, answer: Answer) -> None:
    graph = Graph([owns("L", "A", None, verified=verified)])
    assert graph.standing("A", {"L"}, DAY, Affiliates(kind=reach)).answer is answer


def test_control_asks_for_a_subsidiary() -> None:
    for relation, answer in (("subsidiary", Answer.YES), ("affiliate", Answer.UNKNOWN)):
        graph = Graph([owns("L", "A", None, relation=relation)])
        assert graph.standing("A", {"L"}, DAY, Affiliates(kind="control")).answer is answer


def test_verified_road_beats_a_shorter_unverified_one() -> None:
    ties = [owns("L", "B", None, verified=False), owns("L", "A", None), owns("A", "B", None)]
    assert Graph(ties).standing("B", {"L"}, DAY, Affiliates(kind="any")).answer is Answer.YES
