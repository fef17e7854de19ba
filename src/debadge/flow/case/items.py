"""What a run found, as items of cases: each thing that a rule reaches or may reach, and how it would be known again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from debadge.cases.absence import OWN_KEYS, Looked, Swept
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.coverage import FileCoverage
from debadge.model.observation import Observation
from debadge.model.organisation import Site, holds
from debadge.model.words import Outcome
from debadge.text.addresses import within

KINDS = frozenset({"device", "lot", "channel", "component"})
"""Kinds of things that stand somewhere; a purchase line or a party is screened and not dismantled."""


def items(assessment: Assessment) -> dict[str, dict[str, Any]]:
    """Asset id -> item, for every thing that stands somewhere; `findings` is empty where no rule reaches it."""
    found = _findings(assessment)
    kinds = {file.name: file.record_kind for file in assessment.coverage.files if file.record_kind}
    last = _last_days(assessment)
    return {
        asset.id: _item(asset, assessment, found.get(asset.id, []), kinds, last)
        for asset in assessment.assets
        if asset.kind in KINDS
    }


def _findings(assessment: Assessment) -> Mapping[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for group in assessment.groups:
        one = group.finding
        if one.outcome is Outcome.NOT_REACHED:
            continue
        finding = {
            "id": group.id,
            "regime": one.regime,
            "measure": one.measure,
            "act": one.act,
            "outcome": one.outcome.value,
            "force": one.force.value,
            "contested": bool(one.contested),
        }
        for subject in group.subjects:
            told[subject].append(finding)
    return told


def _last_days(run: Assessment) -> Mapping[str, str]:
    """Regime -> the first day by which one of its duties has to be done, where nothing about it is supposed."""
    told: dict[str, str] = {}
    for one in run.deadlines:
        if one.due and not one.supposed:
            day = one.due.earliest.isoformat()
            told[one.regime] = min(day, told.get(one.regime, day))
    return told


def _item(
    asset: Asset,
    run: Assessment,
    findings: list[dict[str, Any]],
    kinds: Mapping[str, str],
    last_days: Mapping[str, str],
) -> dict[str, Any]:
    found, site = run.identifications[asset.id], run.sites.get(asset.id)
    files = {run.observations[id_].file for id_ in asset.observations}
    told = {
        "case": asset.id,
        "name": asset.name,
        "kind": asset.kind,
        "units": asset.quantity,
        "keys": [list(key) for key in asset.keys],
        "parent": asset.parent,
        "site": site.id if site else None,
        "site_class": list(site.site_class) if site and site.site_class else None,
        "contract": site.contract if site else None,
        "controller": site.controller if site else None,
        "renews": _renewal(site, run),
        "due": min((last_days[one["regime"]] for one in findings if one["regime"] in last_days), default=None),
        "maker": found.maker,
        "grade": found.grade.value,
        "brand": found.brand,
        "model": found.model,
        "device_class": found.device_class,
        "record_kinds": sorted({kinds[file] for file in files if file in kinds}),
        "findings": findings,
    }
    return {name: value for name, value in told.items() if value not in (None, [])} | {"findings": findings}


def _renewal(site: Site | None, run: Assessment) -> str | None:
    """The day on which the contract of a site is renewed."""
    contracts = run.organisation.contracts if run.organisation else ()
    told = next((one.renews for one in contracts if site and one.id == site.contract), None)
    return told.isoformat() if told else None


def looked(assessment: Assessment) -> Looked:
    """What a run looked at: its sweeps by network and file, with the kinds of keys that each showed there."""
    keys = {(name, value) for asset in assessment.assets for name, value in asset.keys if name in OWN_KEYS}
    return Looked(
        keys=frozenset(keys), sweeps=tuple(_sweeps(assessment)), record_kinds=frozenset(assessment.coverage.kinds_read)
    )


def _sweeps(run: Assessment) -> Iterator[Swept]:
    networks = [network.network for network in run.coverage.networks or ()]
    shown = _shown(run)
    for file in run.coverage.files:
        for network in networks:
            addresses = frozenset(str(one) for span in file.swept for one in within(span, network))
            if addresses:
                yield Swept(
                    network=network,
                    addresses=addresses,
                    means=file.method or file.format or file.name,
                    shows=frozenset(
                        name for address, names in shown[file.name].items() if holds(network, address) for name in names
                    ),
                    day=_day(file),
                )


def _shown(run: Assessment) -> Mapping[str, Mapping[str, set[str]]]:
    """File -> address -> kinds of own keys that it showed there."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kept in run.observations.values():
        seen: Observation = kept.seen
        if seen.subject.ip:
            told[kept.file][seen.subject.ip] |= {name for name in OWN_KEYS if getattr(seen.subject, name)}
    return told


def _day(file: FileCoverage) -> date | None:
    return date.fromisoformat(file.last[:10]) if file.last else None
