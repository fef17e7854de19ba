"""One line of JSON for each thing: who made it, and what each measure says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from debadge.model.assessment import Assessment
from debadge.model.finding import Finding
from debadge.text.sentences import Sentences


def render(assessment: Assessment, sentences: Sentences) -> str:  # noqa: ARG001  # the same in every language
    """Lines in the order of the ids."""
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in _lines(assessment))


def _lines(assessment: Assessment) -> Iterator[dict[str, Any]]:
    findings: dict[str, list[dict[str, Any]]] = {asset.id: [] for asset in assessment.assets}
    for group in assessment.groups:
        told, fragile = _finding(group.finding), frozenset(group.fragile)
        for subject in group.subjects:
            findings[subject].append({**told, "fragile": subject in fragile})
    marking = assessment.organisation.marking if assessment.organisation else None
    for asset in assessment.assets:
        site = assessment.sites.get(asset.id)
        yield {
            "id": asset.id,
            "name": asset.name,
            "kind": asset.kind,
            "units": asset.quantity,
            "site": site.id if site else None,
            "marking": marking,
            "as_of": assessment.as_of.isoformat(),
            "pack": assessment.pack,
            "identification": assessment.identifications[asset.id].plain(),
            "findings": findings[asset.id],
        }


def _finding(found: Finding) -> dict[str, Any]:
    """The answer without its reasons; those are in findings.jsonl under the id."""
    failed = [test.value for test in found.failed_tests]
    return {
        "id": found.id(),
        "regime": found.regime,
        "measure": found.measure,
        "act": found.act,
        "outcome": found.outcome.value,
        "force": found.force.value,
        "condition": list(found.condition),
        "failed_test": failed[0] if failed else None,
        "failed_tests": failed,
        "questions": [test.value for test in found.questions],
        "open_exceptions": list(found.open_exceptions),
        "contested": bool(found.contested),
    }
