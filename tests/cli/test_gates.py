"""When a gate shuts."""

from __future__ import annotations

import pytest

from debadge.cli.gates import shuts


@pytest.mark.parametrize(
    ("named", "found", "is_shut"),
    [
        (["possible"], ["listed"], True),  # a gate for doubts let the listed pass
        (["possible"], ["cannot_tell", "no_match"], True),
        (["cannot_tell"], ["possible"], False),
        (["listed"], ["affiliate", "cannot_tell", "possible", "no_match", "refused"], False),
        (["refused"], ["listed"], False),  # what was not compared stands on no scale
        (["refused"], ["refused"], True),
        (["report_duty"], ["prohibited"], True),
        (["undetermined"], ["conditional", "report_duty", "not_reached"], False),
        (["supplier_possible"], ["supplier_affiliate"], True),
        (["supplier_affiliate"], ["supplier_possible"], False),
        (["undetermined"], ["supplier_listed"], False),  # another question
        (["removal"], ["buy"], False),  # what is done with a line is no scale
        (["buy", "possible"], ["affiliate"], True),
        (["possible"], ["dismissed"], False),
        ([], ["listed", "prohibited"], False),
    ],
)
def test_gate_shuts_at_what_it_names_and_at_what_is_graver(named: list[str], found: list[str], is_shut: bool) -> None:
    assert shuts(named, found) is is_shut
