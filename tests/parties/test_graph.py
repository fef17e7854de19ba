"""Ownership on a day: the eleven worked examples of the fact base on 50 percent rules, and what other reaches do."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from debadge.model.party import UNKNOWN_HOLDER, Tie
from debadge.model.regime import Affiliates
from debadge.model.source import Source
from debadge.model.words import Answer
from debadge.parties.graph import Graph, Standing

DAY = date(2026, 1, 1)
SOLD = date(2026, 3, 1)
SOURCE = Source(key="s", title="synthetic", url=None, published=None, read=DAY, grade="primary")
HALF = Affiliates(kind="share", share=50)
OVER_TEN = Affiliates(kind="share", share=10, strictly_over=True)
EITHER_WAY = Affiliates(kind="share", share=10, strictly_over=True, either_way=True)
TEXT = {"en": "no", "fr": "non"}


def owns(owner: str, owned: str, share: float | None, *, verified: bool = True, **told: Any) -> Tie:
    kept: dict[str, Any] = {"relation": "affiliate", "start": None, "until": None, "share_verified": verified}
    return Tie(owner=owner, owned=owned, share=share, verified=verified, source=SOURCE, **{**kept, **told})


def ask(ties: list[Tie], party: str, reach: Affiliates = HALF, day: date = DAY, named: str = "LM") -> Standing:
    return Graph(ties).standing(party, set(named), day, reach)


SOLD_DOWN = [owns("L", "A", 60, until=date(2026, 2, 28)), owns("L", "A", 45, start=SOLD)]
EXAMPLES = {
    "1": ([owns("L", "A", 50)], "A", DAY, Answer.YES, (50, 50)),
    "2": ([owns("L", "A", 49)], "A", DAY, Answer.NO, (49, 49)),
    "3": ([owns("L", "C", 20), owns("M", "C", 30)], "C", DAY, Answer.YES, (50, 50)),
    "4": ([owns("L", "A", 50), owns("A", "B", 50)], "B", DAY, Answer.YES, (50, 50)),
    "5": ([owns("L", "A", 49), owns("A", "B", 100)], "B", DAY, Answer.NO, (0, 0)),
    "6": ([owns("L", "A", 60), owns("A", "B", 30), owns("L", "B", 20)], "B", DAY, Answer.YES, (50, 50)),
    "7": (
        [owns("L", "A", 25), owns("L", "B", 25), owns("A", "C", 50), owns("B", "C", 50)],
        "C",
        DAY,
        Answer.NO,
        (0, 0),
    ),
    "8": ([owns("L", "D", 30), owns("M", "D", 25)], "D", DAY, Answer.YES, (55, 55)),
    "9": ([owns("L", "A", 40), owns(UNKNOWN_HOLDER, "A", 20)], "A", DAY, Answer.UNKNOWN, (40, 60)),
    "10 A": ([owns("L", "A", 70), owns("A", "B", 60), owns("B", "A", 10)], "A", DAY, Answer.YES, (80, 80)),
    "10 B": ([owns("L", "A", 70), owns("A", "B", 60), owns("B", "A", 10)], "B", DAY, Answer.YES, (60, 60)),
    "11 before": (SOLD_DOWN, "A", date(2026, 2, 28), Answer.YES, (60, 60)),
    "11 after": (SOLD_DOWN, "A", SOLD, Answer.NO, (45, 45)),
}


@pytest.mark.parametrize(("ties", "party", "day", "answer", "bounds"), EXAMPLES.values(), ids=EXAMPLES)
def test_worked_example(ties: list[Tie], party: str, day: date, answer: Answer, bounds: tuple[float, float]) -> None:
    told = ask(ties, party, day=day)
    assert (told.answer, (told.surely, told.possibly)) == (answer, bounds)


@pytest.mark.parametrize("number", ["2", "5", "7", "11 after"])
def test_what_is_not_reached_still_shows_its_tie_as_a_flag(number: str) -> None:
    ties, party, day, *_ = EXAMPLES[number]
    told = ask(ties, party, day=day)
    assert (told.named, told.ties != ()) == ("L", True)


def test_every_owner_that_adds_up_is_told() -> None:
    told = Graph(EXAMPLES["8"][0]).standings("D", {"L", "M"}, DAY, HALF)
    assert [(one.named, one.answer) for one in told] == [("L", Answer.YES), ("M", Answer.YES)]
    assert {one.behind for one in told} == {("L", "M")}
    assert told[0].told("D") == "L 30 % + M 25 % = 55 %"


def test_ties_that_add_up_over_two_tiers_are_all_told() -> None:
    told = ask([*EXAMPLES["6"][0], owns("X", "B", 40)], "B")
    assert [(tie.owner, tie.owned) for tie in told.ties] == [("A", "B"), ("L", "B"), ("L", "A")]


def test_forty_eight_percent_are_outside_alone_and_inside_with_two_more() -> None:
    held = [owns("L", "A", 48)]
    more = [*held, owns("M", "A", 2)]
    told = ask(held, "A"), ask(more, "A"), ask(held, "A", OVER_TEN)
    assert [one.answer for one in told] == [Answer.NO, Answer.YES, Answer.YES]


def test_more_than_ten_percent_is_not_ten() -> None:
    assert [ask([owns("L", "A", share)], "A", OVER_TEN).answer for share in (10, 10.42)] == [Answer.NO, Answer.YES]


REMAINDERS = {
    "a share nobody knows may be all that is left": ([owns("L", "A", None), owns("X", "A", 50)], Answer.UNKNOWN, 50),
    "others hold too much for it": ([owns("L", "A", None), owns("X", "A", 50.01)], Answer.NO, 49.99),
    "others whose share nobody has checked": (
        [owns("L", "A", None), owns("X", "A", 60, share_verified=False)],
        Answer.UNKNOWN,
        100,
    ),
    "two unknown stakes share the rest": (
        [owns("L", "A", None), owns("M", "A", None), owns("X", "A", 45)],
        Answer.UNKNOWN,
        55,
    ),
    "bounds below": ([owns("L", "A", None, at_most=49.9)], Answer.NO, 49.9),
    "bounds around": ([owns("L", "A", None, at_least=40, at_most=60)], Answer.UNKNOWN, 60),
    "bounds above": ([owns("L", "A", None, at_least=50, at_most=60)], Answer.YES, 60),
    "a tie nobody has checked": ([owns("L", "A", 10, verified=False)], Answer.UNKNOWN, 100),
    "a tie that those concerned deny": ([owns("L", "A", 60, denied=TEXT)], Answer.UNKNOWN, 100),
    "control without a share is no share": ([owns("L", "A", None, relation="controlled")], Answer.NO, 0),
    "an organ of the listed party's": ([owns("L", "A", None, relation="organ")], Answer.YES, 100),
    "a mere name of the listed party's": ([owns("L", "A", None, relation="brand")], Answer.YES, 100),
}


@pytest.mark.parametrize(("ties", "answer", "possibly"), REMAINDERS.values(), ids=REMAINDERS)
def test_what_an_unknown_share_may_be(ties: list[Tie], answer: Answer, possibly: float) -> None:
    told = ask(ties, "A")
    assert (told.answer, told.possibly) == (answer, possibly)


@pytest.mark.parametrize("ties", [[], [owns(UNKNOWN_HOLDER, "A", 90)], [owns("X", "A", 90)]])
def test_stake_of_nobody_we_know_is_by_itself_no_lead(ties: list[Tie]) -> None:
    assert ask(ties, "A") == Standing(Answer.NO, None, ())


def test_stakes_in_tenths_add_up_exactly() -> None:
    ties = [owns(name, "A", share) for name, share in zip("LMN", (16.7, 16.6, 16.7), strict=True)]
    assert ask(ties, "A", named="LMN").answer is Answer.YES


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ({"share": None, "relation": "subsidiary"}, Answer.YES),
        ({"share": None, "relation": "controlled"}, Answer.YES),
        ({"share": 5, "relation": "subsidiary"}, Answer.YES),
        ({"share": 5, "relation": "subsidiary", "verified": False}, Answer.UNKNOWN),
        ({"share": 5}, Answer.NO),
        ({"share": None}, Answer.UNKNOWN),
    ],
)
def test_rule_over_ten_percent_takes_a_subsidiary_as_such(told: dict[str, Any], answer: Answer) -> None:
    assert ask([owns("L", "A", **told)], "A", OVER_TEN).answer is answer


@pytest.mark.parametrize(
    ("ties", "party", "answer"),
    [
        ([owns("A", "L", 11)], "A", Answer.YES),
        ([owns("A", "L", 10)], "A", Answer.NO),
        ([owns("Z", "L", 11), owns("Z", "A", 11)], "A", Answer.YES),
        ([owns("Z", "L", 11), owns("Z", "A", 10)], "A", Answer.NO),
        ([owns("Z", "L", 11), owns("Z", "A", None)], "A", Answer.UNKNOWN),
        ([owns("Y", "L", 20), owns("Z", "Y", 20), owns("Z", "A", 20)], "A", Answer.YES),
        ([owns("L", "A", 6), owns("M", "A", 6)], "A", Answer.NO),
    ],
    ids=["owner", "at ten", "common owner", "common at ten", "share unknown", "two tiers", "each party by itself"],
)
def test_affiliate_either_way(ties: list[Tie], party: str, answer: Answer) -> None:
    assert ask(ties, party, EITHER_WAY).answer is answer
    assert ask([*ties, owns("X", "B", 50)], "B", EITHER_WAY).named is None


def test_other_reaches_do_not_look_upwards() -> None:
    assert ask([owns("A", "L", 90)], "A", OVER_TEN).named is None


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
    assert ask([owns("L", "A", None, verified=verified)], "A", Affiliates(kind=reach)).answer is answer


@pytest.mark.parametrize(
    ("relation", "answer"),
    [
        ("subsidiary", Answer.YES),
        ("controlled", Answer.YES),
        ("organ", Answer.YES),
        ("brand", Answer.YES),
        ("affiliate", Answer.UNKNOWN),
    ],
)
def test_control_asks_for_more_than_a_tie(relation: str, answer: Answer) -> None:
    assert ask([owns("L", "A", None, relation=relation)], "A", Affiliates(kind="control")).answer is answer


def test_verified_road_beats_a_shorter_unverified_one() -> None:
    ties = [owns("L", "B", None, verified=False), owns("L", "A", None), owns("A", "B", None)]
    assert ask(ties, "B", Affiliates(kind="any")).answer is Answer.YES


def test_verified_road_is_found_behind_an_unverified_one_to_the_same_holder() -> None:
    ties = [owns("A", "C", None, verified=False), owns("B", "C", None), owns("A", "B", None), owns("L", "A", None)]
    assert ask(ties, "C", Affiliates(kind="any")).answer is Answer.YES


def test_each_named_party_has_its_own_answer_where_shares_are_not_asked() -> None:
    ties = [owns("L", "A", None), owns("M", "A", None, verified=False)]
    told = Graph(ties).standings("A", {"L", "M"}, DAY, Affiliates(kind="any"))
    assert [(one.named, one.answer) for one in told] == [("L", Answer.YES), ("M", Answer.UNKNOWN)]


@pytest.mark.parametrize("reach", [HALF, EITHER_WAY, Affiliates(kind="any")])
def test_party_of_which_it_is_not_known_whether_it_is_named_leaves_it_open(reach: Affiliates) -> None:
    told = Graph([owns("L", "A", 60)]).standings("A", {"L"}, DAY, reach, frozenset("L"))
    assert [one.answer for one in told] == [Answer.UNKNOWN]


def test_share_of_a_party_not_yet_named_does_not_add_up() -> None:
    told = Graph([owns("L", "A", 30), owns("M", "A", 25)]).standings("A", {"L", "M"}, DAY, HALF, frozenset("M"))
    assert [(one.answer, one.surely, one.possibly) for one in told] == [(Answer.UNKNOWN, 30, 55)] * 2


@pytest.mark.parametrize(
    ("day", "word", "answer"), [(date(2026, 2, 28), "subsidiary", Answer.YES), (SOLD, "former_subsidiary", Answer.NO)]
)
def test_former_subsidiary_is_none_from_the_day_after(day: date, word: str, answer: Answer) -> None:
    tie = owns("L", "A", None, relation="subsidiary", until=date(2026, 2, 28), former=True)
    assert tie.called(day) == word
    assert ask([tie], "A", Affiliates(kind="control"), day).answer is answer


def test_tie_that_ended_on_a_day_nobody_knows_is_open_before_its_source_and_gone_after() -> None:
    tie = owns("L", "A", 100, relation="subsidiary", former=True)
    days = (date(2020, 1, 1), SOURCE.read)
    assert [ask([tie], "A", Affiliates(kind="any"), day).answer for day in days] == [Answer.UNKNOWN, Answer.NO]


def test_relation_either_way_is_not_asked_of_everybody_at_once() -> None:
    with pytest.raises(ValueError, match="two parties at a time"):
        Graph([]).reached(set("L"), DAY, EITHER_WAY)


@pytest.mark.parametrize(("checked", "answer"), [(True, Answer.YES), (False, Answer.UNKNOWN)])
def test_small_holding_that_nobody_checked_proves_no_affiliate(checked: bool, answer: Answer) -> None:
    ties = [owns("L", "A", 10.42, share_verified=checked), owns("A", "B", None, relation="subsidiary")]
    assert ask(ties, "B", Affiliates(kind="any")).answer is answer
