"""Sets of names to screen: made with seeds, and written by hand."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from tools.accuracy.names import generate, hand, rows, words
from tools.accuracy.names.generate import Material
from tools.accuracy.names.perturb import BY_NAME, LATIN, NATIVE
from tools.accuracy.names.perturb.interface import Perturbation
from tools.accuracy.names.query import PACK, script_of

from debadge.flow.world import World

NOWHERE = Path("no such folder")
WORDS = words.load()


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # the same every time, no secret


@pytest.fixture(scope="module")
def pack_alone(world: World) -> Material:
    return Material.load(world, NOWHERE)


@pytest.fixture(scope="module")
def with_lists(world: World, shared: Path) -> Material:
    return Material.load(world, shared / "data" / "lists")


def test_seeds_of_development_are_none_of_the_test() -> None:
    assert len(generate.DEV) == len(generate.TEST) == 50
    assert not set(generate.DEV) & set(generate.TEST)


def test_one_seed_gives_one_set_and_another_seed_another(world: World) -> None:
    first, again = (list(generate.queries(Material.load(world, NOWHERE), 3)) for _ in range(2))
    assert first == again
    assert first != list(generate.queries(Material.load(world, NOWHERE), 4))


def test_every_way_of_writing_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(LATIN) + len(NATIVE) >= 16


def test_without_lists_a_set_is_of_the_parties_of_the_pack(pack_alone: Material) -> None:
    told = list(generate.queries(pack_alone, 1))
    assert {list_ for query in told for list_, _ in query.refs} == {PACK}
    assert not any(query.kind == "ordinary" for query in told)


def test_each_positive_names_somebody_and_no_negative_does(pack_alone: Material) -> None:
    for query in generate.sets(pack_alone, (1, 2)):
        assert bool(query.refs) == bool(query.names) == query.is_positive


@pytest.mark.parametrize("change", [*LATIN, *NATIVE], ids=lambda change: change.__name__)
def test_no_way_of_writing_is_left_out_of_the_sets(change: Perturbation, with_lists: Material) -> None:
    kinds = [query.kind for query in generate.sets(with_lists, range(1, 4))]
    assert kinds.count(change.__name__) >= 3


def test_no_negative_is_the_name_of_a_listed_party(with_lists: Material) -> None:
    for query in generate.queries(with_lists, 5):
        assert query.is_positive or not with_lists.register.alike(query.text), query.text


def test_groups_by_origin_are_of_one_size(with_lists: Material) -> None:
    kinds = [query.kind for query in generate.queries(with_lists, 6) if query.kind.startswith("made_up_")]
    assert {kinds.count(kind) for kind in kinds} == {20}
    assert len(set(kinds)) == 6


def test_rows_of_vessels_are_not_among_the_lists(shared: Path) -> None:
    told = {snapshot.list: snapshot.count for snapshot in rows.snapshots(shared / "data" / "lists")}
    assert told[rows.ENTITY_LIST] == 3421
    assert told[rows.CMIC] == 68
    assert 3000 < told[rows.SDN] < 4356


def test_an_alias_cut_at_its_comma_is_put_together_again(with_lists: Material) -> None:
    refs = with_lists.register.named("QuantumCTek Co., Ltd.")
    names = [name for ref in refs for name in with_lists.register.of[ref].names]
    assert "HKUST National Shield Quantum Technology Co., Ltd." in names


CHANGED = [
    ("legal_form_dropped", "Zhejiang Dahua Technology Co., Ltd.", {"Zhejiang Dahua Technology"}),
    ("legal_form_moved", "Kronshtadt JSC", {"JSC Kronshtadt"}),
    ("cut_at_35", "Hangzhou Hikvision Digital Technology Co., Ltd.", {"Hangzhou Hikvision Digital Technolo"}),
    ("place_dropped", "Zhejiang Uniview Technologies Co., Ltd.", {"Uniview Technologies Co., Ltd."}),
    ("brackets_moved", "Zhejiang Uniview Technologies Co., Ltd.", {"Uniview Technologies (Zhejiang) Co., Ltd."}),
    ("rn_for_m", "Semura Ltd.", {"Sernura Ltd."}),
    ("ampersand", "Yixin Science & Technology", {f"Yixin Science {w} Technology" for w in ("and", "et", "AND")}),
    (
        "traditional",
        "海康威视",
        {f"海康威視{form}" for form in ("", "有限公司", "股份有限公司", "集團有限公司", "公司")},
    ),
    ("simplified", "大華技術", {f"大华技术{form}" for form in WORDS.lists["chinese"]["forms"]}),
]


@pytest.mark.parametrize(("change", "name", "told"), CHANGED, ids=[case[0] for case in CHANGED])
def test_a_name_is_written_otherwise(change: str, name: str, told: set[str]) -> None:
    assert BY_NAME[change](name, "CN", chance(1), WORDS) in told


UNABLE = [
    ("one_typo", "ZTE Corporation"),  # a short word with another letter is another firm
    ("two_typos", "Hytera Ltd."),
    ("cut_at_40", "Dahua Technology"),
    ("cut_at_35", "Scientific Research Institute of Technology Hikvision"),  # nothing is left that tells the firm
    ("place_dropped", "Hangzhou Technology"),
    ("legal_form_moved", "Dahua Co., Ltd."),
    ("pinyin_confused", "华为"),
    ("ampersand", "Dahua Technology"),
]


@pytest.mark.parametrize(("change", "name"), UNABLE, ids=[f"{change}-{name}" for change, name in UNABLE])
def test_what_would_lose_the_firm_is_not_done(change: str, name: str) -> None:
    assert BY_NAME[change](name, "CN", chance(1), WORDS) is None


def test_a_number_is_changed_to_one_that_is_not_listed(with_lists: Material) -> None:
    told = [q.text for q in generate.sets(with_lists, range(1, 9)) if q.kind == "other_number"]
    assert told
    assert [text for text in told if with_lists.register.alike(text)] == []


def test_pinyin_is_written_together_and_apart() -> None:
    joined = {BY_NAME["pinyin_joined"]("海康威视", "CN", chance(seed), WORDS) for seed in range(20)}
    apart = {BY_NAME["pinyin_split"]("海康威视", "CN", chance(seed), WORDS) for seed in range(20)}
    assert "Haikang Weishi" in joined
    assert "Hai Kang Wei Shi" in apart


def test_scripts_are_told_apart() -> None:
    assert [script_of(text) for text in ("Dahua", "大华", "Швабе", "Нikvision", "شركة", "360")] == [
        *("latin", "han", "cyrillic", "mixed", "arabic", "latin")
    ]


@pytest.mark.parametrize(("place", "told"), list(hand.lines()), ids=lambda part: part if isinstance(part, str) else "")
def test_a_line_written_by_hand_is_well_formed(place: str, told: dict[str, Any], world: World) -> None:
    assert hand.mistake(told, world.law.parties) is None, place
    assert told["script"] == script_of(told["query"])


def test_the_hand_written_set_is_large_and_says_nothing_twice() -> None:
    wanted = [told["want"] for _, told in hand.lines()]
    assert len(wanted) >= 300
    assert sum(want in {"no_match", "refused"} for want in wanted) >= 150
    assert hand.keys_twice() == []


def test_the_rows_that_lines_name_are_on_the_lists(with_lists: Material) -> None:
    named = {told["list_name"] for _, told in hand.lines() if told.get("list_name")}
    assert [name for name in named if not with_lists.register.named(name)] == []


def test_a_badge_is_answered_rightly_by_its_owner_too(pack_alone: Material) -> None:
    told = {q.text: q for q in hand.queries(pack_alone.register, pack_alone.world.law.parties)}
    assert (PACK, "hikvision") in told["HiLook"].refs
    assert (PACK, "hikvision") not in told["Hikvision Canada Inc."].refs
