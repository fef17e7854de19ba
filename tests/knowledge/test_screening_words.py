"""The words of names and the policy: what does not fit is refused with its place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.knowledge.screening import name_policy, name_words, read_name_words, read_policy
from debadge.model.errors import KnowledgeError


@pytest.fixture
def family(world: World) -> dict[str, Any]:
    return copy.deepcopy(dict(world.pack.family("screening")))


def test_shipped_files_load(world: World) -> None:
    words = name_words(world.pack)
    assert words.canon["tech"] == "technology"
    assert ("co", "ltd") in words.end
    assert words.phrases["hong", "kong"] == "hongkong"
    assert words.ordinary["canada"] > 1000


def test_no_silent_word_is_a_word_that_counts(world: World) -> None:
    words = name_words(world.pack)
    assert not words.silent & (words.trade | words.places)


def test_no_word_stands_for_a_place_and_a_trade(world: World) -> None:
    words = name_words(world.pack)
    assert not words.places & words.trade


def test_calibration_rises(world: World) -> None:
    policy = name_policy(world.pack)
    scores = [policy.score(raw / 500) for raw in range(501)]
    assert scores == sorted(scores)
    assert (scores[0], scores[-1]) == (0.0, 1.0)
    assert len(set(scores)) == len(scores)  # the order of raw scores is the order of scores


def test_word_that_stands_for_two_is_refused(family: dict[str, Any]) -> None:
    family["screening/trade"]["trade"]["robotics"].append("tech")
    with pytest.raises(KnowledgeError, match="stands for both"):
        read_name_words(family)


def test_missing_file_is_named(family: dict[str, Any]) -> None:
    del family["screening/places"]
    with pytest.raises(KnowledgeError, match="screening/places"):
        read_name_words(family)


def test_source_of_a_region_has_to_be_there(family: dict[str, Any]) -> None:
    family["screening/forms"]["forms"]["canada"]["source"] = "nobody"
    with pytest.raises(KnowledgeError, match="`nobody` is not among the sources"):
        read_name_words(family)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"knots": [[0.0, 0.5], [1.0, 0.4]]}, "must not fall"),
        ({"knots": [[0.0, 0.0]]}, "must not fall"),
        ({"threshold": 0.99, "sure": 0.5}, "threshold <= sure"),
        ({"surprise": 1}, "unknown key `surprise`"),
    ],
)
def test_policy_that_does_not_hold_is_refused(family: dict[str, Any], change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_policy({**family["screening/policy"], **change})
