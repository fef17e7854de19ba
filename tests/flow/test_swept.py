"""Which addresses a scan asked."""

from __future__ import annotations

import pytest

from debadge.flow.swept import asked
from debadge.sources.interface import Sweep


def sweep(*targets: str, up: int, down: int, complete: bool = True, excluded: tuple[str, ...] = ()) -> Sweep:
    return Sweep(
        tool="nmap 7.95",
        targets=targets,
        excluded=excluded,
        looked_at=("192.0.2.3",),
        ports=None,
        started=None,
        finished=None,
        complete=complete,
        up=up,
        down=down,
    )


@pytest.mark.parametrize(
    ("seen", "spans"),
    [
        (sweep("192.0.2.0/28", up=1, down=15), ("192.0.2.0-192.0.2.15",)),
        (sweep("192.0.2.1-4", "192.0.2.9", up=1, down=4), ("192.0.2.1-192.0.2.4", "192.0.2.9-192.0.2.9")),
        (sweep("192.0.2.0/28", up=1, down=2), ("192.0.2.3",)),
        (sweep("192.0.2.0/28", up=1, down=15, complete=False), ("192.0.2.3",)),
        (sweep("192.0.2.0/28", up=1, down=15, excluded=("192.0.2.4",)), ("192.0.2.3",)),
        (sweep("host.example", up=1, down=0), ("192.0.2.3",)),
    ],
    ids=["whole network", "range and address", "counts disagree", "cut off", "with exclusions", "a name"],
)
def test_whole_target_is_asked_only_where_the_scanner_counts_it(seen: Sweep, spans: tuple[str, ...]) -> None:
    assert asked(seen) == spans
