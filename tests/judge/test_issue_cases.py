"""Cases that the law must answer: facts as somebody would give them, the outcome, and the test that decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from debadge.flow.judge import judge_facts
from debadge.flow.world import World
from debadge.judge.judge import headline
from debadge.model.finding import Finding

CASES: list[tuple[str, str, str, str, list[str]]] = [
    # (name, facts, regime, outcome, failed tests | questions | condition, in order)
    (
        "1 lobby dome",
        "{jurisdiction: CA, actor: [federal_department], act: use, maker: hikvision, as_of: 2025-07-15}",
        "ca-gov-hikvision-use-ban-2025",
        "prohibited",
        [],
    ),
    (
        "1b behind an LTS badge",
        "{jurisdiction: CA, actor: [federal_department], act: use, brand: lts, as_of: 2025-07-15,"
        " maker: {value: hikvision, basis: observed, grade: confirmed}}",
        "ca-gov-hikvision-use-ban-2025",
        "undetermined",
        ["entity"],
    ),
    (
        "2 Toronto",
        "{jurisdiction: CA-ON, actor: [any_person], act: use, maker: hikvision, as_of: 2025-07-15}",
        "ca-ica-hikvision-2025",
        "not_reached",
        ["actor", "act"],
    ),
    (
        "3 Dahua",
        "{jurisdiction: CA, actor: [federal_department], act: use, maker: dahua, product: video_surveillance, as_of: 2025-07-15}",
        "ca-gov-hikvision-use-ban-2025",
        "not_reached",
        ["entity"],
    ),
    (
        "3 Dahua, review",
        "{jurisdiction: CA, actor: [federal_department], act: use, maker: dahua, product: video_surveillance,"
        " purpose: government_facility_security, as_of: 2025-07-15}",
        "ca-gov-property-review-2025",
        "not_reached",
        ["entity"],
    ),
    (
        "4 school centre, 20 December",
        "{jurisdiction: CA-QC, actor: [provincial_body], act: use, maker: hikvision, product: video_surveillance,"
        " acquired: 2023-12-20, as_of: 2024-06-01}",
        "ca-qc-arrete-2023",
        "conditional",
        ["assessment", "hardening"],
    ),
    (
        "4 school centre, 21 December",
        "{jurisdiction: CA-QC, actor: [provincial_body], act: use, maker: hikvision, product: video_surveillance,"
        " acquired: 2023-12-21, as_of: 2024-06-01}",
        "ca-qc-arrete-2023",
        "conditional",
        ["assessment", "hardening"],
    ),
    (
        "5 school centre, 22 December",
        "{jurisdiction: CA-QC, actor: [provincial_body], act: use, maker: hikvision, product: video_surveillance,"
        " acquired: 2023-12-22, as_of: 2024-06-01}",
        "ca-qc-arrete-2023",
        "prohibited",
        [],
    ),
    (
        "6 municipality",
        "{jurisdiction: CA-QC, actor: [municipal_body], act: use, maker: hikvision, product: video_surveillance,"
        " acquired: 2023-12-22, as_of: 2024-06-01}",
        "ca-qc-arrete-2023",
        "not_reached",
        ["actor"],
    ),
    (
        "7 private car park",
        "{jurisdiction: US, actor: [federal_contractor], act: use, maker: hikvision, product: video_surveillance,"
        " as_of: 2025-01-15}",
        "us-889a1b",
        "undetermined",
        ["purpose"],
    ),
    (
        "7 purpose other",
        "{jurisdiction: US, actor: [federal_contractor], act: use, maker: hikvision, product: video_surveillance,"
        " purpose: other, as_of: 2025-01-15}",
        "us-889a1b",
        "not_reached",
        ["purpose"],
    ),
    (
        "8 Huawei switch",
        "{jurisdiction: US, actor: [federal_contractor], act: use, maker: huawei, product: telecom, as_of: 2025-01-15}",
        "us-889a1b",
        "prohibited",
        [],
    ),
    (
        "9 interconnection",
        "{jurisdiction: US, actor: [federal_contractor], act: use, maker: huawei, product: telecom, claims: [interconnection],"
        " as_of: 2025-01-15}",
        "us-889a1b",
        "conditional",
        ["exception"],
    ),
    (
        "10 HiSilicon chip",
        "{jurisdiction: US, actor: [federal_department], act: procure, maker: axis, product: video_surveillance,"
        " purpose: public_safety, component: [{maker: hisilicon, part: soc}], as_of: 2025-01-15}",
        "us-889a1a",
        "undetermined",
        ["component"],
    ),
    (
        "11 own money",
        "{jurisdiction: US, actor: [grant_recipient], act: procure, maker: hikvision, product: video_surveillance,"
        " purpose: public_safety, funding: own, as_of: 2025-01-15}",
        "us-889b1-grants",
        "not_reached",
        ["funding"],
    ),
    (
        "12 import in August",
        "{jurisdiction: US, actor: [importer], act: import, maker: hikvision, product: video_surveillance,"
        " purpose: public_safety, authorised: 2021, as_of: 2026-08-01}",
        "us-fcc-prior-grants-2026",
        "prohibited",
        [],
    ),
    (
        "12 on 1 July",
        "{jurisdiction: US, actor: [importer], act: import, maker: hikvision, product: video_surveillance,"
        " purpose: public_safety, authorised: 2021, as_of: 2026-07-01}",
        "us-fcc-prior-grants-2026",
        "not_reached",
        ["date"],
    ),
    (
        "12 on 15 July",
        "{jurisdiction: US, actor: [importer], act: import, maker: hikvision, product: video_surveillance,"
        " purpose: public_safety, authorised: 2021, as_of: 2026-07-15}",
        "us-fcc-prior-grants-2026",
        "undetermined",
        ["date"],
    ),
    (
        "13 householder",
        "{jurisdiction: US, actor: [any_person], act: retain, maker: hikvision, product: video_surveillance,"
        " purpose: public_safety, authorised: 2021-05-01, as_of: 2026-08-01}",
        "us-fcc-prior-grants-2026",
        "not_reached",
        ["actor", "act"],
    ),
    (
        "14 repair from the US",
        "{jurisdiction: US, actor: [any_person], act: export_to, entity: hikvision, ship_from: US, as_of: 2025-01-15}",
        "us-bis-entity-list",
        "conditional",
        ["licence"],
    ),
    (
        "14 repair from Canada",
        "{jurisdiction: CA, actor: [any_person], act: export_to, entity: hikvision, ship_from: CA, made_in: CN,"
        " controlled_us_content: false, as_of: 2025-01-15}",
        "us-bis-entity-list",
        "not_reached",
        ["product"],
    ),
    (
        "15 buying from",
        "{jurisdiction: US, actor: [any_person], act: procure, entity: hikvision, ship_from: US, as_of: 2025-01-15}",
        "us-bis-entity-list",
        "not_reached",
        ["act"],
    ),
    (
        "16 EZVIZ in October 2025",
        "{jurisdiction: US, actor: [exporter], act: export_to, entity: ezviz, ship_from: US, as_of: 2025-10-15}",
        "us-bis-affiliates-rule",
        "undetermined",
        ["entity"],
    ),
    (
        "16 EZVIZ in March 2026",
        "{jurisdiction: US, actor: [exporter], act: export_to, entity: ezviz, ship_from: US, as_of: 2026-03-01}",
        "us-bis-affiliates-rule",
        "not_reached",
        ["date"],
    ),
    (
        "16 EZVIZ in November 2026",
        "{jurisdiction: US, actor: [exporter], act: export_to, entity: ezviz, ship_from: US, as_of: 2026-11-22}",
        "us-bis-affiliates-rule",
        "undetermined",
        ["entity", "date"],
    ),
    (
        "17 Uniview installed at SECRET",
        "{jurisdiction: GB, actor: [federal_department], act: install, maker: uniview, product: video_surveillance,"
        " site_class: secret, as_of: 2025-05-01}",
        "uk-wms-2022",
        "prohibited",
        [],
    ),
    (
        "17 kept after the timeline",
        "{jurisdiction: GB, actor: [federal_department], act: retain, maker: uniview, product: video_surveillance,"
        " site_class: secret, as_of: 2025-05-01}",
        "uk-wms-2022",
        "report_duty",
        [],
    ),
    (
        "17 kept on its last day",
        "{jurisdiction: GB, actor: [federal_department], act: retain, maker: uniview, product: video_surveillance,"
        " site_class: secret, as_of: 2025-04-30}",
        "uk-wms-2022",
        "conditional",
        ["removal_plan"],
    ),
    (
        "20 Lorex under Dahua",
        "{jurisdiction: US, actor: [federal_department], act: procure, entity: lorex, brand: lorex, product: video_surveillance,"
        " purpose: public_safety, maker: {value: dahua, basis: inferred, grade: possible}, as_of: 2021-06-01}",
        "us-889a1a",
        "prohibited",
        [],
    ),
    (
        "20 Lorex after Dahua",
        "{jurisdiction: US, actor: [federal_department], act: procure, entity: lorex, brand: lorex, product: video_surveillance,"
        " purpose: public_safety, maker: {value: dahua, basis: inferred, grade: possible}, as_of: 2024-06-01}",
        "us-889a1a",
        "undetermined",
        ["entity"],
    ),
    (
        "20 Dahua observed",
        "{jurisdiction: US, actor: [federal_department], act: procure, entity: lorex, brand: lorex, product: video_surveillance,"
        " purpose: public_safety, maker: {value: dahua, basis: observed, grade: probable}, as_of: 2024-06-01}",
        "us-889a1a",
        "prohibited",
        [],
    ),
    (
        "21 ComNet transmitter",
        "{jurisdiction: US, actor: [importer], act: import, brand: ComNet, product: telecom, authorised: 2020-01-01,"
        " as_of: 2026-08-01}",
        "us-fcc-prior-grants-2026",
        "not_reached",
        ["entity"],
    ),
    (
        "EZVIZ at the department",
        "{jurisdiction: CA, actor: [federal_department], act: use, maker: hikvision, brand: ezviz, as_of: 2026-11-22}",
        "ca-gov-hikvision-use-ban-2025",
        "undetermined",
        ["entity"],
    ),
]


def judged(facts: str, world: World, regime: str) -> list[Finding]:
    given: dict[str, Any] = yaml.safe_load(facts)
    return [f for f in judge_facts(given, world, "facts", as_of=date(2026, 11, 22)).findings if f.regime == regime]


@pytest.mark.parametrize(("facts", "regime", "outcome", "why"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_case_is_answered_with_its_deciding_test(
    facts: str, regime: str, outcome: str, why: list[str], world: World
) -> None:
    found = headline(judged(facts, world, regime))
    assert found.outcome.value == outcome
    told = {"not_reached": found.failed_tests, "undetermined": found.questions, "conditional": found.condition}.get(
        outcome, ()
    )
    assert [str(word) for word in told] == why


def test_council_library_fails_actor_and_site(world: World) -> None:
    facts = (
        "{jurisdiction: GB, actor: [local_government], act: install, maker: uniview, product: video_surveillance, "
        "site_class: ordinary, as_of: 2025-05-01}"
    )
    new = next(f for f in judged(facts, world, "uk-wms-2022") if "actor" in f.failed_tests and "site" in f.failed_tests)
    assert [str(t) for t in new.failed_tests] == ["actor", "site"]


def test_unclaimed_exceptions_stay_open(world: World) -> None:
    found = headline(
        judged(
            dict(zip([c[0] for c in CASES], [c[1] for c in CASES], strict=True))["8 Huawei switch"], world, "us-889a1b"
        )
    )
    assert {"interconnection", "no-routing"} <= {e.replace("_", "-") for e in found.open_exceptions}


def test_megvii_leaves_the_list_and_the_list_still_binds_nobody(world: World) -> None:
    facts = "{jurisdiction: US, actor: [any_person], act: procure, entity: megvii, as_of: %s}"
    before, after = (headline(judged(facts % day, world, "us-1260h")) for day in ("2024-06-01", "2025-06-01"))
    answers = [{r.test.value: r.answer.value for r in f.because}["entity"] for f in (before, after)]
    assert answers == ["yes", "no"]
    assert [f.failed_tests[0].value for f in (before, after)] == ["force", "force"]


def test_axis_with_an_unseen_chip_is_not_undetermined(world: World) -> None:
    found = headline(
        judged(
            "{jurisdiction: CA, actor: [federal_department], act: use, maker: axis, as_of: 2026-11-22}",
            world,
            "ca-gov-hikvision-use-ban-2025",
        )
    )
    assert [str(t) for t in found.failed_tests] == ["entity"]
    assert "component" in found.not_looked
