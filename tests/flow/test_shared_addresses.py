"""Which addresses are told as shared: only those where nobody can say how many things stand there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from debadge.flow.asking import ask
from debadge.flow.assess import assess
from debadge.flow.read import Reading, read
from debadge.flow.world import World


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("DS-2CD2143,E12345678,192.0.2.7", "P3245,ACCC8E000001,192.0.2.7"), ()),
        (("DS-2CD2143,E12345678,192.0.2.7", "P3245,,192.0.2.7"), (("192.0.2.7", 2),)),
        (("DS-2CD2143,,192.0.2.7", "P3245,,192.0.2.7"), (("192.0.2.7", 2),)),
        (("DS-2CD2143,,192.0.2.7", "P3245,,192.0.2.8"), ()),
    ],
    ids=["each has its serial number", "one has none", "none has any", "other addresses"],
)
def test_things_that_may_be_one(
    rows: tuple[str, ...], told: tuple[tuple[str, int], ...], world: World, tmp_path: Path
) -> None:
    register = tmp_path / "register.csv"
    register.write_text("\n".join(("Model,Serial number,IP address", *rows)), encoding="utf-8")
    asking = ask(world, org=None, beside=(), as_of=date(2026, 11, 22), known_by=None)
    assessment = assess(read([register], world, Reading()), asking, world)
    assert assessment.coverage.same_address == told
