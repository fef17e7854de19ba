"""What changed between two packs of facts: nothing is missed, nothing is told twice."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.flow.packdiff import Change, names_in, pack_diff
from debadge.flow.world import World
from debadge.knowledge.pack import Pack

REGIME: dict[str, Any] = {
    "title": {"en": "Ban", "fr": "Interdiction"},
    "measures": [
        {
            "id": "use",
            "acts": ["use", "retain"],
            "entity": {"named": {"othercam": {}, "examplecam": {"from": "2024-01-01"}}},
        },
        {
            "id": "buy",
            "acts": ["procure"],
            "in_force": {"from": {"earliest": "2024-01-01", "latest": "2024-02-01"}, "until": None},
        },
    ],
}
PARTY = {"name": "A Ltd", "owned_by": [{"owner": "b", "share": 10.0}, {"owner": "b", "share": 20.0}, {"owner": "c"}]}
SIGNALS = [{"id": "srv-a", "pattern": "^A"}, {"id": "srv-b", "pattern": "^B"}]
FILES: dict[str, dict[str, Any]] = {
    "sentences": {"sentences/cli": {"a": {"en": "x", "fr": "y"}}},
    "parties": {"parties/a_ltd": PARTY},
    "fingerprints": {"fingerprints/http_server": SIGNALS},
    "prefixes": {"prefixes/ieee": {"blocks": [{"organisation": "A Ltd", "prefixes": "000001 000002"}]}},
    "regimes": {"regimes/zz/zz-ban": REGIME},
}


def pack(files: Any = FILES) -> Pack:
    return Pack("pack-0123456789abcdef", files)


def edited(path: list[Any], value: Any = None) -> Pack:
    """The same facts with one part set, or taken away where the value is None; UNSAID is a null of the file."""
    files = copy.deepcopy(FILES)
    place: Any = files
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = None if value is UNSAID else value
    return pack(files)


def told(after: Pack) -> list[tuple[Any, ...]]:
    return [(c.family, c.record, c.kind, c.path, c.before, c.after) for c in pack_diff(pack(), after)]


UNSAID = object()
ZZ = ["regimes", "regimes/zz/zz-ban"]
IN = ("regimes", "zz/zz-ban")
CASES: dict[str, tuple[list[Any], Any, tuple[Any, ...]]] = {
    "an act": ([*ZZ, "measures", 0, "acts"], ["use"], (*IN, "removed", ("measures", "use", "acts"), ["retain"], None)),
    "a listing ends": (
        [*ZZ, "measures", 0, "entity", "named", "examplecam", "until"],
        "2025-01-01",
        (*IN, "added", ("measures", "use", "entity", "named", "examplecam", "until"), None, "2025-01-01"),
    ),
    "a party is no longer named": (
        [*ZZ, "measures", 0, "entity", "named", "othercam"],
        None,
        (*IN, "removed", ("measures", "use", "entity", "named", "othercam"), {}, None),
    ),
    "a window is one value": (
        [*ZZ, "measures", 1, "in_force", "from"],
        "2024-01-15",
        (
            *IN,
            "changed",
            ("measures", "buy", "in_force", "from"),
            {"earliest": "2024-01-01", "latest": "2024-02-01"},
            "2024-01-15",
        ),
    ),
    "a text is one value": (
        [*ZZ, "title", "fr"],
        "Ban",
        (*IN, "changed", ("title",), {"en": "Ban", "fr": "Interdiction"}, {"en": "Ban", "fr": "Ban"}),
    ),
    "a measure goes": ([*ZZ, "measures", 0], None, (*IN, "removed", ("measures", "use"), REGIME["measures"][0], None)),
    "a regime goes": (ZZ, None, (*IN, "removed", (), REGIME, None)),
    "one of two ties to one owner": (
        ["parties", "parties/a_ltd", "owned_by", 1, "share"],
        21.0,
        ("parties", "a_ltd", "changed", ("owned_by", "b (2)", "share"), 20.0, 21.0),
    ),
    "a signal of a file": (
        ["fingerprints", "fingerprints/http_server", 1],
        None,
        ("fingerprints", "http_server/srv-b", "removed", (), SIGNALS[1], None),
    ),
    "a prefix of a holder": (
        ["prefixes", "prefixes/ieee", "blocks", 0, "prefixes"],
        "000002 000003",
        ("prefixes", "ieee", "removed", ("blocks", "A Ltd", "prefixes"), ["000001"], None),
    ),
    "only the order": (
        [*ZZ, "measures"],
        REGIME["measures"][::-1],
        (*IN, "reordered", ("measures",), ["use", "buy"], ["buy", "use"]),
    ),
    "a party of which nothing more is said": (
        [*ZZ, "measures", 0, "entity", "named", "thirdcam"],
        UNSAID,
        (*IN, "added", ("measures", "use", "entity", "named", "thirdcam"), None, None),
    ),
    "the order of the named": (
        [*ZZ, "measures", 0, "entity", "named"],
        {"examplecam": {"from": "2024-01-01"}, "othercam": {}},
        (
            *IN,
            "reordered",
            ("measures", "use", "entity", "named"),
            ["othercam", "examplecam"],
            ["examplecam", "othercam"],
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_change_is_told_where_it_is(name: str) -> None:
    path, value, wanted = CASES[name]
    assert told(edited(path, value))[0] == wanted
    assert len(told(edited(path, value))) == (2 if name == "a prefix of a holder" else 1)


def test_nothing_changed_is_nothing_told() -> None:
    assert told(pack(copy.deepcopy(FILES))) == []


def test_facts_about_the_world_come_before_words() -> None:
    everything = pack_diff(Pack("a", {}), pack())
    assert [c.family for c in everything] == [
        "regimes",
        "parties",
        "fingerprints",
        "fingerprints",
        "prefixes",
        "sentences",
    ]


def paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*above, key)
        yield from paths(value[key], (*above, key))


LEAVES = [list(path) for path in paths(FILES) if len(path) > 1]


@given(path=st.sampled_from(LEAVES), value=st.sampled_from([None, UNSAID, "changed", 7, ["x"], {"x": "y"}]))
def test_no_edit_is_missed_and_the_way_back_says_the_same(path: list[Any], value: Any) -> None:
    after = edited(path, value)
    there, back = pack_diff(pack(), after), pack_diff(after, pack())
    assert bool(there) == (after.families != pack().families)
    turned = {"added": "removed", "removed": "added"}
    same = sorted((c.family, c.record, c.path, turned.get(c.kind, c.kind)) for c in back)
    assert sorted((c.family, c.record, c.path, c.kind) for c in there) == same


def test_names_are_those_of_parties_badges_and_makers(world: World) -> None:
    assert names_in([world.pack, pack()])["a_ltd"] == "A Ltd"
    assert names_in([world.pack])["ezviz"] == "EZVIZ"


def test_change_has_a_plain_form() -> None:
    one = Change(family="f", record="r", kind="added", path=("a",), before=None, after=1)
    assert one.plain() == {"family": "f", "record": "r", "kind": "added", "path": ["a"], "before": None, "after": 1}
