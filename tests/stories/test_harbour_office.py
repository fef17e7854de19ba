"""The example estate, tidy and untidy: what was written down by hand before there was a program is what the program says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.flow.asking import ask
from debadge.flow.assess import assess
from debadge.flow.read import Reading, read
from debadge.flow.world import World
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
EXPECTED: dict[str, Any] = read_yaml(EXAMPLES / "harbour-office" / "expected.yaml")
LISTED = [unit for unit in EXPECTED["units"] if unit.get("listed", True)]
FOLDERS = ("harbour-office", "untidy")


@pytest.fixture(scope="module", params=FOLDERS)
def run(request: pytest.FixtureRequest) -> Assessment:
    world, folder = World.load(), EXAMPLES / request.param
    asking = ask(world, org=None, beside=(folder,), as_of=date(2026, 11, 22), known_by=None)
    return assess(read([folder], world, Reading()), asking, world)


def asset_of(run: Assessment, unit: dict[str, Any]) -> Asset:
    """The asset that carries one of the unit's keys, or the class of thing of its purchase order."""
    keys = unit["keys"]
    mac = "".join(c for c in str(keys.get("mac", "")) if c.isalnum())
    marks = {mac, *(str(keys.get(k, "")).lower() for k in ("serial", "asset_tag")), *map(str, keys.get("ip", ()))} - {
        ""
    }
    found = [asset for asset in run.assets if {value for _, value in asset.keys} & marks]
    if not found:
        found = [
            a for a in run.assets if keys["order"] in texts(run, a) and device_class(run, a) == unit["device_class"]
        ]
    assert len(found) == 1, unit["name"]
    return found[0]


def texts(run: Assessment, asset: Asset) -> set[str]:
    return {run.observations[id_].seen.value for id_ in asset.observations}


def device_class(run: Assessment, asset: Asset) -> str | None:
    return run.identifications[asset.id].device_class


@pytest.mark.parametrize("unit", LISTED, ids=[u["name"] for u in LISTED])
def test_unit_is_identified_as_written_by_hand(run: Assessment, unit: dict[str, Any]) -> None:
    asset = asset_of(run, unit)
    found = run.identifications[asset.id]
    accepted = unit.get("accept", [{"maker": unit["maker"], "grade": unit.get("grade", found.grade.value)}])
    assert {"maker": found.maker, "grade": found.grade.value} in accepted
    assert asset.quantity == unit["units"]
    assert found.conflict is unit["conflict"]
    for name in ("entity", "model"):
        assert getattr(found, name) == unit.get(name, getattr(found, name)), name
    assert (found.brand or "").lower() == (unit.get("brand", found.brand) or "").lower()
    assert sorted(found.chipset) == unit.get("chipset", sorted(found.chipset))


@pytest.mark.parametrize("unit", LISTED, ids=[u["name"] for u in LISTED])
def test_unit_is_where_it_was_said_to_be(run: Assessment, unit: dict[str, Any]) -> None:
    site = run.sites[asset_of(run, unit).id]
    assert site is not None
    assert site.id == unit["site"]


@pytest.mark.parametrize("unit", [u for u in LISTED if "acquired" in u], ids=lambda u: u["name"])
def test_day_of_acquisition_is_the_recorded_one(run: Assessment, unit: dict[str, Any]) -> None:
    fact = run.situations[asset_of(run, unit).id][0]["acquired"]
    told = [str(v) for v in fact.others] or ([str(fact.value)] if fact.known else [])
    wanted = unit["acquired"]
    assert sorted(told) == sorted(wanted if isinstance(wanted, list) else [wanted] if wanted else [])


def test_totals_are_those_counted_by_hand(run: Assessment) -> None:
    totals = EXPECTED["totals"]
    assert len(run.assets) == totals["assets_listed"]
    assert sum(a.quantity for a in run.assets) == totals["units_listed"]
    assert run.coverage.personal == totals["counted_not_listed"]["phones_and_laptops"]
    by_maker: Counter[tuple[str, str]] = Counter()
    for asset in run.assets:
        found = run.identifications[asset.id]
        by_maker[found.maker or "", found.grade.value] += asset.quantity
    for maker, grades in totals["units_by_maker"].items():
        assert {g: by_maker[maker, g] for g in grades} == grades
    assert not {maker for maker, _ in by_maker} & set(totals["units_by_maker_never"])


def test_one_row_is_rejected_with_its_place(run: Assessment) -> None:
    assert len(run.rejects) == 1
    assert run.rejects[0].locator in {"asset-register.csv:16", "registre.xlsx:Siège!19"}


def test_coverage_has_its_denominators(run: Assessment) -> None:
    networks = {n.network: n for n in run.coverage.networks or ()}
    assert (networks["192.0.2.0/25"].swept, networks["192.0.2.0/25"].addresses) == (127, 128)
    assert (networks["203.0.113.0/26"].swept, networks["203.0.113.0/26"].answered) == (0, 0)
    depot = networks["198.51.100.0/24"]
    assert (depot.swept, depot.addresses, depot.excluded, depot.answered) == (0, 248, 8, 5)
    assert set(run.coverage.kinds_expected or ()) - set(run.coverage.kinds_read) == {"vms"}


def test_camera_in_three_sources_is_one(run: Assessment) -> None:
    unit = next(u for u in LISTED if u["name"] == "hq-cam-05")
    asset = asset_of(run, unit)
    assert len({run.observations[i].file for i in asset.observations}) == 3
    assert {j.key for j in asset.joins} == {"serial", "mac"}


def test_phone_is_counted_and_nowhere_listed(run: Assessment) -> None:
    told = repr(run)
    assert "003de16b90c4" not in told.lower().replace(":", "")
    assert "192.0.2.50" not in told.replace("192.0.2.0-192.0.2.125", "")


def test_department_reads_relabels_where_the_public_statement_is_silent(run: Assessment) -> None:
    annke = asset_of(run, next(u for u in LISTED if u["name"] == "hq-cam-07")).id
    told = {
        (g.finding.regime, g.finding.measure): g.finding.outcome.value
        for g in run.groups
        if annke in g.subjects and g.finding.act == "use"
    }
    assert told["ca-gov-hikvision-use-ban-2025", "procure-and-use"] == "undetermined"
    assert told["harbour-office-direction", "procure-and-use"] == "prohibited"


def test_landlords_camera_is_not_the_departments_use(run: Assessment) -> None:
    recorder = asset_of(run, next(u for u in LISTED if u["name"] == "dep-nvr-01")).id
    use = next(
        g.finding
        for g in run.groups
        if recorder in g.subjects and g.finding.act == "use" and g.finding.regime == "ca-gov-hikvision-use-ban-2025"
    )
    assert [str(q) for q in use.questions] == ["act"]
