"""A word one slip away from the one word of a named party leads to it."""

from __future__ import annotations

import pytest

from debadge.screen.names.near import Alike
from debadge.screen.names.slips import Slips


@pytest.fixture(scope="module")
def slips() -> Slips:
    return Slips(["huawei", "hikvision", "sensetime", "dahua"], Alike())


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("huawai", ("huawei",)),
        ("huawe", ("huawei",)),
        ("huaweii", ("huawei",)),
        ("huwaei", ("huawei",)),
        ("senseime", ("sensetime",)),
        ("hikvisoin", ("hikvision",)),
        ("huawei", ()),  # itself is no slip
        ("nuawei", ()),  # nobody slips at the first letter and looks at it
        ("hauwai", ()),  # two
        ("dahu", ()),  # the known word is short
        ("dahui", ()),
        ("", ()),
    ],
)
def test_one_slip_leads_to_a_known_word(slips: Slips, word: str, known: tuple[str, ...]) -> None:
    assert slips.of(word) == known
