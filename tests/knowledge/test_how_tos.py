"""What the how-to pages show to copy loads, links up and holds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from debadge.flow.world import World
from debadge.identify.proofs import check_fingerprints
from debadge.knowledge.badges import ASKS, read_badge
from debadge.knowledge.entities import AFFILIATES
from debadge.knowledge.fingerprints import read_fingerprints
from debadge.knowledge.laws import check_links
from debadge.knowledge.parties import RELATIONS, SUPPLIES, read_maker, read_party
from debadge.model.party import UNKNOWN_HOLDER
from debadge.model.signal import STATUSES, STRENGTHS
from debadge.model.words import Reading
from debadge.parties.identifiers import SCHEMES

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"


def page(name: str) -> str:
    return (HOW_TO / f"add-a-{name}.md").read_text("utf-8")


def examples(name: str) -> list[Any]:
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", page(name), re.DOTALL | re.MULTILINE)
    return [yaml.safe_load(dedent(block)) for _, block in blocks]


def test_maker_badge_and_parties_of_the_page_load_and_link_up(world: World) -> None:
    maker, badge, party, owner = examples("maker-or-relabel")
    law = replace(
        world.law,
        makers={name: read_maker(name, maker, f"makers/{name}.yaml") for name in ("examplecam", "northlens")},
        badges={"nightjar": read_badge("nightjar", badge, "relabels/nightjar.yaml")},
        parties={
            "examplecam_ltd": read_party("examplecam_ltd", party, "parties/examplecam_ltd.yaml"),
            "example_group": read_party("example_group", owner, "parties/example_group.yaml"),
        },
        regimes={},
    )
    assert check_links(law) == []


def test_party_of_its_own_page_loads_with_every_kind_of_tie(world: World) -> None:
    (value,) = examples("party")
    party = read_party("examplecam_ltd", value, "parties/examplecam_ltd.yaml")
    assert [tie.owner for tie in party.ties] == ["example_group", UNKNOWN_HOLDER, "old_group", "example_state"]
    assert {one.maker for one in party.supplies} <= world.law.makers.keys()


def test_fingerprint_of_the_page_proves_itself(world: World) -> None:
    (entry,) = examples("fingerprint")
    told = read_fingerprints({"http_server": entry})
    assert [wrong for wrong in check_fingerprints(told, world.prefixes) if "srv-nightjar" in wrong] == []


def test_pages_list_every_allowed_word() -> None:
    wanted = {
        "fingerprint": (*STRENGTHS, *STATUSES),
        "regime": (
            *AFFILIATES,
            *Reading,
            "{at_least: 50}",
            "{over: 10}",
            "either_way: true",
            "exception",
            "licence",
            "waiver",
        ),
        "maker-or-relabel": ASKS,
        "party": (*SCHEMES, "controlled_by", "organ_of", "brand_of", *SUPPLIES, *(f"former_{r}" for r in RELATIONS)),
    }
    assert [(name, word) for name, words in wanted.items() for word in words if f"`{word}`" not in page(name)] == []
