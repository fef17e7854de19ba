"""What a party file may say, what the reader makes of it, and that the fact base's entities all have one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from debadge.flow.world import World
from debadge.judge.known import known_by
from debadge.knowledge.laws import check_links
from debadge.knowledge.parties import read_party
from debadge.model.errors import KnowledgeError
from debadge.model.party import UNKNOWN_HOLDER, Party

CITED = {
    "s": {"title": "t", "url": None, "published": "2020-01-01", "read": "2026-11-22", "grade": "primary"},
    "later": {"title": "t", "url": None, "published": "2024-01-01", "read": "2026-11-22", "grade": "primary"},
}
OWNED = {"owner": "o", "relation": "affiliate", "verified": True, "source": "s"}


def read(**change: Any) -> Party:
    return read_party("p", {"name": "P", "sources": CITED, "source": "s"} | change, "parties/p.yaml")


def owned(**change: Any) -> Party:
    return read(owned_by=[OWNED | change])


@pytest.mark.parametrize(
    ("share", "told", "bounds"),
    [
        (48, "48 %", (48, 48)),
        ({"at_least": 30, "at_most": 40}, "30–40 %", (30, 40)),
        ({"at_least": 30}, "≥ 30 %", (30, 100)),
        ({"at_most": 40}, "≤ 40 %", (0, 40)),
        (None, "?", (0, 100)),
    ],
)
def test_share_is_exact_or_bounds_or_not_known(share: Any, told: str, bounds: tuple[float, float]) -> None:
    (tie,) = owned(share=share).ties
    assert (tie.told_share, tie.bounds()) == (told, bounds)


def test_share_that_nobody_has_checked_is_told_and_may_be_any() -> None:
    (tie,) = owned(share=48, share_verified=False).ties
    assert (tie.told_share, tie.bounds()) == ("48 %", (0, 100))


def test_holder_whom_nobody_names_is_written_as_null() -> None:
    (tie,) = owned(owner=None, share=20).ties
    assert tie.owner == UNKNOWN_HOLDER


@pytest.mark.parametrize(
    ("key", "relation"), [("controlled_by", "controlled"), ("organ_of", "organ"), ("brand_of", "brand")]
)
def test_kinds_of_ties_that_are_no_stakes(key: str, relation: str) -> None:
    party = read(**{key: [{"party": "o", "verified": True, "source": "s"}]})
    assert [(tie.owner, tie.relation, tie.sure) for tie in party.ties] == [("o", relation, True)]
    assert party.is_brand is (relation == "brand")


def test_former_tie_without_a_last_day_had_ended_when_its_source_was_read() -> None:
    (tie,) = owned(relation="former_affiliate").ties
    assert (tie.last, tie.sure, tie.called(date(2026, 11, 22))) == (date(2026, 11, 21), False, "former_affiliate")


def test_denied_tie_is_checked_and_not_sure() -> None:
    (tie,) = owned(denied={"en": "no", "fr": "non"}).ties
    assert (tie.verified, tie.sure, tie.bounds()) == (True, False, (0, 100))


TWICE = [OWNED | {"until": "2020-01-02"}, OWNED | {"from": "2020-01-02"}]
REFUSED = {
    "owner is missing": ({"owned_by": [{k: v for k, v in OWNED.items() if k != "owner"}]}, "`owner` is missing"),
    "relation": ({"owned_by": [OWNED | {"relation": "cousin"}]}, "former_subsidiary"),
    "share above all": ({"owned_by": [OWNED | {"share": 101}]}, "not a percentage"),
    "bounds in the wrong order": ({"owned_by": [OWNED | {"share": {"at_least": 50, "at_most": 40}}]}, "in this order"),
    "bounds of nothing": ({"owned_by": [OWNED | {"share": {}}]}, "at_least"),
    "source of a share": ({"owned_by": [OWNED | {"share_source": "x"}]}, "source `x` is not among"),
    "one holder twice on a day": ({"owned_by": TWICE}, "two ties to `o` hold on the same day"),
    "more than all is held": (
        {"owned_by": [OWNED | {"share": 60}, OWNED | {"owner": "q", "share": 41}]},
        "known holders have 101 percent",
    ),
    "scheme": ({"identifiers": [{"scheme": "vat", "value": "1", "verified": True, "source": "s"}]}, "not one of uscc"),
    "check digit": (
        {"identifiers": [{"scheme": "isin", "value": "CNE100000PM9", "verified": True, "source": "s"}]},
        r"p.yaml: identifiers\[0\]: isin `CNE100000PM9` has a wrong check digit.*compare it with the source",
    ),
    "kind of goods": ({"made_by": [{"owner": "o", "verified": True, "source": "s"}]}, "`maker` is missing"),
    "note in one language": ({"owned_by": [OWNED | {"note": {"en": "x"}}]}, "`fr` is missing"),
}


@pytest.mark.parametrize(("change", "says"), REFUSED.values(), ids=REFUSED)
def test_party_file_with_a_slip_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read(**change)


def test_stakes_that_follow_each_other_are_not_two_on_one_day() -> None:
    assert len(read(owned_by=[OWNED | {"until": "2020-01-01"}, TWICE[1]]).ties) == 2


def test_names_that_no_file_defines_are_found(world: World) -> None:
    stranger = read(owned_by=[OWNED], made_by=[{"maker": "nobody", "verified": True, "source": "s"}])
    law = replace(world.law, parties={**world.law.parties, "p": stranger})
    assert check_links(law) == ["parties/p.yaml: owner `o` has no file", "parties/p.yaml: maker `nobody` has no file"]


def test_stake_of_nobody_named_needs_no_file(world: World) -> None:
    law = replace(world.law, parties={**world.law.parties, "p": owned(owner=None)})
    assert check_links(law) == []


def test_share_told_later_is_left_out_by_a_day_and_its_tie_is_not(world: World) -> None:
    party = owned(share=60, share_source="later")
    law = replace(world.law, parties={"p": party}, badges={})
    _, cut, left = known_by((), law, date(2022, 1, 1))
    assert [(tie.owner, tie.share) for tie in cut.parties["p"].ties] == [("o", None)]
    assert [one.fact for one in left] == ["p < o: share"]


def test_every_entity_of_the_fact_base_has_a_party_file(shared: Path, world: World) -> None:
    told = yaml.safe_load((shared / "facts" / "entities.yaml").read_text("utf-8"))["entities"]
    assert sorted({one["id"] for one in told} - world.law.parties.keys()) == []


def test_every_number_of_the_fact_base_is_carried_as_checked_as_it_was(shared: Path, world: World) -> None:
    told = yaml.safe_load((shared / "facts" / "entities.yaml").read_text("utf-8"))["entities"]
    wanted = {
        (one["id"], scheme, item["value"].split()[0], item["v"] != "unverified")
        for one in told
        for scheme, item in (one.get("identifiers") or {}).items()
        if item
    }
    ours = {
        (one.id, i.scheme, i.value.rpartition(":")[2], i.verified)
        for one in world.law.parties.values()
        for i in one.identifiers
    }
    assert sorted(wanted - ours) == []


def test_every_grantee_code_of_the_fact_base_is_carried(shared: Path, world: World) -> None:
    first = yaml.safe_load((shared / "facts" / "registries.yaml").read_text("utf-8"))["fcc"]["grantee_codes"]
    later = yaml.safe_load((shared / "facts" / "relabels-more.yaml").read_text("utf-8"))["certification"]["fcc_grantee"]
    # the later reading corrects the first
    told = {one["code"]: one["status"] == "verified" for one in (*first, *later)}
    ours = {
        i.value: i.verified for one in world.law.parties.values() for i in one.identifiers if i.scheme == "fcc_grantee"
    }
    assert ours == {code: checked for code, checked in told.items() if code != "P27"}  # Sercomm's, whom no rule names
