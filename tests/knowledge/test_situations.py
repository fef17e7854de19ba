"""Every sentence that stands beside a regime, as a test of its own."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.knowledge.pack import DATA
from debadge.knowledge.situations import Case, check_case, read_cases
from debadge.knowledge.yamlfile import read_yaml

CASES = [
    (path.stem, case)
    for path in sorted((DATA / "regimes").rglob("*.yaml"))
    for case in read_cases(read_yaml(path).get("situations"), path.name)
]


@pytest.mark.parametrize(("regime", "case"), CASES, ids=[f"{regime}-{n}" for n, (regime, _) in enumerate(CASES)])
def test_situation_holds(regime: str, case: Case, world: World) -> None:
    assert check_case(case, world.law.regimes[regime], world.law, world.vocabulary) is None
