"""Whoever a rule names can be named by a purchase line: by a maker of its own, or there is a reason why not."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.standing import Standings
from debadge.flow.world import World

WITHOUT = {
    "cetc": "a group of institutes and firms, which have makers of their own",
    "cetc_52nd_institute": "an institute that owns firms",
    "chengdu_dahua_wisdom": "a company of Dahua, whose name its goods have",
    "digitalsystem_technology": "a firm of services, named by words that others have as well",
    "hikvision_canada": "a company of Hikvision, whose name its goods have",
    "hikvision_xinjiang_subs": "companies of Hikvision, whose name their goods have",
    "huawei_investment_holding": "owns Huawei, whose name its goods have",
    "leon": "a firm of projects; its name is a first name",
    "pacific_networks": "a firm of services, named by words that others have as well",
    "prc_government": "a state",
    "proven_glory_capital": "a firm that borrows for Huawei",
    "proven_honour_capital": "a firm that borrows for Huawei",
    "tp_link_systems": "sells under the name of TP-Link, which is a maker",
    "yixin": "a firm of projects; others are called so",
}


def named() -> list[str]:
    law = World.load().law
    standings = Standings(law, date(2026, 11, 23))
    return sorted(party for party in law.parties if standings.naming(party))


@pytest.mark.parametrize("party", named())
def test_named_party_has_a_maker(party: str) -> None:
    law = World.load().law
    assert (party in {maker.entity for maker in law.makers.values()}) != (party in WITHOUT)
