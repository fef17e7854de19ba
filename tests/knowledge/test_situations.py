"""Every sentence that stands beside a regime, as a test of its own, with all its rows."""

from __future__ import annotations

from itertools import groupby

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
