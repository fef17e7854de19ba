"""What a measure does not ask cannot change its answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.flow.world import World
from debadge.judge.judge import answer, heard, judge
from debadge.judge.matter import Matter
from debadge.judge.shared import asked_on, judge_asked, judge_many, reads, that_bind
from debadge.model.days import Window
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Basis, Grade
from debadge.report.reading.answers import binds

WORLD = World.load()
WORDS = WORLD.vocabulary
DAY = date(2026, 11, 22)
MAKERS = ["hikvision", "dahua", "huawei", "axis", "uniview", None]
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "maker": st.sampled_from(MAKERS),
    "entity": st.sampled_from(["hikvision", "ezviz", "lorex", "axis", "hikvision_canada"]),
    "brand": st.sampled_from(["lts", "hikvision", "annke", "axis"]),
    "act": st.sampled_from(WORDS.ordered["acts"]),
    "jurisdiction": st.sampled_from(["CA", "CA-QC", "CA-ON", "US", "GB"]),
    "actor": st.lists(st.sampled_from(WORDS.ordered["roles"]), min_size=1, max_size=2, unique=True).map(tuple),
    "product": st.sampled_from(WORDS.ordered["products"]).map(lambda w: (w,)),
    "purpose": st.sampled_from(WORDS.ordered["purposes"]).map(lambda w: (w,)),
    "site_class": st.sampled_from(WORDS.ordered["site_classes"]).map(lambda w: (w,)),
    "controller": st.sampled_from(WORDS.ordered["controllers"]),
    "acquired": st.sampled_from([date(2023, 12, 21), date(2023, 12, 22)]).map(lambda d: Window(d, d)),
    "authorised": st.sampled_from([date(2021, 1, 1), date(2024, 1, 1)]).map(lambda d: Window(d, d)),
    "funding": st.sampled_from(WORDS.ordered["fundings"]).map(lambda w: (w,)),
    "routes_traffic": st.booleans(),
    "on_core_network": st.booleans(),
    "ship_from": st.sampled_from(["US", "CA"]),
    "made_in": st.sampled_from(["US", "CN"]),
    "controlled_us_content": st.booleans(),
    "claims": st.just(("interconnection",)),
    "maker_country": st.sampled_from(["CN", "US"]),
    "component": st.sampled_from(["hisilicon", "hikvision"]).map(lambda m: (Component(maker=m, part="soc"),)),
}
FACTS = st.fixed_dictionaries({}, optional=VALUES)
MEASURES = [(r, m) for r in WORLD.law.regimes.values() for m in r.measures]


def situation(values: dict[str, Any], grade: Grade = Grade.CONFIRMED) -> Situation:
    return Situation(subject="x", facts={k: Fact(value=v, grade=grade) for k, v in values.items() if v is not None})


@settings(max_examples=150, deadline=None)
@given(FACTS, st.sampled_from(MEASURES))
def test_facts_that_are_not_read_change_nothing(values: dict[str, Any], pair: Any) -> None:
    matter = Matter.of(pair[0], pair[1], DAY, WORLD.law)
    part = situation({k: v for k, v in values.items() if k in reads(matter.measure)})
    assert answer(matter, situation(values)).plain() == answer(matter, part).plain()


@settings(max_examples=60, deadline=None)
@given(FACTS)
def test_sharing_findings_gives_what_judging_alone_gives(values: dict[str, Any]) -> None:
    regimes = tuple(WORLD.law.regimes.values())
    alone = [f.plain()["outcome"] for f in judge(situation(values), regimes, as_of=DAY, law=WORLD.law)]
    shared = [g.finding.plain()["outcome"] for g in judge_many([situation(values)], regimes, as_of=DAY, law=WORLD.law)]
    assert alone == shared


@settings(max_examples=150, deadline=None)
@given(FACTS, st.sampled_from(MEASURES))
def test_knowing_less_never_turns_one_settled_answer_into_another(values: dict[str, Any], pair: Any) -> None:
    matter = Matter.of(pair[0], pair[1], DAY, WORLD.law)
    settled = answer(matter, situation(values)).outcome.value
    for name in values:
        less = answer(matter, situation({k: v for k, v in values.items() if k != name})).outcome.value
        if name in {"maker", "entity", "brand", "component", "controller", "claims", "jurisdiction", "routes_traffic"}:
            continue  # taking these away takes a road, a badge or an exception away, which is a change of what is stated
        assert less in {settled, "undetermined"}


@settings(max_examples=100, deadline=None)
@given(FACTS, st.sampled_from(MEASURES))
def test_nothing_assumed_or_only_possible_prohibits(values: dict[str, Any], pair: Any) -> None:
    matter = Matter.of(pair[0], pair[1], DAY, WORLD.law)
    possible = situation(values, Grade.POSSIBLE)
    assumed = Situation(facts={k: Fact(value=v, basis=Basis.ASSUMED) for k, v in values.items() if v is not None})
    for one in (possible, assumed):
        assert answer(matter, one).outcome.value not in {"prohibited", "report_duty"} or not values


def test_badges_that_nobody_knows_share_their_findings() -> None:
    several = [
        Situation(
            subject=f"{n}", facts=dict(situation({"act": "use", "jurisdiction": "CA", "brand": f"xyzzy{n}"}).facts)
        )
        for n in range(50)
    ]
    regimes = tuple(WORLD.law.regimes.values())
    groups = judge_many(several, regimes, as_of=DAY, law=WORLD.law)
    assert len(groups) == sum(len(regime.measures) for regime in regimes)
    alone = judge(several[0], regimes, as_of=DAY, law=WORLD.law)
    assert [g.finding.plain() for g in groups] == [finding.plain() for finding in alone]


def test_badge_that_somebody_supplies_is_heard() -> None:
    one = situation({"act": "use", "jurisdiction": "CA", "brand": "lts"})
    assert heard(one, WORLD.law) is one


@settings(max_examples=60, deadline=None)
@given(FACTS, VALUES["actor"], VALUES["jurisdiction"])
def test_measures_that_bind_somebody_are_the_same_whatever_the_item_is(
    values: dict[str, Any], actor: tuple[str, ...], place: str
) -> None:
    regimes = tuple(WORLD.law.regimes.values())
    person = {"actor": actor, "jurisdiction": place, "act": "procure"}
    asked = situation({**values, **person})
    whole = [one.plain() for one in judge_many([asked], regimes, as_of=DAY, law=WORLD.law) if binds(one.finding)]
    some = that_bind(asked_on(regimes, DAY, WORLD.law), situation(person))
    assert [one.plain() for one in judge_asked([asked], some, WORLD.law)] == whole
