"""How measures are read, on an invented country: days, roles, acts, roads to a named party, exceptions, hindsight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.judge.known import known_by
from debadge.judge.shared import reads
from debadge.knowledge.laws import RegimeLoader
from debadge.knowledge.vocabulary import read_situation
from debadge.model.errors import KnowledgeError
from debadge.model.finding import Finding
from debadge.model.regime import Regime
from debadge.model.situation import Fact
from debadge.model.words import Basis

DAY = date(2026, 1, 15)
SAYS = {"en": "x", "fr": "x"}
CLAUSE = {"title": "Act 1", "url": None, "published": "2024-05-20", "read": "2026-11-22", "grade": "primary"}
BASE: dict[str, Any] = {
    "id": "m",
    "effect": "prohibited",
    "says": SAYS,
    "binds": {"jurisdiction": "ZZ", "roles": ["federal_department"]},
    "acts": ["use"],
    "entity": {"named": {"hikvision": {}}, "affiliates": "any", "relabels": "included", "components": "included"},
    "in_force": {"from": "2024-07-01"},
    "source": "act",
}
FACTS: dict[str, Any] = {"jurisdiction": "ZZ", "actor": ["federal_department"], "act": "use", "maker": "hikvision"}


def regime(world: World, force: str = "binding_law", **changes: Any) -> Regime:
    value = {
        "jurisdiction": "ZZ",
        "title": SAYS,
        "summary": SAYS,
        "issuer": "zz",
        "force": force,
        "stated_reasons": {"published": False},
        "sources": {"act": CLAUSE},
        "recheck": {"every_days": 90, "look_at": {"en": "the gazette", "fr": "la gazette"}},
        "measures": [{**BASE, **changes}],
    }
    return RegimeLoader({"zz": ("zz.yaml", value)}, world.vocabulary).load("zz")


def found(world: World, one: Regime, day: date = DAY, **facts: Any) -> Finding:
    situation = complete(read_situation({**FACTS, **facts}, world.vocabulary, "facts"), world.law, day)
    return judge(situation, [one], as_of=day, law=world.law)[0]


def told(finding: Finding) -> tuple[str, list[str]]:
    why = finding.failed_tests or finding.questions
    return finding.outcome.value, [str(test) for test in why]


@pytest.mark.parametrize(
    ("days", "day", "expected"),
    [
        ({"from": None, "announced": "2025-03-01"}, "2025-02-28", ("not_reached", ["date"])),
        ({"from": None, "announced": "2025-03-01"}, "2025-03-01", ("undetermined", ["date"])),
        ({"from": {"earliest": "2025-03-01", "latest": "2025-03-09"}}, "2025-02-28", ("not_reached", ["date"])),
        ({"from": {"earliest": "2025-03-01", "latest": "2025-03-09"}}, "2025-03-08", ("undetermined", ["date"])),
        ({"from": {"earliest": "2025-03-01", "latest": "2025-03-09"}}, "2025-03-09", ("prohibited", [])),
        ({"from": "2025-03-01", "until": "2025-06-30"}, "2025-06-30", ("prohibited", [])),
        ({"from": "2025-03-01", "until": "2025-06-30"}, "2025-07-01", ("not_reached", ["date"])),
    ],
)
def test_days_are_read_as_written(world: World, days: dict[str, Any], day: str, expected: Any) -> None:
    assert told(found(world, regime(world, in_force=days), date.fromisoformat(day))) == expected


@pytest.mark.parametrize(("verified", "after"), [("verified", "prohibited"), ("unverified", "undetermined")])
def test_suspension_ends_by_itself_only_where_that_is_known(world: World, verified: str, after: str) -> None:
    stop = {"from": "2025-03-01", "until": "2025-03-31", "resumption": verified, "source": "act"}
    one = regime(world, in_force={"from": "2024-07-01", "suspended": [stop]})
    days = ["2025-02-28", "2025-03-01", "2025-03-31", "2025-04-01"]
    outcomes = [found(world, one, date.fromisoformat(d)).outcome.value for d in days]
    assert outcomes == ["prohibited", "not_reached", "not_reached", after]


@pytest.mark.parametrize(
    "force", ["proposal", "resolution", "guidance", "reputational_list", "power_not_yet_used", "lapsed"]
)
def test_what_tells_nobody_anything_fails_force(world: World, force: str) -> None:
    assert told(found(world, regime(world, force))) == ("not_reached", ["force"])


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"actor": ["crown_corporation"]}, ("not_reached", ["actor"])),
        ({"jurisdiction": "YY"}, ("not_reached", ["actor"])),
        ({"jurisdiction": "ZZ-A"}, ("prohibited", [])),
        ({"jurisdiction": None}, ("undetermined", ["actor"])),
        ({"actor": None}, ("undetermined", ["actor"])),
        ({"actor": ["crown_corporation", "federal_department@ZZ"], "jurisdiction": "YY"}, ("prohibited", [])),
        ({"act": "retain"}, ("not_reached", ["act"])),
        ({"act": None}, ("undetermined", ["act"])),
        ({"controller": "landlord"}, ("undetermined", ["act"])),
        ({"controller": "own"}, ("prohibited", [])),
        ({"maker": None}, ("undetermined", ["entity"])),
        ({"maker": {"value": "hikvision", "grade": "possible"}}, ("undetermined", ["entity"])),
        ({"maker": {"value": "hikvision", "basis": "assumed"}}, ("undetermined", ["entity"])),
        ({"maker": {"value": "axis", "grade": "possible"}}, ("not_reached", ["entity"])),
        ({"maker": None, "brand": "lts"}, ("undetermined", ["entity"])),
        ({"maker": "axis", "component": [{"maker": "hikvision", "part": "sensor_board"}]}, ("prohibited", [])),
        ({"maker": "axis", "component": [{"maker": "hikvision", "part": "lens"}]}, ("undetermined", ["component"])),
        ({"maker": "axis", "component": [{"maker": "axis", "part": "soc"}]}, ("not_reached", ["entity"])),
    ],
)
def test_one_fact_decides(world: World, facts: dict[str, Any], expected: Any) -> None:
    assert told(found(world, regime(world), **facts)) == expected


@pytest.mark.parametrize(
    ("relabels", "outcome"), [("included", "prohibited"), ("excluded", "not_reached"), ("silent", "undetermined")]
)
def test_relabel_is_read_as_the_measure_says(world: World, relabels: str, outcome: str) -> None:
    entity = {**BASE["entity"], "relabels": relabels}
    assert found(world, regime(world, entity=entity), brand="lts").outcome.value == outcome


def test_own_badge_of_the_maker_is_no_other_badge(world: World) -> None:
    entity = {**BASE["entity"], "relabels": "excluded"}
    assert found(world, regime(world, entity=entity), brand="hik vision").outcome.value == "prohibited"


def test_strongest_road_gives_the_row(world: World) -> None:
    both: dict[str, Any] = {"maker": "hikvision", "component": [{"maker": "hisilicon", "part": "soc"}]}
    entity = {**BASE["entity"], "named": {"huawei": {}, "hikvision": {}}}
    finding = found(world, regime(world, entity=entity), **both)
    assert finding.outcome.value == "prohibited"
    assert next(row for row in finding.because if row.test == "entity").party == "hikvision"


def test_rows_stand_in_their_order_with_facts_and_answers(world: World) -> None:
    finding = found(world, regime(world))
    order = [
        "force",
        "date",
        "actor",
        "act",
        "entity",
        "product",
        "purpose",
        "site",
        "acquired",
        "funding",
        "certificate",
    ]
    assert [str(row.test) for row in finding.because] == order
    assert all(row.says and row.answer for row in finding.because)


def test_assumption_of_a_profile_leaves_the_test_open(world: World) -> None:
    one = regime(world, purposes=["public_safety"])
    situation = read_situation(FACTS, world.vocabulary, "facts")
    for purpose in ("public_safety", "other"):
        fact = Fact(value=(purpose,), basis=Basis.ASSUMED)
        assumed = replace(situation, facts={**situation.facts, "purpose": fact})
        assert told(judge(assumed, [one], as_of=DAY, law=world.law)[0]) == ("undetermined", ["purpose"])


def test_hindsight_is_cut_off_and_counted(world: World) -> None:
    one = regime(world)
    for day, count in ((date(2024, 5, 19), 0), (date(2024, 5, 20), 1)):
        kept, _, left = known_by([one], world.law, day)
        assert sum(len(r.measures) for r in kept) == count
        assert any(fact.fact == "zz/m" for fact in left) is (count == 0)


def test_changing_the_day_of_a_suspension_in_the_data_changes_that_days_answer(world: World) -> None:
    one = world.law.regimes["us-bis-affiliates-rule"]
    facts = {
        "jurisdiction": "US",
        "actor": ["exporter"],
        "act": "export_to",
        "maker": None,
        "entity": "ezviz",
        "ship_from": "US",
    }
    assert found(world, one, date(2026, 3, 1), **facts).outcome.value == "not_reached"
    measure = one.measures[0]
    stop = replace(measure.in_force.suspensions[0], start=date(2026, 3, 2))
    moved = replace(measure, in_force=replace(measure.in_force, suspensions=(stop,)))
    assert found(world, replace(one, measures=(moved,)), date(2026, 3, 1), **facts).outcome.value == "undetermined"


def test_unknown_act_is_asked_as_the_measures_own(world: World) -> None:
    """A measure about exports asks for the other party, whether or not anybody has said that this is an export."""
    facts = {"jurisdiction": "US", "maker": "hikvision", "brand": "lts", "regimes": ["us-bis-affiliates-rule"]}
    for more in ({"act": "export_to"}, {}):
        (finding,) = judge_facts(facts | more, world, "facts", as_of=date(2026, 11, 22)).findings
        assert finding.outcome.value == "undetermined"


PART = {"maker": "axis", "maker_country": "SE", "component": [{"maker": "hikvision", "part": "main_board"}]}
CHINA = {"countries": ["CN"], "affiliates": "silent", "relabels": "included", "components": "silent"}


@pytest.mark.parametrize(
    ("change", "facts", "expected"),
    [
        ({}, {"actor": ["defence_department"]}, ("prohibited", [])),
        ({"roles_outside": ["defence_department"]}, {"actor": ["defence_department"]}, ("not_reached", ["actor"])),
        ({"roles_outside": ["defence_department"]}, {}, ("prohibited", [])),
        ({"outside": ["ZZ-N"]}, {"jurisdiction": "ZZ-N"}, ("not_reached", ["actor"])),
        ({"outside": ["ZZ-N"]}, {"jurisdiction": "ZZ-S"}, ("prohibited", [])),
        ({"outside": ["ZZ-N"]}, {"jurisdiction": None}, ("undetermined", ["actor"])),
        ({"roles_shared": ["federal_department"]}, {}, ("prohibited", [])),
        ({"roles_shared": ["federal_department"]}, {"jurisdiction": "ZZ-N"}, ("undetermined", ["actor"])),
        ({"roles_shared": ["federal_department"]}, {"jurisdiction": "YY"}, ("not_reached", ["actor"])),
        (
            {"roles_shared": ["federal_department"]},
            {"jurisdiction": "ZZ-N", "actor": ["federal_department@ZZ"]},
            ("prohibited", []),
        ),
        (
            {"roles_shared": ["federal_department"], "outside": ["ZZ-N"]},
            {"jurisdiction": "ZZ-N"},
            ("undetermined", ["actor"]),
        ),
        ({"roles_shared": ["federal_department"], "outside": ["ZZ-N"]}, {"jurisdiction": "ZZ-S"}, ("prohibited", [])),
        ({"roles": ["any_person"]}, {"jurisdiction": "YY", "actor": ["investor@ZZ"]}, ("prohibited", [])),
        ({"roles": ["any_person"]}, {"actor": ["investor@YY"]}, ("not_reached", ["actor"])),
        ({"roles": ["any_person"]}, {"actor": ["investor@YY", "carrier"]}, ("prohibited", [])),
        ({"roles": ["local_government"]}, {"actor": ["municipal_body"]}, ("prohibited", [])),
        ({"roles": ["municipal_body"]}, {"actor": ["local_government"]}, ("not_reached", ["actor"])),
    ],
)
def test_whom_a_text_leaves_out(world: World, change: Any, facts: Any, expected: Any) -> None:
    one = regime(world, binds={**BASE["binds"], **change})
    assert told(found(world, one, **facts)) == expected


@pytest.mark.parametrize(
    ("entity", "facts", "expected"),
    [
        (CHINA, PART, ("undetermined", ["component"])),
        ({**CHINA, "components": "included"}, PART, ("prohibited", [])),
        ({**CHINA, "components": "excluded"}, PART, ("not_reached", ["entity"])),
        (CHINA, {**PART, "component": [{"maker": "axis", "part": "soc"}]}, ("not_reached", ["entity"])),
        (
            {**CHINA, "components": "included"},
            {**PART, "component": [{"maker": "bosch", "part": "soc"}]},
            ("undetermined", ["component"]),
        ),
        (CHINA, {"entity": "hikvision_uk", "maker": None, "maker_country": "GB"}, ("undetermined", ["entity"])),
        ({**CHINA, "affiliates": "excluded"}, {"maker": "hikvision_usa"}, ("not_reached", ["entity"])),
        ({**BASE["entity"], "countries_argued": ["CN"]}, {"maker": "hytera_us_inc"}, ("undetermined", ["entity"])),
        (CHINA, {**PART, "component": [{"maker": "lorex", "part": "soc"}]}, ("not_reached", ["entity"])),
        ({**BASE["entity"], "parts": ["soc"]}, PART, ("not_reached", ["entity"])),
        ({**BASE["entity"], "parts": ["main_board"]}, PART, ("prohibited", [])),
        ({**BASE["entity"], "others_named": True}, {"maker": "axis"}, ("not_reached", ["entity"])),
        ({**BASE["entity"], "others_named": True}, {"maker": "acme_cams"}, ("undetermined", ["entity"])),
        (BASE["entity"], {"maker": "acme_cams"}, ("not_reached", ["entity"])),
    ],
)
def test_whose_parts_and_which_strangers_count(world: World, entity: Any, facts: Any, expected: Any) -> None:
    assert told(found(world, regime(world, entity=entity), **facts)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("network_5g", ("prohibited", [])),
        ("telecom", ("undetermined", ["product"])),
        ("routers", ("undetermined", ["product"])),
        ("network_4g", ("not_reached", ["product"])),
        ("handsets", ("not_reached", ["product"])),
    ],
)
def test_one_kind_of_network_is_surely_not_another(world: World, word: str, expected: Any) -> None:
    one = regime(world, products=["network_5g"], products_argued=["telecom"])
    assert told(found(world, one, product=[word])) == expected


@pytest.mark.parametrize(("day", "outcome"), [("2025-08-13", "conditional"), ("2025-08-14", "prohibited")])
def test_exception_ends_with_its_last_day(world: World, day: str, outcome: str) -> None:
    way = {"id": "w", "name": SAYS, "kind": "waiver", "if": {"claims": "waiver"}, "says": SAYS, "source": "act"}
    one = regime(world, exceptions=[{**way, "until": "2025-08-13"}])
    finding = found(world, one, date.fromisoformat(day), claims=["waiver"])
    assert (finding.outcome.value, finding.open_exceptions) == (outcome, ())


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ("undetermined", ["certificate"])),
        ({"authorised": "2021-05-01"}, ("not_reached", ["certificate"])),
        ({"authorised": "2021-05-01", "certificate": False}, ("prohibited", [])),
        ({"authorised": {"value": "2021-05-01", "basis": "assumed"}}, ("undetermined", ["certificate"])),
    ],
)
def test_day_of_an_authorisation_is_a_certificate(world: World, facts: Any, expected: Any) -> None:
    assert told(found(world, regime(world, certificates=["fcc_certification"]), **facts)) == expected
    assert "authorised" in reads(regime(world, certificates=["fcc_certification"]).measures[0])


OWN_BADGE = {"maker": "axis", "brand": "hikvision"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (OWN_BADGE, ("undetermined", ["entity"])),
        ({"maker": "axis", "brand": "axis"}, ("not_reached", ["entity"])),
        ({"maker": "hikvision", "brand": "axis"}, ("prohibited", [])),
        ({"maker": "hikvision", "brand": "dahua"}, ("prohibited", [])),
    ],
)
def test_badge_of_its_own_maker_on_somebody_elses_thing_is_asked_about(world: World, facts: Any, expected: Any) -> None:
    assert told(found(world, regime(world), **facts)) == expected


@pytest.mark.parametrize(
    ("brand", "expected"), [("hikvision", ("undetermined", ["entity"])), ("axis", ("not_reached", ["entity"]))]
)
def test_own_badge_of_a_maker_under_the_law_is_asked_about(world: World, brand: str, expected: Any) -> None:
    facts: dict[str, Any] = {"maker": "axis", "maker_country": "SE", "brand": brand}
    assert told(found(world, regime(world, entity=CHINA), **facts)) == expected


def test_measure_of_another_place_than_its_regime_is_refused(world: World) -> None:
    with pytest.raises(KnowledgeError, match="binds those of YY, and the regime is of ZZ"):
        regime(world, binds={"jurisdiction": "YY", "roles": ["federal_department"]})
