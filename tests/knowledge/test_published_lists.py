"""Files of published lists: whole, tied to regimes and parties, and proven by their own examples."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.knowledge.lists import check_links, read_lists, read_reading
from debadge.knowledge.yamlfile import parse_yaml
from debadge.model.errors import KnowledgeError

GOOD: dict[str, Any] = {
    "title": {"en": "a", "fr": "b"},
    "publisher": {"en": "a", "fr": "b"},
    "says": {"en": "a", "fr": "b"},
    "sources": {"s": {"title": "t", "url": None, "published": None, "read": "2026-11-22", "grade": "primary"}},
    "addresses": [{"url": "https://lists.example/a.csv", "serves": "csl_csv", "checked": False, "source": "s"}],
    "csl": ["A list"],
    "count": {"at_least": 1, "at_most": 2},
    "known": [{"name": "Crake"}],
    "recheck_days": 30,
    "source": "s",
}


def test_lists_of_regimes_are_called_as_these(world: World) -> None:
    shared = set(world.lists) & set(world.law.regimes)
    assert shared == {"us-bis-entity-list", "us-ns-cmic", "us-1260h", "us-fcc-covered-list", "us-uflpa"}


def test_known_entries_name_parties(world: World) -> None:
    assert check_links(world.lists, world.law.parties) == []
    assert check_links(world.lists, {"hikvision"}) != []


def test_every_source_of_the_screening_list_has_its_list(world: World) -> None:
    assert len({text for one in world.lists.values() for text in one.csl}) == 13


def test_no_address_is_told_as_checked_without_somebody_having_looked(world: World) -> None:
    assert [url for one in world.lists.values() for url in one.downloads if url.checked] == []


def test_file_loads() -> None:
    told = read_lists({"lists/a": GOOD})["a"]
    assert (told.at_least, told.at_most, told.most_lost, told.known[0].name) == (1, 2, 5, "Crake")
    assert read_lists({"lists/a": {**GOOD, "count": None}})["a"].at_least is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"count": {"at_least": 3, "at_most": 2}}, "in this order"),
        ({"recheck_days": 0}, "from 1 to 366"),
        ({"most_lost": 12.5}, "whole number"),
        ({"usual": {"colour": 1}}, "not one of names"),
        ({"usual": {"names": 0}}, "from 1 to 1000"),
        ({"extra": 1}, "unknown key"),
        ({"source": "x"}, "not among the sources"),
        ({"addresses": [{**GOOD["addresses"][0], "url": "http://lists.example/"}]}, "not an https address"),
        ({"addresses": [{**GOOD["addresses"][0], "serves": "xml"}]}, "is not one of"),
    ],
)
def test_slip_in_a_file_is_told_with_its_place(change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as bad:
        read_lists({"lists/a": {**GOOD, **change}})
    assert str(bad.value).startswith("lists/a.yaml")


def test_count_that_nobody_knows_is_said_to_be_unknown() -> None:
    with pytest.raises(KnowledgeError, match="write null"):
        read_lists({"lists/a": {key: value for key, value in GOOD.items() if key != "count"}})


def test_row_cannot_be_on_two_lists() -> None:
    with pytest.raises(KnowledgeError, match="also that of a"):
        read_lists({"lists/a": GOOD, "lists/b": GOOD})


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("pattern", "(", "pattern"),
        ("pattern", "(?P<nome>.+)", "none of name"),
        ("pattern", "(?P<name>x)", "comes out as no match"),
        ("not", ["Crake; and any successor thereof"], "takes"),
    ],
)
def test_way_of_writing_proves_itself(world: World, key: str, value: Any, says: str) -> None:
    reading = copy.deepcopy(world.pack.family("lists")["lists/reading"])
    reading["embedded"][0][key] = value
    with pytest.raises(KnowledgeError, match=says):
        read_reading({"lists/reading": reading})


@pytest.mark.parametrize(("key", "value"), [("headings", {"nom": ["x"]}), ("kinds", {"firm": ["x"]})])
def test_target_or_kind_that_is_none_is_refused(world: World, key: str, value: Any) -> None:
    reading = {**world.pack.family("lists")["lists/reading"], key: value}
    with pytest.raises(KnowledgeError, match="is not one of"):
        read_reading({"lists/reading": reading})


def test_list_of_the_how_to_page_loads() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "add-a-list.md").read_text("utf-8")
    [block] = re.findall(r"^ *```yaml\n(.*?)^ *```", page, re.DOTALL | re.MULTILINE)
    told = read_lists({"lists/zz-excluded": parse_yaml(dedent(block).encode(), "add-a-list.md")})["zz-excluded"]
    assert (told.at_least, told.downloads[0].fetchable, told.known[0].entity) == (100, False, None)
