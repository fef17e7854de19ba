"""Whatever judging answers can be said: every row of many findings, in both languages, with its places filled."""

from __future__ import annotations

import os
from datetime import date
from itertools import product
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.knowledge.vocabulary import read_situation
from debadge.model.assessment import Assessment
from debadge.report.reading.speech import Speech

PROVE = os.environ.get("DEBADGE_PROVE") == "1"  # every situation, instead of one of seven
WHO: tuple[dict[str, Any], ...] = (
    {},
    {"actor": ["federal_department"], "jurisdiction": "CA"},
    {"actor": ["federal_contractor"], "jurisdiction": "US"},
    {"actor": ["provincial_body"], "jurisdiction": "CA-QC"},
    {"actor": ["federal_department"], "jurisdiction": "GB"},
)
BEHIND: tuple[dict[str, Any], ...] = (
    {},
    {"maker": "hikvision"},
    {"maker": "hikvision", "brand": "lts"},
    {"maker": {"value": "dahua", "basis": "inferred"}, "brand": "lorex"},
    {"maker": "axis", "component": [{"maker": "hisilicon", "part": "soc"}]},
    {"entity": "ezviz"},
    {"entity": "hikvision"},
    {"maker": "uniview"},
    {"maker": "axis", "entity": "axis"},
)
ACTS = ("use", "retain", "procure", "export_to", "import", "connect_core")
DAYS = (date(2018, 1, 1), date(2024, 6, 1), date(2026, 7, 15), date(2026, 11, 22))
MORE: tuple[dict[str, Any], ...] = (
    {},
    {
        "product": ["video_surveillance"],
        "purpose": ["public_safety"],
        "acquired": "2023-12-22",
        "funding": ["federal_grant"],
        "site_class": ["secret"],
        "ship_from": "US",
        "authorised": "2021-05-01",
        "controller": "landlord",
        "on_core_network": True,
    },
    {
        "product": ["software"],
        "purpose": ["other"],
        "acquired": "2020",
        "funding": ["own"],
        "site_class": ["ordinary"],
        "ship_from": "CA",
        "made_in": "CN",
        "controlled_us_content": False,
        "authorised": "2030",
        "on_core_network": False,
    },
)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_answer_can_be_said_in_both_languages(world: World, estate: Assessment, day: date) -> None:
    speeches = [Speech(estate, world.sentences(lang)) for lang in ("en", "fr")]
    said: set[str] = set()
    several = list(product(WHO, BEHIND, ACTS, MORE))
    for who, behind, act, more in several if PROVE else several[DAYS.index(day) :: 7]:
        situation = complete(
            read_situation({**who, **behind, "act": act, **more}, world.vocabulary, "test"), world.law, day
        )
        for finding in judge(situation, tuple(world.law.regimes.values()), as_of=day, law=world.law):
            for row in finding.because:
                if (key := f"{row.says} {sorted(row.given)}") not in said:
                    said.add(key)
                    assert all(speech.row(row) and "{" not in speech.row(row) for speech in speeches)
    assert len(said) > 30
