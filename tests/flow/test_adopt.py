"""A public rule taken over as an own direction: every rule of the pack, its days, its readings, and what it leaves alone."""

from __future__ import annotations

import os
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from tools.prove.mutate import mutants, survives

from debadge.flow.adopt import Adopted, Terms, adopt, slug
from debadge.flow.world import World
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.knowledge.clauses import without_words
from debadge.knowledge.situations import read_cases
from debadge.knowledge.vocabulary import read_situation
from debadge.knowledge.yamlfile import parse_yaml
from debadge.model.errors import ToldError
from debadge.model.finding import Finding
from debadge.model.organisation import Organisation
from debadge.model.words import Answer, Force, Outcome, Test

DAY = date(2026, 12, 1)
EVE = DAY - timedelta(days=1)
PUBLISHED = date(2026, 11, 20)
PUBLIC = "ca-gov-hikvision-use-ban-2025"
CITE = "Policy 12 of 2026, section 3"
WORLD = World.load()
NO_ACT = {"nato-no-list", "nz-no-ban", "ua-nacp-2023", "us-1260h"}
UNREAD = {
    "ca-bill-c8-telecom-2026",
    "de-bsig-41-2025",
    "eu-csa2-proposal",
    "jp-procurement-2018",
    "pl-ksc-2026",
    "ua-1335-2025",
    "us-ga-hb113-2025",
    "us-uflpa",
}
ADOPTABLE = sorted(set(WORLD.law.regimes) - NO_ACT - UNREAD)
SOME = ADOPTABLE if os.environ.get("DEBADGE_PROVE") == "1" else ADOPTABLE[::7]  # the long proofs take every one


def organisation(*roles: str, place: str | None = "CA") -> Organisation:
    names = {"en": "Maple Ridge", "fr": "Érablière"}
    return Organisation(names=names, profile=None, jurisdiction=place, roles=roles or ("any_person",))


@cache
def adopted(regime: str, *roles: str, place: str = "CA", start: date = DAY, strict: bool = False) -> Adopted:
    terms = Terms(start=start, cite=CITE, published=min(start, PUBLISHED), strict=strict)
    return adopt(WORLD, regime, organisation(*roles, place=place), terms)


def asked(told: Adopted, measure: str | None = None, on: date = DAY, **facts: Any) -> Finding:
    given = {"jurisdiction": "CA", "actor": ["any_person"], **facts}
    situation = complete(read_situation(given, WORLD.vocabulary, "test"), WORLD.law, on)
    found = judge(situation, (told.regime,), as_of=on, law=WORLD.law)
    return next(f for f in found if measure in {None, f.measure})


def value_of(told: Adopted) -> dict[str, Any]:
    value: dict[str, Any] = parse_yaml(told.text.encode(), "direction.yaml")
    return value


@pytest.mark.parametrize("strict", [False, True], ids=["open", "strict"])
@pytest.mark.parametrize("regime", SOME)
def test_every_rule_is_taken_over_and_proves_itself(regime: str, strict: bool) -> None:  # a table of two
    told = adopted(regime, strict=strict)
    own, public = told.regime, WORLD.law.regimes[regime]
    assert (own.force, own.own, own.follows, own.jurisdiction) == (Force.OWN_DIRECTION, True, (regime,), "CA")
    assert {m.roles for m in own.measures} == {("any_person",)}
    assert {m.source.title for m in own.measures} == {CITE}
    assert {m.id.removesuffix("-by-country") for m in own.measures} <= {m.id for m in public.measures}
    assert list(without_words(own)) == []
    assert told.situations >= 20 * len(own.measures)


@pytest.mark.parametrize("regime", SOME)
def test_nothing_applies_before_the_first_day(regime: str) -> None:
    told = adopted(regime)
    starts = {measure.in_force.start for measure in told.regime.measures}
    assert all(start and start.earliest >= DAY for start in starts)
    assert DAY in {start.earliest for start in starts if start}
    eves = [row["cases"][0] for row in value_of(told)["situations"] if row["name"].endswith("its days")]
    assert all("date" in row["expect"]["not_reached"] for row in eves)


@pytest.mark.parametrize("regime", SOME)
def test_measures_keep_their_acts_effect_and_readings(regime: str) -> None:
    public = {m.id: m for m in WORLD.law.regimes[regime].measures}
    for own in adopted(regime).regime.measures:
        theirs = public[own.id]
        assert (own.effect, own.condition, own.acts, own.acts_argued) == (
            theirs.effect,
            theirs.condition,
            theirs.acts,
            theirs.acts_argued,
        )
        assert (own.products, own.purposes, own.entity.relabels, own.entity.affiliates, own.entity.components) == (
            theirs.products,
            theirs.purposes,
            theirs.entity.relabels,
            theirs.entity.affiliates,
            theirs.entity.components,
        )
        assert {p: (x.start, x.products) for p, x in own.entity.named.items()} == {
            p: (x.start, x.products) for p, x in theirs.entity.named.items()
        }
        standing = [way.when for way in theirs.exceptions if way.until is None or way.until >= DAY]
        assert [way.when for way in own.exceptions] == standing


@pytest.mark.parametrize("regime", SOME)
def test_strict_leaves_nothing_open_that_an_organisation_can_settle(regime: str) -> None:
    told = adopted(regime, strict=True)
    assert told.open == ()
    for measure in told.regime.measures:
        about = measure.entity.named or measure.entity.countries
        assert (measure.acts_argued, measure.products_argued, measure.entity.countries_argued) == ((), (), ())
        assert not (about and measure.entity.affiliates.kind == "silent")
    clauses = [clause.says["en"] for clause in told.regime.clauses]
    assert sum("For Maple Ridge" in says for says in clauses) >= len(told.settled)


@pytest.mark.parametrize("regime", sorted(NO_ACT))
def test_rule_without_an_act_is_refused(regime: str) -> None:
    with pytest.raises(ToldError, match=r"error\.adopt\.no_act"):
        adopted(regime)


@pytest.mark.parametrize("regime", sorted(UNREAD))
def test_rule_about_a_list_that_nobody_read_is_refused(regime: str) -> None:
    with pytest.raises(ToldError, match=r"error\.adopt\.unread_list"):
        adopted(regime, strict=True)


def test_list_without_effect_names_the_rules_that_use_it() -> None:
    with pytest.raises(ToldError) as refused:
        adopted("us-1260h")
    assert "us-805-dod" in refused.value.given["users"]


def test_part_about_an_unread_list_stays_unknown_and_says_so() -> None:
    told = adopted("cz-nukib-2025")
    found = asked(told, "warning-2025", act="procure", maker="axis")
    assert found.questions == (Test.ENTITY,)
    assert [c for c in told.regime.clauses if "has not been read" in c.says["en"]]


SLIPS = [
    PUBLIC,
    "ca-qc-arrete-2023",
    "us-889a1b",
    "nl-amsterdam-2024",
    "us-fcc-prior-grants-2026",
    "us-bis-affiliates-rule",
]


@pytest.mark.parametrize("regime", SLIPS)
def test_situations_notice_every_slip(regime: str) -> None:
    told = adopted(regime, "federal_contractor", "retailer")
    value = value_of(told)
    cases = read_cases(value.pop("situations"), "direction.yaml", WORLD.vocabulary)
    changed = [(what, one) for what, one in mutants(value, WORLD) if not what.startswith("read ")]  # its own readings
    assert changed
    assert [what for what, one in changed if survives(told.name, one, cases, WORLD)] == []


def test_camera_is_contrary_to_the_own_policy_and_public_rule_does_not_reach_it() -> None:
    told = adopted(PUBLIC)
    found = asked(told, act="use", maker="hikvision")
    assert (found.outcome, found.force) == (Outcome.PROHIBITED, Force.OWN_DIRECTION)
    assert [source.title for source in found.citations] == [CITE]
    public = WORLD.law.regimes[PUBLIC]
    given = {"jurisdiction": "CA", "actor": ["any_person"], "act": "use", "maker": "hikvision"}
    (law,) = judge(read_situation(given, WORLD.vocabulary, "t"), (public,), as_of=DAY, law=WORLD.law)
    assert law.failed_tests == (Test.ACTOR,)


@pytest.mark.parametrize(
    ("facts", "open_", "strict"),
    [
        ({"maker": "hikvision", "brand": "lts"}, "undetermined", "prohibited"),
        ({"entity": "hikrobot"}, "undetermined", "prohibited"),
        (
            {"maker": "axis", "component": [{"maker": "hikvision", "part": "sensor_board"}]},
            "undetermined",
            "prohibited",
        ),
        ({"entity": "ezviz"}, "undetermined", "undetermined"),
        ({"brand": "lts"}, "undetermined", "undetermined"),
        ({"maker": "axis"}, "not_reached", "not_reached"),
    ],
    ids=["badge", "subsidiary", "part", "unverified-tie", "lead", "stranger"],
)
def test_strict_settles_what_the_text_leaves_open_and_no_more(facts: dict[str, Any], open_: str, strict: str) -> None:
    assert asked(adopted(PUBLIC), act="use", **facts).outcome == open_
    assert asked(adopted(PUBLIC, strict=True), act="use", **facts).outcome == strict


def test_strict_widens_the_products_of_listed_parties() -> None:
    facts: dict[str, Any] = {"act": "use", "maker": "hikvision", "product": ["intercom"], "purpose": ["public_safety"]}
    assert asked(adopted("us-889a1b"), **facts).questions == (Test.PRODUCT,)
    assert asked(adopted("us-889a1b", strict=True), **facts).outcome is Outcome.PROHIBITED


def test_strict_reaches_makers_of_an_argued_country_by_a_measure_of_its_own() -> None:
    told = adopted("nl-2022", strict=True)
    assert [m.id for m in told.regime.measures] == ["removal", "removal-by-country"]
    found = asked(told, "removal-by-country", act="use", maker="uniview", product=["video_surveillance"])
    assert found.outcome is Outcome.CONDITIONAL


def test_purchase_cut_off_stays_that_of_the_text_that_is_quoted() -> None:
    later, held = adopted("ca-qc-arrete-2023").regime.measures
    assert (later.acquired_after, held.acquired_until) == (date(2023, 12, 21), date(2023, 12, 21))


def test_later_phase_of_the_public_text_keeps_its_day_and_a_past_one_is_left_out() -> None:
    told = adopted("us-805-dod")
    starts = {m.id: m.in_force.start.earliest for m in told.regime.measures if m.in_force.start}
    assert starts["contract"] == DAY
    assert starts["goods"] == date(2027, 6, 30)
    gone = {c.at for c in adopted("us-fcc-equipment-authorization").regime.clauses if c.not_encoded}
    assert "us-fcc-equipment-authorization/freeze" in gone


def test_rule_that_lies_ahead_may_be_begun_earlier() -> None:
    assert {
        m.in_force.start.earliest for m in adopted("us-5949-semiconductors").regime.measures if m.in_force.start
    } == {DAY}


def test_rule_that_is_over_is_taken_as_it_last_stood() -> None:
    (only,) = adopted("us-ga-sb346").regime.measures
    assert (only.id, only.in_force.until) == ("bid-while-repeal-is-unknown", None)


def test_suspension_of_the_authority_does_not_stop_the_direction() -> None:
    (only,) = adopted("us-bis-affiliates-rule").regime.measures
    assert only.in_force.suspensions == ()
    assert [
        c
        for c in adopted("us-bis-affiliates-rule").regime.clauses
        if "not stopped" in (c.not_encoded or {"en": ""})["en"]
    ]


def test_duties_to_an_authority_are_left_out_with_the_reason() -> None:
    told = adopted("us-889a1b").regime
    assert told.duties == ()
    left = {clause.at for clause in told.clauses if clause.not_encoded}
    assert {f"us-889a1b/{duty.id}" for duty in WORLD.law.regimes["us-889a1b"].duties} <= left


def test_direction_binds_the_roles_that_the_organisation_has_at_its_own_place() -> None:
    told = adopted(PUBLIC, "retailer", "federal_contractor@US", "installer@CA-ON").regime
    assert {m.roles for m in told.measures} == {("retailer", "installer")}


@pytest.mark.parametrize(
    ("org", "reason"),
    [
        (organisation(place=None), "error.adopt.no_place"),
        (organisation("federal_contractor@US"), "error.adopt.no_role"),
    ],
)
def test_organisation_without_place_or_role_is_refused(org: Organisation, reason: str) -> None:
    terms = Terms(start=DAY, cite=CITE, published=DAY, strict=False)
    with pytest.raises(ToldError, match=reason.replace(".", r"\.")):
        adopt(WORLD, PUBLIC, org, terms)


@pytest.mark.parametrize(
    ("name", "told"), [("Bureau du port (été)", "bureau-du-port-ete"), ("海康", "own"), ("A&B / C", "a-b-c")]
)
def test_name_of_the_organisation_becomes_part_of_an_id(name: str, told: str) -> None:
    assert slug(Organisation(names={"en": name, "fr": name}, profile=None, jurisdiction=None, roles=())) == told


def test_answers_of_the_direction_show_whose_list_it_is() -> None:
    found = asked(adopted(PUBLIC), act="use", maker="hikvision")
    (row,) = [row for row in found.because if row.test is Test.ENTITY]
    assert row.answer is Answer.YES
    assert [source.key for source in row.sources] == ["announcement"]
