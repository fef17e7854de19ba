"""Every sentence that stands beside a regime, as a test of its own, with all its rows."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.knowledge.pack import DATA
from debadge.knowledge.situations import Case, check_case, read_cases
from debadge.knowledge.yamlfile import read_yaml

VOCABULARY = World.load().vocabulary
SENTENCES = [
    (path.stem, sentence, tuple(cases))
    for path in sorted((DATA / "regimes").rglob("*.yaml"))
    for sentence, cases in groupby(
        read_cases(read_yaml(path).get("situations"), path.name, VOCABULARY), key=lambda case: case.sentence
    )
]


@pytest.mark.parametrize(
    ("regime", "sentence", "cases"), SENTENCES, ids=[f"{regime}: {one}" for regime, one, _ in SENTENCES]
)
def test_situation_holds(regime: str, sentence: str, cases: tuple[Case, ...], world: World) -> None:
    told = [check_case(case, world.law.regimes[regime], world.law, world.vocabulary) for case in cases]

    assert [wrong for wrong in told if wrong] == [], sentence


FRIDAY: dict[str, Any] = {
    "name": "found on a Friday",
    "given": {
        "jurisdiction": "US",
        "actor": ["federal_contractor"],
        "act": "use",
        "maker": "huawei",
        "product": ["telecom"],
    },
    "measure": "use",
    "expect": "prohibited",
    "cases": [{"as_of": "2026-11-27", "events": {"discovery": "2026-11-27"}}],
}


@pytest.mark.parametrize(
    ("due", "wrong"),
    [
        ({"first-report": "2026-11-30", "follow-up-report": None}, False),
        ({"first-report": "2026-11-28"}, True),
        ({"first-report": None}, True),
        ({"last-report": "2026-11-30"}, True),
    ],
)
def test_last_day_of_a_duty_can_be_stated(due: dict[str, Any], wrong: bool, world: World) -> None:
    (case,) = read_cases([FRIDAY | {"due": due}], "x", VOCABULARY)
    assert (check_case(case, world.law.regimes["us-889a1b"], world.law, VOCABULARY) is not None) is wrong
