"""The whole assessment as one JSON document, for programs."""

from __future__ import annotations

import json
from typing import Any

from debadge.model.assessment import Assessment
from debadge.model.organisation import Organisation
from debadge.report.reading.answers import answers_of
from debadge.text.sentences import LANGUAGES, Sentences

SCHEMA_VERSION = 1
STANDING = "report.standing"


def render(assessment: Assessment, sentences: Sentences) -> str:
    """Keys in a fixed order, two blanks of indent, Unicode as it is."""
    return json.dumps(plain(assessment, sentences), ensure_ascii=False, indent=2) + "\n"


def plain(assessment: Assessment, sentences: Sentences) -> dict[str, Any]:
    """The document."""
    asking = assessment.organisation
    return {
        "schema_version": SCHEMA_VERSION,
        "notice": {lang: sentences.told[STANDING][lang] for lang in LANGUAGES},
        "marking": asking.marking if asking else None,
        "pack": assessment.pack,
        "as_of": assessment.as_of.isoformat(),
        "known_by": assessment.known_by.isoformat() if assessment.known_by else None,
        "organisation": _organisation(asking) if asking else None,
        "units": sum(a.quantity for a in assessment.assets),
        "coverage": assessment.coverage.plain(),
        "assets": _assets(assessment),
        "findings": [group.plain() for group in assessment.groups if group.subjects],
        "regimes": {
            r.id: {"title": dict(r.title), "force": r.force.value, "own": r.own, "follows": list(r.follows)}
            for r in assessment.regimes.values()
        },
        "rejects": [reject.plain() for reject in assessment.rejects],
    }


def _organisation(asking: Organisation) -> dict[str, Any]:
    return {
        "names": dict(asking.names),
        "profile": asking.profile,
        "jurisdiction": asking.jurisdiction,
        "roles": list(asking.roles),
    }


def _assets(assessment: Assessment) -> list[dict[str, Any]]:
    answers, told = answers_of(assessment), []
    for asset in assessment.assets:
        said, site = answers.of(asset.id), assessment.sites.get(asset.id)
        told.append(
            {
                "id": asset.id,
                "name": asset.name,
                "kind": asset.kind,
                "units": asset.quantity,
                "site": site.id if site else None,
                "buy": said.buy.value,
                "keep": said.keep.value,
                "own_buy": said.own_buy.value,
                "own_keep": said.own_keep.value,
                "identification": assessment.identifications[asset.id].plain(),
            }
        )
    return told
