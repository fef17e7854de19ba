"""Hindsight is cut off in every family of facts that bears a source date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.judge.known import LeftOut, known_by
from debadge.judge.law import Law
from debadge.knowledge.badges import read_badge
from debadge.model.days import Window
from debadge.model.party import Badge, Tie
from debadge.model.regime import InForce, LegalException, Listing, Proceeding, Regime, Suspension
from debadge.model.source import Source
from debadge.testing.rules import measure

BEFORE, DAY = date(2024, 5, 19), date(2024, 5, 20)
SOON = Window(date(2020, 1, 1), date(2020, 1, 1))


def source(published: date | None) -> Source:
    return Source(key="s", title="x", url=None, published=published, read=date(2026, 1, 1), grade="primary")


EARLY, LATER, NEVER = source(date(2020, 1, 1)), source(DAY), source(None)


def listing(party: str, named_by: Source | None, ended_by: Source | None = None) -> Listing:
    until = date(2024, 1, 1) if ended_by else None
    return Listing(
        party=party,
        start=None,
        until=until,
        products=None,
        purposes=None,
        verified=True,
        source=named_by,
        until_source=ended_by,
    )


def whole(late: Source) -> Regime:
    """A regime of which everything but the measure itself stands on one source."""
    named = {"othercam": listing("othercam", late), "examplecam": listing("examplecam", None, late)}
    stop = Suspension(start=date(2024, 1, 1), until=None, resumption_verified=False, source=late)
    way = LegalException(id="way", name={}, when={"claims": ("way",)}, kind="waiver", says={}, source=late)
    one = measure("m", "zz")
    one = replace(
        one,
        source=EARLY,
        entity=replace(one.entity, named=named),
        exceptions=(way,),
        in_force=InForce(announced=None, start=SOON, until=date(2024, 1, 1), suspensions=(stop,), until_source=late),
    )
    case = Proceeding(forum="Court", start=SOON, until=None, status="open", says={}, source=late)
    ended = replace(case, forum="Board", until=date(2024, 1, 1), status="decided", source=EARLY, until_source=late)
    return Regime(
        id="zz",
        jurisdiction="ZZ",
        title={},
        summary={},
        issuer="zz",
        force=World.load().law.regimes["us-889a1a"].force,
        published_reasons=True,
        reasons_source=late,
        statements=(("examplecam", {}, late),),
        proceedings=(case, ended),
        sources={"early": EARLY, "late": late},
        measures=(one, replace(one, id="n", source=late)),
        recheck_days=90,
        recheck_at={},
    )


def law(world: World, *regimes: Regime) -> Law:
    return replace(world.law, regimes={one.id: one for one in regimes}, parties={}, badges={})


def test_from_its_day_on_everything_is_known(world: World) -> None:
    one = whole(LATER)
    kept, _, left = known_by([one], law(world), DAY)
    assert (kept, left) == ((one,), ())


@pytest.mark.parametrize("late", [LATER, NEVER], ids=["published later", "without a day"])
def test_nothing_is_known_before_its_day_and_all_of_it_is_counted(late: Source, world: World) -> None:
    (kept,), _, left = known_by([whole(late)], law(world), BEFORE)
    (one,) = kept.measures
    assert (one.id, list(one.entity.named), one.exceptions, one.in_force.suspensions) == ("m", ["examplecam"], (), ())
    assert (one.entity.named["examplecam"].until, one.in_force.until) == (None, None)
    assert [(c.forum, c.until, c.status) for c in kept.proceedings] == [("Board", None, "open")]
    assert (kept.statements, kept.published_reasons, list(kept.sources)) == ((), False, ["early"])
    facts = ("zz/n", "zz/m: othercam", "zz/m: examplecam, until", "zz/m, until", "zz/m: way", "zz/m: 2024-01-01")
    cases = ("zz: Court", "zz: Board, until", "zz: examplecam", "zz: reasons")
    assert set(left) == {LeftOut(fact, late is LATER) for fact in (*facts, *cases)}


def test_regime_without_a_public_measure_is_no_regime_yet(world: World) -> None:
    one = replace(whole(LATER), measures=(measure("n", "zz", source=LATER),))
    kept, known, _ = known_by([one], law(world, one), BEFORE)
    assert (kept, dict(known.regimes), known.listed & {"examplecam"}) == ((), {}, frozenset())


def test_tie_that_was_not_public_ties_nobody(world: World) -> None:
    tie = Tie(
        owner="b",
        owned="a",
        relation="subsidiary",
        share=None,
        start=None,
        until=None,
        verified=True,
        share_verified=False,
        source=LATER,
    )
    party = replace(next(iter(world.law.parties.values())), id="a", ties=(tie,))
    for day, ties in ((BEFORE, ()), (DAY, (tie,))):
        _, known, left = known_by([], replace(law(world), parties={"a": party}), day)
        assert known.parties["a"].ties == ties
        assert left == (() if ties else (LeftOut("a < b", dated=True),))


def badge(published: str | None) -> Badge:
    line = {"pattern": "^NJ", "confidence": "A", "source": "s", "examples": [{"text": "NJ-1"}], "not": ["XJ-1"]}
    value = {
        "name": "Nightjar",
        "entity": None,
        "asks": [],
        "made_by": [
            {"maker": m, "scope": "all", "share": "large", "from": None, "until": None, "confidence": "A", "source": s}
            for m, s in (("hikvision", "early"), ("dahua", "s"))
        ],
        "models": [
            {**line, "maker": "hikvision"},
            {**line, "not_maker": "hikvision"},
            {**line, "maker": "dahua", "source": "early"},
        ],
        "sources": {
            key: {"title": "x", "url": None, "published": day, "read": "2026-01-01", "grade": "primary"}
            for key, day in (("early", "2020-01-01"), ("s", published))
        },
    }
    return read_badge("nightjar", value, "relabels/nightjar.yaml")


@pytest.mark.parametrize("published", ["2024-05-20", None])
def test_supplier_and_model_rules_that_were_not_public_say_nothing(published: str | None, world: World) -> None:
    told = replace(law(world), badges={"nightjar": badge(published)})
    _, known, left = known_by([], told, BEFORE)
    assert [edge.maker for edge in known.badges["nightjar"].edges] == ["hikvision"]
    assert known.badges["nightjar"].lines == ()  # the third is public, and points to a supplier who is not
    facts = ("nightjar < dahua", "nightjar: line-nightjar-1", "nightjar: line-nightjar-2")
    assert set(left) == {LeftOut(fact, published is not None) for fact in facts}
    if published:
        assert known_by([], told, DAY)[1].badges == told.badges


def test_party_that_another_measure_names_stands_on_that_measures_source(world: World) -> None:
    """2 CFR 200.216 takes its names from section 889: who is named rests on the statute."""
    taken = world.law.regimes["us-889b1-grants"].measures[0].entity.named["hikvision"]
    assert taken.source == world.law.regimes["us-889a1a"].measures[0].source


def test_place_whose_rules_were_not_public_is_unknown_and_not_free(world: World) -> None:
    facts = {"jurisdiction": "AU", "actor": ["federal_department"], "act": "use", "maker": "hikvision"}
    for day, place in (("2023-02-08", "AU"), ("2023-02-09", None)):
        told = judge_facts({**facts, "known_by": day}, world, "facts", as_of=date(2023, 1, 1))
        assert told.place_without_rules == place
